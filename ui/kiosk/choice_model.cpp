// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kiosk/choice_model.h"

namespace hall::kiosk {

void ChoiceModel::set(const QList<Choice>& choices)
{
    if (choices == m_choices)
        return;
    const bool sameCount = choices.size() == m_choices.size();
    if (sameCount) { // another language: the tiles stay, their words change
        m_choices = choices;
        if (!m_choices.isEmpty())
            emit dataChanged(index(0), index(count() - 1));
        return;
    }
    beginResetModel();
    m_choices = choices;
    endResetModel();
    emit countChanged();
}

int ChoiceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ChoiceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Choice& choice = m_choices.at(index.row());
    switch (role) {
    case CodeRole:
        return choice.code;
    case Qt::DisplayRole:
    case TitleRole:
        return choice.title;
    case SubtitleRole:
        return choice.subtitle;
    case BlockRole:
        return choice.block;
    case IconRole:
        return choice.icon;
    default:
        return {};
    }
}

QHash<int, QByteArray> ChoiceModel::roleNames() const
{
    return {{CodeRole, "code"}, {TitleRole, "title"}, {SubtitleRole, "subtitle"}, {BlockRole, "block"}, {IconRole, "drawing"}};
}

} // namespace hall::kiosk
