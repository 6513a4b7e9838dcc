// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/line_model.h"

#include <algorithm>

namespace hall::desk {

using queue::Ticket;
using queue::TicketState;

LineModel::LineModel(const Phrasebook& phrases, QObject* parent)
    : QAbstractListModel(parent)
    , m_phrases(phrases)
{
}

void LineModel::setTickets(const QList<Ticket>& tickets, base::Timestamp now, double boundSeconds)
{
    m_now = now;
    m_boundSeconds = boundSeconds;
    const auto sameOrder = tickets.size() == m_tickets.size()
                           && std::equal(tickets.begin(), tickets.end(), m_tickets.begin(),
                                         [](const Ticket& a, const Ticket& b) { return a.id == b.id; });
    if (sameOrder) {
        m_tickets = tickets;
        if (!tickets.isEmpty())
            emit dataChanged(index(0), index(static_cast<int>(tickets.size()) - 1));
        return;
    }
    // Rows that left or moved go, new ones come in at their place: the selection stays on the ticket it was on.
    for (qsizetype row = m_tickets.size() - 1; row >= 0; --row) {
        const bool stays = std::any_of(tickets.begin(), tickets.end(), [&](const Ticket& t) { return t.id == m_tickets[row].id; });
        if (!stays) {
            beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
            m_tickets.removeAt(row);
            endRemoveRows();
        }
    }
    for (int row = 0; row < tickets.size(); ++row) {
        const auto found = std::find_if(m_tickets.begin() + std::min<qsizetype>(row, m_tickets.size()), m_tickets.end(),
                                        [&](const Ticket& t) { return t.id == tickets[row].id; });
        const int from = static_cast<int>(found - m_tickets.begin());
        if (found == m_tickets.end()) {
            beginInsertRows({}, row, row);
            m_tickets.insert(row, tickets[row]);
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_tickets.move(from, row);
            endMoveRows();
        }
        m_tickets[row] = tickets[row];
    }
    if (!m_tickets.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_tickets.size()) - 1));
}

void LineModel::setNow(base::Timestamp now)
{
    if (now - m_now < std::chrono::seconds(15))
        return;
    m_now = now;
    if (!m_tickets.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_tickets.size()) - 1), {WaitedRole, LateRole});
}

void LineModel::retranslate()
{
    if (!m_tickets.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_tickets.size()) - 1));
}

std::optional<Ticket> LineModel::ticket(const QModelIndex& index) const
{
    return index.isValid() && index.row() < m_tickets.size() ? std::optional(m_tickets[index.row()]) : std::nullopt;
}

int LineModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_tickets.size()); }

QString LineModel::waited(const Ticket& t) const
{
    if (t.state == TicketState::Parked && t.returnAt)
        return m_phrases.clock(*t.returnAt);
    return m_phrases.duration(m_now - t.arrived);
}

QString LineModel::spoken(const Ticket& t, int) const
{
    QStringList parts{t.number, m_phrases.service(t.service)};
    if (t.priorityClass != u"ordinary")
        parts.append(m_phrases.priorityClass(t.priorityClass));
    parts.append(m_phrases.state(t.state));
    parts.append(waited(t));
    return parts.join(m_phrases.chinese() ? QStringLiteral("，") : QStringLiteral(", "));
}

QVariant LineModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_tickets.size())
        return {};
    const Ticket& t = m_tickets[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NumberRole: return t.number;
    case Qt::AccessibleTextRole: return spoken(t, index.row());
    case Qt::ToolTipRole: return spoken(t, index.row());
    case TicketIdRole: return t.id.value();
    case BlockRole: {
        const auto block = m_phrases.blockOfService(t.service);
        return block.isEmpty() ? t.block : block;
    }
    case ServiceRole: return t.service;
    case ServiceNameRole: return m_phrases.service(t.service);
    case ClassRole: return t.priorityClass;
    case ClassNameRole: return t.priorityClass == u"ordinary" ? QString() : m_phrases.shortClass(t.priorityClass);
    case StateRole: return static_cast<int>(t.state);
    case StateNameRole: return m_phrases.state(t.state);
    case WaitedRole: return waited(t);
    case PlaceRole: return t.state == TicketState::Waiting ? index.row() + 1 : 0;
    case LateRole:
        return t.state == TicketState::Waiting && m_boundSeconds > 0 && base::toSeconds(m_now - t.countsFrom) >= m_boundSeconds;
    default: return {};
    }
}

QHash<int, QByteArray> LineModel::roleNames() const
{
    auto names = QAbstractListModel::roleNames();
    names.insert(NumberRole, "number");
    names.insert(StateNameRole, "stateName");
    return names;
}

void LineFilter::setNumber(const QString& part)
{
    m_number = part.trimmed();
    invalidateFilter();
}

void LineFilter::setPlace(const QString& block, const QString& service)
{
    m_block = block;
    m_service = service;
    invalidateFilter();
}

void LineFilter::setServices(const QStringList& services)
{
    m_services = services;
    invalidateFilter();
}

void LineFilter::setPriorityClass(const QString& code)
{
    m_class = code;
    invalidateFilter();
}

void LineFilter::setStates(const QList<int>& states)
{
    m_states = states;
    invalidateFilter();
}

bool LineFilter::isActive() const
{
    return !m_number.isEmpty() || !m_block.isEmpty() || !m_service.isEmpty() || !m_services.isEmpty() || !m_class.isEmpty()
           || !m_states.isEmpty();
}

bool LineFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex i = sourceModel()->index(row, 0, parent);
    const auto is = [&](const QString& wanted, int role) { return wanted.isEmpty() || i.data(role).toString() == wanted; };
    return is(m_block, LineModel::BlockRole) && is(m_service, LineModel::ServiceRole) && is(m_class, LineModel::ClassRole)
           && (m_services.isEmpty() || m_services.contains(i.data(LineModel::ServiceRole).toString()))
           && (m_states.isEmpty() || m_states.contains(i.data(LineModel::StateRole).toInt()))
           && i.data(LineModel::NumberRole).toString().contains(m_number, Qt::CaseInsensitive);
}

} // namespace hall::desk
