// SPDX-License-Identifier: GPL-3.0-or-later
// The morning: a hall, its windows, two visitors.
#include "tests/day/visitors_day.h"

#include <QDir>
#include <QJsonArray>
#include <QUuid>

namespace hall::tests {
namespace {

const QString kName = QStringLiteral("王秀英");
const QString kPhone = QStringLiteral("13800138000");
const QString kMatter = QStringLiteral("2024 年反映的路灯问题一直没有答复，请有关部门处理。𠮷");

/// The next working day's morning, as far as weekends go: the hall is open, whenever this runs.
base::Timestamp nextMorning()
{
    QDate day = base::hallDay(base::SystemClock().now()).addDays(1);
    while (day.dayOfWeek() > 5)
        day = day.addDays(1);
    return base::timestampFromMs(QDateTime(day, QTime(9, 30), base::hallTimeZone()).toMSecsSinceEpoch());
}

QString firstChoice(const QuickHand& hand, const QString& prefix)
{
    QString found;
    (void)hand.findWhere([&](QQuickItem* item) {
        if (item->isEnabled() && item->objectName().startsWith(prefix))
            found = item->objectName(); // the tree is walked from the top: the last one found is the first on screen
        return false;
    });
    return found;
}

} // namespace

VisitorsDay::VisitorsDay(DayLog& log, const QString& bin, const QString& scratch)
    : m_log(log)
    , m_scratch(scratch)
    , m_programs(bin, scratch + QStringLiteral("/hall"))
    , m_clock(nextMorning())
{
}

bool VisitorsDay::run()
{
    const Step steps[] = {&VisitorsDay::makeHall,       &VisitorsDay::openWindows,
                          &VisitorsDay::othersWait,     &VisitorsDay::chineseVisitor,
                          &VisitorsDay::chineseDetails, &VisitorsDay::takeTicket,
                          &VisitorsDay::englishVisitor, &VisitorsDay::boardShowsTheHall,
                          &VisitorsDay::signIn,         &VisitorsDay::openDesk,
                          &VisitorsDay::callTheFirst,   &VisitorsDay::boardCalls,
                          &VisitorsDay::serveAndRead,   &VisitorsDay::registerCase,
                          &VisitorsDay::writeEntry,     &VisitorsDay::legalTalk,
                          &VisitorsDay::makeNotice,     &VisitorsDay::makeDocument,
                          &VisitorsDay::parkAndResume,  &VisitorsDay::transferAndFinish,
                          &VisitorsDay::undoAMisclick,  &VisitorsDay::secondDeskCallsTheOther,
                          &VisitorsDay::endOfDay,       &VisitorsDay::supervisorLooksOn};
    for (const Step step : steps) {
        if (!(this->*step)())
            return false;
    }
    return m_log.failures() == 0;
}

bool VisitorsDay::makeHall()
{
    m_log.step(QStringLiteral("A demo hall is made"));
    const ProgramAnswer made = m_programs.ctl({QStringLiteral("init"), QStringLiteral("--demo")}, 180000);
    if (!m_log.check(made.exitCode == 0, QStringLiteral("hallctl init --demo ends well ") + QString::fromUtf8(made.complaint)))
        return false;
    for (const QJsonValue& person : made.object().value(u"staff").toArray()) {
        if (m_login.isEmpty() && person[u"role"].toString() == QLatin1StringView("reception")) {
            m_login = person[u"login"].toString(person[u"name"].toString());
            m_passphrase = person[u"passphrase"].toString();
        }
        if (person[u"role"].toString() == QLatin1StringView("supervisor")) {
            m_supervisor = person[u"name"].toString();
            m_supervisorPassphrase = person[u"passphrase"].toString();
        }
    }
    return m_log.check(!m_passphrase.isEmpty() && !m_supervisorPassphrase.isEmpty(), QStringLiteral("somebody works at reception, somebody supervises"));
}

bool VisitorsDay::openWindows()
{
    m_log.step(QStringLiteral("Kiosk, board and desk open on it"));
    m_log.note(QStringLiteral("It is ") + base::toIso(m_clock.now()) + u'.');
    m_windows = std::make_unique<DayWindows>(m_programs.store(), m_scratch, m_clock);
    m_kiosk = std::make_unique<QuickHand>(m_windows->kiosk());
    m_board = std::make_unique<QuickHand>(m_windows->board());
    m_desk = std::make_unique<WidgetHand>(m_windows->desk());
    const bool open = m_log.check(m_kiosk->sees(QStringLiteral("block.reception"), 15000),
                                  QStringLiteral("the kiosk welcomes visitors"));
    showKiosk(QStringLiteral("kiosk-welcome"));
    showDesk(QStringLiteral("desk-sign-in"));
    return open;
}

bool VisitorsDay::othersWait()
{
    m_log.step(QStringLiteral("Yesterday is closed; others have come before"));
    const QDate today = base::hallDay(base::SystemClock().now());
    const auto closed = m_windows->ask(
        [today](station::Line& line) { return line.queue.closeDay(today, QStringLiteral("board-1")); });
    bool done = m_log.check(closed.ok(), QStringLiteral("the demo hall's last day closes"));
    for (const char* service : {"petition-appeal", "legal-advice", "mediation-family", "petition-progress", "legal-labour",
                                "expert-consultation", "petition-appeal"}) {
        queue::IssueRequest request;
        request.key = QUuid::createUuid();
        request.service = QString::fromLatin1(service);
        request.actor = QStringLiteral("kiosk-2");
        done = done && m_windows->ask([request](station::Line& line) { return line.queue.issue(request); }).ok();
        m_clock.advance(std::chrono::seconds(100));
    }
    m_log.check(done, QStringLiteral("seven visitors wait"));
    showBoard(QStringLiteral("board-morning"));
    return done;
}

bool VisitorsDay::chineseVisitor()
{
    m_log.step(QStringLiteral("A visitor says what brings them here, in Chinese"));
    if (!touch(QStringLiteral("block.reception")))
        return false;
    showKiosk(QStringLiteral("kiosk-service"));
    if (!touch(QStringLiteral("service.petition-appeal")))
        return false;
    showKiosk(QStringLiteral("kiosk-people"));
    if (!touch(QStringLiteral("people.1")))
        return false;
    showKiosk(QStringLiteral("kiosk-priority"));
    if (!touch(QStringLiteral("class.ordinary")))
        return false;
    showKiosk(QStringLiteral("kiosk-review"));
    return true;
}

bool VisitorsDay::chineseDetails()
{
    m_log.step(QStringLiteral("They write down who they are and what it is about"));
    if (!touch(QStringLiteral("review.tell")) || !typeAt(QStringLiteral("name.field"), kName))
        return false;
    showKiosk(QStringLiteral("kiosk-name"));
    if (!touch(QStringLiteral("field.next")))
        return false;
    for (const QChar digit : kPhone) {
        if (!touch(QStringLiteral("pad.key.") + digit))
            return false;
    }
    showKiosk(QStringLiteral("kiosk-phone"));
    if (!touch(QStringLiteral("field.next")))
        return false;
    showKiosk(QStringLiteral("kiosk-identity"));
    if (!touch(QStringLiteral("field.skip")) || !typeAt(QStringLiteral("matter.field"), kMatter))
        return false;
    showKiosk(QStringLiteral("kiosk-matter"));
    return touch(QStringLiteral("field.next"));
}

bool VisitorsDay::takeTicket()
{
    m_log.step(QStringLiteral("They take their ticket"));
    const base::Timestamp before = base::SystemClock().now();
    if (!touch(QStringLiteral("review.take")))
        return false;
    QQuickItem* number = m_kiosk->find(QStringLiteral("ticket.number"), 10000);
    if (!m_log.check(number, QStringLiteral("the number shows")))
        return false;
    m_log.note(QStringLiteral("Touch to number: about %1 ms, the wait for the screen to rest included.")
                   .arg(base::toMs(base::SystemClock().now()) - base::toMs(before)));
    m_first = number->property("number").toString();
    if (m_first.isEmpty())
        m_first = number->property("text").toString();
    showKiosk(QStringLiteral("kiosk-ticket"));
    const auto written = ticket(m_first);
    m_log.check(written.has_value(), QStringLiteral("the ticket %1 is in the store").arg(m_first));
    m_log.check(written && written->hasIntake, QStringLiteral("what was typed is sealed beside it"));
    return touch(QStringLiteral("ticket.done")) && written.has_value();
}

bool VisitorsDay::englishVisitor()
{
    m_log.step(QStringLiteral("Another visitor, in English, with the elder view, on a landscape screen"));
    m_windows->kiosk()->resize(1920, 1080);
    if (!touch(QStringLiteral("nav.language")) || !touch(QStringLiteral("nav.elder")))
        return false;
    showKiosk(QStringLiteral("kiosk-english-elder"));
    if (!touch(QStringLiteral("block.mediation")))
        return false;
    showKiosk(QStringLiteral("kiosk-english-service"));
    const QString service = firstChoice(*m_kiosk, QStringLiteral("service."));
    if (!touch(service) || !touch(QStringLiteral("people.2")) || !touch(QStringLiteral("class.elderly")))
        return false;
    showKiosk(QStringLiteral("kiosk-english-proof"));
    if (!touch(QStringLiteral("proof.identity-card")))
        return false;
    showKiosk(QStringLiteral("kiosk-english-review"));
    if (!touch(QStringLiteral("review.take")))
        return false;
    QQuickItem* number = m_kiosk->find(QStringLiteral("ticket.number"), 10000);
    if (!m_log.check(number, QStringLiteral("the number shows")))
        return false;
    m_second = number->property("number").toString();
    if (m_second.isEmpty())
        m_second = number->property("text").toString();
    showKiosk(QStringLiteral("kiosk-english-ticket"));
    const auto written = ticket(m_second);
    m_log.check(written && written->partySize == 2, QStringLiteral("two people come together"));
    m_log.check(written && written->priorityClass == QLatin1StringView("elderly"), QStringLiteral("one of them is elderly"));
    m_log.check(written && written->language == QLatin1StringView("en"), QStringLiteral("they will be called in English"));
    return touch(QStringLiteral("ticket.done")) && written.has_value();
}

bool VisitorsDay::boardShowsTheHall()
{
    m_log.step(QStringLiteral("The board shows who waits, and no name"));
    m_log.check(!m_board->reads(kName, 0), QStringLiteral("the visitor's name is not on the board"));
    showBoard(QStringLiteral("board-waiting"));
    return true;
}

} // namespace hall::tests
