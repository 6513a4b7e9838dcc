// SPDX-License-Identifier: GPL-3.0-or-later
// attachment_bench [MiB]: an attachment put into a case and taken out again: time against a bare secretstream loop over the
// same bytes, and how much memory it took.
#include "app/casefile/attachments.h"
#include "app/seal/sealed_stream.h"
#include "tests/casefile/case_hall.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

using namespace hall;

namespace {

/// So many bytes, made as they are read.
class Source final : public QIODevice
{
public:
    explicit Source(qint64 size)
        : m_size(size)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 size() const override { return m_size; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qint64 some = std::min(most, m_size - pos());
        std::fill_n(data, some, static_cast<char>(pos() >> 16));
        return some;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    qint64 m_size;
};

class Sink final : public QIODevice
{
public:
    Sink() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }

protected:
    qint64 readData(char*, qint64) override { return -1; }
    qint64 writeData(const char*, qint64 size) override { return size; }
};

double bareSeconds(qint64 size)
{
    seal::StreamSealer sealer(seal::SecretBuffer::random(seal::kStreamKeyBytes), {});
    const QByteArray chunk(seal::kStreamChunk, 'x');
    QElapsedTimer timer;
    timer.start();
    for (qint64 done = 0; done < size; done += chunk.size())
        (void)sealer.seal(chunk, false);
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

qint64 peakKibibytes()
{
    rusage usage = {};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const qint64 size = (argc > 1 ? atoll(argv[1]) : 256) << 20;
    tests::CaseHall hall;
    const auto li = hall.signIn("li");
    auto files = hall.files(li);
    const QString number = files.open(QStringLiteral("reception"), tests::CaseHall::registration())->number;
    casefile::Attachments attachments(files, *hall.office, li);
    const double bare = bareSeconds(size);
    const qint64 before = peakKibibytes();
    Source source(size);
    QElapsedTimer timer;
    timer.start();
    const auto entry = attachments.add(number, {QStringLiteral("录像")}, source);
    const double in = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    Sink sink;
    timer.restart();
    const bool out = entry.ok() && attachments.save(number, entry->sequence, sink).ok();
    const double taken = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const QJsonObject figures{{QStringLiteral("mebibytes"), size >> 20},
                              {QStringLiteral("bare_s"), bare},
                              {QStringLiteral("in_s"), in},
                              {QStringLiteral("out_s"), taken},
                              {QStringLiteral("in_ratio"), in / bare},
                              {QStringLiteral("out_ratio"), taken / bare},
                              {QStringLiteral("memory_grew_kib"), peakKibibytes() - before}};
    std::puts(QJsonDocument(figures).toJson(QJsonDocument::Compact).constData());
    return out ? 0 : 1;
}
