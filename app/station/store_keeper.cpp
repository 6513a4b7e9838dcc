// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/station/store_keeper.h"

#include "app/base/log.h"
#include "app/sql/connection.h"
#include "app/store/line_store.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>
#include <sys/stat.h>

namespace hall::station {

using base::Error;
using base::ErrorCode;
using base::Status;

namespace {

/// Many stations ask one server; nobody sees more than a dozen changes in a second.
constexpr ChangeFeed::Pace kServerPace{80, 1000, 100};
constexpr int kFirstRetryMs = 100;
constexpr int kLongestRetryMs = 5000;
/// A connection that held this long was a good one: the next loss starts with short waits again.
constexpr qint64 kSteadyMs = 5000;

/// Which file lies at a path; 0 for none.
quint64 identityOf(const QString& path)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return 0;
    return static_cast<quint64>(info.st_ino) * 1'000'003U + static_cast<quint64>(info.st_dev) + 1;
}

bool concernsTheStore(ErrorCode code)
{
    return code == ErrorCode::StoreUnavailable || code == ErrorCode::StoreNotFound || code == ErrorCode::StoreDamaged
        || code == ErrorCode::StoreNotEncrypted || code == ErrorCode::WrongKey || code == ErrorCode::Internal;
}

Error unavailable(const Error& cause)
{
    return {ErrorCode::StoreUnavailable,
            QCoreApplication::translate("hall::station", "The hall's store cannot be reached. %1").arg(cause.message)};
}

} // namespace

StoreKeeper::StoreKeeper(store::HallPlace place, OpenSession open)
    : m_place(std::move(place))
    , m_open(std::move(open))
    , m_retry(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &StoreKeeper::connectNow);
}

StoreKeeper::~StoreKeeper() = default;

void StoreKeeper::connectNow()
{
    if (m_session || m_isOpening || m_isClosed)
        return;
    m_retry.stop();
    m_isOpening = true;
    const Status opened = open();
    m_isOpening = false;
    if (opened.ok())
        emit connected();
    else
        lose(opened.error());
    while (!m_waiting.empty()) {
        const auto task = std::move(m_waiting.front());
        m_waiting.pop_front();
        task();
    }
}

void StoreKeeper::inTurn(std::function<void()> task)
{
    if (m_isOpening)
        m_waiting.push_back(std::move(task));
    else
        task();
}

Status StoreKeeper::open()
{
    // Before opening: a file that is exchanged meanwhile is noticed.
    const quint64 identity = identityOf(m_place.files().line());
    HALL_ASSIGN(auto session, m_open());
    auto feed = m_place.onServer() ? std::make_unique<ChangeFeed>(session->line(), QString(), kServerPace)
                                   : std::make_unique<ChangeFeed>(session->line(), m_place.files().lineBell());
    HALL_TRY(feed->start());
    m_session = std::move(session);
    m_feed = std::move(feed);
    m_identity = identity;
    m_connectedFor.start();
    connect(m_feed.get(), &ChangeFeed::changed, this, &StoreKeeper::changed);
    // Queued: the feed is not destroyed while it speaks.
    const auto onFailure = [this, failed = m_feed.get()](const Error& error) {
        if (failed == m_feed.get())
            lose(error);
    };
    connect(m_feed.get(), &ChangeFeed::failed, this, onFailure, Qt::QueuedConnection);
    const auto onPulse = [this] {
        if (const Status status = m_session ? examine() : Status(); !status.ok())
            lose(status.error());
    };
    connect(m_feed.get(), &ChangeFeed::pulse, this, onPulse, Qt::QueuedConnection);
    return {};
}

void StoreKeeper::run(const Job& job)
{
    if (m_session) {
        if (const Status status = examine(); !status.ok())
            lose(status.error());
    }
    if (!m_session) {
        job(nullptr, unavailable(m_whyNot));
        return;
    }
    const std::optional<Error> failed = job(m_session.get(), {});
    if (failed && concernsTheStore(failed->code)) {
        const bool gone = failed->code == ErrorCode::StoreUnavailable || !examine().ok()
            || !m_session->line().changeStamp().ok();
        if (gone) {
            lose(*failed);
            return;
        }
    }
    m_feed->nudge();
}

Status StoreKeeper::examine()
{
    const QString path = m_place.files().line();
    if (m_place.onServer() || identityOf(path) == m_identity)
        return {};
    return Error{ErrorCode::StoreUnavailable,
                 QCoreApplication::translate("hall::station", "%1 is no longer at its place. Bring the hall's folder back; "
                                                              "this program goes on by itself.")
                     .arg(path)};
}

void StoreKeeper::lose(const Error& error)
{
    if (m_session)
        qCWarning(base::logStation, "the store is lost: %s", base::errorName(error.code).data());
    m_feed.reset();
    m_session.reset();
    m_whyNot = error;
    scheduleRetry();
    emit lost(error);
}

void StoreKeeper::scheduleRetry()
{
    const bool wasSteady = m_connectedFor.isValid() && m_connectedFor.elapsed() > kSteadyMs;
    m_connectedFor.invalidate();
    m_backOffMs = wasSteady || m_backOffMs == 0 ? kFirstRetryMs : std::min(2 * m_backOffMs, kLongestRetryMs);
    m_retry.start(m_backOffMs);
}

void StoreKeeper::close()
{
    m_isClosed = true;
    m_retry.stop();
    m_feed.reset();
    m_session.reset();
    m_whyNot = {ErrorCode::Cancelled, QCoreApplication::translate("hall::station", "The program is closing.")};
}

} // namespace hall::station
