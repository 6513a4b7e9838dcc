// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/day/day_log.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTextStream>

#include <cstdio>

namespace hall::tests {
namespace {

bool isBlank(const QImage& image)
{
    if (image.isNull())
        return true;
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3) {
            if (image.pixel(x, y) != first)
                return false;
        }
    }
    return true;
}

bool save(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

} // namespace

DayLog::DayLog(QString folder)
    : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
    m_clock.start();
}

void DayLog::step(const QString& title)
{
    m_steps.append({title, m_clock.elapsed(), {}, {}, {}});
    std::printf("%6lld ms  %s\n", static_cast<long long>(m_clock.elapsed()), qPrintable(title));
    std::fflush(stdout);
}

bool DayLog::check(bool held, const QString& what)
{
    m_steps.last().checks.append({what, held});
    ++m_checks;
    if (!held) {
        ++m_failures;
        std::printf("           FAILED: %s\n", qPrintable(what));
        std::fflush(stdout);
    }
    return held;
}

void DayLog::note(const QString& text)
{
    m_steps.last().notes.append(text);
}

void DayLog::picture(const QImage& image, const QString& name)
{
    const QString file = QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name);
    if (isBlank(image)) {
        check(false, QStringLiteral("the picture %1 shows something").arg(file));
        return;
    }
    if (check(image.save(QDir(m_folder).filePath(file)), QStringLiteral("picture %1").arg(file)))
        m_steps.last().pictures.append(file);
}

bool DayLog::write() const
{
    const QDir folder(m_folder);
    return save(folder.filePath(QStringLiteral("summary.md")), asMarkdown())
           && save(folder.filePath(QStringLiteral("summary.json")), asJson());
}

QByteArray DayLog::asMarkdown() const
{
    QByteArray bytes;
    QTextStream out(&bytes);
    out << "# A visitor's day\n\n"
        << m_steps.size() << " steps, " << m_checks << " checks, " << m_failures << " failed, " << m_clock.elapsed() / 1000
        << " s.\n";
    for (const Step& step : m_steps) {
        out << "\n## " << step.title << "\n";
        for (const QString& note : step.notes)
            out << note << "\n";
        for (const Check& check : step.checks)
            out << "- " << (check.held ? "held: " : "FAILED: ") << check.what << "\n";
        for (const QString& picture : step.pictures)
            out << "\n![" << step.title << "](" << picture << ")\n";
    }
    out.flush();
    return bytes;
}

QByteArray DayLog::asJson() const
{
    QJsonArray steps;
    for (const Step& step : m_steps) {
        QJsonArray checks;
        for (const Check& check : step.checks)
            checks.append(QJsonObject{{QStringLiteral("what"), check.what}, {QStringLiteral("held"), check.held}});
        steps.append(QJsonObject{{QStringLiteral("title"), step.title},
                                 {QStringLiteral("at_ms"), step.startedMs},
                                 {QStringLiteral("checks"), checks},
                                 {QStringLiteral("notes"), QJsonArray::fromStringList(step.notes)},
                                 {QStringLiteral("pictures"), QJsonArray::fromStringList(step.pictures)}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("steps"), steps},
                                     {QStringLiteral("checks"), m_checks},
                                     {QStringLiteral("failed"), m_failures},
                                     {QStringLiteral("duration_ms"), m_clock.elapsed()}})
        .toJson();
}

} // namespace hall::tests
