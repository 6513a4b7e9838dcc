// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/seal/bundle.h"
#include "app/store/case_store.h"
#include "app/store/line_store.h"
#include "app/store/staff.h"

#include <functional>
#include <vector>

namespace hall::store {

class KeyRing;

/// A person to be admitted when a hall is made, and their first passphrase.
struct NewPerson
{
    Person person;
    seal::SecretBuffer passphrase;
};

struct HallPlan
{
    HallPlace place = HallPlace(QString());
    QString name;                     ///< of the hall
    std::vector<NewPerson> people;    ///< the three administrators and everybody else
    QStringList blocks;               ///< each gets a key; its first member is the first person who serves it
    seal::KdfCost cost;
    /// Fills the line (catalogue, history) before anybody can see the hall.
    std::function<base::Status(LineStore&)> furnish;
};

/// Makes a hall: two stores, their keys, the station's key, the founders and the roster, the blocks' keys. It appears whole
/// or not at all: everything is made in a folder beside it, which is renamed at the end (inside it, where it is there and
/// empty: its parent may belong to somebody else). On a server it counts as made with its last line; what an attempt that
/// ended early left there is removed by the next.
/// Errors: StoreExists, StoreUnavailable, DiskFull, InvalidArgument, and those of `furnish`.
base::Status makeHall(const HallPlan& plan, const base::Clock& clock);

/// Up to which migration the parts are made; 0: the newest.
struct StoreVersions
{
    int line = 0;
    int cases = 0;
};

/// Walks the roster and the audit trail of a case store that was copied. Errors: SignatureInvalid.
base::Status proveTrust(CaseStore& cases, const seal::SignKeyPair& station, const base::Clock& clock);

/// Two empty stores on a server that hold no hall yet, for `fill`; with its error they are removed again. What an attempt that
/// broke off left there is removed first. Errors: StoreExists, StoreLocked, those of `fill`.
base::Status onFreshServer(const HallPlace& place, const std::function<base::Status(LineStore&, CaseStore&)>& fill,
                           StoreVersions versions = {});

/// The same in a folder of this machine: `fill` makes stores and keys in a folder beside it, which is put in its place at the end.
/// Errors: StoreExists, StoreUnavailable, those of `fill`.
base::Status onFreshFolder(const HallPlace& place,
                           const std::function<base::Status(const QString& folder, const KeyRing& keys)>& fill);

/// Everything that a desk or hallctl opens besides the line.
class CaseOffice
{
public:
    static base::Result<std::unique_ptr<CaseOffice>> open(const HallPlace& place, const base::Clock& clock);

    StaffRegister& staff() { return m_staff; }
    AuditTrail& audit() { return m_audit; }
    CaseStore& store() { return m_store; }
    const base::Clock& clock() const { return m_clock; }
    const HallPlace& place() const { return m_place; }

private:
    CaseOffice(HallPlace place, CaseStore store, seal::SignKeyPair station, const base::Clock& clock);

    HallPlace m_place;
    CaseStore m_store;
    seal::SignKeyPair m_station;
    const base::Clock& m_clock;
    AuditTrail m_audit;
    StaffRegister m_staff;
};

} // namespace hall::store
