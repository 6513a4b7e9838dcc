// SPDX-License-Identifier: GPL-3.0-or-later
// What is said at the desk becomes a case file; the supervisor sees until when.
#include "app/casefile/attachments.h"
#include "app/casefile/case_documents.h"
#include "tests/day/case_reader.h"
#include "tests/day/visitors_day.h"
#include "ui/desk/oversight/deadline_model.h"
#include "ui/desk/talk/talk_page.h"

#include <QAbstractItemModel>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>

namespace hall::tests {

namespace {

const QString kNote = QStringLiteral("电话联系城管局，对方答应本周派人查看路灯。");

template <class T>
T* as(QWidget* widget)
{
    return qobject_cast<T*>(widget);
}

} // namespace

bool VisitorsDay::registerCase()
{
    m_log.step(QStringLiteral("The clerk opens a case; what was typed at the kiosk is there already"));
    if (!click(QStringLiteral("startCase")))
        return false;
    const auto* name = as<QLineEdit>(m_desk->find(QStringLiteral("entry_petitioners[0].name")));
    const auto* phone = as<QLineEdit>(m_desk->find(QStringLiteral("entry_petitioners[0].phone")));
    const auto* request = as<QPlainTextEdit>(m_desk->find(QStringLiteral("entry_request")));
    if (!m_log.check(name && name->text() == QStringLiteral("王秀英") && phone && !phone->text().isEmpty(), QStringLiteral("name and phone of the visitor"))
        || !m_log.check(request && request->toPlainText().contains(QStringLiteral("路灯")), QStringLiteral("their own words")))
        return false;
    if (!m_log.check(m_desk->choose(QStringLiteral("entry_type"), QStringLiteral("appeal")), QStringLiteral("the kind of petition is chosen")))
        return false;
    showDesk(QStringLiteral("case-new"));
    if (!click(QStringLiteral("caseSend")))
        return false;
    const bool opened = m_desk->sees(QStringLiteral("caseTab_2"), 10000);
    showDesk(QStringLiteral("case-registered"));
    m_case = m_desk->textOf(QStringLiteral("caseHead")).section(u' ', 0, 0);
    m_reader = std::make_unique<CaseReader>(m_programs.store(), m_clock, m_login, m_passphrase);
    const auto file = m_reader->read(m_case);
    const auto visit = ticket(m_first);
    m_log.check(visit && file.summary.ticket == visit->id.value(), QStringLiteral("case %1 begins with the visit %2").arg(m_case, m_first));
    m_log.check(m_desk->reads(QStringLiteral("第二十二条"), 5000), QStringLiteral("the clock of Article 22 runs beside it"));
    return opened && m_log.check(file.entries.size() == 1, QStringLiteral("it is in the store, and verifies"));
}

bool VisitorsDay::writeEntry()
{
    m_log.step(QStringLiteral("The clerk writes down what was done"));
    if (!m_log.check(m_desk->choose(QStringLiteral("caseKind"), QStringLiteral("note")) && m_desk->write(QStringLiteral("entry_text"), kNote),
                     QStringLiteral("a note is typed"))
        || !click(QStringLiteral("caseSend")))
        return false;
    m_log.check(m_desk->readsIn(QStringLiteral("caseStory"), kNote, 8000), QStringLiteral("it stands in the story of the case"));
    m_desk->scrollTo(QStringLiteral("caseHead"));
    showDesk(QStringLiteral("case-story"));
    const auto entries = m_reader->read(m_case).entries;
    return m_log.check(entries.size() == 2 && entries.last().content.value(QStringLiteral("text")).toString() == kNote,
                       QStringLiteral("entry 2 of the case says it"));
}

bool VisitorsDay::legalTalk()
{
    m_log.step(QStringLiteral("Which way does it go? The legal-channel talk"));
    if (!click(QStringLiteral("page4")))
        return false;
    const auto* page = as<desk::TalkPage>(m_desk->find(QStringLiteral("talkPage")));
    if (!m_log.check(page && m_desk->sees(QStringLiteral("talkAnswer"), 8000), QStringLiteral("the first question is asked")))
        return false;
    for (const char* value : {"appeal", "first", "none", "organ", "protect"}) {
        const auto* question = page->talk().question();
        const qsizetype place = question ? question->answers.indexOf(*question->answer(QString::fromLatin1(value))) : -1;
        if (!m_log.check(place >= 0, QStringLiteral("\"%1\" is among the answers").arg(QString::fromLatin1(value))))
            return false;
        if (question->code == QStringLiteral("relation"))
            showDesk(QStringLiteral("talk-question"));
        m_desk->key(Qt::Key_1 + static_cast<int>(place));
    }
    showDesk(QStringLiteral("talk-end"));
    const auto* target = as<QComboBox>(m_desk->find(QStringLiteral("talkCase")));
    m_log.check(target && target->currentData().toString() == m_case, QStringLiteral("the visitor's case is chosen already"));
    m_desk->scrollTo(QStringLiteral("noticeWrite"));
    showDesk(QStringLiteral("talk-notice-offered"));
    return m_log.check(page->talk().end() && page->talk().end()->channel == QStringLiteral("duty"), QStringLiteral("it ends at the organ whose duty it is"));
}

bool VisitorsDay::makeNotice()
{
    m_log.step(QStringLiteral("The visitor gets it in writing"));
    if (!click(QStringLiteral("noticeWrite")))
        return false;
    if (!m_log.check(m_desk->sees(QStringLiteral("documentPage"), 15000), QStringLiteral("the notice shows before it is made")))
        return false;
    m_desk->scrollTo(QStringLiteral("documentPage"));
    showDesk(QStringLiteral("talk-notice"));
    if (!click(QStringLiteral("documentMake")) || !m_log.check(m_desk->sees(QStringLiteral("documentPrint_4"), 15000), QStringLiteral("it can be printed")))
        return false;
    m_desk->scrollTo(QStringLiteral("documentPrint_4"));
    showDesk(QStringLiteral("talk-notice-made"));
    const auto entries = m_reader->read(m_case).entries;
    m_log.check(entries.value(2).kind == QStringLiteral("talked"), QStringLiteral("the path of the talk is entry 3"));
    const auto made = entries.isEmpty() ? std::nullopt : casefile::attachmentOf(entries.last());
    return m_log.check(made && made->hash.size() == 32 && entries.last().content.value(QStringLiteral("form")) == QStringLiteral("legal-channel-notice"),
                       QStringLiteral("the notice is entry 4, with its hash"));
}

bool VisitorsDay::makeDocument()
{
    m_log.step(QStringLiteral("A registration form for the file; the notice is looked at again"));
    if (!click(QStringLiteral("page2")) || !click(QStringLiteral("caseTab_2")))
        return false;
    // The page has seen by itself what the talk wrote.
    if (!m_log.check(m_desk->sees(QStringLiteral("documentLook_4"), 8000), QStringLiteral("the notice is among the documents made")))
        return false;
    if (!m_log.check(m_desk->choose(QStringLiteral("documentForm"), QStringLiteral("registration")) && m_desk->sees(QStringLiteral("documentPage"), 15000),
                     QStringLiteral("the form is filled from the case")))
        return false;
    m_desk->scrollTo(QStringLiteral("caseHead"));
    showDesk(QStringLiteral("case-document"));
    if (!click(QStringLiteral("documentMake")) || !m_log.check(m_desk->sees(QStringLiteral("documentPrint_5"), 15000), QStringLiteral("it is made")))
        return false;
    if (!click(QStringLiteral("documentLook_4")))
        return false;
    m_log.check(m_desk->readsAloud(QStringLiteral("documentPage"), QStringLiteral("法定途径告知单"), 15000), QStringLiteral("the notice shows again"));
    m_desk->scrollTo(QStringLiteral("documentLook_4"));
    showDesk(QStringLiteral("case-documents"));
    m_log.check(m_reader->wasAudited(casefile::kAttachmentOpened, m_case + QStringLiteral(" 4")), QStringLiteral("the audit trail says that it was taken out"));
    const bool kept = m_log.check(m_reader->read(m_case).entries.size() == 5, QStringLiteral("looking wrote nothing"));
    m_desk->key(Qt::Key_1, Qt::ControlModifier);
    return kept;
}

bool VisitorsDay::supervisorLooksOn()
{
    m_log.step(QStringLiteral("The supervisor sees what must not be missed"));
    m_desk->key(Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    if (!m_log.check(m_desk->fill(QStringLiteral("signInName"), m_supervisor) && m_desk->fill(QStringLiteral("signInPassphrase"), m_supervisorPassphrase),
                     QStringLiteral("the clerk is signed out"))
        || !click(QStringLiteral("signIn")))
        return false;
    if (!m_log.check(m_desk->sees(QStringLiteral("page3"), 20000), QStringLiteral("the board of deadlines is offered")) || !click(QStringLiteral("page3")))
        return false;
    auto* table = as<QTableView>(m_desk->find(QStringLiteral("deadlineTable")));
    QModelIndex row;
    const bool listed = table && QTest::qWaitFor([&] {
        const auto found = table->model()->match(table->model()->index(0, desk::DeadlineModel::Number), Qt::DisplayRole, m_case, 1, Qt::MatchContains);
        row = found.value(0);
        return row.isValid();
    }, 15000);
    if (m_log.check(listed, QStringLiteral("case %1 is on it").arg(m_case))) {
        table->scrollTo(row);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(row).center());
    }
    m_log.check(m_desk->reads(QStringLiteral("第二十二条"), 3000), QStringLiteral("its deadline shows arithmetic and article"));
    showDesk(QStringLiteral("deadlines"));
    if (!listed || !click(QStringLiteral("deadlineOpen")))
        return false;
    const bool asked = m_log.check(m_desk->sees(QStringLiteral("outsideReason"), 8000), QStringLiteral("whoever is not on the case is asked why they read it"));
    m_log.check(!m_desk->reads(QStringLiteral("路灯"), 0), QStringLiteral("nothing of it shows meanwhile"));
    showDesk(QStringLiteral("supervisor-reason"));
    return asked;
}

} // namespace hall::tests
