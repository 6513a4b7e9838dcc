// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/cases_page.h"

#include "app/rules/entry_values.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <algorithm>
#include <chrono>

namespace hall::desk {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int kDraftMs = 300;

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

CasesPage::CasesPage(CaseGateway& gateway, DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_look(look)
    , m_list(new CaseListPane(gateway, session, look, this))
{
    setObjectName(QStringLiteral("casesPage"));
    setProperty("page", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(12);
    row->addWidget(m_list, 3);
    buildMiddle(row);
    buildRight(row);
    m_draftTimer.setSingleShot(true);
    connectPanes();
    addKeys();
    retranslate();
    wipe();
}

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
        m_list->catchUp();
    };
    connect(m_attachments, &AttachmentsPane::added, this, again);
    connect(m_documents, &DocumentsPane::made, this, again);
    connect(m_kind, &QComboBox::activated, this, [this] { chooseKind(m_kind->currentData().toString()); });
    connect(m_form, &EntryForm::edited, this, &CasesPage::formEdited);
    connect(m_send, &QPushButton::clicked, this, &CasesPage::send);
    connect(m_recuse, &QPushButton::clicked, this, [this] { chooseKind(QStringLiteral("recused")); });
    connect(&m_draftTimer, &QTimer::timeout, this, &CasesPage::keepDraft);
    connect(&m_gateway, &CaseGateway::casesChanged, m_list, &CaseListPane::catchUp);
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

void CasesPage::begin()
{
    if (!m_session.working())
        return;
    m_gateway.setLanguage(m_session.phrases().chinese() ? QStringLiteral("zh") : QStringLiteral("en"));
    m_gateway.law().then(this, [this, epoch = m_epoch](const Result<CaseLawPointer>& law) {
        if (epoch != m_epoch)
            return;
        if (!law.ok()) {
            m_list->tell(m_session.phrases().remedy(law.error()));
            return;
        }
        m_law = *law;
        m_list->begin(m_law);
    });
    m_gateway.drafts().then(this, [this, epoch = m_epoch](const Result<Drafts>& drafts) {
        if (epoch == m_epoch && drafts.ok())
            m_drafts = *drafts;
    });
}

void CasesPage::wipe()
{
    ++m_epoch;
    m_draftTimer.stop();
    m_view.reset();
    m_reason = {};
    m_drafts.clear();
    m_list->wipe();
    m_registering = m_sending = false;
    m_ticket = 0;
    m_send->setEnabled(true);
    closeCase();
    setText(m_head, tr("Choose a case on the left, or register one."));
}

/// Nothing of a case stands there any more.
void CasesPage::closeCase()
{
    if (m_law)
        m_form->build(m_law, {});
    m_story->wipe();
    m_clocks->wipe();
    m_parties->wipe();
    m_earlier->wipe();
    m_attachments->wipe();
    m_documents->wipe();
    m_outside->hide();
    m_kind->clear();
    for (QLabel* label : {m_headFacts, m_notice, m_workspace, m_kindLabel, m_draftWord, m_error})
        setText(label, {}, true);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_tabs, m_kind, m_send, m_recuse, m_clocksTitle})
        widget->hide();
    showTab(Story);
}

void CasesPage::showTab(int tab)
{
    m_tab = tab;
    m_tabButtons[tab]->setChecked(true);
    m_writing->setVisible(tab == Story);
    m_attachments->setVisible(tab == Files);
    m_documents->setVisible(tab == Papers);
    m_parties->setVisible(tab == People);
}

void CasesPage::openCase(const QString& number, const casefile::Reason& reason)
{
    if (number.isEmpty() || !m_law)
        return;
    if (m_draftTimer.isActive()) {
        m_draftTimer.stop();
        keepDraft();
    }
    // Read again while it is open: with the reason that was given before.
    const bool again = m_view && m_view->file.summary.number == number && reason.code.isEmpty();
    const casefile::Reason why = again ? m_reason : reason;
    m_gateway.show(number, why).then(this, [this, number, why, epoch = m_epoch](const Result<CaseView>& view) {
        if (epoch != m_epoch)
            return;
        if (!view.ok()) {
            notOpened(number, view.error());
            return;
        }
        m_reason = why;
        present(*view);
    });
}

void CasesPage::notOpened(const QString& number, const base::Error& error)
{
    if (error.code == ErrorCode::ReasonMissing) {
        m_outside->ask(*m_law, number);
        m_scroll->verticalScrollBar()->setValue(0);
        return;
    }
    m_list->tell(error.code == ErrorCode::PermissionDenied ? error.message : m_session.phrases().remedy(error));
}

void CasesPage::present(const CaseView& view)
{
    const bool same = m_view && !m_registering && m_view->file.summary.number == view.file.summary.number;
    if (!same) {
        closeCase();
        m_registering = false;
    }
    m_view = view;
    m_outside->hide();
    m_tabs->show();
    m_list->setChosen(view.file.summary.number);
    tellCase();
    m_earlier->setContinuing(false);
    m_earlier->lookFor(m_law, rules::peopleOf(view.file.standing.facts), view.file.summary.number);
    offerKinds();
    if (same)
        return;
    m_scroll->verticalScrollBar()->setValue(0);
    restoreDraft();
}

void CasesPage::tellCase()
{
    const auto& file = m_view->file;
    const ValueWords words(*m_law, m_session.phrases());
    QStringList names;
    for (const auto& person : rules::peopleOf(file.standing.facts))
        names.append(person.toObject().value(QLatin1StringView("name")).toString());
    setText(m_head, tr("%1 · %2", "number, state").arg(file.summary.number, words.state(file.summary.state)));
    setText(m_headFacts, words.joined(names) + u'\n' + file.standing.facts.value(QLatin1StringView("request")).toString(), true);
    m_story->show(*m_law, file);
    m_parties->show(*m_law, file.standing.facts);
    m_attachments->show(file, m_reason);
    m_documents->show(*m_view, m_reason);
    m_clocksTitle->show();
    m_clocks->show(m_law, m_view->clocks);
    tellTabs();
    tellRecusal();
}

void CasesPage::tellTabs()
{
    int files = 0;
    int papers = 0;
    qsizetype people = 0;
    if (m_view) {
        for (const auto& entry : m_view->file.entries) {
            if (casefile::attachmentOf(entry))
                ++(entry.kind == QLatin1StringView("document") ? papers : files);
        }
        people = rules::peopleOf(m_view->file.standing.facts).size();
    }
    m_tabButtons[Story]->setText(tr("File", "the entries of a case"));
    m_tabButtons[Files]->setText(tr("Attachments %1").arg(files));
    m_tabButtons[Papers]->setText(tr("Documents %1").arg(papers));
    m_tabButtons[People]->setText(tr("People %1").arg(people));
}

/// Whoever has a stake steps back (信访工作条例 Art 28); the page cannot know it, but it can ask.
void CasesPage::tellRecusal()
{
    const auto& person = m_session.person();
    const auto& facts = m_view->file.standing.facts;
    bool mine = false;
    for (const auto& each : rules::peopleOf(facts))
        mine = mine || (person && each.toObject().value(QLatin1StringView("name")).toString() == person->name);
    mine = mine && m_law->casework().possible(m_view->file.summary.state).contains(QStringLiteral("recused"));
    if (mine)
        setText(m_notice, tr("A party of this case bears your name. Whoever has a stake in a matter steps back (Regulations on Petition Work, Art 28)."), true);
    m_recuse->setText(tr("Step back from this case"));
    m_recuse->setVisible(mine);
}

void CasesPage::offerKinds()
{
    const QString before = m_kind->currentData().toString();
    QStringList codes = m_law->casework().possible(m_view->file.summary.state);
    // Attachments and documents are made, not typed.
    codes.removeAll(QStringLiteral("attachment"));
    codes.removeAll(QStringLiteral("document"));
    if (!before.isEmpty() && !codes.contains(before))
        codes.prepend(before); // its text is not lost; sending it says why it cannot be written any more
    m_kind->clear();
    const ValueWords words(*m_law, m_session.phrases());
    for (const QString& code : std::as_const(codes))
        m_kind->addItem(words.kind(code), code);
    setText(m_kindLabel, m_kind->count() > 0 ? tr("Write an entry") : QString(), true);
    m_kind->setVisible(m_kind->count() > 0);
    m_send->setVisible(m_kind->count() > 0);
    m_send->setText(tr("Write into the case"));
    if (!before.isEmpty())
        m_kind->setCurrentIndex(m_kind->findData(before));
}

void CasesPage::chooseKind(const QString& code)
{
    const auto* kind = m_law ? m_law->casework().kind(code) : nullptr;
    const QJsonObject typed = m_form->content(); // what both kinds ask for need not be typed again
    m_form->build(m_law, kind ? *kind : rules::EntryKind(), today());
    m_form->setContent(typed);
    m_kind->setCurrentIndex(m_kind->findData(code));
}

QString CasesPage::draftKey() const
{
    return m_registering ? QStringLiteral("case/new/%1").arg(m_ticket) : QStringLiteral("case/%1").arg(m_view->file.summary.number);
}

void CasesPage::restoreDraft()
{
    const QJsonObject draft = m_drafts.value(draftKey());
    const QString kind = draft.value(QLatin1StringView("kind")).toString();
    m_form->build(m_law, {});
    if (m_registering)
        m_form->build(m_law, *m_law->casework().opening(), today());
    else
        chooseKind(m_kind->findData(kind) >= 0 ? kind : m_kind->currentData().toString());
    m_form->setContent(draft.value(QLatin1StringView("content")).toObject());
    setText(m_draftWord, draft.isEmpty() ? QString() : tr("Your text from before is back; nothing of it was sent."), true);
}

void CasesPage::keepDraft()
{
    if (!m_view && !m_registering)
        return;
    const QString key = draftKey();
    const QJsonObject draft{{QStringLiteral("kind"), m_kind->currentData().toString()}, {QStringLiteral("content"), m_form->content()}};
    m_drafts.insert(key, draft);
    m_gateway.keepDraft(key, draft).then(this, [this, epoch = m_epoch](const Result<bool>& kept) {
        if (epoch == m_epoch)
            setText(m_draftWord, kept.ok() ? tr("Kept as a draft.") : m_session.phrases().remedy(kept.error()), true);
    });
}

void CasesPage::formEdited()
{
    setText(m_error, {}, true);
    m_draftTimer.start(kDraftMs);
    if (!m_registering)
        return;
    m_earlier->lookFor(m_law, rules::peopleOf(m_form->content()), {});
    tellWorkspace();
}

/// Said before it happens: what is handed in there can only be read by its members.
void CasesPage::tellWorkspace()
{
    const auto* workspace = m_registering ? m_law->casework().workspaceFor(m_form->content()) : nullptr;
    setText(m_workspace, workspace ? tr("This goes into the sealed workspace \"%1\". Whoever is not one of its members, you included, cannot read it again, nor see that it is there; accused colleagues named below never can.")
                                         .arg(ValueWords(*m_law, m_session.phrases()).named(workspace->name))
                                   : QString(), true);
}

void CasesPage::startCase()
{
    const auto* opening = m_law ? m_law->casework().opening() : nullptr;
    if (!opening || !m_session.person())
        return;
    if (m_draftTimer.isActive()) {
        m_draftTimer.stop();
        keepDraft();
    }
    m_view.reset();
    m_reason = {};
    closeCase();
    m_registering = true;
    m_list->setChosen({});
    const auto& visitor = m_session.current();
    const QStringList& blocks = m_session.person()->blocks;
    m_ticket = visitor ? visitor->id.value() : 0;
    m_block = visitor && blocks.contains(visitor->block) ? visitor->block : blocks.value(0);
    setText(m_head, visitor ? tr("New case for visitor %1").arg(visitor->number) : tr("New case from a letter, a call or a transfer"));
    restoreDraft();
    m_earlier->setContinuing(true);
    const Intake& typed = m_session.intake().intake();
    if (visitor && !m_drafts.contains(draftKey())) {
        const QJsonObject person{{QStringLiteral("name"), typed.name}, {QStringLiteral("id_number"), typed.idNumber}, {QStringLiteral("phone"), typed.phone}};
        m_form->setContent({{QStringLiteral("request"), typed.text}, {QStringLiteral("channel"), QStringLiteral("visit")}, {QStringLiteral("petitioners"), QJsonArray{person}}});
    }
    m_earlier->lookFor(m_law, rules::peopleOf(m_form->content()), {});
    tellWorkspace();
    m_send->setText(tr("Register the case"));
    m_send->show();
    m_scroll->verticalScrollBar()->setValue(0);
    m_form->focusFirst();
}

/// A person decided that it is the same matter: the registration names the earlier case, both stay what they are.
void CasesPage::continueCase(const QString& number)
{
    if (!m_registering)
        return;
    QJsonObject content = m_form->content();
    content.insert(QStringLiteral("continues"), number);
    content.insert(QStringLiteral("repeated"), true);
    m_form->setContent(content);
    setText(m_notice, tr("It goes on with case %1. Where that one is concluded, write down the new facts or reasons.").arg(number), true);
    formEdited();
}

void CasesPage::send()
{
    if (m_sending || (!m_view && !m_registering))
        return;
    setText(m_notice, {}, true);
    if (!m_form->check(today())) {
        setText(m_error, tr("Something is missing or not right; it is said beside the field."), true);
        return;
    }
    m_draftTimer.stop();
    keepDraft(); // on the disk before it is sent
    m_sending = true;
    m_send->setEnabled(false);
    const QString key = draftKey();
    const auto after = [this, key, epoch = m_epoch](const base::Error* error, const QString& number) {
        if (epoch != m_epoch)
            return;
        m_sending = false;
        m_send->setEnabled(true);
        if (error) {
            refused(*error);
            return;
        }
        m_drafts.remove(key);
        m_gateway.dropDraft(key);
        sent(number);
    };
    if (m_registering) {
        m_gateway.open(m_block, m_form->content(), m_ticket).then(this, [after](const Result<casefile::CaseSummary>& opened) {
            after(opened.ok() ? nullptr : &opened.error(), opened.ok() ? opened->number : QString());
        });
        return;
    }
    const auto& summary = m_view->file.summary;
    m_gateway.append(summary.number, m_kind->currentData().toString(), m_form->content(), m_view->file.entries.last().sequence)
        .then(this, [after, number = summary.number](const Result<casefile::CaseEntry>& entry) {
            after(entry.ok() ? nullptr : &entry.error(), number);
        });
}

void CasesPage::sent(const QString& number)
{
    const casefile::Reason reason = m_reason;
    m_view.reset();
    m_registering = false;
    closeCase();
    // Handed into a workspace: perhaps this person is a member, perhaps this is the last that they see of it.
    if (number.front().isLetter())
        setText(m_head, tr("Handed in as %1. Give this number to the petitioner.").arg(number));
    openCase(number, reason);
    m_list->catchUp();
}

void CasesPage::refused(const base::Error& error)
{
    if (error.code != ErrorCode::EntryConflict) {
        setText(m_error, error.code == ErrorCode::PermissionDenied ? error.message : m_session.phrases().remedy(error), true);
        return;
    }
    setText(m_notice, tr("Somebody wrote into this case meanwhile; their entry stands above now. Your text is still here: read theirs, then press the button once more."), true);
    openCase(m_view->file.summary.number);
    m_send->setFocus();
}

void CasesPage::focusFirst() { m_list->focusSearch(); }

void CasesPage::retranslate()
{
    m_kind->setAccessibleName(tr("Kind of entry"));
    setText(m_clocksTitle, tr("Deadlines"));
    m_tabs->setAccessibleName(tr("Parts of the case"));
    tellTabs();
    if (!m_view && !m_registering)
        setText(m_head, tr("Choose a case on the left, or register one."));
}

void CasesPage::arrange()
{
    m_right->setFixedWidth(m_look.px(310));
    const bool narrow = width() < m_look.px(1270);
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_right->setVisible(!narrow);
    if (narrow)
        m_middle->insertWidget(2, m_know);
    else
        m_rightColumn->insertWidget(0, m_know);
    m_know->show();
}

void CasesPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void CasesPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_gateway.setLanguage(m_session.phrases().chinese() ? QStringLiteral("zh") : QStringLiteral("en"));
    if (m_view) {
        tellCase();
        offerKinds();
        chooseKind(m_kind->currentData().toString());
    } else if (m_registering) {
        const QJsonObject typed = m_form->content();
        m_form->build(m_law, *m_law->casework().opening(), today());
        m_form->setContent(typed);
        tellWorkspace();
        m_send->setText(tr("Register the case"));
    }
}

} // namespace hall::desk
