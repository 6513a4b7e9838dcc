// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/case_filters.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <algorithm>

namespace hall::desk {

namespace {

constexpr int kOverdue = -1;

} // namespace

CaseFilters::CaseFilters(DeskSession& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_toggle(makeButton("caseFilters", this))
    , m_clear(makeButton("caseFiltersClear", this))
    , m_fields(new QWidget(this))
    , m_form(new QFormLayout(m_fields))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    m_toggle->setCheckable(true);
    m_toggle->setProperty("chip", true);
    m_clear->setProperty("look", QLatin1StringView("quiet"));
    row->addWidget(m_toggle);
    row->addWidget(m_clear);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_fields);
    m_form->setContentsMargins(0, 0, 0, 4);
    m_form->setVerticalSpacing(4);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_due = add("filterDue");
    m_state = add("filterState");
    m_handler = add("filterHandler");
    m_category = add("filterCategory");
    m_opened = add("filterOpened");
    m_block = add("filterBlock");
    m_fields->hide();
    m_clear->hide();
    connect(m_toggle, &QPushButton::toggled, m_fields, &QWidget::setVisible);
    connect(m_clear, &QPushButton::clicked, this, &CaseFilters::clear);
}

QComboBox* CaseFilters::add(const char* name)
{
    auto* box = new QComboBox(m_fields);
    box->setObjectName(QLatin1StringView(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    auto* label = makeLabel("caption", m_fields);
    label->setBuddy(box);
    label->setWordWrap(false);
    m_form->addRow(label, box);
    m_boxes.append(box);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        tell();
        emit changed();
    });
    return box;
}

void CaseFilters::setLaw(const CaseLawPointer& law)
{
    m_law = law;
    fill();
}

void CaseFilters::fill()
{
    if (!m_law)
        return;
    const auto& p = m_session.phrases();
    QList<QVariant> before;
    for (QComboBox* box : std::as_const(m_boxes)) {
        before.append(box->currentData());
        box->blockSignals(true);
        box->clear();
    }
    const auto name = [this](QComboBox* box, const QString& label, const QString& all) {
        auto* said = static_cast<QLabel*>(m_form->labelForField(box));
        setText(said, label);
        box->setAccessibleName(label);
        box->addItem(all);
    };
    name(m_due, tr("Deadline"), tr("Any"));
    m_due->addItem(tr("Overdue"), kOverdue);
    m_due->addItem(tr("Today at the latest"), 0);
    m_due->addItem(tr("Within 7 days"), 7);
    m_due->addItem(tr("Within 30 days"), 30);
    name(m_state, tr("State"), tr("Any"));
    for (const auto& state : m_law->casework().states)
        m_state->addItem(p.text({state.name.zh, state.name.en}), state.code);
    name(m_handler, tr("Last written by"), tr("Anybody"));
    const auto& people = m_session.watch().catalogue().people;
    QStringList logins = people.keys();
    std::sort(logins.begin(), logins.end());
    if (m_session.person()) {
        m_handler->addItem(tr("Me"), m_session.person()->login);
        logins.removeAll(m_session.person()->login);
    }
    for (const QString& login : std::as_const(logins))
        m_handler->addItem(people.value(login), login);
    name(m_category, tr("Category"), tr("Any"));
    for (auto it = m_law->categories.cbegin(); it != m_law->categories.cend(); ++it)
        m_category->addItem(p.text(it.value()), it.key());
    name(m_opened, tr("Registered"), tr("Any day"));
    m_opened->addItem(tr("Today", "registered"), 0);
    m_opened->addItem(tr("In the last 7 days"), 7);
    m_opened->addItem(tr("In the last 30 days"), 30);
    m_opened->addItem(tr("In the last year"), 365);
    name(m_block, tr("Block"), tr("All of mine"));
    const QStringList mine = m_session.person() ? m_session.person()->blocks : QStringList();
    for (const QString& code : mine)
        m_block->addItem(p.block(code), code);
    m_form->labelForField(m_block)->setVisible(mine.size() > 1);
    m_block->setVisible(mine.size() > 1);
    for (int i = 0; i < m_boxes.size(); ++i) {
        m_boxes[i]->setCurrentIndex(std::max(0, before[i].isValid() ? m_boxes[i]->findData(before[i]) : 0));
        m_boxes[i]->blockSignals(false);
    }
    tell();
}

void CaseFilters::apply(casefile::CaseQuery& query, const QDate& today) const
{
    query.state = m_state->currentData().toString();
    query.handler = m_handler->currentData().toString();
    query.category = m_category->currentData().toString();
    query.block = m_block->currentData().toString();
    if (m_due->currentData().isValid())
        query.dueUntil = today.addDays(m_due->currentData().toInt());
    if (m_opened->currentData().isValid())
        query.openedFrom = today.addDays(-m_opened->currentData().toInt());
}

int CaseFilters::count() const
{
    return static_cast<int>(std::count_if(m_boxes.begin(), m_boxes.end(), [](const QComboBox* box) { return box->currentIndex() > 0; }));
}

void CaseFilters::clear()
{
    for (QComboBox* box : std::as_const(m_boxes)) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(0);
    }
    tell();
    emit changed();
}

void CaseFilters::tell()
{
    m_toggle->setText(count() > 0 ? tr("Filters: %1 set").arg(count()) : tr("Filters"));
    m_clear->setText(tr("Show all"));
    m_clear->setVisible(count() > 0);
}

void CaseFilters::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace hall::desk
