// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/my_day_page.h"

#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <algorithm>

namespace hall::desk {

MyDayPage::MyDayPage(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
    , m_model(new DayModel(session.phrases(), this))
{
    setObjectName(QStringLiteral("myDayPage"));
    setProperty("page", true);
    auto* column = scrolledColumn(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(14);
    m_title = makeLabel("page", this);
    m_date = makeLabel("muted", this, "myDayDate");
    column->addWidget(m_title);
    column->addWidget(m_date);
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(12);
    for (const char* name : {"dayCalled", "dayFinished", "dayPerVisit", "dayParked", "dayTransferred", "dayNoShow"}) {
        auto* card = new Card(this, 16, 2);
        Tile tile{card, makeLabel("figure", card, name), makeLabel("caption", card)};
        card->column()->addWidget(tile.figure);
        card->column()->addWidget(tile.caption);
        m_tiles.append(tile);
    }
    column->addLayout(m_tileGrid);

    auto* card = new Card(this, 10, 0);
    m_stack = new QStackedWidget(card);
    m_table = new QTableView(m_stack);
    m_table->setObjectName(QStringLiteral("dayTable"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(DayModel::Service, QHeaderView::Stretch);
    m_stack->addWidget(m_table);
    auto* empty = new QWidget(m_stack);
    auto* emptyColumn = new QVBoxLayout(empty);
    m_emptyTitle = makeLabel("strong", empty);
    m_emptyHint = makeLabel("muted", empty);
    m_emptyTitle->setAlignment(Qt::AlignHCenter);
    m_emptyHint->setAlignment(Qt::AlignHCenter);
    emptyColumn->addStretch();
    emptyColumn->addWidget(m_emptyTitle);
    emptyColumn->addWidget(m_emptyHint);
    emptyColumn->addStretch(2);
    m_stack->addWidget(empty);
    card->column()->addWidget(m_stack);
    column->addWidget(card, 1);

    connect(&session.watch(), &LineWatch::dayChanged, this, &MyDayPage::refresh);
    connect(&session.watch(), &LineWatch::catalogueChanged, this, &MyDayPage::refresh);
    connect(&look, &Look::changed, this, &MyDayPage::size);
    size();
    refresh();
}

void MyDayPage::size()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_look.px(40));
    m_stack->setMinimumHeight(m_look.px(160));
    m_perRow = 0;
    arrangeTiles();
}

void MyDayPage::arrangeTiles()
{
    int perRow = std::clamp(width() / m_look.px(160), 1, 6);
    perRow = perRow >= 6 ? 6 : perRow >= 3 ? 3 : perRow;
    if (perRow == m_perRow)
        return;
    m_perRow = perRow;
    for (int i = 0; i < m_tiles.size(); ++i)
        m_tileGrid->addWidget(m_tiles[i].card, i / perRow, i % perRow);
}

void MyDayPage::refresh()
{
    const Phrasebook& p = m_session.phrases();
    const auto& day = m_session.watch().day();
    m_model->setEntries(day);
    const DayFigures figures = figuresOf(day);
    setText(m_title, tr("My day"));
    setText(m_date, QStringLiteral("%1 · %2").arg(p.date(base::hallDay(m_session.now())), p.desk(m_session.desk())));
    const auto perVisit = figures.perVisit();
    const std::pair<QString, QString> values[] = {
        {QString::number(figures.called), tr("called")},
        {QString::number(figures.finished), tr("finished")},
        {perVisit ? p.duration(*perVisit) : QStringLiteral("–"), tr("a visit, on average")},
        {QString::number(figures.parked), tr("parked")},
        {QString::number(figures.transferred), tr("transferred")},
        {QString::number(figures.noShow), tr("no-shows")},
    };
    for (int i = 0; i < m_tiles.size(); ++i) {
        setText(m_tiles[i].figure, values[i].first);
        m_tiles[i].figure->setAccessibleName(values[i].second + QStringLiteral(": ") + values[i].first);
        setText(m_tiles[i].caption, values[i].second);
    }
    m_stack->setCurrentIndex(day.isEmpty() ? 1 : 0);
    setText(m_emptyTitle, tr("Nothing yet today"));
    setText(m_emptyHint, tr("What you do on the line's page is listed here with its time. Press Ctrl+1 to go there."));
    m_table->setAccessibleName(tr("What was done at this desk today"));
}

void MyDayPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrangeTiles();
}

void MyDayPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
        m_model->retranslate();
    }
}

} // namespace hall::desk
