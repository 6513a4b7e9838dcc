// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

FiguresPage {
    title: qsTr("What is your phone number?")
    subtitle: qsTr("So that we can reach you about your matter, and for nothing else. You may skip this.")
    field: "phone"
}
