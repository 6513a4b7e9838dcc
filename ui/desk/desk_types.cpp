// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desk_types.h"

namespace hall::desk {

namespace {

void overwrite(QString& text)
{
    // Only this copy's own buffer: the panes that show it drop theirs in the same turn of the event loop.
    auto* letters = reinterpret_cast<volatile char16_t*>(text.data());
    for (qsizetype i = 0; i < text.size(); ++i)
        letters[i] = 0;
    text.clear();
}

} // namespace

void Intake::wipe()
{
    overwrite(name);
    overwrite(phone);
    overwrite(idNumber);
    overwrite(text);
}

} // namespace hall::desk
