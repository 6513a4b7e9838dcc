// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/intake_card.h"

#include <QEvent>
#include <QGridLayout>
#include <algorithm>

namespace hall::desk {

IntakeCard::IntakeCard(IntakeKeeper& keeper, QWidget* parent)
    : QFrame(parent)
    , m_keeper(keeper)
{
    setObjectName(QStringLiteral("intakeCard"));
    setProperty("look", QStringLiteral("sunken"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 14, 16, 14);
    column->setSpacing(8);
    m_title = makeLabel("caption", this);
    m_message = makeLabel("body", this, "intakeMessage");
    m_retry = makeButton("intakeRetry", this);
    column->addWidget(m_title);
    column->addWidget(m_message);
    column->addWidget(m_retry, 0, Qt::AlignLeft);
    m_fields = new QWidget(this);
    auto* grid = m_grid = new QGridLayout(m_fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(2, 1);
    const auto row = [&](int at, QLabel*& label, QLabel*& value, const char* name) {
        label = makeLabel("muted", m_fields);
        label->setWordWrap(false);
        value = makeLabel("body", m_fields, name);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setMinimumWidth(40);
        grid->addWidget(label, at, 0, (value == m_id ? Qt::AlignVCenter : Qt::AlignTop) | Qt::AlignLeft);
        if (value != m_id)
            grid->addWidget(value, at, 1, 1, 2);
    };
    row(0, m_nameLabel, m_name, "intakeName");
    row(1, m_phoneLabel, m_phone, "intakePhone");
    row(2, m_idLabel, m_id, "intakeId");
    row(4, m_textLabel, m_text, "intakeText");
    m_reveal = makeButton("intakeReveal", m_fields);
    m_reveal->setProperty("look", QStringLiteral("quiet"));
    m_id->setWordWrap(false);
    placeReveal();
    column->addWidget(m_fields);
    connect(m_reveal, &QPushButton::clicked, this, &IntakeCard::toggleReveal);
    connect(m_retry, &QPushButton::clicked, &m_keeper, &IntakeKeeper::retry);
    connect(&m_keeper, &IntakeKeeper::changed, this, [this] {
        m_revealed = false;
        refresh();
    });
    refresh();
}

QString IntakeCard::masked(const QString& idNumber)
{
    if (idNumber.size() <= 8)
        return QString(idNumber.size(), u'*');
    return idNumber.left(4) + QString(idNumber.size() - 8, u'*') + idNumber.right(4);
}

void IntakeCard::toggleReveal()
{
    if (m_keeper.state() != IntakeKeeper::State::Opened || m_keeper.intake().idNumber.isEmpty())
        return;
    m_revealed = !m_revealed;
    refresh();
}

void IntakeCard::refresh()
{
    setText(m_title, tr("What the visitor typed at the kiosk"));
    const Intake& intake = m_keeper.intake();
    const bool opened = m_keeper.state() == IntakeKeeper::State::Opened;
    const bool refused = m_keeper.state() == IntakeKeeper::State::Refused;
    switch (m_keeper.state()) {
    case IntakeKeeper::State::None: setText(m_message, tr("Nothing. Ask for name and matter.")); break;
    case IntakeKeeper::State::Opening: setText(m_message, tr("Being opened with your key…")); break;
    case IntakeKeeper::State::Refused:
        setText(m_message, m_keeper.error().code == base::ErrorCode::PermissionDenied
                               ? tr("It is sealed for another block, and you do not belong to it. Ask the visitor again, or transfer.")
                               : tr("It could not be opened: %1").arg(m_keeper.error().message));
        break;
    case IntakeKeeper::State::Opened: setText(m_message, intake.isEmpty() ? tr("Nothing. Ask for name and matter.") : QString()); break;
    }
    m_message->setVisible(!m_message->text().isEmpty());
    m_retry->setVisible(refused);
    m_retry->setText(tr("Try again"));
    m_retry->setAccessibleName(m_retry->text());
    m_fields->setVisible(opened && !intake.isEmpty());

    const auto show = [&](QLabel* label, QLabel* value, const QString& name, const QString& text) {
        setText(label, name);
        setText(value, opened ? text : QString());
        value->setAccessibleName(opened ? name + QStringLiteral(": ") + text : QString());
        label->setVisible(opened && !text.isEmpty());
        value->setVisible(opened && !text.isEmpty());
    };
    show(m_nameLabel, m_name, tr("Name"), intake.name);
    show(m_phoneLabel, m_phone, tr("Phone"), intake.phone);
    show(m_idLabel, m_id, tr("Identity number"), m_revealed ? intake.idNumber : masked(intake.idNumber));
    show(m_textLabel, m_text, tr("Matter"), intake.text);
    placeReveal();
    m_reveal->setVisible(opened && !intake.idNumber.isEmpty());
    m_reveal->setText(m_revealed ? tr("Hide") : tr("Show"));
    m_reveal->setAccessibleName(m_revealed ? tr("Hide the identity number") : tr("Show the identity number"));
    m_reveal->setToolTip(m_reveal->accessibleName() + QStringLiteral(" (Ctrl+I)"));
}

void IntakeCard::placeReveal()
{
    // Beside the number, or where large text leaves no room, below it.
    const int need = m_idLabel->sizeHint().width() + m_id->sizeHint().width() + m_reveal->sizeHint().width() + 2 * 16;
    const bool below = need > width() - 2 * 16;
    m_grid->removeWidget(m_id);
    m_grid->removeWidget(m_reveal);
    m_grid->addWidget(m_id, 2, 1, 1, below ? 2 : 1);
    m_grid->addWidget(m_reveal, below ? 3 : 2, below ? 1 : 2, 1, below ? 2 : 1, Qt::AlignLeft | Qt::AlignVCenter);
}

void IntakeCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    placeReveal();
}

void IntakeCard::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace hall::desk
