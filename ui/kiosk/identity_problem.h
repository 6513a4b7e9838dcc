// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace hall::kiosk {

/// What is wrong with an identity number (GB 11643) and what to do about it; empty when it is sound.
QString identityProblem(const QString& text, const QDate& today);

} // namespace hall::kiosk
