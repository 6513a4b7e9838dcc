// SPDX-License-Identifier: GPL-3.0-or-later
// How the page is put together: its columns, what tells what, the keys.
#include "ui/desk/cases/cases_page.h"

#include <QComboBox>
#include <QScrollArea>
#include <QShortcut>

namespace hall::desk {

namespace {

QScrollArea* scrolled(QWidget* parent, QVBoxLayout*& column)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    column = new QVBoxLayout(content);
    column->setContentsMargins(4, 4, 8, 4);
    column->setSpacing(8);
    scroll->setWidget(content);
    return scroll;
}

} // namespace

void CasesPage::buildMiddle(QHBoxLayout* row)
{
    auto* card = new Card(this, 16, 10);
    m_scroll = scrolled(card, m_middle);
    QWidget* content = m_scroll->widget();
    card->column()->addWidget(m_scroll);
    m_head = makeLabel("page", content, "caseHead");
    m_headFacts = makeLabel("body", content, "caseFacts");
    m_outside = new OutsideReason(m_session.phrases(), content);
    m_tabs = new QWidget(content);
    auto* tabs = new QHBoxLayout(m_tabs);
    tabs->setContentsMargins(0, 0, 0, 0);
    tabs->setSpacing(4);
    for (int i = 0; i < TabCount; ++i) {
        auto* tab = makeButton("", m_tabs);
        tab->setObjectName(QStringLiteral("caseTab_%1").arg(i));
        tab->setProperty("tab", true);
        tab->setCheckable(true);
        tab->setAutoExclusive(true);
        tabs->addWidget(tab);
        m_tabButtons.append(tab);
        connect(tab, &QPushButton::clicked, this, [this, i] { showTab(i); });
    }
    tabs->addStretch();
    m_writing = new QWidget(content);
    auto* writing = new QVBoxLayout(m_writing);
    writing->setContentsMargins(0, 0, 0, 0);
    writing->setSpacing(8);
    buildWriting(writing);
    m_attachments = new AttachmentsPane(m_gateway, m_session.phrases(), m_look, content);
    m_documents = new DocumentsPane(m_gateway, m_session.phrases(), m_look, m_session.clock(), content);
    m_parties = new PartiesPane(m_session.phrases(), content);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_head, m_headFacts, m_outside, m_tabs, m_writing, m_attachments, m_documents, m_parties})
        m_middle->addWidget(widget);
    m_middle->addStretch();
    row->addWidget(card, 5);
}

void CasesPage::buildWriting(QVBoxLayout* column)
{
    m_story = new StoryPane(m_session.phrases(), m_writing);
    m_story->setObjectName(QStringLiteral("caseStory"));
    m_notice = makeLabel("attention", m_writing, "caseNotice");
    m_recuse = makeButton("caseRecuse", m_writing);
    m_workspace = makeLabel("attention", m_writing, "caseWorkspace");
    m_kindLabel = makeLabel("title", m_writing);
    m_kind = new QComboBox(m_writing);
    m_kind->setObjectName(QStringLiteral("caseKind"));
    m_kind->setFocusPolicy(Qt::StrongFocus);
    m_form = new EntryForm(m_session.phrases(), m_writing);
    m_form->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_draftWord = makeLabel("caption", m_writing, "caseDraft");
    m_error = makeLabel("error", m_writing, "caseError");
    m_send = makeButton("caseSend", m_writing, true);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_story, m_notice, m_recuse, m_workspace, m_kindLabel, m_kind, m_form, m_draftWord, m_error, m_send})
        column->addWidget(widget);
}

void CasesPage::buildRight(QHBoxLayout* row)
{
    m_right = new Card(this, 16, 8);
    m_right->column()->addWidget(scrolled(m_right, m_rightColumn));
    m_know = new QWidget(m_right);
    auto* column = new QVBoxLayout(m_know);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_clocksTitle = makeLabel("title", m_know);
    m_clocks = new ClocksPane(m_session.phrases(), m_look, m_know);
    m_clocks->setObjectName(QStringLiteral("caseClocks"));
    m_earlier = new EarlierPane(m_gateway, m_session.phrases(), m_know);
    m_earlier->setObjectName(QStringLiteral("caseEarlier"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_clocksTitle, m_clocks, m_earlier})
        column->addWidget(widget);
    m_rightColumn->addWidget(m_know);
    m_rightColumn->addStretch();
    row->addWidget(m_right);
}

void CasesPage::connectPanes()
{
    connect(m_list, &CaseListPane::chosen, this, [this](const QString& number) { openCase(number); });
    connect(m_list, &CaseListPane::registerAsked, this, &CasesPage::startCase);
    connect(m_list, &CaseListPane::refreshed, this, [this] {
        if (!m_view || m_sending || m_registering)
            return;
        // Somebody else wrote into the open case.
        const auto& rows = m_list->model().rows();
        const int row = m_list->model().rowOf(m_view->file.summary.number);
        if (row >= 0 && rows[row].hit.summary.entries != m_view->file.summary.entries)
            openCase(m_view->file.summary.number, m_reason);
    });
    connect(m_outside, &OutsideReason::given, this, [this](const QString& number, const casefile::Reason& reason) { openCase(number, reason); });
    connect(m_earlier, &EarlierPane::openAsked, this, [this](const QString& number) { openCase(number); });
    connect(m_earlier, &EarlierPane::continueAsked, this, &CasesPage::continueCase);
    const auto again = [this](const QString& number) {
        openCase(number, m_reason);
        m_gateway.catchUp().start();
    };
    connect(m_attachments, &AttachmentsPane::added, this, again);
    connect(m_documents, &DocumentsPane::made, this, again);
    connect(m_kind, &QComboBox::activated, this, [this] { chooseKind(m_kind->currentData().toString()); });
    connect(m_form, &EntryForm::edited, this, &CasesPage::formEdited);
    connect(m_send, &QPushButton::clicked, this, &CasesPage::send);
    connect(m_recuse, &QPushButton::clicked, this, [this] { chooseKind(QStringLiteral("recused")); });
    connect(&m_draftTimer, &QTimer::timeout, this, &CasesPage::keepDraft);
    connect(&m_gateway, &CaseGateway::lawChanged, this, &CasesPage::followLaw);
    connect(&m_session, &DeskSession::wiped, this, &CasesPage::wipe);
    connect(&m_session, &DeskSession::personChanged, this, &CasesPage::begin);
    connect(&m_session, &DeskSession::phaseChanged, this, [this] {
        if (!m_session.working())
            wipe();
        else if (m_drafts.isEmpty() && m_list->model().rowCount() == 0)
            begin();
    });
    connect(&m_look, &Look::changed, this, [this] {
        arrange();
        if (m_view)
            m_clocks->show(m_law, m_view->clocks);
    });
}

void CasesPage::addKeys()
{
    const auto key = [this](const QKeySequence& keys, const std::function<void()>& act) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(Qt::CTRL | Qt::Key_F), [this] { m_list->focusSearch(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_J), [this] { m_list->focusList(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_N), [this] { startCase(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] {
        if (m_send->isVisible())
            send();
    });
    for (int i = 0; i < TabCount; ++i) {
        key(QKeySequence(QKeyCombination(Qt::AltModifier, static_cast<Qt::Key>(Qt::Key_1 + i))), [this, i] {
            if (m_view)
                showTab(i);
        });
    }
}

} // namespace hall::desk
