// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/sign_in_page.h"

#include "ui/desk/block_mark.h"
#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QProgressBar>

namespace hall::desk {

namespace {

using Phase = DeskSession::Phase;

bool asksPassphrase(Phase phase)
{
    return phase == Phase::SignedOut || phase == Phase::SigningIn || phase == Phase::Locked || phase == Phase::Unlocking;
}

} // namespace

SignInPage::SignInPage(DeskSession& session, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_look(look)
{
    setObjectName(QStringLiteral("signInPage"));
    setProperty("page", true);
    build(look);
    m_name->setText(session.preferences().lastLogin());
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_pass->setFocus(); });
    connect(m_pass, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_pass, &QLineEdit::textEdited, this, [this] { setText(m_error, {}, true); });
    connect(m_code, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_name, &QLineEdit::textChanged, this, [this] { askCode(false); }); // the next account says itself whether it asks
    connect(m_go, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_other, &QPushButton::clicked, &session, &DeskSession::signOut);
    connect(&session, &DeskSession::phaseChanged, this, &SignInPage::refresh);
    connect(&session, &DeskSession::situationChanged, this, &SignInPage::refresh);
    connect(&session, &DeskSession::signInFailed, this, [this](const base::Error& error) {
        using base::ErrorCode;
        if (error.code == ErrorCode::InvalidArgument) {
            askCode(true);
            onFailed(tr("This account asks for a one-time code as well. Type the passphrase again, and the code that your authenticator shows."));
            return;
        }
        const bool wrong = error.code == ErrorCode::PassphraseWrong || error.code == ErrorCode::StaffUnknown;
        const bool asked = !m_code->isHidden();
        onFailed(wrong && asked ? tr("Name, passphrase and code do not belong together, or the code was used already. Wait for the next code and try again.")
                 : wrong ? tr("Name and passphrase do not belong together. Check both and try again.")
                 : error.code == ErrorCode::AccountLocked ? error.message
                                                          : m_session.phrases().remedy(error));
    });
    refresh();
}

void SignInPage::buildFields()
{
    m_hall = makeLabel("muted", m_card);
    m_title = makeLabel("page", m_card, "signInTitle");
    m_hint = makeLabel("muted", m_card, "signInHint");
    m_nameLabel = makeLabel("strong", m_card);
    m_name = new QLineEdit(m_card);
    m_name->setObjectName(QStringLiteral("signInName"));
    m_nameLabel->setBuddy(m_name);
    m_passLabel = makeLabel("strong", m_card);
    m_pass = new QLineEdit(m_card);
    m_pass->setObjectName(QStringLiteral("signInPassphrase"));
    m_pass->setEchoMode(QLineEdit::Password);
    m_pass->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_pass->installEventFilter(this);
    m_passLabel->setBuddy(m_pass);
    m_caps = makeLabel("attention", m_card, "capsLock");
    m_caps->hide();
    m_codeLabel = makeLabel("strong", m_card);
    m_code = new QLineEdit(m_card);
    m_code->setObjectName(QStringLiteral("signInCode"));
    m_code->setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    m_codeLabel->setBuddy(m_code);
    askCode(false);
    m_error = makeLabel("error", m_card, "signInError");
    m_error->hide();
    m_progress = new QProgressBar(m_card);
    m_progress->setObjectName(QStringLiteral("signInProgress"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    auto policy = m_progress->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(policy);
    m_go = makeButton("signIn", m_card, true);
    m_other = makeButton("signInOther", m_card);
    m_other->setProperty("look", QStringLiteral("quiet"));
}

void SignInPage::build(const Look& look)
{
    auto* outer = scrolledColumn(this);
    outer->setContentsMargins(16, 16, 16, 16);
    m_card = new Card(this, 36, 10);
    auto* column = m_card->column();
    auto* mark = new BlockMark(look, 52, m_card);
    mark->setIcon(QStringLiteral("door"));
    buildFields();
    column->addWidget(mark);
    column->addSpacing(6);
    column->addWidget(m_hall);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addSpacing(10);
    column->addWidget(m_nameLabel);
    column->addWidget(m_name);
    column->addSpacing(4);
    column->addWidget(m_passLabel);
    column->addWidget(m_pass);
    column->addWidget(m_caps);
    column->addWidget(m_codeLabel);
    column->addWidget(m_code);
    column->addWidget(m_error);
    column->addWidget(m_progress);
    column->addWidget(m_go);
    column->addWidget(m_other);
    auto* row = new QHBoxLayout; // not an alignment: that would forget how labels grow with their lines
    row->addStretch();
    row->addWidget(m_card);
    row->addStretch();
    outer->addStretch(2);
    outer->addLayout(row);
    outer->addStretch(3);
    connect(&look, &Look::changed, this, [this, &look] { m_card->setFixedWidth(look.px(420)); });
    m_card->setFixedWidth(look.px(420));
}

void SignInPage::refresh()
{
    const Phase phase = m_session.phase();
    if (!asksPassphrase(phase))
        return;
    const bool locked = phase == Phase::Locked || phase == Phase::Unlocking;
    const bool busy = phase == Phase::SigningIn || phase == Phase::Unlocking;
    const bool connected = m_session.watch().connected();
    setText(m_hall, m_session.phrases().text(m_session.watch().catalogue().hallName), true);
    setText(m_title, locked ? tr("Locked") : tr("Sign in"));
    setText(m_hint, locked && m_session.person()
                        ? tr("%1, type your passphrase to go on where you were. Everything that was open has been put away.")
                              .arg(m_session.person()->name)
                        : tr("With the name and passphrase that the security administrator gave you."));
    setText(m_nameLabel, tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    setText(m_passLabel, tr("Passphrase"));
    m_pass->setAccessibleName(tr("Passphrase"));
    setText(m_caps, tr("Caps Lock is on."));
    setText(m_codeLabel, tr("One-time code"));
    m_code->setAccessibleName(tr("One-time code"));
    m_progress->setAccessibleName(tr("Checking the passphrase"));
    m_go->setText(busy ? tr("Checking…") : locked ? tr("Unlock") : tr("Sign in"));
    m_go->setAccessibleName(m_go->text());
    m_other->setText(tr("Sign in as somebody else"));
    m_other->setAccessibleName(m_other->text());
    m_other->setVisible(locked);
    if (locked && m_session.person())
        m_name->setText(m_session.person()->login);
    m_name->setEnabled(!busy && !locked);
    m_pass->setEnabled(!busy);
    m_go->setEnabled(!busy && connected);
    m_other->setEnabled(!busy);
    m_progress->setVisible(busy);
    const auto away = tr("The hall store does not answer yet. Sign-in opens by itself as soon as it does.");
    if (!connected)
        setText(m_error, away, true);
    else if (m_error->text() == away)
        setText(m_error, {}, true);
}

QByteArray SignInPage::takePassphrase()
{
    // text() shares the field's own buffer: it is overwritten in place, so that no copy of it stays behind.
    const QString typed = m_pass->text();
    QByteArray bytes = typed.toUtf8();
    auto* letters = reinterpret_cast<volatile char16_t*>(const_cast<QChar*>(typed.constData()));
    for (qsizetype i = 0; i < typed.size(); ++i)
        letters[i] = 0x2022;
    m_pass->clear();
    return bytes;
}

void SignInPage::submit()
{
    if (m_name->text().trimmed().isEmpty()) {
        setText(m_error, tr("Type your name first."), true);
        m_name->setFocus();
        return;
    }
    if (m_pass->text().isEmpty()) {
        setText(m_error, tr("Type your passphrase."), true);
        m_pass->setFocus();
        return;
    }
    setText(m_error, {}, true);
    const QString code = m_code->text().trimmed();
    m_code->clear();
    m_session.signIn(m_name->text().trimmed(), takePassphrase(), code);
}

void SignInPage::askCode(bool asked)
{
    m_code->clear();
    m_code->setVisible(asked);
    m_codeLabel->setVisible(asked);
}

void SignInPage::onFailed(const QString& message)
{
    setText(m_error, message, true);
    m_pass->setFocus(Qt::OtherFocusReason);
}

void SignInPage::focusFirst()
{
    if (m_name->isEnabled() && m_name->text().isEmpty())
        m_name->setFocus(Qt::OtherFocusReason);
    else
        m_pass->setFocus(Qt::OtherFocusReason);
}

bool SignInPage::eventFilter(QObject* watched, QEvent* event)
{
    // Qt does not say how Caps Lock stands; a letter whose case does not fit Shift does.
    if (watched == m_pass && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const QString text = key->text();
        if (text.size() == 1 && text[0].isLetter() && text[0].toLower() != text[0].toUpper()) {
            const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
            m_caps->setVisible(text[0].isUpper() != shift);
        } else if (key->key() == Qt::Key_CapsLock) {
            m_caps->hide(); // it has just been pressed: the next letter tells
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SignInPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setText(m_error, {}, true);
        refresh();
    }
}

} // namespace hall::desk
