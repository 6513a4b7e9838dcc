// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QList>
#include <qqmlregistration.h>

namespace hall::kiosk {

/// One answer that a page offers, in the visitor's language.
struct Choice
{
    QString code;
    QString title;
    QString subtitle;
    QString block; ///< whose hue and drawing it wears; empty for none
    QString icon;
    bool operator==(const Choice&) const = default;
};

/// The answers of a page.
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the kiosk")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { CodeRole = Qt::UserRole + 1, TitleRole, SubtitleRole, BlockRole, IconRole };

    using QAbstractListModel::QAbstractListModel;

    void set(const QList<Choice>& choices);
    const QList<Choice>& choices() const { return m_choices; }
    int count() const { return static_cast<int>(m_choices.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    QList<Choice> m_choices;
};

} // namespace hall::kiosk
