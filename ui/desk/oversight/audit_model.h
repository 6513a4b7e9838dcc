// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/look.h"
#include "ui/desk/oversight/audit_words.h"

#include <QAbstractTableModel>

namespace hall::desk {

/// Records of the audit trail, newest first, as many as were read. A view that comes to its end asks for more (moreWanted).
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, What, Who, About, Record, ColumnCount };

    AuditModel(const AuditWords& words, const Look& look, QObject* parent = nullptr);

    void clear();
    /// `next`: what AuditPage says.
    void append(const QList<casefile::AuditRow>& rows, qint64 next);
    const QList<casefile::AuditRow>& rows() const { return m_rows; }
    qint64 next() const { return m_next; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void moreWanted();

private:
    QString text(const store::AuditRecord& record, int column) const;

    const AuditWords& m_words;
    const Look& m_look;
    QList<casefile::AuditRow> m_rows;
    qint64 m_next = 0;
    bool m_asked = false;
};

} // namespace hall::desk
