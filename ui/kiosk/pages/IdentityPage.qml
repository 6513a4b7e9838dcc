// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

FiguresPage {
    title: qsTr("What is your identity number?")
    subtitle: qsTr("A matter can be registered faster with it. The desk can also take it from your card. You may skip this.")
    field: "identity"
    extra: "X"
}
