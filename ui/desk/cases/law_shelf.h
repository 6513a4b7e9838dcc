// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/station/desk_worker.h"
#include "ui/desk/cases/case_gateway.h"

namespace hall::desk {

/// The rules that this desk works by, one for all its pages: the programs' own with the days off that the hall has published,
/// and the names of its catalogue. Touched by the desk worker's jobs alone, which run one after the other; what was handed out stays
/// as it is.
class LawShelf
{
public:
    /// What is in force now; read again where the hall has published since. Errors: FileInvalid, and the store's.
    base::Result<CaseLawPointer> inForce(station::DeskRoom& room);

private:
    CaseLawPointer m_law;
    int m_calendar = 0; ///< versions that it was read of
    int m_catalogue = 0;
};

} // namespace hall::desk
