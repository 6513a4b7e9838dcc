// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/oversight/audit_trail_page.h"

#include "ui/desk/cases/typed_day.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QTableView>
#include <limits>

namespace hall::desk {

using base::Result;

namespace {

constexpr int kAtOnce = 200;       ///< rows that are read when the list comes to its end
constexpr int kFaultsShown = 12;
constexpr int kAboutWidth = 400;
constexpr int kRoomy = 1180; ///< page on which every column has its width
constexpr int kTickMs = 120;
constexpr int kTypingMs = 300;
constexpr int kLookEvery = 3;      ///< seconds between two looks for new records
constexpr std::array kAuditGroups{AuditGroup::Refused, AuditGroup::OutsideDuty, AuditGroup::Keys, AuditGroup::SigningIn,
                             AuditGroup::Cases, AuditGroup::Intakes, AuditGroup::Hall};

} // namespace

AuditTrailPage::AuditTrailPage(AuditGateway& gateway, DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_look(look)
    , m_words(session.phrases())
    , m_model(new AuditModel(m_words, look, this))
{
    setObjectName(QStringLiteral("auditPage"));
    setProperty("page", true);
    build();
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, &AuditTrailPage::tick);
    m_typing.setInterval(kTypingMs);
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &AuditTrailPage::reload);
    const auto more = [this] {
        m_wanted = kAtOnce;
        readMore();
    };
    connect(m_model, &AuditModel::moreWanted, this, more, Qt::QueuedConnection); // a view asks while rows are being put in
    connect(&m_session, &DeskSession::wiped, this, &AuditTrailPage::wipe);
    connect(&m_session, &DeskSession::personChanged, this, &AuditTrailPage::begin);
    connect(&m_session, &DeskSession::phaseChanged, this, [this] { m_session.working() ? begin() : wipe(); });
    connect(&m_session, &DeskSession::secondPassed, this, &AuditTrailPage::look);
    connect(&m_look, &Look::changed, this, &AuditTrailPage::size);
    retranslate();
    size();
    wipe();
    begin();
}

void AuditTrailPage::build()
{
    auto* column = scrolledColumn(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    m_title = makeLabel("page", this, "auditTitle");
    m_hint = makeLabel("muted", this, "auditHint");
    column->addWidget(m_title);
    buildActs(column);
    buildVerdict(column);
    buildFilters(column);
    column->addWidget(m_hint);
    buildTable(column);
}

void AuditTrailPage::buildActs(QVBoxLayout* column)
{
    m_signed = makeLabel("muted", this, "auditSigned");
    m_said = makeLabel("error", this, "auditSaid");
    m_verify = makeButton("auditVerify", this, true);
    m_countersign = makeButton("auditCountersign", this);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(12);
    acts->addWidget(m_verify);
    acts->addWidget(m_countersign);
    acts->addWidget(m_signed, 1);
    column->addLayout(acts);
    column->addWidget(m_said);
    m_working = new QWidget(this);
    auto* work = new QVBoxLayout(m_working);
    work->setContentsMargins(0, 0, 0, 0);
    m_workWord = makeLabel("caption", m_working, "auditProgress");
    work->addWidget(m_workWord);
    auto* row = new QHBoxLayout;
    m_bar = new QProgressBar(m_working);
    m_bar->setTextVisible(false);
    m_stop = makeButton("auditStop", m_working);
    row->addWidget(m_bar, 1);
    row->addWidget(m_stop);
    work->addLayout(row);
    column->addWidget(m_working);
    connect(m_verify, &QPushButton::clicked, this, &AuditTrailPage::verify);
    connect(m_countersign, &QPushButton::clicked, this, &AuditTrailPage::countersign);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_work)
            m_work->stop = true;
        m_stop->setEnabled(false);
    });
}

void AuditTrailPage::buildVerdict(QVBoxLayout* column)
{
    m_verdictCard = new Card(this, 16, 8);
    m_headline = makeLabel("strong", m_verdictCard, "auditVerdict");
    m_faults = makeLabel("body", m_verdictCard, "auditFaults");
    m_remedy = makeLabel("body", m_verdictCard, "auditRemedy");
    for (QLabel* label : {m_headline, m_faults, m_remedy})
        m_verdictCard->column()->addWidget(label);
    column->addWidget(m_verdictCard);
}

void AuditTrailPage::buildFilters(QVBoxLayout* column)
{
    m_chips = new QGridLayout;
    auto* group = new QButtonGroup(this);
    for (int i = 0; i <= static_cast<int>(kAuditGroups.size()); ++i) {
        auto* chip = makeButton("", this);
        chip->setObjectName(QStringLiteral("auditGroup%1").arg(i));
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        group->addButton(chip);
        m_groups.append(chip);
        connect(chip, &QPushButton::clicked, this, &AuditTrailPage::reload);
    }
    m_groups.first()->setChecked(true);
    column->addLayout(m_chips);
    auto* choices = new QHBoxLayout;
    choices->setSpacing(12);
    m_person = new QComboBox(this);
    m_person->setObjectName(QStringLiteral("auditPerson"));
    m_person->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    choices->addWidget(m_person);
    connect(m_person, &QComboBox::currentIndexChanged, this, &AuditTrailPage::reload);
    const auto field = [&](const char* name) {
        auto* made = new QLineEdit(this);
        made->setObjectName(QLatin1StringView(name));
        made->setClearButtonEnabled(true);
        choices->addWidget(made);
        connect(made, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
        return made;
    };
    m_day = field("auditDay");
    m_number = field("auditNumber");
    m_fresh = makeButton("auditFresh", this);
    m_fresh->setProperty("chip", true);
    choices->addWidget(m_fresh);
    choices->addStretch();
    connect(m_fresh, &QPushButton::clicked, this, [this] {
        readOverview();
        reload();
    });
    column->addLayout(choices);
}

void AuditTrailPage::buildTable(QVBoxLayout* column)
{
    auto* card = new Card(this, 10, 0);
    m_table = makeTable("auditTable", m_model, card);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    card->column()->addWidget(m_table);
    column->addWidget(card, 3);
    m_detail = new Card(this, 16, 6);
    m_detailTitle = makeLabel("title", m_detail, "auditRecord");
    m_detailText = makeLabel("body", m_detail, "auditRecordText");
    m_detailText->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_sealedWords = makeLabel("body", m_detail, "auditWords");
    for (QLabel* label : {m_detailTitle, m_detailText, m_sealedWords})
        m_detail->column()->addWidget(label);
    column->addWidget(m_detail);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &AuditTrailPage::tellChosen);
}

void AuditTrailPage::size()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_look.px(40));
    m_table->setMinimumHeight(m_look.px(240));
    auto* header = m_table->horizontalHeader();
    const std::array widths{205, 310, 140, kAboutWidth, 90};
    header->setStretchLastSection(false);
    for (int i = 0; i < AuditModel::ColumnCount; ++i)
        header->resizeSection(i, m_look.px(widths[static_cast<std::size_t>(i)]));
    fitColumns();
    m_person->setMaximumWidth(m_look.px(240));
    for (QLineEdit* field : {m_day, m_number})
        field->setFixedWidth(m_look.px(190));
    m_model->retranslate();
    // Eight chips in one row; in two where the text is large.
    const int perRow = m_look.scale() > 1.4 ? 4 : static_cast<int>(m_groups.size());
    for (int i = 0; i < m_groups.size(); ++i)
        m_chips->addWidget(m_groups[i], i / perRow, i % perRow);
    m_chips->setColumnStretch(static_cast<int>(m_groups.size()), 1);
}

/// Where there is no room for all columns one scrolls sideways, rather than reading half of each.
void AuditTrailPage::fitColumns()
{
    const bool roomy = width() >= m_look.px(kRoomy);
    m_table->horizontalHeader()->setSectionResizeMode(AuditModel::About, roomy ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!roomy)
        m_table->horizontalHeader()->resizeSection(AuditModel::About, m_look.px(kAboutWidth));
}

bool AuditTrailPage::auditing() const
{
    return m_session.working() && m_session.person() && m_session.person()->role == Role::AuditAdministrator;
}

void AuditTrailPage::begin()
{
    if (!auditing() || m_began)
        return;
    m_began = true;
    readOverview();
    reload();
}

void AuditTrailPage::wipe()
{
    ++m_epoch;
    ++m_round;
    m_began = m_reading = false;
    if (m_work)
        m_work->stop = true;
    m_work.reset();
    m_tick.stop();
    m_typing.stop();
    m_verdict.reset();
    m_failed = {};
    m_newest = m_newer = 0;
    m_model->clear();
    m_words.setOverview({});
    offerPeople();
    {
        const QSignalBlocker quiet(m_number);
        m_number->clear();
    }
    setText(m_said, {}, true);
    m_working->hide();
    tellVerdict();
    tellChosen();
    tellState();
    tellHint();
}

void AuditTrailPage::look()
{
    if (!m_began || !isVisible() || ++m_seconds % kLookEvery != 0)
        return;
    m_gateway.newest().then(this, [this, epoch = m_epoch](const Result<qint64>& newest) {
        if (epoch != m_epoch || !newest.ok())
            return;
        m_newer = *newest;
        tellState();
    });
}

void AuditTrailPage::readOverview()
{
    m_gateway.overview().then(this, [this, epoch = m_epoch](const Result<AuditOverview>& overview) {
        if (epoch != m_epoch)
            return;
        if (!overview.ok()) {
            setText(m_said, overview.error().message, true);
            return;
        }
        m_words.setOverview(*overview);
        m_newer = std::max(m_newer, overview->newest);
        offerPeople();
        m_model->retranslate();
        tellState();
        tellChosen();
        emit titleChanged();
    });
}

casefile::AuditQuery AuditTrailPage::query() const
{
    casefile::AuditQuery query;
    for (int i = 1; i < m_groups.size(); ++i) {
        if (m_groups[i]->isChecked())
            query.kinds = AuditWords::kinds(kAuditGroups[static_cast<std::size_t>(i - 1)]);
    }
    query.actor = m_person->currentData().toString();
    query.day = typedDay(m_day->text(), base::hallDay(m_session.now()));
    query.number = m_number->text().trimmed();
    return query;
}

void AuditTrailPage::reload()
{
    if (!m_began)
        return;
    ++m_round;
    m_reading = false;
    m_asked = query();
    m_failed = {};
    m_newest = 0;
    m_model->clear();
    tellChosen();
    m_wanted = kAtOnce;
    readMore();
}

void AuditTrailPage::readMore()
{
    if (m_reading || !m_began)
        return;
    m_reading = true;
    const qint64 before = m_model->next() > 0 ? m_model->next() : std::numeric_limits<qint64>::max();
    m_gateway.page(m_asked, before, m_wanted).then(this, [this, round = m_round](const Result<casefile::AuditPage>& page) {
        if (round == m_round)
            take(page);
    });
    tellHint();
}

void AuditTrailPage::take(const Result<casefile::AuditPage>& page)
{
    m_reading = false;
    if (!page.ok()) {
        m_failed = page.error();
        tellHint();
        return;
    }
    if (m_newest == 0 && m_asked == casefile::AuditQuery() && !page->rows.isEmpty())
        m_newest = page->rows.first().record.seq;
    if (m_newest == 0)
        m_newest = m_newer;
    m_newer = std::max(m_newer, m_newest);
    m_model->append(page->rows, page->next);
    m_wanted -= static_cast<int>(page->rows.size());
    if (m_wanted > 0 && page->next > 0)
        readMore(); // far between: go on until the view is full
    tellState();
    tellHint();
}

QString AuditTrailPage::named(const QString& login, const QString& name)
{
    return login.isEmpty() || login == name ? name : tr("%1 (%2)", "name, login").arg(name, login);
}

void AuditTrailPage::offerPeople()
{
    QList<std::pair<QString, QVariant>> people{{tr("Everybody"), QString()}};
    QMap<QString, QString> sorted; // by name
    for (auto it = m_words.overview().people.begin(); it != m_words.overview().people.end(); ++it)
        sorted.insert(named(it.key(), it.value()), it.key());
    for (auto it = sorted.begin(); it != sorted.end(); ++it)
        people.append({it.key(), it.value()});
    refill(m_person, people);
}

bool AuditTrailPage::overdue() const
{
    const auto& signature = m_words.overview().countersigned;
    return m_began && m_words.overview().newest > 0 && (!signature || m_session.now() - signature->at > store::kCountersignedWithin);
}

QString AuditTrailPage::signedUpTo() const
{
    const auto& signature = m_words.overview().countersigned;
    if (!signature)
        return tr("Nobody has countersigned the trail yet.");
    const QDateTime at = base::toHallTime(signature->at);
    return tr("Countersigned up to record %1: %2, %3 %4.", "record, person, day, time")
        .arg(signature->seq)
        .arg(m_words.overview().people.value(signature->signer, signature->signer), m_session.phrases().day(at.date()), at.toString(QStringLiteral("HH:mm")));
}

void AuditTrailPage::tellState()
{
    const bool known = m_began && m_words.overview().newest > 0;
    const bool faulty = m_verdict && !m_verdict->faults.isEmpty();
    QString state = known ? signedUpTo() : QString();
    if (overdue() && !faulty)
        state = tr("%1 %2", "two sentences").arg(state, tr("It is due once a day: look through what is new, then countersign."));
    setTone(m_signed, "type", overdue() ? QStringLiteral("attention") : QStringLiteral("muted"));
    setText(m_signed, state);
    m_verify->setEnabled(known && !m_work);
    m_countersign->setEnabled(known && !m_work && !faulty);
    m_countersign->setToolTip(faulty ? tr("What does not hold is not countersigned.") : QString());
    const qint64 fresh = m_newest > 0 ? m_newer - m_newest : 0;
    m_fresh->setVisible(fresh > 0);
    m_fresh->setText(fresh == 1 ? tr("Show 1 new record") : tr("Show %1 new records").arg(fresh));
    m_fresh->setAccessibleName(m_fresh->text());
}

void AuditTrailPage::tellHint()
{
    const QString day = m_day->text().trimmed();
    QString hint;
    if (!m_began)
        hint = tr("The audit trail stands here once the audit administrator has signed in.");
    else if (!m_failed.message.isEmpty())
        hint = m_failed.message;
    else if (!day.isEmpty() && !m_asked.day.isValid())
        hint = tr("\"%1\" is no day, so records of every day are shown. Write it like %2.").arg(day, base::hallDay(m_session.now()).toString(Qt::ISODate));
    else if (m_reading && m_model->rowCount() == 0)
        hint = tr("Looking through the trail …");
    else if (m_reading)
        hint = tr("Looking through what is older than record %1 …").arg(m_model->next());
    else if (m_model->rowCount() == 0)
        hint = tr("No record of the kind. Choose \"All\" and empty the fields to see the others.");
    else if (m_model->next() > 0)
        hint = tr("Newest first; older ones come as you scroll. Choose a record to read all of it.");
    else
        hint = tr("%1 records, the newest first. Choose one to read all of it.").arg(m_model->rowCount());
    setText(m_hint, hint);
}

void AuditTrailPage::tellChosen()
{
    const QModelIndex at = m_table->currentIndex();
    m_detail->setVisible(at.isValid());
    setText(m_sealedWords, {}, true);
    if (!at.isValid()) {
        setText(m_detailTitle, {});
        setText(m_detailText, {});
        return;
    }
    const store::AuditRecord& record = m_model->rows()[at.row()].record;
    setText(m_detailTitle, tr("%1 · record %2", "what happened").arg(m_words.what(record)).arg(record.seq));
    QStringList lines{tr("%1: %2", "person, when").arg(named(record.actor, m_words.who(record)), m_words.when(record))};
    if (const QString about = m_words.about(record); !about.isEmpty())
        lines.append(about);
    lines.append(tr("As it stands in the trail: %1 %2").arg(record.kind, record.subject));
    setText(m_detailText, lines.join(u'\n'));
    if (record.sealed.isEmpty())
        return;
    m_gateway.words(record.seq).then(this, [this, epoch = m_epoch, seq = record.seq](const Result<QString>& words) {
        const QModelIndex now = m_table->currentIndex();
        if (epoch != m_epoch || !now.isValid() || m_model->rows()[now.row()].record.seq != seq)
            return;
        setText(m_sealedWords, words.ok() ? tr("Sealed to you: %1").arg(*words) : words.error().message, true);
    });
}

const std::shared_ptr<LongWork>& AuditTrailPage::beginWork()
{
    setText(m_said, {}, true);
    m_work = std::make_shared<LongWork>();
    m_stop->setEnabled(true);
    m_working->show();
    m_tick.start();
    tick();
    tellState();
    return m_work;
}

void AuditTrailPage::endWork()
{
    m_work.reset();
    m_tick.stop();
    m_working->hide();
}

void AuditTrailPage::verify()
{
    m_verdict.reset();
    tellVerdict();
    m_gateway.verify(beginWork()).then(this, [this, epoch = m_epoch](const Result<casefile::HallVerdict>& verdict) {
        if (epoch != m_epoch)
            return;
        endWork();
        if (verdict.ok())
            m_verdict = *verdict;
        else
            setText(m_said, verdict.error().message, true);
        tellVerdict();
        tellState();
    });
}

void AuditTrailPage::tick()
{
    if (!m_work)
        return;
    const qint64 whole = m_work->whole;
    const qint64 done = m_work->done;
    m_bar->setRange(0, whole > 0 ? 1000 : 0);
    m_bar->setValue(whole > 0 ? static_cast<int>(done * 1000 / whole) : 0);
    setText(m_workWord, whole > 0 ? tr("Verifying records and entries: %1 of %2").arg(done).arg(whole) : tr("Verifying …"));
}

void AuditTrailPage::tellVerdict()
{
    m_verdictCard->setVisible(m_verdict.has_value());
    for (QLabel* label : {m_headline, m_faults, m_remedy})
        setText(label, {}, true);
    if (!m_verdict)
        return;
    const auto& faults = m_verdict->faults;
    setTone(m_headline, "type", faults.isEmpty() ? QStringLiteral("strong") : QStringLiteral("error"));
    if (faults.isEmpty()) {
        setText(m_headline, tr("✓ Everything holds: %1 records, %2 cases with %3 entries, accounts and countersignatures.")
                                .arg(m_verdict->records).arg(m_verdict->cases).arg(m_verdict->entries), true);
        setText(m_remedy, tr("Nothing was changed, taken out or put back since it was written. You may countersign."), true);
        return;
    }
    setText(m_headline, faults.size() == 1 ? tr("■ One thing does not hold") : tr("■ %1 things do not hold").arg(faults.size()), true);
    QStringList lines;
    for (qsizetype i = 0; i < std::min<qsizetype>(kFaultsShown, faults.size()); ++i)
        lines.append(u'·' + QStringLiteral(" ") + m_words.fault(faults.at(i)));
    if (faults.size() > kFaultsShown)
        lines.append(tr("… and %1 more; \"hallctl audit verify\" and \"hallctl case verify\" list them all.").arg(faults.size() - kFaultsShown));
    setText(m_faults, lines.join(u'\n'), true);
    setText(m_remedy, tr("What to do now: %1").arg(AuditWords::remedy(faults)), true);
}

void AuditTrailPage::countersign()
{
    m_gateway.countersign(beginWork()).then(this, [this, epoch = m_epoch](const Result<store::Countersignature>& signature) {
        if (epoch != m_epoch)
            return;
        endWork();
        if (!signature.ok())
            setText(m_said, signature.error().message, true);
        tellState();
        readOverview();
        reload();
    });
}

QString AuditTrailPage::title() const { return overdue() ? tr("Audit trail (countersignature due)") : tr("Audit trail"); }

void AuditTrailPage::retranslate()
{
    setText(m_title, tr("Audit trail"));
    m_table->setAccessibleName(tr("Audit trail"));
    const auto name = [](QPushButton* button, const QString& text) {
        button->setText(text);
        button->setAccessibleName(text);
    };
    name(m_verify, tr("Verify everything"));
    name(m_countersign, tr("Countersign"));
    name(m_stop, tr("Stop"));
    name(m_groups.first(), tr("All"));
    for (int i = 1; i < m_groups.size(); ++i)
        name(m_groups[i], AuditWords::groupName(kAuditGroups[static_cast<std::size_t>(i - 1)]));
    m_bar->setAccessibleName(tr("How far the verification is"));
    m_person->setAccessibleName(tr("Who"));
    m_day->setAccessibleName(tr("Day"));
    m_day->setPlaceholderText(tr("Day: 2026-03-05"));
    m_number->setAccessibleName(tr("Number of a case"));
    m_number->setPlaceholderText(tr("Case number"));
    m_model->retranslate();
    offerPeople();
    tellState();
    tellHint();
    tellVerdict();
    tellChosen();
}

void AuditTrailPage::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitColumns();
}

void AuditTrailPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace hall::desk
