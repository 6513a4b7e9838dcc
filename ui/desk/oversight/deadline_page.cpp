// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/oversight/deadline_page.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QTableView>
#include <algorithm>

namespace hall::desk {

using base::Result;
using casefile::Light;

namespace {

constexpr std::array kDueGroups{DueGroup::Overdue, DueGroup::Today, DueGroup::ThisWeek, DueGroup::Later, DueGroup::Standing, DueGroup::Lapsed};
constexpr std::array kLights{Light::Red, Light::Yellow, Light::Green, Light::Standing, Light::Lapsed};

} // namespace

DeadlinePage::DeadlinePage(CaseGateway& gateway, DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_gateway(gateway)
    , m_session(session)
    , m_look(look)
    , m_model(new DeadlineModel(session.phrases(), look, this))
    , m_filter(new DeadlineFilter(this))
{
    setObjectName(QStringLiteral("deadlinePage"));
    setProperty("page", true);
    m_filter->setSourceModel(m_model);
    build();
    connect(&m_gateway, &CaseGateway::lawChanged, this, &DeadlinePage::followLaw);
    connect(&m_gateway.catchUp(), &CatchUpLoop::advanced, this, &DeadlinePage::advance);
    connect(&m_gateway.catchUp(), &CatchUpLoop::heldChanged, this, [this](bool held) {
        if (!m_session.working() || !m_law)
            return;
        held ? read() : tellCounts(); // what there is so far; else more will come
    });
    connect(&m_gateway.catchUp(), &CatchUpLoop::failed, this, [this](const base::Error& error) { setText(m_hint, m_session.phrases().remedy(error)); });
    connect(&m_session, &DeskSession::wiped, this, &DeadlinePage::wipe);
    connect(&m_session, &DeskSession::personChanged, this, &DeadlinePage::begin);
    connect(&m_session, &DeskSession::phaseChanged, this, [this] {
        if (!m_session.working())
            wipe();
        else if (!m_today.isValid())
            begin();
    });
    connect(&m_session, &DeskSession::secondPassed, this, [this] {
        if (m_today.isValid() && m_today != base::hallDay(m_session.now()))
            read(); // midnight: what was due today is late now
    });
    connect(&m_look, &Look::changed, this, &DeadlinePage::size);
    retranslate();
    size();
    begin();
}

void DeadlinePage::build()
{
    auto* column = scrolledColumn(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    m_title = makeLabel("page", this, "deadlineTitle");
    m_hint = makeLabel("muted", this, "deadlineHint");
    column->addWidget(m_title);
    column->addWidget(m_hint);
    buildFilters(column);
    auto* card = new Card(this, 10, 0);
    m_table = makeTable("deadlineTable", m_filter, card);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(DeadlineModel::State, Qt::AscendingOrder);
    card->column()->addWidget(m_table);
    column->addWidget(card, 3);
    m_detail = new Card(this, 16, 6);
    m_detailTitle = makeLabel("title", m_detail, "deadlineCase");
    m_arithmetic = makeLabel("body", m_detail, "deadlineArithmetic");
    m_ends = makeLabel("body", m_detail, "deadlineEnds");
    m_open = makeButton("deadlineOpen", m_detail, true);
    for (QLabel* label : {m_detailTitle, m_arithmetic, m_ends})
        m_detail->column()->addWidget(label);
    m_detail->column()->addWidget(m_open, 0, Qt::AlignLeft);
    column->addWidget(m_detail);
    m_detail->hide();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &DeadlinePage::tellChosen);
    connect(m_table, &QTableView::activated, this, [this] { m_open->click(); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const DeadlineRow* row = chosen())
            emit caseAsked(row->open.summary.number);
    });
}

void DeadlinePage::buildFilters(QVBoxLayout* column)
{
    m_chips = new QGridLayout;
    auto* group = new QButtonGroup(this);
    for (int i = 0; i <= static_cast<int>(kDueGroups.size()); ++i) {
        auto* chip = makeButton("", this);
        chip->setObjectName(QStringLiteral("deadlineGroup%1").arg(i));
        chip->setProperty("chip", true);
        chip->setCheckable(true);
        group->addButton(chip);
        m_groups.append(chip);
        connect(chip, &QPushButton::clicked, this, &DeadlinePage::choose);
    }
    m_groups.first()->setChecked(true);
    column->addLayout(m_chips);
    auto* choices = new QHBoxLayout;
    const auto box = [&](const char* name) {
        auto* made = new QComboBox(this);
        made->setObjectName(QLatin1StringView(name));
        made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        choices->addWidget(made);
        connect(made, &QComboBox::currentIndexChanged, this, &DeadlinePage::choose);
        return made;
    };
    m_light = box("deadlineLight");
    m_block = box("deadlineBlock");
    m_handler = box("deadlineHandler");
    m_moved = makeButton("deadlineMoved", this);
    m_moved->setProperty("chip", true);
    m_moved->setCheckable(true);
    choices->addWidget(m_moved);
    connect(m_moved, &QPushButton::clicked, this, &DeadlinePage::choose);
    choices->addStretch();
    column->addLayout(choices);
}

void DeadlinePage::size()
{
    m_table->verticalHeader()->setDefaultSectionSize(m_look.px(40));
    m_table->setMinimumHeight(m_look.px(220));
    auto* header = m_table->horizontalHeader();
    const std::array widths{200, 135, 265, 165, 185, 100, 110, 110};
    for (int i = 0; i < DeadlineModel::ColumnCount; ++i)
        header->resizeSection(i, m_look.px(widths[static_cast<std::size_t>(i)]));
    header->setStretchLastSection(true);
    m_model->retranslate();
    // Seven chips in one row; in two where the text is large.
    const int perRow = m_look.scale() > 1.4 ? 4 : static_cast<int>(m_groups.size());
    for (int i = 0; i < m_groups.size(); ++i)
        m_chips->addWidget(m_groups[i], i / perRow, i % perRow);
    m_chips->setColumnStretch(static_cast<int>(m_groups.size()), 1);
}

void DeadlinePage::begin()
{
    if (!m_session.working())
        return;
    m_gateway.law().then(this, [this, epoch = m_epoch](const Result<CaseLawPointer>& law) {
        if (epoch != m_epoch)
            return;
        if (!law.ok()) {
            setText(m_hint, m_session.phrases().remedy(law.error()));
            return;
        }
        m_law = *law;
        m_gateway.catchUp().start();
    });
}

/// The hall published other days off: what is due is another day now.
void DeadlinePage::followLaw()
{
    if (!m_law)
        return;
    m_gateway.law().then(this, [this, epoch = m_epoch](const Result<CaseLawPointer>& law) {
        if (epoch != m_epoch || !law.ok() || *law == m_law)
            return;
        m_law = *law;
        if (m_today.isValid())
            read();
    });
}

void DeadlinePage::wipe()
{
    ++m_epoch;
    m_today = {};
    m_seen = -1;
    m_gateway.catchUp().forget();
    m_model->setRows({});
    m_detail->hide();
    for (QLabel* label : {m_detailTitle, m_arithmetic, m_ends})
        setText(label, {});
    emit titleChanged();
}

void DeadlinePage::advance(const casefile::CatchUp& far)
{
    if (!m_session.working() || !m_law)
        return;
    if (!far.finished)
        m_seen = -1; // a rebuild may end with the number that there was before
    if (!far.finished && !m_gateway.catchUp().held())
        setText(m_hint, tr("Reading the cases: %1 of %2. More deadlines may follow.").arg(far.done).arg(far.total));
    else if (far.mark != std::exchange(m_seen, far.mark) || !far.finished)
        read();
}

void DeadlinePage::read()
{
    m_today = base::hallDay(m_session.now()); // before the answer, so that midnight asks once
    m_gateway.openDeadlines({}).then(this, [this, epoch = m_epoch](const Result<QList<casefile::OpenDeadline>>& open) {
        if (epoch == m_epoch)
            take(open);
    });
}

void DeadlinePage::take(const Result<QList<casefile::OpenDeadline>>& open)
{
    if (!open.ok()) {
        setText(m_hint, m_session.phrases().remedy(open.error()));
        return;
    }
    const DeadlineRow* before = chosen();
    const auto key = before ? std::pair(before->open.summary.number, before->open.clock.rule) : std::pair(QString(), QString());
    m_model->setRows(readDeadlines(*open, *m_law, m_today, m_unread));
    offerChoices();
    tellCounts();
    for (int i = 0; i < m_filter->rowCount() && !key.first.isEmpty(); ++i) {
        const auto& row = m_model->rows()[m_filter->mapToSource(m_filter->index(i, 0)).row()];
        if (row.open.summary.number == key.first && row.open.clock.rule == key.second) {
            m_table->setCurrentIndex(m_filter->index(i, 0));
            break;
        }
    }
    tellChosen();
    emit titleChanged();
}

void DeadlinePage::offerChoices()
{
    const Phrasebook& p = m_session.phrases();
    QMap<QString, QVariant> blocks;
    QMap<QString, QVariant> handlers;
    for (const auto& row : m_model->rows()) {
        blocks.insert(p.block(row.open.summary.block), row.open.summary.block);
        handlers.insert(p.person(row.open.summary.handler), row.open.summary.handler);
    }
    const auto listed = [](const QString& all, const QMap<QString, QVariant>& found) {
        QList<std::pair<QString, QVariant>> choices{{all, QString()}};
        for (auto it = found.begin(); it != found.end(); ++it)
            choices.append({it.key(), it.value()});
        return choices;
    };
    refill(m_block, listed(tr("All blocks"), blocks));
    refill(m_handler, listed(tr("All handlers"), handlers));
    QList<std::pair<QString, QVariant>> lights{{tr("All lights"), -1}};
    for (const Light light : kLights)
        lights.append({m_model->lightName(light), static_cast<int>(light)});
    refill(m_light, lights);
    choose();
}

void DeadlinePage::choose()
{
    DeadlineFilter::Wanted wanted;
    for (int i = 1; i < m_groups.size(); ++i) {
        if (m_groups[i]->isChecked())
            wanted.group = kDueGroups[static_cast<std::size_t>(i - 1)];
    }
    if (const int light = m_light->currentData().toInt(); m_light->currentIndex() > 0)
        wanted.light = static_cast<Light>(light);
    wanted.block = m_block->currentData().toString();
    wanted.handler = m_handler->currentData().toString();
    wanted.moved = m_moved->isChecked();
    m_filter->setWanted(wanted);
    tellCounts();
    tellChosen();
}

void DeadlinePage::tellCounts()
{
    m_groups.first()->setText(tr("All %1").arg(m_model->rowCount()));
    for (int i = 1; i < m_groups.size(); ++i) {
        const DueGroup group = kDueGroups[static_cast<std::size_t>(i - 1)];
        m_groups[i]->setText(tr("%1 %2", "group of deadlines, how many").arg(m_model->groupName(group)).arg(m_model->count(group)));
    }
    for (QPushButton* chip : std::as_const(m_groups))
        chip->setAccessibleName(chip->text());
    const auto moved = std::count_if(m_model->rows().begin(), m_model->rows().end(), [](const auto& row) { return row.moved(); });
    m_moved->setText(tr("Moved by the calendar %1").arg(moved));
    m_moved->setAccessibleName(m_moved->text());
    m_moved->setVisible(moved > 0 || m_moved->isChecked());
    QString hint;
    if (m_unread > 0)
        hint = tr("%1 deadlines cannot be counted: this hall's rules no longer know them. Tell the administrator.").arg(m_unread);
    else if (!m_today.isValid())
        hint = tr("Deadlines stand here once you have signed in.");
    else if (m_gateway.catchUp().held())
        hint = tr("Reading the cases was stopped in their list; more deadlines may follow when it goes on.");
    else if (m_model->rowCount() == 0)
        hint = tr("No deadline runs. They begin with the entries of a case: register one on the page of cases.");
    else if (m_filter->rowCount() == 0)
        hint = tr("Nothing of the kind. Choose \"All\" to see the others.");
    else
        hint = tr("Choose a line to see how its day is counted. A red goes away by an entry in its case alone.");
    setText(m_hint, hint);
}

const DeadlineRow* DeadlinePage::chosen() const
{
    const QModelIndex at = m_filter->mapToSource(m_table->currentIndex());
    return at.isValid() ? &m_model->rows()[at.row()] : nullptr;
}

/// The entries that end a clock, by their names.
QStringList DeadlinePage::endedBy(const rules::DeadlineRule& rule) const
{
    QStringList names;
    for (const rules::EntryKind& kind : m_law->casework().kinds) {
        if (kind.stops.contains(rule.id))
            names.append(m_session.phrases().text({kind.name.zh, kind.name.en}));
    }
    return names;
}

void DeadlinePage::tellChosen()
{
    const DeadlineRow* row = chosen();
    m_detail->setVisible(row != nullptr);
    if (!row)
        return;
    const Phrasebook& p = m_session.phrases();
    const QString in = p.language();
    const auto& rule = row->reading.reckoning.rule;
    setText(m_detailTitle, tr("%1 · %2", "case, what is due").arg(row->open.summary.number, rule.note.in(in)));
    QStringList steps = rules::explain(row->reading.reckoning, m_law->rules.deadlines, m_law->rules.calendar, in);
    if (row->open.clock.standstill > 0)
        steps.append(tr("It stood still for %1 days; the day moves by as many: %2.").arg(row->open.clock.standstill).arg(p.date(row->reading.due)));
    if (row->reading.light == Light::Standing)
        steps.append(tr("The case is suspended: this time stands still until it goes on."));
    if (row->moved())
        steps.append(tr("The calendar has changed: it was %1 before.").arg(p.date(row->open.due)));
    if (row->open.clock.explainedBy > 0)
        steps.append(tr("Entry %1 says why it is late; it stays red until it is done.").arg(row->open.clock.explainedBy));
    setText(m_arithmetic, steps.join(u'\n'));
    const bool writes = m_session.person() && hasDesk(m_session.person()->role);
    m_open->setText(writes ? tr("Open the case and write the entry") : tr("Open the case"));
    m_open->setAccessibleName(m_open->text());
    const QStringList ends = endedBy(rule);
    setText(m_ends, ends.isEmpty() ? QString() : tr("It ends with one of these entries: %1.").arg(p.joined(ends)), true);
}

QString DeadlinePage::title() const
{
    const int overdue = m_model->count(DueGroup::Overdue);
    const int today = m_model->count(DueGroup::Today);
    return overdue + today == 0 ? tr("Deadlines") : tr("Deadlines (%1 late, %2 today)").arg(overdue).arg(today);
}

void DeadlinePage::retranslate()
{
    setText(m_title, tr("Deadlines"));
    m_table->setAccessibleName(tr("Deadlines"));
    m_light->setAccessibleName(tr("Light"));
    m_block->setAccessibleName(tr("Block"));
    m_handler->setAccessibleName(tr("Handler"));
    m_model->retranslate();
    offerChoices();
    tellChosen();
}

void DeadlinePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace hall::desk
