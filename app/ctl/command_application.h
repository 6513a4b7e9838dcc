// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <memory>

namespace hall::ctl {

/// What Qt needs for the command called: fonts need an application with a platform, so documents have the one that needs no
/// display; no other command waits for any.
std::unique_ptr<QCoreApplication> applicationFor(int& argc, char** argv);

} // namespace hall::ctl
