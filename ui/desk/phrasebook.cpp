// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/phrasebook.h"

#include <QJsonArray>
#include <QLocale>
#include <algorithm>

namespace hall::desk {

using queue::TicketEvent;
using queue::TicketState;

namespace {

QString nameIn(const QHash<QString, Bilingual>& names, const QString& code, bool chinese)
{
    const auto found = names.constFind(code);
    return found == names.constEnd() ? code : found->in(chinese);
}

} // namespace

void Phrasebook::setCatalogue(const CatalogueView& catalogue)
{
    m_services.clear();
    m_blockOfService.clear();
    m_blocks.clear();
    m_classes.clear();
    m_desks.clear();
    m_people = catalogue.people;
    for (const ServiceInfo& s : catalogue.services) {
        m_services.insert(s.code, s.name);
        m_blockOfService.insert(s.code, s.block);
    }
    for (const BlockInfo& b : catalogue.blocks)
        m_blocks.insert(b.code, b.name);
    for (const ClassInfo& c : catalogue.classes)
        m_classes.insert(c.code, c.name);
    for (const DeskInfo& d : catalogue.desks)
        m_desks.insert(d.number, d.name);
}

QString Phrasebook::service(const QString& code) const { return nameIn(m_services, code, m_chinese); }
QString Phrasebook::block(const QString& code) const { return nameIn(m_blocks, code, m_chinese); }
QString Phrasebook::blockOfService(const QString& code) const { return m_blockOfService.value(code); }
QString Phrasebook::priorityClass(const QString& code) const { return nameIn(m_classes, code, m_chinese); }

QString Phrasebook::shortClass(const QString& code) const
{
    const QString name = priorityClass(code);
    const qsizetype bracket = name.indexOf(m_chinese ? u'（' : u'(');
    return bracket > 0 ? name.left(bracket).trimmed() : name;
}

QString Phrasebook::desk(int number) const
{
    const auto found = m_desks.constFind(number);
    return found == m_desks.constEnd() || found->in(m_chinese).isEmpty() ? tr("Desk %1").arg(number)
                                                                         : found->in(m_chinese);
}

QString Phrasebook::state(TicketState state) const
{
    switch (state) {
    case TicketState::Waiting: return tr("Waiting");
    case TicketState::Called: return tr("Called");
    case TicketState::Serving: return tr("Being served");
    case TicketState::Parked: return tr("Parked");
    case TicketState::Finished: return tr("Finished");
    case TicketState::NoShow: return tr("No-show");
    case TicketState::Cancelled: return tr("Cancelled");
    case TicketState::Unserved: return tr("Not served today");
    }
    return {};
}

QString Phrasebook::deskState(queue::DeskState state) const
{
    switch (state) {
    case queue::DeskState::Closed: return tr("Closed");
    case queue::DeskState::Open: return tr("Open");
    case queue::DeskState::Paused: return tr("On pause");
    }
    return {};
}

QString Phrasebook::role(Role role) const
{
    switch (role) {
    case Role::Clerk: return tr("Clerk");
    case Role::Mediator: return tr("Mediator");
    case Role::Expert: return tr("Expert");
    case Role::Guide: return tr("Guide");
    case Role::Supervisor: return tr("Supervisor");
    case Role::SystemAdministrator: return tr("System administrator");
    case Role::SecurityAdministrator: return tr("Security administrator");
    case Role::AuditAdministrator: return tr("Audit administrator");
    }
    return {};
}

QString Phrasebook::party(int size) const { return size == 1 ? tr("1 person") : tr("%1 people").arg(size); }

QString Phrasebook::clock(base::Timestamp t) const { return base::toHallTime(t).toString(QStringLiteral("HH:mm")); }

QString Phrasebook::date(const QDate& day) const
{
    const QLocale locale(m_chinese ? QLocale::Chinese : QLocale::English);
    return m_chinese ? locale.toString(day, QStringLiteral("yyyy年M月d日 ddd"))
                     : locale.toString(day, QStringLiteral("ddd d MMM yyyy"));
}

QString Phrasebook::day(const QDate& day) const
{
    const QLocale locale(m_chinese ? QLocale::Chinese : QLocale::English);
    return locale.toString(day, m_chinese ? QStringLiteral("yyyy年M月d日") : QStringLiteral("d MMM yyyy"));
}

QString Phrasebook::duration(base::Milliseconds d) const
{
    const qint64 seconds = std::max<qint64>(0, d.count() / 1000);
    if (seconds < 60)
        return tr("under 1 min");
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString Phrasebook::stopwatch(base::Milliseconds d) const
{
    const qint64 seconds = std::max<qint64>(0, d.count() / 1000);
    const auto two = [](qint64 n) { return QStringLiteral("%1").arg(n, 2, 10, QLatin1Char('0')); };
    if (seconds < 3600)
        return two(seconds / 60) + u':' + two(seconds % 60);
    return QString::number(seconds / 3600) + u':' + two(seconds / 60 % 60) + u':' + two(seconds % 60);
}

QString Phrasebook::waitRange(const queue::WaitRange& range) const
{
    const auto minutes = [](double seconds) { return static_cast<int>(seconds / 60 + 0.5); };
    const int low = minutes(range.p50);
    const int high = minutes(range.p90);
    if (high < 1)
        return tr("under 1 min");
    return low == high ? tr("about %1 min").arg(high) : tr("%1–%2 min").arg(low).arg(high);
}

QString Phrasebook::story(const TicketEvent& e) const
{
    const auto detail = [&](const char* name) { return e.detail.value(QLatin1StringView(name)).toString(); };
    if (e.kind == u"issued")
        return tr("Took the ticket");
    if (e.kind == u"called") {
        const auto why = whyOf(e);
        return why && why->rule == u"out-of-turn" ? tr("Called to %1 out of turn: %2").arg(desk(e.desk), why->reason)
                                                  : tr("Called to %1").arg(desk(e.desk));
    }
    if (e.kind == u"recalled")
        return tr("Called again to %1").arg(desk(e.desk));
    if (e.kind == u"serving")
        return tr("Came to %1").arg(desk(e.desk));
    if (e.kind == u"parked") {
        const auto until = base::fromIso(detail("return_at"));
        return until ? tr("Parked until %1").arg(clock(*until)) : tr("Parked");
    }
    if (e.kind == u"resumed")
        return detail("because") == u"return-time" ? tr("Return time reached: in line again") : tr("Back in line");
    if (e.kind == u"transferred")
        return tr("Transferred from %1 to %2").arg(service(detail("from")), service(detail("to")));
    if (e.kind == u"finished")
        return tr("Finished at %1").arg(desk(e.desk));
    if (e.kind == u"no-show")
        return tr("Did not come to %1").arg(desk(e.desk));
    if (e.kind == u"cancelled")
        return tr("Ticket cancelled");
    if (e.kind == u"unserved")
        return tr("Not served when the day closed");
    if (e.kind == u"undone")
        return tr("Last step taken back");
    return e.kind;
}

QString Phrasebook::deed(const TicketEvent& e) const
{
    if (e.kind == u"called")
        return tr("Called");
    if (e.kind == u"recalled")
        return tr("Called again");
    if (e.kind == u"serving")
        return tr("Served");
    if (e.kind == u"finished")
        return tr("Finished");
    if (e.kind == u"no-show")
        return tr("No-show");
    if (e.kind == u"transferred")
        return tr("Transferred to %1").arg(service(e.detail.value(QLatin1StringView("to")).toString()));
    return story(e);
}

QString Phrasebook::why(const queue::Why& why) const
{
    const auto waited = duration(base::Milliseconds(static_cast<qint64>(why.waited * 1000)));
    if (why.rule == u"out-of-turn")
        return tr("Called out of turn: %1").arg(why.reason);
    if (why.rule == u"bound")
        return tr("Waited %1: past the hall's bound, so before everybody else.").arg(waited);
    if (why.rule == u"fifo")
        return tr("Waited longest: %1.").arg(waited);
    if (why.rule == u"strict")
        return tr("First of the highest class in line; waited %1.").arg(waited);
    return tr("Strongest claim in line: waited %1, claim %2.").arg(waited).arg(qRound(why.score));
}

QString Phrasebook::remedy(const base::Error& e) const
{
    using base::ErrorCode;
    switch (e.code) {
    case ErrorCode::StoreUnavailable:
        return tr("The hall store does not answer. What you typed stays here; try again when the status bar says Connected.");
    case ErrorCode::TicketStateConflict:
        return tr("Somebody was faster, or the ticket has moved on. The line has been read again: look and choose anew.");
    case ErrorCode::TicketNotFound: return tr("This ticket is not in the line any more. Choose another one.");
    case ErrorCode::DeskBusy: return tr("This desk is taken. Choose another one, or finish the visit that is there.");
    case ErrorCode::DeskClosed: return tr("The desk is not open. Open it or end the pause first.");
    case ErrorCode::DeskUnknown: return tr("The catalogue has no such desk any more. Choose another one.");
    case ErrorCode::ServiceUnknown: return tr("The catalogue has no such service any more. Choose another one.");
    case ErrorCode::ReasonMissing: return tr("Write the reason: it is kept with the call.");
    case ErrorCode::UndoExpired: return tr("The time to take this step back is over.");
    case ErrorCode::PermissionDenied: return tr("You do not belong to the block that may read this. Transfer the visitor, or ask the security administrator.");
    case ErrorCode::DiskFull: return tr("The disk of the hall store is full. Tell the system administrator; nothing was lost.");
    case ErrorCode::SealInvalid: return tr("What was typed cannot be opened with your keys. Ask the visitor again, and tell the security administrator.");
    case ErrorCode::StoreDamaged: return tr("The hall store is damaged. Stop working and tell the system administrator.");
    default: return e.message;
    }
}

std::optional<queue::Why> whyOf(const TicketEvent& event)
{
    const auto value = event.detail.value(QLatin1StringView("why"));
    if (!value.isObject())
        return std::nullopt;
    const auto object = value.toObject();
    queue::Why why;
    why.rule = object.value(QLatin1StringView("rule")).toString();
    why.score = object.value(QLatin1StringView("score")).toDouble();
    why.waited = object.value(QLatin1StringView("waited")).toDouble();
    why.reason = object.value(QLatin1StringView("reason")).toString();
    for (const auto& entry : object.value(QLatin1StringView("runners_up")).toArray()) {
        const auto r = entry.toObject();
        why.runnersUp.append({queue::TicketId(r.value(QLatin1StringView("id")).toInteger()),
                              r.value(QLatin1StringView("number")).toString(),
                              r.value(QLatin1StringView("score")).toDouble(),
                              r.value(QLatin1StringView("waited")).toDouble()});
    }
    return why;
}

std::optional<queue::Why> lastWhy(const QList<TicketEvent>& history)
{
    for (auto e = history.crbegin(); e != history.crend(); ++e) {
        if (e->kind == u"called")
            return whyOf(*e);
    }
    return std::nullopt;
}

} // namespace hall::desk
