// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QString>

namespace hall::device {

/// What the print system says about a printer (`lpstat -l -p NAME` in the C locale): PrinterUnavailable with the remedy
/// for one that is unknown, stopped, out of paper, open or offline; success for one that can print or says nothing.
base::Status printerCondition(const QString& printer, const QString& report);

/// Asks the print system, at most `timeoutMs`. Success where it cannot be asked: printing itself will tell.
base::Status askPrinterCondition(const QString& printer, int timeoutMs);

} // namespace hall::device
