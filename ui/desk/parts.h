// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

class QAbstractItemModel;
class QComboBox;
class QTableView;

namespace hall::desk {

/// Small pieces that every page of the desk is made of; the style sheet knows them by their properties.

/// `type`: display, timer, page, title, strong, figure, body, muted, caption, error, attention, good, key.
QLabel* makeLabel(const char* type, QWidget* parent = nullptr, const char* objectName = nullptr);
/// Sets the text of a label and tells a screen reader; hides an empty one when `hideEmpty`.
void setText(QLabel* label, const QString& text, bool hideEmpty = false);
QPushButton* makeButton(const char* objectName, QWidget* parent = nullptr, bool primary = false);
QFrame* makeRule(QWidget* parent = nullptr);
/// One row at a time, no grid, no row numbers; Tab leaves it.
QTableView* makeTable(const char* objectName, QAbstractItemModel* model, QWidget* parent);
/// Fills a choice anew and keeps what was chosen, where it is still there.
void refill(QComboBox* box, const QList<std::pair<QString, QVariant>>& choices);
/// Re-reads the style sheet's rules after a property changed.
void setTone(QWidget* widget, const char* property, const QVariant& value);

/// A surface with rounded corners.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget* parent = nullptr, int margin = 20, int spacing = 12);
    QVBoxLayout* column() { return m_column; }

private:
    QVBoxLayout* m_column;
};

/// The column of a page that scrolls where text is large and the window low.
QVBoxLayout* scrolledColumn(QWidget* page);

/// A key as it stands on a keyboard, "F2".
QString keyText(const QKeySequence& key);

} // namespace hall::desk
