// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/board/fake_board_source.h"
#include "ui/board/block_model.h"
#include "ui/board/board_words.h"
#include "ui/board/call_model.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace hall;
using board::CallModel;
using tests::someCall;

namespace {

const base::Timestamp kNow = base::timestampFromMs(1'772'672'400'000);

CallModel::Row row(qint64 id, bool upcoming = false)
{
    return {someCall(id, QStringLiteral("A%1").arg(id, 3, 10, QLatin1Char('0')), static_cast<int>(id % 9) + 1, kNow), upcoming};
}

QStringList numbers(const CallModel& model)
{
    QStringList list;
    for (int index = 0; index < model.rowCount(); ++index)
        list.append(model.data(model.index(index), CallModel::NumberRole).toString());
    return list;
}

} // namespace

class TestBoardModels : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void newCallMovesNobodyElse();
    void swapChangesInPlace();
    void withdrawnRowGoes();
    void anySequence();
    void desksTakenApart();
    void waitsInWords();
    void datesAsPeopleWriteThem();
    void blocksNeverMove();
};

void TestBoardModels::init()
{
    qRegisterMetaType<QAbstractItemModel::LayoutChangeHint>();
}

/// One row comes, one goes; no reset, no move.
void TestBoardModels::newCallMovesNobodyElse()
{
    CallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update({row(5), row(4), row(3), row(2), row(1)});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy edited(&model, &QAbstractItemModel::dataChanged);
    model.update({row(6), row(5), row(4), row(3), row(2)});
    QCOMPARE(numbers(model), (QStringList{QStringLiteral("A006"), QStringLiteral("A005"), QStringLiteral("A004"),
                                          QStringLiteral("A003"), QStringLiteral("A002")}));
    QCOMPARE(reset.count() + moved.count() + layout.count() + edited.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(removed.count(), 1);
}

/// The call of the large place and the one to be heard next change places: only that row changes.
void TestBoardModels::swapChangesInPlace()
{
    CallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update({row(8), row(7), row(5), row(4), row(3)}); // 6 is in the large place
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy edited(&model, &QAbstractItemModel::dataChanged);
    model.update({row(8), row(6), row(5), row(4), row(3)}); // now 7 is
    QCOMPARE(inserted.count() + removed.count(), 0);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().toModelIndex().row(), 1);
}

void TestBoardModels::withdrawnRowGoes()
{
    CallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.update({row(3), row(2), row(1)});
    model.update({row(3), row(1)});
    QCOMPARE(numbers(model), (QStringList{QStringLiteral("A003"), QStringLiteral("A001")}));
    model.update({});
    QCOMPARE(model.rowCount(), 0);
}

void TestBoardModels::anySequence()
{
    QRandomGenerator random(7);
    CallModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int turn = 0; turn < 400; ++turn) {
        QList<CallModel::Row> wanted;
        for (qint64 id = 9; id >= 1; --id) {
            if (random.bounded(2) == 0 && wanted.size() < 5)
                wanted.append(row(id, random.bounded(2) == 0));
        }
        if (random.bounded(4) == 0)
            std::reverse(wanted.begin(), wanted.end());
        model.update(wanted);
        QStringList expected;
        for (const CallModel::Row& each : wanted)
            expected.append(each.call.number);
        QCOMPARE(numbers(model), expected);
        for (int index = 0; index < wanted.size(); ++index)
            QCOMPARE(model.data(model.index(index), CallModel::UpcomingRole).toBool(), wanted.at(index).isUpcoming);
    }
}

void TestBoardModels::desksTakenApart()
{
    using board::DeskParts;
    QCOMPARE(board::deskParts(QStringLiteral("3 号窗口")), (DeskParts{QStringLiteral("3"), QStringLiteral("号窗口"), false}));
    QCOMPARE(board::deskParts(QStringLiteral("Desk 12")), (DeskParts{QStringLiteral("12"), QStringLiteral("Desk"), true}));
    QCOMPARE(board::deskParts(QStringLiteral("调解一室")), (DeskParts{QString(), QStringLiteral("调解一室"), false}));
    QCOMPARE(board::deskParts(QStringLiteral("二楼 3 号窗口")), (DeskParts{QString(), QStringLiteral("二楼 3 号窗口"), false}));
}

void TestBoardModels::waitsInWords()
{
    const board::BoardWords words;
    queue::BlockLoad load;
    QCOMPARE(words.wait(load).second, QStringLiteral("no desk open now"));
    load.desksOpen = 1;
    QCOMPARE(words.wait(load).first, QStringLiteral("无需等候"));
    load.waiting = 4;
    load.wait = {430, 1320};
    QCOMPARE(words.wait(load).first, QStringLiteral("约 8–25 分钟"));
    QCOMPARE(words.wait(load).second, QStringLiteral("about 8–25 min"));
    load.wait = {200, 230};
    QCOMPARE(words.wait(load).second, QStringLiteral("about 4 min"));
    load.wait = {1e9, std::numeric_limits<double>::infinity()};
    QCOMPARE(words.wait(load).second, QStringLiteral("more than 4 hours"));
    load.wait = {std::nan(""), std::nan("")};
    QCOMPARE(words.wait(load).second, QStringLiteral("more than 4 hours"));
}

void TestBoardModels::datesAsPeopleWriteThem()
{
    board::BoardWords words;
    QCOMPARE(words.date(QDate(2026, 3, 5)).first, QStringLiteral("2026年3月5日 周四"));
    QCOMPARE(words.date(QDate(2026, 3, 5)).second, QStringLiteral("Thu 5 Mar 2026"));
    words.setFirstLanguage(QStringLiteral("en"));
    QCOMPARE(words.date(QDate(2026, 3, 5)).first, QStringLiteral("Thu 5 Mar 2026"));
    const QDateTime now(QDate(2026, 3, 5), QTime(18, 0));
    QCOMPARE(words.opensAgain(now, now.addSecs(15 * 3600)).first, QStringLiteral("Opens tomorrow at 09:00"));
    QCOMPARE(words.opensAgain(now, QDateTime(QDate(2026, 3, 9), QTime(8, 30))).first,
             QStringLiteral("Opens on Mon 9 Mar 2026 at 08:30"));
    QCOMPARE(words.opensAgain(now, QDateTime(QDate(2026, 3, 9), QTime(8, 30))).second,
             QStringLiteral("2026年3月9日 周一 08:30 开放"));
}

void TestBoardModels::blocksNeverMove()
{
    const board::BoardWords words;
    board::BlockModel model(words);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 4);
    QSignalSpy edited(&model, &QAbstractItemModel::dataChanged);
    board::Standing standing;
    queue::BlockLoad load;
    load.block = QStringLiteral("legal");
    load.waiting = 7;
    load.desksOpen = 2;
    load.wait = {600, 900};
    standing.loads = {load};
    model.update(standing);
    QCOMPARE(model.data(model.index(1), board::BlockModel::WaitingRole).toInt(), 7);
    QCOMPARE(model.data(model.index(0), board::BlockModel::BlockRole).toString(), QStringLiteral("reception"));
    const auto count = edited.count();
    model.update(standing);
    QCOMPARE(edited.count(), count); // nothing new, nothing told
}

QTEST_GUILESS_MAIN(TestBoardModels)
#include "tst_board_models.moc"
