// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <optional>

namespace hall::queue {

enum class PolicyKind { Accumulating, Strict, Fifo };
/// "accumulating", "strict", "fifo".
QString policyName(PolicyKind kind);
std::optional<PolicyKind> policyFromName(const QString& name);

/// How one priority class grows its claim.
struct ClassRule {
    QString code;          ///< "ordinary", "elderly", …
    double rate = 1.0;     ///< claim per second waited, > 0
    double headStart = 0;  ///< seconds of claim on arrival, ≥ 0
    int rank = 0;          ///< strict policy: lower goes first; the order in the file where none is given
    bool operator==(const ClassRule&) const = default;
};

/// The order of the line, as data (resources/catalogue/policy.json; the same format as `hallctl simulate --policy`).
/// Claim of a visitor at time t: rate · (t − countsFrom) + headStart. Accumulating priority: Kleinrock 1964.
struct Policy {
    PolicyKind kind = PolicyKind::Accumulating;
    QList<ClassRule> classes;
    double bound = 0;         ///< "bound_s": who waited this long goes before everybody, first come first; 0 = none
    int noShowCalls = 3;      ///< "no_show": {"calls", "seconds"}
    double noShowSeconds = 120;
    double undoSeconds = 5;   ///< "undo_s"

    const ClassRule* find(const QString& code) const;
    /// The rule as this kind of policy weighs it, so that one order serves all three: by rank, then by claim. Only strict
    /// priority ranks; only accumulating priority has rates and head starts.
    ClassRule effective(const ClassRule& rule) const;
    bool operator==(const Policy&) const = default;
};

/// Reads a policy; the error names file, line and reason. Unknown keys, rates ≤ 0 and double classes are refused.
base::Result<Policy> readPolicy(const QByteArray& text, const QString& fileName);
QJsonObject toJson(const Policy& policy);

} // namespace hall::queue
