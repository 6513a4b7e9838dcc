<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>BookingPage</name>
    <message>
        <source>Please type your booking code</source>
        <translation>请输入预约码</translation>
    </message>
    <message>
        <source>The six figures that you were given with your booking.</source>
        <translation>预约时发给您的六位数字。</translation>
    </message>
</context>
<context>
    <name>CandidateStrip</name>
    <message>
        <source>Earlier characters</source>
        <translation>前面的字</translation>
    </message>
    <message>
        <source>More characters</source>
        <translation>后面的字</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>%1 of %2</source>
        <comment>leaf of a list</comment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>More</source>
        <translation>下一页</translation>
    </message>
</context>
<context>
    <name>CodeBoard</name>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>%1 of %2 signs: %3</source>
        <translation>已输入 %1 位，共 %2 位：%3</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>FindPage</name>
    <message>
        <source>Please type the code of your ticket</source>
        <translation>请输入号票上的查询码</translation>
    </message>
    <message>
        <source>The eight letters and figures under the number. Then you see how long it still takes.</source>
        <translation>号码下方的八位字母和数字。输入后即可看到还要等多久。</translation>
    </message>
</context>
<context>
    <name>FoundPage</name>
    <message>
        <source>Your ticket</source>
        <translation>您的号票</translation>
    </message>
    <message>
        <source>This is how it stands now.</source>
        <translation>以下是目前的排队情况。</translation>
    </message>
    <message>
        <source>The printer cannot print just now. Try again</source>
        <translation>打印机暂时不能打印，请重试</translation>
    </message>
    <message>
        <source>Print once more</source>
        <translation>再打印一张</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>GuidePage</name>
    <message>
        <source>Answer as well as you can. Nothing is decided by it: the desk looks at your matter again.</source>
        <translation>照实际情况选就可以。这里不作任何决定，窗口工作人员还会再了解。</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>How this works</source>
        <translation>使用说明</translation>
    </message>
    <message>
        <source>Rather talk to a person?</source>
        <translation>想找工作人员帮忙？</translation>
    </message>
    <message>
        <source>Please go to the guide desk: %1. You can also take your number there.</source>
        <translation>请到导办台（%1），也可以在那里取号。</translation>
    </message>
    <message>
        <source>Easier to read and to reach</source>
        <translation>看得更清、够得更近</translation>
    </message>
    <message>
        <source>The bar below has another language, larger letters, strong contrast, and all buttons lower down for those who sit.</source>
        <translation>下方按钮可切换语言、放大文字、加强对比，也可把按钮移低，方便坐着使用。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>IdentityPage</name>
    <message>
        <source>What is your identity number?</source>
        <translation>您的身份证号码是多少？</translation>
    </message>
    <message>
        <source>A matter can be registered faster with it. The desk can also take it from your card. You may skip this.</source>
        <translation>登记会更快。也可以到窗口再出示证件，此项可以跳过。</translation>
    </message>
</context>
<context>
    <name>IdleNotice</name>
    <message>
        <source>Are you still here?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>Touch the screen to go on. Otherwise everything you chose and typed is erased, so that nobody after you sees it.</source>
        <translation>轻触屏幕即可继续。否则您的选择和填写内容将全部清除，不会让后面的人看到。</translation>
    </message>
    <message>
        <source>I am still here</source>
        <translation>我还在</translation>
    </message>
</context>
<context>
    <name>IssuingPage</name>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>Your number is on its way.</source>
        <translation>正在为您取号。</translation>
    </message>
</context>
<context>
    <name>KioskWindow</name>
    <message>
        <source>Please go to the guide desk</source>
        <translation>请到导办台取号</translation>
    </message>
    <message>
        <source>You get your number there: %1.</source>
        <translation>导办台位置：%1。</translation>
    </message>
    <message>
        <source>This kiosk cannot reach the hall just now. It goes on by itself as soon as it can; what you chose is kept as long as you stay.</source>
        <translation>本机暂时连接不上大厅系统，恢复后会自动继续；您不离开，已选的内容就会保留。</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>大厅现在不对外开放</translation>
    </message>
    <message>
        <source>If it cannot wait, please ring at the entrance or call 12345.</source>
        <translation>如有急事，请按入口门铃或拨打 12345。</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>The kiosk is starting.</source>
        <translation>取号机正在启动。</translation>
    </message>
</context>
<context>
    <name>MatterPage</name>
    <message>
        <source>What is it about?</source>
        <translation>您要办什么事？</translation>
    </message>
    <message>
        <source>A few lines: what happened, where, and what you wish for. Only the clerk who serves you can read it.</source>
        <translation>简单写几句：发生了什么、在哪里、希望怎么解决。只有接待您的工作人员能看到。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>NamePage</name>
    <message>
        <source>What is your name?</source>
        <translation>您怎么称呼？</translation>
    </message>
    <message>
        <source>So that the clerk can address you. It is not shown on the board. You may skip this.</source>
        <translation>方便工作人员称呼您，大屏上不会显示。此项可以跳过。</translation>
    </message>
</context>
<context>
    <name>NavBar</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>高对比</translation>
    </message>
    <message>
        <source>Seated</source>
        <translation>坐姿</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>How many of you are there?</source>
        <translation>你们一共几位？</translation>
    </message>
    <message>
        <source>How many of you are here together?</source>
        <translation>一起来的有几位？</translation>
    </message>
    <message>
        <source>Count yourself. You all share one number.</source>
        <translation>包括您自己，同行的人共用一个号。</translation>
    </message>
    <message>
        <source>Just me</source>
        <translation>就我一人</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 人及以上</translation>
    </message>
    <message>
        <source>At most %1 of you can go in together</source>
        <translation>最多可以推选 %1 位代表进入</translation>
    </message>
    <message>
        <source>By Article 20 of the Regulation on Petition Work, up to %1 representatives speak for everybody. Please choose who goes in; the others are welcome to wait here.</source>
        <translation>按照《信访工作条例》第二十条，多人反映共同事项的，应当推选代表，代表不超过 %1 人。请大家商量推选，其他人可以在大厅休息等候。</translation>
    </message>
    <message>
        <source>People in your group</source>
        <translation>同行人数</translation>
    </message>
    <message>
        <source>We are fewer</source>
        <translation>没有这么多人</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
</context>
<context>
    <name>PhonePage</name>
    <message>
        <source>What is your phone number?</source>
        <translation>您的电话号码是多少？</translation>
    </message>
    <message>
        <source>So that we can reach you about your matter, and for nothing else. You may skip this.</source>
        <translation>只用于就您的事项与您联系。此项可以跳过。</translation>
    </message>
</context>
<context>
    <name>PriorityPage</name>
    <message>
        <source>Does one of these fit you?</source>
        <translation>您属于以下情况吗？</translation>
    </message>
    <message>
        <source>Then you are called earlier. Under each stands what to show at the desk.</source>
        <translation>属于的可以优先叫号。每项下面是到窗口需要出示的证件。</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>都不是</translation>
    </message>
</context>
<context>
    <name>ProofPage</name>
    <message>
        <source>What can you show at the desk?</source>
        <translation>您带了哪种证件？</translation>
    </message>
    <message>
        <source>%1. One of these is enough.</source>
        <translation>%1，出示其中一种即可。</translation>
    </message>
</context>
<context>
    <name>ReceiptCode</name>
    <message>
        <source>QR code of your ticket</source>
        <translation>号票二维码</translation>
    </message>
    <message>
        <source>Receipt code %1</source>
        <translation>查询码 %1</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Welcome. Your booking is here.</source>
        <translation>欢迎，已找到您的预约。</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>请核对一下</translation>
    </message>
    <message>
        <source>Then take your ticket.</source>
        <translation>没有问题就请取号。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>叫号顺序</translation>
    </message>
    <message>
        <source>What you told us beforehand</source>
        <translation>您已预先填写</translation>
    </message>
    <message>
        <source>Tell the clerk beforehand</source>
        <translation>预先告诉工作人员</translation>
    </message>
    <message>
        <source>Not needed for a ticket: name, phone and what it is about. It saves time at the desk.</source>
        <translation>可不填：姓名、电话和事由。填了可以节省窗口时间。</translation>
    </message>
    <message>
        <source>Take my ticket</source>
        <translation>取号</translation>
    </message>
</context>
<context>
    <name>ScreenKeyboard</name>
    <message>
        <source>Touch the strokes in the order of writing, then the character.</source>
        <translation>按书写顺序点笔画，再点选汉字。</translation>
    </message>
    <message>
        <source>Type pinyin, then touch the characters.</source>
        <translation>请打拼音，再点选汉字。</translation>
    </message>
    <message>
        <source>Capital letters</source>
        <translation>大写</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Chinese by its sounds</source>
        <translation>拼音输入</translation>
    </message>
    <message>
        <source>Chinese by its strokes</source>
        <translation>笔画输入</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字母</translation>
    </message>
    <message>
        <source>Figures and signs</source>
        <translation>数字和符号</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
</context>
<context>
    <name>ServicePage</name>
    <message>
        <source>This is where you are in good hands. What is it about?</source>
        <translation>您可以在这里办理。具体是什么事？</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>您要办什么事？</translation>
    </message>
    <message>
        <source>By your answers you belong here. If it does not fit, go back.</source>
        <translation>这是根据您的回答找到的。如果不合适，请返回。</translation>
    </message>
    <message>
        <source>Touch the line that fits best.</source>
        <translation>请选最接近的一项。</translation>
    </message>
</context>
<context>
    <name>SummaryRow</name>
    <message>
        <source>Change: %1</source>
        <translation>修改：%1</translation>
    </message>
</context>
<context>
    <name>TicketFacts</name>
    <message>
        <source>Expected wait: %1</source>
        <translation>预计等候 %1</translation>
    </message>
</context>
<context>
    <name>TicketPage</name>
    <message>
        <source>Your number is %1</source>
        <translation>您的号码是 %1</translation>
    </message>
    <message>
        <source>The printer cannot print just now. Your number counts all the same: please photograph it or write it down.</source>
        <translation>打印机暂时不能打印，您的号码仍然有效：请拍照或记下号码。</translation>
    </message>
    <message>
        <source>Your ticket is being printed. Your number counts already.</source>
        <translation>正在打印号票，您的号码已经生效。</translation>
    </message>
    <message>
        <source>Please take your paper ticket below the screen.</source>
        <translation>请在屏幕下方取走纸质号票。</translation>
    </message>
    <message>
        <source>Please photograph this, or write the number down.</source>
        <translation>请拍照保存，或记下号码。</translation>
    </message>
    <message>
        <source>What you typed could not be kept safely and was thrown away. Please tell it to the clerk.</source>
        <translation>您填写的内容无法安全保存，已经清除，请当面告诉工作人员。</translation>
    </message>
    <message>
        <source>Try the printer again</source>
        <translation>再试打印</translation>
    </message>
    <message>
        <source>Print once more</source>
        <translation>再打印一张</translation>
    </message>
    <message>
        <source>I have my number</source>
        <translation>我记好了</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Good day. What brings you here?</source>
        <translation>您好，请问您来办什么事？</translation>
    </message>
    <message>
        <source>Touch what fits best. You get a number right away; your papers are looked at later.</source>
        <translation>请选最接近的一项，马上就能取号；材料到窗口再看。</translation>
    </message>
    <message>
        <source>I am not sure</source>
        <translation>我不确定</translation>
    </message>
    <message>
        <source>I have a booking</source>
        <translation>我有预约</translation>
    </message>
    <message>
        <source>My ticket</source>
        <translation>查询号票</translation>
    </message>
</context>
<context>
    <name>WordsPage</name>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
</context>
<context>
    <name>hall-kiosk</name>
    <message>
        <source>Visitors take their tickets here.</source>
        <translation>来访群众在这里取号。</translation>
    </message>
</context>
<context>
    <name>hall::kiosk::IdentityProblem</name>
    <message>
        <source>An identity number has 18 characters. Please compare it with the card.</source>
        <translation>身份证号码是 18 位，请与证件核对。</translation>
    </message>
    <message>
        <source>An identity number has 17 figures, then a figure or an X. Please compare it with the card.</source>
        <translation>身份证号码前 17 位是数字，最后一位是数字或 X，请与证件核对。</translation>
    </message>
    <message>
        <source>The first two figures name no province. Please compare the beginning with the card.</source>
        <translation>开头两位不是省份代码，请核对号码开头。</translation>
    </message>
    <message>
        <source>Figures 7 to 14 are the date of birth, and this date cannot be. Please compare them with the card.</source>
        <translation>第 7 到 14 位是出生日期，这个日期不存在，请与证件核对。</translation>
    </message>
    <message>
        <source>One figure does not fit the others. Please compare each with the card.</source>
        <translation>有一位数字对不上，请与证件逐位核对。</translation>
    </message>
</context>
<context>
    <name>hall::kiosk::Kiosk</name>
    <message>
        <source> or </source>
        <comment>between proofs</comment>
        <translation>或</translation>
    </message>
    <message>
        <source>beside the entrance</source>
        <translation>入口旁</translation>
    </message>
    <message>
        <source>We open again today at %1.</source>
        <translation>今天 %1 继续开放。</translation>
    </message>
    <message>
        <source>We open again tomorrow at %1.</source>
        <translation>明天 %1 开放。</translation>
    </message>
    <message>
        <source>We open again on %1 at %2.</source>
        <translation>下次开放时间：%1 %2。</translation>
    </message>
    <message>
        <source>Booked for %1</source>
        <translation>预约时间 %1</translation>
    </message>
    <message>
        <source>In order of arrival</source>
        <translation>按取号先后</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 人</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>%1 characters written</source>
        <translation>已填写 %1 字</translation>
    </message>
    <message>
        <source>Touch one answer on each screen. At the end you get a number; the board calls it and names the desk. Nothing you type is needed to get a ticket, and it can be read only by the clerk who serves you.</source>
        <translation>每一页选一项，最后就能拿到号码；叫号时，大屏会显示您的号码和窗口。取号不需要填写任何内容；您填写的内容只有接待您的工作人员能看到。</translation>
    </message>
    <message>
        <source>What is on offer has just changed. Please choose again, or ask at the guide desk.</source>
        <translation>服务事项刚刚有调整，请重新选择，或到导办台咨询。</translation>
    </message>
    <message>
        <source>We cannot look it up at the moment. Please ask at the guide desk.</source>
        <translation>暂时无法查询，请到导办台咨询。</translation>
    </message>
    <message>
        <source>We have no open booking under this code. Please check the six digits, or ask at the guide desk.</source>
        <translation>没有查到这个预约码。请核对六位数字，或到导办台咨询。</translation>
    </message>
    <message>
        <source>This booking is for another day: %1. You can take a ticket without it today.</source>
        <translation>这个预约是 %1 的。今天可以不用预约直接取号。</translation>
    </message>
    <message>
        <source>The booked service is not offered at this kiosk. Please ask at the guide desk.</source>
        <translation>预约的事项不在本机办理，请到导办台咨询。</translation>
    </message>
    <message>
        <source>We have no ticket of today with this code. Please compare it with your ticket.</source>
        <translation>今天没有这个查询码的号票。请与号票核对。</translation>
    </message>
</context>
<context>
    <name>hall::kiosk::Say</name>
    <message>
        <source>A name is written with letters or characters only. Please take out “%1”.</source>
        <translation>姓名只用汉字或字母，请去掉“%1”。</translation>
    </message>
    <message>
        <source>A phone number is written with digits only. Please take out “%1”.</source>
        <translation>电话号码只用数字，请去掉“%1”。</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits. This one has %1. Please check it.</source>
        <translation>手机号码是 11 位，现在是 %1 位，请核对。</translation>
    </message>
    <message>
        <source>A phone number has at least 7 digits. This one has %1. Please check it.</source>
        <translation>电话号码至少 7 位，现在是 %1 位，请核对。</translation>
    </message>
    <message>
        <source>A phone number has at most 15 digits. This one has %1. Please check it.</source>
        <translation>电话号码最多 15 位，现在是 %1 位，请核对。</translation>
    </message>
    <message>
        <source>There is room for %1 characters, and this has %2. Please shorten it; nothing was cut off.</source>
        <translation>这里最多写 %1 字，现在有 %2 字。请删短一些；内容没有被截断。</translation>
    </message>
</context>
<context>
    <name>hall::kiosk::TicketCard</name>
    <message>
        <source>less than 5 minutes</source>
        <translation>不到 5 分钟</translation>
    </message>
    <message>
        <source>up to %1 minutes</source>
        <translation>%1 分钟以内</translation>
    </message>
    <message>
        <source>%1 to %2 minutes</source>
        <translation>%1 到 %2 分钟</translation>
    </message>
    <message>
        <source>You are being called. Please go to desk %1.</source>
        <translation>正在叫您的号，请到 %1 号窗口。</translation>
    </message>
    <message>
        <source>You are at desk %1.</source>
        <translation>您正在 %1 号窗口办理。</translation>
    </message>
    <message>
        <source>You will be called again later.</source>
        <translation>稍后会再次叫您的号。</translation>
    </message>
    <message>
        <source>This ticket is done.</source>
        <translation>这张号票已办理完毕。</translation>
    </message>
    <message>
        <source>Your number counts. How many are before you cannot be told just now.</source>
        <translation>此号有效。前面还有几人暂时无法显示。</translation>
    </message>
    <message>
        <source>Nobody is before you</source>
        <translation>您前面没有人</translation>
    </message>
    <message>
        <source>1 person is before you</source>
        <translation>您前面还有 1 人</translation>
    </message>
    <message>
        <source>%1 people are before you</source>
        <translation>您前面还有 %1 人</translation>
    </message>
    <message>
        <source>You are booked for %1. Your number is shown on the board and read out.</source>
        <translation>您的预约时间是 %1。叫号时大屏会显示并播报您的号码。</translation>
    </message>
    <message>
        <source>Please take a seat. Your number is shown on the board and read out.</source>
        <translation>请就座等候。叫号时大屏会显示并播报您的号码。</translation>
    </message>
    <message>
        <source>Please have ready: %1</source>
        <translation>请准备好：%1</translation>
    </message>
    <message>
        <source>If you have to leave, please tell the guide desk.</source>
        <translation>如需离开，请告知导办台。</translation>
    </message>
</context>
</TS>
