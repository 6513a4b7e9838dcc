// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command_application.h"

#include <QGuiApplication>
#include <algorithm>
#include <string_view>

namespace hall::ctl {

std::unique_ptr<QCoreApplication> applicationFor(int& argc, char** argv)
{
    const bool draws = std::any_of(argv, argv + argc, [](const char* word) { return std::string_view(word) == "document"; });
    if (!draws)
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace hall::ctl
