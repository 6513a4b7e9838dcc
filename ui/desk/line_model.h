// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/phrasebook.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

namespace hall::desk {

/// The open tickets of the hall in the order in which they would be called.
class LineModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TicketIdRole = Qt::UserRole,
        NumberRole,
        BlockRole,         ///< code of the block of the service it waits for
        ServiceRole,       ///< code
        ServiceNameRole,
        ClassRole,         ///< code
        ClassNameRole,     ///< empty for ordinary
        StateRole,         ///< int of queue::TicketState
        StateNameRole,
        WaitedRole,        ///< "12 min"
        PlaceRole,         ///< 1 for the first who waits; 0 for others
        LateRole,          ///< waited past the policy's bound
    };

    LineModel(const Phrasebook& phrases, QObject* parent = nullptr);

    void setTickets(const QList<queue::Ticket>& tickets, base::Timestamp now, double boundSeconds);
    /// Waiting times grow by themselves.
    void setNow(base::Timestamp now);
    void retranslate();
    std::optional<queue::Ticket> ticket(const QModelIndex& index) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    QString spoken(const queue::Ticket& ticket, int row) const;
    QString waited(const queue::Ticket& ticket) const;

    const Phrasebook& m_phrases;
    QList<queue::Ticket> m_tickets;
    base::Timestamp m_now;
    double m_boundSeconds = 0;
};

/// What the clerk wants to see of the line.
class LineFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setNumber(const QString& part);
    void setPlace(const QString& block, const QString& service); ///< both empty: everywhere
    void setServices(const QStringList& services);                ///< empty: any
    void setPriorityClass(const QString& code);
    void setStates(const QList<int>& states);
    bool isActive() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_number, m_block, m_service, m_class;
    QStringList m_services;
    QList<int> m_states;
};

} // namespace hall::desk
