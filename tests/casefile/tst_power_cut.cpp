// SPDX-License-Identifier: GPL-3.0-or-later
// What was acknowledged is there after a power cut.
#include "app/casefile/attachments.h"
#include "app/casefile/case_audit.h"
#include "tests/casefile/case_hall.h"
#include "tests/casefile/power_cut.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

using namespace hall;
using namespace hall::casefile;
using tests::CaseHall;
using tests::PowerCut;

class PowerCutTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { PowerCut::install(); }

    /// HALL_CUTS of them (100 to show the criterion).
    void whatWasAcknowledgedIsThere()
    {
        bool given = false;
        const int asked = qEnvironmentVariableIntValue("HALL_CUTS", &given);
        const Tally tally = play(given ? asked : 20, "PRAGMA synchronous = FULL");
        QVERIFY2(tally.complaint.isEmpty(), qPrintable(tally.complaint));
        QVERIFY(tally.acknowledged > tally.cuts);
        QCOMPARE(tally.lost, 0);
    }
    /// The same test sees what a store that does not wait for the disk loses.
    void withoutSyncingSomethingIsLost()
    {
        const Tally tally = play(6, "PRAGMA synchronous = OFF");
        QVERIFY2(tally.lost > 0 || !tally.complaint.isEmpty(), "the test cannot see a loss");
    }

private:
    struct Tally
    {
        int cuts = 0;
        int acknowledged = 0;
        int lost = 0;
        QString complaint; ///< of the store that was left behind
    };

    /// Writes on through many cuts: at each one the disk is taken as it would be, looked into elsewhere, and the hall goes on.
    Tally play(int cuts, const char* pragma)
    {
        PowerCut& cut = PowerCut::install();
        CaseHall hall;
        Tally tally;
        hall.office.reset();
        cut.watch(hall.place().files().cases());
        hall.open();
        if (!hall.complaint().isEmpty() || !hall.db().script(pragma).ok())
            return {0, 0, 0, QStringLiteral("no hall")};
        const auto li = hall.signIn("li");
        auto files = hall.files(li);
        Attachments attachments(files, *hall.office, li);
        const QString number = files.open(QStringLiteral("reception"), CaseHall::registration())->number;
        QRandomGenerator random(static_cast<quint32>(cuts));
        qint64 acknowledged = 1;
        qint64 atCut = 0;
        cut.cutAt(random.bounded(40));
        for (int step = 0; tally.cuts < cuts && tally.complaint.isEmpty(); ++step) {
            atCut = acknowledged; // whatever is cut while the next is written
            QBuffer photo;
            photo.setData(QByteArray(150'000, static_cast<char>(step)));
            photo.open(QIODevice::ReadOnly);
            const auto entry = step % 4 == 3 ? attachments.add(number, {QStringLiteral("照片")}, photo)
                                             : files.append(number, QStringLiteral("note"), CaseHall::text(QString::number(step)));
            if (!entry.ok())
                return {tally.cuts, 0, 0, entry.error().message};
            acknowledged = entry->sequence;
            if (!cut.wasCut())
                continue;
            ++tally.cuts;
            tally.acknowledged += static_cast<int>(atCut);
            look(hall, cut.take(), number, atCut, tally);
            cut.cutAt(random.bounded(60));
        }
        cut.watch({});
        hall.office.reset();
        return tally;
    }

    static void look(CaseHall& hall, const PowerCut::Disk& disk, const QString& number, qint64 acknowledged, Tally& tally)
    {
        QTemporaryDir folder;
        for (auto it = disk.cbegin(); it != disk.cend(); ++it) {
            QFile file(folder.filePath(it.key()));
            if (!file.open(QIODevice::WriteOnly) || file.write(it.value()) != it.value().size())
                tally.complaint = QStringLiteral("no room for the test");
        }
        const store::HallPlace there(folder.path());
        QDir().mkpath(there.files().keys());
        for (const char* key : {"case.key", "station.key"})
            QFile::copy(hall.place().files().keys() + QLatin1Char('/') + QLatin1String(key), there.files().keys() + QLatin1Char('/') + QLatin1String(key));
        const auto office = store::CaseOffice::open(there, hall.clock);
        if (!office.ok()) {
            tally.complaint = office.error().message;
            return;
        }
        const auto complaints = (*office)->store().connection().integrityComplaints();
        const auto verdict = verifyCases(**office);
        if (!complaints.ok() || !complaints->isEmpty() || !verdict.ok() || !verdict->broken.isEmpty())
            tally.complaint = QStringLiteral("after cut %1: %2 %3").arg(tally.cuts).arg(complaints.ok() ? complaints->join(QLatin1Char(';')) : QString(),
                                                                                        verdict.ok() && !verdict->broken.isEmpty() ? verdict->broken.first().why : QString());
        const auto counted = (*office)->store().connection().value<qint64>(
            "SELECT count(*) FROM case_entry WHERE case_id = (SELECT id FROM case_file WHERE number = $1)", number);
        const qint64 kept = counted.ok() ? counted->value_or(0) : 0;
        if (kept < acknowledged)
            tally.lost += static_cast<int>(acknowledged - kept);
    }
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_power_cut.moc"
