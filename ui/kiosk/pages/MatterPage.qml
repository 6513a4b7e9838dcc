// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

WordsPage {
    title: qsTr("What is it about?")
    subtitle: qsTr("A few lines: what happened, where, and what you wish for. Only the clerk who serves you can read it.")
    field: "matter"
    severalLines: true
    nextText: qsTr("Done")
}
