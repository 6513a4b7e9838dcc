// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/board/board_source.h"

#include <QMap>

namespace hall::tests {

/// A line that a test fills: keeps acknowledgements as the store does, and can be away.
class FakeBoardSource final : public board::BoardSource
{
    Q_OBJECT

public:
    using board::BoardSource::BoardSource;

    State state() const override { return m_state; }
    QFuture<base::Result<board::Calls>> readCalls(int latest) override
    {
        if (m_state != State::Connected)
            return ready(base::Result<board::Calls>(kAway));
        board::Calls calls;
        for (const queue::Announcement& call : all) {
            if (!call.withdrawn && !acknowledged.contains(call.id))
                calls.pending.append(call);
        }
        for (auto it = all.crbegin(); it != all.crend() && calls.latest.size() < latest; ++it) {
            const bool isOlder = std::any_of(calls.latest.begin(), calls.latest.end(),
                                             [&](const queue::Announcement& other) { return other.ticket == it->ticket; });
            if (!it->withdrawn && !isOlder)
                calls.latest.append(*it);
        }
        return ready(base::Result<board::Calls>(calls));
    }
    QFuture<base::Result<board::Standing>> readStanding() override
    {
        return ready(m_state == State::Connected ? base::Result<board::Standing>(standing)
                                                 : base::Result<board::Standing>(kAway));
    }
    QFuture<base::Status> acknowledge(queue::AnnouncementId id) override
    {
        if (m_state != State::Connected || refusals-- > 0)
            return ready(base::Status(kAway));
        ++acknowledged[id];
        return ready(base::Status());
    }

    void call(queue::Announcement one)
    {
        all.append(std::move(one));
        emit callsChanged();
    }
    void withdraw(queue::AnnouncementId id)
    {
        for (queue::Announcement& each : all) {
            if (each.id == id)
                each.withdrawn = true;
        }
        emit callsChanged();
    }
    void setState(State state)
    {
        m_state = state;
        emit stateChanged();
    }

    QList<queue::Announcement> all;
    board::Standing standing;
    QMap<queue::AnnouncementId, int> acknowledged; ///< how often each
    int refusals = 0;

private:
    template <class T>
    static QFuture<T> ready(T value)
    {
        QPromise<T> promise;
        promise.start();
        promise.addResult(std::move(value));
        promise.finish();
        return promise.future();
    }
    inline static const base::Error kAway{base::ErrorCode::StoreUnavailable, QStringLiteral("away")};

    State m_state = State::Connected;
};

/// A call of the test's hall: number "A017", desk 3.
inline queue::Announcement someCall(qint64 id, const QString& number, int desk, base::Timestamp at,
                                    const QString& block = QStringLiteral("reception"))
{
    queue::Announcement call;
    call.id = queue::AnnouncementId(id);
    call.ticket = queue::TicketId(id);
    call.number = number;
    call.desk = desk;
    call.deskName = QStringLiteral("%1 号窗口").arg(desk);
    call.deskNameEn = QStringLiteral("Desk %1").arg(desk);
    call.block = block;
    call.language = QStringLiteral("zh");
    call.at = at;
    return call;
}

} // namespace hall::tests
