// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/cases/catch_up_loop.h"

#include <QTimer>
#include <chrono>
#include <utility>

namespace hall::desk {

namespace {

constexpr std::chrono::milliseconds kBreath{100};
constexpr int kSlice = 40; ///< cases brought into the vault between two jobs of the line

} // namespace

CatchUpLoop::CatchUpLoop(Slice slice, QObject* parent)
    : QObject(parent)
    , m_slice(std::move(slice))
{
}

void CatchUpLoop::start()
{
    m_again = m_running || m_held;
    if (!m_again)
        next();
}

void CatchUpLoop::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    const quint64 epoch = m_epoch;
    emit heldChanged(held);
    if (epoch == m_epoch && !m_held && !m_running)
        next();
}

void CatchUpLoop::forget()
{
    ++m_epoch;
    m_running = m_again = false;
    if (std::exchange(m_held, false))
        emit heldChanged(false);
}

void CatchUpLoop::next()
{
    m_running = true;
    m_slice(kSlice).then(this, [this, epoch = m_epoch](const base::Result<casefile::CatchUp>& far) {
        if (epoch == m_epoch)
            take(far);
    });
}

void CatchUpLoop::take(const base::Result<casefile::CatchUp>& far)
{
    m_running = false;
    const bool again = std::exchange(m_again, false);
    if (!far.ok()) {
        emit failed(far.error());
        return;
    }
    const quint64 epoch = m_epoch;
    emit advanced(*far);
    if (epoch != m_epoch || m_running) // whoever listens may have started or ended it
        return;
    if (m_held) {
        if (far->finished)
            setHeld(false); // nothing is left to be held back
    } else if (!far->finished || again) {
        next();
    } else if (far->settling) { // after a rebuild, a step at a time, between what the person asks for
        m_running = true;
        QTimer::singleShot(kBreath, this, [this, epoch] {
            if (epoch == m_epoch)
                next();
        });
    }
}

} // namespace hall::desk
