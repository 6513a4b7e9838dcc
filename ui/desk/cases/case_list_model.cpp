// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/case_list_model.h"

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

int CaseListModel::rowOf(const QString& number) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].hit.summary.number == number)
            return i;
    }
    return -1;
}

int CaseListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

QString CaseListModel::line(const CaseRow& row) const
{
    const auto& summary = row.hit.summary;
    QStringList names;
    for (const auto& person : row.hit.people)
        names.append(person.toObject().value(QLatin1StringView("name")).toString());
    QStringList first{summary.number};
    if (!names.isEmpty())
        first.append(names.join(QStringLiteral("、")));
    QStringList second;
    if (m_law)
        second.append(stateName(*m_law, summary.state, m_phrases.chinese()));
    if (row.nearest)
        second.append(lightWord(*row.nearest));
    second.append(m_phrases.person(summary.handler));
    second.append(m_phrases.date(base::hallDay(summary.changedAt)));
    QStringList lines{first.join(QStringLiteral("  ")), second.join(QStringLiteral(" · "))};
    if (!row.hit.snippet.isEmpty())
        lines.append(row.hit.snippet.simplified()); // last: what is cut off is the snippet, not the deadline
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
    default: return {};
    }
}

QString stateName(const CaseLaw& law, const QString& code, bool chinese)
{
    const auto* state = law.rules.casework.state(code);
    return state ? Bilingual{state->name.zh, state->name.en}.in(chinese) : code;
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
