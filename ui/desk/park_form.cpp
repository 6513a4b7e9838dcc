// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/park_form.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QTimeEdit>

namespace hall::desk {

namespace {
constexpr int kQuickMinutes[] = {10, 15, 30, 60, 120};
}

ParkForm::ParkForm(DeskSession& session, QWidget* parent)
    : FormPanel(session, Action::Park, parent)
    , m_quick(new QButtonGroup(this))
    , m_or(makeLabel("body", this))
    , m_time(new QTimeEdit(this))
    , m_said(makeLabel("muted", this, "parkUntil"))
{
    setObjectName(QStringLiteral("parkForm"));
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    int i = 0;
    for (int minutes : kQuickMinutes) {
        auto* chip = makeButton("", this);
        chip->setObjectName(QStringLiteral("park%1").arg(minutes));
        chip->setCheckable(true);
        chip->setProperty("chip", true);
        m_quick->addButton(chip, minutes);
        grid->addWidget(chip, i / 3, i % 3);
        ++i;
    }
    fields()->addLayout(grid);
    auto* row = new QHBoxLayout;
    m_or->setWordWrap(false);
    m_time->setObjectName(QStringLiteral("parkTime"));
    m_time->setDisplayFormat(QStringLiteral("HH:mm"));
    m_time->setButtonSymbols(QAbstractSpinBox::NoButtons);
    row->addWidget(m_or);
    row->addWidget(m_time);
    row->addWidget(m_said, 1);
    fields()->addLayout(row);

    connect(m_quick, &QButtonGroup::idClicked, this, [this](int minutes) {
        const auto until = base::toHallTime(this->session().now() + std::chrono::minutes(minutes));
        const QSignalBlocker quiet(m_time);
        m_time->setTime(QTime(until.time().hour(), until.time().minute()));
        changed();
        retranslate();
    });
    connect(m_time, &QTimeEdit::timeChanged, this, [this] {
        m_quick->setExclusive(false);
        for (auto* chip : m_quick->buttons())
            chip->setChecked(false);
        m_quick->setExclusive(true);
        changed();
        retranslate();
    });
    connect(&session, &DeskSession::secondPassed, this, [this] {
        if (isVisible() && m_quick->checkedId() > 0)
            setText(m_said, tr("back at %1").arg(this->session().phrases().clock(chosen())));
    });
    retranslate();
}

QVariantMap ParkForm::content() const
{
    return {{QStringLiteral("quick"), m_quick->checkedId()}, {QStringLiteral("time"), m_time->time()}};
}

void ParkForm::setContent(const QVariantMap& content)
{
    const int quick = content.value(QStringLiteral("quick"), 15).toInt();
    const auto soon = base::toHallTime(session().now() + std::chrono::minutes(15)).time();
    m_time->setTime(content.value(QStringLiteral("time"), QTime(soon.hour(), soon.minute())).toTime());
    if (auto* chip = m_quick->button(quick))
        chip->setChecked(true);
}

base::Timestamp ParkForm::chosen() const
{
    const auto now = session().now();
    if (m_quick->checkedId() > 0)
        return now + std::chrono::minutes(m_quick->checkedId());
    return base::timestampFromMs(QDateTime(base::hallDay(now), m_time->time(), base::hallTimeZone()).toMSecsSinceEpoch());
}

QString ParkForm::read(Step& step)
{
    step.returnAt = chosen();
    return step.returnAt <= session().now() ? tr("This time has passed. Choose a later one today.") : QString();
}

QWidget* ParkForm::firstField()
{
    auto* chip = m_quick->checkedButton();
    return chip ? static_cast<QWidget*>(chip) : m_time;
}

QString ParkForm::titleText() const { return tr("When does %1 come back?").arg(ticket().number); }

void ParkForm::retranslate()
{
    FormPanel::retranslate();
    for (int minutes : kQuickMinutes) {
        auto* chip = m_quick->button(minutes);
        chip->setText(minutes < 60 ? tr("%1 min").arg(minutes) : tr("%1 h").arg(minutes / 60));
        chip->setAccessibleName(minutes < 60 ? tr("In %1 minutes").arg(minutes) : tr("In %1 hours").arg(minutes / 60));
    }
    setText(m_or, tr("or at"));
    m_time->setAccessibleName(tr("Return time, hours and minutes"));
    setText(m_said, tr("back at %1").arg(session().phrases().clock(chosen())));
}

} // namespace hall::desk
