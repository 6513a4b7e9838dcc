// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

WordsPage {
    title: qsTr("What is your name?")
    subtitle: qsTr("So that the clerk can address you. It is not shown on the board. You may skip this.")
    field: "name"
}
