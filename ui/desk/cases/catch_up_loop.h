// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/casefile/case_index.h"
#include "ui/desk/desk_gateway.h"

#include <functional>

namespace hall::desk {

/// Brings the vault of whoever is signed in up to date, in slices between the desk's other jobs: one loop, whatever number of pages
/// show what stands in it.
class CatchUpLoop : public QObject
{
    Q_OBJECT

public:
    using Slice = std::function<Reply<casefile::CatchUp>(int atMostCases)>;

    explicit CatchUpLoop(Slice slice, QObject* parent = nullptr);

    /// Where it runs already, once more from the beginning: nothing that was written before the call is left out.
    void start();
    /// A person's wish: nothing is read until they take it back.
    void setHeld(bool held);
    bool held() const { return m_held; }
    /// Whoever was signed in left: what is still on its way is told to nobody.
    void forget();

signals:
    void advanced(const hall::casefile::CatchUp& far);
    void failed(const hall::base::Error& error);
    void heldChanged(bool held);

private:
    void next();
    void take(const base::Result<casefile::CatchUp>& far);

    Slice m_slice;
    quint64 m_epoch = 0;
    bool m_running = false;
    bool m_again = false;
    bool m_held = false;
};

} // namespace hall::desk
