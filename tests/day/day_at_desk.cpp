// SPDX-License-Identifier: GPL-3.0-or-later
// At the desk, and the evening.
#include "tests/day/visitors_day.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QElapsedTimer>
#include <QTest>

namespace hall::tests {

using queue::TicketState;

namespace {
constexpr int kDesk = 1;
constexpr int kOtherDesk = 6;
constexpr int kMostCalls = 60;
} // namespace

bool VisitorsDay::signIn()
{
    m_log.step(QStringLiteral("The clerk signs in"));
    if (!m_log.check(m_desk->fill(QStringLiteral("signInName"), m_login)
                         && m_desk->fill(QStringLiteral("signInPassphrase"), m_passphrase),
                     QStringLiteral("name and passphrase are typed")))
        return false;
    if (!click(QStringLiteral("signIn")))
        return false;
    const bool in = m_log.check(m_desk->sees(QStringLiteral("openDeskPage"), 20000), QStringLiteral("the keys open"));
    showDesk(QStringLiteral("desk-choose"));
    return in;
}

bool VisitorsDay::openDesk()
{
    m_log.step(QStringLiteral("The clerk opens desk 1"));
    if (auto* choice = qobject_cast<QComboBox*>(m_desk->find(QStringLiteral("openDeskChoice"))))
        choice->setCurrentIndex(choice->findData(kDesk));
    if (!click(QStringLiteral("openDesk")))
        return false;
    const bool open = m_log.check(m_desk->sees(QStringLiteral("callNext"), 10000), QStringLiteral("the line shows"));
    showDesk(QStringLiteral("desk-line"));
    return open;
}

bool VisitorsDay::callTheFirst()
{
    m_log.step(QStringLiteral("The clerk calls the next visitor"));
    const bool called = callUntil(m_first);
    showDesk(QStringLiteral("desk-called"));
    return called && m_log.check(isIn(m_first, TicketState::Called), QStringLiteral("%1 is called").arg(m_first));
}

bool VisitorsDay::boardCalls()
{
    m_log.step(QStringLiteral("The board calls the number"));
    QElapsedTimer waited;
    waited.start();
    const bool shown = m_log.check(m_board->reads(m_first, 15000), QStringLiteral("%1 is on the board").arg(m_first));
    m_log.note(QStringLiteral("It showed %1 ms after the desk had it.").arg(waited.elapsed()));
    showBoard(QStringLiteral("board-called"));
    m_log.check(m_windows->overlaps() == 0, QStringLiteral("no two announcements overlap"));
    return shown;
}

bool VisitorsDay::serveAndRead()
{
    m_log.step(QStringLiteral("The visitor sits down; the clerk reads what they wrote"));
    if (!click(QStringLiteral("recall")) || !click(QStringLiteral("serve")))
        return false;
    m_log.check(isIn(m_first, TicketState::Serving), QStringLiteral("%1 is being served").arg(m_first));
    m_log.check(m_desk->reads(QStringLiteral("王秀英"), 8000), QStringLiteral("the desk opened the sealed intake"));
    showDesk(QStringLiteral("desk-serving"));
    return true;
}

bool VisitorsDay::parkAndResume()
{
    m_log.step(QStringLiteral("They fetch a paper: parked, and back in line"));
    if (!click(QStringLiteral("park")) || !click(QStringLiteral("park15")))
        return false;
    showDesk(QStringLiteral("desk-park"));
    if (m_desk->sees(QStringLiteral("formGo")) && !click(QStringLiteral("formGo")))
        return false;
    if (!m_log.check(isIn(m_first, TicketState::Parked), QStringLiteral("%1 is parked").arg(m_first)))
        return false;
    m_clock.advance(std::chrono::minutes(16));
    m_log.note(QStringLiteral("A quarter of an hour passes; the visitor is due and takes part in the next call."));
    return callUntil(m_first) && m_log.check(isIn(m_first, TicketState::Called), QStringLiteral("%1 is called again").arg(m_first));
}

bool VisitorsDay::transferAndFinish()
{
    m_log.step(QStringLiteral("It is another matter: transferred, called, finished"));
    if (!click(QStringLiteral("serve")) || !click(QStringLiteral("transfer")))
        return false;
    const auto before = ticket(m_first);
    auto* list = qobject_cast<QAbstractItemView*>(m_desk->find(QStringLiteral("transferList")));
    if (!m_log.check(list && list->model()->rowCount() > 0, QStringLiteral("the services to choose from show")))
        return false;
    m_desk->fill(QStringLiteral("transferSearch"), QStringLiteral("Suggestions"));
    const QModelIndex row = list->model()->index(0, 0);
    if (row.isValid())
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(row).center());
    showDesk(QStringLiteral("desk-transfer"));
    if (!click(QStringLiteral("formGo")))
        return false;
    if (!m_log.check(isIn(m_first, TicketState::Waiting), QStringLiteral("%1 waits again").arg(m_first)))
        return false;
    const auto after = ticket(m_first);
    m_log.check(before && after && before->arrived == after->arrived && before->number == after->number,
                QStringLiteral("number and arrival are as before"));
    m_log.check(before && after && before->service != after->service, QStringLiteral("the service is another"));
    if (!callUntil(m_first) || !click(QStringLiteral("serve")) || !click(QStringLiteral("finish")))
        return false;
    const bool finished = m_log.check(isIn(m_first, TicketState::Finished), QStringLiteral("%1 is finished").arg(m_first));
    showDesk(QStringLiteral("desk-finished"));
    return finished;
}

bool VisitorsDay::undoAMisclick()
{
    m_log.step(QStringLiteral("A mis-click is taken back"));
    if (!click(QStringLiteral("undo")))
        return false;
    m_log.check(isIn(m_first, TicketState::Serving), QStringLiteral("%1 is being served again").arg(m_first));
    m_log.check(m_desk->sees(QStringLiteral("finish"), 5000), QStringLiteral("the desk offers to finish"));
    m_desk->key(Qt::Key_F8);
    return m_log.check(isIn(m_first, TicketState::Finished), QStringLiteral("F8 finishes the visit"));
}

bool VisitorsDay::secondDeskCallsTheOther()
{
    m_log.step(QStringLiteral("Another desk calls the English visitor"));
    const auto waiting = ticket(m_second);
    if (!waiting)
        return false;
    const auto opened = m_windows->ask([&](station::Line& line) {
        return line.desks.open(kOtherDesk, {waiting->service}, QStringLiteral("desk-6"));
    });
    m_log.check(opened.ok(), QStringLiteral("desk 6 opens"));
    for (int i = 0; i < kMostCalls && !isIn(m_second, TicketState::Called); ++i) {
        const auto called = m_windows->ask(
            [](station::Line& line) { return line.queue.callNext(kOtherDesk, QStringLiteral("desk-6")); });
        if (!m_log.check(called.ok() && called->ticket, QStringLiteral("desk 6 gets a visitor")))
            return false;
        if (called->ticket->number != m_second) {
            const auto finished = m_windows->ask([&](station::Line& line) {
                return line.queue.finish(called->ticket->id, QStringLiteral("desk-6"));
            });
            m_log.check(finished.ok(), QStringLiteral("desk 6 finishes an earlier visit"));
        }
    }
    m_log.check(m_board->reads(m_second, 30000), QStringLiteral("%1 is on the board").arg(m_second));
    showBoard(QStringLiteral("board-second"));
    m_log.check(m_windows->overlaps() == 0, QStringLiteral("no two announcements overlap"));
    return true;
}

bool VisitorsDay::endOfDay()
{
    m_log.step(QStringLiteral("The day is closed and loses nobody"));
    m_desk->key(Qt::Key_5, Qt::ControlModifier);
    showDesk(QStringLiteral("desk-my-day"));
    m_clock.advance(std::chrono::hours(9));
    const QDate day = base::hallDay(m_clock.now());
    const auto closing = m_windows->ask(
        [day](station::Line& line) { return line.queue.closeDay(day, QStringLiteral("board-1")); });
    if (!m_log.check(closing.ok(), QStringLiteral("the day closes")))
        return false;
    m_log.note(QStringLiteral("%1 finished, %2 unserved.").arg(closing->finished).arg(closing->unserved));
    const auto all = m_windows->ask([day](station::Line& line) {
        queue::Queue::Filter filter;
        filter.day = day;
        return line.queue.list(filter);
    });
    bool ended = all.ok() && !all->isEmpty();
    for (const queue::Ticket& one : all.valueOr({}))
        ended = ended && !queue::isOpen(one.state);
    m_log.check(ended, QStringLiteral("every ticket of the day has an end"));
    showBoard(QStringLiteral("board-evening"));
    showKiosk(QStringLiteral("kiosk-closed"));
    return ended;
}

bool VisitorsDay::touch(const QString& name)
{
    const bool done = m_kiosk->touch(name);
    if (!done)
        m_log.note(QStringLiteral("The kiosk offered: ") + m_kiosk->touchable().join(QStringLiteral(", ")));
    return m_log.check(done, QStringLiteral("touched %1").arg(name));
}

bool VisitorsDay::click(const QString& name)
{
    const bool done = m_desk->click(name);
    if (!done)
        m_log.note(QStringLiteral("The desk offered: ") + m_desk->clickable().join(QStringLiteral(", ")));
    return m_log.check(done, QStringLiteral("clicked %1").arg(name));
}

bool VisitorsDay::typeAt(const QString& field, const QString& text)
{
    if (!touch(field))
        return false;
    m_kiosk->type(text);
    return true;
}

void VisitorsDay::showKiosk(const QString& name)
{
    m_log.picture(m_kiosk->look(), name);
}

void VisitorsDay::showBoard(const QString& name)
{
    m_log.picture(m_board->look(), name);
}

void VisitorsDay::showDesk(const QString& name)
{
    m_log.picture(m_desk->look(), name);
}

std::optional<queue::Ticket> VisitorsDay::ticket(const QString& number)
{
    const QDate day = base::hallDay(m_clock.now());
    const auto found = m_windows->ask([&](station::Line& line) { return line.queue.ticketByNumber(day, number); });
    return found.valueOr(std::nullopt);
}

bool VisitorsDay::isIn(const QString& number, TicketState state)
{
    return QTest::qWaitFor(
        [&] {
            const auto found = ticket(number);
            return found && found->state == state;
        },
        8000);
}

bool VisitorsDay::callUntil(const QString& number)
{
    for (int i = 0; i < kMostCalls; ++i) {
        if (!click(QStringLiteral("callNext")))
            return false;
        QTest::qWait(100);
        if (const auto wanted = ticket(number); wanted && wanted->state == TicketState::Called)
            return true;
        if (!click(QStringLiteral("serve")) || !click(QStringLiteral("finish")))
            return false;
    }
    return m_log.check(false, QStringLiteral("%1 is called within %2 calls").arg(number).arg(kMostCalls));
}

} // namespace hall::tests
