// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Hall.Kiosk

ChoicePage {
    id: page
    title: page.kiosk.question
    subtitle: qsTr("Answer as well as you can. Nothing is decided by it: the desk looks at your matter again.")
    model: page.kiosk.answers
    prefix: "answer"
    columns: page.wide ? 2 : 1
    onChosen: code => page.kiosk.answer(Number(code))
}
