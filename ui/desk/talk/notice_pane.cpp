// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/talk/notice_pane.h"

#include "ui/desk/desk_session.h"

#include <QEvent>

namespace hall::desk {

using base::Result;

NoticePane::NoticePane(CaseGateway& gateway, const DeskSession& session, const Look& look, QWidget* parent)
    : Card(parent, 20, 10)
    , m_gateway(gateway)
    , m_session(session)
    , m_title(makeLabel("title", this))
    , m_hint(makeLabel("body", this, "noticeHint"))
    , m_write(makeButton("noticeWrite", this))
    , m_documents(new DocumentsPane(gateway, session.phrases(), look, session.clock(), this))
{
    setObjectName(QStringLiteral("talkNotice"));
    m_documents->offerOnly(QStringLiteral("legal-channel-notice"));
    column()->addWidget(m_title);
    column()->addWidget(m_hint);
    column()->addWidget(m_write, 0, Qt::AlignLeft);
    column()->addWidget(m_documents);
    connect(m_write, &QPushButton::clicked, this, &NoticePane::writingAsked);
    connect(m_documents, &DocumentsPane::made, this, &NoticePane::read);
    wipe();
}

void NoticePane::wipe()
{
    ++m_epoch;
    m_number.clear();
    m_refused.clear();
    m_read = false;
    m_documents->wipe();
    hide();
}

void NoticePane::standBy()
{
    wipe();
    tell();
    show();
}

void NoticePane::open(const QString& number)
{
    show();
    if (m_number == number)
        return;
    m_number = number;
    tell();
    read();
}

/// With the entry that the talk has just left, and after each notice that was made.
void NoticePane::read()
{
    m_gateway.show(m_number, {}).then(this, [this, epoch = m_epoch](const Result<CaseView>& view) {
        if (epoch != m_epoch)
            return;
        m_refused = view.ok() ? QString()
                  : view.error().code == base::ErrorCode::PermissionDenied ? view.error().message
                                                                           : m_session.phrases().remedy(view.error());
        const bool first = !m_documents->isVisible();
        m_read = true;
        if (view.ok())
            m_documents->show(*view, {});
        tell();
        if (first)
            emit opened();
    });
}

void NoticePane::tell()
{
    setText(m_title, tr("Notice for the visitor"));
    setText(m_hint, m_number.isEmpty() ? tr("In plain words: which way, where to go, what to bring, until when. It is kept in the case file, so the talk is "
                                            "written down first: into the visitor's case, or into a new one.")
                                       : m_refused, true);
    m_write->setText(tr("Write down, then make the notice"));
    m_write->setVisible(m_number.isEmpty());
    m_documents->setVisible(m_read && m_refused.isEmpty());
}

void NoticePane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        tell();
}

} // namespace hall::desk
