// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/cases_page.h"

#include "app/rules/entry_values.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <algorithm>
#include <chrono>

namespace hall::desk {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int kDraftMs = 300;

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

void CasesPage::begin()
{
    if (!m_session.working())
        return;
    m_gateway.setLanguage(m_session.phrases().language());
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

/// The hall published other days off, or other names: what is on the screen is read by them, what is being typed stays.
void CasesPage::followLaw()
{
    if (!m_law)
        return;
    m_gateway.law().then(this, [this, epoch = m_epoch](const Result<CaseLawPointer>& law) {
        if (epoch != m_epoch || !law.ok() || *law == m_law)
            return;
        m_law = *law;
        m_list->setLaw(m_law);
        if (m_view && !m_sending && !m_registering)
            openCase(m_view->file.summary.number, m_reason);
    });
}

void CasesPage::wipe()
{
    ++m_epoch;
    m_draftTimer.stop();
    m_gateway.catchUp().forget();
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
    m_know->setVisible(!m_narrow || tab == Know || m_registering);
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
        m_registering = false;
        closeCase();
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
    setText(m_head, tr("%1 · %2", "number, state").arg(file.summary.number, words.state(file.summary.state)));
    tellFacts();
    m_story->show(*m_law, file);
    m_parties->show(*m_law, file.standing.facts);
    m_attachments->show(file, m_reason);
    m_documents->show(*m_view, m_reason);
    m_clocksTitle->show();
    m_clocks->show(m_law, m_view->clocks);
    tellTabs();
    tellRecusal();
}

/// Who and what for; where the deadlines stand behind a tab, the nearest is said here.
void CasesPage::tellFacts()
{
    const auto& facts = m_view->file.standing.facts;
    QStringList names;
    for (const auto& person : rules::peopleOf(facts))
        names.append(person.toObject().value(QLatin1StringView("name")).toString());
    QStringList lines{m_session.phrases().joined(names), facts.value(QLatin1StringView("request")).toString()};
    if (m_narrow && !m_view->clocks.isEmpty())
        lines.append(tr("Nearest deadline: %1, %2", "day, how long to go").arg(m_session.phrases().date(m_view->clocks.first().due), lightWord(m_view->clocks.first())));
    lines.removeAll(QString());
    setText(m_headFacts, lines.join(u'\n'), true);
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
    m_tabButtons[Know]->setText(tr("Deadlines"));
    m_tabButtons[Know]->setVisible(m_narrow);
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
    if (!opening || !m_list->mayRegister())
        return;
    if (m_draftTimer.isActive()) {
        m_draftTimer.stop();
        keepDraft();
    }
    m_view.reset();
    m_reason = {};
    closeCase();
    m_registering = true;
    showTab(Story);
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
    if (m_registering)
        closeCase();
    else
        m_form->clear(); // the rest stands until the case has been read again
    m_registering = false;
    // Handed into a workspace: perhaps this person is a member, perhaps this is the last that they see of it.
    if (number.front().isLetter())
        setText(m_head, tr("Handed in as %1. Give this number to the petitioner.").arg(number));
    openCase(number, reason);
    m_gateway.catchUp().start();
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
        m_middle->insertWidget(m_middle->indexOf(m_writing), m_know);
    else
        m_rightColumn->insertWidget(0, m_know);
    tellTabs();
    showTab(!narrow && m_tab == Know ? Story : m_tab);
    if (m_view)
        tellFacts();
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
    m_gateway.setLanguage(m_session.phrases().language());
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
