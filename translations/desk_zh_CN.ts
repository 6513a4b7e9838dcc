<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>hall::desk::Actions</name>
    <message>
        <source>Call next</source>
        <translation>叫下一位</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>重呼</translation>
    </message>
    <message>
        <source>Serve</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>Call out of turn</source>
        <translation>优先叫号</translation>
    </message>
    <message>
        <source>Back to line</source>
        <translation>恢复候访</translation>
    </message>
    <message>
        <source>Cancel ticket</source>
        <translation>取消号票</translation>
    </message>
    <message>
        <source>Pause desk</source>
        <translation>暂停窗口</translation>
    </message>
    <message>
        <source>Resume desk</source>
        <translation>恢复窗口</translation>
    </message>
    <message>
        <source>Close desk</source>
        <translation>关窗</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Call the visitor whose turn it is</source>
        <translation>呼叫下一位应接待的来访人</translation>
    </message>
    <message>
        <source>Call the same visitor again</source>
        <translation>再次呼叫同一位来访人</translation>
    </message>
    <message>
        <source>The visitor is here: start</source>
        <translation>来访人已到窗口，开始接待</translation>
    </message>
    <message>
        <source>Let the visitor come back at a set time</source>
        <translation>请来访人在约定时间回来</translation>
    </message>
    <message>
        <source>Hand the visitor on; number and arrival time stay</source>
        <translation>转给其他事项，号码和到达时间不变</translation>
    </message>
    <message>
        <source>The visitor did not come</source>
        <translation>来访人呼叫未到</translation>
    </message>
    <message>
        <source>The visit is over</source>
        <translation>本次接待结束</translation>
    </message>
    <message>
        <source>Call the selected visitor first, with a reason that is kept</source>
        <translation>先呼叫选中的来访人，须写明理由并留存</translation>
    </message>
    <message>
        <source>Put the selected parked visitor back in line</source>
        <translation>让选中的暂存来访人重新候访</translation>
    </message>
    <message>
        <source>Take the selected ticket out of the line</source>
        <translation>取消选中的号票</translation>
    </message>
    <message>
        <source>Call nobody for a while; the wait estimates leave this desk out</source>
        <translation>暂时不叫号，等候时间的预估不计本窗口</translation>
    </message>
    <message>
        <source>Take visitors again</source>
        <translation>重新开始接待</translation>
    </message>
    <message>
        <source>End the work at this desk</source>
        <translation>结束本窗口的工作</translation>
    </message>
    <message>
        <source>Take back the last step</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Only a visitor who was called can be a no-show.</source>
        <translation>只有已叫号的来访人才能记为未到。</translation>
    </message>
    <message>
        <source>Recall first: %1 of %2 calls made.</source>
        <translation>请先重呼：已叫 %1 次，须满 %2 次。</translation>
    </message>
    <message>
        <source>%1 of %2 calls</source>
        <translation>已叫 %1/%2 次</translation>
    </message>
    <message>
        <source>The visitor still has %1 to come.</source>
        <translation>来访人还有 %1 的到场时间。</translation>
    </message>
    <message>
        <source>No connection to the hall store. What you see stays; this works again by itself.</source>
        <translation>与大厅数据库的连接中断。已显示的内容保留，连接恢复后自动可用。</translation>
    </message>
    <message>
        <source>One moment: the step before is still on its way.</source>
        <translation>请稍候，上一步正在处理。</translation>
    </message>
    <message>
        <source>The desk is on pause. Resume it first (F11).</source>
        <translation>窗口已暂停，请先恢复（F11）。</translation>
    </message>
    <message>
        <source>The desk is closed. Open it first.</source>
        <translation>窗口未开启，请先开窗。</translation>
    </message>
    <message>
        <source>Finish, park or transfer the visitor you have first.</source>
        <translation>请先将当前来访人办结、暂存或转办。</translation>
    </message>
    <message>
        <source>Nobody is called to this desk.</source>
        <translation>本窗口没有已叫号的来访人。</translation>
    </message>
    <message>
        <source>Nobody is at this desk.</source>
        <translation>本窗口没有来访人。</translation>
    </message>
    <message>
        <source>Start with Serve (F4) before you finish.</source>
        <translation>请先按“接待”（F4），再办结。</translation>
    </message>
    <message>
        <source>The desk is not open.</source>
        <translation>窗口未开启。</translation>
    </message>
    <message>
        <source>Select a waiting or parked visitor in the line.</source>
        <translation>请在队列中选择一位候访或暂存的来访人。</translation>
    </message>
    <message>
        <source>Select a parked visitor in the line.</source>
        <translation>请在队列中选择一位暂存的来访人。</translation>
    </message>
    <message>
        <source>The desk is not on pause.</source>
        <translation>窗口没有暂停。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
</context>
<context>
    <name>hall::desk::AttachmentsPane</name>
    <message>
        <source>Drop files here, or choose them. What is put in stays; it is never changed.</source>
        <translation>把文件拖到这里，或者选择文件。存入后不再改动。</translation>
    </message>
    <message>
        <source>Nothing was put in yet. Drop photographs, papers or sound here, or choose files.</source>
        <translation>还没有附件。请把照片、材料或者录音拖到这里，或者选择文件。</translation>
    </message>
    <message>
        <source>Entry %1 · %2 · %3
%4 %5 · %6</source>
        <comment>number, kind of file, size; date, time, who</comment>
        <translation>第 %1 条 · %2 · %3
%4 %5 · %6</translation>
    </message>
    <message>
        <source>Hash %1</source>
        <translation>哈希值 %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message>
        <source>Save a copy of %1</source>
        <translation>另存 %1 的副本</translation>
    </message>
    <message>
        <source>Put files into the case</source>
        <translation>存入附件</translation>
    </message>
    <message>
        <source>Save a copy outside the vault</source>
        <translation>将副本保存到保险库之外</translation>
    </message>
    <message>
        <source>%1 was put in as entry %2.</source>
        <translation>%1 已存入，为第 %2 条。</translation>
    </message>
    <message>
        <source>Stopped; nothing of %1 stays in the case.</source>
        <translation>已停止，%1 没有任何内容留在案卷中。</translation>
    </message>
    <message>
        <source>One thing at a time: wait for what runs, or stop it.</source>
        <translation>一次只能处理一个文件：请等待当前任务完成，或者先停止。</translation>
    </message>
    <message>
        <source>A copy was saved outside the vault, and the audit trail says so. Delete it when it is no longer needed.</source>
        <translation>副本已保存到保险库之外，并已记入审计。不再需要时请删除。</translation>
    </message>
    <message>
        <source>Stopped; no file was left behind.</source>
        <translation>已停止，没有留下文件。</translation>
    </message>
    <message>
        <source>This picture cannot be shown here. Save a copy and open it with its program.</source>
        <translation>此图片无法在这里显示。请另存副本，用相应的程序打开。</translation>
    </message>
    <message>
        <source>Picture of the attachment</source>
        <translation>附件图片</translation>
    </message>
    <message>
        <source>%1: %2 of %3, %4 to go</source>
        <translation>%1：%2 / %3，还需 %4</translation>
    </message>
    <message>
        <source>Only files can be put in, not folders or addresses.</source>
        <translation>只能存入文件，不能存入文件夹或者网址。</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>putting a file in</comment>
        <translation>停止</translation>
    </message>
    <message>
        <source>How much is done</source>
        <translation>完成进度</translation>
    </message>
</context>
<context>
    <name>hall::desk::AuditGateway</name>
    <message>
        <source>The audit trail is read by the audit administrator.</source>
        <translation>审计记录由审计管理员查阅。</translation>
    </message>
</context>
<context>
    <name>hall::desk::AuditModel</name>
    <message>
        <source>▲ %1</source>
        <comment>something was refused</comment>
        <translation>▲ %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>About</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>序号</translation>
    </message>
</context>
<context>
    <name>hall::desk::AuditTrailPage</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name, login</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Nobody has countersigned the trail yet.</source>
        <translation>审计记录尚未会签。</translation>
    </message>
    <message>
        <source>Countersigned up to record %1: %2, %3 %4.</source>
        <comment>record, person, day, time</comment>
        <translation>已会签至第 %1 条：%2，%3 %4。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1%2</translation>
    </message>
    <message>
        <source>It is due once a day: look through what is new, then countersign.</source>
        <translation>须每日会签：请先查阅新记录，再会签。</translation>
    </message>
    <message>
        <source>What does not hold is not countersigned.</source>
        <translation>核验有误，不予会签。</translation>
    </message>
    <message>
        <source>Show 1 new record</source>
        <translation>查看 1 条新记录</translation>
    </message>
    <message>
        <source>Show %1 new records</source>
        <translation>查看 %1 条新记录</translation>
    </message>
    <message>
        <source>The audit trail stands here once the audit administrator has signed in.</source>
        <translation>审计管理员登录后，此处显示审计记录。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day, so records of every day are shown. Write it like %2.</source>
        <translation>“%1”不是日期，现显示所有日期的记录。请按 %2 的格式填写。</translation>
    </message>
    <message>
        <source>Looking through the trail …</source>
        <translation>正在查找……</translation>
    </message>
    <message>
        <source>Looking through what is older than record %1 …</source>
        <translation>正在查找第 %1 条以前的记录……</translation>
    </message>
    <message>
        <source>No record of the kind. Choose &quot;All&quot; and empty the fields to see the others.</source>
        <translation>没有符合条件的记录。选“全部”并清空条件，可查看其他记录。</translation>
    </message>
    <message>
        <source>Newest first; older ones come as you scroll. Choose a record to read all of it.</source>
        <translation>由新到旧排列，向下滚动可查看更早的记录。选中一条可查看全文。</translation>
    </message>
    <message>
        <source>%1 records, the newest first. Choose one to read all of it.</source>
        <translation>共 %1 条，由新到旧排列。选中一条可查看全文。</translation>
    </message>
    <message>
        <source>%1 · record %2</source>
        <comment>what happened</comment>
        <translation>%1 · 第 %2 条</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>person, when</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>As it stands in the trail: %1 %2</source>
        <translation>原始记录：%1 %2</translation>
    </message>
    <message>
        <source>Sealed to you: %1</source>
        <translation>封存给您的说明：%1</translation>
    </message>
    <message>
        <source>Verifying records and entries: %1 of %2</source>
        <translation>正在核验记录：%1 / %2</translation>
    </message>
    <message>
        <source>Verifying …</source>
        <translation>正在核验……</translation>
    </message>
    <message>
        <source>✓ Everything holds: %1 records, %2 cases with %3 entries, accounts and countersignatures.</source>
        <translation>✓ 全部完好：审计记录 %1 条，案件 %2 件（记录 %3 条），账号与会签均相符。</translation>
    </message>
    <message>
        <source>Nothing was changed, taken out or put back since it was written. You may countersign.</source>
        <translation>自写入以来未被改动、删除或回退，可以会签。</translation>
    </message>
    <message>
        <source>■ One thing does not hold</source>
        <translation>■ 有 1 处不符</translation>
    </message>
    <message>
        <source>■ %1 things do not hold</source>
        <translation>■ 有 %1 处不符</translation>
    </message>
    <message>
        <source>… and %1 more; &quot;hallctl audit verify&quot; and &quot;hallctl case verify&quot; list them all.</source>
        <translation>……另有 %1 处；“hallctl audit verify”和“hallctl case verify”可列出全部。</translation>
    </message>
    <message>
        <source>What to do now: %1</source>
        <translation>现在该怎么办：%1</translation>
    </message>
    <message>
        <source>Audit trail (countersignature due)</source>
        <translation>审计记录（待会签）</translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation>审计记录</translation>
    </message>
    <message>
        <source>Verify everything</source>
        <translation>全面核验</translation>
    </message>
    <message>
        <source>Countersign</source>
        <translation>会签</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>How far the verification is</source>
        <translation>核验进度</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day: 2026-03-05</source>
        <translation>日期：2026-03-05</translation>
    </message>
    <message>
        <source>Number of a case</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>案件编号</translation>
    </message>
</context>
<context>
    <name>hall::desk::AuditWords</name>
    <message>
        <source>Signed in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Sign-in refused</source>
        <translation>登录被拒</translation>
    </message>
    <message>
        <source>Account locked after wrong passphrases</source>
        <translation>口令多次错误，账号锁定</translation>
    </message>
    <message>
        <source>One-time code refused</source>
        <translation>动态口令被拒</translation>
    </message>
    <message>
        <source>Line and case store do not agree</source>
        <translation>排队库与案件库不一致</translation>
    </message>
    <message>
        <source>Opened a case</source>
        <translation>查阅案件</translation>
    </message>
    <message>
        <source>Read a case outside their duty</source>
        <translation>职责外查阅案件</translation>
    </message>
    <message>
        <source>Was refused a case</source>
        <translation>查阅案件被拒</translation>
    </message>
    <message>
        <source>Wrote an entry</source>
        <translation>写入案件记录</translation>
    </message>
    <message>
        <source>Searched the cases</source>
        <translation>检索案件</translation>
    </message>
    <message>
        <source>Put an attachment in</source>
        <translation>存入附件</translation>
    </message>
    <message>
        <source>Looked at an attachment</source>
        <translation>查看附件</translation>
    </message>
    <message>
        <source>Saved an attachment as a file</source>
        <translation>将附件另存为文件</translation>
    </message>
    <message>
        <source>Printed a document</source>
        <translation>打印文书</translation>
    </message>
    <message>
        <source>Took over what a visitor typed</source>
        <translation>接收来访填写内容</translation>
    </message>
    <message>
        <source>Opened what a visitor typed</source>
        <translation>打开来访填写内容</translation>
    </message>
    <message>
        <source>Was refused what a visitor typed</source>
        <translation>打开来访填写内容被拒</translation>
    </message>
    <message>
        <source>What a visitor typed does not open</source>
        <translation>来访填写内容无法打开</translation>
    </message>
    <message>
        <source>Handed over what a visitor typed</source>
        <translation>移交来访填写内容</translation>
    </message>
    <message>
        <source>Made an account</source>
        <translation>新建账号</translation>
    </message>
    <message>
        <source>Closed an account</source>
        <translation>注销账号</translation>
    </message>
    <message>
        <source>Gave an account new keys</source>
        <translation>重置账号密钥</translation>
    </message>
    <message>
        <source>Was refused a change of accounts</source>
        <translation>变更账号被拒</translation>
    </message>
    <message>
        <source>Changed their passphrase</source>
        <translation>更换口令</translation>
    </message>
    <message>
        <source>Asked for one-time codes</source>
        <translation>申请动态口令</translation>
    </message>
    <message>
        <source>Switched one-time codes on</source>
        <translation>启用动态口令</translation>
    </message>
    <message>
        <source>Switched one-time codes off</source>
        <translation>停用动态口令</translation>
    </message>
    <message>
        <source>Made a block&apos;s key</source>
        <translation>生成功能区密钥</translation>
    </message>
    <message>
        <source>Handed a block&apos;s key on</source>
        <translation>转交功能区密钥</translation>
    </message>
    <message>
        <source>Renewed a block&apos;s key</source>
        <translation>更新功能区密钥</translation>
    </message>
    <message>
        <source>Got a block&apos;s keys back</source>
        <translation>找回功能区密钥</translation>
    </message>
    <message>
        <source>Was refused a step with a block&apos;s key</source>
        <translation>功能区密钥操作被拒</translation>
    </message>
    <message>
        <source>Set recovery up</source>
        <translation>设置密钥恢复</translation>
    </message>
    <message>
        <source>Was refused to set recovery up</source>
        <translation>设置密钥恢复被拒</translation>
    </message>
    <message>
        <source>Opened their half as a custodian</source>
        <translation>保管人启用所持密钥分片</translation>
    </message>
    <message>
        <source>Was refused a recovery</source>
        <translation>密钥恢复被拒</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Published the days off</source>
        <translation>发布节假日安排</translation>
    </message>
    <message>
        <source>Was refused to publish days off</source>
        <translation>发布节假日安排被拒</translation>
    </message>
    <message>
        <source>Was refused a desk</source>
        <translation>开启窗口被拒</translation>
    </message>
    <message>
        <source>Was refused to load a catalogue</source>
        <translation>载入事项目录被拒</translation>
    </message>
    <message>
        <source>Countersigned the audit trail</source>
        <translation>会签审计记录</translation>
    </message>
    <message>
        <source>Was refused the audit trail</source>
        <translation>查阅审计记录被拒</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>被拒操作</translation>
    </message>
    <message>
        <source>Outside duty</source>
        <translation>职责外查阅</translation>
    </message>
    <message>
        <source>Accounts and keys</source>
        <translation>账号与密钥</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Kiosk entries</source>
        <translation>来访填写</translation>
    </message>
    <message>
        <source>Hall and trail</source>
        <translation>大厅与审计</translation>
    </message>
    <message>
        <source>(cannot be read)</source>
        <translation>（无法读取）</translation>
    </message>
    <message>
        <source>Supervisors</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>身份不明</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Case %1, entry %2</source>
        <translation>案件 %1 第 %2 条</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>案件 %1</translation>
    </message>
    <message>
        <source>Closing %1, countersigned by %2</source>
        <translation>注销 %1，会签人 %2</translation>
    </message>
    <message>
        <source>New keys for %1, countersigned by %2</source>
        <translation>重置 %1，会签人 %2</translation>
    </message>
    <message>
        <source>Adding %1, countersigned by %2</source>
        <translation>新建 %1，会签人 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>case, why it was read</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Visit %1</source>
        <translation>来访 %1</translation>
    </message>
    <message>
        <source>Visit %1, to %2</source>
        <translation>来访 %1，移交%2</translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <comment>block, person</comment>
        <translation>%1，转交 %2</translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <comment>block, which key</comment>
        <translation>%1，第 %2 代密钥</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <comment>block, person</comment>
        <translation>%1，与 %2 共同</translation>
    </message>
    <message>
        <source>For %1 seconds</source>
        <translation>锁定 %1 秒</translation>
    </message>
    <message>
        <source>A name that there is not</source>
        <translation>无此账号</translation>
    </message>
    <message>
        <source>The account was locked</source>
        <translation>账号处于锁定状态</translation>
    </message>
    <message>
        <source>The account was closed</source>
        <translation>账号已注销</translation>
    </message>
    <message>
        <source>Up to record %1</source>
        <translation>至第 %1 条</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>第 %1 版</translation>
    </message>
    <message>
        <source>Accounts and keys: %1</source>
        <translation>账号与密钥：%1</translation>
    </message>
    <message>
        <source>Record %1 of the audit trail is not as it was written: it was changed, or a record in front of it was taken out or put in.</source>
        <translation>审计记录第 %1 条与写入时不符：该条被改动，或其前有记录被删除、插入。</translation>
    </message>
    <message>
        <source>Record %1 is not the one that the audit administrator countersigned.</source>
        <translation>第 %1 条不是审计管理员会签过的那一条。</translation>
    </message>
    <message>
        <source>Case %1, entry %2: %3.</source>
        <translation>案件 %1 第 %2 条：%3。</translation>
    </message>
    <message>
        <source>Case %1: %2.</source>
        <translation>案件 %1：%2。</translation>
    </message>
    <message>
        <source>Behind record %1: %2</source>
        <translation>第 %1 条之后：%2</translation>
    </message>
    <message>
        <source>Countersign nothing. Let the system administrator set a copy of the hall&apos;s folder aside as it is now, before anybody works on: it is the evidence.</source>
        <translation>不要会签。请系统管理员在他人继续操作之前，将大厅数据目录原样另存一份，作为证据。</translation>
    </message>
    <message>
        <source>Somebody changed accounts past the two administrators. Let nobody sign in until the security administrator has compared them with what was ordered; the cases could not be verified.</source>
        <translation>有人绕过两位管理员改动了账号。请安全管理员逐一核对之前，任何人不得登录；案件无法核验。</translation>
    </message>
    <message>
        <source>Restore the newest backup to another place (hallctl restore) and read the same record there (hallctl audit list): it tells what was changed. Then find out who could write into the store since the last countersignature.</source>
        <translation>将最近的备份恢复到另一处（hallctl restore），查看同一条记录（hallctl audit list），即可知道改动了什么；再查清自上次会签以来谁能写入数据库。</translation>
    </message>
    <message>
        <source>Restore the newest backup to another place and compare these cases with it; ask those who wrote the entries.</source>
        <translation>将最近的备份恢复到另一处，与这些案件逐条比对，并向书写人核实。</translation>
    </message>
    <message>
        <source>The store was put back to an older copy or its end was cut off: look for the newer copy, and do not put a backup over this one.</source>
        <translation>数据库被换回旧副本，或末尾被截去：请找到较新的副本，不要用备份覆盖现有数据库。</translation>
    </message>
</context>
<context>
    <name>hall::desk::CaseFilters</name>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Today at the latest</source>
        <translation>今天到期或已逾期</translation>
    </message>
    <message>
        <source>Within 7 days</source>
        <translation>7 天内</translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation>30 天内</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Last written by</source>
        <translation>最近经办</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>登记日期</translation>
    </message>
    <message>
        <source>Any day</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Today</source>
        <comment>registered</comment>
        <translation>今天</translation>
    </message>
    <message>
        <source>In the last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>In the last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>In the last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>功能区</translation>
    </message>
    <message>
        <source>All of mine</source>
        <translation>本人所在的全部功能区</translation>
    </message>
    <message>
        <source>Filters: %1 set</source>
        <translation>筛选：%1 项</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>hall::desk::CaseListModel</name>
    <message>
        <source>overdue by %1 days</source>
        <translation>已逾期 %1 天</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>due in %1 days</source>
        <translation>还剩 %1 天</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>time is over</source>
        <translation>期限已过</translation>
    </message>
</context>
<context>
    <name>hall::desk::CaseListPane</name>
    <message>
        <source>%1 of %2 cases can be searched; %3 to go</source>
        <translation>%2 件案件中已有 %1 件可以检索，还需 %3</translation>
    </message>
    <message>
        <source>%1 of %2 cases can be searched</source>
        <translation>%2 件案件中已有 %1 件可以检索</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <comment>bringing the search up to date</comment>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stopped at %1 of %2 cases; only these are found.</source>
        <translation>已停在第 %1 件（共 %2 件），目前只能检索到这些案件。</translation>
    </message>
    <message>
        <source>No case of yours has this number. Press Enter to open it; for a case of another block a reason is asked.</source>
        <translation>您的案件中没有这个编号。按回车键可以打开；其他功能区的案件需要说明查阅理由。</translation>
    </message>
    <message>
        <source>No case says that within these filters. Show all, or try fewer words.</source>
        <translation>在当前筛选条件下没有符合的案件。请显示全部，或者少输入几个字词。</translation>
    </message>
    <message>
        <source>Type the number of a case and press Enter. A reason is asked, and recorded.</source>
        <translation>请输入案件编号并按回车键。查阅时需要说明理由，理由会记入审计。</translation>
    </message>
    <message>
        <source>There is no case yet. Register the first one below.</source>
        <translation>还没有案件。请在下方登记第一件。</translation>
    </message>
    <message>
        <source>No case says that. Try fewer words.</source>
        <translation>没有符合的案件。请少输入几个字词。</translation>
    </message>
    <message>
        <source>Names, numbers, any words</source>
        <translation>姓名、编号、任意字词</translation>
    </message>
    <message>
        <source>Search the cases</source>
        <translation>检索案件</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Register a case</source>
        <translation>登记案件</translation>
    </message>
    <message>
        <source>Cases that can be searched</source>
        <translation>可以检索的案件</translation>
    </message>
    <message>
        <source>Numbers, states and deadlines. To read a case a reason is asked, and recorded.</source>
        <translation>这里有编号、状态和期限。查看案卷时会要求说明理由，并记入审计。</translation>
    </message>
</context>
<context>
    <name>hall::desk::CasesPage</name>
    <message>
        <source>Choose a case on the left, or register one.</source>
        <translation>请在左侧选择案件，或者登记新案件。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number, state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Nearest deadline: %1, %2</source>
        <comment>day, how long to go</comment>
        <translation>最近期限：%1，%2</translation>
    </message>
    <message>
        <source>File</source>
        <comment>the entries of a case</comment>
        <translation>卷宗</translation>
    </message>
    <message>
        <source>Attachments %1</source>
        <translation>附件 %1</translation>
    </message>
    <message>
        <source>Documents %1</source>
        <translation>文书 %1</translation>
    </message>
    <message>
        <source>People %1</source>
        <translation>当事人 %1</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>A party of this case bears your name. Whoever has a stake in a matter steps back (Regulations on Petition Work, Art 28).</source>
        <translation>本案有当事人与您同名。与信访事项有直接利害关系的，应当回避（《信访工作条例》第二十八条）。</translation>
    </message>
    <message>
        <source>Step back from this case</source>
        <translation>申请回避</translation>
    </message>
    <message>
        <source>Write an entry</source>
        <translation>添加记录</translation>
    </message>
    <message>
        <source>Write into the case</source>
        <translation>记入案件</translation>
    </message>
    <message>
        <source>Your text from before is back; nothing of it was sent.</source>
        <translation>上次未提交的内容已经恢复，尚未记入案件。</translation>
    </message>
    <message>
        <source>Kept as a draft.</source>
        <translation>草稿已保存。</translation>
    </message>
    <message>
        <source>This goes into the sealed workspace &quot;%1&quot;. Whoever is not one of its members, you included, cannot read it again, nor see that it is there; accused colleagues named below never can.</source>
        <translation>本件将进入“%1”。不是该区成员的人，包括您本人，登记后都无法再次查阅，也看不到有这件案件；下面写明的被检举人员始终无法查阅。</translation>
    </message>
    <message>
        <source>New case for visitor %1</source>
        <translation>为 %1 号来访人登记案件</translation>
    </message>
    <message>
        <source>New case from a letter, a call or a transfer</source>
        <translation>登记来信、来电或者转办案件</translation>
    </message>
    <message>
        <source>Register the case</source>
        <translation>登记案件</translation>
    </message>
    <message>
        <source>It goes on with case %1. Where that one is concluded, write down the new facts or reasons.</source>
        <translation>接续案件 %1。该案已经终结的，请写明新的事实或者理由。</translation>
    </message>
    <message>
        <source>Something is missing or not right; it is said beside the field.</source>
        <translation>有内容缺少或者有误，请看各项下方的说明。</translation>
    </message>
    <message>
        <source>Handed in as %1. Give this number to the petitioner.</source>
        <translation>已登记，编号 %1。请把编号告知信访人。</translation>
    </message>
    <message>
        <source>Somebody wrote into this case meanwhile; their entry stands above now. Your text is still here: read theirs, then press the button once more.</source>
        <translation>其间有人在本案中写入了新的记录，已显示在上方。您写的内容仍在这里：请先阅读，再按一次按钮。</translation>
    </message>
    <message>
        <source>Kind of entry</source>
        <translation>记录种类</translation>
    </message>
    <message>
        <source>Parts of the case</source>
        <translation>案卷各部分</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>案件</translation>
    </message>
</context>
<context>
    <name>hall::desk::CataloguePage</name>
    <message>
        <source>Catalogue</source>
        <translation>事项目录</translation>
    </message>
    <message>
        <source>No catalogue is in force yet. Load one below.</source>
        <translation>目前没有生效的事项目录，请在下方载入。</translation>
    </message>
    <message>
        <source>Version %1 is in force since %2 %3: %4 blocks, %5 services, %6 desks.</source>
        <translation>第 %1 版自 %2 %3 起生效：%4 个功能区，%5 个事项，%6 个窗口。</translation>
    </message>
    <message>
        <source>Check or load a catalogue</source>
        <translation>检查或载入事项目录</translation>
    </message>
    <message>
        <source>Check changes nothing. Load puts the catalogue in force at once, at every kiosk, board and desk; a faulty one is refused and the one in force stays.</source>
        <translation>检查不作任何改动。载入后，新目录立即在所有取号机、大屏和窗口生效；有错误的目录会被拒绝，现行目录继续有效。</translation>
    </message>
    <message>
        <source>Folder of the catalogue</source>
        <translation>目录文件夹</translation>
    </message>
    <message>
        <source>The folder that holds the catalogue&apos;s YAML files</source>
        <translation>存放目录 YAML 文件的文件夹</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Browse for the catalogue&apos;s folder</source>
        <translation>选择目录文件夹</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check the catalogue</source>
        <translation>检查事项目录</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>Load the catalogue and put it in force</source>
        <translation>载入事项目录并使其生效</translation>
    </message>
    <message>
        <source>Reading the catalogue</source>
        <translation>正在读取事项目录</translation>
    </message>
    <message>
        <source>What is wrong with the catalogue</source>
        <translation>事项目录中的错误</translation>
    </message>
    <message>
        <source>Refused: the catalogue in force stays. Correct these and check again.</source>
        <translation>已拒绝，现行目录继续有效。请改正下列错误后重新检查。</translation>
    </message>
    <message>
        <source>Version %1 is in force now.</source>
        <translation>第 %1 版现已生效。</translation>
    </message>
    <message>
        <source>Nothing wrong: %1 blocks, %2 services, %3 desks. Load puts it in force.</source>
        <translation>没有错误：%1 个功能区，%2 个事项，%3 个窗口。载入后生效。</translation>
    </message>
</context>
<context>
    <name>hall::desk::ClocksPane</name>
    <message>
        <source>No deadline runs.</source>
        <translation>没有正在计算的期限。</translation>
    </message>
    <message>
        <source>%1
by %2</source>
        <comment>what is to be done or what set it running; day</comment>
        <translation>%1
%2 前</translation>
    </message>
    <message>
        <source>How it is counted</source>
        <translation>计算过程</translation>
    </message>
</context>
<context>
    <name>hall::desk::DayModel</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>号票</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办人</translation>
    </message>
</context>
<context>
    <name>hall::desk::DeadlineModel</name>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周到期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>之后到期</translation>
    </message>
    <message>
        <source>Stands still</source>
        <translation>中止计算</translation>
    </message>
    <message>
        <source>Time is over</source>
        <translation>期限已过</translation>
    </message>
    <message>
        <source>■ Red: overdue</source>
        <translation>■ 红：已逾期</translation>
    </message>
    <message>
        <source>▲ Yellow: nearly over</source>
        <translation>▲ 黄：即将到期</translation>
    </message>
    <message>
        <source>● Green: in time</source>
        <translation>● 绿：期限内</translation>
    </message>
    <message>
        <source>‖ Stands still</source>
        <translation>‖ 中止计算</translation>
    </message>
    <message>
        <source>○ Time is over</source>
        <translation>○ 期限已过</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>逾期 %1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件编号</translation>
    </message>
    <message>
        <source>What is due</source>
        <translation>到期事项</translation>
    </message>
    <message>
        <source>Who acts</source>
        <translation>办理主体</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>功能区</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>经办人</translation>
    </message>
</context>
<context>
    <name>hall::desk::DeadlinePage</name>
    <message>
        <source>Reading the cases: %1 of %2. More deadlines may follow.</source>
        <translation>正在读取案件：%1／%2，可能还有期限未列出。</translation>
    </message>
    <message>
        <source>All blocks</source>
        <translation>全部功能区</translation>
    </message>
    <message>
        <source>All handlers</source>
        <translation>全部经办人</translation>
    </message>
    <message>
        <source>All lights</source>
        <translation>全部灯色</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>全部 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>group of deadlines, how many</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Moved by the calendar %1</source>
        <translation>因日历变动 %1</translation>
    </message>
    <message>
        <source>%1 deadlines cannot be counted: this hall&apos;s rules no longer know them. Tell the administrator.</source>
        <translation>有 %1 项期限无法计算：本大厅的规则中已没有相应条目。请告知管理员。</translation>
    </message>
    <message>
        <source>Deadlines stand here once you have signed in.</source>
        <translation>登录后，期限将在这里列出。</translation>
    </message>
    <message>
        <source>Reading the cases was stopped in their list; more deadlines may follow when it goes on.</source>
        <translation>案件读取已在案件列表中停止；继续读取后，可能还有期限列出。</translation>
    </message>
    <message>
        <source>No deadline runs. They begin with the entries of a case: register one on the page of cases.</source>
        <translation>目前没有正在计算的期限。期限从案件的记录开始：请在“案卷”页登记案件。</translation>
    </message>
    <message>
        <source>Nothing of the kind. Choose &quot;All&quot; to see the others.</source>
        <translation>没有符合条件的期限。选“全部”查看其他期限。</translation>
    </message>
    <message>
        <source>Choose a line to see how its day is counted. A red goes away by an entry in its case alone.</source>
        <translation>选择一行可查看到期日的计算过程。红灯只能由案卷中的办理记录消除。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>case, what is due</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>It stood still for %1 days; the day moves by as many: %2.</source>
        <translation>曾中止计算 %1 天，到期日相应顺延：%2。</translation>
    </message>
    <message>
        <source>The case is suspended: this time stands still until it goes on.</source>
        <translation>案件已中止：恢复办理前，该期限中止计算。</translation>
    </message>
    <message>
        <source>The calendar has changed: it was %1 before.</source>
        <translation>节假日历已变更：原到期日为 %1。</translation>
    </message>
    <message>
        <source>Entry %1 says why it is late; it stays red until it is done.</source>
        <translation>第 %1 条记录已说明逾期原因；办结前仍为红灯。</translation>
    </message>
    <message>
        <source>It ends with one of these entries: %1.</source>
        <translation>写入下列任一记录后，该期限即告结束：%1。</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限台账</translation>
    </message>
    <message>
        <source>Deadlines (%1 late, %2 today)</source>
        <translation>期限台账（逾期 %1、今日 %2）</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>灯色</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>功能区</translation>
    </message>
    <message>
        <source>Handler</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Open the case and write the entry</source>
        <translation>打开案卷并写记录</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>打开案卷</translation>
    </message>
</context>
<context>
    <name>hall::desk::DesksModel</name>
    <message>
        <source>%1 since %2</source>
        <translation>%1（%2 起）</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Who sits there</source>
        <translation>在岗人员</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>来访人</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>可办事项</translation>
    </message>
</context>
<context>
    <name>hall::desk::DocumentsPane</name>
    <message>
        <source>(choose a document)</source>
        <translation>（请选择文书）</translation>
    </message>
    <message>
        <source>%1 – not yet</source>
        <comment>title of a document that cannot be made now</comment>
        <translation>%1（暂不能制作）</translation>
    </message>
    <message>
        <source>Documents are filled from the case; nothing is typed again.</source>
        <translation>文书由案卷内容自动填写，不必重新录入。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>article; how it is handed over</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: sign on the screen</source>
        <comment>whose signature</comment>
        <translation>%1：在屏幕上签名</translation>
    </message>
    <message>
        <source>Name of who signs</source>
        <translation>签名人姓名</translation>
    </message>
    <message>
        <source>Name of who signs: %1</source>
        <translation>签名人姓名：%1</translation>
    </message>
    <message>
        <source>Signature: %1</source>
        <translation>签名：%1</translation>
    </message>
    <message>
        <source>Sign anew</source>
        <translation>重新签名</translation>
    </message>
    <message>
        <source>Write the name of who signed.</source>
        <translation>请填写签名人的姓名。</translation>
    </message>
    <message>
        <source>Somebody wrote into this case meanwhile. Look at the preview again, then make the document once more.</source>
        <translation>有人刚刚在本案中添加了记录。请重新查看预览，再制作文书。</translation>
    </message>
    <message>
        <source>The document is being made …</source>
        <translation>正在制作文书…</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Language of the document</source>
        <translation>文书语言</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Make it, with a number</source>
        <translation>制作并编号</translation>
    </message>
    <message>
        <source>%1 was made as entry %2; it stands below, to be printed or saved as PDF.</source>
        <translation>%1 已制作，为第 %2 条，列在下方，可以打印或者保存为 PDF。</translation>
    </message>
</context>
<context>
    <name>hall::desk::EarlierPane</name>
    <message>
        <source>Perhaps the same person; nothing is joined by itself:</source>
        <translation>可能是同一人（系统不会自动合并）：</translation>
    </message>
    <message>
        <source>And %1 more: search for the name or the number on the left.</source>
        <translation>另有 %1 件，请在左侧按姓名或者号码检索。</translation>
    </message>
    <message>
        <source>same identity number</source>
        <translation>证件号码相同</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>电话相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>similar name</source>
        <translation>姓名相近</translation>
    </message>
    <message>
        <source>%1 · %2
%3 · %4</source>
        <comment>name, why it may be them; number, state</comment>
        <translation>%1 · %2
%3 · %4</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open case %1</source>
        <translation>打开案件 %1</translation>
    </message>
    <message>
        <source>Goes on with this case</source>
        <translation>接续此案</translation>
    </message>
    <message>
        <source>Goes on with case %1</source>
        <translation>接续案件 %1</translation>
    </message>
</context>
<context>
    <name>hall::desk::FieldSet</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1（必填）</translation>
    </message>
    <message>
        <source>%1 (asked for by law)</source>
        <translation>%1（法定内容）</translation>
    </message>
    <message>
        <source>(not said)</source>
        <translation>（未填）</translation>
    </message>
    <message>
        <source>2026-03-05 or 5 Mar 2026</source>
        <translation>2026-03-05 或 2026年3月5日</translation>
    </message>
</context>
<context>
    <name>hall::desk::FormPanel</name>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>Close the form (Esc); what you typed is kept</source>
        <translation>关闭表单（Esc），已填内容保留</translation>
    </message>
</context>
<context>
    <name>hall::desk::HallPage</name>
    <message>
        <source>%1 waiting</source>
        <translation>%1 人等候</translation>
    </message>
    <message>
        <source>Desks open: %1</source>
        <translation>开启窗口 %1 个</translation>
    </message>
    <message>
        <source> · parked: %1</source>
        <translation> · 暂存 %1 人</translation>
    </message>
    <message>
        <source> · new visitors: %1</source>
        <translation> · 现在取号约等 %1</translation>
    </message>
    <message>
        <source>The hall now</source>
        <translation>大厅现况</translation>
    </message>
    <message>
        <source>%1 of %2 desks open</source>
        <translation>%2 个窗口中已开启 %1 个</translation>
    </message>
    <message>
        <source>Desks</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Desks of the hall</source>
        <translation>大厅各窗口</translation>
    </message>
</context>
<context>
    <name>hall::desk::HeaderBar</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settings, lock and sign out</source>
        <translation>设置、锁定和退出</translation>
    </message>
    <message>
        <source>Language, look, text size, lock, sign out (Alt+M)</source>
        <translation>语言、外观、字号、锁定、退出（Alt+M）</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Text %1 %</source>
        <translation>字号 %1%</translation>
    </message>
    <message>
        <source>Lock after %1 minutes</source>
        <translation>闲置 %1 分钟后锁定</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
</context>
<context>
    <name>hall::desk::InsightPane</name>
    <message>
        <source>%1 so far</source>
        <translation>%1 的经过</translation>
    </message>
    <message>
        <source>The ticket so far</source>
        <translation>号票经过</translation>
    </message>
    <message>
        <source>Call somebody, or select a ticket in the line, to see its way through the hall.</source>
        <translation>叫号，或在队列中选择号票，即可查看其经过。</translation>
    </message>
    <message>
        <source>waited %1</source>
        <translation>已等 %1</translation>
    </message>
    <message>
        <source>Who was passed over</source>
        <translation>被越过的来访人</translation>
    </message>
    <message>
        <source>The next best when this visitor was called, with their claim.</source>
        <translation>叫号时排在其后的来访人及其优先值。</translation>
    </message>
    <message>
        <source>The hall now</source>
        <translation>大厅现况</translation>
    </message>
    <message>
        <source>Desks open: %1</source>
        <translation>开启窗口 %1 个</translation>
    </message>
    <message>
        <source> · parked: %1</source>
        <translation> · 暂存 %1 人</translation>
    </message>
    <message>
        <source> · new visitors: %1</source>
        <translation> · 现在取号约等 %1</translation>
    </message>
</context>
<context>
    <name>hall::desk::IntakeCard</name>
    <message>
        <source>What the visitor typed at the kiosk</source>
        <translation>来访人在取号机上填写的内容</translation>
    </message>
    <message>
        <source>Nothing. Ask for name and matter.</source>
        <translation>没有填写。请询问姓名和来访事由。</translation>
    </message>
    <message>
        <source>Being opened with your key…</source>
        <translation>正在用您的密钥打开…</translation>
    </message>
    <message>
        <source>It is sealed for another block, and you do not belong to it. Ask the visitor again, or transfer.</source>
        <translation>内容密封给了其他功能区，您无权打开。请当面询问，或转办。</translation>
    </message>
    <message>
        <source>It could not be opened: %1</source>
        <translation>无法打开：%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Matter</source>
        <translation>来访事由</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>隐藏</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Hide the identity number</source>
        <translation>隐藏身份证号</translation>
    </message>
    <message>
        <source>Show the identity number</source>
        <translation>显示身份证号</translation>
    </message>
</context>
<context>
    <name>hall::desk::LinePane</name>
    <message>
        <source>All blocks and services</source>
        <translation>全部功能区和事项</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>全部类别</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>%1 shown · %2 waiting</source>
        <translation>显示 %1 · 等候 %2 人</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 人等候</translation>
    </message>
    <message>
        <source>Nobody matches these filters</source>
        <translation>没有符合条件的来访人</translation>
    </message>
    <message>
        <source>Nobody is in line</source>
        <translation>目前无人候访</translation>
    </message>
    <message>
        <source>Show everybody to see the whole line.</source>
        <translation>取消筛选即可查看全部队列。</translation>
    </message>
    <message>
        <source>New tickets appear here by themselves as soon as they are taken.</source>
        <translation>有人取号后会自动显示在这里。</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>候访队列</translation>
    </message>
    <message>
        <source>Number, e.g. A017</source>
        <translation>号码，如 A017</translation>
    </message>
    <message>
        <source>Search the line by ticket number</source>
        <translation>按号码查找</translation>
    </message>
    <message>
        <source>Search by number (Ctrl+F)</source>
        <translation>按号码查找（Ctrl+F）</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Only the services of this desk</source>
        <translation>只看本窗口的事项</translation>
    </message>
    <message>
        <source>Block or service</source>
        <translation>功能区或事项</translation>
    </message>
    <message>
        <source>Priority class</source>
        <translation>优先类别</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The line, in the order in which visitors would be called</source>
        <translation>候访队列，按叫号顺序排列</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>显示全部</translation>
    </message>
</context>
<context>
    <name>hall::desk::MainWindow</name>
    <message>
        <source>Line</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>My day</source>
        <translation>今日工作</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>事项目录</translation>
    </message>
    <message>
        <source>Accord Hall – Desk</source>
        <translation>和解大厅 · 窗口</translation>
    </message>
</context>
<context>
    <name>hall::desk::MyDayPage</name>
    <message>
        <source>My day</source>
        <translation>今日工作</translation>
    </message>
    <message>
        <source>called</source>
        <translation>叫号</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>a visit, on average</source>
        <translation>平均接待时长</translation>
    </message>
    <message>
        <source>parked</source>
        <translation>暂存</translation>
    </message>
    <message>
        <source>transferred</source>
        <translation>转办</translation>
    </message>
    <message>
        <source>no-shows</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Nothing yet today</source>
        <translation>今天还没有记录</translation>
    </message>
    <message>
        <source>What you do on the line&apos;s page is listed here with its time. Press Ctrl+1 to go there.</source>
        <translation>您在“接待”页的每一步都会记在这里。按 Ctrl+1 前往。</translation>
    </message>
    <message>
        <source>What was done at this desk today</source>
        <translation>本窗口今日操作</translation>
    </message>
</context>
<context>
    <name>hall::desk::OpenDeskPage</name>
    <message>
        <source> – yours, still open</source>
        <translation> – 您的窗口，尚未关窗</translation>
    </message>
    <message>
        <source> – %1 sits here</source>
        <translation> – %1 在岗</translation>
    </message>
    <message>
        <source>Welcome, %1</source>
        <translation>%1，您好</translation>
    </message>
    <message>
        <source>Open a desk</source>
        <translation>开窗</translation>
    </message>
    <message>
        <source>%1. Choose your desk and what you serve today; it is remembered for next time.</source>
        <translation>%1。请选择窗口和今天办理的事项，下次会自动选好。</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>正在开窗…</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>开启 %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>No connection to the hall store. The desk can be opened as soon as it is back.</source>
        <translation>与大厅数据库的连接中断，恢复后即可开窗。</translation>
    </message>
    <message>
        <source>Tick at least one service: the line sends you only visitors for these.</source>
        <translation>请至少勾选一个事项，系统只把这些事项的来访人分给您。</translation>
    </message>
</context>
<context>
    <name>hall::desk::OutsideReason</name>
    <message>
        <source>Choose the reason.</source>
        <translation>请选择理由。</translation>
    </message>
    <message>
        <source>Case %1 belongs to another block</source>
        <translation>案件 %1 属于其他功能区</translation>
    </message>
    <message>
        <source>Say why you read it. The reason goes into the audit trail; what you add is sealed to the audit administrator.</source>
        <translation>请说明查阅理由。理由记入审计；补充说明加密后只有审计管理员可以查看。</translation>
    </message>
    <message>
        <source>(choose a reason)</source>
        <translation>（请选择理由）</translation>
    </message>
    <message>
        <source>Reason for reading</source>
        <translation>查阅理由</translation>
    </message>
    <message>
        <source>More words, if needed</source>
        <translation>补充说明（可不填）</translation>
    </message>
    <message>
        <source>Open with this reason</source>
        <translation>按此理由打开</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
</context>
<context>
    <name>hall::desk::ParkForm</name>
    <message>
        <source>back at %1</source>
        <translation>%1 回来</translation>
    </message>
    <message>
        <source>This time has passed. Choose a later one today.</source>
        <translation>这个时间已过，请选择今天稍后的时间。</translation>
    </message>
    <message>
        <source>When does %1 come back?</source>
        <translation>%1 什么时候回来？</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>In %1 minutes</source>
        <translation>%1 分钟后</translation>
    </message>
    <message>
        <source>In %1 hours</source>
        <translation>%1 小时后</translation>
    </message>
    <message>
        <source>or at</source>
        <translation>或定在</translation>
    </message>
    <message>
        <source>Return time, hours and minutes</source>
        <translation>返回时间，时和分</translation>
    </message>
</context>
<context>
    <name>hall::desk::PartiesPane</name>
    <message>
        <source>%1 · %2</source>
        <comment>name, petitioner or other party</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, what it says</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The registration names nobody. Write a correction to add them.</source>
        <translation>登记中没有写明当事人。请用“更正”补充。</translation>
    </message>
</context>
<context>
    <name>hall::desk::PeopleEditor</name>
    <message>
        <source>Add: %1</source>
        <comment>one more of these people</comment>
        <translation>添加：%1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>petitioners, which one</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Take out</source>
        <comment>a person of the list</comment>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take out: %1</source>
        <translation>移除：%1</translation>
    </message>
</context>
<context>
    <name>hall::desk::Phrasebook</name>
    <message>
        <source>Desk %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等候中</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>已叫号</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>接待中</translation>
    </message>
    <message>
        <source>Parked</source>
        <translation>已暂存</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已办结</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Not served today</source>
        <translation>今日未接待</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>已关窗</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>已开窗</translation>
    </message>
    <message>
        <source>On pause</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>接待员</translation>
    </message>
    <message>
        <source>Mediator</source>
        <translation>调解员</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>专家</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>导服员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>System administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Security administrator</source>
        <translation>安全管理员</translation>
    </message>
    <message>
        <source>Audit administrator</source>
        <translation>审计管理员</translation>
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
        <source>under 1 min</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>%1–%2 min</source>
        <translation>%1–%2 分钟</translation>
    </message>
    <message>
        <source>Took the ticket</source>
        <translation>取号</translation>
    </message>
    <message>
        <source>Called to %1 out of turn: %2</source>
        <translation>优先叫至 %1：%2</translation>
    </message>
    <message>
        <source>Called to %1</source>
        <translation>叫至 %1</translation>
    </message>
    <message>
        <source>Called again to %1</source>
        <translation>再次叫至 %1</translation>
    </message>
    <message>
        <source>Came to %1</source>
        <translation>到达 %1，开始接待</translation>
    </message>
    <message>
        <source>Parked until %1</source>
        <translation>暂存至 %1</translation>
    </message>
    <message>
        <source>Return time reached: in line again</source>
        <translation>到约定时间，重新候访</translation>
    </message>
    <message>
        <source>Back in line</source>
        <translation>恢复候访</translation>
    </message>
    <message>
        <source>Transferred from %1 to %2</source>
        <translation>由“%1”转办至“%2”</translation>
    </message>
    <message>
        <source>Finished at %1</source>
        <translation>在 %1 办结</translation>
    </message>
    <message>
        <source>Did not come to %1</source>
        <translation>未到 %1</translation>
    </message>
    <message>
        <source>Ticket cancelled</source>
        <translation>号票已取消</translation>
    </message>
    <message>
        <source>Not served when the day closed</source>
        <translation>日终时未接待</translation>
    </message>
    <message>
        <source>Last step taken back</source>
        <translation>撤销上一步</translation>
    </message>
    <message>
        <source>Called again</source>
        <translation>再次叫号</translation>
    </message>
    <message>
        <source>Served</source>
        <translation>开始接待</translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation>转办至“%1”</translation>
    </message>
    <message>
        <source>Called out of turn: %1</source>
        <translation>优先叫号：%1</translation>
    </message>
    <message>
        <source>Waited %1: past the hall&apos;s bound, so before everybody else.</source>
        <translation>已等 %1，超过大厅的等候上限，因此最先叫号。</translation>
    </message>
    <message>
        <source>Waited longest: %1.</source>
        <translation>等候时间最长：%1。</translation>
    </message>
    <message>
        <source>First of the highest class in line; waited %1.</source>
        <translation>最高类别中的第一位，已等 %1。</translation>
    </message>
    <message>
        <source>Strongest claim in line: waited %1, claim %2.</source>
        <translation>队列中优先值最高：已等 %1，优先值 %2。</translation>
    </message>
    <message>
        <source>The hall store does not answer. What you typed stays here; try again when the status bar says Connected.</source>
        <translation>大厅数据库没有应答。已填内容保留，状态栏显示“已连接”后请重试。</translation>
    </message>
    <message>
        <source>Somebody was faster, or the ticket has moved on. The line has been read again: look and choose anew.</source>
        <translation>已被其他窗口抢先，或号票状态已变。队列已刷新，请重新选择。</translation>
    </message>
    <message>
        <source>This ticket is not in the line any more. Choose another one.</source>
        <translation>这张号票已不在队列中，请另选一张。</translation>
    </message>
    <message>
        <source>This desk is taken. Choose another one, or finish the visit that is there.</source>
        <translation>窗口已被占用。请另选窗口，或先办结当前接待。</translation>
    </message>
    <message>
        <source>The desk is not open. Open it or end the pause first.</source>
        <translation>窗口未开启，请先开窗或恢复窗口。</translation>
    </message>
    <message>
        <source>The catalogue has no such desk any more. Choose another one.</source>
        <translation>事项目录中已没有这个窗口，请另选一个。</translation>
    </message>
    <message>
        <source>The catalogue has no such service any more. Choose another one.</source>
        <translation>事项目录中已没有这个事项，请另选一个。</translation>
    </message>
    <message>
        <source>Write the reason: it is kept with the call.</source>
        <translation>请写明理由，理由随叫号记录留存。</translation>
    </message>
    <message>
        <source>The time to take this step back is over.</source>
        <translation>已超过可以撤销的时间。</translation>
    </message>
    <message>
        <source>You do not belong to the block that may read this. Transfer the visitor, or ask the security administrator.</source>
        <translation>您不属于有权查看此内容的功能区。请转办，或联系安全管理员。</translation>
    </message>
    <message>
        <source>The disk of the hall store is full. Tell the system administrator; nothing was lost.</source>
        <translation>大厅数据库的磁盘已满，请通知系统管理员；没有数据丢失。</translation>
    </message>
    <message>
        <source>What was typed cannot be opened with your keys. Ask the visitor again, and tell the security administrator.</source>
        <translation>您的密钥打不开填写内容。请当面询问，并通知安全管理员。</translation>
    </message>
    <message>
        <source>The hall store is damaged. Stop working and tell the system administrator.</source>
        <translation>大厅数据库已损坏。请停止办理并通知系统管理员。</translation>
    </message>
</context>
<context>
    <name>hall::desk::ReasonForm</name>
    <message>
        <source>Write the reason: it is kept with the call.</source>
        <translation>请写明理由，理由随叫号记录留存。</translation>
    </message>
    <message>
        <source>Call %1 out of turn</source>
        <translation>优先叫号 %1</translation>
    </message>
    <message>
        <source>Why now? Others wait longer; the reason is kept in the ticket&apos;s history.</source>
        <translation>为什么现在叫？有人等得更久，理由会记入号票经过。</translation>
    </message>
    <message>
        <source>Reason for calling out of turn</source>
        <translation>优先叫号的理由</translation>
    </message>
    <message>
        <source>e.g. feels unwell</source>
        <translation>例如：身体不适</translation>
    </message>
</context>
<context>
    <name>hall::desk::ShortcutSheet</name>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>All keys of this window</source>
        <translation>本窗口的全部快捷键</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭（Esc）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Pause or resume the desk</source>
        <translation>暂停或恢复窗口</translation>
    </message>
    <message>
        <source>Search the line or the cases</source>
        <translation>在队列或案件中查找</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>转到队列列表</translation>
    </message>
    <message>
        <source>Show or hide the identity number</source>
        <translation>显示或隐藏身份证号</translation>
    </message>
    <message>
        <source>Cases: register a case</source>
        <translation>案件：登记案件</translation>
    </message>
    <message>
        <source>Cases: write the entry into the case</source>
        <translation>案件：写入案卷</translation>
    </message>
    <message>
        <source>Cases: the file; Alt+2 attachments, Alt+3 documents, Alt+4 people</source>
        <translation>案件：卷宗；Alt+2 附件，Alt+3 文书，Alt+4 当事人</translation>
    </message>
    <message>
        <source>First page; Ctrl+2, Ctrl+3 the next ones</source>
        <translation>第一页；Ctrl+2、Ctrl+3 为后续页</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大字号</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小字号</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>恢复 100% 字号</translation>
    </message>
    <message>
        <source>Chinese or English</source>
        <translation>中文或英文</translation>
    </message>
    <message>
        <source>Light, dark or high contrast</source>
        <translation>浅色、深色或高对比度</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>本列表</translation>
    </message>
</context>
<context>
    <name>hall::desk::SignInPage</name>
    <message>
        <source>This account asks for a one-time code as well. Type the passphrase again, and the code that your authenticator shows.</source>
        <translation>此账号还需要动态口令。请重新输入口令，再输入验证器上显示的动态口令。</translation>
    </message>
    <message>
        <source>Name, passphrase and code do not belong together, or the code was used already. Wait for the next code and try again.</source>
        <translation>姓名、口令与动态口令不匹配，或该动态口令已经用过。请等下一个动态口令再试。</translation>
    </message>
    <message>
        <source>Name and passphrase do not belong together. Check both and try again.</source>
        <translation>姓名与口令不符，请核对后重试。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>%1, type your passphrase to go on where you were. Everything that was open has been put away.</source>
        <translation>%1，请输入口令继续。已打开的内容均已收起。</translation>
    </message>
    <message>
        <source>With the name and passphrase that the security administrator gave you.</source>
        <translation>请使用安全管理员发给您的用户名和口令。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>大写锁定已开启。</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>动态口令</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>正在核验口令</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>正在核验…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>换人登录</translation>
    </message>
    <message>
        <source>The hall store does not answer yet. Sign-in opens by itself as soon as it does.</source>
        <translation>大厅数据库暂无应答，恢复后即可登录。</translation>
    </message>
    <message>
        <source>Type your name first.</source>
        <translation>请先输入用户名。</translation>
    </message>
    <message>
        <source>Type your passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
</context>
<context>
    <name>hall::desk::StatusLine</name>
    <message>
        <source>● Connected</source>
        <translation>● 已连接</translation>
    </message>
    <message>
        <source>○ Connecting to the hall store…</source>
        <translation>○ 正在连接大厅数据库…</translation>
    </message>
    <message>
        <source>▲ No connection · trying again</source>
        <translation>▲ 连接中断 · 正在重试</translation>
    </message>
    <message>
        <source>▲ No connection · as of %1 (%2 ago)</source>
        <translation>▲ 连接中断 · 显示 %1 的数据（%2前）</translation>
    </message>
    <message>
        <source>%1 waiting, %2 parked</source>
        <translation>等候 %1 人，暂存 %2 人</translation>
    </message>
    <message>
        <source>▲ Locks in %1 s – press any key</source>
        <translation>▲ %1 秒后锁定，按任意键继续</translation>
    </message>
    <message>
        <source>F1 keys</source>
        <translation>F1 快捷键</translation>
    </message>
</context>
<context>
    <name>hall::desk::StoryPane</name>
    <message>
        <source>%1  %2</source>
        <comment>number of an entry, its kind</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1 %2 · %3</source>
        <comment>date, time, who</comment>
        <translation>%1 %2 · %3</translation>
    </message>
    <message>
        <source>Corrected by entry %1: %2</source>
        <translation>已由第 %1 条更正：%2</translation>
    </message>
</context>
<context>
    <name>hall::desk::TalkPage</name>
    <message>
        <source>Legal channel</source>
        <translation>法定途径</translation>
    </message>
    <message>
        <source>A new case</source>
        <translation>新立案件</translation>
    </message>
    <message>
        <source>%1 – of this visitor</source>
        <translation>%1（本次来访）</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>接谈经过</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>%1 %2 – ask again</source>
        <translation>%1 %2：重新提问</translation>
    </message>
    <message>
        <source>Ask this question again; later answers that still hold are kept</source>
        <translation>重新提这个问题；后面仍然适用的回答会保留</translation>
    </message>
    <message>
        <source>Keys 1 to 9 choose an answer, Backspace goes back. Nothing is lost by going back.</source>
        <translation>按 1 至 9 选择回答，按退格键返回上一题。返回不会丢失已有回答。</translation>
    </message>
    <message>
        <source>Where to go</source>
        <translation>到哪里去</translation>
    </message>
    <message>
        <source>What to bring</source>
        <translation>需带材料</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>请注意</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>When: %1?</source>
        <translation>%1：是哪一天？</translation>
    </message>
    <message>
        <source>known</source>
        <translation>已知</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>已知：%1</translation>
    </message>
    <message>
        <source>Date not known: %1. %2</source>
        <translation>日期不详：%1。%2</translation>
    </message>
    <message>
        <source>⚠ Over since %1. Do not turn the visitor away: whether there was a reason that the law accepts is for the organ that receives it to decide.</source>
        <translation>⚠ 已于 %1 届满。不要劝退来访人：是否有法律认可的正当理由，由受理机关认定。</translation>
    </message>
    <message>
        <source>✓ Until %1</source>
        <translation>✓ 截至 %1</translation>
    </message>
    <message>
        <source>Write into the case file</source>
        <translation>记入案卷</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Name of the petitioner</source>
        <translation>信访人姓名</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>诉求</translation>
    </message>
    <message>
        <source>Redirected: the case ends here and goes on in that channel</source>
        <translation>导入法定途径：本案到此办结，转入该途径办理</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Say in a few words what is asked for: a case begins with it.</source>
        <translation>请用几句话写明诉求：立案从诉求开始。</translation>
    </message>
    <message>
        <source>Case %1 is open, but the talk is not in it yet: %2 Write it down again; it goes into that case.</source>
        <translation>案件 %1 已立，但接谈尚未记入：%2 请再次记录，将写入该案件。</translation>
    </message>
    <message>
        <source>The talk is entry %1 of case %2. The case could not be redirected: %3</source>
        <translation>接谈已记为第 %1 条（案件 %2）。未能导入法定途径：%3</translation>
    </message>
    <message>
        <source>The talk is entry %1 of case %2. Yet: %3</source>
        <translation>接谈已记为第 %1 条（案件 %2）。但是：%3</translation>
    </message>
    <message>
        <source>Written: entry %1 of case %2, and redirected.</source>
        <translation>已记录：第 %1 条（案件 %2），并已导入法定途径。</translation>
    </message>
    <message>
        <source>Written: entry %1 of case %2.</source>
        <translation>已记录：第 %1 条（案件 %2）。</translation>
    </message>
</context>
<context>
    <name>hall::desk::TransferForm</name>
    <message>
        <source>No service has this in its name. Shorten what you search for.</source>
        <translation>没有名称相符的事项，请缩短查找内容。</translation>
    </message>
    <message>
        <source>Choose the service in the list.</source>
        <translation>请在列表中选择事项。</translation>
    </message>
    <message>
        <source>Transfer %1 to which service?</source>
        <translation>%1 转办到哪个事项？</translation>
    </message>
    <message>
        <source>Number and arrival time stay: the visitor loses no waiting time.</source>
        <translation>号码和到达时间不变，来访人已等的时间仍然算数。</translation>
    </message>
    <message>
        <source>Search a service or a block</source>
        <translation>查找事项或功能区</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>事项</translation>
    </message>
</context>
<context>
    <name>hall::desk::UndoBar</name>
    <message>
        <source>%1 has been called.</source>
        <translation>已呼叫 %1。</translation>
    </message>
    <message>
        <source>%1 has been called out of turn.</source>
        <translation>已优先呼叫 %1。</translation>
    </message>
    <message>
        <source>%1 has been called again.</source>
        <translation>已再次呼叫 %1。</translation>
    </message>
    <message>
        <source>%1 is being served.</source>
        <translation>%1 开始接待。</translation>
    </message>
    <message>
        <source>%1 is parked.</source>
        <translation>%1 已暂存。</translation>
    </message>
    <message>
        <source>%1 has been transferred.</source>
        <translation>%1 已转办。</translation>
    </message>
    <message>
        <source>%1 is marked as a no-show.</source>
        <translation>%1 已记为未到。</translation>
    </message>
    <message>
        <source>%1 is finished.</source>
        <translation>%1 已办结。</translation>
    </message>
    <message>
        <source>%1 is back in line.</source>
        <translation>%1 已恢复候访。</translation>
    </message>
    <message>
        <source>%1 is cancelled.</source>
        <translation>%1 已取消。</translation>
    </message>
    <message>
        <source>Undo (%1) %2 s</source>
        <translation>撤销（%1）%2 秒</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Time left to undo</source>
        <translation>可撤销的剩余时间</translation>
    </message>
</context>
<context>
    <name>hall::desk::ValueWords</name>
    <message>
        <source>%1 %2</source>
        <comment>field of a person, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name, what else is known</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a field, what it says</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>hall::desk::VisitorCard</name>
    <message>
        <source>Service</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>同行人数</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Why this visitor</source>
        <translation>为什么叫这位</translation>
    </message>
    <message>
        <source>Start case</source>
        <translation>登记案件</translation>
    </message>
    <message>
        <source>Visitor at this desk: %1</source>
        <translation>本窗口来访人：%1</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1（%2 到达）</translation>
    </message>
    <message>
        <source>since the last call (%1)</source>
        <translation>距上次叫号（第 %1 次）</translation>
    </message>
    <message>
        <source>at the desk</source>
        <translation>已接待</translation>
    </message>
</context>
<context>
    <name>hall::desk::VisitorPane</name>
    <message>
        <source>This desk is on pause</source>
        <translation>本窗口已暂停</translation>
    </message>
    <message>
        <source>Nobody is called here. Press F11 when you are ready to go on.</source>
        <translation>暂停期间不叫号。准备好后请按 F11 恢复。</translation>
    </message>
    <message>
        <source>Ready for the next visitor</source>
        <translation>可以接待下一位</translation>
    </message>
    <message>
        <source>%1 waiting for your services; %2 is first. Press F2 to call.</source>
        <translation>您的事项有 %1 人等候，第一位是 %2。按 F2 叫号。</translation>
    </message>
    <message>
        <source>Nobody waits for your services</source>
        <translation>您的事项目前无人等候</translation>
    </message>
    <message>
        <source>You need do nothing: as soon as somebody takes a ticket, it appears on the left.</source>
        <translation>无需操作，有人取号后会自动显示在左侧。</translation>
    </message>
    <message>
        <source>Nobody waits for your services any more. New tickets appear by themselves.</source>
        <translation>您的事项已无人等候，新取的号会自动显示。</translation>
    </message>
</context>
<context>
    <name>hall::desk::WorkerCaseGateway</name>
    <message>
        <source>The chosen file cannot be read. See that it is still there and may be read.</source>
        <translation>无法读取所选文件。请确认文件仍在原处并且可以读取。</translation>
    </message>
</context>
<context>
    <name>hall::desk::WorkerTalk</name>
    <message>
        <source>This account cannot keep drafts on this machine. Write the talk down before you go.</source>
        <translation>此账户无法在本机保存草稿。离开前请先记入案卷。</translation>
    </message>
</context>
<context>
    <name>hall::desk::MadeDocuments</name>
    <message>
        <source>Made so far</source>
        <translation>已制作的文书</translation>
    </message>
    <message>
        <source>Entry %1 · pages: %2 · signatures: %3 · %4 %5 · %6</source>
        <comment>numbers; date, time, who</comment>
        <translation>第 %1 条 · %2 页 · 签名 %3 个 · %4 %5 · %6</translation>
    </message>
    <message>
        <source>Hash %1</source>
        <translation>哈希值 %1</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>查看 %1</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Print %1</source>
        <translation>打印 %1</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>Save %1 as PDF</source>
        <translation>将 %1 保存为 PDF</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>保存为 PDF</translation>
    </message>
    <message>
        <source>Saved outside the vault, and the audit trail says so. Delete it when it is no longer needed.</source>
        <translation>已保存到保险库之外，并已记入审计。不再需要时请删除。</translation>
    </message>
    <message>
        <source>%1 went to the printer.</source>
        <translation>%1 已送打印机。</translation>
    </message>
</context>
<context>
    <name>hall::desk::NoticePane</name>
    <message>
        <source>Notice for the visitor</source>
        <translation>给来访人的告知单</translation>
    </message>
    <message>
        <source>In plain words: which way, where to go, what to bring, until when. It is kept in the case file, so the talk is written down first: into the visitor&apos;s case, or into a new one.</source>
        <translation>用通俗的话写明走哪条路、到哪里去、带什么、期限到哪天。告知单存入案卷，所以请先记录接谈：记入来访人的案件，或者新立案件。</translation>
    </message>
    <message>
        <source>Write down, then make the notice</source>
        <translation>先记录，再制作告知单</translation>
    </message>
</context>
<context>
    <name>hall::desk::PaperView</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
</context>
</TS>
