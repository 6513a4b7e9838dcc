// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/setup/hallctl_runner.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace hall::setup {

class LabelledField;

/// One administrator: name, login, and a passphrase typed twice with a hint at its strength.
class PersonForm final : public QWidget
{
    Q_OBJECT

public:
    /// `role` as NewAdministrator has it; object names begin with it.
    PersonForm(const QString& role, QWidget* parent);

    void retranslate();
    void focusFirst();
    /// Marks what is wrong beside its field; `takenLogins` are those of the others. True when all is well.
    bool check(const QStringList& takenLogins, const QStringList& hallNames);
    QString login() const;
    NewAdministrator person() const;
    void clearSecrets();

private:
    void showStrength();
    QStringList known() const;

    QString m_role;
    QStringList m_hallNames;
    LabelledField* m_name;
    LabelledField* m_login;
    LabelledField* m_passphrase;
    LabelledField* m_again;
    QProgressBar* m_meter;
    QLabel* m_hint;
};

} // namespace hall::setup
