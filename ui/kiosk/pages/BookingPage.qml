// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

CodePage {
    title: qsTr("Please type your booking code")
    subtitle: qsTr("The six figures that you were given with your booking.")
    length: 6
}
