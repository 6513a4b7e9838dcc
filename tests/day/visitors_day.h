// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/day/case_reader.h"
#include "tests/day/day_log.h"
#include "tests/day/day_windows.h"
#include "tests/day/moved_clock.h"
#include "tests/day/program_runner.h"
#include "tests/day/quick_hand.h"
#include "tests/day/widget_hand.h"

#include <memory>
#include <optional>

namespace hall::tests {

/// A visitor's day in a fresh demo hall: two visitors at the kiosk, one in Chinese and one in English with the elder view, the
/// board, a clerk at a desk, a case with its talk and its papers, and the end of the day. Real clicks and keys; what they did is checked in the store.
class VisitorsDay
{
public:
    VisitorsDay(DayLog& log, const QString& bin, const QString& scratch);

    /// False as soon as a step fails that the next ones stand on.
    bool run();

private:
    using Step = bool (VisitorsDay::*)();

    // The morning
    bool makeHall();
    bool openWindows();
    bool othersWait();
    bool chineseVisitor();
    bool chineseDetails();
    bool takeTicket();
    bool englishVisitor();
    bool boardShowsTheHall();
    // At the desk
    bool signIn();
    bool openDesk();
    bool callTheFirst();
    bool boardCalls();
    bool serveAndRead();
    // The case
    bool registerCase();
    bool writeEntry();
    bool legalTalk();
    bool makeNotice();
    bool makeDocument();
    // At the desk again
    bool parkAndResume();
    bool transferAndFinish();
    bool undoAMisclick();
    bool secondDeskCallsTheOther();
    // The evening
    bool endOfDay();
    bool supervisorLooksOn();

    bool touch(const QString& name);
    bool click(const QString& name);
    bool typeAt(const QString& field, const QString& text);
    void showKiosk(const QString& name);
    void showBoard(const QString& name);
    void showDesk(const QString& name);
    std::optional<queue::Ticket> ticket(const QString& number);
    /// Calls and, where it is somebody else, finishes until this visitor stands at the desk.
    bool callUntil(const QString& number);
    bool isIn(const QString& number, queue::TicketState state);

    DayLog& m_log;
    QString m_scratch;
    ProgramRunner m_programs;
    MovedClock m_clock;
    std::unique_ptr<DayWindows> m_windows;
    std::unique_ptr<QuickHand> m_kiosk;
    std::unique_ptr<QuickHand> m_board;
    std::unique_ptr<WidgetHand> m_desk;
    std::unique_ptr<CaseReader> m_reader;
    QString m_login;
    QString m_passphrase;
    QString m_supervisor;
    QString m_supervisorPassphrase;
    QString m_first;  ///< number of the Chinese visitor
    QString m_second; ///< number of the English one
    QString m_case;   ///< number of the Chinese visitor's case
};

} // namespace hall::tests
