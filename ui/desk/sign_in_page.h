// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/desk/parts.h"

class QLineEdit;
class QProgressBar;

namespace hall::desk {

class DeskSession;
class Look;

/// Name, passphrase, and the one-time code of an account that asks for one; also the way back from the idle lock, when only the passphrase is asked.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    SignInPage(DeskSession& session, const Look& look, QWidget* parent = nullptr);

    void focusFirst();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const Look& look);
    void buildFields();
    void refresh();
    void submit();
    QByteArray takePassphrase();
    void onFailed(const QString& message);
    void askCode(bool asked);

    DeskSession& m_session;
    const Look& m_look;
    Card* m_card;
    QLabel* m_hall;
    QLabel* m_title;
    QLabel* m_hint;
    QLabel* m_nameLabel;
    QLineEdit* m_name;
    QLabel* m_passLabel;
    QLineEdit* m_pass;
    QLabel* m_caps;
    QLabel* m_codeLabel;
    QLineEdit* m_code; ///< shown once the account asked for it
    QLabel* m_error;
    QProgressBar* m_progress;
    QPushButton* m_go;
    QPushButton* m_other;
};

} // namespace hall::desk
