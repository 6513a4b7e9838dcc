// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Theme
import Hall.Kiosk

Page {
    title: qsTr("One moment …")
    subtitle: qsTr("Your number is on its way.")
    block: kiosk.block
}
