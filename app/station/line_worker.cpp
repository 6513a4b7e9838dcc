// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/line_worker.h"

#include "app/station/line_opener.h"
#include "app/station/store_keeper.h"

#include <QCoreApplication>
#include <QThread>

namespace hall::station {

using base::Error;
using base::ErrorCode;

LineWorker::LineWorker(StationConfig config, const base::Clock& clock, QObject* parent)
    : LineWorker(config, lineOpener(config, clock), parent)
{
}

LineWorker::LineWorker(StationConfig config, OpenSession open, QObject* parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_thread(std::make_unique<QThread>())
    , m_keeper(new StoreKeeper(m_config.place(), std::move(open)))
{
    qRegisterMetaType<Topics>();
    m_thread->setObjectName(QStringLiteral("line"));
    m_keeper->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::finished, m_keeper, &QObject::deleteLater);
    connect(m_keeper, &StoreKeeper::connected, this, [this] {
        m_lastError = {};
        m_state = State::Connected;
        emit stateChanged(m_state);
        emit changed(kAllTopics);
    });
    connect(m_keeper, &StoreKeeper::lost, this, [this](const Error& error) {
        const bool news = m_state != State::Lost || m_lastError != error;
        m_lastError = error;
        m_state = State::Lost;
        if (news)
            emit stateChanged(m_state);
    });
    connect(m_keeper, &StoreKeeper::changed, this, &LineWorker::changed);
    m_thread->start();
    QMetaObject::invokeMethod(m_keeper, &StoreKeeper::connectNow, Qt::QueuedConnection);
}

LineWorker::~LineWorker()
{
    disconnect(m_keeper, nullptr, this, nullptr);
    // Behind the jobs that were accepted, so they are done first.
    QMetaObject::invokeMethod(
        m_keeper,
        [keeper = m_keeper] {
            keeper->inTurn([keeper] {
                keeper->close();
                keeper->thread()->quit();
            });
        },
        Qt::QueuedConnection);
    m_thread->wait();
}

void LineWorker::retryNow()
{
    QMetaObject::invokeMethod(m_keeper, &StoreKeeper::connectNow, Qt::QueuedConnection);
}

std::optional<Error> LineWorker::refusal() const
{
    if (m_state != State::Lost)
        return std::nullopt;
    return Error{ErrorCode::StoreUnavailable,
                 QCoreApplication::translate("hall::station", "The hall's store cannot be reached. %1").arg(m_lastError.message)};
}

void LineWorker::onThread(std::function<void()> task)
{
    QMetaObject::invokeMethod(
        m_keeper, [keeper = m_keeper, task = std::move(task)] { keeper->inTurn(task); }, Qt::QueuedConnection);
}

void LineWorker::post(Job job)
{
    onThread([keeper = m_keeper, job = std::move(job)] { keeper->run(job); });
}

} // namespace hall::station
