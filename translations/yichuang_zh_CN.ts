<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>New intake</source>
        <translation>新收件</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation>发件</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>All that may be done</source>
        <translation>可办的全部操作</translation>
    </message>
    <message>
        <source>Begin intake</source>
        <translation>开始收件</translation>
    </message>
    <message>
        <source>Refuse acceptance</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>搁下</translation>
    </message>
    <message>
        <source>One-time correction</source>
        <translation>一次性补正</translation>
    </message>
    <message>
        <source>Accept tolerantly</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>Accept and print</source>
        <translation>受理并打印</translation>
    </message>
    <message>
        <source>Receipt only</source>
        <translation>只收件</translation>
    </message>
    <message>
        <source>Take the known person</source>
        <translation>带出已知申请人</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>齐</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Tolerate</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>Pledged</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>办下一步</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Send back to review</source>
        <translation>退回审查</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Special procedure</source>
        <translation>特别程序</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Grant and next</source>
        <translation>准予并看下一件</translation>
    </message>
    <message>
        <source>Print and call the next</source>
        <translation>打印并看下一位</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存 PDF</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Choose printer</source>
        <translation>换打印机</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Leaf back</source>
        <translation>前一页</translation>
    </message>
    <message>
        <source>Leaf on</source>
        <translation>后一页</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Take it up again on the centre&apos;s state</source>
        <translation>按中心现在的状态接着办</translation>
    </message>
    <message>
        <source>Open the case anew, under a new number</source>
        <translation>换新编号重新收件</translation>
    </message>
    <message>
        <source>Leave it to the chief, with a note</source>
        <translation>搁置，附说明交首席代表</translation>
    </message>
    <message>
        <source>The next refused act</source>
        <translation>下一件未获认可的</translation>
    </message>
    <message>
        <source>Enrol this workstation anew</source>
        <translation>重新注册本机</translation>
    </message>
    <message>
        <source>Print again what holds now</source>
        <translation>按现在的状态重新打印文书</translation>
    </message>
    <message>
        <source>Keep what was done here</source>
        <translation>维持本窗口所办</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The same for all papers of this size</source>
        <translation>同尺寸文书都照此设置</translation>
    </message>
    <message>
        <source>Print a ruler</source>
        <translation>打印校准尺</translation>
    </message>
    <message>
        <source>Show a number in clear</source>
        <translation>显示完整号码</translation>
    </message>
    <message>
        <source>Open by the recovery key</source>
        <translation>用恢复私钥打开</translation>
    </message>
    <message>
        <source>Process sheet</source>
        <translation>流程清单</translation>
    </message>
    <message>
        <source>By agent</source>
        <translation>代理人来办</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位申请</translation>
    </message>
    <message>
        <source>Take the case out as a file</source>
        <translation>导出本件</translation>
    </message>
</context>
<context>
    <name>CaseList</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>M</source>
        <comment>box of a missing material, one character</comment>
        <translation>缺</translation>
    </message>
    <message>
        <source>T</source>
        <comment>box of a tolerated material, one character</comment>
        <translation>容</translation>
    </message>
    <message>
        <source>S</source>
        <comment>box of a shared material, one character</comment>
        <translation>享</translation>
    </message>
    <message>
        <source>P</source>
        <comment>box of a pledged material, one character</comment>
        <translation>诺</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>未核</translation>
    </message>
    <message>
        <source>here</source>
        <translation>齐</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>tolerated</source>
        <translation>容缺</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>pledged</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1，%2：%3</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>January</source>
        <translation>一月</translation>
    </message>
    <message>
        <source>February</source>
        <translation>二月</translation>
    </message>
    <message>
        <source>March</source>
        <translation>三月</translation>
    </message>
    <message>
        <source>April</source>
        <translation>四月</translation>
    </message>
    <message>
        <source>May</source>
        <translation>五月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>六月</translation>
    </message>
    <message>
        <source>July</source>
        <translation>七月</translation>
    </message>
    <message>
        <source>August</source>
        <translation>八月</translation>
    </message>
    <message>
        <source>September</source>
        <translation>九月</translation>
    </message>
    <message>
        <source>October</source>
        <translation>十月</translation>
    </message>
    <message>
        <source>November</source>
        <translation>十一月</translation>
    </message>
    <message>
        <source>December</source>
        <translation>十二月</translation>
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
        <source>{day} {name} ({weekday})</source>
        <comment>date in a sentence; {month} is the number, {name} the month&apos;s name</comment>
        <translation>{month} 月 {day} 日（{weekday}）</translation>
    </message>
    <message>
        <source>{day} {name} {year} ({weekday})</source>
        <comment>date of another year in a sentence</comment>
        <translation>{year} 年 {month} 月 {day} 日（{weekday}）</translation>
    </message>
    <message>
        <source>One working day left: due on %1.</source>
        <translation>还剩 1 个工作日：%1到期。</translation>
    </message>
    <message>
        <source>Due today.</source>
        <translation>今日到期。</translation>
    </message>
    <message>
        <source>The promised date %1 has passed.</source>
        <translation>已过承诺期限：%1。</translation>
    </message>
    <message>
        <source>The statutory date %1 has passed.</source>
        <translation>已过法定期限：%1。</translation>
    </message>
    <message>
        <source>The time for this step has passed.</source>
        <translation>本环节时限已过。</translation>
    </message>
    <message>
        <source>Accepted by silence: nobody answered within the time for the notice.</source>
        <translation>逾期未告知，视为受理：补正告知期内无人答复。</translation>
    </message>
    <message>
        <source>The result should have been handed over by %1.</source>
        <translation>应在 %1前送达。</translation>
    </message>
    <message>
        <source>Irregular: opened under something that no longer held. The chief must confirm it.</source>
        <translation>受理依据当时已失效，须首席代表确认。</translation>
    </message>
    <message>
        <source>The promised materials were not handed in in time.</source>
        <translation>容缺材料逾期未补。</translation>
    </message>
    <message>
        <source>The time for the one-time notice has passed.</source>
        <translation>补正告知期已过。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Notice until %1</source>
        <translation>补正告知至 %1</translation>
    </message>
    <message>
        <source>Correction until %1</source>
        <translation>等补正至 %1</translation>
    </message>
    <message>
        <source>Hand over by %1</source>
        <translation>%1 前送达</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>%1 办结</translation>
    </message>
    <message>
        <source>Stopped since %1</source>
        <translation>%1 起停止计算</translation>
    </message>
    <message>
        <source>Statutory date was yesterday</source>
        <translation>法定昨日到期</translation>
    </message>
    <message>
        <source>Statutory date was %1</source>
        <translation>法定 %1 到期</translation>
    </message>
    <message>
        <source>Promised for yesterday</source>
        <translation>承诺昨日到期</translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <translation>承诺 %1 到期</translation>
    </message>
    <message>
        <source>No due date known</source>
        <translation>到期日未知</translation>
    </message>
    <message>
        <source>Due today</source>
        <comment>list row</comment>
        <translation>今日到期</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s) left</source>
        <translation>
            <numerusform>还有 %n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>%1 到期</translation>
    </message>
    <message>
        <source>%1, provisional</source>
        <translation>%1（暂定）</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>This did not succeed (%1). What you typed is kept; try again or tell the administrator.</source>
        <translation>没有办成（%1）。已填内容都在；请重试，或告知管理员。</translation>
    </message>
    <message>
        <source>The working days of {year} are not known. Ask the administrator to enter them.</source>
        <translation>{year} 年的工作日还没有录入，请联系管理员录入。</translation>
    </message>
    <message>
        <source>Line {line} of the calendar can&apos;t be read: {reason}.</source>
        <translation>日历第 {line} 行读不懂：{reason}。</translation>
    </message>
    <message>
        <source>The number of days can&apos;t be counted. It must lie between 1 and 20,000.</source>
        <translation>天数不能计算，应在 1 到 20000 之间。</translation>
    </message>
    <message>
        <source>The clock of this computer was moved. Confirm the date first.</source>
        <translation>本机时钟被改动过，请先确认日期。</translation>
    </message>
    <message>
        <source>Name or password do not fit. Check Caps Lock and try again.</source>
        <translation>姓名或密码不对。看看大写锁定键，再试一次。</translation>
    </message>
    <message>
        <source>Too many wrong tries. Signing in is possible again from {until}.</source>
        <translation>输错次数太多，{until} 起可再登录。</translation>
    </message>
    <message>
        <source>This access has ended. Ask the administrator.</source>
        <translation>该账号已停用，请联系管理员。</translation>
    </message>
    <message>
        <source>The centre does not answer, and you have not signed in at this workstation before. Try again when it is connected.</source>
        <translation>中心没有应答，您也没有在本机登录过。请连通后再试。</translation>
    </message>
    <message>
        <source>Signing in without the centre was good until {until}. Connect this workstation once.</source>
        <translation>离线登录有效期到 {until} 为止。请让本机连通中心一次。</translation>
    </message>
    <message>
        <source>This code is not known, was used, or is older than a day. Ask the administrator for a new one.</source>
        <translation>这个注册码不存在、已用过或已超过一天。请向管理员要一个新的。</translation>
    </message>
    <message>
        <source>The session is locked. Sign in again; what you typed is kept.</source>
        <translation>已锁定。请重新登录，已填内容都在。</translation>
    </message>
    <message>
        <source>The case numbers of {year} are used up. Connect to the centre once; the draft is kept.</source>
        <translation>{year} 年的号段已用完。请连通中心一次，草稿已保存。</translation>
    </message>
    <message>
        <source>Numbers for {year} have not been leased yet. Connect to the centre once; the draft is kept.</source>
        <translation>还没有领到 {year} 年的号段。请连通中心一次，草稿已保存。</translation>
    </message>
    <message>
        <source>The centre gave out numbers twice. Nothing was used; tell the administrator.</source>
        <translation>中心重复发了号段。没有使用，请告知管理员。</translation>
    </message>
    <message>
        <source>The law does not allow this now.</source>
        <translation>现在依法不能这样办。</translation>
    </message>
    <message>
        <source>Another copy of this program uses the workstation&apos;s file. Close it and try again.</source>
        <translation>本机数据正被另一个一窗使用。请关掉那一个再试。</translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost; make room and press the key again.</source>
        <translation>磁盘满了。没有丢失任何内容；腾出空间后再按一次。</translation>
    </message>
    <message>
        <source>The workstation&apos;s file can&apos;t be written. Ask the administrator for the rights to its folder.</source>
        <translation>本机数据不能写入。请管理员开放该文件夹的权限。</translation>
    </message>
    <message>
        <source>The workstation&apos;s file was written by a newer version of this program. Install that version.</source>
        <translation>本机数据由更新的版本写成，请安装那个版本。</translation>
    </message>
    <message>
        <source>This file is not one of this program. Nothing was changed.</source>
        <translation>这不是一窗的数据文件，没有改动它。</translation>
    </message>
    <message>
        <source>The workstation&apos;s file is damaged. Stop working here and tell the administrator.</source>
        <translation>本机数据已损坏。请停止在本机办件，并告知管理员。</translation>
    </message>
    <message>
        <source>Another copy of this program has written meanwhile. Start this one anew.</source>
        <translation>另一个一窗在此期间写过数据。请重新启动本程序。</translation>
    </message>
    <message>
        <source>The disk does not answer. Nothing was lost; tell the administrator.</source>
        <translation>磁盘没有应答。没有丢失任何内容，请告知管理员。</translation>
    </message>
    <message>
        <source>Writing to the disk failed. What you typed is kept; try again.</source>
        <translation>没有写入磁盘。已填内容都在，请重试。</translation>
    </message>
    <message>
        <source>The workstation&apos;s file is still locked. Sign in once.</source>
        <translation>本机数据还未解锁，请登录一次。</translation>
    </message>
    <message>
        <source>The centre refused an earlier act on this case. Look at it under Sync first.</source>
        <translation>本件前一步未被中心接受。请先到“同步”中处理。</translation>
    </message>
    <message>
        <source>This case is not held on this workstation.</source>
        <translation>本机没有这一件。</translation>
    </message>
    <message>
        <source>This draft is no longer there.</source>
        <translation>这份草稿已经不在了。</translation>
    </message>
    <message>
        <source>This person is not known at this workstation.</source>
        <translation>本机不认识这个人。</translation>
    </message>
    <message>
        <source>This act is not held on this workstation.</source>
        <translation>本机没有这一步的记录。</translation>
    </message>
    <message>
        <source>You have not signed in at this workstation before. Connect to the centre once.</source>
        <translation>您没有在本机登录过。请连通中心后登录一次。</translation>
    </message>
    <message>
        <source>This workstation is not enrolled yet. Enter the code from the administrator.</source>
        <translation>本机还未注册。请输入管理员给的注册码。</translation>
    </message>
    <message>
        <source>This workstation&apos;s file is sealed already.</source>
        <translation>本机数据已经加密过了。</translation>
    </message>
    <message>
        <source>The key in the keychain does not open the workstation&apos;s file. Sign in once.</source>
        <translation>密钥环里的钥匙打不开本机数据，请登录一次。</translation>
    </message>
    <message>
        <source>The password does not open the workstation&apos;s file.</source>
        <translation>这个密码打不开本机数据。</translation>
    </message>
    <message>
        <source>The encryption could not be started. Tell the administrator.</source>
        <translation>加密没能启动，请告知管理员。</translation>
    </message>
    <message>
        <source>The centre can&apos;t be reached. Intake and printing go on as usual.</source>
        <translation>连不上中心。收件、打印照常。</translation>
    </message>
    <message>
        <source>The centre did not answer in time. It is tried again by itself.</source>
        <translation>中心没有及时应答，会自动再试。</translation>
    </message>
    <message>
        <source>Something else answers in place of the centre, perhaps a sign-in page of the network. Nothing was sent.</source>
        <translation>应答的不是中心，可能是网络的登录页。什么也没有发出。</translation>
    </message>
    <message>
        <source>The centre&apos;s certificate is not trusted. Nothing was sent; tell the administrator.</source>
        <translation>中心的证书不可信。什么也没有发出，请告知管理员。</translation>
    </message>
    <message>
        <source>The centre has signed you out. Sign in again; work goes on meanwhile.</source>
        <translation>中心已将您登出。请重新登录，其间照常办件。</translation>
    </message>
    <message>
        <source>The centre does not take this sign-in any more. Sign in again; work goes on meanwhile.</source>
        <translation>中心不再认这次登录。请重新登录，其间照常办件。</translation>
    </message>
    <message>
        <source>This workstation was revoked. Tell the administrator; nothing that waits is lost.</source>
        <translation>本机已被注销。请告知管理员，等待上传的都还在。</translation>
    </message>
    <message>
        <source>The centre&apos;s answer can&apos;t be read. It is tried again by itself.</source>
        <translation>读不懂中心的应答，会自动再试。</translation>
    </message>
    <message>
        <source>No keychain answers on this computer. The file is opened by your password instead.</source>
        <translation>本机没有可用的密钥环，改用您的密码打开数据。</translation>
    </message>
    <message>
        <source>The keychain is locked. Unlock it, or sign in once.</source>
        <translation>密钥环已锁。请解锁，或登录一次。</translation>
    </message>
    <message>
        <source>This paper waits until the centre knows the decision. It is ready as soon as the connection is back.</source>
        <translation>这份文书要等中心收到决定后才能打印，连通后即可。</translation>
    </message>
    <message>
        <source>This paper belongs to no step that the case has taken.</source>
        <translation>本件还没有走到出这份文书的一步。</translation>
    </message>
    <message>
        <source>The paper lacks {field}. Nothing was printed.</source>
        <translation>文书缺少 {field}，没有打印。</translation>
    </message>
    <message>
        <source>A character can&apos;t be printed on this workstation: {character}. Tell the administrator which font is missing.</source>
        <translation>本机打不出这个字：{character}。请告知管理员缺哪种字体。</translation>
    </message>
    <message>
        <source>The case number is not valid. Nothing was printed.</source>
        <translation>办件编号不对，没有打印。</translation>
    </message>
    <message>
        <source>The template of this paper is missing or damaged. Nothing was printed; tell the administrator.</source>
        <translation>这种文书的模板缺失或损坏，没有打印。请告知管理员。</translation>
    </message>
    <message>
        <source>The PDF could not be written. Choose another folder.</source>
        <translation>PDF 写不进去，请换一个文件夹。</translation>
    </message>
    <message>
        <source>Printing failed. The paper is kept with the case; print it again with Ctrl+P.</source>
        <translation>没有打成。文书已存入本件，按 Ctrl+P 再打。</translation>
    </message>
    <message>
        <source>This printer is not there any more. Choose another with Ctrl+Shift+P.</source>
        <translation>这台打印机不在了，请按 Ctrl+Shift+P 换一台。</translation>
    </message>
    <message>
        <source>The printer has no paper. The document is kept with the case; load paper and press Ctrl+P.</source>
        <translation>打印机没有纸。文书已存入本件，换好纸后按 Ctrl+P。</translation>
    </message>
    <message>
        <source>The printer is off. The document is kept with the case; switch it on and press Ctrl+P.</source>
        <translation>打印机没有开。文书已存入本件，开机后按 Ctrl+P。</translation>
    </message>
    <message>
        <source>The printer was stopped. The document is kept with the case; release it and press Ctrl+P.</source>
        <translation>打印机被暂停。文书已存入本件，恢复后按 Ctrl+P。</translation>
    </message>
    <message>
        <source>Printing failed. The document is kept with the case; press Ctrl+P to try again.</source>
        <translation>没有打成。文书已存入本件，按 Ctrl+P 再试。</translation>
    </message>
    <message>
        <source>A sealed part of the file can&apos;t be opened: it was changed or is damaged. Tell the administrator.</source>
        <translation>有一处加密内容打不开：被改动过或已损坏。请告知管理员。</translation>
    </message>
    <message>
        <source>No keychain holds this machine&apos;s key. Somebody who has signed in here before has to sign in first; then you can.</source>
        <translation>本机没有可用的密钥环。请先由在本机登录过的人登录一次，您再登录。</translation>
    </message>
    <message>
        <source>The people and items of the hall have not arrived yet. Wait a moment and sign in again.</source>
        <translation>大厅的人员和事项还没有传到本机。请稍等片刻再登录。</translation>
    </message>
    <message>
        <source>A row of the workstation&apos;s file can&apos;t be read. Stop working here and tell the administrator.</source>
        <translation>本机文件中有一行读不出来。请停止在本机办理，并告诉系统管理员。</translation>
    </message>
    <message>
        <source>This file has been used already; it is not begun anew.</source>
        <translation>这个文件已经用过，不能重新开始。</translation>
    </message>
    <message>
        <source>The centre gave out numbers that can&apos;t be read. Nothing was used; tell the administrator.</source>
        <translation>中心发来的号段读不懂，没有使用。请告诉系统管理员。</translation>
    </message>
    <message>
        <source>This item is not in the catalogue held here. Choose it again, or connect to the centre once.</source>
        <translation>本机的事项目录里没有这个事项。请重新选择，或先连一次中心。</translation>
    </message>
    <message>
        <source>The file {path} could not be written. Choose another folder or make room.</source>
        <translation>文件 {path} 写不进去。请换一个目录，或腾出空间。</translation>
    </message>
    <message>
        <source>A key of this workstation can&apos;t be read. Tell the administrator.</source>
        <translation>本机的一把密钥读不出来。请告诉系统管理员。</translation>
    </message>
    <message>
        <source>The hall&apos;s recovery key can&apos;t be read. Tell the administrator.</source>
        <translation>大厅的恢复密钥读不出来。请告诉系统管理员。</translation>
    </message>
    <message>
        <source>This is not an address of a centre. Write it like https://centre.example.gov.cn.</source>
        <translation>这不是中心的地址。请写成 https://centre.example.gov.cn 的样子。</translation>
    </message>
    <message>
        <source>Without encryption only this machine itself may be spoken to. Write the address with https://.</source>
        <translation>不加密的连接只能用于本机。请把地址写成 https:// 开头。</translation>
    </message>
    <message>
        <source>You are not signed in at the centre. Sign in again; work goes on meanwhile.</source>
        <translation>您没有登录到中心。请重新登录；其间办理照常。</translation>
    </message>
    <message>
        <source>The centre is busy or being looked after. It is tried again by itself.</source>
        <translation>中心正忙或正在维护，会自动重试。</translation>
    </message>
    <message>
        <source>The centre holds other acts under this workstation&apos;s name. Nothing more is sent; tell the administrator.</source>
        <translation>中心以本机名义存有别的记录。已停止上传，请告诉系统管理员。</translation>
    </message>
    <message>
        <source>The centre holds acts of this workstation that are not here. Nothing more is sent; tell the administrator.</source>
        <translation>中心存有本机没有的本机记录。已停止上传，请告诉系统管理员。</translation>
    </message>
    <message>
        <source>The centre sent an act that can&apos;t be read. It was not taken over; tell the administrator.</source>
        <translation>中心发来的一条记录读不懂，没有采用。请告诉系统管理员。</translation>
    </message>
    <message>
        <source>The centre sent an act that does not follow the one before it. It was not taken over; tell the administrator.</source>
        <translation>中心发来的一条记录与上一条接不上，没有采用。请告诉系统管理员。</translation>
    </message>
    <message>
        <source>The centre could not prove that its list is complete. It was not taken over; tell the administrator.</source>
        <translation>中心不能证明它的清单是完整的，没有采用。请告诉系统管理员。</translation>
    </message>
    <message>
        <source>There is no printer to print on. The document is kept with the case: Ctrl+S saves it as PDF, Ctrl+Shift+P chooses a printer, Esc leaves it for later.</source>
        <translation>没有可用的打印机。文书已存入本件：Ctrl+S 存为 PDF，Ctrl+Shift+P 选打印机，Esc 留到以后再打。</translation>
    </message>
    <message>
        <source>This code belongs to another window. This workstation holds the cases of its own; ask for a code of this window.</source>
        <translation>这个注册码是别的窗口的。本机存有本窗口的办件，请向管理员要本窗口的注册码。</translation>
    </message>
    <message>
        <source>It rests on an act that the centre refused, and was refused with it.</source>
        <translation>这一步以中心未接受的一步为前提，因此一并未被接受。</translation>
    </message>
    <message>
        <source>The number on this receipt is another case&apos;s already. The papers are kept: open the case anew and give the applicant a new receipt.</source>
        <translation>这张回执上的办件号已属于另一件。材料都在：请以新号重新开件，并给申请人换一张回执。</translation>
    </message>
    <message>
        <source>It came to the centre otherwise than it was signed. Nothing of it is in force; do it again and tell the administrator.</source>
        <translation>送到中心的内容与签名时不一致，全部不生效。请重新办理，并告知管理员。</translation>
    </message>
    <message>
        <source>The case stands, as received and no more: its time did not fit what the centre knows. Decide again what was decided.</source>
        <translation>这一件已收件，但只算收件：所记时间与中心掌握的不符。当时作出的决定请重新作出。</translation>
    </message>
    <message>
        <source>This act can no longer be read on this machine, and nothing after it is sent. Tell the administrator; this workstation has to be enrolled anew.</source>
        <translation>这一步在本机已无法读出，其后的都不会上传。请告知管理员，本机须重新注册。</translation>
    </message>
    <message>
        <source>This act is whole, but the one before it is damaged, so it can&apos;t be sent. Enrol this workstation anew and open the case anew.</source>
        <translation>这一步完好，但前一步已损坏，因此无法上传。请重新注册本机，再重新开件。</translation>
    </message>
    <message>
        <source>This act does not follow on the one before it: the file was changed. It is not in force; tell the administrator.</source>
        <translation>这一步接不上前一步：本机数据被改动过。这一步不生效，请告知管理员。</translation>
    </message>
    <message>
        <source>What this act says was changed after it was signed. It is not in force; tell the administrator.</source>
        <translation>这一步的内容在签名后被改动过，不生效。请告知管理员。</translation>
    </message>
    <message>
        <source>This act was not signed by the person whom it names. It is not in force; tell the administrator.</source>
        <translation>这一步不是所署人员本人签的，不生效。请告知管理员。</translation>
    </message>
    <message>
        <source>The centre sent an act that its author did not sign. It was not taken; tell the administrator.</source>
        <translation>中心发来的一步不是所署人员本人签的，没有收下。请告知管理员。</translation>
    </message>
    <message>
        <source>This case need not be opened anew: it was settled, or it stands. Look at the list again.</source>
        <translation>这一件不必重新开件：已经处理过，或仍然有效。请再看一下列表。</translation>
    </message>
    <message>
        <source>The offset is from {least} to {most} mm.</source>
        <translation>偏移在 {least} 到 {most} 毫米之间。</translation>
    </message>
    <message>
        <source>The copies are from {least} to {most}.</source>
        <translation>份数在 {least} 到 {most} 之间。</translation>
    </message>
    <message>
        <source>The counter locks itself after {least} to {most} minutes.</source>
        <translation>自动锁定的时间在 {least} 到 {most} 分钟之间。</translation>
    </message>
    <message>
        <source>The question to the centre was given up before it answered.</source>
        <translation>没有等中心答复，这次询问已经取消。</translation>
    </message>
    <message>
        <source>The recovery key has 64 digits, each from 0 to 9 or a to f. Please compare it with the paper, digit by digit.</source>
        <translation>恢复私钥共 64 位，每位是 0–9 或 a–f。请对照纸面逐位核对。</translation>
    </message>
    <message>
        <source>This recovery key does not open the file of this machine: a digit is wrong, or it is another hall&apos;s. Please compare it with the paper.</source>
        <translation>这把恢复私钥打不开本机数据：有一位不对，或不是本大厅的。请对照纸面核对。</translation>
    </message>
    <message>
        <source>The file of this machine is open: no recovery key is needed. Please sign in.</source>
        <translation>本机数据已经打开，不需要恢复私钥。请登录。</translation>
    </message>
    <message>
        <source>The centre is of another release than this program. Nothing was taken over; ask the administrator which side to update.</source>
        <translation>中心与本机程序的版本不同，什么也没有接收。请问管理员应更新哪一边。</translation>
    </message>
    <message>
        <source>The file {path} can&apos;t be read. Check that it is there and may be opened.</source>
        <translation>文件 {path} 读不出来。请看它还在不在、能不能打开。</translation>
    </message>
    <message>
        <source>This is no case that Yichuang exported. Ask whoever sent it for the file again.</source>
        <translation>这不是一窗导出的办件。请让发来的人重新发一次。</translation>
    </message>
    <message>
        <source>This case was exported by a newer release (format {version}). Open it with that release.</source>
        <translation>这一件由更新的版本导出（格式 {version}）。请用那个版本打开。</translation>
    </message>
    <message>
        <source>This file was changed after it was exported, or is damaged. Ask the hall for another copy.</source>
        <translation>这份文件导出后被改动过，或已损坏。请向大厅另要一份。</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>18 characters are needed; count them against the card.</source>
        <translation>应为 18 位，请对照证件数一数。</translation>
    </message>
    <message>
        <source>One letter H or M and 8 digits are needed.</source>
        <translation>应为字母 H 或 M 加 8 位数字。</translation>
    </message>
    <message>
        <source>8 digits are needed.</source>
        <translation>应为 8 位数字。</translation>
    </message>
    <message>
        <source>9 characters are needed, beginning with E.</source>
        <translation>应为 9 位，以 E 开头。</translation>
    </message>
    <message>
        <source>15 characters are needed: 3 letters and 12 digits.</source>
        <translation>应为 15 位：3 个字母加 12 位数字。</translation>
    </message>
    <message>
        <source>18 characters are needed; count them against the licence.</source>
        <translation>应为 18 位，请对照营业执照数一数。</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits; a landline is written like 0734-8000000.</source>
        <translation>手机号应为 11 位；座机请写成 0734-8000000 的样子。</translation>
    </message>
    <message>
        <source>A case number has 14 digits, like 400 26 001 2345 46.</source>
        <translation>办件编号应为 14 位，如 400 26 001 2345 46。</translation>
    </message>
    <message>
        <source>A platform case number has 43 characters.</source>
        <translation>平台办件编号应为 43 位。</translation>
    </message>
    <message>
        <source>A basic code has 12 digits.</source>
        <translation>基本编码应为 12 位数字。</translation>
    </message>
    <message>
        <source>An implementation code has 31 characters.</source>
        <translation>实施编码应为 31 位。</translation>
    </message>
    <message>
        <source>A handling code has 33 characters.</source>
        <translation>业务办理项编码应为 33 位。</translation>
    </message>
    <message>
        <source>Only digits, and one number in one field.</source>
        <translation>只能填数字，一格只填一个号码。</translation>
    </message>
    <message>
        <source>There is a character in it that does not belong there; check it against the document.</source>
        <translation>里面有不该有的字符，请对照证件核对。</translation>
    </message>
    <message>
        <source>The first digits name no province; check them against the document.</source>
        <translation>开头的地区代码不存在，请对照证件核对。</translation>
    </message>
    <message>
        <source>The date inside the number does not exist; check it against the document digit by digit.</source>
        <translation>号码中的日期不存在，请对照证件逐位核对。</translation>
    </message>
    <message>
        <source>The date of birth inside the number lies in the future; check it against the document.</source>
        <translation>号码中的出生日期还没有到，请对照证件核对。</translation>
    </message>
    <message>
        <source>The check digit does not fit; check the number against the document digit by digit.</source>
        <translation>校验码不对，请对照证件逐位核对。</translation>
    </message>
    <message>
        <source>The check character does not fit. Compare with the licence; if it stands there so, keep it with a reason.</source>
        <translation>校验码不对，请对照营业执照核对；执照上确是如此的，可注明原因后保留。</translation>
    </message>
    <message>
        <source>This is an old registration number of 15 digits; enter the unified social credit code of 18.</source>
        <translation>这是 15 位旧注册号，请填 18 位统一社会信用代码。</translation>
    </message>
    <message>
        <source>This is a first-generation number of 15 digits; enter the 18 digits of the present card.</source>
        <translation>这是 15 位第一代证号，请填现用证件的 18 位号码。</translation>
    </message>
    <message>
        <source>The number of this card begins with 9.</source>
        <translation>这种证件的号码以 9 开头。</translation>
    </message>
    <message>
        <source>A mobile number begins with 13 to 19.</source>
        <translation>手机号以 13 到 19 开头。</translation>
    </message>
    <message>
        <source>A subscriber number does not begin with 0 or 1.</source>
        <translation>座机号不以 0 或 1 开头。</translation>
    </message>
    <message>
        <source>There is no case number with the serial 0.</source>
        <translation>没有流水号为 0 的办件编号。</translation>
    </message>
    <message>
        <source>The credit code inside does not fit its check character.</source>
        <translation>其中的信用代码校验不对。</translation>
    </message>
    <message>
        <source>The level must be 1 to 7.</source>
        <translation>行使层级应为 1 到 7。</translation>
    </message>
    <message>
        <source>This is no valid number (%1); check it against the document.</source>
        <translation>号码不对（%1），请对照证件核对。</translation>
    </message>
    <message>
        <source>There is no month %1. Write it like 2018-11-02.</source>
        <translation>没有 %1 月。请写成 2018-11-02 的样子。</translation>
    </message>
    <message>
        <source>There is no such month. Write it like 2018-11-02.</source>
        <translation>没有这个月。请写成 2018-11-02 的样子。</translation>
    </message>
    <message>
        <source>That month has no such day. Check the day.</source>
        <translation>那个月没有这一天，请核对日期。</translation>
    </message>
    <message>
        <source>Write the year with four digits, like 2018-11-02.</source>
        <translation>年份请写四位，如 2018-11-02。</translation>
    </message>
    <message>
        <source>Day and month could be taken for each other. Write it like 2018-11-02.</source>
        <translation>分不清哪个是日、哪个是月。请写成 2018-11-02 的样子。</translation>
    </message>
    <message>
        <source>This is a date of the lunar calendar. Write the date of the solar calendar, like 2018-11-02.</source>
        <translation>这是农历日期，请填公历，如 2018-11-02。</translation>
    </message>
    <message>
        <source>This is a year of the Republic. Add 1911 and write it like 1968-08-16.</source>
        <translation>这是民国纪年，请加 1911，写成 1968-08-16 的样子。</translation>
    </message>
    <message>
        <source>This can&apos;t be read as a date. Write it like 2018-11-02.</source>
        <translation>读不出日期。请写成 2018-11-02 的样子。</translation>
    </message>
    <message>
        <source>Still to be filled in.</source>
        <translation>还没有填。</translation>
    </message>
    <message>
        <source>Too long: at most %1 characters.</source>
        <translation>太长，最多 %1 个字。</translation>
    </message>
    <message>
        <source>Too short: at least %1 characters.</source>
        <translation>太短，至少 %1 个字。</translation>
    </message>
    <message>
        <source>A number is needed here, like 1200.5.</source>
        <translation>这里要填数字，如 1200.5。</translation>
    </message>
    <message>
        <source>A whole number is needed here.</source>
        <translation>这里要填整数。</translation>
    </message>
    <message>
        <source>This number is too large.</source>
        <translation>这个数太大。</translation>
    </message>
    <message>
        <source>At most %1 digits after the point.</source>
        <translation>小数最多 %1 位。</translation>
    </message>
    <message>
        <source>Not less than %1.</source>
        <translation>不能小于 %1。</translation>
    </message>
    <message>
        <source>Not more than %1.</source>
        <translation>不能大于 %1。</translation>
    </message>
    <message>
        <source>This date lies in the future.</source>
        <translation>这个日期还没有到。</translation>
    </message>
    <message>
        <source>This date has passed.</source>
        <translation>这个日期已经过了。</translation>
    </message>
    <message>
        <source>This date lies before %1, from which it should count.</source>
        <translation>不能早于 %1。</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选一个。</translation>
    </message>
    <message>
        <source>Answer yes or no.</source>
        <translation>请填是或否。</translation>
    </message>
    <message>
        <source>At least %1 rows.</source>
        <translation>至少 %1 行。</translation>
    </message>
    <message>
        <source>At most %1 rows.</source>
        <translation>最多 %1 行。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be printed on this workstation. It is kept; tell the administrator which font is missing.</source>
        <translation>“%1”本机打不出来。已照原样保存，请告知管理员缺哪种字体。</translation>
    </message>
    <message>
        <source>There is an invisible character in it; type it anew.</source>
        <translation>里面有看不见的字符，请重新输入。</translation>
    </message>
    <message>
        <source>This value does not fit the form of the item; type it anew.</source>
        <translation>与本事项表单不符，请重新填写。</translation>
    </message>
    <message>
        <source>This value can&apos;t stand (%1).</source>
        <translation>这一项不能这样填（%1）。</translation>
    </message>
    <message>
        <source>This is the applicant&apos;s own number; somebody of age answers for him.</source>
        <translation>这是申请人自己的号码，应填成年监护人的号码。</translation>
    </message>
    <message>
        <source>This person is under age, too, and can&apos;t be a guardian.</source>
        <translation>此人也未成年，不能担任监护人。</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
</context>
<context>
    <name>Law</name>
    <message>
        <source>The case is at another step</source>
        <translation>本件不在办这一步的环节</translation>
    </message>
    <message>
        <source>Your role does not do this</source>
        <translation>您的岗位不办这一步</translation>
    </message>
    <message>
        <source>There is no such step</source>
        <translation>没有这一步</translation>
    </message>
    <message>
        <source>The date lies before the last entry of this case; check the clock</source>
        <translation>日期早于本件最近一步，请核对时钟</translation>
    </message>
    <message>
        <source>The time for this has not come yet</source>
        <translation>时间还没有到</translation>
    </message>
    <message>
        <source>The time for the one-time notice is over; silence counts as acceptance</source>
        <translation>补正告知期已过，逾期不告知视为受理</translation>
    </message>
    <message>
        <source>The period that the applicant was given is still running</source>
        <translation>给申请人的期限还没有到</translation>
    </message>
    <message>
        <source>Nobody has asked for this yet</source>
        <translation>还没有人申请这一步</translation>
    </message>
    <message>
        <source>This was asked for already and waits for an answer</source>
        <translation>已有同样的申请在等答复</translation>
    </message>
    <message>
        <source>Whoever asked can&apos;t also answer; another person must</source>
        <translation>申请人不能自己批，须由另一人办理</translation>
    </message>
    <message>
        <source>You hold no mandate in force that covers this item</source>
        <translation>您没有覆盖本事项的有效授权</translation>
    </message>
    <message>
        <source>This item belongs to another department</source>
        <translation>本事项属于别的部门</translation>
    </message>
    <message>
        <source>The case is assigned to another reviewer</source>
        <translation>本件已指派给别的审查人</translation>
    </message>
    <message>
        <source>No reviewer was named</source>
        <translation>没有指明审查人</translation>
    </message>
    <message>
        <source>Whoever took in or reviewed a case can&apos;t decide it; another person must</source>
        <translation>收件人、审查人不能决定本件，须由另一人决定</translation>
    </message>
    <message>
        <source>You have declared an interest in this case</source>
        <translation>您已申报与本件有利害关系</translation>
    </message>
    <message>
        <source>The applicant&apos;s identity has not been checked</source>
        <translation>还没有核对申请人身份</translation>
    </message>
    <message>
        <source>The case number is not valid</source>
        <translation>办件编号不对</translation>
    </message>
    <message>
        <source>The item does not allow this way of handling</source>
        <translation>本事项不能这样办理</translation>
    </message>
    <message>
        <source>This can&apos;t be put right at the counter</source>
        <translation>这处不能当场更正</translation>
    </message>
    <message>
        <source>Corrections were asked for once already; new defects may not be raised</source>
        <translation>已一次性告知过补正，不得再提新的缺项</translation>
    </message>
    <message>
        <source>All that must be corrected has to be told at once; the list is empty or not complete</source>
        <translation>须一次告知全部补正内容，清单为空或不全</translation>
    </message>
    <message>
        <source>Material %1 is not on the list of this item</source>
        <translation>材料 %1 不在本事项清单中</translation>
    </message>
    <message>
        <source>The period for the correction is not valid</source>
        <translation>补正期限不对</translation>
    </message>
    <message>
        <source>None of the missing materials was handed in</source>
        <translation>缺的材料一件也没有补来</translation>
    </message>
    <message>
        <source>It was not confirmed that this organ is competent</source>
        <translation>还没有确认属于本机关职权</translation>
    </message>
    <message>
        <source>The application is not in proper form yet</source>
        <translation>申请还不符合法定形式</translation>
    </message>
    <message>
        <source>Materials are still missing</source>
        <translation>材料还不齐</translation>
    </message>
    <message>
        <source>Nothing is missing: accept in the ordinary way</source>
        <translation>材料不缺，请直接受理</translation>
    </message>
    <message>
        <source>A main material is missing and can&apos;t be tolerated</source>
        <translation>缺的是主要材料，不能容缺</translation>
    </message>
    <message>
        <source>The promise to hand in the rest has not been signed</source>
        <translation>还没有签补交承诺</translation>
    </message>
    <message>
        <source>The applicant&apos;s credit record does not allow tolerance</source>
        <translation>申请人信用记录不允许容缺</translation>
    </message>
    <message>
        <source>An immediate item knows no tolerance</source>
        <translation>即办件不容缺</translation>
    </message>
    <message>
        <source>No time would be left to hand in the rest</source>
        <translation>没有留下补交的时间</translation>
    </message>
    <message>
        <source>Promised materials are still missing</source>
        <translation>容缺材料还没有补齐</translation>
    </message>
    <message>
        <source>No promised material is open in this case</source>
        <translation>本件没有待补的容缺材料</translation>
    </message>
    <message>
        <source>The pledge has not been signed</source>
        <translation>还没有签告知承诺书</translation>
    </message>
    <message>
        <source>This ground is not one that the law knows</source>
        <translation>这不是法定的理由</translation>
    </message>
    <message>
        <source>The item does not list this special procedure</source>
        <translation>本事项没有列这种特别程序</translation>
    </message>
    <message>
        <source>A stop without a legal basis does not stop the clock</source>
        <translation>没有法定依据，不能停止计算</translation>
    </message>
    <message>
        <source>The number of days is missing</source>
        <translation>没有填天数</translation>
    </message>
    <message>
        <source>The result of the special procedure is not on file</source>
        <translation>特别程序的结果还没有入卷</translation>
    </message>
    <message>
        <source>This item can&apos;t be extended, or not by so many days</source>
        <translation>本事项不能延期，或不能延这么多天</translation>
    </message>
    <message>
        <source>The due date has passed; an extension comes too late</source>
        <translation>已过期限，不能再延期</translation>
    </message>
    <message>
        <source>The case was extended once already</source>
        <translation>已延期过一次</translation>
    </message>
    <message>
        <source>The head of the organ has not approved it</source>
        <translation>机关负责人还没有批准</translation>
    </message>
    <message>
        <source>The opinion or its date is missing</source>
        <translation>没有审查意见或日期</translation>
    </message>
    <message>
        <source>A check on site needs two officers</source>
        <translation>现场核查须有两名以上人员</translation>
    </message>
    <message>
        <source>The reason is missing</source>
        <translation>没有填原因</translation>
    </message>
    <message>
        <source>A refusal must state its reasons and the remedies</source>
        <translation>不予许可须说明理由并告知救济途径</translation>
    </message>
    <message>
        <source>Only an immediate item is decided on the spot</source>
        <translation>只有即办件可以当场决定</translation>
    </message>
    <message>
        <source>On the spot one may only grant</source>
        <translation>当场只能准予</translation>
    </message>
    <message>
        <source>The result is not sealed or has no number yet</source>
        <translation>结果还没有盖章或编号</translation>
    </message>
    <message>
        <source>The person who collects has not been checked</source>
        <translation>还没有核对领取人</translation>
    </message>
    <message>
        <source>A withdrawal must be in writing</source>
        <translation>撤回须书面提出</translation>
    </message>
    <message>
        <source>The case is irregular; the chief must confirm it first</source>
        <translation>本件待首席代表确认，确认前不能办</translation>
    </message>
    <message>
        <source>The case is not irregular</source>
        <translation>本件不需要确认</translation>
    </message>
    <message>
        <source>The working days of a year that is needed are not known; ask the administrator to enter them</source>
        <translation>有一年的工作日还没有录入，请联系管理员</translation>
    </message>
    <message>
        <source>The working days of %1 are not known; ask the administrator to enter them</source>
        <translation>%1 年的工作日还没有录入，请联系管理员</translation>
    </message>
    <message>
        <source>The entry that this is about was not found, or can&apos;t be taken back</source>
        <translation>找不到所指的记录，或它不能撤回</translation>
    </message>
    <message>
        <source>This person is not known in the hall</source>
        <translation>大厅没有这个人</translation>
    </message>
    <message>
        <source>This person&apos;s access has ended</source>
        <translation>此人账号已停用</translation>
    </message>
    <message>
        <source>This window does not take in this item</source>
        <translation>本窗口不收这个事项</translation>
    </message>
    <message>
        <source>Administrative Licensing Law</source>
        <translation>行政许可法</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <translation>%1（%2）。</translation>
    </message>
    <message>
        <source>This item was repealed or is not in force: nothing is taken in for it</source>
        <translation>本事项已废止或未生效，不能收件</translation>
    </message>
</context>
<context>
    <name>ListTable</name>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>办件类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>To be done by</source>
        <translation>办结期限</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>剩余时间</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Taken in here</source>
        <translation>窗口已收</translation>
    </message>
    <message>
        <source>Known at the centre</source>
        <translation>中心已知</translation>
    </message>
    <message>
        <source>Centre not yet</source>
        <translation>中心待确认</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>预警</translation>
    </message>
    <message>
        <source>Yellow card</source>
        <translation>黄牌</translation>
    </message>
    <message>
        <source>Red card</source>
        <translation>红牌</translation>
    </message>
</context>
<context>
    <name>Names</name>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已收件</translation>
    </message>
    <message>
        <source>Awaiting correction</source>
        <translation>待补正</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Under review</source>
        <translation>审查中</translation>
    </message>
    <message>
        <source>Special procedure</source>
        <translation>特别程序</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Pending decision</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>准予许可</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Result ready</source>
        <translation>已出证</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Terminated</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Immediate case</source>
        <translation>即办件</translation>
    </message>
    <message>
        <source>One review, one approval</source>
        <translation>一审一核件</translation>
    </message>
    <message>
        <source>Commitment case</source>
        <translation>承诺件</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>一般办理</translation>
    </message>
    <message>
        <source>Tolerant acceptance</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>Notify and commit</source>
        <translation>告知承诺</translation>
    </message>
    <message>
        <source>Simulated approval</source>
        <translation>模拟审批</translation>
    </message>
    <message>
        <source>Parallel approval</source>
        <translation>并联审批</translation>
    </message>
    <message>
        <source>Window clerk</source>
        <translation>窗口人员</translation>
    </message>
    <message>
        <source>Integrated window clerk</source>
        <translation>综合窗口人员</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审查人</translation>
    </message>
    <message>
        <source>Chief representative</source>
        <translation>首席代表</translation>
    </message>
    <message>
        <source>Issuing window</source>
        <translation>出件窗口</translation>
    </message>
    <message>
        <source>Project agent</source>
        <translation>代办员</translation>
    </message>
    <message>
        <source>Hall manager</source>
        <translation>大厅管理</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>督查</translation>
    </message>
    <message>
        <source>Complaint officer</source>
        <translation>投诉处理</translation>
    </message>
    <message>
        <source>Catalogue administrator</source>
        <translation>事项管理员</translation>
    </message>
    <message>
        <source>System administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Applicant online</source>
        <translation>网上申请人</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Resident ID</source>
        <translation>居民身份证</translation>
    </message>
    <message>
        <source>Residence permit for Hong Kong, Macao and Taiwan residents</source>
        <translation>港澳台居民居住证</translation>
    </message>
    <message>
        <source>Mainland travel permit for Hong Kong and Macao residents</source>
        <translation>港澳居民来往内地通行证</translation>
    </message>
    <message>
        <source>Mainland travel permit for Taiwan residents</source>
        <translation>台湾居民来往大陆通行证</translation>
    </message>
    <message>
        <source>Chinese passport</source>
        <translation>中国护照</translation>
    </message>
    <message>
        <source>Permanent residence card (2017)</source>
        <translation>外国人永久居留身份证（2017 版）</translation>
    </message>
    <message>
        <source>Permanent residence card (2023)</source>
        <translation>外国人永久居留身份证（2023 版）</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Platform case number</source>
        <translation>平台办件编号</translation>
    </message>
    <message>
        <source>Basic code of an item</source>
        <translation>基本编码</translation>
    </message>
    <message>
        <source>Implementation code of an item</source>
        <translation>实施编码</translation>
    </message>
    <message>
        <source>Handling code of an item</source>
        <translation>业务办理项编码</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>Correct on the spot</source>
        <translation>当场更正</translation>
    </message>
    <message>
        <source>One-time correction notice</source>
        <translation>一次性补正告知</translation>
    </message>
    <message>
        <source>Deemed accepted</source>
        <translation>视为受理</translation>
    </message>
    <message>
        <source>Take in corrections</source>
        <translation>收补正材料</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>Accept tolerantly</source>
        <translation>容缺受理</translation>
    </message>
    <message>
        <source>Refuse acceptance</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Correction lapsed</source>
        <translation>逾期未补正</translation>
    </message>
    <message>
        <source>Start review</source>
        <translation>开始审查</translation>
    </message>
    <message>
        <source>Start special procedure</source>
        <translation>启动特别程序</translation>
    </message>
    <message>
        <source>End special procedure</source>
        <translation>结束特别程序</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>挂起</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延期</translation>
    </message>
    <message>
        <source>Submit opinion</source>
        <translation>提交审查意见</translation>
    </message>
    <message>
        <source>Send back to review</source>
        <translation>退回审查</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>准予许可</translation>
    </message>
    <message>
        <source>Refuse the licence</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Decide on the spot</source>
        <translation>当场办结</translation>
    </message>
    <message>
        <source>Take in promised materials</source>
        <translation>收容缺材料</translation>
    </message>
    <message>
        <source>Promise lapsed</source>
        <translation>容缺逾期</translation>
    </message>
    <message>
        <source>Issue the result</source>
        <translation>出证</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Terminate</source>
        <translation>终止</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Assign a reviewer</source>
        <translation>指派审查人</translation>
    </message>
    <message>
        <source>Declare an interest</source>
        <translation>申报利害关系</translation>
    </message>
    <message>
        <source>Amend a particular</source>
        <translation>更正信息</translation>
    </message>
    <message>
        <source>Take back what silence wrote</source>
        <translation>撤销逾期推定</translation>
    </message>
    <message>
        <source>Confirm the lapse</source>
        <translation>确认逾期</translation>
    </message>
    <message>
        <source>Dates by the new calendar</source>
        <translation>按新日历改期</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Confirm an irregular case</source>
        <translation>确认办件</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Shown in clear</source>
        <translation>查看明文</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Particulars erased</source>
        <translation>个人信息已删除</translation>
    </message>
    <message>
        <source>Ask for: %1</source>
        <translation>申请%1</translation>
    </message>
    <message>
        <source>Approve: %1</source>
        <translation>批准%1</translation>
    </message>
    <message>
        <source>Decline: %1</source>
        <translation>不同意%1</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原件</translation>
    </message>
    <message>
        <source>original inspected, copy kept</source>
        <translation>原件核验并收复印件</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复印件</translation>
    </message>
    <message>
        <source>electronic</source>
        <translation>电子件</translation>
    </message>
    <message>
        <source>original for inspection</source>
        <translation>原件核验</translation>
    </message>
    <message>
        <source>Father or mother</source>
        <translation>父母</translation>
    </message>
    <message>
        <source>Grandparent</source>
        <translation>祖父母、外祖父母</translation>
    </message>
    <message>
        <source>Brother or sister</source>
        <translation>兄、姐</translation>
    </message>
    <message>
        <source>Another guardian</source>
        <translation>其他监护人</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Material receipt</source>
        <translation>材料接收凭证</translation>
    </message>
    <message>
        <source>Notice of acceptance</source>
        <translation>受理通知书</translation>
    </message>
    <message>
        <source>Notice of tolerant acceptance</source>
        <translation>容缺受理通知书</translation>
    </message>
    <message>
        <source>One-time correction notice</source>
        <translation>一次性补正告知书</translation>
    </message>
    <message>
        <source>Receipt of corrections</source>
        <translation>补正材料接收凭证</translation>
    </message>
    <message>
        <source>Decision of non-acceptance</source>
        <translation>不予受理决定书</translation>
    </message>
    <message>
        <source>Decision to grant</source>
        <translation>准予行政许可决定书</translation>
    </message>
    <message>
        <source>Decision to refuse</source>
        <translation>不予行政许可决定书</translation>
    </message>
    <message>
        <source>Notice of extension</source>
        <translation>延长办理期限告知书</translation>
    </message>
    <message>
        <source>Notice of a special procedure</source>
        <translation>特别程序告知书</translation>
    </message>
    <message>
        <source>Notice of suspension</source>
        <translation>中止办理告知书</translation>
    </message>
    <message>
        <source>Notice of termination</source>
        <translation>终止办理通知书</translation>
    </message>
    <message>
        <source>Withdrawal form</source>
        <translation>撤回申请书</translation>
    </message>
    <message>
        <source>Service receipt</source>
        <translation>送达回证</translation>
    </message>
    <message>
        <source>Process sheet</source>
        <translation>流程清单</translation>
    </message>
    <message>
        <source>Commitment pledge</source>
        <translation>告知承诺书</translation>
    </message>
    <message>
        <source>Notice of resumption</source>
        <translation>恢复办理告知书</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ActionBar</name>
    <message>
        <source>What is lacking, and what may be done</source>
        <translation>还差什么，可办什么</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ActionButton</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1，按键 %2</translation>
    </message>
    <message>
        <source>Not possible now: %1</source>
        <translation>现在不能办：%1</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ActionList</name>
    <message>
        <source>%1, key %2</source>
        <translation>%1，按键 %2</translation>
    </message>
    <message>
        <source>What may be done</source>
        <translation>可以这样做</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ApplicantPanel</name>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>By agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Unified social credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>通信地址</translation>
    </message>
    <message>
        <source>Agent&apos;s identity number</source>
        <translation>代理人证件号码</translation>
    </message>
    <message>
        <source>Agent&apos;s name</source>
        <translation>代理人姓名</translation>
    </message>
    <message>
        <source>Agent&apos;s phone</source>
        <translation>代理人电话</translation>
    </message>
    <message>
        <source>Name of the organisation</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Known: %1, last here on %2. Enter takes name, phone and address over.</source>
        <translation>已知：%1，上次 %2 来过。按回车带出姓名、电话、地址。</translation>
    </message>
    <message>
        <source>✓ Check passed</source>
        <translation>✓ 校验通过</translation>
    </message>
    <message>
        <source>✓ Check passed · taken over from the last time</source>
        <translation>✓ 校验通过 · 已按上次带出</translation>
    </message>
    <message>
        <source>Known at the centre: %1, last in the hall on %2. Enter takes name, phone and address over.</source>
        <translation>中心已知：%1，上次 %2 来过大厅。按回车带出姓名、电话、地址。</translation>
    </message>
    <message>
        <source>Guardian&apos;s identity number</source>
        <translation>监护人身份号码</translation>
    </message>
    <message>
        <source>Guardian&apos;s name</source>
        <translation>监护人姓名</translation>
    </message>
    <message>
        <source>Guardian&apos;s phone</source>
        <translation>监护人电话</translation>
    </message>
    <message>
        <source>Relation to the applicant</source>
        <translation>与申请人的关系</translation>
    </message>
    <message>
        <source>The applicant is under fourteen: nothing is taken in without his guardian.</source>
        <translation>申请人不满十四周岁，须填监护人方可收件。</translation>
    </message>
    <message>
        <source>The applicant is under age: his guardian answers for him.</source>
        <translation>申请人未成年，由监护人作为法定代理人。</translation>
    </message>
    <message>
        <source>Known: %1, last here on %2. Enter takes name and phone over.</source>
        <translation>已知：%1，上次 %2 来过。按回车带出姓名、电话。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseActions</name>
    <message>
        <source>No case is open</source>
        <translation>没有打开的办件</translation>
    </message>
    <message>
        <source>Nothing to do here for you now</source>
        <translation>现在这里没有您要办的</translation>
    </message>
    <message>
        <source>Approve: %1</source>
        <translation>批准%1</translation>
    </message>
    <message>
        <source>Decline: %1</source>
        <translation>不同意%1</translation>
    </message>
    <message>
        <source>Ask for: %1</source>
        <translation>申请%1</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Approval of the head of the organ</source>
        <translation>机关负责人批准</translation>
    </message>
    <message>
        <source>On file</source>
        <translation>已入卷</translation>
    </message>
    <message>
        <source>Remark (may stay empty)</source>
        <translation>备注（可空）</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Listed defects are still open (art. 32)</source>
        <translation>告知的缺项仍未补齐（第三十二条）</translation>
    </message>
    <message>
        <source>The matter needs no licence (art. 32 (1))</source>
        <translation>依法不需要取得许可（第三十二条第一项）</translation>
    </message>
    <message>
        <source>This organ is not competent (art. 32 (2))</source>
        <translation>不属于本机关职权（第三十二条第二项）</translation>
    </message>
    <message>
        <source>False materials (art. 78)</source>
        <translation>材料虚假（第七十八条）</translation>
    </message>
    <message>
        <source>Reason, as it will stand in the decision</source>
        <translation>理由（将写入决定书）</translation>
    </message>
    <message>
        <source>Promise to supply the rest</source>
        <translation>补交承诺</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Working days needed</source>
        <translation>所需工作日</translation>
    </message>
    <message>
        <source>Result, as it lies on file</source>
        <translation>入卷的结果</translation>
    </message>
    <message>
        <source>Legal basis of the suspension</source>
        <translation>挂起的法定依据</translation>
    </message>
    <message>
        <source>Days to add</source>
        <translation>延长天数</translation>
    </message>
    <message>
        <source>Reason, as it will stand in the notice</source>
        <translation>原因（将写入告知书）</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>Grant</source>
        <translation>准予许可</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予许可</translation>
    </message>
    <message>
        <source>Second officer of the site check (empty: none was made)</source>
        <translation>现场核查第二人（没有核查则留空）</translation>
    </message>
    <message>
        <source>Opinion</source>
        <translation>审查意见</translation>
    </message>
    <message>
        <source>What the reviewer has to do</source>
        <translation>请审查人做什么</translation>
    </message>
    <message>
        <source>Reasons, as they will stand in the decision</source>
        <translation>理由（将写入决定书）</translation>
    </message>
    <message>
        <source>Number of the certificate</source>
        <translation>证照编号</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>At the counter, to the applicant</source>
        <translation>窗口领取，本人</translation>
    </message>
    <message>
        <source>At the counter, to somebody else</source>
        <translation>窗口领取，他人代领</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>邮寄</translation>
    </message>
    <message>
        <source>Who takes it</source>
        <translation>领取人</translation>
    </message>
    <message>
        <source>Somebody else: relation and reason</source>
        <translation>代领：关系和原因</translation>
    </message>
    <message>
        <source>Written request of the applicant</source>
        <translation>申请人书面申请</translation>
    </message>
    <message>
        <source>Reason (may stay empty)</source>
        <translation>原因（可空）</translation>
    </message>
    <message>
        <source>The applicant has died or was dissolved</source>
        <translation>申请人死亡或终止</translation>
    </message>
    <message>
        <source>The item was repealed</source>
        <translation>事项已取消</translation>
    </message>
    <message>
        <source>Force majeure</source>
        <translation>不可抗力</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>重复申请</translation>
    </message>
    <message>
        <source>Irregular</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>审查人</translation>
    </message>
    <message>
        <source>All promised materials</source>
        <translation>承诺补交的材料</translation>
    </message>
    <message>
        <source>Are here</source>
        <translation>已齐</translation>
    </message>
    <message>
        <source>If late: why</source>
        <translation>如逾期，说明原因</translation>
    </message>
    <message>
        <source>Remark for colleagues</source>
        <translation>给同事的备注</translation>
    </message>
    <message>
        <source>What is amended</source>
        <translation>更正哪一项</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>更正为</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>通信地址</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名（名称）</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>%1, approved by %2</source>
        <translation>%1（经%2同意）</translation>
    </message>
    <message>
        <source>Please write how it should be.</source>
        <translation>请写上更正后的内容。</translation>
    </message>
    <message>
        <source>Somebody else: identity number</source>
        <translation>代领：证件号码</translation>
    </message>
    <message>
        <source>Organ that is competent, if it is another one (may stay empty)</source>
        <translation>有权办理的机关（属于其他机关时填写，可以不填）</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseExport</name>
    <message>
        <source>This hall has no supervisor who agrees</source>
        <translation>本大厅没有可以同意导出的督查人员</translation>
    </message>
    <message>
        <source>Take the case out as a file</source>
        <translation>导出本件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Supervisor who agreed</source>
        <translation>同意导出的督查</translation>
    </message>
    <message>
        <source>For whom, and why: it is noted in the case. The file holds everything in clear.</source>
        <translation>交给谁、为什么：记入本件。文件里的号码不遮。</translation>
    </message>
    <message>
        <source>Save the case</source>
        <translation>保存办件</translation>
    </message>
    <message>
        <source>Cases (*.yichuang-case)</source>
        <translation>办件 (*.yichuang-case)</translation>
    </message>
    <message>
        <source>Exported as %1. Whoever holds the file reads everything in it.</source>
        <translation>已导出为 %1。拿到文件的人能看到全部内容，请妥善交接。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseHead</name>
    <message>
        <source>needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>irregular</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>may be refused</source>
        <translation>可能不被接受</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseListScreen</name>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>本部门</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation>发件</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>这里没有办件</translation>
    </message>
    <message>
        <source>Take the next application in with F2.</source>
        <translation>按 F2 收下一件。</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), most urgent first</source>
        <translation>
            <numerusform>%n 件，最急的在前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), latest first</source>
        <translation>
            <numerusform>%n 件，最近的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) saved as %1</source>
        <translation>
            <numerusform>%n 件已存为 %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CasePreview</name>
    <message numerus="yes">
        <source>%n material(s), complete</source>
        <translation>
            <numerusform>%n 项齐全</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s), %1 missing</source>
        <translation>
            <numerusform>%n 项，缺 %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>limit %n day(s)</source>
        <translation>
            <numerusform>期限 %n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>, extended</source>
        <translation>，已延期</translation>
    </message>
    <message numerus="yes">
        <source>, stopped %n day(s)</source>
        <translation>
            <numerusform>，其中停 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source> (provisional)</source>
        <translation>（暂定）</translation>
    </message>
    <message>
        <source>Accepted on %1, counted from the next day</source>
        <translation>%1受理，次日起算</translation>
    </message>
    <message>
        <source>Taken in on %1</source>
        <translation>%1收件</translation>
    </message>
    <message>
        <source>not counted from %1 to %2 (%3)</source>
        <translation>%1至 %2不计（%3）</translation>
    </message>
    <message>
        <source>stopped since %1 (%2)</source>
        <translation>%1起停止计算（%2）</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料核对</translation>
    </message>
    <message>
        <source>No case selected</source>
        <translation>没有选中办件</translation>
    </message>
    <message>
        <source>Choose one with the arrow keys.</source>
        <translation>用上下键选一件。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::CaseScreen</name>
    <message>
        <source>Application</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料核对</translation>
    </message>
    <message>
        <source>All that may be done</source>
        <translation>可办的全部操作</translation>
    </message>
    <message>
        <source>Signed. The paper can be printed as soon as the centre knows it.</source>
        <translation>已签。中心收到后即可打印文书。</translation>
    </message>
    <message>
        <source>The centre has refused an act on this case: see F7</source>
        <translation>中心没有接受本件的一步，请看 F7</translation>
    </message>
    <message>
        <source>Others acted on this case meanwhile: yours may be refused</source>
        <translation>其间别人动过这一件，您的一步可能不被接受</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>通信地址</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source> · refused</source>
        <translation> · 未被接受</translation>
    </message>
    <message numerus="yes">
        <source>printed, and reprinted %n time(s)</source>
        <translation>
            <numerusform>已打印，补打 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>printed</source>
        <translation>已打印</translation>
    </message>
    <message>
        <source>waits for the centre</source>
        <translation>等中心确认</translation>
    </message>
    <message>
        <source>not printed yet: Ctrl+P</source>
        <translation>未打印：Ctrl+P</translation>
    </message>
    <message>
        <source>Nothing may be done here by you now.</source>
        <translation>现在这一件没有您可办的。</translation>
    </message>
    <message>
        <source>Show a number in clear for 30 seconds</source>
        <translation>完整显示一个号码，30 秒</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Which number</source>
        <translation>哪个号码</translation>
    </message>
    <message>
        <source>Identity number of the agent</source>
        <translation>代理人证件号码</translation>
    </message>
    <message>
        <source>Phone of the agent</source>
        <translation>代理人电话</translation>
    </message>
    <message>
        <source>Reason: it is noted in the case with your name</source>
        <translation>理由（连同姓名记入本件）</translation>
    </message>
    <message>
        <source>in clear for 30 seconds</source>
        <translation>完整显示 30 秒</translation>
    </message>
    <message>
        <source>Identity number of the guardian</source>
        <translation>监护人证件号码</translation>
    </message>
    <message>
        <source>Phone of the guardian</source>
        <translation>监护人电话</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Taken out as a file</source>
        <translation>导出本件</translation>
    </message>
    <message>
        <source>the centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>再打一份</translation>
    </message>
    <message>
        <source>Show the paper</source>
        <translation>打开文书</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ChecklistView</name>
    <message>
        <source>Materials</source>
        <translation>材料核对</translation>
    </message>
    <message>
        <source>Space: here. Minus: missing. R: tolerate. X: shared. C: pledged. B: not applicable.</source>
        <translation>空格：齐。减号：缺。R：容缺。X：共享。C：承诺。B：不适用。</translation>
    </message>
    <message>
        <source>This material is decided already.</source>
        <translation>这件材料已有结论。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be tolerated: it is a main material, or the item does not allow tolerance.</source>
        <translation>“%1”不能容缺：它是主要材料，或本事项不容缺。</translation>
    </message>
    <message>
        <source>“%1” is not held by the government: it must be handed in.</source>
        <translation>“%1”政府没有共享，须由申请人提交。</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be replaced by a pledge.</source>
        <translation>“%1”不能以承诺代替。</translation>
    </message>
    <message>
        <source>“%1” is always required.</source>
        <translation>“%1”是必交材料。</translation>
    </message>
    <message>
        <source>Scans are not taken yet. Decide the row on the paper itself: Space if it is here.</source>
        <translation>本版还不能扫描。请对照纸质材料处理这一行：已收按空格。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::Chip</name>
    <message>
        <source>chosen</source>
        <translation>已选</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ComparedCodeField</name>
    <message>
        <source>The licence shows just this code</source>
        <translation>已对照营业执照，执照上确是如此</translation>
    </message>
    <message>
        <source>Why it is kept</source>
        <translation>照原样保留的原因</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ConnectionLine</name>
    <message>
        <source>Connected</source>
        <translation>已连通中心</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>No centre yet</source>
        <translation>还没有中心</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 件待上传</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for you</source>
        <translation>
            <numerusform>%n 件需要处理</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, key F7</source>
        <translation>%1，按键 F7</translation>
    </message>
    <message>
        <source>Intake and printing go on as usual.</source>
        <translation>收件、打印照常。</translation>
    </message>
    <message>
        <source>Not connected to the centre for %1.</source>
        <translation>与中心断开 %1。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::DateField</name>
    <message>
        <source>Not before %1.</source>
        <translation>不能早于 %1。</translation>
    </message>
    <message>
        <source>Not after %1.</source>
        <translation>不能晚于 %1。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::DeadlineRibbon</name>
    <message>
        <source>%1: working day %2.</source>
        <translation>%1：第 %2 个工作日。</translation>
    </message>
    <message>
        <source>%1: make-up working day, day %2.</source>
        <translation>%1：调休上班，第 %2 个工作日。</translation>
    </message>
    <message>
        <source>%1: make-up working day for %3, day %2.</source>
        <translation>%1：%3调休上班，第 %2 个工作日。</translation>
    </message>
    <message>
        <source>%1: day %2; this limit counts every day.</source>
        <translation>%1：第 %2 日，此期限按自然日计算。</translation>
    </message>
    <message>
        <source>%1: weekend, not counted.</source>
        <translation>%1：周末，不计。</translation>
    </message>
    <message>
        <source>%1: public holiday, not counted.</source>
        <translation>%1：节假日，不计。</translation>
    </message>
    <message>
        <source>%1: %2, not counted.</source>
        <translation>%1：%2放假，不计。</translation>
    </message>
    <message>
        <source>%1: the clock is stopped, not counted.</source>
        <translation>%1：停止计算，不计。</translation>
    </message>
    <message>
        <source>%1: the clock is stopped (%2), not counted.</source>
        <translation>%1：停止计算（%2），不计。</translation>
    </message>
    <message>
        <source>%1: the last day is no working day, the limit moves on.</source>
        <translation>%1：末日不是工作日，顺延。</translation>
    </message>
    <message>
        <source>%1: the working day to which the limit has moved.</source>
        <translation>%1：顺延到的工作日。</translation>
    </message>
    <message>
        <source> Provisional: the holiday notice of that year is not out yet.</source>
        <translation>暂定：该年放假通知还没有公布。</translation>
    </message>
    <message>
        <source>off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>due</source>
        <translation>期</translation>
    </message>
    <message>
        <source> Due on this day.</source>
        <translation>此日到期。</translation>
    </message>
    <message>
        <source> Today.</source>
        <translation>今天。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1至 %2</translation>
    </message>
    <message>
        <source>%1: no day counted.</source>
        <translation>%1：没有计入的日子。</translation>
    </message>
    <message>
        <source>%1: days %2 to %3, weekends and holidays left out.</source>
        <translation>%1：第 %2 至 %3 日，周末和节假日不计。</translation>
    </message>
    <message>
        <source>%1: day zero, counting begins on the next day.</source>
        <translation>%1：当日不计，次日起算。</translation>
    </message>
    <message numerus="yes">
        <source>%1: today, %n day(s) after the due date.</source>
        <translation>
            <numerusform>%1：今天，已过期 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source>Day zero %1, due %2.</source>
        <translation>%1起（当日不计），%2到期。</translation>
    </message>
    <message numerus="yes">
        <source> %n day(s) counted,</source>
        <translation>
            <numerusform>共计 %n 日，</numerusform>
        </translation>
    </message>
    <message>
        <source> %1 of them gone by today.</source>
        <translation>到今天已过 %1 日。</translation>
    </message>
    <message numerus="yes">
        <source> %n day(s) off left out.</source>
        <translation>
            <numerusform>休息日 %n 天不计。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> The clock stood still on %n day(s).</source>
        <translation>
            <numerusform>停止计算 %n 天。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> Overdue for %n day(s).</source>
        <translation>
            <numerusform>已过期 %n 天。</numerusform>
        </translation>
    </message>
    <message>
        <source> Due today.</source>
        <translation>今日到期。</translation>
    </message>
    <message>
        <source> The due date is provisional.</source>
        <translation>到期日为暂定。</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>No limit runs.</source>
        <translation>现在没有期限在走。</translation>
    </message>
    <message>
        <source>work</source>
        <translation>班</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>%n d</source>
        <comment>days of a stop, very short</comment>
        <translation>
            <numerusform>停 %n 天</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::DeskScreen</name>
    <message>
        <source>unchecked</source>
        <translation>未核</translation>
    </message>
    <message>
        <source>here</source>
        <translation>齐</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>to come later</source>
        <translation>后补</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共享</translation>
    </message>
    <message>
        <source>pledged</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>通信地址</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>Review opinion</source>
        <translation>审查意见</translation>
    </message>
    <message>
        <source>Signed. The paper can be printed as soon as the centre knows it.</source>
        <translation>已签。中心收到后即可打印文书。</translation>
    </message>
    <message>
        <source>Nothing waits for your decision</source>
        <translation>没有等您决定的办件</translation>
    </message>
    <message>
        <source>What the reviewers pass on appears here by itself.</source>
        <translation>审查人提交后会自动出现在这里。</translation>
    </message>
    <message>
        <source>None was written.</source>
        <translation>没有写意见。</translation>
    </message>
    <message>
        <source>You neither took this case in nor reviewed it: you may decide.</source>
        <translation>您未收件、未审查本件，可以决定。</translation>
    </message>
    <message>
        <source>Not yours to decide</source>
        <translation>本件不能由您决定</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料核对</translation>
    </message>
    <message>
        <source>Reason (may stay empty to grant)</source>
        <translation>决定理由（准予可空）</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ExportedCaseWindow</name>
    <message>
        <source>%1 – exported case</source>
        <translation>%1 — 导出的办件</translation>
    </message>
    <message>
        <source>This file can&apos;t be opened</source>
        <translation>这份文件打不开</translation>
    </message>
    <message>
        <source>Identity number</source>
        <translation>证件号码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>通信地址</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Legal representative</source>
        <translation>法定代表人</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>代理人</translation>
    </message>
    <message>
        <source>Guardian · %1</source>
        <translation>监护人 · %1</translation>
    </message>
    <message>
        <source>Case number</source>
        <translation>办件编号</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>办件类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Taken in at</source>
        <translation>收件窗口</translation>
    </message>
    <message>
        <source>Taken in on</source>
        <translation>收件日期</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>承诺期限</translation>
    </message>
    <message>
        <source>By law until</source>
        <translation>法定期限</translation>
    </message>
    <message>
        <source>Concluded on</source>
        <translation>办结日期</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>A copy, to be read</source>
        <translation>副本，供阅读</translation>
    </message>
    <message>
        <source>Exported</source>
        <translation>导出时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>导出人</translation>
    </message>
    <message>
        <source>Supervisor who agreed</source>
        <translation>同意导出的督查</translation>
    </message>
    <message>
        <source>For whom, and why</source>
        <translation>交给谁、为什么</translation>
    </message>
    <message>
        <source>The record itself is kept by %1.</source>
        <translation>原始记录由%1保存。</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>%1 · not in force</source>
        <translation>%1 · 未生效</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>文书</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::Field</name>
    <message>
        <source>%1 characters are too many; at most %2.</source>
        <translation>%1 个字太长，最多 %2 个字。</translation>
    </message>
    <message>
        <source>Still to be filled in.</source>
        <translation>还没有填。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FindItemScreen</name>
    <message>
        <source>receipt only: another department accepts</source>
        <translation>只收件：由其他部门受理</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>办什么事？</translation>
    </message>
    <message>
        <source>Name, pinyin initials, code, or scan the guide. Arrow keys choose, Enter begins.</source>
        <translation>名称、拼音首字母、编码，或扫办事指南上的码。上下键选，回车开始。</translation>
    </message>
    <message>
        <source>Items found</source>
        <translation>找到的事项</translation>
    </message>
    <message>
        <source>no name yet</source>
        <translation>未填姓名</translation>
    </message>
    <message>
        <source>Draft · %1</source>
        <translation>草稿 · %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %n day(s)</source>
        <translation>
            <numerusform>%1 · %2 · %n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try the first letters of each syllable, or a shorter name.</source>
        <translation>试试拼音首字母，或短一点的名称。</translation>
    </message>
    <message>
        <source>decided by %1</source>
        <translation>%1前办结</translation>
    </message>
    <message>
        <source> (provisional)</source>
        <translation>（暂定）</translation>
    </message>
    <message>
        <source>Accepted today</source>
        <translation>今天受理</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>环节</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>the decision itself</source>
        <translation>决定书本身</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>跑动</translation>
    </message>
    <message numerus="yes">
        <source>at most %n</source>
        <translation>
            <numerusform>最多 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Materials to bring</source>
        <translation>要带的材料</translation>
    </message>
    <message>
        <source>, where it applies</source>
        <translation>，适用时</translation>
    </message>
    <message>
        <source>, may come later</source>
        <translation>，可容缺</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%2 项中第 %1 项：%3</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not taken in here: %1</source>
        <translation>不能收件：%1</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::FormPanel</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::HandbookPage</name>
    <message>
        <source>Handbook</source>
        <translation>手册</translation>
    </message>
    <message>
        <source>Find in the handbook</source>
        <translation>在手册中找</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>scroll</source>
        <translation>翻看</translation>
    </message>
    <message>
        <source>next link</source>
        <translation>下一个链接</translation>
    </message>
    <message>
        <source>open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>back</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>next chapter</source>
        <translation>下一章</translation>
    </message>
    <message>
        <source>close</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::IdentifierField</name>
    <message>
        <source>✓ Check passed</source>
        <translation>✓ 校验通过</translation>
    </message>
    <message>
        <source>Kept after comparison with the licence</source>
        <translation>已对照营业执照，注明原因后保留</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::IntakeScreen</name>
    <message>
        <source>Form of this item</source>
        <translation>本事项表单</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>材料核对</translation>
    </message>
    <message>
        <source>One-time correction notice (written from the missing rows)</source>
        <translation>补正告知书（由缺项自动生成）</translation>
    </message>
    <message>
        <source>The promise to supply the rest is signed</source>
        <translation>已签补交承诺</translation>
    </message>
    <message>
        <source>The pledge is signed</source>
        <translation>已签告知承诺书</translation>
    </message>
    <message>
        <source>The applicant is on the list of bad credit</source>
        <translation>申请人在失信名单中</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>表单</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n 个工作日</numerusform>
        </translation>
    </message>
    <message>
        <source>no fee</source>
        <translation>不收费</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>收费</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>草稿已保存 %1</translation>
    </message>
    <message>
        <source>may come later</source>
        <translation>可容缺</translation>
    </message>
    <message>
        <source>held by the government</source>
        <translation>政府共享</translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) missing</source>
        <translation>
            <numerusform>缺 %n 项材料</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n material(s) to check</source>
        <translation>
            <numerusform>%n 项材料未核</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) to fill in or mend</source>
        <translation>
            <numerusform>%n 处待填写或改正</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>已齐全</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Decide and print</source>
        <translation>当场办结并打印</translation>
    </message>
    <message>
        <source>Nothing is missing so far.</source>
        <translation>目前不缺什么。</translation>
    </message>
    <message>
        <source>To be supplied by %1, at any window of the hall</source>
        <translation>补齐期限：%1 · 送至本厅任一综合窗口</translation>
    </message>
    <message>
        <source>Once complete: accepted today, to be decided by %1</source>
        <translation>补齐后可受理：今日受理，%1前办结</translation>
    </message>
    <message>
        <source>Accepted today, to be decided by %1</source>
        <translation>今日受理，%1前办结</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n 项</numerusform>
        </translation>
    </message>
    <message>
        <source> · %1 missing</source>
        <translation> · 缺 %1</translation>
    </message>
    <message>
        <source>%1 / %2 filled in</source>
        <translation>%1 / %2 已填</translation>
    </message>
    <message>
        <source>Propose non-acceptance: the chief representative signs it</source>
        <translation>提出不予受理：由首席代表签发</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>提出</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>The matter needs no licence (art. 32 (1))</source>
        <translation>依法不需要取得许可（第三十二条第一项）</translation>
    </message>
    <message>
        <source>This organ is not competent (art. 32 (2))</source>
        <translation>不属于本机关职权（第三十二条第二项）</translation>
    </message>
    <message>
        <source>False materials (art. 78)</source>
        <translation>材料虚假（第七十八条）</translation>
    </message>
    <message>
        <source>Reason, as it will stand in the decision</source>
        <translation>理由（将写入决定书）</translation>
    </message>
    <message>
        <source>Space here</source>
        <translation>空格 齐</translation>
    </message>
    <message>
        <source>− missing</source>
        <translation>- 缺</translation>
    </message>
    <message>
        <source>R to come later</source>
        <translation>R 容缺</translation>
    </message>
    <message>
        <source>X shared</source>
        <translation>X 共享</translation>
    </message>
    <message>
        <source>C pledged</source>
        <translation>C 承诺</translation>
    </message>
    <message>
        <source>B not applicable</source>
        <translation>B 不适用</translation>
    </message>
    <message>
        <source>Ctrl+Z take back</source>
        <translation>Ctrl+Z 改回</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::KeyOverlay</name>
    <message>
        <source>All keys of this screen</source>
        <translation>本页全部按键</translation>
    </message>
    <message>
        <source>This screen</source>
        <translation>本页</translation>
    </message>
    <message>
        <source>In the checklist</source>
        <translation>材料核对中</translation>
    </message>
    <message>
        <source>In the paper viewer</source>
        <translation>看文书时</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>各页通用</translation>
    </message>
    <message>
        <source>Enter: next field. Shift+Enter: previous field. In lists the arrow keys move, Enter opens.</source>
        <translation>Enter 下一格，Shift+Enter 上一格；列表中上下键移动，Enter 打开。</translation>
    </message>
    <message>
        <source>F1 again: handbook. Any other key closes.</source>
        <translation>再按 F1 打开手册，按其他键关闭</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::MainWindow</name>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>%1 – Yichuang</source>
        <translation>%1 – 一窗</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>号段余 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::NumberField</name>
    <message>
        <source>Please write a whole number from %1 to %2.</source>
        <translation>请填 %1 到 %2 之间的整数。</translation>
    </message>
    <message>
        <source>Please write a number from %1 to %2.</source>
        <translation>请填 %1 到 %2 之间的数。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PageView</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>No page.</source>
        <translation>没有页面。</translation>
    </message>
    <message>
        <source>%1, page %2 of %3</source>
        <translation>%1，第 %2 页，共 %3 页</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PapersScreen</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Each printing is noted in the case with template, copy and content. Printed again, the paper says so.</source>
        <translation>打印即记入本件：模板、份次、内容指纹。再次打印会印上“补打”和次数。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n 页</numerusform>
        </translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Papers: %1
Copies: %2
This time: %3</source>
        <translation>文书：%1
份数：%2
本次：%3</translation>
    </message>
    <message>
        <source>reprint no. %1</source>
        <translation>第 %1 次补打</translation>
    </message>
    <message>
        <source>first print</source>
        <translation>首次打印</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>另存 PDF</translation>
    </message>
    <message>
        <source>No printer is set up on this machine. The paper is kept in the case: save it as PDF with Ctrl+S, or ask the administrator.</source>
        <translation>本机没有打印机。文书已存入本件：可按 Ctrl+S 存为 PDF，或联系管理员。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PlaceButton</name>
    <message numerus="yes">
        <source>%1, %n case(s), key %2</source>
        <translation>
            <numerusform>%1，%n 件，按键 %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, key %2</source>
        <translation>%1，按键 %2</translation>
    </message>
    <message>
        <source>open</source>
        <translation>当前</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::PlaceList</name>
    <message>
        <source>Places</source>
        <translation>各处</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Intake</source>
        <translation>收件</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>发件</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::ReasonPanel</name>
    <message>
        <source>Back  Esc</source>
        <translation>返回  Esc</translation>
    </message>
    <message>
        <source>Please choose.</source>
        <translation>请选择。</translation>
    </message>
    <message>
        <source>Please write a whole number of days, 1 or more.</source>
        <translation>请填天数，1 或以上的整数。</translation>
    </message>
    <message>
        <source>Please write the reason: it goes into the file and onto the paper.</source>
        <translation>请写原因：将入卷并写入文书。</translation>
    </message>
    <message>
        <source>Please write the name of the person who stands here.</source>
        <translation>请写来领取的人的姓名。</translation>
    </message>
    <message>
        <source>Please write the number of the document that this person shows.</source>
        <translation>请写来领取的人出示的证件号码。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SearchField</name>
    <message>
        <source>Search everywhere</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>找到的</translation>
    </message>
    <message>
        <source>Number · name · phone · item</source>
        <translation>编号 · 姓名 · 拼音 · 手机尾号 · 事项</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SettingsScreen</name>
    <message>
        <source>automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>upper tray</source>
        <translation>上纸盒</translation>
    </message>
    <message>
        <source>lower tray</source>
        <translation>下纸盒</translation>
    </message>
    <message>
        <source>middle tray</source>
        <translation>中纸盒</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手动送纸</translation>
    </message>
    <message>
        <source>envelopes</source>
        <translation>信封</translation>
    </message>
    <message>
        <source>envelopes by hand</source>
        <translation>手动送信封</translation>
    </message>
    <message>
        <source>tractor</source>
        <translation>链式送纸</translation>
    </message>
    <message>
        <source>small sheets</source>
        <translation>小幅面</translation>
    </message>
    <message>
        <source>large sheets</source>
        <translation>大幅面</translation>
    </message>
    <message>
        <source>large tray</source>
        <translation>大容量纸盒</translation>
    </message>
    <message>
        <source>cassette</source>
        <translation>纸匣</translation>
    </message>
    <message>
        <source>form tray</source>
        <translation>表单纸盒</translation>
    </message>
    <message>
        <source>Papers and printers</source>
        <translation>文书与打印机</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>纸盒</translation>
    </message>
    <message>
        <source>Right, mm</source>
        <translation>向右，毫米</translation>
    </message>
    <message>
        <source>Down, mm</source>
        <translation>向下，毫米</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>份数</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Locks itself after so many minutes</source>
        <translation>无人操作多少分钟后自动锁定</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>文书</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Offset, mm</source>
        <translation>偏移，毫米</translation>
    </message>
    <message>
        <source>the system&apos;s usual printer</source>
        <translation>系统默认打印机</translation>
    </message>
    <message>
        <source>Language, appearance and size change with the next start.</source>
        <translation>语言、外观、文字大小在下次启动时生效。</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Yichuang %1</source>
        <translation>一窗 %1</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>File of this machine</source>
        <translation>本机文件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>%1 (not ready)</source>
        <translation>%1（未就绪）</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1（不在线）</translation>
    </message>
    <message>
        <source>Kept for all papers of this size.</source>
        <translation>已保存，同尺寸文书都照此办理。</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>已保存。</translation>
    </message>
    <message>
        <source>This could not be written to the folder of this machine&apos;s file. Is the disk full?</source>
        <translation>写不进本机文件所在的目录。请看磁盘是否已满。</translation>
    </message>
    <message>
        <source>Kept. It changes with the next start of the program.</source>
        <translation>已保存，下次启动程序时生效。</translation>
    </message>
    <message>
        <source>Printed on %1. Measure the corner: what lacks to the right and downwards goes into the fields.</source>
        <translation>已在 %1 打印。请量角标：向右、向下各差多少，填进上面两格。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SignInScreen</name>
    <message>
        <source>Name or staff number</source>
        <translation>姓名或工号</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation>中心地址</translation>
    </message>
    <message>
        <source>Enrolment code, from the administrator, for one use</source>
        <translation>注册码（由管理员发给，用一次）</translation>
    </message>
    <message>
        <source>Last here</source>
        <translation>最近登录</translation>
    </message>
    <message>
        <source>Demonstration hall: who may sign in</source>
        <translation>演示大厅：可登录的人员</translation>
    </message>
    <message>
        <source>Yichuang</source>
        <translation>一窗</translation>
    </message>
    <message>
        <source>This machine is new here. The administrator makes a code for its window, good for one use within a day.</source>
        <translation>本机是新的。请管理员为本窗口生成注册码，一天内用一次有效。</translation>
    </message>
    <message>
        <source>  (offline until %1)</source>
        <translation>  （可离线至 %1）</translation>
    </message>
    <message>
        <source>Enrol  Enter</source>
        <translation>注册  Enter</translation>
    </message>
    <message>
        <source>Sign in  Enter</source>
        <translation>登录  Enter</translation>
    </message>
    <message>
        <source>Today is %1: that is right</source>
        <translation>今天是 %1，没错</translation>
    </message>
    <message>
        <source>The clock of this machine has moved. Please compare the date with the calendar on the wall.</source>
        <translation>本机时钟被改动过。请与墙上的日历核对日期。</translation>
    </message>
    <message>
        <source>Please write your name.</source>
        <translation>请填姓名。</translation>
    </message>
    <message>
        <source>Please write your password.</source>
        <translation>请填密码。</translation>
    </message>
    <message>
        <source>Please write the code that the administrator made for this window.</source>
        <translation>请填管理员为本窗口生成的注册码。</translation>
    </message>
    <message>
        <source>Choose somebody and press Enter: name and password are filled in. At one window one after the other may work: Ctrl+L locks it for the next.</source>
        <translation>选一人按 Enter，姓名和密码自动填好。同一窗口可以换人：Ctrl+L 锁定，再由下一位登录。</translation>
    </message>
    <message>
        <source>Waiting for this machine&apos;s keychain. If it asks for its password in a window of its own, please answer there.</source>
        <translation>正在等待本机的密钥环。如果它弹出窗口询问密码，请先在那里回答。</translation>
    </message>
    <message>
        <source>This machine is new here. Its code has been made already: press Enter.</source>
        <translation>本机是新的。注册码已经生成并填好，请按 Enter。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>This machine was enrolled before, but nobody signed in and no keychain kept its key. Please enrol it anew: the administrator makes a code for its window.</source>
        <translation>本机注册过，但没有人登录过，密钥环也没有保存密钥。请重新注册：由管理员为本窗口生成注册码。</translation>
    </message>
    <message>
        <source>No keychain answers on this machine: what waits goes up after the first sign-in.</source>
        <translation>本机没有可用的密钥环：首次登录后才上传等待的办件。</translation>
    </message>
    <message>
        <source>The hall&apos;s recovery key, from the administrator&apos;s paper</source>
        <translation>大厅的恢复私钥（照管理员保存的纸面输入）</translation>
    </message>
    <message>
        <source>Esc goes back to name and password.</source>
        <translation>按 Esc 回到姓名和密码。</translation>
    </message>
    <message>
        <source>Open the file  Enter</source>
        <translation>打开本机数据  Enter</translation>
    </message>
    <message>
        <source>Please write the recovery key.</source>
        <translation>请输入恢复私钥。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::SyncScreen</name>
    <message numerus="yes">
        <source>%n act(s) wait here to be sent.</source>
        <translation>
            <numerusform>%n 件在本机等待上传。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>没有等待上传的。</translation>
    </message>
    <message>
        <source>Connected to the centre. %1</source>
        <translation>已连通中心。%1</translation>
    </message>
    <message>
        <source>The centre has not been reached yet. %1</source>
        <translation>还没有连上过中心。%1</translation>
    </message>
    <message>
        <source>Somebody else answers at the centre&apos;s address (a login page?). %1 Intake and printing go on. Please tell the administrator.</source>
        <translation>应答的不是中心（可能是网络登录页）。%1收件、打印照常。请告知管理员。</translation>
    </message>
    <message>
        <source>This machine&apos;s clock is far from the centre&apos;s. Please tell the administrator. %1</source>
        <translation>本机时钟与中心相差太多，请告知管理员。%1</translation>
    </message>
    <message>
        <source>Sending begins after the first sign-in. %1</source>
        <translation>首次登录后开始上传。%1</translation>
    </message>
    <message>
        <source>The centre knows more of this machine&apos;s work than the machine itself (a restored image?). It has to be enrolled anew before anything is signed. %1</source>
        <translation>中心存有的本机记录比本机的还多（可能是本机恢复过旧备份）。本机须先重新注册，再签办。%1</translation>
    </message>
    <message>
        <source>The centre no longer knows this workstation. Please tell the administrator. %1</source>
        <translation>中心已不认识本机，请告知管理员。%1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待上传</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>oldest since %1</source>
        <translation>最早 %1</translation>
    </message>
    <message>
        <source>last contact %1</source>
        <translation>上次连通 %1</translation>
    </message>
    <message>
        <source>next try %1</source>
        <translation>下次重试 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n number(s) left</source>
        <translation>
            <numerusform>号段余 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message numerus="yes">
        <source>%n act(s)</source>
        <translation>
            <numerusform>%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>may be refused</source>
        <translation>可能不被接受</translation>
    </message>
    <message>
        <source>What</source>
        <translation>动作</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>需要您处理</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>The centre, before</source>
        <translation>中心，此前</translation>
    </message>
    <message>
        <source>What you may do</source>
        <translation>可以这样做</translation>
    </message>
    <message>
        <source>Lawful now: %1</source>
        <translation>现在可办：%1</translation>
    </message>
    <message>
        <source>Leave it to the chief, with a note</source>
        <translation>搁置，附说明交首席代表</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>未被接受</translation>
    </message>
    <message>
        <source>not as it was signed</source>
        <translation>与签名不符</translation>
    </message>
    <message>
        <source>number used already</source>
        <translation>号码已被占用</translation>
    </message>
    <message>
        <source>received only</source>
        <translation>只算收件</translation>
    </message>
    <message>
        <source>damaged on this machine</source>
        <translation>本机数据损坏</translation>
    </message>
    <message>
        <source>Enrol this workstation anew</source>
        <translation>重新注册本机</translation>
    </message>
    <message>
        <source>Enrol anew</source>
        <translation>重新注册</translation>
    </message>
    <message>
        <source>New enrolment code of this window</source>
        <translation>本窗口的新注册码</translation>
    </message>
    <message>
        <source>The centre knows this workstation: there is nothing to enrol anew.</source>
        <translation>中心认得本工作站，不需要重新注册。</translation>
    </message>
    <message>
        <source>Nothing of this workstation was refused.</source>
        <translation>本机没有未获认可的办理。</translation>
    </message>
    <message>
        <source>The number of this case stands.</source>
        <translation>本件的编号有效，不需要换号。</translation>
    </message>
    <message>
        <source>There is no other.</source>
        <translation>没有别的了。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nobody else did anything that has a paper.</source>
        <translation>别处没有办过需要出文书的步骤。</translation>
    </message>
    <message>
        <source>Not lawful: %1</source>
        <translation>法律不允许：%1</translation>
    </message>
    <message>
        <source>Decided on</source>
        <translation>依据的状态</translation>
    </message>
    <message>
        <source>Would have led to</source>
        <translation>本应到达</translation>
    </message>
    <message>
        <source>Printed and perhaps handed out already: %1. It does not hold; please tell the applicant.</source>
        <translation>已打印，可能已交申请人：%1。它没有生效，请告知申请人。</translation>
    </message>
    <message>
        <source>Nobody else did anything with this case.</source>
        <translation>别处没有办过这件。</translation>
    </message>
    <message>
        <source>State now</source>
        <translation>现在的状态</translation>
    </message>
    <message>
        <source>Lacking</source>
        <translation>缺</translation>
    </message>
    <message>
        <source>Nothing was overwritten: both sides are kept. All other cases go on.</source>
        <translation>没有任何内容被覆盖，两边都保留着；其余各件照常。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Just cut off from the centre. %1 Intake and printing go on.</source>
        <translation>刚刚与中心断开。%1收件、打印照常。</translation>
    </message>
    <message>
        <source>The centre is of another release than this program: they don&apos;t understand each other. %1 Intake and printing go on. Please tell the administrator which machine this is.</source>
        <translation>中心与本机程序的版本不同，互不相通。%1 收件、打印照常。请告知管理员是哪一台电脑。</translation>
    </message>
    <message>
        <source>Cut off from the centre for %1. %2 Intake and printing go on.</source>
        <translation>与中心断开 %1，%2收件、打印照常。</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TodayScreen</name>
    <message>
        <source>What waits for you</source>
        <translation>等您办的</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>to decide</source>
        <translation>待决定</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停</translation>
    </message>
    <message>
        <source>to hand over</source>
        <translation>待发件</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>refused by the centre</source>
        <translation>中心未接受</translation>
    </message>
    <message>
        <source>Numbers left</source>
        <translation>号段余</translation>
    </message>
    <message>
        <source>First of all</source>
        <translation>先办这些</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>您不在时</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有等您办的件</translation>
    </message>
    <message>
        <source>Take the next application in with F2.</source>
        <translation>按 F2 收下一件。</translation>
    </message>
    <message>
        <source>most urgent first</source>
        <translation>最急的在前</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) by others</source>
        <translation>
            <numerusform>别人办了 %n 步</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody else did anything with your cases.</source>
        <translation>您经手的件，别人没有办过什么。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: each case&apos;s page tells it</source>
        <translation>
            <numerusform>还有 %n 步，见各件的办理经过</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yichuang::ui::TwoMarks</name>
    <message>
        <source>Taken in here and known at the centre</source>
        <translation>窗口已收，中心已知</translation>
    </message>
    <message>
        <source>Taken in here; the centre does not know it yet</source>
        <translation>窗口已收，中心待确认</translation>
    </message>
</context>
<context>
    <name>yichuang::ui::WorkstationWindow</name>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>To hand over</source>
        <translation>发件</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已办</translation>
    </message>
</context>
</TS>
