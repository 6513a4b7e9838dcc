// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/parts.h"

#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QScrollArea>
#include <QStyle>
#include <QTableView>
#include <algorithm>

namespace hall::desk {

QLabel* makeLabel(const char* type, QWidget* parent, const char* objectName)
{
    auto* label = new QLabel(parent);
    label->setProperty("type", QLatin1StringView(type));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (objectName)
        label->setObjectName(QLatin1StringView(objectName));
    return label;
}

void setText(QLabel* label, const QString& text, bool hideEmpty)
{
    if (label->text() != text) {
        label->setText(text);
        label->setAccessibleName(text);
        if (!text.isEmpty() && (label->property("type") == QLatin1StringView("error"))) {
            QAccessibleEvent event(label, QAccessible::Alert);
            QAccessible::updateAccessibility(&event);
        }
    }
    if (hideEmpty)
        label->setVisible(!text.isEmpty());
}

QPushButton* makeButton(const char* objectName, QWidget* parent, bool primary)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(QLatin1StringView(objectName));
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    if (primary)
        button->setProperty("look", QLatin1StringView("primary"));
    return button;
}

QTableView* makeTable(const char* objectName, QAbstractItemModel* model, QWidget* parent)
{
    auto* table = new QTableView(parent);
    table->setObjectName(QLatin1StringView(objectName));
    table->setModel(model);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    return table;
}

void refill(QComboBox* box, const QList<std::pair<QString, QVariant>>& choices)
{
    const QSignalBlocker quiet(box);
    const QVariant before = box->currentData();
    box->clear();
    for (const auto& [text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(before)));
}

QFrame* makeRule(QWidget* parent)
{
    auto* rule = new QFrame(parent);
    rule->setProperty("rule", true);
    return rule;
}

void setTone(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

Card::Card(QWidget* parent, int margin, int spacing)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setProperty("look", QLatin1StringView("card"));
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(spacing);
}

QVBoxLayout* scrolledColumn(QWidget* page)
{
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    scroll->setWidget(content);
    whole->addWidget(scroll);
    return new QVBoxLayout(content);
}

QString keyText(const QKeySequence& key) { return key.toString(QKeySequence::NativeText); }

} // namespace hall::desk
