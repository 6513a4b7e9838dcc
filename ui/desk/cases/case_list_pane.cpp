// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/case_list_pane.h"

#include "ui/desk/cases/case_row_delegate.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <algorithm>
#include <utility>

namespace hall::desk {

using base::Result;

namespace {

constexpr int kTypingMs = 120;
constexpr int kPage = 50;

bool isCaseNumber(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("^[A-Z]?[0-9]{4}-[0-9]{6,}$"));
    return number.match(text).hasMatch();
}

} // namespace

CaseListPane::CaseListPane(CaseGateway& gateway, DeskSession& session, const Look& look, QWidget* parent)
    : Card(parent, 12, 8)
    , m_gateway(gateway)
    , m_session(session)
    , m_model(new CaseListModel(session.phrases(), this))
    , m_search(new QLineEdit(this))
    , m_filters(new CaseFilters(session, this))
    , m_working(new QWidget(this))
    , m_progress(new QProgressBar(m_working))
    , m_stop(makeButton("caseCatchUpStop", m_working))
    , m_hint(makeLabel("muted", this, "caseListHint"))
    , m_list(new QListView(this))
    , m_register(makeButton("caseRegister", this))
{
    setObjectName(QStringLiteral("caseListCard"));
    m_search->setObjectName(QStringLiteral("caseSearch"));
    m_search->installEventFilter(this);
    m_progress->setTextVisible(false);
    auto* row = new QHBoxLayout(m_working);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    m_list->setObjectName(QStringLiteral("caseList"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CaseRowDelegate(look, m_list));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_search, m_filters, m_working, m_hint})
        column()->addWidget(widget);
    column()->addWidget(m_list, 1);
    column()->addWidget(m_register);
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, [this] { search(casefile::Typing::Still); });
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(kTypingMs); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_typing.stop();
        search(casefile::Typing::Done);
    });
    connect(m_filters, &CaseFilters::changed, this, [this] { search(casefile::Typing::Still); });
    CatchUpLoop& loop = m_gateway.catchUp();
    connect(m_stop, &QPushButton::clicked, &loop, [&loop] { loop.setHeld(!loop.held()); });
    connect(&loop, &CatchUpLoop::heldChanged, this, &CaseListPane::showHeld);
    connect(&loop, &CatchUpLoop::advanced, this, &CaseListPane::advance);
    connect(&loop, &CatchUpLoop::failed, this, [this](const base::Error& error) { tell(m_session.phrases().remedy(error)); });
    connect(m_register, &QPushButton::clicked, this, &CaseListPane::registerAsked);
    const auto open = [this](const QModelIndex& index) { emit chosen(index.data(CaseListModel::NumberRole).toString()); };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_list->verticalScrollBar()->maximum())
            more();
    });
    connect(&look, &Look::changed, m_list, &QListView::doItemsLayout);
    retranslate();
    wipe();
}

void CaseListPane::begin(const CaseLawPointer& law)
{
    m_model->setLaw(law);
    m_filters->setLaw(law);
    m_register->setVisible(mayRegister());
    m_gateway.catchUp().start();
}

void CaseListPane::setLaw(const CaseLawPointer& law)
{
    m_model->setLaw(law);
    m_filters->setLaw(law);
    search(casefile::Typing::Still);
}

void CaseListPane::wipe()
{
    ++m_epoch;
    m_typing.stop();
    m_model->wipe();
    m_chosen.clear();
    m_seen = -1;
    m_asking = m_mayBeMore = m_unfinished = false;
    {
        const QSignalBlocker quiet(m_search);
        m_search->setText({}); // and what undo would bring back
        const QSignalBlocker quietToo(m_filters);
        m_filters->clear();
    }
    setText(m_hint, {}, true);
    m_working->hide();
}

void CaseListPane::advance(const casefile::CatchUp& far)
{
    if (!m_session.working())
        return;
    showProgress(far);
    if (m_unfinished || far.mark != std::exchange(m_seen, far.mark))
        search(casefile::Typing::Still);
}

void CaseListPane::showProgress(const casefile::CatchUp& far)
{
    if (!far.finished && !m_unfinished)
        m_since.start();
    m_unfinished = !far.finished;
    m_working->setVisible(m_unfinished);
    m_progress->setRange(0, static_cast<int>(far.total));
    m_progress->setValue(static_cast<int>(far.done));
    if (!m_unfinished)
        return;
    if (m_gateway.catchUp().held()) {
        showHeld(true); // this slice was on its way
        return;
    }
    const auto left = far.done > 0 ? m_since.elapsed() * (far.total - far.done) / far.done : 0;
    tell(left > 0 ? tr("%1 of %2 cases can be searched; %3 to go").arg(far.done).arg(far.total).arg(m_session.phrases().duration(base::Milliseconds(left)))
                  : tr("%1 of %2 cases can be searched").arg(far.done).arg(far.total));
}

void CaseListPane::showHeld(bool held)
{
    m_stop->setText(held ? tr("Go on") : tr("Stop", "bringing the search up to date"));
    if (held)
        tell(tr("Stopped at %1 of %2 cases; only these are found.").arg(m_progress->value()).arg(m_progress->maximum()));
}

casefile::CaseQuery CaseListPane::query() const
{
    casefile::CaseQuery query;
    query.text = m_search->text().trimmed();
    query.limit = kPage;
    m_filters->apply(query, base::hallDay(m_session.now()));
    return query;
}

void CaseListPane::search(casefile::Typing typing)
{
    if (!m_session.working())
        return;
    auto wanted = query();
    const QString text = wanted.text;
    // A list that was scrolled down stays as long as it is.
    wanted.limit = std::max(kPage, m_list->verticalScrollBar()->value() > 0 ? m_model->rowCount() : 0);
    m_gateway.search(wanted, typing).then(this, [this, epoch = m_epoch, asked = ++m_asked, limit = wanted.limit, text, typing](const Result<QList<CaseRow>>& rows) {
        if (epoch != m_epoch || asked != m_asked)
            return;
        if (!rows.ok()) {
            tell(m_session.phrases().remedy(rows.error()));
            return;
        }
        m_mayBeMore = rows->size() >= limit;
        take(*rows);
        if (typing != casefile::Typing::Done)
            return;
        if (rows->size() == 1)
            emit chosen(rows->first().hit.summary.number);
        else if (rows->isEmpty() && isCaseNumber(text))
            emit chosen(text);
    });
}

void CaseListPane::more()
{
    if (!m_mayBeMore || m_asking || m_model->rowCount() == 0)
        return;
    m_asking = true;
    auto wanted = query();
    wanted.before = m_model->rows().last().hit.id;
    m_gateway.search(wanted, casefile::Typing::Still).then(this, [this, epoch = m_epoch, asked = m_asked](const Result<QList<CaseRow>>& rows) {
        m_asking = false;
        if (epoch != m_epoch || asked != m_asked || !rows.ok())
            return;
        m_mayBeMore = rows->size() >= kPage;
        m_model->addRows(*rows);
    });
}

void CaseListPane::take(const QList<CaseRow>& rows)
{
    const int scrolled = m_list->verticalScrollBar()->value();
    m_model->setRows(rows);
    setChosen(m_chosen);
    m_list->doItemsLayout();
    m_list->verticalScrollBar()->setValue(scrolled);
    if (!m_unfinished) {
        const bool narrowed = m_filters->count() > 0;
        tell(!rows.isEmpty()                ? mayRegister() ? QString() : tr("Numbers, states and deadlines. To read a case a reason is asked, and recorded.")
             : isCaseNumber(query().text)   ? tr("No case of yours has this number. Press Enter to open it; for a case of another block a reason is asked.")
             : narrowed                     ? tr("No case says that within these filters. Show all, or try fewer words.")
             : !mayRegister()               ? tr("Type the number of a case and press Enter. A reason is asked, and recorded.")
             : query().text.isEmpty()       ? tr("There is no case yet. Register the first one below.")
                                            : tr("No case says that. Try fewer words."));
    }
    emit refreshed();
}

bool CaseListPane::mayRegister() const { return m_session.person() && hasDesk(m_session.person()->role); }

void CaseListPane::setChosen(const QString& number)
{
    m_chosen = number;
    const int row = m_model->rowOf(number);
    const int scrolled = m_list->verticalScrollBar()->value();
    m_list->setCurrentIndex(row >= 0 ? m_model->index(row) : QModelIndex());
    if (row < 0)
        m_list->verticalScrollBar()->setValue(scrolled);
}

void CaseListPane::tell(const QString& words) { setText(m_hint, words, true); }

void CaseListPane::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CaseListPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

void CaseListPane::retranslate()
{
    m_search->setPlaceholderText(tr("Names, numbers, any words"));
    m_search->setAccessibleName(tr("Search the cases"));
    m_list->setAccessibleName(tr("Cases"));
    m_register->setText(tr("Register a case"));
    m_progress->setAccessibleName(tr("Cases that can be searched"));
    m_stop->setText(m_gateway.catchUp().held() ? tr("Go on") : tr("Stop", "bringing the search up to date"));
    m_list->viewport()->update();
}

void CaseListPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool CaseListPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down) {
            focusList();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return Card::eventFilter(watched, event);
}

} // namespace hall::desk
