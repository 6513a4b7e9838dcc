// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

CodePage {
    title: qsTr("Please type the code of your ticket")
    subtitle: qsTr("The eight letters and figures under the number. Then you see how long it still takes.")
    length: 8
    letters: true
}
