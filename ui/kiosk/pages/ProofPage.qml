// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

ChoicePage {
    id: page
    title: qsTr("What can you show at the desk?")
    subtitle: qsTr("%1. One of these is enough.").arg(page.kiosk.priorityTitle)
    block: page.kiosk.block
    model: page.kiosk.proofs
    prefix: "proof"
    columns: page.wide ? 2 : 1
    onChosen: code => page.kiosk.chooseProof(code)
}
