<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>hall::setup::DemoPage</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>The demo hall was not made. %1</source>
        <translation>演示大厅未能建立。%1</translation>
    </message>
    <message>
        <source>These passphrases are shown this once. Write them down, or copy them, before you go on.</source>
        <translation>以下口令只显示这一次。请先抄写或复制，再继续。</translation>
    </message>
    <message>
        <source>%1 could not be put aside. Close the programs that use it.</source>
        <translation>无法移开 %1，请先关闭正在使用它的程序。</translation>
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
        <source>Guide</source>
        <translation>导服员</translation>
    </message>
    <message>
        <source>Petition reception</source>
        <translation>信访接待</translation>
    </message>
    <message>
        <source>Legal channels</source>
        <translation>法定途径接谈</translation>
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
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>People of the demo hall and their passphrases</source>
        <translation>演示大厅的人员及口令</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示大厅</translation>
    </message>
    <message>
        <source>A hall with the four blocks, eight desks, staff of every role and a year of invented visits is made in %1. It takes up to a minute.</source>
        <translation>将在 %1 建立一个演示大厅，含四个功能区、八个窗口、各类工作人员和一年的虚构来访记录，最多需要一分钟。</translation>
    </message>
    <message>
        <source>Make the demo hall</source>
        <translation>建立演示大厅</translation>
    </message>
    <message>
        <source>Your demo hall is there already</source>
        <translation>演示大厅已经建好</translation>
    </message>
    <message>
        <source>Its passphrases were shown when it was made. If they are lost, make it anew; the old one is kept beside it.</source>
        <translation>口令已在建立时显示过。如已遗失，可重新建立，原来的演示大厅会保留在旁边。</translation>
    </message>
    <message>
        <source>Open the demo hall</source>
        <translation>打开演示大厅</translation>
    </message>
    <message>
        <source>The demo hall is being made</source>
        <translation>正在建立演示大厅</translation>
    </message>
    <message>
        <source>A year of visits is written. This takes up to a minute.</source>
        <translation>正在写入一年的来访记录，最多需要一分钟。</translation>
    </message>
    <message>
        <source>The demo hall is ready</source>
        <translation>演示大厅已就绪</translation>
    </message>
    <message>
        <source>These people can sign in at a desk.</source>
        <translation>以下人员可以在窗口登录。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>全部复制</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>重新建立</translation>
    </message>
</context>
<context>
    <name>hall::setup::HallCheck</name>
    <message>
        <source>There is no such folder. Check its name, or whether its drive is there.</source>
        <translation>没有这个文件夹。请检查名称，或确认所在磁盘已连接。</translation>
    </message>
    <message>
        <source>This is a file. Choose the folder of the hall.</source>
        <translation>这是一个文件，请选择大厅所在的文件夹。</translation>
    </message>
    <message>
        <source>This account may not read the folder. Ask the system administrator to add it to the hall&apos;s group.</source>
        <translation>当前账户无权读取此文件夹。请系统管理员将其加入大厅用户组。</translation>
    </message>
    <message>
        <source>This account may not write in the folder. Ask the system administrator to add it to the hall&apos;s group.</source>
        <translation>当前账户无权写入此文件夹。请系统管理员将其加入大厅用户组。</translation>
    </message>
    <message>
        <source>The folder can be read and written.</source>
        <translation>文件夹可以读写。</translation>
    </message>
    <message>
        <source>The case store&apos;s key can be read: clerks can sign in here.</source>
        <translation>可以读取案件库密钥，工作人员可在此登录。</translation>
    </message>
    <message>
        <source>The case store&apos;s key is not a file of this folder. If the system&apos;s keyring holds it, all is well; otherwise nobody can sign in at this desk: ask the system administrator.</source>
        <translation>此文件夹中没有案件库密钥文件。如果密钥保存在系统密钥环中，则一切正常；否则无人能在此窗口登录，请联系系统管理员。</translation>
    </message>
    <message>
        <source>This account can read the case store&apos;s key. A machine in the lobby should not: take that right away.</source>
        <translation>当前账户可以读取案件库密钥。大厅公共区的机器不应有此权限，请予收回。</translation>
    </message>
    <message>
        <source>The case files stay closed to this account, as they should.</source>
        <translation>当前账户无法打开案件库，符合要求。</translation>
    </message>
    <message>
        <source>The station&apos;s key can be read: clerks can sign in here.</source>
        <translation>站点密钥可以读取：接待员可以在此登录。</translation>
    </message>
    <message>
        <source>Nobody can sign in at this desk before %1 is there: ask the system administrator.</source>
        <translation>在 %1 放到位之前，无人能在此窗口登录：请联系系统管理员。</translation>
    </message>
    <message>
        <source>The station&apos;s key lies on this machine. A machine in the lobby needs none: take %1 away.</source>
        <translation>本机存有站点密钥。大厅里的机器不需要它：请移走 %1。</translation>
    </message>
    <message>
        <source>No key of the case files lies on this machine, as it should be.</source>
        <translation>本机没有案件密钥，符合要求。</translation>
    </message>
    <message>
        <source>The server answers, and this login may open the line.</source>
        <translation>服务器有应答，此登录名可以打开候访队列。</translation>
    </message>
    <message>
        <source>No hall lies in this folder. Choose the folder that holds line.db, or make a hall.</source>
        <translation>此文件夹中没有大厅。请选择含有 line.db 的文件夹，或建立大厅。</translation>
    </message>
    <message>
        <source>A hall lies here.</source>
        <translation>此处有一个大厅。</translation>
    </message>
    <message>
        <source>The line&apos;s key is there and fits.</source>
        <translation>队列密钥存在且正确。</translation>
    </message>
</context>
<context>
    <name>hall::setup::HallctlRunner</name>
    <message>
        <source>%1 could not be started. Install Accord Hall again.</source>
        <translation>无法启动 %1，请重新安装和解大厅。</translation>
    </message>
    <message>
        <source>The program hallctl is missing. Install Accord Hall again.</source>
        <translation>缺少程序 hallctl，请重新安装和解大厅。</translation>
    </message>
    <message>
        <source>The passphrases could not be handed over. Start the program again.</source>
        <translation>口令未能传递，请重新启动本程序。</translation>
    </message>
    <message>
        <source>Stopped. No hall was made.</source>
        <translation>已停止，没有建立大厅。</translation>
    </message>
    <message>
        <source>hallctl stopped without saying why (code %1).</source>
        <translation>hallctl 未说明原因即已停止（代码 %1）。</translation>
    </message>
</context>
<context>
    <name>hall::setup::JoinPage</name>
    <message>
        <source>Folder of the hall</source>
        <translation>大厅所在的文件夹</translation>
    </message>
    <message>
        <source>Give this station a name.</source>
        <translation>请给本站点起一个名称。</translation>
    </message>
    <message>
        <source>Type the hall&apos;s folder or its server&apos;s address, or choose a folder.</source>
        <translation>请输入大厅的文件夹或服务器地址，或选择文件夹。</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>In the way</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>To mind</source>
        <translation>请注意</translation>
    </message>
    <message>
        <source>This station can join.</source>
        <translation>本站点可以加入。</translation>
    </message>
    <message>
        <source>This station can join: %1</source>
        <translation>本站点可以加入：%1</translation>
    </message>
    <message>
        <source>Join a hall</source>
        <translation>加入大厅</translation>
    </message>
    <message>
        <source>Which folder or server holds the hall? The system administrator knows it.</source>
        <translation>大厅在哪个文件夹或服务器上？系统管理员知道。</translation>
    </message>
    <message>
        <source>Folder of the hall, or postgresql://…</source>
        <translation>大厅的文件夹，或 postgresql://…</translation>
    </message>
    <message>
        <source>Name of this station</source>
        <translation>本站点的名称</translation>
    </message>
    <message>
        <source>Stands in the records. A board acknowledges calls under it, so each station has its own.</source>
        <translation>用于记录。候访大屏以此名称确认叫号，因此各站点不能重名。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>A desk&apos;s account needs two keys: the line&apos;s (line.key) and the case store&apos;s (case.key).</source>
        <translation>窗口的账户需要两把密钥：队列密钥（line.key）和案件库密钥（case.key）。</translation>
    </message>
    <message>
        <source>The account of a kiosk or board needs one key: the line&apos;s (line.key). It must not be able to read the case store&apos;s (case.key).</source>
        <translation>取号机和候访大屏的账户只需要队列密钥（line.key），不得有权读取案件库密钥（case.key）。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Join this hall</source>
        <translation>加入此大厅</translation>
    </message>
</context>
<context>
    <name>hall::setup::MakePage</name>
    <message>
        <source>Folder for the new hall</source>
        <translation>新大厅的文件夹</translation>
    </message>
    <message>
        <source>Type the hall&apos;s name in Chinese.</source>
        <translation>请输入大厅的中文名称。</translation>
    </message>
    <message>
        <source>Type the hall&apos;s name in English.</source>
        <translation>请输入大厅的英文名称。</translation>
    </message>
    <message>
        <source>Type the whole path, beginning with a slash.</source>
        <translation>请输入完整路径，以斜杠开头。</translation>
    </message>
    <message>
        <source>This is a file. Choose a folder.</source>
        <translation>这是一个文件，请选择文件夹。</translation>
    </message>
    <message>
        <source>This folder is not empty. Choose an empty one, or a name that does not exist yet.</source>
        <translation>此文件夹不是空的。请选择空文件夹，或输入尚不存在的名称。</translation>
    </message>
    <message>
        <source>This account may not write there. Choose another folder, or ask for the right.</source>
        <translation>当前账户无权写入该处。请另选文件夹，或申请权限。</translation>
    </message>
    <message>
        <source>The hall was not made. %1 The passphrases have been forgotten and must be typed again.</source>
        <translation>大厅未能建立。%1 口令已清除，需要重新输入。</translation>
    </message>
    <message>
        <source>Name of the hall in Chinese</source>
        <translation>大厅的中文名称</translation>
    </message>
    <message>
        <source>Stands on tickets, board and documents.</source>
        <translation>显示在号票、候访大屏和文书上。</translation>
    </message>
    <message>
        <source>Name of the hall in English</source>
        <translation>大厅的英文名称</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>On a disk of this machine that is backed up. It is made if it does not exist.</source>
        <translation>请放在本机有备份的磁盘上。不存在时自动建立。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>The hall is being made</source>
        <translation>正在建立大厅</translation>
    </message>
    <message>
        <source>Step %1 of 4</source>
        <translation>第 %1 步，共 4 步</translation>
    </message>
    <message>
        <source>Make a hall: its name and place</source>
        <translation>建立大厅：名称和位置</translation>
    </message>
    <message>
        <source>The system administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Keeps stations, services and backups. Reads no case and removes no audit record.</source>
        <translation>管理站点、事项和备份。不能阅读案件，也不能删除审计记录。</translation>
    </message>
    <message>
        <source>The security administrator</source>
        <translation>安全管理员</translation>
    </message>
    <message>
        <source>Decides who has an account and which role. Please let this person sit down now.</source>
        <translation>决定谁有账户、担任什么角色。现在请安全管理员就座。</translation>
    </message>
    <message>
        <source>The audit administrator</source>
        <translation>审计管理员</translation>
    </message>
    <message>
        <source>Reads and verifies the audit trail and changes nothing. Please let this person sit down now.</source>
        <translation>查阅并核验审计记录，不作任何更改。现在请审计管理员就座。</translation>
    </message>
    <message>
        <source>Keys are made and the catalogue is put in force. This takes a few seconds.</source>
        <translation>正在生成密钥并启用事项目录，需要几秒钟。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Make the hall</source>
        <translation>建立大厅</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>hall::setup::PersonForm</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>As it appears in records.</source>
        <translation>与记录中一致。</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Small letters and digits, for example zhang.</source>
        <translation>小写字母和数字，例如 zhang。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation>再次输入口令</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>显示输入内容</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>隐藏输入内容</translation>
    </message>
    <message>
        <source>Strength of the passphrase</source>
        <translation>口令强度</translation>
    </message>
    <message>
        <source>Four or five words that have nothing to do with each other are strong and easy to remember. Nobody can read or reset it: not the hall&apos;s makers either.</source>
        <translation>用四五个互不相关的词语组成口令，既牢固又好记。口令无人能够查看或重置，软件开发者也不能。</translation>
    </message>
    <message>
        <source>Too easy to guess. Make it longer: add words.</source>
        <translation>太容易被猜到。请加长，多用几个词语。</translation>
    </message>
    <message>
        <source>Good enough. One more word makes it strong.</source>
        <translation>可以使用。再加一个词语会更牢固。</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>牢固。</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>请输入姓名。</translation>
    </message>
    <message>
        <source>Two to 32 small letters, digits, dots or dashes, beginning with a letter.</source>
        <translation>2 至 32 个小写字母、数字、点或短横，以字母开头。</translation>
    </message>
    <message>
        <source>Another administrator has this sign-in name. Each of the three is a different person.</source>
        <translation>另一位管理员已使用此登录名。三位管理员须为不同的人。</translation>
    </message>
    <message>
        <source>Type a passphrase.</source>
        <translation>请输入口令。</translation>
    </message>
    <message>
        <source>This passphrase is too easy to guess. Add words.</source>
        <translation>此口令太容易被猜到，请多加几个词语。</translation>
    </message>
    <message>
        <source>This is not the same. Type both again.</source>
        <translation>两次输入不一致，请重新输入。</translation>
    </message>
</context>
<context>
    <name>hall::setup::SetupWindow</name>
    <message>
        <source>Accord Hall: set-up</source>
        <translation>和解大厅：初始设置</translation>
    </message>
    <message>
        <source>Accord Hall</source>
        <translation>和解大厅</translation>
    </message>
</context>
<context>
    <name>hall::setup::WelcomePage</name>
    <message>
        <source>No hall is set up on this machine yet</source>
        <translation>本机尚未设置大厅</translation>
    </message>
    <message>
        <source>A hall is what kiosk, board and desks share: its line, its services and its case files. Choose how to go on.</source>
        <translation>大厅是取号机、候访大屏和窗口共用的数据：队列、事项和案件。请选择下一步。</translation>
    </message>
    <message>
        <source>Make a new hall</source>
        <translation>建立新大厅</translation>
    </message>
    <message>
        <source>For the first machine of a hall. Three administrators must be present: each chooses a passphrase.</source>
        <translation>适用于大厅的第一台机器。三位管理员须到场，各自设定口令。</translation>
    </message>
    <message>
        <source>Make a hall</source>
        <translation>建立大厅</translation>
    </message>
    <message>
        <source>Join a hall that exists</source>
        <translation>加入已有大厅</translation>
    </message>
    <message>
        <source>For a further kiosk, board or desk. You need the hall&apos;s folder, and this account the right to use it.</source>
        <translation>适用于新增的取号机、候访大屏或窗口。需要知道大厅所在的文件夹，且当前账户有权使用。</translation>
    </message>
    <message>
        <source>Join a hall</source>
        <translation>加入大厅</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示大厅</translation>
    </message>
    <message>
        <source>An invented hall with eight desks, staff and a year of visits, in your own data folder. Nothing in it is real.</source>
        <translation>在您自己的数据文件夹中建立虚构的大厅，含八个窗口、工作人员和一年的来访记录。内容均非真实。</translation>
    </message>
</context>
</TS>
