// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/setup/person_form.h"

#include "ui/setup/labelled_field.h"
#include "ui/setup/passphrase_strength.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace hall::setup {

PersonForm::PersonForm(const QString& role, QWidget* parent)
    : QWidget(parent)
    , m_role(role)
    , m_name(new LabelledField(role + QStringLiteral(".name"), this))
    , m_login(new LabelledField(role + QStringLiteral(".login"), this))
    , m_passphrase(new LabelledField(role + QStringLiteral(".passphrase"), this))
    , m_again(new LabelledField(role + QStringLiteral(".again"), this))
    , m_meter(new QProgressBar(this))
    , m_hint(textLabel(this, "small"))
{
    m_passphrase->makeSecret();
    m_again->makeSecret();
    m_meter->setObjectName(role + QStringLiteral(".meter"));
    m_hint->setObjectName(role + QStringLiteral(".strength"));
    m_meter->setRange(0, 3);
    m_meter->setTextVisible(false);
    m_meter->setFixedHeight(fontMetrics().height() / 2);
    auto* names = new QHBoxLayout;
    names->setSpacing(16);
    names->addWidget(m_name, 1, Qt::AlignTop);
    names->addWidget(m_login, 1, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addLayout(names);
    column->addWidget(m_passphrase);
    column->addWidget(m_meter);
    column->addWidget(m_hint);
    column->addWidget(m_again);
    for (LabelledField* field : {m_name, m_login, m_passphrase, m_again})
        connect(field, &LabelledField::edited, this, &PersonForm::showStrength);
    retranslate();
}

void PersonForm::retranslate()
{
    m_name->setWords(tr("Name"), tr("As it appears in records."));
    m_login->setWords(tr("Sign-in name"), tr("Small letters and digits, for example zhang."));
    m_passphrase->setWords(tr("Passphrase"));
    m_again->setWords(tr("The same passphrase again"));
    for (LabelledField* field : {m_passphrase, m_again})
        field->setSecretWords(tr("Show what is typed"), tr("Hide what is typed"));
    m_meter->setAccessibleName(tr("Strength of the passphrase"));
    showStrength();
}

void PersonForm::focusFirst()
{
    m_name->edit()->setFocus(Qt::OtherFocusReason);
}

QStringList PersonForm::known() const
{
    return m_hallNames + QStringList{m_name->text(), m_login->text()};
}

void PersonForm::showStrength()
{
    switch (passphraseStrength(m_passphrase->edit()->text(), known())) {
    case Strength::Empty:
        m_meter->setValue(0);
        m_hint->setText(tr("Four or five words that have nothing to do with each other are strong and easy to remember. "
                           "Nobody can read or reset it: not the hall's makers either."));
        setLook(m_hint, "small");
        break;
    case Strength::Weak:
        m_meter->setValue(1);
        m_hint->setText(tr("Too easy to guess. Make it longer: add words."));
        setLook(m_hint, "attention");
        break;
    case Strength::Fair:
        m_meter->setValue(2);
        m_hint->setText(tr("Good enough. One more word makes it strong."));
        setLook(m_hint, "small");
        break;
    case Strength::Good:
        m_meter->setValue(3);
        m_hint->setText(tr("Strong."));
        setLook(m_hint, "good");
        break;
    }
    m_hint->setVisible(!m_passphrase->hasError()); // what is wrong says it already
    m_meter->setAccessibleDescription(m_hint->text());
}

bool PersonForm::check(const QStringList& takenLogins, const QStringList& hallNames)
{
    static const QRegularExpression loginPattern(QStringLiteral("^[a-z][a-z0-9._-]{1,31}$"));
    m_hallNames = hallNames;
    m_name->setError(m_name->text().isEmpty() ? tr("Type the name.") : QString());
    QString wrongLogin;
    if (!loginPattern.match(m_login->text()).hasMatch())
        wrongLogin = tr("Two to 32 small letters, digits, dots or dashes, beginning with a letter.");
    else if (takenLogins.contains(m_login->text()))
        wrongLogin = tr("Another administrator has this sign-in name. Each of the three is a different person.");
    m_login->setError(wrongLogin);
    const QString passphrase = m_passphrase->edit()->text();
    const Strength strength = passphraseStrength(passphrase, known());
    m_passphrase->setError(strength == Strength::Empty  ? tr("Type a passphrase.")
                               : strength == Strength::Weak ? tr("This passphrase is too easy to guess. Add words.")
                                                            : QString());
    showStrength();
    m_again->setError(m_again->edit()->text() != passphrase ? tr("This is not the same. Type both again.") : QString());
    for (LabelledField* field : {m_name, m_login, m_passphrase, m_again}) {
        if (field->hasError()) {
            field->edit()->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

QString PersonForm::login() const
{
    return m_login->text();
}

NewAdministrator PersonForm::person() const
{
    return {m_role, m_name->text(), m_login->text(), m_passphrase->edit()->text().toUtf8()};
}

void PersonForm::clearSecrets()
{
    m_passphrase->edit()->clear();
    m_again->edit()->clear();
}

} // namespace hall::setup
