// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/labelled_field.h"

#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace hall::setup {

void setLook(QWidget* widget, const char* look)
{
    const QString wanted = QString::fromLatin1(look);
    if (widget->property("look").toString() == wanted)
        return;
    widget->setProperty("look", wanted);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

QLabel* textLabel(QWidget* parent, const char* look)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    if (look)
        label->setProperty("look", QString::fromLatin1(look));
    return label;
}

LabelledField::LabelledField(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_edit(new QLineEdit(this))
    , m_note(textLabel(this, "small"))
    , m_row(new QHBoxLayout)
{
    m_edit->setObjectName(name);
    m_label->setObjectName(name + QStringLiteral(".label"));
    m_note->setObjectName(name + QStringLiteral(".note"));
    m_label->setBuddy(m_edit);
    m_label->setTextFormat(Qt::PlainText);
    m_edit->setMaxLength(200);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_label);
    m_row->setSpacing(8);
    m_row->addWidget(m_edit, 1);
    column->addLayout(m_row);
    column->addWidget(m_note);
    m_note->hide();
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        setError({});
        emit edited();
    });
}

void LabelledField::setWords(const QString& label, const QString& hint)
{
    m_label->setText(label);
    m_edit->setAccessibleName(label);
    m_hint = hint;
    if (!m_isWrong)
        setError({});
}

void LabelledField::setError(const QString& error)
{
    m_isWrong = !error.isEmpty();
    const QString note = m_isWrong ? error : m_hint;
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    setLook(m_note, m_isWrong ? "danger" : "small");
    setLook(m_edit, m_isWrong ? "wrong" : "");
    m_edit->setAccessibleDescription(note);
}

void LabelledField::makeSecret()
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_eye = new QToolButton(this);
    m_eye->setObjectName(m_edit->objectName() + QStringLiteral(".eye"));
    m_eye->setProperty("look", QStringLiteral("quiet"));
    m_eye->setCheckable(true);
    m_row->addWidget(m_eye);
    connect(m_eye, &QToolButton::toggled, this, [this](bool shown) {
        m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        showEye();
    });
    showEye();
}

void LabelledField::showEye()
{
    const int side = fontMetrics().height() + 4;
    m_eye->setIcon(theme::icon(m_eye->isChecked() ? QStringLiteral("eye-off") : QStringLiteral("eye"),
                               palette().color(QPalette::Text)));
    m_eye->setIconSize({side, side});
    m_eye->setToolTip(m_eye->isChecked() ? m_hide : m_show);
    m_eye->setAccessibleName(m_eye->toolTip());
}

void LabelledField::setSecretWords(const QString& show, const QString& hide)
{
    m_show = show;
    m_hide = hide;
    showEye();
}

} // namespace hall::setup
