// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/case_desk.h"

#include <QJsonArray>

namespace hall::ctl {

/// Earlier cases of whom may be the same people, by identity number, phone or similar name: shown with the reason, never merged.
struct Kin
{
    QList<casefile::EarlierCase> cases;
    bool complete = true; ///< false: the vault is still being filled, older cases may be missing
};

/// Of everybody who petitions in this registration; `self`: the case that is not meant.
base::Result<Kin> kinOf(CaseDesk& desk, const QJsonObject& registration, const QString& self = {});
/// "identity-number", "phone", "same-name", "similar-name".
QString whyName(casefile::EarlierCase::Why why);
QJsonArray kinJson(const Kin& kin);

} // namespace hall::ctl
