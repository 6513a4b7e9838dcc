// SPDX-License-Identifier: GPL-3.0-or-later
// How a talk comes into a case file.
#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"
#include "ui/desk/talk/notice_pane.h"
#include "ui/desk/talk/talk_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

namespace hall::desk {

using base::Result;

QWidget* TalkPage::buildWriter()
{
    auto* card = new Card(this, 20, 10);
    card->setObjectName(QStringLiteral("talkWriter"));
    m_writerTitle = makeLabel("title", card);
    m_case = new QComboBox(card);
    m_case->setObjectName(QStringLiteral("talkCase"));
    m_name = new QLineEdit(card);
    m_name->setObjectName(QStringLiteral("talkName"));
    m_request = new QLineEdit(card);
    m_request->setObjectName(QStringLiteral("talkRequest"));
    m_redirect = new QCheckBox(card);
    m_redirect->setObjectName(QStringLiteral("talkRedirect"));
    m_write = makeButton("talkWrite", card, true);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_writerTitle, m_case, m_name, m_request, m_redirect})
        card->column()->addWidget(widget);
    card->column()->addWidget(m_write, 0, Qt::AlignLeft);
    connect(m_write, &QPushButton::clicked, this, &TalkPage::write);
    connect(m_case, &QComboBox::currentIndexChanged, this, &TalkPage::showTarget);
    for (QLineEdit* field : {m_name, m_request})
        connect(field, &QLineEdit::textEdited, this, &TalkPage::keep);
    return card;
}

void TalkPage::readCases()
{
    m_gateway.cases().then(this, [this](const Result<QList<TalkCase>>& cases) {
        if (!cases.ok())
            return; // the store is away: a new case can still be chosen, and writing says what is wrong
        m_cases = *cases;
        const qint64 ticket = m_session.current() ? m_session.current()->id.value() : 0;
        m_case->clear();
        m_case->addItem(tr("A new case"), QString());
        int served = 0;
        for (const TalkCase& one : m_cases) {
            const bool here = ticket != 0 && one.ticket == ticket;
            m_case->addItem(here ? tr("%1 – of this visitor").arg(one.number) : one.number, one.number);
            if (here)
                served = m_case->count() - 1;
        }
        m_case->setCurrentIndex(served);
        showTarget();
    });
}

void TalkPage::showTarget()
{
    const bool ended = m_talk.end() != nullptr;
    m_writer->setVisible(ended && m_done.isEmpty());
    setText(m_result, m_done, true);
    setText(m_writerTitle, tr("Write into the case file"));
    m_case->setAccessibleName(tr("Case"));
    m_name->setPlaceholderText(tr("Name of the petitioner"));
    m_name->setAccessibleName(m_name->placeholderText());
    m_request->setPlaceholderText(tr("What is asked for"));
    m_request->setAccessibleName(m_request->placeholderText());
    m_redirect->setText(tr("Redirected: the case ends here and goes on in that channel"));
    m_redirect->setAccessibleName(m_redirect->text());
    m_write->setText(tr("Write down"));
    m_write->setAccessibleName(m_write->text());
    if (ended)
        takeIntake();
    const bool fresh = m_case->currentData().toString().isEmpty() && m_writtenIn.isEmpty();
    m_case->setEnabled(m_writtenIn.isEmpty());
    m_name->setVisible(fresh);
    m_request->setVisible(fresh);
    m_write->setEnabled(!m_busy);
    if (!m_notice)
        return;
    if (!ended)
        m_notice->wipe();
    else if (m_written == 0)
        m_notice->standBy();
    else
        m_notice->open(m_writtenIn);
}

/// What stands in the case already is another talk than this one.
void TalkPage::unwritten()
{
    m_written = 0;
    m_done.clear();
}

/// What the visitor typed at the kiosk begins their new case, as far as nothing else was typed here.
void TalkPage::takeIntake()
{
    const Intake& typed = m_session.intake().intake();
    if (!m_session.current() || !m_name->text().isEmpty() || !m_request->text().isEmpty())
        return;
    m_name->setText(typed.name);
    m_request->setText(typed.text.simplified());
}

/// With number and phone where it is the visitor who typed them.
QJsonObject TalkPage::petitioner() const
{
    QJsonObject person{{QStringLiteral("name"), m_name->text().trimmed()}};
    const Intake& typed = m_session.intake().intake();
    if (!m_session.current() || typed.name != person.value(QLatin1StringView("name")).toString())
        return person;
    if (!typed.idNumber.isEmpty())
        person.insert(QStringLiteral("id_number"), typed.idNumber);
    if (!typed.phone.isEmpty())
        person.insert(QStringLiteral("phone"), typed.phone);
    return person;
}

void TalkPage::write()
{
    if (m_busy || !m_talk.end())
        return;
    const QString in = language();
    TalkOrder order;
    order.number = m_writtenIn.isEmpty() ? m_case->currentData().toString() : m_writtenIn;
    order.written = m_written;
    order.talked = m_talk.entry(in);
    order.redirect = m_redirect->isChecked();
    order.told = m_talk.end()->words.in(in);
    order.talked.insert(QStringLiteral("where"), m_talk.end()->where.in(in));
    if (order.number.isEmpty()) {
        if (m_request->text().trimmed().isEmpty()) {
            setText(m_error, tr("Say in a few words what is asked for: a case begins with it."), true);
            m_request->setFocus();
            return;
        }
        order.registration = {{QStringLiteral("request"), m_request->text().trimmed()},
                              {QStringLiteral("channel"), QStringLiteral("visit")}};
        if (const QString purpose = m_talk.facts().value(QStringLiteral("purpose")); !purpose.isEmpty())
            order.registration.insert(QStringLiteral("type"), purpose);
        if (!m_name->text().trimmed().isEmpty())
            order.registration.insert(QStringLiteral("petitioners"), QJsonArray{petitioner()});
        if (const auto& ticket = m_session.current()) {
            order.ticket = ticket->id.value();
            order.block = ticket->block;
        } else if (m_session.person() && !m_session.person()->blocks.isEmpty()) {
            order.block = m_session.person()->blocks.first();
        }
    }
    m_busy = true;
    setFocus(); // what was pressed may go; the keys stay here
    showTarget();
    m_gateway.write(order).then(this, [this, reader = m_readFor](const Result<TalkWritten>& answer) {
        if (reader != m_readFor)
            return;
        m_busy = false;
        if (answer.ok())
            written(*answer);
        else
            setText(m_error, m_session.phrases().remedy(answer.error()), true);
        showTarget();
    });
}

void TalkPage::written(const TalkWritten& done)
{
    m_written = done.sequence;
    m_writtenIn = done.number;
    if (!done.refused.message.isEmpty()) {
        keep();
        const QString why = m_session.phrases().remedy(done.refused);
        setText(m_error, done.sequence == 0 ? tr("Case %1 is open, but the talk is not in it yet: %2 Write it down again; it goes into that case.")
                                                 .arg(done.number, why)
                         : m_redirect->isChecked() && !done.redirected
                             ? tr("The talk is entry %1 of case %2. The case could not be redirected: %3")
                                   .arg(QString::number(done.sequence), done.number, why)
                             : tr("The talk is entry %1 of case %2. Yet: %3").arg(QString::number(done.sequence), done.number, why),
                true);
        return;
    }
    m_done = done.redirected ? tr("Written: entry %1 of case %2, and redirected.").arg(QString::number(done.sequence), done.number)
                             : tr("Written: entry %1 of case %2.").arg(QString::number(done.sequence), done.number);
    setText(m_error, {}, true);
    static_cast<void>(m_gateway.keepDraft(draftKey(), {}));
}

/// The notice comes below everything else: what has just been asked for is brought into view.
void TalkPage::reveal()
{
    if (auto* scroll = findChild<QScrollArea*>(); scroll && m_notice)
        scroll->verticalScrollBar()->setValue(m_notice->y() - m_look.px(60));
}

} // namespace hall::desk
