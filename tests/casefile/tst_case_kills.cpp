// SPDX-License-Identifier: GPL-3.0-or-later
// What was acknowledged is there after the program was killed, at whatever moment.
#include "app/casefile/attachments.h"
#include "app/casefile/case_audit.h"
#include "app/store/vault.h"
#include "tests/casefile/case_hall.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace hall;
using namespace hall::casefile;
using tests::CaseHall;

namespace {

QByteArray photoOf(qint64 step)
{
    return QByteArray(100'000 + static_cast<qsizetype>(step), static_cast<char>('a' + step % 26));
}

} // namespace

class CaseKillsTest : public QObject
{
    Q_OBJECT

private slots:
    /// HALL_KILLS times (100 to show the criterion).
    void whatWasAcknowledgedIsThere()
    {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("HALL_KILLS", &given);
        const int kills = given ? asked : 10;
        CaseHall hall;
        QVERIFY2(hall.complaint().isEmpty(), qPrintable(hall.complaint()));
        QRandomGenerator random(9);
        qsizetype acknowledged = 0;
        for (int kill = 0; kill < kills; ++kill) {
            const QString number = [&] {
                const auto li = hall.signIn("li");
                return hall.files(li).open(QStringLiteral("reception"), CaseHall::registration())->number;
            }();
            hall.office.reset(); // the writer opens its own
            const Told told = killedWriter(hall, number, std::chrono::microseconds(random.bounded(1000, 250'000)));
            const QList<qint64>& steps = told.steps;
            hall.open();
            acknowledged += steps.size();
            const auto li = hall.signIn("li");
            if (told.draft >= 0) {
                const auto vault = store::Vault::open(hall.place(), *hall.office, li, m_vaults.path());
                QVERIFY2(vault.ok(), vault.ok() ? "" : qPrintable(vault.error().message));
                const qint64 kept = (*vault)->drafts()->value(number).value(QLatin1String("step")).toInteger(-1);
                QVERIFY2(kept == told.draft || kept == told.draft + 1, qPrintable(QStringLiteral("draft %1, kept %2").arg(told.draft).arg(kept)));
            }
            auto files = hall.files(li);
            const auto file = files.show(number);
            QVERIFY2(file.ok(), file.ok() ? "" : qPrintable(file.error().message));
            Attachments attachments(files, *hall.office, li);
            for (qsizetype i = 0; i < steps.size(); ++i) {
                QVERIFY2(file->entries.size() > i + 1, qPrintable(QStringLiteral("kill %1: entry %2 is lost").arg(kill).arg(i + 2)));
                const CaseEntry& entry = file->entries.at(i + 1);
                if (steps.at(i) % 3 == 2)
                    QVERIFY(attachments.read(number, entry.sequence, 1 << 20)->view() == photoOf(steps.at(i)));
                else
                    QCOMPARE(entry.content, CaseHall::text(QString::number(steps.at(i))));
            }
            QVERIFY(file->entries.size() <= steps.size() + 2); // one more may be there, acknowledged to nobody
        }
        const auto verdict = verifyCases(*hall.office);
        QVERIFY(verdict.ok() && verdict->broken.isEmpty());
        QVERIFY(hall.db().integrityComplaints()->isEmpty());
        QVERIFY2(acknowledged >= kills, qPrintable(QString::number(acknowledged)));
        // What they left half done goes away a day later.
        hall.clock.advance(std::chrono::hours(25));
        const auto li = hall.signIn("li");
        auto files = hall.files(li);
        QVERIFY(Attachments(files, *hall.office, li).sweep().ok());
        QCOMPARE(hall.db().value<int>("SELECT count(*) FROM case_upload").value().value(), 0);
        QCOMPARE(hall.db().value<int>("SELECT count(*) FROM case_attachment_chunk WHERE attachment NOT IN (SELECT id FROM case_attachment)").value().value(), 0);
        QVERIFY(verifyCases(*hall.office)->broken.isEmpty());
    }

private:
    /// What a process said before it was killed.
    struct Told
    {
        QList<qint64> steps;
        qint64 draft = -1; ///< the newest that it kept
    };

    /// A process that writes drafts, notes and attachments and says so of each one, until it is killed; what it said.
    Told killedWriter(CaseHall& hall, const QString& number, std::chrono::microseconds after)
    {
        int pipe[2];
        if (::pipe(pipe) != 0)
            return {};
        const pid_t child = ::fork();
        if (child == 0) {
            write(hall, number, pipe[1]);
            ::_exit(0);
        }
        ::close(pipe[1]);
        char ready = 0;
        (void)!::read(pipe[0], &ready, 1);
        ::usleep(static_cast<useconds_t>(after.count()));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        Told told;
        qint64 step = 0;
        while (::read(pipe[0], &step, sizeof step) == sizeof step) {
            if (step < 0)
                told.draft = -1 - step;
            else
                told.steps.append(step);
        }
        ::close(pipe[0]);
        return told;
    }
    void write(CaseHall& hall, const QString& number, int told)
    {
        hall.open();
        const auto li = hall.signIn("li");
        auto files = hall.files(li);
        Attachments attachments(files, *hall.office, li);
        const auto vault = store::Vault::open(hall.place(), *hall.office, li, m_vaults.path());
        (void)!::write(told, "x", 1);
        for (qint64 step = 0; vault.ok(); ++step) {
            const qint64 draft = -1 - step;
            if (!(*vault)->keepDraft(number, {{QStringLiteral("step"), step}}).ok() || ::write(told, &draft, sizeof draft) != sizeof draft)
                ::_exit(1);
            QBuffer photo;
            photo.setData(photoOf(step));
            photo.open(QIODevice::ReadOnly);
            const bool done = step % 3 == 2 ? attachments.add(number, {QStringLiteral("照片")}, photo).ok()
                                            : files.append(number, QStringLiteral("note"), CaseHall::text(QString::number(step))).ok();
            if (!done || ::write(told, &step, sizeof step) != sizeof step)
                ::_exit(1);
        }
    }

    QTemporaryDir m_vaults;
};

QTEST_GUILESS_MAIN(CaseKillsTest)
#include "tst_case_kills.moc"
