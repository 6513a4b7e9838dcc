// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>

namespace hall::rules {

/// The first item whose member `key` is `wanted`; null: none.
template <class List, class Key>
auto found(const List& list, const QString& wanted, Key key) -> const typename List::value_type*
{
    const auto it = std::find_if(list.cbegin(), list.cend(), [&](const auto& item) { return item.*key == wanted; });
    return it == list.cend() ? nullptr : &*it;
}

} // namespace hall::rules
