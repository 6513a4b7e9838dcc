// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Window
import Hall.Theme

/*! Every shared control in every state: the tests measure it, people look at its picture. */
Window {
    id: gallery

    width: 1080
    height: 2960
    visible: true
    color: Theme.colour.paper

    Column {
        id: page
        objectName: "page"
        x: Theme.space.l
        y: Theme.space.l
        width: gallery.width - 2 * Theme.space.l
        spacing: Theme.space.l

        PageHeader {
            width: parent.width
            title: "您今天来办什么事？"
            subtitle: "请选一项，不确定也没关系，我们会帮您选。"
            steps: 5
            step: 2
        }
        ChoiceTile {
            objectName: "tile.reception"
            width: parent.width
            title: "我要投诉、反映问题"
            officialName: "信访接待"
            block: "reception"
        }
        ChoiceTile {
            objectName: "tile.legal"
            width: parent.width
            title: "I was told to go to court or arbitration"
            officialName: "Legal channels"
            block: "legal"
            focus: true
        }
        Grid {
            width: parent.width
            columns: 2
            spacing: Theme.size.gap
            ChoiceTile {
                objectName: "tile.mediation"
                width: (page.width - Theme.size.gap) / 2
                height: Math.max(implicitHeight, 320 * Theme.unit)
                tall: true
                title: "我们有纠纷"
                officialName: "矛盾纠纷多元化解"
                block: "mediation"
            }
            ChoiceTile {
                objectName: "tile.experts"
                width: (page.width - Theme.size.gap) / 2
                height: Math.max(implicitHeight, 320 * Theme.unit)
                tall: true
                checkable: true
                checked: true
                title: "我想请专家看看"
                officialName: "专家后援团"
                block: "experts"
            }
        }
        ChoiceTile {
            objectName: "tile.check"
            width: parent.width
            checkable: true
            checked: true
            title: "六十岁以上老年人"
            officialName: "请带好身份证或老年优待证"
            iconName: "elder"
        }
        Flow {
            width: parent.width
            spacing: Theme.size.gap
            HallButton { objectName: "button.primary"; text: "取号"; iconName: "ticket" }
            HallButton { objectName: "button.quiet"; text: "返回"; kind: HallButton.Quiet; iconName: "back" }
            HallButton { objectName: "button.danger"; text: "放弃"; kind: HallButton.Danger }
            HallButton { objectName: "button.disabled"; text: "下一步"; enabled: false; iconName: "forward"; iconAfter: true }
            IconButton { objectName: "button.help"; iconName: "help"; text: "帮助" }
            IconButton { objectName: "button.contrast"; iconName: "contrast"; text: "高对比度" }
        }
        TextEntry {
            objectName: "entry.name"
            width: parent.width
            label: "姓名（可不填）"
            hint: "填了，接待人员就能称呼您。"
            placeholderText: "例如：王小明"
        }
        TextEntry {
            objectName: "entry.id"
            width: parent.width
            label: "身份证号"
            text: "11010519491231002"
            error: "少一位：身份证号是 18 位，请再看一遍卡片。"
        }
        TicketNumber { number: "C017"; block: "mediation" }
        Stepper { objectName: "stepper"; label: "一起来的人数"; value: 2 }
        Row {
            spacing: Theme.space.xl
            Keypad { objectName: "keypad"; extra: "X"; keyWidth: 120 * Theme.unit }
            Column {
                spacing: Theme.space.m
                BlockBadge { block: "reception"; name: "信访接待"; secondName: "Petition reception" }
                BlockBadge { block: "legal"; name: "法定途径接谈"; secondName: "Legal channels" }
            }
        }
        Banner { objectName: "banner.info"; width: parent.width; text: "您填写的内容会加密，只有接待您的人能看到。" }
        Banner { objectName: "banner.attention"; width: parent.width; kind: Banner.Attention; title: "打印机没有纸了"; text: "请用手机拍下号码，一样有效。" }
        Banner { objectName: "banner.danger"; width: parent.width; kind: Banner.Danger; title: "暂时取不了号"; text: "请到左手边的导办台，工作人员会帮您。"; actionText: "再试一次" }
    }
}
