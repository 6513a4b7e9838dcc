<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Board</name>
    <message>
        <source>Please go to the desk</source>
        <translation>请到窗口</translation>
    </message>
    <message>
        <source>Second call</source>
        <translation>再次呼叫</translation>
    </message>
    <message>
        <source>Please watch for your number</source>
        <translation>请留意叫号</translation>
    </message>
    <message>
        <source>Numbers are shown here and called aloud.</source>
        <translation>号码会在这里显示，同时语音播报。</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>大厅现在休息</translation>
    </message>
    <message>
        <source>Thank you for coming. Please come again during opening hours.</source>
        <translation>感谢您的到来，请在开放时间再来。</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Calls are not being updated</source>
        <translation>叫号暂停更新</translation>
    </message>
    <message>
        <source>Please listen to the staff or ask at the guide desk.</source>
        <translation>请听工作人员呼叫，或到导办台询问。</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>暂无叫号</translation>
    </message>
    <message>
        <source>Petition and mediation hall</source>
        <translation>信访与矛盾纠纷调解大厅</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>人等候</translation>
    </message>
    <message>
        <source>no desk open now</source>
        <translation>暂无窗口</translation>
    </message>
    <message>
        <source>no wait</source>
        <translation>无需等候</translation>
    </message>
    <message>
        <source>more than 4 hours</source>
        <translation>超过 4 小时</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>about %1–%2 min</source>
        <translation>约 %1–%2 分钟</translation>
    </message>
    <message>
        <source>State of %1, just now</source>
        <translation>截至 %1，刚刚</translation>
    </message>
    <message>
        <source>State of %1, %2 min ago</source>
        <translation>截至 %1，%2 分钟前</translation>
    </message>
    <message>
        <source>Opens today at %1</source>
        <translation>今天 %1 开放</translation>
    </message>
    <message>
        <source>Opens tomorrow at %1</source>
        <translation>明天 %1 开放</translation>
    </message>
    <message>
        <source>Opens on %1 at %2</source>
        <translation>%1 %2 开放</translation>
    </message>
</context>
</TS>
