// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/cases_page.h"

#include "app/rules/entry_values.h"

#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QScrollArea>
#include <algorithm>
#include <chrono>

namespace hall::desk {

using base::ErrorCode;
using base::Result;

namespace {

constexpr int kSlice = 40;      ///< cases brought into the vault between two jobs of the line
constexpr int kTypingMs = 120;
constexpr int kDraftMs = 300;

void empty(QVBoxLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

CasesPage::CasesPage(CaseGateway& gateway, DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_look(look)
    , m_model(new CaseListModel(session.phrases(), this))
{
    setObjectName(QStringLiteral("casesPage"));
    setProperty("page", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 14, 16, 14);
    row->setSpacing(12);
    buildLeft(row);
    buildMiddle(row);
    m_right = new Card(this, 16, 8);
    row->addWidget(m_right);
    m_right->column()->addWidget(m_clocksTitle);
    m_right->column()->addWidget(m_clocks);
    m_right->column()->addStretch();
    m_typing.setSingleShot(true);
    m_draftTimer.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, [this] { search(casefile::Typing::Still); });
    connect(&m_draftTimer, &QTimer::timeout, this, &CasesPage::keepDraft);
    connect(&m_gateway, &CaseGateway::casesChanged, this, &CasesPage::catchUp);
    connect(&m_session, &DeskSession::wiped, this, &CasesPage::wipe);
    connect(&m_session, &DeskSession::personChanged, this, &CasesPage::begin);
    connect(&m_session, &DeskSession::phaseChanged, this, [this] {
        if (!m_session.working())
            wipe();
        else if (m_drafts.isEmpty() && m_model->rowCount() == 0)
            begin();
    });
    connect(&m_look, &Look::changed, this, &CasesPage::arrange);
    retranslate();
    wipe();
}

void CasesPage::buildLeft(QHBoxLayout* row)
{
    auto* card = new Card(this, 12, 8);
    card->setObjectName(QStringLiteral("caseListCard"));
    m_search = new QLineEdit(card);
    m_search->setObjectName(QStringLiteral("caseSearch"));
    m_search->setClearButtonEnabled(true);
    m_register = makeButton("caseRegister", card);
    m_progress = new QProgressBar(card);
    m_progress->setTextVisible(false);
    m_listHint = makeLabel("muted", card, "caseListHint");
    m_list = new QListView(card);
    m_list->setObjectName(QStringLiteral("caseList"));
    m_list->setModel(m_model);
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_search, m_progress, m_listHint})
        card->column()->addWidget(widget);
    card->column()->addWidget(m_list, 1);
    card->column()->addWidget(m_register);
    row->addWidget(card, 3);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(kTypingMs); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { search(casefile::Typing::Done); });
    connect(m_register, &QPushButton::clicked, this, &CasesPage::startCase);
    const auto open = [this](const QModelIndex& index) { openCase(index.data(CaseListModel::NumberRole).toString()); };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
}

void CasesPage::buildMiddle(QHBoxLayout* row)
{
    auto* card = new Card(this, 16, 10);
    auto* scroll = new QScrollArea(card);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget(scroll);
    m_middle = new QVBoxLayout(content);
    m_middle->setSpacing(8);
    scroll->setWidget(content);
    card->column()->addWidget(scroll);
    m_head = makeLabel("page", content, "caseHead");
    m_headFacts = makeLabel("body", content, "caseFacts");
    m_story = new QVBoxLayout;
    m_notice = makeLabel("attention", content, "caseNotice");
    m_earlier = makeLabel("body", content, "caseEarlier");
    m_kind = new QComboBox(content);
    m_kind->setObjectName(QStringLiteral("caseKind"));
    m_form = new EntryForm(m_session.phrases(), content);
    m_form->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_draftWord = makeLabel("caption", content, "caseDraft");
    m_error = makeLabel("error", content, "caseError");
    m_send = makeButton("caseSend", content, true);
    m_clocksTitle = makeLabel("title", this);
    m_clocks = makeLabel("body", this, "caseClocks");
    m_middle->addWidget(m_head);
    m_middle->addWidget(m_headFacts);
    m_middle->addLayout(m_story);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_notice, m_earlier, m_kind, m_form, m_draftWord, m_error, m_send})
        m_middle->addWidget(widget);
    m_middle->addStretch();
    row->addWidget(card, 5);
    connect(m_kind, &QComboBox::activated, this, [this] { chooseKind(m_kind->currentData().toString()); });
    connect(m_form, &EntryForm::edited, this, [this] {
        setText(m_error, {}, true);
        m_draftTimer.start(kDraftMs);
    });
    connect(m_send, &QPushButton::clicked, this, &CasesPage::send);
}

void CasesPage::begin()
{
    if (!m_session.working())
        return;
    m_gateway.setLanguage(m_session.phrases().chinese() ? QStringLiteral("zh") : QStringLiteral("en"));
    m_gateway.law().then(this, [this, epoch = m_epoch](const Result<CaseLawPointer>& law) {
        if (epoch != m_epoch || !law.ok())
            return;
        m_law = *law;
        m_model->setLaw(m_law);
        catchUp();
    });
    m_gateway.drafts().then(this, [this, epoch = m_epoch](const Result<Drafts>& drafts) {
        if (epoch == m_epoch && drafts.ok())
            m_drafts = *drafts;
    });
}

void CasesPage::wipe()
{
    ++m_epoch;
    m_typing.stop();
    m_draftTimer.stop();
    m_view.reset();
    m_drafts.clear();
    m_model->wipe();
    m_registering = m_sending = m_catchingUp = false;
    m_ticket = 0;
    {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    if (m_law)
        m_form->build(m_law, {});
    empty(m_story);
    m_kind->clear();
    for (QLabel* label : {m_headFacts, m_notice, m_earlier, m_draftWord, m_error, m_clocks, m_listHint})
        setText(label, {}, true);
    setText(m_head, tr("Choose a case on the left, or register one."));
    m_progress->hide();
    m_kind->hide();
    m_send->hide();
}

void CasesPage::catchUp()
{
    if (m_catchingUp || !m_session.working())
        return;
    m_catchingUp = true;
    m_gateway.catchUp(kSlice).then(this, [this, epoch = m_epoch](const Result<casefile::CatchUp>& far) {
        if (epoch != m_epoch)
            return;
        m_catchingUp = false;
        if (!far.ok()) {
            setText(m_listHint, m_session.phrases().remedy(far.error()), true);
            return;
        }
        m_progress->setVisible(!far->finished);
        m_progress->setRange(0, static_cast<int>(far->total));
        m_progress->setValue(static_cast<int>(far->done));
        if (!far->finished)
            setText(m_listHint, tr("%1 of %2 cases can be searched").arg(far->done).arg(far->total), true);
        search(casefile::Typing::Still);
        if (!far->finished)
            catchUp();
    });
}

void CasesPage::search(casefile::Typing typing)
{
    casefile::CaseQuery query;
    query.text = m_search->text().trimmed();
    m_gateway.search(query, typing).then(this, [this, epoch = m_epoch, asked = query.text](const Result<QList<CaseRow>>& rows) {
        if (epoch != m_epoch || asked != m_search->text().trimmed())
            return;
        if (rows.ok())
            take(*rows);
        else
            setText(m_listHint, m_session.phrases().remedy(rows.error()), true);
    });
}

void CasesPage::take(const QList<CaseRow>& rows)
{
    const QString chosen = m_view ? m_view->file.summary.number : QString();
    m_model->setRows(rows);
    if (const int row = m_model->rowOf(chosen); row >= 0) {
        m_list->setCurrentIndex(m_model->index(row));
        // Somebody else wrote into the open case.
        if (rows[row].hit.summary.entries != m_view->file.summary.entries && !m_sending)
            openCase(chosen);
    }
    if (!m_catchingUp || m_progress->isHidden())
        setText(m_listHint, rows.isEmpty() ? (m_search->text().isEmpty() ? tr("There is no case yet. Register the first one below.") : tr("No case says that. Try fewer words.")) : QString(), true);
}

void CasesPage::openCase(const QString& number)
{
    if (number.isEmpty())
        return;
    if (m_draftTimer.isActive()) {
        m_draftTimer.stop();
        keepDraft();
    }
    m_gateway.show(number, {}).then(this, [this, epoch = m_epoch](const Result<CaseView>& view) {
        if (epoch != m_epoch)
            return;
        if (view.ok())
            present(*view);
        else
            setText(m_listHint, m_session.phrases().remedy(view.error()), true);
    });
}

void CasesPage::present(const CaseView& view)
{
    const bool same = m_view && !m_registering && m_view->file.summary.number == view.file.summary.number;
    m_registering = false;
    m_view = view;
    tellStory();
    tellClocks();
    setText(m_earlier, {}, true);
    if (same) {
        offerKinds();
        return;
    }
    setText(m_notice, {}, true);
    setText(m_error, {}, true);
    m_kind->clear();
    offerKinds();
    restoreDraft();
}

QStringList CasesPage::saidBy(const casefile::CaseEntry& entry) const
{
    QStringList lines;
    const rules::EntryKind* kind = m_law->rules.casework.kind(entry.kind);
    if (!kind)
        return lines;
    for (const auto& field : kind->fields) {
        const QJsonValue value = entry.content.value(field.code);
        if (rules::saysNothing(value))
            continue;
        QString said = rules::valueAsText(value);
        if (field.type == rules::FieldType::People) {
            QStringList names;
            for (const auto& person : value.toArray())
                names.append(person.toObject().value(QLatin1StringView("name")).toString());
            said = names.join(QStringLiteral("、"));
        } else if (field.type == rules::FieldType::Date) {
            said = m_session.phrases().date(QDate::fromString(said, Qt::ISODate));
        } else if (field.type == rules::FieldType::YesNo) {
            said = value.toBool() || said == QLatin1StringView("yes") ? tr("Yes") : tr("No");
        } else if (field.type == rules::FieldType::Category) {
            said = m_session.phrases().text(m_law->categories.value(said, {said, said}));
        }
        lines.append(tr("%1: %2", "name of a field, what it says").arg(named(field.name), said));
    }
    return lines;
}

QString CasesPage::storyOf(const casefile::CaseEntry& entry) const
{
    const Phrasebook& p = m_session.phrases();
    const rules::EntryKind* kind = m_law->rules.casework.kind(entry.kind);
    QStringList lines{tr("%1 %2 · %3 · %4", "date, time, who, what kind of entry")
                          .arg(p.date(base::hallDay(entry.at)), p.clock(entry.at), p.person(entry.author), kind ? named(kind->name) : entry.kind)};
    lines += saidBy(entry);
    for (const auto& later : m_view->file.entries) {
        if (later.kind == QLatin1StringView("correction") && later.content.value(QLatin1StringView("entry")).toInteger() == entry.sequence)
            lines.append(tr("Corrected by entry %1: %2").arg(later.sequence).arg(later.content.value(QLatin1StringView("text")).toString()));
    }
    return lines.join(u'\n');
}

void CasesPage::tellStory()
{
    const auto& file = m_view->file;
    QStringList names;
    for (const auto& person : rules::peopleOf(file.standing.facts))
        names.append(person.toObject().value(QLatin1StringView("name")).toString());
    setText(m_head, tr("%1 · %2", "number, state").arg(file.summary.number, stateName(*m_law, file.summary.state, m_session.phrases().chinese())));
    setText(m_headFacts, names.join(QStringLiteral("、")) + u'\n' + file.standing.facts.value(QLatin1StringView("request")).toString(), true);
    empty(m_story);
    for (const auto& entry : file.entries) {
        m_story->addWidget(makeRule(this));
        auto* label = makeLabel("body", this);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setText(label, storyOf(entry));
        m_story->addWidget(label);
    }
}

void CasesPage::tellClocks()
{
    QStringList lines;
    for (const auto& reading : m_view->clocks) {
        const auto* rule = m_law->rules.deadlines.rule(reading.clock.rule);
        if (!rule)
            continue;
        lines.append(tr("%1\n%2, %3\n%4", "what sets it running; date; how many days; article")
                         .arg(named(rule->trigger), m_session.phrases().date(reading.due), lightWord(reading), named(rule->basis)));
    }
    setText(m_clocks, lines.isEmpty() ? tr("No deadline runs.") : lines.join(QStringLiteral("\n\n")), true);
}

void CasesPage::offerKinds()
{
    const QString before = m_kind->currentData().toString();
    QStringList codes = m_law->rules.casework.possible(m_view->file.summary.state);
    // Attachments and documents are made, not typed.
    codes.removeAll(QStringLiteral("attachment"));
    codes.removeAll(QStringLiteral("document"));
    if (!before.isEmpty() && !codes.contains(before))
        codes.prepend(before); // its text is not lost; sending it says why it cannot be written any more
    m_kind->clear();
    for (const QString& code : std::as_const(codes)) {
        if (const auto* kind = m_law->rules.casework.kind(code))
            m_kind->addItem(named(kind->name), code);
    }
    m_kind->setVisible(m_kind->count() > 0);
    m_send->setVisible(m_kind->count() > 0);
    m_send->setText(tr("Write into the case"));
    if (!before.isEmpty())
        m_kind->setCurrentIndex(m_kind->findData(before));
}

void CasesPage::chooseKind(const QString& code)
{
    const auto* kind = m_law ? m_law->rules.casework.kind(code) : nullptr;
    const QJsonObject typed = m_form->content(); // what both kinds ask for need not be typed again
    m_form->build(m_law, kind ? *kind : rules::EntryKind());
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
    if (!m_registering)
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

void CasesPage::startCase()
{
    const auto* opening = m_law ? m_law->rules.casework.opening() : nullptr;
    if (!opening || !m_session.person())
        return;
    m_view.reset();
    m_registering = true;
    const auto& visitor = m_session.current();
    const QStringList& blocks = m_session.person()->blocks;
    m_ticket = visitor ? visitor->id.value() : 0;
    m_block = visitor && blocks.contains(visitor->block) ? visitor->block : blocks.value(0);
    empty(m_story);
    for (QLabel* label : {m_headFacts, m_notice, m_error, m_clocks, m_earlier})
        setText(label, {}, true);
    setText(m_head, visitor ? tr("New case for visitor %1").arg(visitor->number) : tr("New case from a letter, a call or a transfer"));
    m_kind->clear();
    m_kind->hide();
    restoreDraft();
    m_form->build(m_law, *opening);
    const Intake& typed = m_session.intake().intake();
    if (const auto draft = m_drafts.constFind(draftKey()); draft != m_drafts.cend()) {
        m_form->setContent(draft->value(QLatin1StringView("content")).toObject());
    } else if (visitor) {
        const QJsonObject person{{QStringLiteral("name"), typed.name}, {QStringLiteral("id_number"), typed.idNumber}, {QStringLiteral("phone"), typed.phone}};
        m_form->setContent({{QStringLiteral("request"), typed.text}, {QStringLiteral("channel"), QStringLiteral("visit")}, {QStringLiteral("petitioners"), QJsonArray{person}}});
    }
    if (visitor)
        showEarlier(typed);
    m_send->setText(tr("Register the case"));
    m_send->show();
    m_form->focusFirst();
}

void CasesPage::showEarlier(const Intake& intake)
{
    m_gateway.people({intake.name, intake.idNumber, intake.phone}).then(this, [this, epoch = m_epoch](const Result<QList<casefile::EarlierCase>>& found) {
        if (epoch != m_epoch || !m_registering || !found.ok() || found->isEmpty())
            return;
        using Why = casefile::EarlierCase::Why;
        QStringList lines{tr("Perhaps the same person; nothing is joined by itself:")};
        for (const auto& earlier : *found) {
            const QString why = earlier.why == Why::IdentityNumber ? tr("same identity number")
                : earlier.why == Why::Phone                        ? tr("same phone")
                : earlier.why == Why::SameName                     ? tr("same name")
                                                                   : tr("similar name");
            lines.append(QStringLiteral("%1  %2  %3").arg(earlier.summary.number, earlier.person.value(QLatin1StringView("name")).toString(), why));
        }
        setText(m_earlier, lines.join(u'\n'), true);
    });
}

void CasesPage::send()
{
    if (m_sending || (!m_view && !m_registering))
        return;
    setText(m_notice, {}, true);
    if (!m_form->check(base::hallDay(m_session.now()))) {
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
    m_view.reset();
    m_registering = false;
    m_form->clear();
    openCase(number);
    catchUp();
}

void CasesPage::refused(const base::Error& error)
{
    if (error.code != ErrorCode::EntryConflict) {
        setText(m_error, m_session.phrases().remedy(error), true);
        return;
    }
    setText(m_notice, tr("Somebody wrote into this case meanwhile; their entry stands above now. Your text is still here: read theirs, then press the button once more."), true);
    openCase(m_view->file.summary.number);
    m_send->setFocus();
}

void CasesPage::focusFirst() { m_search->setFocus(Qt::ShortcutFocusReason); }

void CasesPage::retranslate()
{
    m_search->setPlaceholderText(tr("Names, numbers, any words"));
    m_search->setAccessibleName(tr("Search the cases"));
    m_list->setAccessibleName(tr("Cases"));
    m_kind->setAccessibleName(tr("Kind of entry"));
    m_register->setText(tr("Register a case"));
    m_progress->setAccessibleName(tr("Cases that can be searched"));
    setText(m_clocksTitle, tr("Deadlines"));
    if (!m_view && !m_registering)
        setText(m_head, tr("Choose a case on the left, or register one."));
}

void CasesPage::arrange()
{
    m_right->setFixedWidth(m_look.px(300));
    const bool narrow = width() < m_look.px(1270);
    if (narrow == m_narrow)
        return;
    m_narrow = narrow;
    m_right->setVisible(!narrow);
    if (narrow)
        m_middle->insertWidget(2, m_clocks);
    else
        m_right->column()->insertWidget(1, m_clocks);
    m_clocks->setVisible(!m_clocks->text().isEmpty());
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
        tellStory();
        tellClocks();
    }
}

} // namespace hall::desk
