// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

/*! What every screen of a visit has: a question above, and below it what is touched. */
FocusScope {
    id: page

    required property Kiosk kiosk
    required property bool wide
    property string title
    property string subtitle
    /// Shown above the question: which block one is in.
    property string block
    /// The least height of the body: what is touched is never cut, rather does it begin higher.
    property real neededHeight: 0
    /// The body takes the whole sheet and brings its own words.
    property bool wholeSheet: false

    focus: true
}
