// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/talk/talk_page.h"

#include "ui/desk/desk_session.h"
#include "ui/desk/look.h"
#include "ui/desk/talk/notice_pane.h"
#include "ui/desk/talk/wrapped_button.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateEdit>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>

namespace hall::desk {

using base::Result;

TalkPage::TalkPage(DeskSession& session, TalkGateway& gateway, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_gateway(gateway)
    , m_look(look)
{
    setObjectName(QStringLiteral("talkPage"));
    setProperty("page", true);
    setFocusPolicy(Qt::StrongFocus);
    build();
    connect(&m_session, &DeskSession::wiped, this, &TalkPage::forget);
    connect(&m_session, &DeskSession::phaseChanged, this, [this] {
        if (isVisible() && m_session.working())
            readLaw();
    });
    refresh();
}

void TalkPage::build()
{
    auto* column = scrolledColumn(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(14);
    m_title = makeLabel("page", this, "talkTitle");
    m_error = makeLabel("error", this, "talkError");
    m_error->hide();
    column->addWidget(m_title);
    column->addWidget(m_error);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    auto* main = new Card(this);
    m_mainColumn = main->column();
    auto* side = new Card(this, 16, 8);
    m_pathTitle = makeLabel("title", side);
    side->column()->addWidget(m_pathTitle);
    m_pathColumn = new QVBoxLayout;
    side->column()->addLayout(m_pathColumn);
    m_again = makeButton("talkRestart", side);
    side->column()->addStretch();
    side->column()->addWidget(m_again);
    row->addWidget(main, 5);
    row->addWidget(side, 3);
    column->addLayout(row);
    m_writer = buildWriter();
    column->addWidget(m_writer);
    m_result = makeLabel("good", this, "talkResult");
    column->addWidget(m_result);
    column->addStretch();
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_talk.restart();
        m_written = 0;
        m_writtenIn.clear();
        m_done.clear();
        m_name->clear();
        m_request->clear();
        keep();
        refresh();
    });
}

void TalkPage::offerNotice(NoticePane* notice)
{
    m_notice = notice;
    auto* column = qobject_cast<QVBoxLayout*>(m_writer->parentWidget()->layout());
    column->insertWidget(column->indexOf(m_result) + 1, notice);
    connect(notice, &NoticePane::writingAsked, this, &TalkPage::write);
    connect(notice, &NoticePane::opened, this, &TalkPage::reveal, Qt::QueuedConnection); // after it has its place
    showTarget();
}

QString TalkPage::language() const
{
    return m_session.phrases().language();
}

/// A draft belongs to the visitor in front of the desk, so that the next one does not find it.
QString TalkPage::draftKey() const
{
    const auto& ticket = m_session.current();
    return QStringLiteral("talk/%1").arg(ticket ? ticket->id.value() : 0);
}

void TalkPage::readLaw()
{
    if (m_lawRead) {
        readDraft();
        return;
    }
    m_gateway.law().then(this, [this](const Result<TalkLaw>& law) {
        if (!law.ok()) {
            setText(m_error, m_session.phrases().remedy(law.error()), true);
            return;
        }
        m_lawRead = true;
        m_talk = Talk(*law);
        setText(m_error, {}, true);
        readDraft();
        refresh();
    });
}

void TalkPage::followLaw()
{
    if (!m_lawRead)
        return;
    m_gateway.law().then(this, [this](const Result<TalkLaw>& law) {
        if (!law.ok() || law->calendar == m_talk.law().calendar)
            return;
        const QJsonObject said = m_talk.saved();
        m_talk = Talk(*law);
        m_talk.restore(said);
        refresh();
    });
}

void TalkPage::readDraft()
{
    const QString reader = (m_session.person() ? m_session.person()->login : QString()) + QLatin1Char('/') + draftKey();
    if (reader == m_readFor)
        return;
    if (!m_readFor.isEmpty())
        forget(); // another visitor stands in front of the desk; what was said is in their own draft
    m_readFor = reader;
    readCases();
    m_gateway.draft(draftKey()).then(this, [this, reader](const Result<QJsonObject>& draft) {
        if (reader != m_readFor || m_talk.begun() || !draft.ok() || draft->isEmpty())
            return;
        m_talk.restore(*draft);
        m_name->setText(draft->value(QLatin1StringView("name")).toString());
        m_request->setText(draft->value(QLatin1StringView("request")).toString());
        m_written = draft->value(QLatin1StringView("written")).toInteger();
        m_writtenIn = draft->value(QLatin1StringView("written_in")).toString();
        refresh();
    });
}

void TalkPage::keep()
{
    if (!m_session.person())
        return;
    QJsonObject draft;
    if (m_talk.begun()) {
        draft = m_talk.saved();
        draft.insert(QStringLiteral("name"), m_name->text());
        draft.insert(QStringLiteral("request"), m_request->text());
        draft.insert(QStringLiteral("written"), m_written);
        draft.insert(QStringLiteral("written_in"), m_writtenIn);
    }
    m_gateway.keepDraft(draftKey(), draft).then(this, [this](const Result<bool>& kept) {
        // A refusal that stands there already is not taken away by a draft that was kept.
        if (!kept.ok())
            setText(m_error, m_session.phrases().remedy(kept.error()), true);
        else if (m_draftFailed)
            setText(m_error, {}, true);
        m_draftFailed = !kept.ok();
    });
}

void TalkPage::forget()
{
    m_talk.restart();
    m_cases.clear();
    m_case->clear();
    m_name->clear();
    m_request->clear();
    m_written = 0;
    m_writtenIn.clear();
    m_done.clear();
    m_readFor.clear();
    m_busy = false;
    setText(m_error, {}, true);
    refresh();
}

QVBoxLayout* TalkPage::freshColumn(QWidget*& content, QVBoxLayout* in)
{
    if (content) {
        content->hide();
        content->deleteLater(); // a button of it may be on the stack
        in->removeWidget(content);
    }
    content = new QWidget(in->parentWidget());
    in->addWidget(content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    return column;
}

void TalkPage::refresh()
{
    setText(m_title, tr("Legal channel"));
    setText(m_pathTitle, tr("What was said"));
    m_again->setText(tr("Start again"));
    m_again->setAccessibleName(m_again->text());
    m_again->setEnabled(m_talk.begun());
    m_answers.clear();
    m_dates.clear();
    m_clockBox = nullptr;
    showPath();
    if (const rules::RouterEnd* end = m_talk.end())
        showEnd(*end);
    else if (const rules::RouterQuestion* question = m_talk.question())
        showQuestion(*question);
    else
        freshColumn(m_main, m_mainColumn)->addWidget(makeLabel("muted", this));
    showTarget();
}

void TalkPage::showPath()
{
    auto* column = freshColumn(m_path, m_pathColumn);
    const QString in = language();
    for (const rules::RouteStep& step : m_talk.path()) {
        const rules::RouterQuestion* question = m_talk.law().router.question(step.question);
        column->addWidget(makeLabel("caption", m_path));
        setText(qobject_cast<QLabel*>(column->itemAt(column->count() - 1)->widget()), question->text.in(in));
        const QString words = question->answer(step.answer)->text.in(in);
        auto* button = new WrappedButton("talkStep", words, m_look.px(14), m_path);
        button->setProperty("question", step.question);
        button->setAccessibleName(tr("%1 %2 – ask again").arg(question->text.in(in), words));
        button->setToolTip(tr("Ask this question again; later answers that still hold are kept"));
        connect(button, &QPushButton::clicked, this, [this, code = step.question] {
            m_talk.revisit(code);
            keep();
            refresh();
            setFocus();
        });
        column->addWidget(button);
    }
    if (m_talk.path().isEmpty()) {
        auto* hint = makeLabel("muted", m_path);
        setText(hint, tr("Keys 1 to 9 choose an answer, Backspace goes back. Nothing is lost by going back."));
        column->addWidget(hint);
    }
}

void TalkPage::showQuestion(const rules::RouterQuestion& question)
{
    auto* column = freshColumn(m_main, m_mainColumn);
    const QString in = language();
    auto* text = makeLabel("page", m_main, "talkQuestion");
    setText(text, question.text.in(in));
    column->addWidget(text);
    if (!question.help.en.isEmpty()) {
        auto* help = makeLabel("muted", m_main, "talkHelp");
        setText(help, question.help.in(in));
        column->addWidget(help);
    }
    for (const rules::RouterAnswer& answer : question.answers) {
        auto* row = new QHBoxLayout;
        auto* key = makeLabel("key", m_main);
        key->setWordWrap(false);
        setText(key, QString::number(m_answers.size() + 1));
        auto* button = makeButton("talkAnswer", m_main, m_talk.given() == answer.value);
        button->setProperty("answer", answer.value);
        button->setMinimumHeight(m_look.px(48));
        // A button does not break its line; a label laid over it does.
        auto* inner = new QHBoxLayout(button);
        auto* words = makeLabel("strong", button);
        words->setAttribute(Qt::WA_TransparentForMouseEvents);
        setText(words, answer.text.in(in));
        if (m_talk.given() == answer.value)
            words->setStyleSheet(QStringLiteral("color: %1").arg(m_look.colours().onPrimary.name()));
        inner->addWidget(words);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
        button->setMinimumHeight(std::max(m_look.px(48), words->heightForWidth(m_look.px(420)) + m_look.px(20)));
        button->setAccessibleName(answer.text.in(in));
        connect(button, &QPushButton::clicked, this, [this, value = answer.value] { this->answer(value); });
        row->addWidget(key, 0, Qt::AlignVCenter);
        row->addWidget(button, 1);
        column->addLayout(row);
        m_answers.append(button);
    }
    column->addStretch();
}

void TalkPage::showEnd(const rules::RouterEnd& end)
{
    auto* column = freshColumn(m_main, m_mainColumn);
    const QString in = language();
    const auto add = [&](const char* type, const QString& text, const char* name = nullptr) {
        auto* label = makeLabel(type, m_main, name);
        setText(label, text);
        column->addWidget(label);
    };
    const auto list = [&](const QString& title, const QList<rules::Text>& texts) {
        if (texts.isEmpty())
            return;
        add("title", title);
        for (const rules::Text& text : texts)
            add("body", QStringLiteral("• ") + text.in(in));
    };
    add("caption", m_talk.law().router.channel(end.channel)->name.in(in), "talkChannel");
    add("page", end.title.in(in), "talkEnd");
    add("muted", end.article.in(in), "talkArticle");
    add("body", end.words.in(in), "talkWords");
    add("title", tr("Where to go"));
    add("body", end.where.in(in), "talkWhere");
    list(tr("What to bring"), end.bring);
    list(tr("Please note"), end.notes);
    if (!end.deadlines.isEmpty()) {
        add("title", tr("Time limits"));
        addDates();
        m_clockColumn = column;
        showClocks();
    }
}

void TalkPage::addDates()
{
    auto* column = qobject_cast<QVBoxLayout*>(m_main->layout());
    const QDate today = base::hallDay(m_session.now());
    for (const QString& fact : m_talk.wantedDates()) {
        const QString name = m_talk.law().router.date(fact)->name.in(language());
        auto* label = makeLabel("body", m_main);
        setText(label, tr("When: %1?").arg(name));
        DateRow row{fact, new QCheckBox(tr("known"), m_main), new QDateEdit(m_main)};
        row.known->setObjectName(QStringLiteral("talkKnown-") + fact);
        row.known->setAccessibleName(tr("Known: %1").arg(name));
        row.day->setObjectName(QStringLiteral("talkDate-") + fact);
        row.day->setAccessibleName(name);
        row.day->setCalendarPopup(true);
        row.day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        row.day->setLocale(m_session.phrases().chinese() ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedKingdom));
        row.day->calendarWidget()->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        row.day->calendarWidget()->setFirstDayOfWeek(Qt::Monday);
        row.day->calendarWidget()->setMinimumSize(m_look.px(340), m_look.px(290)); // six weeks
        const QDate known = rules::dayFromIso(m_talk.facts().value(fact));
        row.day->setDate(known.isValid() ? known : today);
        row.known->setChecked(known.isValid());
        row.day->setEnabled(known.isValid());
        const auto take = [this, row] {
            row.day->setEnabled(row.known->isChecked());
            m_talk.setDate(row.fact, row.known->isChecked() ? row.day->date() : QDate());
            unwritten();
            keep();
            showClocks();
            showTarget();
        };
        connect(row.known, &QCheckBox::toggled, this, take);
        connect(row.day, &QDateEdit::dateChanged, this, take);
        auto* line = new QHBoxLayout;
        line->addWidget(row.known);
        line->addWidget(row.day);
        line->addStretch();
        column->addWidget(label);
        column->addLayout(line);
        m_dates.append(row);
    }
}

void TalkPage::showClocks()
{
    auto* column = freshColumn(m_clockBox, m_clockColumn);
    const QString in = language();
    const QDate today = base::hallDay(m_session.now());
    const rules::DeadlineBook& book = m_talk.law().book;
    for (const TalkClock& clock : m_talk.clocks()) {
        auto* what = makeLabel("strong", m_clockBox);
        setText(what, clock.rule.note.in(in));
        column->addWidget(what);
        if (!clock.reckoning) {
            auto* open = makeLabel("muted", m_clockBox, "talkOpenClock");
            setText(open, tr("Date not known: %1. %2")
                              .arg(m_talk.law().router.date(clock.fact)->name.in(in), clock.rule.basis.in(in)));
            column->addWidget(open);
            continue;
        }
        const bool past = clock.past(today);
        const QString due = clock.reckoning->dueMoment ? clock.reckoning->dueText() : m_session.phrases().date(clock.reckoning->due);
        auto* day = makeLabel(past ? "error" : "good", m_clockBox, "talkDue");
        setText(day, past ? tr("⚠ Over since %1. Do not turn the visitor away: whether there was a reason that the law accepts is "
                               "for the organ that receives it to decide.")
                                .arg(due)
                          : tr("✓ Until %1").arg(due));
        day->setProperty("due", clock.reckoning->dueText());
        column->addWidget(day);
        auto* why = makeLabel("caption", m_clockBox, "talkArithmetic");
        setText(why, rules::explain(*clock.reckoning, book, m_talk.law().calendar, in).join(QLatin1Char('\n')));
        column->addWidget(why);
    }
}

void TalkPage::answer(const QString& value)
{
    m_talk.answer(value);
    unwritten();
    keep();
    refresh();
    setFocus();
}

void TalkPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_session.working())
        readLaw();
    setFocus();
}

void TalkPage::keyPressEvent(QKeyEvent* event)
{
    const int place = event->key() - Qt::Key_1;
    if (!event->modifiers().testFlag(Qt::ControlModifier) && place >= 0 && place < m_answers.size()) {
        m_answers[place]->click();
        return;
    }
    if (event->key() == Qt::Key_Backspace) {
        if (m_talk.back()) {
            m_done.clear();
            keep();
            refresh();
        }
        setFocus();
        return;
    }
    QWidget::keyPressEvent(event);
}

void TalkPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace hall::desk
