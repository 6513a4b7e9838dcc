<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>hall::ctl</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>%1 cannot be read. Check the path.</source>
        <translation>无法读取 %1，请检查路径。</translation>
    </message>
    <message>
        <source>%1 is there already. Name another file, or say --overwrite.</source>
        <translation>%1 已存在。请换一个文件名，或加 --overwrite。</translation>
    </message>
    <message>
        <source>does not follow from the record before it</source>
        <translation>与前一条记录不衔接</translation>
    </message>
    <message>
        <source>is not the one that the audit administrator countersigned</source>
        <translation>不是审计管理员会签过的那一条</translation>
    </message>
    <message>
        <source>%1 records written to %2.
Checksum (b2sum -l 256): %3
Its key is in %4. Move that file to another place, under lock: whoever has both has the hall&apos;s stores, and without the key the backup opens for nobody.
</source>
        <translation>已将 %1 条记录写入 %2。
校验值（b2sum -l 256）：%3
其密钥在 %4。请把该文件移到另一处上锁保管：同时持有两者的人即持有大厅的存储；没有密钥，谁也打不开备份。
</translation>
    </message>
    <message>
        <source>%1 records restored to %2, every table weighed against the backup, roster and audit trail walked.
The keys are in %3.
</source>
        <translation>已将 %1 条记录恢复到 %2：每张表均与备份核对一致，名册与审计记录已逐条核验。
密钥在 %3。
</translation>
    </message>
    <message>
        <source>%1 is larger than 8 MiB. Put long texts in as attachments.</source>
        <translation>%1 超过 8 MiB。长文请作为附件存入。</translation>
    </message>
    <message>
        <source>%1 is not JSON: %2 at byte %3.</source>
        <translation>%1 不是 JSON：第 %3 字节处 %2。</translation>
    </message>
    <message>
        <source>%1 must hold one JSON object.</source>
        <translation>%1 应包含一个 JSON 对象。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date from 1900 to 2199. Write 2026-03-05.</source>
        <translation>“%1”不是 1900 年至 2199 年之间的日期。请写成 2026-03-05。</translation>
    </message>
    <message>
        <source>--note goes with --moved: what a published calendar moved is noted in the cases.</source>
        <translation>--note 须与 --moved 一起使用：把日历改动造成的期限变化记入案件。</translation>
    </message>
    <message>
        <source>Rows: %1. Would be imported: %2. Imported before: %3. Refused: %4.</source>
        <translation>共 %1 行。将导入 %2 行，此前已导入 %3 行，不合格 %4 行。</translation>
    </message>
    <message>
        <source>Rows: %1. Imported: %2. Imported before: %3. Refused: %4.</source>
        <translation>共 %1 行。已导入 %2 行，此前已导入 %3 行，不合格 %4 行。</translation>
    </message>
    <message>
        <source>Row %1 (line %2), column &quot;%3&quot;: %4</source>
        <translation>第 %1 行（文件第 %2 行），列“%3”：%4</translation>
    </message>
    <message>
        <source>Row %1 (line %2) repeats %3: %4</source>
        <translation>第 %1 行（文件第 %2 行）与%3重复：%4</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>%1 is larger than 512 MiB. Cut it into several files.</source>
        <translation>%1 超过 512 MiB，请拆分成多个文件。</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已中止</translation>
    </message>
    <message>
        <source>days late: %1</source>
        <translation>已逾期 %1 天</translation>
    </message>
    <message>
        <source>days left: %1</source>
        <translation>还剩 %1 天</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a day. Write it as 2026-03-05.</source>
        <translation>“%1”不是日期，请写作 2026-03-05 的形式。</translation>
    </message>
    <message>
        <source>Case %1 was left out: it does not follow. Run hallctl case verify.</source>
        <translation>案件 %1 未收录：前后不相衔接。请运行 hallctl case verify。</translation>
    </message>
    <message>
        <source>Bringing your vault up to date: %1 of %2</source>
        <translation>正在更新个人保险库：%1 / %2</translation>
    </message>
    <message>
        <source>No hall is named. Give --store, or set HALL_STORE; make a hall with: hallctl init</source>
        <translation>没有指定大厅。请给出 --store 或设置 HALL_STORE；建立大厅：hallctl init</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time. Write 09:30, or 2026-03-05T09:30+08:00.</source>
        <translation>“%1”不是时间。请写成 09:30 或 2026-03-05T09:30+08:00。</translation>
    </message>
    <message>
        <source>%1 is not on %2. Give the trigger&apos;s own day and time.</source>
        <translation>%1 不在 %2 这一天。请给出起算事由发生的日期和时间。</translation>
    </message>
    <message>
        <source>The day of the trigger is missing. Give --from 2026-03-05.</source>
        <translation>缺少起算日。请给出 --from 2026-03-05。</translation>
    </message>
    <message>
        <source>Give one of --rule ID and --batch FILE.</source>
        <translation>请在 --rule 规则号 和 --batch 文件 中给出一个。</translation>
    </message>
    <message>
        <source>There is no profile &quot;%1&quot;.</source>
        <translation>没有规则集“%1”。</translation>
    </message>
    <message>
        <source>The answers cannot be read from descriptor %1.</source>
        <translation>无法从描述符 %1 读取答案。</translation>
    </message>
    <message>
        <source>The ticket that was issued was not the one that was called.</source>
        <translation>叫到的号票不是刚发出的那一张。</translation>
    </message>
    <message>
        <source>The audit trail does not hold together.</source>
        <translation>审计记录前后不衔接。</translation>
    </message>
    <message>
        <source>%1 cannot be read. A catalogue needs a policy.</source>
        <translation>无法读取 %1。事项目录须附有排队策略。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date. Write 2026-03-05.</source>
        <translation>“%1”不是日期，请写成 2026-03-05 的形式。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time. Write 2026-03-05T09:30+08:00.</source>
        <translation>“%1”不是时间，请写成 2026-03-05T09:30+08:00 的形式。</translation>
    </message>
    <message>
        <source>Name two custodians, separated by a comma.</source>
        <translation>请写两位保管人的登录名，以逗号分隔。</translation>
    </message>
    <message>
        <source>Give one of --facts FILE.json and --questions.</source>
        <translation>请在 --facts 文件.json 和 --questions 中给出一个。</translation>
    </message>
    <message>
        <source>Read this with the authenticator, then run &quot;hallctl staff totp confirm&quot; with its first code. Until then nothing changes. Show it to nobody.

%1
%2
</source>
        <translation>请用验证器扫描下面的二维码，再用它给出的第一个动态口令运行“hallctl staff totp confirm”。在此之前一切照旧。不要给任何人看。

%1
%2
</translation>
    </message>
    <message>
        <source>There is no block &quot;%1&quot; in the catalogue.</source>
        <translation>事项目录中没有功能区“%1”。</translation>
    </message>
    <message>
        <source>%1, the new one</source>
        <translation>%1（新口令）</translation>
    </message>
    <message>
        <source>%1, the new one again</source>
        <translation>%1（再次输入新口令）</translation>
    </message>
    <message>
        <source>The two new passphrases differ. Nothing was changed.</source>
        <translation>两次输入的新口令不一致，未作任何改动。</translation>
    </message>
    <message>
        <source>The new passphrase is shorter than %1 characters. Choose a longer one.</source>
        <translation>新口令少于 %1 个字符，请换用更长的口令。</translation>
    </message>
    <message>
        <source>This hall has nobody with the role &quot;%1&quot;.</source>
        <translation>本大厅没有角色为“%1”的人员。</translation>
    </message>
    <message>
        <source>A hall in a folder has no logins; who may open it is said by the permissions of its files. Name a server with --store postgresql://…</source>
        <translation>文件夹中的大厅没有登录名；谁可以打开由文件权限决定。请用 --store postgresql://… 指定服务器</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time. Write it as ISO 8601: 2026-03-05T09:30:00+08:00.</source>
        <translation>“%1”不是时间，请按 ISO 8601 书写：2026-03-05T09:30:00+08:00。</translation>
    </message>
    <message>
        <source>Known: %1</source>
        <translation>可用的有：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no UUID.</source>
        <translation>“%1”不是 UUID。</translation>
    </message>
    <message>
        <source>There is no state &quot;%1&quot;.</source>
        <translation>没有状态“%1”。</translation>
    </message>
    <message>
        <source>%1:1: expected the columns rule,from,extend</source>
        <translation>%1:1：应有列 rule,from,extend</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither yes nor no</source>
        <translation>“%1”既不是 yes 也不是 no</translation>
    </message>
    <message>
        <source>The answers are no JSON object. See the manual of hallctl init.</source>
        <translation>答案不是 JSON 对象，请参阅 hallctl init 的说明。</translation>
    </message>
    <message>
        <source>Each person needs a login and a known role.</source>
        <translation>每个人须有登录名和有效的角色。</translation>
    </message>
    <message>
        <source>The passphrase of &quot;%1&quot; is shorter than %2 characters. Choose a longer one.</source>
        <translation>“%1”的口令少于 %2 个字符，请换用更长的口令。</translation>
    </message>
    <message>
        <source>Passphrase of %1: </source>
        <translation>%1 的口令：</translation>
    </message>
    <message>
        <source>One-time code of %1: </source>
        <translation>%1 的动态口令：</translation>
    </message>
    <message>
        <source>A secret of %1 is missing: give passphrases and one-time codes one a line.</source>
        <translation>缺少 %1 的口令：口令和动态口令请各占一行。</translation>
    </message>
    <message>
        <source>Nothing can be read from descriptor %1.</source>
        <translation>无法从描述符 %1 读取。</translation>
    </message>
    <message>
        <source>There is no terminal to ask for the passphrase of %1. Give --passphrase-fd.</source>
        <translation>没有可输入 %1 口令的终端，请使用 --passphrase-fd。</translation>
    </message>
    <message>
        <source>%1:%2: expected a list of desks, [{&quot;desk&quot;:1,&quot;services&quot;:[&quot;A&quot;]}].</source>
        <translation>%1:%2：应为窗口列表，如 [{&quot;desk&quot;:1,&quot;services&quot;:[&quot;A&quot;]}]。</translation>
    </message>
    <message>
        <source>%1: desk %2 of the list needs a number of its own, services, and an end after its beginning.</source>
        <translation>%1：列表中的第 %2 个窗口须有不重复的窗口号、服务项目，且结束时间晚于开始时间。</translation>
    </message>
    <message>
        <source>expected arrival_s,service,priority,service_s[,patience_s]</source>
        <translation>应为 arrival_s,service,priority,service_s[,patience_s]</translation>
    </message>
    <message>
        <source>arrival and length of the visit are seconds of 0 or more</source>
        <translation>到达时间和接待时长须为不小于 0 的秒数</translation>
    </message>
    <message>
        <source>patience is seconds of 0 or more</source>
        <translation>耐心时长须为不小于 0 的秒数</translation>
    </message>
    <message>
        <source>the policy has no class &quot;%1&quot;. Name it there, or correct the trace.</source>
        <translation>策略中没有优先类别“%1”。请在策略中补上，或更正轨迹文件。</translation>
    </message>
    <message>
        <source>expected the columns arrival_s,service,priority,service_s[,patience_s]</source>
        <translation>列名应为 arrival_s,service,priority,service_s[,patience_s]</translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder.</source>
        <translation>无法写入 %1，请检查文件夹。</translation>
    </message>
    <message>
        <source>%1 cannot be written. Is the disk full?</source>
        <translation>无法写入 %1，磁盘是否已满？</translation>
    </message>
</context>
</TS>
