// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/queue/announcements.h"
#include "app/queue/appointments.h"
#include "app/queue/catalogue_shelf.h"
#include "app/queue/desk_register.h"
#include "app/queue/queue.h"
#include "app/station/station_config.h"
#include "app/station/store_session.h"
#include "app/station/topics.h"
#include "app/store/line_store.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>

class QThread;

namespace hall::station {

class StoreKeeper;

/// The services of the line on one connection. Lives on the worker's thread.
struct Line
{
    Line(store::LineStore& lineStore, const base::Clock& clock)
        : store(lineStore)
        , queue(lineStore.connection(), clock)
        , desks(lineStore.connection(), clock)
        , announcements(lineStore.connection(), clock)
        , appointments(lineStore.connection(), clock)
        , catalogue(lineStore.connection(), clock)
    {
    }

    store::LineStore& store;
    queue::Queue queue;
    queue::DeskRegister desks;
    queue::Announcements announcements;
    queue::Appointments appointments;
    queue::CatalogueShelf catalogue;
};

class LineSession : public StoreSession
{
public:
    LineSession(store::LineStore store, const base::Clock& clock)
        : m_store(std::move(store))
        , m_line(m_store, clock)
    {
    }
    sql::Connection& line() override { return m_store.connection(); }
    Line& services() { return m_line; }

private:
    store::LineStore m_store;
    Line m_line;
};

/// One thread that owns the program's writing connection, and the change feed. A job runs once or not at all, in the order
/// of submission, and answers through its future; continue on the GUI thread:
///
///     worker.run([desk](station::Line& line) { return line.queue.callNext(desk, actor); })
///           .then(this, [this](base::Result<queue::Called> called) { … });
///
/// Jobs handed in while the first connection is being made wait for it. While the store is lost they fail at once with
/// StoreUnavailable, and the worker tries again by itself: after 0.1 s, then doubling up to 5 s.
/// The object lives on the GUI thread; its destructor lets the accepted jobs finish.
class LineWorker : public QObject
{
    Q_OBJECT

public:
    enum class State { Connecting, Connected, Lost };
    Q_ENUM(State)

    LineWorker(StationConfig config, const base::Clock& clock, QObject* parent = nullptr);
    ~LineWorker() override;

    State state() const { return m_state; }
    /// Why the store is lost; what to do is in its message. Empty message while all is well.
    base::Error lastError() const { return m_lastError; }
    const StationConfig& config() const { return m_config; }

    /// `f(Line&)` returns a base::Result<T>. It runs on the worker's thread: capture values, not widgets.
    template <class F>
    QFuture<std::invoke_result_t<F, Line&>> run(F f)
    {
        return submit<LineSession>([f = std::move(f)](LineSession& session) mutable { return f(session.services()); });
    }

    /// Tries to connect now instead of at the next turn of the back-off ("Try again" in a window).
    void retryNow();

signals:
    void stateChanged(hall::station::LineWorker::State state);
    /// Somebody, this program included, changed these. After a reconnection: everything.
    void changed(hall::station::Topics topics);

protected:
    LineWorker(StationConfig config, OpenSession open, QObject* parent);

    /// In its turn among the jobs, whether or not there is a store.
    void onThread(std::function<void()> task);

    /// A job that needs more than the line: `Session` is what `open` makes.
    template <class Session, class F>
    QFuture<std::invoke_result_t<F, Session&>> submit(F f)
    {
        using Answer = std::invoke_result_t<F, Session&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        QFuture<Answer> future = promise->future();
        if (const std::optional<base::Error> refused = refusal()) {
            promise->addResult(Answer(*refused));
            promise->finish();
            return future;
        }
        post([promise, f = std::make_shared<std::optional<F>>(std::move(f))](StoreSession* session,
                                                             const base::Error& whyNot) -> std::optional<base::Error> {
            Answer answer = session ? guarded<Answer>(**f, static_cast<Session&>(*session)) : Answer(whyNot);
            std::optional<base::Error> failed;
            if (!answer.ok())
                failed = answer.error();
            f->reset(); // what the job captured goes here, on the worker's thread
            promise->addResult(std::move(answer));
            promise->finish();
            return failed;
        });
        return future;
    }

private:
    using Job = std::function<std::optional<base::Error>(StoreSession*, const base::Error&)>;

    template <class Answer, class F, class Session>
    static Answer guarded(F& f, Session& session)
    {
        try {
            return f(session);
        } catch (const std::exception& e) {
            return Answer(base::Error{base::ErrorCode::Internal, QString::fromUtf8(e.what())});
        }
    }

    std::optional<base::Error> refusal() const;
    void post(Job job);

    StationConfig m_config;
    State m_state = State::Connecting;
    base::Error m_lastError;
    std::unique_ptr<QThread> m_thread;
    StoreKeeper* m_keeper = nullptr;
};

} // namespace hall::station
