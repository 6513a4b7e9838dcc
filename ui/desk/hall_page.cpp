// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/hall_page.h"

#include "ui/desk/block_mark.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QTableView>
#include <algorithm>

namespace hall::desk {

HallPage::HallPage(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
    , m_model(new DesksModel(session.phrases(), this))
{
    setObjectName(QStringLiteral("hallPage"));
    setProperty("page", true);
    auto* column = scrolledColumn(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(14);
    m_title = makeLabel("page", this);
    m_hint = makeLabel("muted", this, "hallHint");
    column->addWidget(m_title);
    column->addWidget(m_hint);
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(12);
    column->addLayout(m_tileGrid);
    auto* card = new Card(this, 14, 8);
    m_desksTitle = makeLabel("title", card);
    m_table = makeTable("desksTable", m_model, card);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(DesksModel::Services, QHeaderView::Stretch);
    card->column()->addWidget(m_desksTitle);
    card->column()->addWidget(m_table);
    column->addWidget(card, 1);
    const auto size = [this] {
        m_table->verticalHeader()->setDefaultSectionSize(m_look.px(40));
        m_table->setMinimumHeight(m_look.px(160));
        m_perRow = 0;
        arrange();
    };
    connect(&look, &Look::changed, this, size);
    connect(&session.watch(), &LineWatch::pictureChanged, this, &HallPage::refresh);
    connect(&session.watch(), &LineWatch::catalogueChanged, this, &HallPage::refresh);
    size();
    refresh();
}

HallPage::Tile HallPage::makeTile()
{
    auto* card = new Card(this, 16, 4);
    Tile tile{card, new BlockMark(m_look, 40, card), makeLabel("strong", card), makeLabel("figure", card), makeLabel("caption", card)};
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(tile.mark);
    row->addWidget(tile.name, 1);
    card->column()->addLayout(row);
    card->column()->addWidget(tile.waiting);
    card->column()->addWidget(tile.detail);
    return tile;
}

void HallPage::refresh()
{
    const Phrasebook& p = m_session.phrases();
    const Picture& picture = m_session.watch().picture();
    while (m_tiles.size() < picture.loads.size()) {
        m_tiles.append(makeTile());
        m_perRow = 0;
    }
    while (m_tiles.size() > picture.loads.size())
        delete m_tiles.takeLast().card;
    arrange();
    for (int i = 0; i < m_tiles.size(); ++i) {
        const queue::BlockLoad& load = picture.loads[i];
        m_tiles[i].mark->setBlock(load.block);
        setText(m_tiles[i].name, p.block(load.block));
        setText(m_tiles[i].waiting, tr("%1 waiting").arg(load.waiting));
        QString detail = tr("Desks open: %1").arg(load.desksOpen) + tr(" · parked: %1").arg(load.parked);
        if (load.desksOpen > 0)
            detail += tr(" · new visitors: %1").arg(p.waitRange(load.wait));
        setText(m_tiles[i].detail, detail);
    }
    int open = 0;
    for (const queue::Desk& desk : picture.desks)
        open += desk.state == queue::DeskState::Open;
    setText(m_title, tr("The hall now"));
    setText(m_hint, QStringLiteral("%1 · %2").arg(p.date(base::hallDay(m_session.now())),
                                                  tr("%1 of %2 desks open").arg(open).arg(picture.desks.size())));
    setText(m_desksTitle, tr("Desks"));
    m_table->setAccessibleName(tr("Desks of the hall"));
    m_model->setPicture(picture);
}

void HallPage::arrange()
{
    const int perRow = width() / m_look.px(230) >= 4 ? 4 : width() / m_look.px(230) >= 2 ? 2 : 1;
    if (perRow == m_perRow)
        return;
    m_perRow = perRow;
    for (int i = 0; i < m_tiles.size(); ++i)
        m_tileGrid->addWidget(m_tiles[i].card, i / perRow, i % perRow);
}

void HallPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void HallPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
        emit m_model->headerDataChanged(Qt::Horizontal, 0, DesksModel::ColumnCount - 1);
    }
}

} // namespace hall::desk
