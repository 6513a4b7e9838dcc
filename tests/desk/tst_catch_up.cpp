// SPDX-License-Identifier: GPL-3.0-or-later
// The loop that brings a vault up to date: one at a time, nothing left out, held back and ended by whoever may.
#include "ui/desk/cases/catch_up_loop.h"

#include <QSignalSpy>
#include <QTest>
#include <deque>

using namespace hall;
using namespace hall::desk;

namespace {

using Answer = base::Result<casefile::CatchUp>;

/// A vault whose slices answer when they are told to.
struct Slices
{
    CatchUpLoop loop{[this](int atMostCases) {
        asked.push_back(atMostCases);
        waiting.emplace_back();
        waiting.back().start();
        return waiting.back().future();
    }};
    std::vector<int> asked;
    std::deque<QPromise<Answer>> waiting;

    void answer(bool finished, bool settling = false)
    {
        casefile::CatchUp far;
        far.finished = finished;
        far.settling = settling;
        finish(far);
    }
    void finish(const Answer& answer)
    {
        waiting.front().addResult(answer);
        waiting.front().finish();
        waiting.pop_front();
        QCoreApplication::processEvents();
    }
};

} // namespace

class TestCatchUp : public QObject
{
    Q_OBJECT

private slots:
    void oneSliceAfterTheOther()
    {
        Slices vault;
        QSignalSpy advanced(&vault.loop, &CatchUpLoop::advanced);
        vault.loop.start();
        vault.loop.start(); // another page
        QCOMPARE(vault.asked.size(), 1U);
        QVERIFY(vault.asked.front() > 0);
        vault.answer(false);
        QCOMPARE(vault.asked.size(), 2U);
        QCOMPARE(vault.waiting.size(), 1U);
        vault.answer(true);
        QCOMPARE(vault.asked.size(), 2U);
        QCOMPARE(advanced.size(), 2);
    }

    /// What was written after a slice began may have been missed by it.
    void whatComesMeanwhileIsTaken()
    {
        Slices vault;
        vault.loop.start();
        vault.loop.start();
        vault.answer(true);
        QCOMPARE(vault.asked.size(), 2U);
        vault.answer(true);
        QVERIFY(vault.waiting.empty());
    }

    void aPersonHoldsItBack()
    {
        Slices vault;
        QSignalSpy held(&vault.loop, &CatchUpLoop::heldChanged);
        vault.loop.start();
        vault.loop.setHeld(true);
        vault.answer(false);
        QVERIFY(vault.waiting.empty());
        vault.loop.start(); // somebody else wrote: it waits
        QVERIFY(vault.waiting.empty());
        vault.loop.setHeld(false);
        QCOMPARE(vault.waiting.size(), 1U);
        vault.loop.setHeld(true);
        vault.answer(true); // the last slice was on its way: nothing is left to be held
        QVERIFY(!vault.loop.held());
        QCOMPARE(held.size(), 4);
        QCOMPARE(vault.waiting.size(), 1U);
        vault.answer(true);
        QVERIFY(vault.waiting.empty());
    }

    void whoeverLeftIsToldNothing()
    {
        Slices vault;
        QSignalSpy advanced(&vault.loop, &CatchUpLoop::advanced);
        QSignalSpy failed(&vault.loop, &CatchUpLoop::failed);
        vault.loop.start();
        vault.loop.setHeld(true);
        vault.loop.forget();
        QVERIFY(!vault.loop.held());
        vault.loop.start(); // the next person
        QCOMPARE(vault.waiting.size(), 2U);
        vault.finish(base::Error{base::ErrorCode::PermissionDenied, QStringLiteral("nobody")});
        QCOMPARE(advanced.size() + failed.size(), 0);
        vault.answer(true);
        QCOMPARE(advanced.size(), 1);
    }

    void aFailureEndsItUntilItIsStartedAgain()
    {
        Slices vault;
        QSignalSpy failed(&vault.loop, &CatchUpLoop::failed);
        vault.loop.start();
        vault.finish(base::Error{base::ErrorCode::StoreUnavailable, QStringLiteral("away")});
        QCOMPARE(failed.size(), 1);
        QVERIFY(vault.waiting.empty());
        vault.loop.start();
        QCOMPARE(vault.waiting.size(), 1U);
        vault.answer(true);
    }

    /// The full text is made one piece in small steps, and a change does not wait for the last of them.
    void settlingTakesItsTime()
    {
        Slices vault;
        vault.loop.start();
        vault.answer(true, true);
        QVERIFY(vault.waiting.empty());
        QTRY_COMPARE(vault.waiting.size(), 1U);
        vault.answer(true, true);
        vault.loop.forget();
        QTest::qWait(300);
        QVERIFY(vault.waiting.empty());
    }
};

QTEST_GUILESS_MAIN(TestCatchUp)
#include "tst_catch_up.moc"
