// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/case_list_model.h"

#include "ui/desk/cases/value_words.h"

#include <QPoint>

namespace hall::desk {

using casefile::Light;

CaseListModel::CaseListModel(const Phrasebook& phrases, QObject* parent)
    : QAbstractListModel(parent)
    , m_phrases(phrases)
{
}

void CaseListModel::setRows(const QList<CaseRow>& rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

void CaseListModel::addRows(const QList<CaseRow>& rows)
{
    if (rows.isEmpty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

int CaseListModel::rowOf(const QString& number) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].hit.summary.number == number)
            return i;
    }
    return -1;
}

int CaseListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QString CaseListModel::names(const CaseRow& row) const
{
    QStringList names;
    for (const auto& person : row.hit.people)
        names.append(person.toObject().value(QLatin1StringView("name")).toString());
    return m_phrases.joined(names);
}

QString CaseListModel::facts(const CaseRow& row) const
{
    const auto& summary = row.hit.summary;
    QStringList facts;
    if (m_law)
        facts.append(ValueWords(*m_law, m_phrases).state(summary.state));
    facts.append(m_phrases.person(summary.handler));
    facts.append(m_phrases.day(base::hallDay(summary.changedAt)));
    return facts.join(QStringLiteral(" · "));
}

QString CaseListModel::line(const CaseRow& row) const
{
    QStringList lines{row.hit.summary.number + QStringLiteral("  ") + names(row), facts(row)};
    if (row.nearest)
        lines.append(lightWord(*row.nearest));
    if (!row.hit.snippet.isEmpty())
        lines.append(row.hit.snippet.simplified());
    return lines.join(u'\n');
}

QVariant CaseListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CaseRow& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole: return line(row);
    case Qt::AccessibleTextRole: return line(row).replace(u'\n', QStringLiteral(", "));
    case NumberRole: return row.hit.summary.number;
    case BlockRole: return row.hit.summary.block;
    case NamesRole: return names(row);
    case FactsRole: return facts(row);
    case LightRole: return row.nearest ? QVariant(static_cast<int>(row.nearest->light)) : QVariant();
    case LightWordRole: return row.nearest ? lightWord(*row.nearest) : QString();
    case SnippetRole: {
        QString snippet = row.hit.snippet;
        for (QChar& c : snippet) { // one for one: the marks count characters
            if (c.isSpace())
                c = u' ';
        }
        return snippet;
    }
    case MarksRole: {
        QList<QPoint> marks;
        for (const auto& mark : row.hit.marks)
            marks.append({static_cast<int>(mark.at), static_cast<int>(mark.length)});
        return QVariant::fromValue(marks);
    }
    default: return {};
    }
}

QString lightWord(const casefile::ClockReading& reading)
{
    const auto days = reading.daysLeft;
    switch (reading.light) {
    case Light::Red: return CaseListModel::tr("overdue by %1 days").arg(-days);
    case Light::Yellow:
    case Light::Green: return days == 0 ? CaseListModel::tr("due today") : CaseListModel::tr("due in %1 days").arg(days);
    case Light::Stopped: return CaseListModel::tr("done");
    case Light::Standing: return CaseListModel::tr("stands still");
    case Light::Lapsed: break;
    }
    return CaseListModel::tr("time is over");
}

} // namespace hall::desk
