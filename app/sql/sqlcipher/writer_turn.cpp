// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sql/sqlcipher/writer_turn.h"

#include <QCoreApplication>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <mutex>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace hall::sql::sqlcipher {

namespace {

/// The signal does nothing but interrupt the flock that waits on this thread.
int interruptSignal()
{
    static std::once_flag once;
    std::call_once(once, [] {
        struct sigaction action = {};
        action.sa_handler = [](int) {};
        sigaction(SIGRTMIN + 2, &action, nullptr);
    });
    return SIGRTMIN + 2;
}

/// A timer that interrupts this thread's system calls from `after` on, again and again (a single interrupt could fall
/// between two calls and be lost).
class Interrupter
{
public:
    explicit Interrupter(std::chrono::milliseconds after)
    {
        sigevent event = {};
        event.sigev_notify = SIGEV_THREAD_ID;
        event.sigev_signo = interruptSignal();
        event._sigev_un._tid = static_cast<pid_t>(syscall(SYS_gettid));
        m_armed = timer_create(CLOCK_MONOTONIC, &event, &m_timer) == 0;
        if (!m_armed)
            return;
        const auto ms = std::max<long>(1, after.count());
        const itimerspec times = {{0, 50'000'000}, {ms / 1000, (ms % 1000) * 1'000'000}};
        timer_settime(m_timer, 0, &times, nullptr);
    }
    ~Interrupter()
    {
        if (m_armed)
            timer_delete(m_timer);
    }
    bool armed() const { return m_armed; }

private:
    timer_t m_timer = {};
    bool m_armed = false;
};

} // namespace

base::Status waitForTurn(int file, std::chrono::milliseconds patience)
{
    if (flock(file, LOCK_EX | LOCK_NB) == 0)
        return {};
    const auto deadline = std::chrono::steady_clock::now() + patience;
    const Interrupter interrupter(patience);
    while (flock(file, interrupter.armed() ? LOCK_EX : LOCK_EX | LOCK_NB) != 0) {
        if (errno != EINTR && errno != EWOULDBLOCK)
            return base::Error{base::ErrorCode::StoreUnavailable,
                               QCoreApplication::translate("hall::sql", "The store's lock file cannot be used (%1). "
                                                                        "Check the folder and its permissions.")
                                   .arg(errno)};
        if (std::chrono::steady_clock::now() >= deadline)
            return base::Error{base::ErrorCode::StoreLocked,
                               QCoreApplication::translate("hall::sql", "Another program has been writing to the store "
                                                                        "for too long. Try again in a moment.")};
        if (!interrupter.armed())
            usleep(1000);
    }
    return {};
}

void giveTurnBack(int file)
{
    flock(file, LOCK_UN);
}

} // namespace hall::sql::sqlcipher
