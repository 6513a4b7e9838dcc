// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/open_desk_page.h"

#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QScrollArea>

namespace hall::desk {

using Phase = DeskSession::Phase;

OpenDeskPage::OpenDeskPage(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
{
    setObjectName(QStringLiteral("openDeskPage"));
    setProperty("page", true);
    build(look);
    connect(m_desk, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            suggestSkills();
        refresh();
    });
    connect(m_go, &QPushButton::clicked, this, &OpenDeskPage::submit);
    connect(m_out, &QPushButton::clicked, &session, &DeskSession::signOut);
    connect(&session, &DeskSession::phaseChanged, this, [this] {
        if (m_session.phase() == Phase::ChoosingDesk)
            fill();
        refresh();
    });
    connect(&session.watch(), &LineWatch::catalogueChanged, this, &OpenDeskPage::fill);
    connect(&session.watch(), &LineWatch::pictureChanged, this, [this] {
        if (m_session.phase() == Phase::ChoosingDesk)
            fillDesks();
    });
    connect(&session, &DeskSession::situationChanged, this, &OpenDeskPage::refresh);
    connect(&session, &DeskSession::deskFailed, this, [this](const base::Error& error) {
        setText(m_error, m_session.phrases().remedy(error), true);
        m_desk->setFocus();
    });
    fill();
}

void OpenDeskPage::build(const Look& look)
{
    auto* outer = scrolledColumn(this);
    outer->setContentsMargins(16, 16, 16, 16);
    auto* card = new Card(this, 32, 10);
    auto* column = card->column();
    m_title = makeLabel("page", card, "openDeskTitle");
    m_hint = makeLabel("muted", card);
    m_deskLabel = makeLabel("strong", card);
    m_desk = new QComboBox(card);
    m_desk->setObjectName(QStringLiteral("openDeskChoice"));
    m_deskNote = makeLabel("attention", card);
    m_skillsLabel = makeLabel("strong", card);
    auto* scroll = new QScrollArea(card);
    scroll->setObjectName(QStringLiteral("openDeskScroll"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_skills = new QWidget(scroll);
    m_skills->setObjectName(QStringLiteral("scrolled"));
    new QVBoxLayout(m_skills);
    m_skills->layout()->setContentsMargins(0, 0, 0, 0);
    m_skills->layout()->setSpacing(2);
    scroll->setWidget(m_skills);
    m_error = makeLabel("error", card, "openDeskError");
    m_error->hide();
    m_go = makeButton("openDesk", card, true);
    m_out = makeButton("openDeskSignOut", card);
    m_out->setProperty("look", QStringLiteral("quiet"));
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addSpacing(8);
    column->addWidget(m_deskLabel);
    column->addWidget(m_desk);
    column->addWidget(m_deskNote);
    column->addSpacing(8);
    column->addWidget(m_skillsLabel);
    column->addWidget(scroll, 1);
    column->addWidget(m_error);
    column->addWidget(m_go);
    column->addWidget(m_out);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card);
    row->addStretch();
    outer->addLayout(row, 1);
    const auto size = [card, scroll, &look] {
        card->setFixedWidth(look.px(560));
        card->setMaximumHeight(look.px(760));
        scroll->setMinimumHeight(look.px(150));
    };
    connect(&look, &Look::changed, this, size);
    size();
}

void OpenDeskPage::fill()
{
    fillDesks();
    const auto& person = m_session.person();
    if (person && m_wanted.isEmpty())
        m_wanted = m_session.preferences().skillsOf(person->login);
    if (m_wanted.isEmpty())
        suggestSkills();
    fillServices();
    refresh();
}

void OpenDeskPage::fillDesks()
{
    const auto& person = m_session.person();
    if (!person)
        return;
    m_filling = true;
    QVariant was = m_desk->currentData();
    m_desk->clear();
    const Phrasebook& p = m_session.phrases();
    int mine = 0;
    for (const DeskInfo& desk : m_session.watch().catalogue().desks) {
        QString text = p.desk(desk.number);
        for (const queue::Desk& now : m_session.watch().picture().desks) {
            if (now.number != desk.number || now.state == queue::DeskState::Closed)
                continue;
            const bool own = now.staff == person->login;
            if (own)
                mine = desk.number;
            text += own ? tr(" – yours, still open") : tr(" – %1 sits here").arg(p.person(now.staff));
        }
        m_desk->addItem(text, desk.number);
    }
    if (!was.isValid())
        was = mine != 0 ? mine : m_session.preferences().deskOf(person->login);
    m_desk->setCurrentIndex(std::max(0, m_desk->findData(was)));
    m_filling = false;
}

void OpenDeskPage::suggestSkills()
{
    const int number = m_desk->currentData().toInt();
    const auto& person = m_session.person();
    if (person && number == m_session.preferences().deskOf(person->login))
        m_wanted = m_session.preferences().skillsOf(person->login);
    else
        for (const DeskInfo& desk : m_session.watch().catalogue().desks)
            if (desk.number == number)
                m_wanted = desk.services;
    for (QCheckBox* box : m_boxes) {
        const QSignalBlocker quiet(box);
        box->setChecked(m_wanted.contains(box->property("service").toString()));
    }
}

void OpenDeskPage::fillServices()
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    auto* column = static_cast<QVBoxLayout*>(m_skills->layout());
    while (auto* item = column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Phrasebook& p = m_session.phrases();
    const CatalogueView& catalogue = m_session.watch().catalogue();
    for (const BlockInfo& block : catalogue.blocks) {
        auto* title = makeLabel("caption", m_skills);
        setText(title, p.text(block.name));
        title->setContentsMargins(0, 8, 0, 2);
        column->addWidget(title);
        for (const ServiceInfo& service : catalogue.services) {
            if (service.block != block.code)
                continue;
            auto* box = new QCheckBox(p.text(service.name), m_skills);
            box->setObjectName(QStringLiteral("skill_") + service.code);
            box->setProperty("service", service.code);
            box->setAccessibleName(p.text(service.name));
            box->setChecked(m_wanted.contains(service.code));
            connect(box, &QCheckBox::toggled, this, [this] {
                m_wanted = chosen();
                refresh();
            });
            m_boxes.append(box);
            column->addWidget(box);
        }
    }
    column->addStretch();
    setTabOrder(m_desk, m_boxes.isEmpty() ? static_cast<QWidget*>(m_go) : m_boxes.first());
}

QStringList OpenDeskPage::chosen() const
{
    QStringList services;
    for (const QCheckBox* box : m_boxes) {
        if (box->isChecked())
            services.append(box->property("service").toString());
    }
    return services;
}

void OpenDeskPage::refresh()
{
    const auto& person = m_session.person();
    const bool opening = m_session.phase() == Phase::OpeningDesk;
    const bool connected = m_session.watch().connected();
    setText(m_title, person ? tr("Welcome, %1").arg(person->name) : tr("Open a desk"));
    setText(m_hint, tr("%1. Choose your desk and what you serve today; it is remembered for next time.")
                        .arg(m_session.phrases().date(base::hallDay(m_session.now()))));
    setText(m_deskLabel, tr("Desk"));
    m_desk->setAccessibleName(tr("Desk"));
    setText(m_skillsLabel, tr("Services"));
    m_go->setText(opening ? tr("Opening…") : tr("Open %1").arg(m_session.phrases().desk(m_desk->currentData().toInt())));
    m_go->setAccessibleName(m_go->text());
    m_go->setEnabled(!opening && connected && m_desk->currentIndex() >= 0);
    m_out->setText(tr("Sign out"));
    m_out->setAccessibleName(m_out->text());
    setText(m_deskNote, !connected ? tr("No connection to the hall store. The desk can be opened as soon as it is back.") : QString(), true);
}

void OpenDeskPage::submit()
{
    const QStringList services = chosen();
    if (services.isEmpty()) {
        setText(m_error, tr("Tick at least one service: the line sends you only visitors for these."), true);
        if (!m_boxes.isEmpty())
            m_boxes.first()->setFocus();
        return;
    }
    setText(m_error, {}, true);
    m_session.openDesk(m_desk->currentData().toInt(), services);
}

// The button to go on may still wait for the desks; focus would slide from it to signing out.
void OpenDeskPage::focusFirst() { m_desk->setFocus(Qt::OtherFocusReason); }

void OpenDeskPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_out->hasFocus())
            m_session.signOut();
        else if (m_go->isEnabled())
            submit();
        return;
    }
    QWidget::keyPressEvent(event);
}

void OpenDeskPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setText(m_error, {}, true);
        fill();
    }
}

} // namespace hall::desk
