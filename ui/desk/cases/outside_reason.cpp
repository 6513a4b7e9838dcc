// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/outside_reason.h"

#include <QComboBox>
#include <QPlainTextEdit>

namespace hall::desk {

OutsideReason::OutsideReason(const Phrasebook& phrases, QWidget* parent)
    : Card(parent, 16, 8)
    , m_phrases(phrases)
    , m_title(makeLabel("title", this))
    , m_hint(makeLabel("muted", this))
    , m_reason(new QComboBox(this))
    , m_words(new QPlainTextEdit(this))
    , m_error(makeLabel("error", this))
    , m_go(makeButton("outsideGo", this, true))
    , m_leave(makeButton("outsideLeave", this))
{
    setObjectName(QStringLiteral("outsideReason"));
    setProperty("look", QLatin1StringView("form"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_reason->setObjectName(QStringLiteral("outsideCode"));
    m_words->setObjectName(QStringLiteral("outsideWords"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(m_words->fontMetrics().lineSpacing() * 3 + 16);
    auto* row = new QHBoxLayout;
    row->addWidget(m_go);
    row->addWidget(m_leave);
    row->addStretch();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_hint, m_reason, m_words, m_error})
        column()->addWidget(widget);
    column()->addLayout(row);
    connect(m_leave, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_reason->currentData().toString().isEmpty()) {
            setText(m_error, tr("Choose the reason."), true);
            m_reason->setFocus();
            return;
        }
        emit given(m_number, {m_reason->currentData().toString(), m_words->toPlainText().trimmed()});
    });
    hide();
}

void OutsideReason::ask(const CaseLaw& law, const QString& number)
{
    m_number = number;
    setText(m_title, tr("Case %1 belongs to another block").arg(number));
    setText(m_hint, tr("Say why you read it. The reason goes into the audit trail; what you add is sealed to the audit administrator."));
    m_reason->clear();
    m_reason->addItem(tr("(choose a reason)"), QString());
    for (const auto& reason : law.casework().reasons)
        m_reason->addItem(m_phrases.text({reason.name.zh, reason.name.en}), reason.code);
    m_reason->setAccessibleName(tr("Reason for reading"));
    m_words->clear();
    m_words->setPlaceholderText(tr("More words, if needed"));
    m_words->setAccessibleName(tr("More words, if needed"));
    m_go->setText(tr("Open with this reason"));
    m_leave->setText(tr("Not now"));
    setText(m_error, {}, true);
    show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

} // namespace hall::desk
