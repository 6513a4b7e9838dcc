<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>hall::casefile</name>
    <message>
        <source>Putting the attachment in took so long that it was given up. Try again.</source>
        <translation>附件存入时间过长，已中止。请重试。</translation>
    </message>
    <message>
        <source>Part of the attachment was removed while it was put in. Try again.</source>
        <translation>附件存入过程中，其中一部分被移除。请重试。</translation>
    </message>
    <message>
        <source>has lost chunk %1 of %2 of its attachment</source>
        <translation>附件丢失了第 %1 块（共 %2 块）</translation>
    </message>
    <message>
        <source>has an attachment whose chunk %1 of %2 was changed</source>
        <translation>附件第 %1 块（共 %2 块）被改动</translation>
    </message>
    <message>
        <source>has an attachment whose last chunk was changed</source>
        <translation>附件最后一块被改动</translation>
    </message>
    <message>
        <source>has an attachment to which something was added</source>
        <translation>附件被人添加了内容</translation>
    </message>
    <message>
        <source>An attachment has 2 GiB at most. Split it, or keep the original and note where it lies.</source>
        <translation>单个附件最大 2 GiB。请拆分，或保留原件并注明存放处。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was kept of it.</source>
        <translation>已停止，未保留任何内容。</translation>
    </message>
    <message>
        <source>The attachment of entry %1 of case %2 was changed or is not whole. Nothing of it is given out; tell the audit administrator.</source>
        <translation>案件 %2 第 %1 条的附件被改动或不完整，不予输出。请告知审计管理员。</translation>
    </message>
    <message>
        <source>Give the attachment a name of 1 to %1 characters.</source>
        <translation>请为附件起一个 1 至 %1 个字的名称。</translation>
    </message>
    <message>
        <source>(sealed to another audit administrator)</source>
        <translation>（封存给另一位审计管理员）</translation>
    </message>
    <message>
        <source>Stopped before every case was walked.</source>
        <translation>已停止，案件尚未全部核验。</translation>
    </message>
    <message>
        <source>Entry %1 of case %2 %3. Tell the audit administrator; do not go on working on this case.</source>
        <translation>案件 %2 第 %1 条记录：%3。请告知审计管理员，暂停办理本案。</translation>
    </message>
    <message>
        <source>Nobody serves &quot;%1&quot; who could read this case. Let the administrators admit somebody first.</source>
        <translation>“%1”没有能够阅读本案的人员。请先由管理员增加人员。</translation>
    </message>
    <message>
        <source>This case belongs to another block. Ask somebody who serves there, or the supervisor.</source>
        <translation>本案属于其他功能区。请联系该功能区的工作人员或主管。</translation>
    </message>
    <message>
        <source>There is no case &quot;%1&quot;. A number looks like 2026-000123.</source>
        <translation>没有案件“%1”。编号形如 2026-000123。</translation>
    </message>
    <message>
        <source>Days off are published by a system administrator.</source>
        <translation>节假日历由系统管理员发布。</translation>
    </message>
    <message>
        <source>%1 holds no day. Publish a whole calendar, not the changes alone.</source>
        <translation>%1 中没有任何日期。请发布完整的日历，而不仅是改动部分。</translation>
    </message>
    <message>
        <source>Entry %1 of case %2 has no attachment.</source>
        <translation>案件 %2 第 %1 条没有附件。</translation>
    </message>
    <message>
        <source>The attachment could not be written to its end. Make room, then try again.</source>
        <translation>附件未能写完。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and its permissions.</source>
        <translation>无法写入 %1。请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>This attachment is too large to be shown here. Save it, and open it with its program.</source>
        <translation>附件过大，无法在此显示。请保存后用相应程序打开。</translation>
    </message>
    <message>
        <source>is not an entry any more</source>
        <translation>已不是有效记录</translation>
    </message>
    <message>
        <source>belongs to another hall</source>
        <translation>属于其他大厅</translation>
    </message>
    <message>
        <source>belongs to another case</source>
        <translation>属于其他案件</translation>
    </message>
    <message>
        <source>does not stand in its place; an entry is missing, doubled or moved</source>
        <translation>不在原位：有记录缺失、重复或被移动</translation>
    </message>
    <message>
        <source>does not follow from the entry before it</source>
        <translation>与前一条记录不衔接</translation>
    </message>
    <message>
        <source>was changed after it was signed</source>
        <translation>签名后被改动</translation>
    </message>
    <message>
        <source>names a roster that was not in force</source>
        <translation>所引名册当时并不有效</translation>
    </message>
    <message>
        <source>was signed by nobody who served this block</source>
        <translation>签名人并不在本功能区任职</translation>
    </message>
    <message>
        <source>Only what belongs into a workspace is registered there.</source>
        <translation>密办区只登记属于该区的事项。</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>%1 wrote &quot;%2&quot; before you in case %3. Read entry %4, then write yours again; your text is kept.</source>
        <translation>%1 已先于您在案件 %3 中写入“%2”。请先阅读第 %4 条记录，再重新写入；您的文字已保留。</translation>
    </message>
    <message>
        <source>Part of this case is sealed with a key that was not handed on to you. Ask a colleague of the block.</source>
        <translation>本案部分内容所用的密钥尚未授予您。请联系本功能区的同事。</translation>
    </message>
    <message>
        <source>Case %1 belongs to another block. Say why you read it: %2.</source>
        <translation>案件 %1 属于其他功能区。请说明查阅理由：%2。</translation>
    </message>
    <message>
        <source>Case %1 has no entry %2; its entries are 1 to %3.</source>
        <translation>案件 %1 没有第 %2 条；该案现有第 1 至 %3 条。</translation>
    </message>
    <message>
        <source>has a key (generation %1) that was handed on by nobody who may</source>
        <translation>有一把密钥（第 %1 代）由无权人员授予</translation>
    </message>
    <message>
        <source>has lost its keys</source>
        <translation>密钥已丢失</translation>
    </message>
    <message>
        <source>%1 of %2 rows are refused, so nothing was imported. --dry-run lists them.</source>
        <translation>%2 行中有 %1 行不合格，未导入任何内容。用 --dry-run 逐行查看原因。</translation>
    </message>
    <message>
        <source>is a record of the audit trail that does not follow</source>
        <translation>是一条不衔接的审计记录</translation>
    </message>
    <message>
        <source>is not the one that the audit trail knows</source>
        <translation>与审计记录所载不符</translation>
    </message>
    <message>
        <source>says that it has %1 entries, but has %2</source>
        <translation>登记有 %1 条记录，实有 %2 条</translation>
    </message>
    <message>
        <source>is missing as a whole</source>
        <translation>整案缺失</translation>
    </message>
    <message>
        <source>has an attachment that is not the one that the audit trail knows</source>
        <translation>附件与审计记录所载不符</translation>
    </message>
    <message>
        <source>has lost its attachment</source>
        <translation>丢失了附件</translation>
    </message>
    <message>
        <source>This case cannot be shared with &quot;%1&quot;: give a block whose members hold its key. A case of a workspace is shared with nobody.</source>
        <translation>本案不能共享给“%1”：请填写其成员持有密钥的功能区。密办区的案件不共享给任何人。</translation>
    </message>
    <message>
        <source>The key of a case was handed on by nobody who may. Tell the audit administrator.</source>
        <translation>案件密钥由无权人员授予。请告知审计管理员。</translation>
    </message>
    <message>
        <source>The file could not be read to its end. Nothing of it was kept.</source>
        <translation>文件未能读完，未保留任何内容。</translation>
    </message>
</context>
<context>
    <name>hall::device</name>
    <message>
        <source>The ticket printer is out of paper. Put in a new roll.</source>
        <translation>号票打印机缺纸，请装入新纸卷。</translation>
    </message>
    <message>
        <source>Paper is stuck in the ticket printer. Open it and take it out.</source>
        <translation>号票打印机卡纸，请打开机盖取出卡住的纸。</translation>
    </message>
    <message>
        <source>The ticket printer&apos;s cover is open. Close it.</source>
        <translation>号票打印机的机盖未合上，请合上机盖。</translation>
    </message>
    <message>
        <source>The ticket printer does not answer. Check its power and cable.</source>
        <translation>号票打印机没有响应，请检查电源和连接线。</translation>
    </message>
    <message>
        <source>The ticket printer was stopped. Start it again in the print system.</source>
        <translation>号票打印机已被停用，请在打印系统中重新启用。</translation>
    </message>
    <message>
        <source>The print system does not know this printer. Check its name in the station&apos;s file.</source>
        <translation>打印系统中没有这台打印机，请核对站点配置文件中的打印机名称。</translation>
    </message>
    <message>
        <source>The print system does not answer. Restart it.</source>
        <translation>打印系统没有响应，请重新启动打印系统。</translation>
    </message>
    <message>
        <source>A QR code needs at least one byte.</source>
        <translation>二维码至少需要一个字节的内容。</translation>
    </message>
    <message>
        <source>A QR code holds %1 bytes; these are %2.</source>
        <translation>二维码最多容纳 %1 字节，现有 %2 字节。</translation>
    </message>
    <message>
        <source>The QR code could not be made.</source>
        <translation>无法生成二维码。</translation>
    </message>
    <message>
        <source>No printer is set up. Take a photograph of the ticket.</source>
        <translation>未设置打印机，请用手机拍下号票。</translation>
    </message>
    <message>
        <source>The ticket printer refused the ticket. Check it and print again.</source>
        <translation>打印机未能接受这张号票，请检查打印机后重新打印。</translation>
    </message>
    <message>
        <source>Reprint of the same ticket</source>
        <translation>号票重打（号码不变）</translation>
    </message>
    <message>
        <source>Your number</source>
        <translation>您的号码</translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>下一位就是您</translation>
    </message>
    <message>
        <source>Ahead of you: %1</source>
        <translation>前面还有 %1 位</translation>
    </message>
    <message>
        <source>Expected wait: %1</source>
        <translation>预计等候：%1</translation>
    </message>
    <message>
        <source>Please have ready:</source>
        <translation>请提前备好：</translation>
    </message>
    <message>
        <source>Receipt code: %1</source>
        <translation>回执码：%1</translation>
    </message>
</context>
<context>
    <name>hall::document</name>
    <message>
        <source>&quot;%1&quot; has no place &quot;%2&quot; to sign.</source>
        <translation>“%1”没有签名位置“%2”。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be made yet. It needs: %2.</source>
        <translation>“%1”还不能制作，缺少：%2。</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the path.</source>
        <translation>无法读取 %1，请检查路径。</translation>
    </message>
    <message>
        <source>expected &quot;field | Chinese | English | what to do in Chinese | in English&quot;</source>
        <translation>应为“字段 | 中文 | 英文 | 中文补救办法 | 英文补救办法”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice</source>
        <translation>“%1”在此重复出现</translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation>必须是下列之一：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>the series &quot;%1&quot; is that of %2 already</source>
        <translation>文号系列“%1”已由 %2 使用</translation>
    </message>
    <message>
        <source>The document could not be printed. Look after the printer and print again.</source>
        <translation>文书未能打印。请检查打印机后重新打印。</translation>
    </message>
    <message>
        <source>%1 could not be written. Check the folder and the space on the disk.</source>
        <translation>无法写入 %1，请检查文件夹和磁盘空间。</translation>
    </message>
    <message>
        <source>A signature has place, signer, at and strokes of [x, y, milliseconds], %1 points at most. Sign again.</source>
        <translation>签名应含 place、signer、at 和由 [x, y, 毫秒] 组成的笔画 strokes，最多 %1 个点。请重新签名。</translation>
    </message>
    <message>
        <source>The font %1 is not installed, and without it documents would show gaps. Install the package fonts-noto-cjk.</source>
        <translation>没有安装字体 %1，缺少它文书会出现缺字。请安装软件包 fonts-noto-cjk。</translation>
    </message>
    <message>
        <source>There is no form &quot;%1&quot;. Known are: %2.</source>
        <translation>没有文书模板“%1”。现有：%2。</translation>
    </message>
    <message>
        <source>expected &quot;key: value&quot;</source>
        <translation>应为“键: 值”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here</source>
        <translation>此处不认识“%1”</translation>
    </message>
    <message>
        <source>a place to sign is written as &quot;place CODE zh: …&quot; and &quot;place CODE en: …&quot;</source>
        <translation>签名位置应写为“place 代码 zh: …”和“place 代码 en: …”</translation>
    </message>
    <message>
        <source>this language stands here twice</source>
        <translation>该语言的正文重复出现</translation>
    </message>
    <message>
        <source>this condition has no ?end</source>
        <translation>该条件没有对应的 ?end</translation>
    </message>
    <message>
        <source>?end without a condition</source>
        <translation>?end 之前没有条件</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may be missing: put it into needs, or the line between ?%1 and ?end</source>
        <translation>“%1”可能缺失：请列入 needs，或者把该行放在 ?%1 和 ?end 之间</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list</source>
        <translation>“%1”不是列表</translation>
    </message>
    <message>
        <source>the height of a row is 1 to %1 lines</source>
        <translation>行高为 1 至 %1 行</translation>
    </message>
    <message>
        <source>a row is &quot;| label | value&quot;, twice at most; a tall one &quot;|| label | value | lines&quot;</source>
        <translation>表格行为“| 名称 | 内容”，最多两组；高行为“|| 名称 | 内容 | 行数”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no place to sign of this form</source>
        <translation>“%1”不是本文书的签名位置</translation>
    </message>
    <message>
        <source>after @ stands &quot;organ&quot; or &quot;sign PLACE&quot;</source>
        <translation>@ 之后应为“organ”或者“sign 位置”</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;</source>
        <translation>没有字段“%1”</translation>
    </message>
    <message>
        <source>the place &quot;%1&quot; needs both zh and en</source>
        <translation>签名位置“%1”必须同时有 zh 和 en</translation>
    </message>
    <message>
        <source>This document cannot be shown here. Save it as PDF and open it with another program.</source>
        <translation>这份文书在这里无法显示。请保存为 PDF，用其他程序打开。</translation>
    </message>
</context>
<context>
    <name>hall::queue</name>
    <message>
        <source>No free booking code was found. Close past days first.</source>
        <translation>没有可用的预约码，请先完成往日的日终关闭。</translation>
    </message>
    <message>
        <source>There is no desk %1. Choose one of the catalogue.</source>
        <translation>没有 %1 号窗口，请选择事项目录中的窗口。</translation>
    </message>
    <message>
        <source>There is no service &quot;%1&quot;. Choose one of the catalogue.</source>
        <translation>没有事项“%1”，请选择事项目录中的事项。</translation>
    </message>
    <message>
        <source>A ticket needs an idempotency key. Make a new UUID for each visit.</source>
        <translation>发号需要唯一标识，请为每次来访生成新的 UUID。</translation>
    </message>
    <message>
        <source>A visit has 1 to %1 people, not %2.</source>
        <translation>同行人数应为 1 至 %1 人，不能是 %2 人。</translation>
    </message>
    <message>
        <source>What was typed is too long. Shorten it; the rest can be told at the desk.</source>
        <translation>填写的内容过长，请适当缩减，其余内容可到窗口当面说明。</translation>
    </message>
    <message>
        <source>The service &quot;%1&quot; is no longer offered. Choose another one.</source>
        <translation>事项“%1”已停止办理，请选择其他事项。</translation>
    </message>
    <message>
        <source>There is no priority class &quot;%1&quot;. Choose one of the policy.</source>
        <translation>没有优先类别“%1”，请选择排队规则中的类别。</translation>
    </message>
    <message>
        <source>%1 cannot take the step &quot;%2&quot; now: it is %3. Look at the list again; somebody may have been faster.</source>
        <translation>%1 当前状态为“%3”，不能执行“%2”。请刷新列表查看，可能已由他人处理。</translation>
    </message>
    <message>
        <source>There is no ticket with the id %1. List the tickets to find the right one.</source>
        <translation>没有编号为 %1 的号票，请在号票列表中核对。</translation>
    </message>
    <message>
        <source>A booking must lie in the future. Choose a later time.</source>
        <translation>预约时间必须晚于现在，请另选时间。</translation>
    </message>
    <message>
        <source>There is no open booking with the id %1.</source>
        <translation>没有编号为 %1 的有效预约。</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; has no rule in the policy. Add it to policy.json.</source>
        <translation>排队规则中没有类别“%1”，请在 policy.json 中补充。</translation>
    </message>
    <message>
        <source>Visitors wait for the service &quot;%1&quot;, which the new catalogue leaves out. Serve or transfer them first.</source>
        <translation>仍有来访人在等候事项“%1”，而新的事项目录不再包含该事项。请先接待或转办。</translation>
    </message>
    <message>
        <source>The hall has no catalogue yet. Load one with: hallctl catalogue load FOLDER</source>
        <translation>大厅尚无事项目录，请执行：hallctl catalogue load 目录</translation>
    </message>
    <message>
        <source>Choose at least one service for desk %1.</source>
        <translation>请为 %1 号窗口至少选择一个事项。</translation>
    </message>
    <message>
        <source>%2 sits at desk %1. Choose another desk, or ask %2 to close it.</source>
        <translation>%1 号窗口已由 %2 开启，请选择其他窗口，或请 %2 先关窗。</translation>
    </message>
    <message>
        <source>Desk %1 is closed. Open it first.</source>
        <translation>%1 号窗口尚未开启，请先开窗。</translation>
    </message>
    <message>
        <source>Desk %1 still has %2. Finish, park or transfer that visit first.</source>
        <translation>%1 号窗口还有 %2 未处理完，请先办结、暂存或转办。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number of at least %2</source>
        <translation>“%1”必须是不小于 %2 的数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here; known are: %2</source>
        <translation>此处没有“%1”，可用的有：%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice</source>
        <translation>“%1”在此处重复出现</translation>
    </message>
    <message>
        <source>&quot;classes&quot; must name at least one priority class</source>
        <translation>&quot;classes&quot; 至少要列出一个优先类别</translation>
    </message>
    <message>
        <source>the class &quot;%1&quot; must be an object</source>
        <translation>类别“%1”必须是一个对象</translation>
    </message>
    <message>
        <source>%1:1: expected an object with &quot;policy&quot; and &quot;classes&quot;</source>
        <translation>%1:1: 应为包含 &quot;policy&quot; 和 &quot;classes&quot; 的对象</translation>
    </message>
    <message>
        <source>&quot;policy&quot; must be accumulating, strict or fifo</source>
        <translation>&quot;policy&quot; 只能是 accumulating、strict 或 fifo</translation>
    </message>
    <message>
        <source>&quot;no_show&quot; must be an object with calls and seconds</source>
        <translation>&quot;no_show&quot; 必须是包含 calls 和 seconds 的对象</translation>
    </message>
    <message>
        <source>Desk %1 is on pause. End the pause first.</source>
        <translation>%1 号窗口已暂停，请先恢复。</translation>
    </message>
    <message>
        <source>Calling out of turn needs a reason. Write why this visitor goes first.</source>
        <translation>插号必须说明理由，请填写为何先接待该来访人。</translation>
    </message>
    <message>
        <source>%1 is not waiting any more (%2).</source>
        <translation>%1 已不在等候中（%2）。</translation>
    </message>
    <message>
        <source>Nobody reserved the number %1 of this block and day.</source>
        <translation>该区块当日的 %1 号没有被预留。</translation>
    </message>
    <message>
        <source>This ticket was taken back before it was written. Take a new one.</source>
        <translation>此号在登记前已被收回。请重新取号。</translation>
    </message>
    <message>
        <source>There is no block &quot;%1&quot;.</source>
        <translation>没有区块“%1”。</translation>
    </message>
    <message>
        <source>This booking is not open: it was used, cancelled or missed. Take an ordinary ticket instead.</source>
        <translation>该预约已使用、已取消或已过期，请按普通来访取号。</translation>
    </message>
    <message>
        <source>The booking is for the service &quot;%1&quot;.</source>
        <translation>该预约的事项是“%1”。</translation>
    </message>
    <message>
        <source>The visitor&apos;s return must lie in the future. Choose a later time.</source>
        <translation>来访人返回的时间必须晚于现在，请另选时间。</translation>
    </message>
    <message>
        <source>%1 was called %2 of %3 times, last %4 of %5 seconds ago. Recall, or wait.</source>
        <translation>%1 已叫号 %2 次（规定 %3 次），距上次叫号 %4 秒（规定 %5 秒）。请再次叫号或继续等待。</translation>
    </message>
    <message>
        <source>%1 is in this service&apos;s line already. Choose another service.</source>
        <translation>%1 已在该事项的队列中，请选择其他事项。</translation>
    </message>
    <message>
        <source>There is no step of yours to take back on %1.</source>
        <translation>%1 没有可由您撤销的操作。</translation>
    </message>
    <message>
        <source>The time for taking back the last step of %1 is over.</source>
        <translation>%1 上一步操作的可撤销时间已过。</translation>
    </message>
    <message>
        <source>Desk %1 has called %2 in the meantime.</source>
        <translation>%1 号窗口此间已呼叫 %2。</translation>
    </message>
</context>
<context>
    <name>hall::rules</name>
    <message>
        <source>a quotation mark is opened and not closed</source>
        <translation>引号有开头没有结尾</translation>
    </message>
    <message>
        <source>the file is empty; its first line names the columns</source>
        <translation>文件是空的；第一行应为列名</translation>
    </message>
    <message>
        <source>the file is not UTF-8 text</source>
        <translation>文件不是 UTF-8 文本</translation>
    </message>
    <message>
        <source>the file is neither UTF-8 nor GB18030 text. Save it as CSV UTF-8</source>
        <translation>文件既不是 UTF-8 也不是 GB18030 文本。请另存为“CSV UTF-8”</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the path.</source>
        <translation>无法读取 %1，请检查路径。</translation>
    </message>
    <message>
        <source>has not 18 characters. Read it from the card again, or name another kind of document</source>
        <translation>不是 18 位。请对照证件重新录入，或者注明其他证件种类</translation>
    </message>
    <message>
        <source>holds a character that no identity number has. Read it from the card again</source>
        <translation>含有身份证号码中不会出现的字符。请对照证件重新录入</translation>
    </message>
    <message>
        <source>begins with a region that there is none of. Compare the first six digits</source>
        <translation>开头的行政区划代码不存在。请核对前六位</translation>
    </message>
    <message>
        <source>holds no possible date of birth. Compare digits 7 to 14</source>
        <translation>其中的出生日期不可能存在。请核对第 7 至 14 位</translation>
    </message>
    <message>
        <source>does not agree with its last character: a digit was misread. Compare it with the card</source>
        <translation>与校验位不符，有数字读错。请对照证件核对</translation>
    </message>
    <message>
        <source>A case cannot begin with &quot;%1&quot;.</source>
        <translation>案件不能以“%1”开始。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; opens a case; this one is open already. Write a correction instead.</source>
        <translation>“%1”用于立案；本案已登记。请改用更正。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be written while the case is &quot;%2&quot;. Possible now: %3.</source>
        <translation>案件处于“%2”时不能写入“%1”。目前可以写入：%3。</translation>
    </message>
    <message>
        <source>You stepped back from this case (Regulations on Petition Work, Art 28). A colleague goes on with it, or admits you again with an entry &quot;recusal-lifted&quot;.</source>
        <translation>您已回避本案（《信访工作条例》第二十八条）。请由同事继续办理，或由同事写入“解除回避”（recusal-lifted）后再办。</translation>
    </message>
    <message>
        <source>The store&apos;s catalogue has a format that this program does not know. Update this machine.</source>
        <translation>大厅数据库中的事项目录格式较新，本程序无法识别，请升级本机程序。</translation>
    </message>
    <message>
        <source>The store&apos;s catalogue is damaged: &quot;%1&quot; is no list. Load the catalogue again.</source>
        <translation>库中的目录已损坏：“%1”不是列表。请重新载入目录。</translation>
    </message>
    <message>
        <source>The day of the trigger must be a date of the years 1900 to 2199.</source>
        <translation>起算日必须是 1900 年至 2199 年之间的日期。</translation>
    </message>
    <message>
        <source>The calendar has not enough working days after %1 to count %2. Check the calendar.</source>
        <translation>日历中 %1 之后的工作日不够计算 %2，请检查日历。</translation>
    </message>
    <message>
        <source>The row has %1 cells, the header %2. A comma in a text is not in quotation marks: mend the file.</source>
        <translation>该行有 %1 格，表头只有 %2 格：文字中的逗号没有加引号，请修正文件。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no answer to &quot;%2&quot;; the answers are: %3</source>
        <translation>“%1”不是“%2”的答案；可选答案：%3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; of &quot;%2&quot; is no date; write 2026-03-05</source>
        <translation>“%2”的“%1”不是日期；请写成 2026-03-05</translation>
    </message>
    <message>
        <source>nobody asks for &quot;%1&quot;; known are: %2</source>
        <translation>没有“%1”这一项；已知的有：%2</translation>
    </message>
    <message>
        <source>expected an object of facts, {&quot;purpose&quot;:&quot;appeal&quot;}</source>
        <translation>应为事实对象，例如 {&quot;purpose&quot;:&quot;appeal&quot;}</translation>
    </message>
    <message>
        <source>The questions lead nowhere.</source>
        <translation>这些问题没有出口。</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; is missing; write date,kind,name,status</source>
        <translation>缺少列“%1”；应为 date,kind,name,status</translation>
    </message>
    <message>
        <source>the row has %1 cells, the header %2</source>
        <translation>该行有 %1 格，表头有 %2 格</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date; write 2026-03-05</source>
        <translation>“%1”不是日期，应写作 2026-03-05</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither off nor work</source>
        <translation>“%1”应为 off 或 work</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither published nor provisional</source>
        <translation>“%1”既不是 published 也不是 provisional</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 已经有了</translation>
    </message>
    <message>
        <source>There is no kind of entry &quot;%1&quot;. Known are: %2.</source>
        <translation>没有名为“%1”的记录类型。已有：%2。</translation>
    </message>
    <message>
        <source>the choice &quot;%1&quot; is there already</source>
        <translation>选项“%1”已经有了</translation>
    </message>
    <message>
        <source>the choice &quot;%1&quot; of the field &quot;%2&quot; has no name</source>
        <translation>字段“%2”的选项“%1”没有名称</translation>
    </message>
    <message>
        <source>the state &quot;%1&quot; is there already</source>
        <translation>状态“%1”重复</translation>
    </message>
    <message>
        <source>the field &quot;%1&quot; is there already</source>
        <translation>字段“%1”重复</translation>
    </message>
    <message>
        <source>the kind &quot;%1&quot; is there already</source>
        <translation>记录类型“%1”重复</translation>
    </message>
    <message>
        <source>there is no state &quot;%1&quot;</source>
        <translation>没有状态“%1”</translation>
    </message>
    <message>
        <source>a kind that opens a case says in which state it then is</source>
        <translation>用于立案的类型须写明立案后的状态</translation>
    </message>
    <message>
        <source>must be one of: %1</source>
        <translation>应为下列之一：%1</translation>
    </message>
    <message>
        <source>choices belong to a choice, and to it alone</source>
        <translation>选项只用于选择字段，且选择字段必须有选项</translation>
    </message>
    <message>
        <source>only a text has several lines</source>
        <translation>只有文本字段可以多行填写</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no field of this kind</source>
        <translation>“%1”不是该类型的字段</translation>
    </message>
    <message>
        <source>must be one capital letter</source>
        <translation>应为一个大写字母</translation>
    </message>
    <message>
        <source>a workspace says which registrations go there</source>
        <translation>密办区须写明哪些登记归入该区</translation>
    </message>
    <message>
        <source>the workspace &quot;%1&quot; is there already</source>
        <translation>密办区“%1”重复</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no deadline that this kind asks for</source>
        <translation>“%1”不是该类型的期限字段</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date that this kind asks for</source>
        <translation>“%1”不是该类型的日期字段</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time that this kind asks for</source>
        <translation>“%1”不是该类型的时刻字段</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no list of people that this kind asks for</source>
        <translation>“%1”不是该类型的人员字段</translation>
    </message>
    <message>
        <source>a clock has either a rule or a rule_field</source>
        <translation>每个期限应写 rule 或 rule_field，二者择一</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no text that this kind asks for</source>
        <translation>“%1”不是该类型的文字字段</translation>
    </message>
    <message>
        <source>there is no deadline rule &quot;%1&quot;</source>
        <translation>没有期限规则“%1”</translation>
    </message>
    <message>
        <source>one kind must open a case; here are %1</source>
        <translation>须有且只有一种类型用于立案；现有 %1 种</translation>
    </message>
    <message>
        <source>there is no kind of entry &quot;%1&quot;</source>
        <translation>没有名为“%1”的记录类型</translation>
    </message>
    <message>
        <source>no kind of entry leads to the state &quot;%1&quot;</source>
        <translation>没有记录类型通向状态“%1”</translation>
    </message>
    <message>
        <source>the %1 &quot;%2&quot; is there already (%3:%4)</source>
        <translation>%1“%2”已经存在（%3:%4）</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no span of time after the one before; write 09:00-12:00</source>
        <translation>“%1”不是前一时段之后的有效时段，应写作 09:00-12:00</translation>
    </message>
    <message>
        <source>a desk has a number from 1 to 999</source>
        <translation>窗口号应为 1 至 999</translation>
    </message>
    <message>
        <source>an answer leads to a question or to a block: give one of the two</source>
        <translation>每个回答应指向一个问题或一个功能区，二者选一</translation>
    </message>
    <message>
        <source>a question needs two answers at least</source>
        <translation>每个问题至少要有两个回答</translation>
    </message>
    <message>
        <source>a prefix is one capital letter</source>
        <translation>号码前缀应为一个大写字母</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>文件无法读取</translation>
    </message>
    <message>
        <source>expected code,zh,en,default_first_destination</source>
        <translation>表头应为 code,zh,en,default_first_destination</translation>
    </message>
    <message>
        <source>the category &quot;%1&quot; is there already</source>
        <translation>类别“%1”已经有了</translation>
    </message>
    <message>
        <source>the hall has no name</source>
        <translation>缺少大厅名称</translation>
    </message>
    <message>
        <source>there is no block</source>
        <translation>没有任何功能区</translation>
    </message>
    <message>
        <source>the class &quot;ordinary&quot; is missing</source>
        <translation>缺少类别 &quot;ordinary&quot;</translation>
    </message>
    <message>
        <source>the block &quot;%1&quot; has no service</source>
        <translation>功能区“%1”没有任何事项</translation>
    </message>
    <message>
        <source>there is no block &quot;%1&quot;</source>
        <translation>没有功能区“%1”</translation>
    </message>
    <message>
        <source>a visit takes more than 0 minutes</source>
        <translation>接待时长应大于 0 分钟</translation>
    </message>
    <message>
        <source>there is no dispute category &quot;%1&quot;</source>
        <translation>没有纠纷类别“%1”</translation>
    </message>
    <message>
        <source>there is no service &quot;%1&quot;</source>
        <translation>没有事项“%1”</translation>
    </message>
    <message>
        <source>there is no question &quot;%1&quot;</source>
        <translation>没有问题“%1”</translation>
    </message>
    <message>
        <source>the questions go round in a circle</source>
        <translation>问题之间形成了循环</translation>
    </message>
    <message>
        <source>There is no catalogue in %1: no *.yaml file is there. Check the folder.</source>
        <translation>%1 中没有事项目录（未找到 *.yaml 文件），请检查该文件夹。</translation>
    </message>
    <message>
        <source>hallctl rules list names them all.</source>
        <translation>全部规则见 hallctl rules list。</translation>
    </message>
    <message>
        <source>Near it: %1.</source>
        <translation>相近的有：%1。</translation>
    </message>
    <message>
        <source>There is no deadline rule &quot;%1&quot;. %2</source>
        <translation>没有期限规则“%1”。%2</translation>
    </message>
    <message>
        <source>There is no folder %1. Check the path.</source>
        <translation>没有文件夹 %1，请检查路径。</translation>
    </message>
    <message>
        <source>there is no rule</source>
        <translation>没有任何规则</translation>
    </message>
    <message>
        <source>the profile &quot;%1&quot; is there already</source>
        <translation>规则集“%1”已经有了</translation>
    </message>
    <message>
        <source>the matter &quot;%1&quot; is there already</source>
        <translation>事项“%1”已经有了</translation>
    </message>
    <message>
        <source>no sentence &quot;%1&quot; is asked for</source>
        <translation>不需要语句“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no value %%2</source>
        <translation>“%1”没有第 %%2 个值</translation>
    </message>
    <message>
        <source>the sentence &quot;%1&quot; is there already</source>
        <translation>语句“%1”已经有了</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of calendar_day, working_day, hour, month, year</source>
        <translation>“%1”不是 calendar_day、working_day、hour、month、year 之一</translation>
    </message>
    <message>
        <source>a term is 1 to 10000 long</source>
        <translation>期限长度应为 1 至 10000</translation>
    </message>
    <message>
        <source>an extension needs its condition</source>
        <translation>延长须写明条件</translation>
    </message>
    <message>
        <source>a term in hours does not roll</source>
        <translation>按小时计算的期限不顺延</translation>
    </message>
    <message>
        <source>the rule &quot;%1&quot; is there already</source>
        <translation>规则“%1”已经有了</translation>
    </message>
    <message>
        <source>there is no matter &quot;%1&quot;</source>
        <translation>没有事项“%1”</translation>
    </message>
    <message>
        <source>there is no profile &quot;%1&quot;</source>
        <translation>没有规则集“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not begin with V, V2, K or ?</source>
        <translation>“%1”不以 V、V2、K 或 ? 开头</translation>
    </message>
    <message>
        <source>the sentence &quot;%1&quot; is missing</source>
        <translation>缺少语句“%1”</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>缺少%1</translation>
    </message>
    <message>
        <source>must be a list of people, each with a name</source>
        <translation>应为人员列表，每人须有姓名</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>应为文字</translation>
    </message>
    <message>
        <source>must be a number, 0 or more</source>
        <translation>应为不小于 0 的数</translation>
    </message>
    <message>
        <source>must be yes or no</source>
        <translation>应为 yes 或 no</translation>
    </message>
    <message>
        <source>must be a day, such as 2026-03-05</source>
        <translation>应为日期，例如 2026-03-05</translation>
    </message>
    <message>
        <source>must be a time, such as 09:30</source>
        <translation>应为时刻，例如 09:30</translation>
    </message>
    <message>
        <source>must be the number of a case, such as 2026-000123</source>
        <translation>应为案件编号，例如 2026-000123</translation>
    </message>
    <message>
        <source>is no telephone number. Write its digits, or leave it out</source>
        <translation>不是电话号码。请填写数字，或者留空</translation>
    </message>
    <message>
        <source>A joint petition has at most %1 representatives (Regulations on Petition Work, Art 20); here are %2. Let them choose</source>
        <translation>共同信访推选的代表不得超过 %1 人（《信访工作条例》第二十条），现有 %2 人。请重新推选</translation>
    </message>
    <message>
        <source>So many people who come together choose at most %1 representatives (Regulations on Petition Work, Art 20). Give them the role &quot;representative&quot;, and the number of all in &quot;people&quot;</source>
        <translation>多人走访应当推选不超过 %1 名代表（《信访工作条例》第二十条）。请把代表的身份写为“representative”，总人数写在“people”中</translation>
    </message>
    <message>
        <source>petitioners[%1] is younger than %2: name the guardian (role &quot;guardian&quot;) and record that they consent (Personal Information Protection Law, Art 31)</source>
        <translation>第 %1 位信访人不满 %2 周岁：请写明监护人（身份“guardian”）并记录其同意（《个人信息保护法》第三十一条）</translation>
    </message>
    <message>
        <source>%1:1: the table has no column %2. Its columns are: %3. Correct the map.</source>
        <translation>%1:1：表中没有列 %2。现有的列：%3。请修正对照表。</translation>
    </message>
    <message>
        <source>&quot;columns&quot; says for no column where it goes</source>
        <translation>“columns”没有写明任何一列的去向</translation>
    </message>
    <message>
        <source>a registration has no field &quot;%1&quot;</source>
        <translation>登记中没有字段“%1”</translation>
    </message>
    <message>
        <source>there is no question</source>
        <translation>没有任何问题</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there already, on line %2</source>
        <translation>“%1”已经有了，在第 %2 行</translation>
    </message>
    <message>
        <source>an answer leads to a question or to an end: give one of the two</source>
        <translation>答案应指向一个问题或一个结果：二者给一个</translation>
    </message>
    <message>
        <source>the answer &quot;%1&quot; is there already</source>
        <translation>答案“%1”已经有了</translation>
    </message>
    <message>
        <source>there is no date &quot;%1&quot;</source>
        <translation>没有日期“%1”</translation>
    </message>
    <message>
        <source>there is no channel &quot;%1&quot;</source>
        <translation>没有途径“%1”</translation>
    </message>
    <message>
        <source>from &quot;%1&quot; the questions go round in a circle</source>
        <translation>从“%1”开始，问题绕成了圈</translation>
    </message>
    <message>
        <source>there is no end &quot;%1&quot;</source>
        <translation>没有结果“%1”</translation>
    </message>
    <message>
        <source>no answer leads to the question &quot;%1&quot;</source>
        <translation>没有答案指向问题“%1”</translation>
    </message>
    <message>
        <source>no answer leads to the end &quot;%1&quot;</source>
        <translation>没有答案指向结果“%1”</translation>
    </message>
    <message>
        <source>no clock runs from the date &quot;%1&quot;</source>
        <translation>没有期限从日期“%1”起算</translation>
    </message>
    <message>
        <source>nothing ends in the channel &quot;%1&quot;</source>
        <translation>没有结果属于途径“%1”</translation>
    </message>
    <message>
        <source>%1 does not run in this case, so there is nothing to extend. Running: %2.</source>
        <translation>本案中 %1 没有在计算，无从延长。正在计算的期限：%2。</translation>
    </message>
    <message>
        <source>%1 was extended already; the law allows it once (%2).</source>
        <translation>%1 已经延长过；依法只能延长一次（%2）。</translation>
    </message>
    <message>
        <source>%1 cannot be extended (%2).</source>
        <translation>%1 依法不得延长（%2）。</translation>
    </message>
    <message>
        <source>%1 is extended by agreement, to a day that the parties set: give it in &quot;until&quot;.</source>
        <translation>%1 经当事人约定延长：请在“until”中写明约定的日期。</translation>
    </message>
    <message>
        <source>%1 is not late in this case. Running: %2.</source>
        <translation>本案中 %1 没有逾期。正在计算的期限：%2。</translation>
    </message>
    <message>
        <source>Overdue: %1. Write an entry &quot;late&quot; for it first, with the reason and what was done about it.</source>
        <translation>已逾期：%1。请先写入“逾期说明”（late），说明原因和补救情况。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; comes after an answer: there is none in this case yet.</source>
        <translation>“%1”应在答复之后进行：本案尚无答复。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was possible until %2.</source>
        <translation>“%1”的期限已于 %2 届满。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>expected &quot;key: value&quot; lines</source>
        <translation>应为“键: 值”形式的行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here twice</source>
        <translation>“%1”在此处重复出现</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here</source>
        <translation>此处没有“%1”这一项</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>缺少“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text</source>
        <translation>“%1”必须是文字</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is longer than %2 characters</source>
        <translation>“%1”超过 %2 个字符</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty</source>
        <translation>“%1”为空</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must have zh and en</source>
        <translation>“%1”必须同时有 zh 和 en</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a whole number</source>
        <translation>“%1”必须是整数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a number of 0 or more</source>
        <translation>“%1”必须是不小于 0 的数</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be yes or no</source>
        <translation>“%1”只能是 yes 或 no</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a list</source>
        <translation>“%1”必须是列表</translation>
    </message>
</context>
<context>
    <name>hall::seal</name>
    <message>
        <source>Checking a passphrase needs %1 MiB of memory, which this machine does not have free. Close other programs.</source>
        <translation>核对口令需要 %1 MiB 内存，本机可用内存不足，请关闭其他程序。</translation>
    </message>
    <message>
        <source>A passphrase must not be empty.</source>
        <translation>口令不能为空。</translation>
    </message>
    <message>
        <source>The name or the passphrase is not right. Check the keyboard&apos;s language and Caps Lock, then try again.</source>
        <translation>用户名或口令不正确。请检查输入法和大写锁定后重试。</translation>
    </message>
    <message>
        <source>This is not an entry of a case file, or it was cut off.</source>
        <translation>这不是案卷记录，或已被截断。</translation>
    </message>
    <message>
        <source>An entry was to be sealed with a field or a key of the wrong length.</source>
        <translation>封存记录时，字段或密钥长度不符。</translation>
    </message>
    <message>
        <source>This is too long for one entry. Put it in as an attachment.</source>
        <translation>内容过长，请作为附件存入。</translation>
    </message>
    <message>
        <source>An entry of this case was changed, or is sealed with another key. Tell the audit administrator.</source>
        <translation>本案有记录被改动，或以其他密钥封存。请告知审计管理员。</translation>
    </message>
    <message>
        <source>A public key of the wrong length cannot be sealed to.</source>
        <translation>公钥长度不正确，无法封存。</translation>
    </message>
    <message>
        <source>Generations of a key are counted from 1.</source>
        <translation>密钥的代次从 1 开始。</translation>
    </message>
    <message>
        <source>These bytes were not sealed by this program.</source>
        <translation>这些内容不是由本程序封存的。</translation>
    </message>
    <message>
        <source>This was sealed for somebody else, or it was changed.</source>
        <translation>该内容是为他人封存的，或者已被改动。</translation>
    </message>
    <message>
        <source>A sealed file was changed, or is sealed with another key.</source>
        <translation>密封文件被改动，或由另一把密钥密封。</translation>
    </message>
    <message>
        <source>The self-test of %1 failed: this machine or its libsodium computes wrongly. Do not use it for the hall.</source>
        <translation>%1 自检未通过：本机或其 libsodium 计算结果有误，请勿用于大厅。</translation>
    </message>
    <message>
        <source>A secret key has the wrong length.</source>
        <translation>私钥长度不正确。</translation>
    </message>
    <message>
        <source>The station&apos;s signing key has the wrong length.</source>
        <translation>站点签名密钥的长度不正确。</translation>
    </message>
</context>
<context>
    <name>hall::sql</name>
    <message>
        <source>The store&apos;s lock file cannot be used (%1). Check the folder and its permissions.</source>
        <translation>无法使用数据库的锁文件（%1），请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>Another program has been writing to the store for too long. Try again in a moment.</source>
        <translation>其他程序写入数据库的时间过长，请稍后再试。</translation>
    </message>
    <message>
        <source>The store&apos;s address cannot be read (%1). Write postgresql://user@host/hall.</source>
        <translation>无法识别数据库地址（%1）。请写成 postgresql://user@host/hall。</translation>
    </message>
    <message>
        <source>The store&apos;s address asks for sslmode=%1. Over a network only verify-full is used: the server&apos;s name and certificate are checked. Put the authority&apos;s certificate into sslrootcert.</source>
        <translation>数据库地址要求 sslmode=%1。经网络连接时只使用 verify-full：核对服务器名称和证书。请在 sslrootcert 中给出颁发机构的证书。</translation>
    </message>
    <message>
        <source>The store&apos;s server refuses this account (%1). Check name and password.</source>
        <translation>数据库服务器拒绝该账号（%1）。请检查用户名和密码。</translation>
    </message>
    <message>
        <source>There is no such store on the server (%1). Check the address, or make a hall there first.</source>
        <translation>服务器上没有这个数据库（%1）。请检查地址，或先在那里建立大厅。</translation>
    </message>
    <message>
        <source>The store&apos;s server cannot be reached (%1). Check that it runs, and the network.</source>
        <translation>无法连接数据库服务器（%1）。请检查服务器是否运行以及网络。</translation>
    </message>
    <message>
        <source>The store refused a value that breaks one of its rules (%1).</source>
        <translation>数据库拒绝了违反其规则的值（%1）。</translation>
    </message>
    <message>
        <source>The store is busy: others have been writing all the time (%1). Try again in a moment.</source>
        <translation>数据库忙：其他人一直在写入（%1）。请稍后再试。</translation>
    </message>
    <message>
        <source>The disk of the store&apos;s server is full (%1). Make room there, then try again.</source>
        <translation>数据库服务器的磁盘已满（%1）。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>The store&apos;s server does not allow this to this station&apos;s account (%1).</source>
        <translation>数据库服务器不允许本站点的账号这样做（%1）。</translation>
    </message>
    <message>
        <source>The store&apos;s server reports damage (%1). Call the administrator.</source>
        <translation>数据库服务器报告数据损坏（%1）。请联系管理员。</translation>
    </message>
    <message>
        <source>The store&apos;s server could not do it (%1). Check the server and the network.</source>
        <translation>数据库服务器未能完成（%1）。请检查服务器和网络。</translation>
    </message>
    <message>
        <source>The store&apos;s server is older than PostgreSQL 15. Update the server.</source>
        <translation>数据库服务器低于 PostgreSQL 15。请升级服务器。</translation>
    </message>
    <message>
        <source>There is a hall in this database already. Nothing was changed; choose another database.</source>
        <translation>该数据库中已有大厅。未作任何更改；请换一个数据库。</translation>
    </message>
    <message>
        <source>There is no hall in this database. Make one with: hallctl init --store ADDRESS</source>
        <translation>该数据库中没有大厅。请用 hallctl init --store 地址 建立。</translation>
    </message>
    <message>
        <source>Somebody is making a hall in this database at this moment. Wait until that is done.</source>
        <translation>有人正在该数据库中建立大厅。请等其完成。</translation>
    </message>
    <message>
        <source>The server keeps no page checksums, so damage on its disk goes unnoticed. Run pg_checksums --enable.</source>
        <translation>服务器未启用页校验和，磁盘损坏将无法发现。请运行 pg_checksums --enable。</translation>
    </message>
    <message>
        <source>%1 pages of the store were found damaged.</source>
        <translation>发现数据库有 %1 页损坏。</translation>
    </message>
    <message>
        <source>The text holds a character with the code 0, which the store cannot keep. Remove it.</source>
        <translation>文本中含有编码为 0 的字符，数据库无法保存。请删除该字符。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a station&apos;s login. Use small letters, digits, - and _, for example kiosk-1.</source>
        <translation>“%1”不能用作站点登录名。请用小写字母、数字、- 和 _，例如 kiosk-1。</translation>
    </message>
    <message>
        <source>A station is one of: %1.</source>
        <translation>站点种类只能是：%1。</translation>
    </message>
    <message>
        <source>There is a login &quot;%1&quot; on this server already. Choose another name.</source>
        <translation>服务器上已有登录名“%1”。请换一个名称。</translation>
    </message>
    <message>
        <source>This hall has no station &quot;%1&quot;. See: hallctl station list</source>
        <translation>本大厅没有站点“%1”。请查看：hallctl station list</translation>
    </message>
    <message>
        <source>%1 is a plain-text database, not a hall&apos;s store. Nothing was opened or changed; choose another folder.</source>
        <translation>%1 是未加密的数据库，不是大厅数据库。没有打开或改动任何内容，请选择其他文件夹。</translation>
    </message>
    <message>
        <source>%1 exists already. Choose an empty folder.</source>
        <translation>%1 已经存在，请选择空文件夹。</translation>
    </message>
    <message>
        <source>There is no store at %1. Check the path, or make a hall there first.</source>
        <translation>%1 没有大厅数据库，请检查路径，或先在此新建大厅。</translation>
    </message>
    <message>
        <source>%1 has been cut short (%2 bytes). Stop the programs and restore the last backup.</source>
        <translation>%1 的内容不完整（%2 字节）。请停止各程序并恢复最近的备份。</translation>
    </message>
    <message>
        <source>Could not %1: %2</source>
        <translation>无法%1：%2</translation>
    </message>
    <message>
        <source>the disk is full. Make room, then try again; nothing was changed.</source>
        <translation>磁盘已满。请腾出空间后重试，未改动任何内容。</translation>
    </message>
    <message>
        <source>another program holds the store. Try again in a moment.</source>
        <translation>其他程序正在使用数据库，请稍后再试。</translation>
    </message>
    <message>
        <source>the key does not open this store. Check that the key file belongs to it.</source>
        <translation>密钥与该数据库不符，请核对密钥文件。</translation>
    </message>
    <message>
        <source>the store is damaged. Stop the programs and restore the last backup.</source>
        <translation>数据库已损坏。请停止各程序并恢复最近的备份。</translation>
    </message>
    <message>
        <source>the store cannot be opened. Check the folder and its permissions.</source>
        <translation>数据库无法打开，请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>this account may not write here. Ask the system administrator.</source>
        <translation>当前账户无权写入此处，请联系系统管理员。</translation>
    </message>
    <message>
        <source>the disk does not answer (%1).</source>
        <translation>磁盘没有响应（%1）。</translation>
    </message>
    <message>
        <source>a value is too long.</source>
        <translation>内容过长。</translation>
    </message>
    <message>
        <source>A store&apos;s key has %1 bytes, not %2. Check the key file.</source>
        <translation>数据库密钥应为 %1 字节，现为 %2 字节，请核对密钥文件。</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing. Check the folder and its permissions.</source>
        <translation>无法以写入方式打开 %1，请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>open the store</source>
        <translation>打开数据库</translation>
    </message>
    <message>
        <source>use the store&apos;s key</source>
        <translation>使用数据库密钥</translation>
    </message>
    <message>
        <source>This program was built without working encryption, so it opens no store. Install it again.</source>
        <translation>本程序的加密功能不可用，因此不打开任何数据库，请重新安装。</translation>
    </message>
    <message>
        <source>This program was built without full-text search. Install it again.</source>
        <translation>本程序缺少全文检索功能，请重新安装。</translation>
    </message>
    <message>
        <source>use the store</source>
        <translation>使用数据库</translation>
    </message>
    <message>
        <source>prepare a statement</source>
        <translation>准备数据库语句</translation>
    </message>
</context>
<context>
    <name>hall::station</name>
    <message>
        <source>This account asks for a one-time code as well.</source>
        <translation>此账号还需要动态口令。</translation>
    </message>
    <message>
        <source>The hall&apos;s store cannot be reached. %1</source>
        <translation>无法连接大厅数据库。%1</translation>
    </message>
    <message>
        <source>A window&apos;s size is written like 1080x1920, not &quot;%1&quot;.</source>
        <translation>窗口尺寸应写作 1080x1920，不能是“%1”。</translation>
    </message>
    <message>
        <source>This account was closed meanwhile. Ask the system administrator.</source>
        <translation>此账户已停用。请联系系统管理员。</translation>
    </message>
    <message>
        <source>Nobody is signed in at this desk. Sign in first.</source>
        <translation>本窗口无人登录，请先登录。</translation>
    </message>
    <message>
        <source>say &quot;yes&quot; or &quot;no&quot;</source>
        <translation>请填写 &quot;yes&quot; 或 &quot;no&quot;</translation>
    </message>
    <message>
        <source>the language is &quot;zh&quot; or &quot;en&quot;, not &quot;%1&quot;</source>
        <translation>语言应为 &quot;zh&quot; 或 &quot;en&quot;，不能是“%1”</translation>
    </message>
    <message>
        <source>ticket paper is 58 or 80 mm wide, not &quot;%1&quot;</source>
        <translation>号票纸宽应为 58 或 80 毫米，不能是“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not known here. Known are: store, own_folder, station, language, printer, paper_mm, print_tickets, speak, wing</source>
        <translation>此处不认识“%1”。可用的有：store、own_folder、station、language、printer、paper_mm、print_tickets、speak、wing</translation>
    </message>
    <message>
        <source>%1 is no longer at its place. Bring the hall&apos;s folder back; this program goes on by itself.</source>
        <translation>%1 已不在原处。请恢复大厅文件夹，本程序会自动继续。</translation>
    </message>
    <message>
        <source>The program is closing.</source>
        <translation>程序正在退出。</translation>
    </message>
    <message>
        <source>%1 cannot be made. Check the folder and its permissions.</source>
        <translation>无法建立 %1。请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>There is no service &quot;%1&quot;. Choose one of the catalogue.</source>
        <translation>没有服务“%1”。请从目录中选择。</translation>
    </message>
    <message>
        <source>The hall&apos;s server cannot be reached, and this machine has no number left to give. Please go to the desk.</source>
        <translation>无法连接大厅服务器，本机预留的号也已用完。请到导办台。</translation>
    </message>
    <message>
        <source>This machine has not seen the hall&apos;s server yet.</source>
        <translation>本机尚未连接过大厅服务器。</translation>
    </message>
    <message>
        <source>The block &quot;%1&quot; has no key on this machine.</source>
        <translation>本机没有区块“%1”的密钥。</translation>
    </message>
    <message>
        <source>The hall: a folder. Default: the variable HALL_STORE, else the station&apos;s file.</source>
        <translation>大厅所在的文件夹。默认取环境变量 HALL_STORE，否则取站点配置文件。</translation>
    </message>
    <message>
        <source>The name of this station, for example %1-1.</source>
        <translation>本站点的名称，例如 %1-1。</translation>
    </message>
    <message>
        <source>A window of this size instead of the full screen.</source>
        <translation>以此尺寸的窗口显示，而不是全屏。</translation>
    </message>
    <message>
        <source>zh or en.</source>
        <translation>zh 或 en。</translation>
    </message>
    <message>
        <source>Start, show the first picture, and quit with 0.</source>
        <translation>启动并显示第一个画面后退出，返回 0。</translation>
    </message>
    <message>
        <source>Use the demo hall of this account.</source>
        <translation>使用本账户的演示大厅。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood. See --help.</source>
        <translation>无法识别“%1”，请查看 --help。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2. Check its permissions.</source>
        <translation>无法读取 %1：%2。请检查其权限。</translation>
    </message>
    <message>
        <source>a line has the form &quot;name = value&quot;</source>
        <translation>每行应为“名称 = 值”</translation>
    </message>
    <message>
        <source>%1, line %2: %3.</source>
        <translation>%1，第 %2 行：%3。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a folder of this machine</source>
        <translation>“%1”不是本机的文件夹</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a folder nor postgresql://…</source>
        <translation>“%1”既不是文件夹，也不是 postgresql://…</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>无法写入 %1：%2。</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法建立文件夹</translation>
    </message>
</context>
<context>
    <name>hall::store</name>
    <message>
        <source>The audit trail does not go on from what was seen before. Tell the audit administrator; do not go on working.</source>
        <translation>审计记录与以前看到的不相衔接。请告知审计管理员，不要继续办理。</translation>
    </message>
    <message>
        <source>Stopped before the whole trail was walked.</source>
        <translation>已停止，审计记录尚未全部核验。</translation>
    </message>
    <message>
        <source>This backup was changed, is cut off, or belongs to another key. Nothing of it was used; take another copy, and check that the key file was written with it.</source>
        <translation>该备份被改动、不完整，或与密钥不符。未采用其中任何内容；请换用另一份备份，并核对密钥文件是否与其同时生成。</translation>
    </message>
    <message>
        <source>The backup could not be written to its end. Make room, then try again; nothing was left behind.</source>
        <translation>备份未能写完，未留下任何文件。请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The audit trail is countersigned by the audit administrator.</source>
        <translation>审计记录由审计管理员会签。</translation>
    </message>
    <message>
        <source>The audit trail does not hold together, so nothing was signed. Run &quot;hallctl audit verify&quot; and find out who changed it.</source>
        <translation>审计记录前后不连贯，未签名。请运行“hallctl audit verify”，查清是谁改动的。</translation>
    </message>
    <message>
        <source>%1 cannot be opened for writing. Check the folder and its permissions.</source>
        <translation>无法以写入方式打开 %1，请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>%1 is another hall&apos;s key. Name another file with --key.</source>
        <translation>%1 是另一个大厅的密钥。请用 --key 指定其他文件。</translation>
    </message>
    <message>
        <source>This backup does not hold a whole hall. Nothing of it was used; take another one.</source>
        <translation>该备份不是一个完整的大厅。未采用其中任何内容；请换用另一份。</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the path.</source>
        <translation>无法读取 %1。请检查路径。</translation>
    </message>
    <message>
        <source>%1 is there already. A backup is never written over another; name another file.</source>
        <translation>%1 已存在。备份不会覆盖另一份；请换一个文件名。</translation>
    </message>
    <message>
        <source>Somebody else made a hall in %1 at the same moment. Nothing of it was changed.</source>
        <translation>%1 中同时有人建立了大厅，未作任何改动。</translation>
    </message>
    <message>
        <source>%1 could not be put in place. Check the folder and its permissions.</source>
        <translation>无法将 %1 放到指定位置，请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>The audit trail of this hall does not hold together. Tell the audit administrator; nothing was copied.</source>
        <translation>本大厅的审计记录前后不符。请告知审计管理员；未复制任何内容。</translation>
    </message>
    <message>
        <source>There is a hall in %1 already. Nothing was changed; choose another folder.</source>
        <translation>%1 中已有大厅，未作任何改动，请另选文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 is not empty. Nothing was changed; choose another folder.</source>
        <translation>文件夹 %1 不为空，未作任何改动，请另选文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be made. Check the folder and its permissions.</source>
        <translation>无法建立 %1，请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>A hall moves from a folder (--from) to a server (--to postgresql://…).</source>
        <translation>大厅只能从文件夹（--from）迁移到服务器（--to postgresql://…）。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and its permissions.</source>
        <translation>无法写入 %1，请检查文件夹及其权限。</translation>
    </message>
    <message>
        <source>This account may not read %1. Ask the system administrator whether it should.</source>
        <translation>本账号无权读取 %1。是否应当允许，请询问系统管理员。</translation>
    </message>
    <message>
        <source>The key file %1 is missing. Put back the copy that was kept when the hall was made.</source>
        <translation>缺少密钥文件 %1，请放回建立大厅时留存的副本。</translation>
    </message>
    <message>
        <source>%1 is not a key of this hall: it must have %2 bytes. Put back the right file.</source>
        <translation>%1 不是本大厅的密钥：应为 %2 字节。请放回正确的文件。</translation>
    </message>
    <message>
        <source>The line and the case store were not made for the same hall. Tell the audit administrator; do not go on working.</source>
        <translation>候访队列与案件库不属于同一个大厅。请停止操作，并通知审计管理员。</translation>
    </message>
    <message>
        <source>The kiosks seal what visitors type for the block &quot;%1&quot; to a key that is not the block&apos;s. Stop the kiosks and tell the audit administrator.</source>
        <translation>取号机为功能区“%1”封存来访人填写内容所用的密钥，不是该功能区的密钥。请停用取号机，并通知审计管理员。</translation>
    </message>
    <message>
        <source>The case store is older than what was seen before, or its audit trail was cut. Tell the audit administrator; do not go on working.</source>
        <translation>案件库比先前见到的旧，或其审计记录被截断。请停止操作，并通知审计管理员。</translation>
    </message>
    <message>
        <source>This was made by a newer Accord Hall (&quot;%1&quot;). Update this machine; nothing was changed.</source>
        <translation>这是由更新版本的程序生成的（“%1”）。请更新本机；未作任何改动。</translation>
    </message>
    <message>
        <source>This store was made by a newer Accord Hall (version %1; this program knows %2). Update this machine; nothing was changed.</source>
        <translation>该数据库由更新版本的程序建立（版本 %1，本程序支持到 %2）。请升级本机程序，未改动任何内容。</translation>
    </message>
    <message>
        <source>This hall&apos;s store is older than this program (version %1; needs %2). Run any hallctl command once with the account that owns the database.</source>
        <translation>本大厅的数据库比本程序旧（版本 %1，需要 %2）。请用数据库所有者的账号运行一次任意 hallctl 命令。</translation>
    </message>
    <message>
        <source>An account needs a login of at most 64 characters without spaces, a name and a role.</source>
        <translation>账号须有登录名（不超过 64 个字符、不含空格）、姓名和角色。</translation>
    </message>
    <message>
        <source>There is no role &quot;%1&quot;.</source>
        <translation>没有角色“%1”。</translation>
    </message>
    <message>
        <source>A block&apos;s code must not hold spaces.</source>
        <translation>功能区代码不能含空格。</translation>
    </message>
    <message>
        <source>The one-time code is not right, or it was used already. Wait for the next one, and see that the clocks of this machine and of the authenticator agree.</source>
        <translation>动态口令不对，或已经用过。请等下一个，并核对本机与验证器的时钟是否一致。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; are not two of the custodians. Ask &quot;recovery status&quot; who they are.</source>
        <translation>“%1”和“%2”不是两位密钥保管人。用“recovery status”可查看保管人是谁。</translation>
    </message>
    <message>
        <source>Record %1 of the roster was changed, removed or put in by somebody without the right. Tell the audit administrator; do not go on working.</source>
        <translation>人员名册第 %1 条记录被改动、删除，或由无权者插入。请停止操作，并通知审计管理员。</translation>
    </message>
    <message>
        <source>The keys of &quot;%1&quot; are not those that the administrators signed. Tell the audit administrator; do not go on working.</source>
        <translation>“%1”的密钥与管理员签署的不一致。请停止操作，并通知审计管理员。</translation>
    </message>
    <message>
        <source>The roles or blocks of &quot;%1&quot; are not those that the administrators signed. Tell the audit administrator; do not go on working.</source>
        <translation>“%1”的角色或功能区与管理员签署的不一致。请停止操作，并通知审计管理员。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands on the roster, but the account is gone. Tell the audit administrator.</source>
        <translation>“%1”在人员名册上，但其账号已不存在。请通知审计管理员。</translation>
    </message>
    <message>
        <source>This hall&apos;s store is older than what was seen on this machine before, or its audit trail was cut or rewritten. Tell the audit administrator; do not go on working.</source>
        <translation>本大厅的数据库比本机以前看到的旧，或者审计记录被截断、改写。请告知审计管理员，不要继续办理。</translation>
    </message>
    <message>
        <source>This file is no backup of a hall, or its beginning was changed.</source>
        <translation>该文件不是大厅的备份，或其开头被改动。</translation>
    </message>
    <message>
        <source>This backup was made by a newer Accord Hall, or its beginning was changed. Update this machine first.</source>
        <translation>该备份由更新版本的程序生成，或其开头被改动。请先更新本机。</translation>
    </message>
    <message>
        <source>This was sealed to another generation of the block&apos;s key.</source>
        <translation>该内容是用功能区密钥的另一代次封存的。</translation>
    </message>
    <message>
        <source>Nothing was typed at the kiosk for this visit.</source>
        <translation>本次来访未在取号机上填写内容。</translation>
    </message>
    <message>
        <source>What this visitor typed is for the block &quot;%1&quot;. Ask somebody who serves there.</source>
        <translation>该来访人填写的内容属于功能区“%1”，请联系该功能区的工作人员。</translation>
    </message>
    <message>
        <source>%1 is another hall&apos;s key. Name another folder for this one (own_folder in station.conf).</source>
        <translation>%1 是另一个大厅的密钥。请为本大厅另指定文件夹（station.conf 中的 own_folder）。</translation>
    </message>
    <message>
        <source>The hall at %1 was not finished. Make it again with: hallctl init</source>
        <translation>%1 的大厅没有建完。请用 hallctl init 重新建立。</translation>
    </message>
    <message>
        <source>There is no hall in %1.</source>
        <translation>%1 中没有大厅。</translation>
    </message>
    <message>
        <source>This hall has moved to %1. Write that address into this station&apos;s configuration.</source>
        <translation>本大厅已迁移到 %1。请把该地址写入本站点的配置。</translation>
    </message>
    <message>
        <source>The block &quot;%1&quot; has no key yet, so nothing can be sealed to it. Ask the system administrator.</source>
        <translation>功能区“%1”尚无密钥，暂时无法封存内容，请联系系统管理员。</translation>
    </message>
    <message>
        <source>Desk %1 is open. End the day first (hallctl day close) and stop the programs.</source>
        <translation>%1 号窗口仍开着。请先结束当日（hallctl day close）并停止各程序。</translation>
    </message>
    <message>
        <source>The server does not hold what this hall&apos;s table &quot;%1&quot; holds. Nothing was moved.</source>
        <translation>服务器上的内容与本大厅的表“%1”不一致。未迁移任何内容。</translation>
    </message>
    <message>
        <source>The new store does not hold what the backup&apos;s table &quot;%1&quot; holds. Nothing was kept of it.</source>
        <translation>新建的存储与备份中的表“%1”不一致，已全部撤销。</translation>
    </message>
    <message>
        <source>A hall needs three administrators, who are three people: system, security and audit.</source>
        <translation>大厅须有三名管理员，由三人分别担任：系统、安全、审计。</translation>
    </message>
    <message>
        <source>This hall has its administrators already.</source>
        <translation>本大厅已有管理员。</translation>
    </message>
    <message>
        <source>An account is added by the security administrator and countersigned by the audit administrator.</source>
        <translation>账号由安全管理员添加，并经审计管理员会签。</translation>
    </message>
    <message>
        <source>There is a person &quot;%1&quot; already. Choose another login.</source>
        <translation>登录名“%1”已存在，请另选一个。</translation>
    </message>
    <message>
        <source>There is no person &quot;%1&quot; in this hall.</source>
        <translation>本大厅没有“%1”。</translation>
    </message>
    <message>
        <source>This account is locked for another %1 seconds after several wrong passphrases.</source>
        <translation>口令多次输入错误，该账号还将锁定 %1 秒。</translation>
    </message>
    <message>
        <source>The name or the passphrase is not right. Check the keyboard&apos;s language and Caps Lock, then try again.</source>
        <translation>用户名或口令不正确。请检查输入法和大写锁定后重试。</translation>
    </message>
    <message>
        <source>This account has been closed. Ask the security administrator.</source>
        <translation>该账号已停用，请联系安全管理员。</translation>
    </message>
    <message>
        <source>No secret for one-time codes was shown to this person yet. Enrol first.</source>
        <translation>尚未向此人出示过动态口令的密钥。请先登记。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not serve this block.</source>
        <translation>“%1”不在该功能区任职。</translation>
    </message>
    <message>
        <source>There is no person &quot;%1&quot; on the roster.</source>
        <translation>人员名册上没有“%1”。</translation>
    </message>
    <message>
        <source>Only a member of the block can hand its key on. Ask somebody who serves there.</source>
        <translation>功能区密钥只能由该功能区的成员转授，请联系该功能区的工作人员。</translation>
    </message>
    <message>
        <source>A key of the block &quot;%1&quot; was handed on by nobody who may. Tell the audit administrator.</source>
        <translation>功能区“%1”的密钥由无权者转授。请通知审计管理员。</translation>
    </message>
    <message>
        <source>The public key of the block &quot;%1&quot; is not its members&apos; key. Tell the audit administrator.</source>
        <translation>功能区“%1”的公钥与其成员持有的密钥不符。请通知审计管理员。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not hold the newest key of the block &quot;%2&quot; and cannot renew it.</source>
        <translation>“%1”没有功能区“%2”的最新密钥，不能更换。</translation>
    </message>
    <message>
        <source>An account is closed by the security administrator and countersigned by the audit administrator.</source>
        <translation>账号由安全管理员注销，并经审计管理员会签。</translation>
    </message>
    <message>
        <source>An administrator cannot be taken off while nobody has their place.</source>
        <translation>管理员尚无人接任，不能注销。</translation>
    </message>
    <message>
        <source>Somebody else who holds the key of the block &quot;%1&quot; must be there to renew it. Where nobody else holds it, hand it on first.</source>
        <translation>须有另一位持有功能区“%1”密钥的同事在场更换密钥。如无其他人持有，请先授予。</translation>
    </message>
    <message>
        <source>The recovery key is not the one that the administrators signed. Tell the audit administrator and set it up again.</source>
        <translation>恢复密钥不是管理员签名的那一把。请告知审计管理员，并重新设置。</translation>
    </message>
    <message>
        <source>Recovery is set up by the security administrator and countersigned by the audit administrator.</source>
        <translation>密钥恢复由安全管理员设置，审计管理员会签。</translation>
    </message>
    <message>
        <source>Recovery needs three custodians, who are three people.</source>
        <translation>密钥恢复需要三位保管人，且须是三个不同的人。</translation>
    </message>
    <message>
        <source>The security and the audit administrator cannot be custodians.</source>
        <translation>安全管理员和审计管理员不能担任密钥保管人。</translation>
    </message>
    <message>
        <source>No recovery was set up for this hall before its keys were lost.</source>
        <translation>本大厅在密钥丢失之前没有设置过密钥恢复。</translation>
    </message>
    <message>
        <source>Recovery takes two custodians, who are two people.</source>
        <translation>恢复须有两位保管人，且须是两个不同的人。</translation>
    </message>
    <message>
        <source>The two halves do not make the recovery key. Tell the audit administrator.</source>
        <translation>两份拼不成恢复密钥。请告知审计管理员。</translation>
    </message>
    <message>
        <source>No key of the block &quot;%1&quot; that its members deposited is there: none of them has signed in since recovery was set up, or what they deposited was changed. &quot;recovery status&quot; shows what could be brought back.</source>
        <translation>没有成员存入的“%1”密钥：自设置密钥恢复以来该区无人登录过，或存入的内容被改动。用“recovery status”可查看能恢复什么。</translation>
    </message>
    <message>
        <source>An account is reset by the security administrator and countersigned by the audit administrator.</source>
        <translation>账户由安全管理员重置，审计管理员会签。</translation>
    </message>
    <message>
        <source>The roster hangs on the keys of the security and the audit administrator: they cannot be reset.</source>
        <translation>名册以安全管理员和审计管理员的密钥为根，这两个账户不能重置。</translation>
    </message>
    <message>
        <source>Another program is opening your vault. Try again in a moment.</source>
        <translation>另一个程序正在打开您的个人保险库，请稍后再试。</translation>
    </message>
    <message>
        <source>An administrator&apos;s account has that role alone and serves no block. Make two accounts for two people.</source>
        <translation>管理员账号只能有这一个角色，不属于任何功能区。请为两个人分别建立账号。</translation>
    </message>
</context>
</TS>
