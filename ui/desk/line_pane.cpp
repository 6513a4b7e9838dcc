// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/line_pane.h"

#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"
#include "ui/desk/reason_form.h"
#include "ui/desk/ticket_delegate.h"
#include "ui/theme/icons.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>

namespace hall::desk {

using queue::TicketState;

LinePane::LinePane(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
    , m_model(new LineModel(session.phrases(), this))
    , m_filter(new LineFilter(this))
{
    setObjectName(QStringLiteral("linePane"));
    m_filter->setSourceModel(m_model);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* frame = new Card(this, 0, 0);
    outer->addWidget(frame);
    auto* scroll = new QScrollArea(frame); // only where text is large and the window low
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    frame->column()->setContentsMargins(1, 1, 1, 1);
    frame->column()->addWidget(scroll);
    auto* card = new QWidget(scroll);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 15, 16, 15);
    column->setSpacing(10);
    scroll->setWidget(card);
    buildFilters(column);
    buildList(column);

    m_reason = new ReasonForm(session, card);
    m_reason->hide();
    column->addWidget(m_reason);
    m_actionRow = new QWidget(card);
    auto* grid = new QVBoxLayout(m_actionRow);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    for (Action action : kLineActions) {
        auto* button = new ActionButton(action, look, m_actionRow);
        connect(button, &QPushButton::clicked, this, [this, action] { emit asked(action); });
        m_actions.append(button);
        grid->addWidget(button);
    }
    column->addWidget(m_actionRow);
    wire();
    retranslate();
    readPicture();
}

void LinePane::buildFilters(QVBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    m_title = makeLabel("title", this);
    m_title->setWordWrap(false);
    m_count = makeLabel("muted", this, "lineCount");
    m_count->setWordWrap(false);
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_count);
    column->addLayout(head);

    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("lineSearch"));
    m_search->setClearButtonEnabled(true);
    m_mine = makeButton("lineMine", this);
    m_mine->setCheckable(true);
    m_mine->setProperty("chip", true);
    m_place = new QComboBox(this);
    m_place->setObjectName(QStringLiteral("linePlace"));
    m_class = new QComboBox(this);
    m_class->setObjectName(QStringLiteral("lineClass"));
    m_state = new QComboBox(this);
    m_state->setObjectName(QStringLiteral("lineState"));
    for (auto* box : {m_place, m_class, m_state}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
    }
    auto* searchRow = new QHBoxLayout;
    searchRow->setSpacing(8);
    searchRow->addWidget(m_search, 1);
    searchRow->addWidget(m_mine);
    column->addLayout(searchRow);
    column->addWidget(m_place);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(8);
    pair->addWidget(m_class, 1);
    pair->addWidget(m_state, 1);
    column->addLayout(pair);
}

void LinePane::buildList(QVBoxLayout* column)
{
    m_stack = new QStackedWidget(this);
    m_list = new QListView(m_stack);
    m_list->setObjectName(QStringLiteral("lineList"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new TicketDelegate(m_look, m_list));
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMinimumHeight(m_look.px(m_look.scale() < 1.3 ? 140 : 80));
    m_list->installEventFilter(this);
    m_stack->addWidget(m_list);

    auto* empty = new QWidget(m_stack);
    auto* emptyColumn = new QVBoxLayout(empty);
    m_emptyTitle = makeLabel("strong", empty, "lineEmpty");
    m_emptyTitle->setAlignment(Qt::AlignHCenter);
    m_emptyHint = makeLabel("muted", empty);
    m_emptyHint->setAlignment(Qt::AlignHCenter);
    m_clear = makeButton("lineClear", empty);
    emptyColumn->addStretch();
    emptyColumn->addWidget(m_emptyTitle);
    emptyColumn->addWidget(m_emptyHint);
    emptyColumn->addWidget(m_clear, 0, Qt::AlignHCenter);
    emptyColumn->addStretch(2);
    m_stack->addWidget(empty);
    column->addWidget(m_stack, 1);
}

void LinePane::wire()
{
    connect(m_search, &QLineEdit::textChanged, this, &LinePane::readFilters);
    connect(m_search, &QLineEdit::returnPressed, this, &LinePane::focusList);
    connect(m_mine, &QPushButton::toggled, this, &LinePane::readFilters);
    for (auto* box : {m_place, m_class, m_state})
        connect(box, &QComboBox::currentIndexChanged, this, &LinePane::readFilters);
    connect(m_clear, &QPushButton::clicked, this, &LinePane::clearFilters);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid() && !m_filling)
            m_session.select(queue::TicketId(index.data(LineModel::TicketIdRole).toLongLong()));
    });
    connect(&m_session.watch(), &LineWatch::pictureChanged, this, &LinePane::readPicture);
    connect(&m_session.watch(), &LineWatch::catalogueChanged, this, [this] {
        fillChoices();
        readPicture();
    });
    connect(&m_session, &DeskSession::situationChanged, this, &LinePane::refreshOffers);
    connect(&m_session, &DeskSession::secondPassed, this, [this] { m_model->setNow(m_session.now()); });
    connect(&m_session, &DeskSession::wiped, this, [this] { m_search->clear(); });
    connect(m_reason, &ReasonForm::closed, this, [this] {
        m_reason->hide();
        m_actionRow->show();
        focusList();
    });
    connect(&m_look, &Look::changed, this, [this] {
        m_list->setMinimumHeight(m_look.px(m_look.scale() < 1.3 ? 140 : 80));
        m_list->doItemsLayout();
        for (ActionButton* button : m_actions)
            button->updateGeometry();
    });
}

void LinePane::fillChoices()
{
    m_filling = true;
    const auto keep = [](QComboBox* box, const auto& fill) {
        const QVariant was = box->currentData();
        box->clear();
        fill();
        box->setCurrentIndex(std::max(0, box->findData(was)));
    };
    const Phrasebook& p = m_session.phrases();
    const CatalogueView& catalogue = m_session.watch().catalogue();
    keep(m_place, [&] {
        m_place->addItem(tr("All blocks and services"), QStringList{QString(), QString()});
        for (const BlockInfo& block : catalogue.blocks) {
            m_place->addItem(theme::icon(m_look.theme().blockIcon(block.code), m_look.theme().blockColour(block.code)),
                             p.text(block.name), QStringList{block.code, QString()});
            for (const ServiceInfo& service : catalogue.services) {
                if (service.block == block.code)
                    m_place->addItem(QStringLiteral("    ") + p.text(service.name), QStringList{block.code, service.code});
            }
        }
    });
    keep(m_class, [&] {
        m_class->addItem(tr("All classes"), QString());
        for (const ClassInfo& c : catalogue.classes)
            m_class->addItem(p.text(c.name), c.code);
    });
    keep(m_state, [&] {
        m_state->addItem(tr("All states"), -1);
        for (auto state : {TicketState::Waiting, TicketState::Parked, TicketState::Called, TicketState::Serving})
            m_state->addItem(p.state(state), static_cast<int>(state));
    });
    m_filling = false;
    readFilters();
}

void LinePane::readFilters()
{
    if (m_filling)
        return;
    const auto place = m_place->currentData().toStringList();
    m_filter->setPlace(place.value(0), place.value(1));
    m_filter->setPriorityClass(m_class->currentData().toString());
    const int state = m_state->currentData().toInt();
    m_filter->setStates(m_state->currentIndex() <= 0 ? QList<int>{} : QList<int>{state});
    m_filter->setNumber(m_search->text());
    QStringList mine;
    if (m_mine->isChecked()) {
        for (const queue::Desk& desk : m_session.watch().picture().desks) {
            if (desk.number == m_session.desk())
                mine = desk.services;
        }
    }
    m_filter->setServices(mine);
    readPicture();
}

void LinePane::clearFilters()
{
    m_filling = true;
    m_search->clear();
    m_mine->setChecked(false);
    for (auto* box : {m_place, m_class, m_state})
        box->setCurrentIndex(0);
    m_filling = false;
    readFilters();
    focusList();
}

void LinePane::readPicture()
{
    const Picture& picture = m_session.watch().picture();
    m_model->setTickets(picture.line, m_session.now(), m_session.watch().catalogue().boundSeconds);
    const int shown = m_filter->rowCount();
    int waiting = 0;
    for (const queue::Ticket& t : picture.line)
        waiting += t.state == TicketState::Waiting ? 1 : 0;
    setText(m_count, m_filter->isActive() ? tr("%1 shown · %2 waiting").arg(shown).arg(waiting) : tr("%1 waiting").arg(waiting));
    m_stack->setCurrentIndex(shown == 0 ? 1 : 0);
    if (shown == 0) {
        const bool filtered = m_filter->isActive() && !picture.line.isEmpty();
        setText(m_emptyTitle, filtered ? tr("Nobody matches these filters") : tr("Nobody is in line"));
        setText(m_emptyHint, filtered ? tr("Show everybody to see the whole line.")
                                      : tr("New tickets appear here by themselves as soon as they are taken."));
        m_clear->setVisible(filtered);
    }
    keepSelection();
    refreshOffers();
}

void LinePane::keepSelection()
{
    const auto wanted = m_session.selected();
    const auto index = m_list->currentIndex();
    if (!wanted || (index.isValid() && index.data(LineModel::TicketIdRole).toLongLong() == wanted->id.value()))
        return;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const auto at = m_filter->index(row, 0);
        if (at.data(LineModel::TicketIdRole).toLongLong() == wanted->id.value()) {
            m_list->setCurrentIndex(at);
            return;
        }
    }
}

void LinePane::refreshOffers()
{
    const Situation situation = m_session.situation();
    for (ActionButton* button : m_actions)
        button->setOffer(Actions::offer(button->action(), situation));
    // Large text leaves little room for the list: only what can be done now is shown. The keys work all the same.
    for (ActionButton* button : m_actions)
        button->setVisible(m_look.scale() < 1.3 || button->isEnabled());
}

void LinePane::askReason()
{
    const auto ticket = m_session.selected();
    if (!ticket)
        return;
    m_actionRow->hide();
    m_reason->open(*ticket);
}

void LinePane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void LinePane::focusList()
{
    if (m_filter->rowCount() == 0)
        return;
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filter->index(0, 0));
}

bool LinePane::eventFilter(QObject* watched, QEvent* event)
{
    // The first row is taken when the keyboard enters the list, so that the arrows start from what is seen.
    if (watched == m_list && event->type() == QEvent::FocusIn && !m_list->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_list->setCurrentIndex(m_filter->index(0, 0));
    return QWidget::eventFilter(watched, event);
}

void LinePane::retranslate()
{
    setText(m_title, tr("The line"));
    m_search->setPlaceholderText(tr("Number, e.g. A017"));
    m_search->setAccessibleName(tr("Search the line by ticket number"));
    m_search->setToolTip(tr("Search by number (Ctrl+F)"));
    m_mine->setText(tr("Mine"));
    m_mine->setAccessibleName(tr("Only the services of this desk"));
    m_mine->setToolTip(tr("Only the services of this desk"));
    m_place->setAccessibleName(tr("Block or service"));
    m_class->setAccessibleName(tr("Priority class"));
    m_state->setAccessibleName(tr("State"));
    m_list->setAccessibleName(tr("The line, in the order in which visitors would be called"));
    m_clear->setText(tr("Show everybody"));
    m_clear->setAccessibleName(m_clear->text());
    for (ActionButton* button : m_actions)
        button->retranslate();
    fillChoices();
    m_model->retranslate();
}

void LinePane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace hall::desk
