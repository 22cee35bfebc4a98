<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en_US">
<context>
    <name>FileLink</name>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
</context>
<context>
    <name>LedgerTable</name>
    <message>
        <source>The ledger does not balance: %1</source>
        <translation>台账不平：%1</translation>
    </message>
    <message>
        <source>✓ %1 = %2 covered + %3 in gaps</source>
        <translation>✓ %1 = 已覆盖 %2 + 空白 %3</translation>
    </message>
    <message>
        <source>✓ %1 = %2 covered + %3 in gaps + %4 unreachable</source>
        <translation>✓ %1 = 已覆盖 %2 + 空白 %3 + 不可达 %4</translation>
    </message>
</context>
<context>
    <name>RelocationWords</name>
    <message>
        <source>%1 person-kilometres</source>
        <translation>%1 人公里</translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n 处安置点</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can be placed under these conditions; loosen one of them.</source>
        <translation>在这些条件下无人可以安置，请放宽其中一项。</translation>
    </message>
    <message>
        <source>Proved optimal: %1</source>
        <translation>已证明最优：%1</translation>
    </message>
    <message>
        <source>Best found, not proved: %1; at most %2 above the best possible.</source>
        <translation>当前最好结果（未证明最优）：%1；最多比最优值高 %2。</translation>
    </message>
    <message>
        <source>%1 people = %2 placed + %3 not placed</source>
        <translation>%1 人 = 已安置 %2 + 未安置 %3</translation>
    </message>
    <message>
        <source>%1 households = %2 placed + %3 not placed</source>
        <translation>%1 户 = 已安置 %2 + 未安置 %3</translation>
    </message>
    <message>
        <source>The sums do not agree; please report this with your data.</source>
        <translation>合计不平；请连同数据一起反馈。</translation>
    </message>
    <message>
        <source>People move %1 on average, %2 at most; %3 person-kilometres in total.</source>
        <translation>人均搬迁 %1，最远 %2；合计 %3 人公里。</translation>
    </message>
    <message numerus="yes">
        <source>Used: %1 of %n site(s), with room for %2 people in all; computed in %3 s.</source>
        <translation>
            <numerusform>启用 %n 处安置点中的 %1 处，全部安置点共可容纳 %2 人；用时 %3 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>no site in the county</source>
        <translation>本县没有安置点</translation>
    </message>
    <message>
        <source>too far</source>
        <translation>超出最远距离</translation>
    </message>
    <message>
        <source>no room left</source>
        <translation>容量不足</translation>
    </message>
    <message>
        <source>too many to stay together</source>
        <translation>整体人数过多，无处容纳</translation>
    </message>
    <message>
        <source>no allowed site</source>
        <translation>没有可用的安置点</translation>
    </message>
</context>
<context>
    <name>ScreeningWords</name>
    <message>
        <source>✓ passes</source>
        <translation>✓ 通过</translation>
    </message>
    <message>
        <source>✗ fails</source>
        <translation>✗ 不通过</translation>
    </message>
    <message>
        <source>? unknown</source>
        <translation>? 未知</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>asked for: %1</source>
        <translation>要求 %1</translation>
    </message>
    <message>
        <source>nearest: %1</source>
        <translation>最近：%1</translation>
    </message>
    <message>
        <source>the rule&apos;s data do not reach here</source>
        <translation>该规则的数据不覆盖此处</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>excludes %n candidate(s)</source>
        <translation>
            <numerusform>排除 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them alone</source>
        <translation>
            <numerusform>其中仅因本条 %n 处</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>weighted; missed by %n candidate(s)</source>
        <translation>
            <numerusform>加权项；%n 处未达到</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 处未知</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 of %n candidate(s) pass</source>
        <translation>
            <numerusform>✓ %n 处候选地中 %1 处通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %n fail</source>
        <translation>
            <numerusform>✗ %n 处不通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>? %n unknown</source>
        <translation>
            <numerusform>? %n 处未知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SitingWords</name>
    <message>
        <source>sites within the budget of %1</source>
        <translation>造价不超过 %1 的方案</translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n 个站点</numerusform>
        </translation>
    </message>
    <message>
        <source>Best found, not proved: %1; at most %2 below the best possible.</source>
        <translation>目前最好，尚未证明最优：%1，比理论最好结果最多低 %2。</translation>
    </message>
    <message>
        <source>Best found, not proved: %1; at most %2 above the best possible.</source>
        <translation>目前最好，尚未证明最优：%1，比理论最好结果最多高 %2。</translation>
    </message>
    <message>
        <source>%1 person-kilometres</source>
        <translation>%1 人公里</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>Proved: no choice of sites meets these conditions; loosen one of them.</source>
        <translation>已证明：没有任何选址满足这些条件，请放宽其中一项。</translation>
    </message>
    <message>
        <source>Proved optimal: %1</source>
        <translation>已证明最优：%1</translation>
    </message>
    <message>
        <source>Served: %1 → %2 of %3 people (%4 → %5)</source>
        <translation>覆盖人口：%1 → %2，共 %3 人（%4 → %5）</translation>
    </message>
    <message>
        <source>Bound %1, gap %2, computed in %3 s.</source>
        <translation>界 %1，差距 %2，用时 %3 秒。</translation>
    </message>
    <message>
        <source>Computed in %1 s.</source>
        <translation>用时 %1 秒。</translation>
    </message>
    <message numerus="yes">
        <source>%1 people in %n place(s) live beyond every candidate and station.</source>
        <translation>
            <numerusform>有 %n 处共 %1 人，任何候选点和站点都覆盖不到。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be closed: %n existing station(s).</source>
        <translation>
            <numerusform>关闭 %n 个现有站点。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 person-minutes</source>
        <translation>%1 人分钟</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ColumnChoice</name>
    <message>
        <source>No layer yet</source>
        <translation>尚未选择图层</translation>
    </message>
    <message>
        <source>The layer&apos;s own points</source>
        <translation>图层自带的点</translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <translation>%1（自动识别）</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>未识别到</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1（已不存在）</translation>
    </message>
    <message>
        <source>A raster has no columns</source>
        <translation>栅格没有字段</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ComparePage</name>
    <message>
        <source>Swap</source>
        <translation>对调</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Folder of an audit</source>
        <translation>审计结果文件夹</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>统计单元</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>What-if as it is now</source>
        <translation>当前推演</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>方案：%1</translation>
    </message>
    <message>
        <source>Audit: %1</source>
        <translation>审计：%1</translation>
    </message>
    <message>
        <source>An audit in a folder…</source>
        <translation>文件夹中的审计…</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Run an audit, save a scenario, or choose the folder of an audit.</source>
        <translation>还没有可以比较的内容。请先运行一次审计、保存一个方案，或选择审计结果文件夹。</translation>
    </message>
    <message>
        <source>Choose two different ones.</source>
        <translation>请选择两个不同的对象。</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>正在比较</translation>
    </message>
    <message>
        <source>Comparison: %1 → %2</source>
        <translation>比较：%1 → %2</translation>
    </message>
    <message>
        <source>Without both demand layers only each zone&apos;s net change is known.</source>
        <translation>没有两次审计的需求图层，只能给出各单元的净变化。</translation>
    </message>
    <message>
        <source>⚠ The two use different radii, %1 and %2.</source>
        <translation>⚠ 两者的半径不同：%1 与 %2。</translation>
    </message>
    <message numerus="yes">
        <source>No longer in the list: %n station(s) of “%1”.</source>
        <translation>
            <numerusform>“%1”中有 %n 个站点已不在名单里。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stations (%1)</source>
        <translation>站点（%1）</translation>
    </message>
    <message>
        <source>No station changed.</source>
        <translation>站点没有变化。</translation>
    </message>
    <message>
        <source>List the unchanged zones as well</source>
        <translation>同时列出没有变化的单元</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ComparisonModel</name>
    <message>
        <source>After %1 = before %2 + gained %3 − lost %4</source>
        <translation>之后 %1 = 之前 %2 + 新获 %3 − 失去 %4</translation>
    </message>
    <message>
        <source>After %1 = before %2 + gained %3 − lost %4 − shrunk %5</source>
        <translation>之后 %1 = 之前 %2 + 新获 %3 − 失去 %4 − 减少 %5</translation>
    </message>
    <message>
        <source>After %1 = before %2 + gained %3 − lost %4 + grown %5</source>
        <translation>之后 %1 = 之前 %2 + 新获 %3 − 失去 %4 + 增长 %5</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>新增：%1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>撤销：%1</translation>
    </message>
    <message>
        <source>Moved by %2: %1</source>
        <translation>移动 %2：%1</translation>
    </message>
    <message>
        <source>Renamed: %1, before %2</source>
        <translation>更名：%1，原名 %2</translation>
    </message>
    <message>
        <source>Outside the zones</source>
        <translation>单元之外</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>新获</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失去</translation>
    </message>
    <message>
        <source>Grown</source>
        <translation>人口增减</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净变化</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::CoveragePage</name>
    <message>
        <source>Choose stations, demand and zones on the page Data, or open the Qinghai demo.</source>
        <translation>请在“数据”页选择站点、需求和统计单元，或打开青海演示数据。</translation>
    </message>
    <message>
        <source>&amp;Go to Data</source>
        <translation>前往“数据”页(&amp;G)</translation>
    </message>
    <message>
        <source>Open the Qinghai d&amp;emo</source>
        <translation>打开青海演示数据(&amp;E)</translation>
    </message>
    <message>
        <source>Everyone is counted exactly once.</source>
        <translation>每个人恰好计一次。</translation>
    </message>
    <message>
        <source>Co&amp;py the table</source>
        <translation>复制表格(&amp;P)</translation>
    </message>
    <message>
        <source>Copies all rows for a spreadsheet.</source>
        <translation>复制全部行，可粘贴到电子表格。</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Counts who is covered; QGIS stays usable meanwhile.</source>
        <translation>统计谁已覆盖；运行期间 QGIS 可照常使用。</translation>
    </message>
    <message>
        <source>Choose stations, demand and zones first.</source>
        <translation>请先选择站点、需求和统计单元。</translation>
    </message>
    <message>
        <source>Yiquan: coverage</source>
        <translation>驿圈：覆盖审计</translation>
    </message>
    <message>
        <source>%1 of %2 people are covered (%3).</source>
        <translation>%2 人中已覆盖 %1 人（%3）。</translation>
    </message>
    <message>
        <source>✓ Open round the clock: %1 of the stations, target %2.</source>
        <translation>✓ 24 小时站点占 %1，目标 %2。</translation>
    </message>
    <message>
        <source>✗ Open round the clock: %1 of the stations, target %2.</source>
        <translation>✗ 24 小时站点占 %1，目标 %2。</translation>
    </message>
    <message>
        <source>✓ Honoured: %1 of the stations, target %2.</source>
        <translation>✓ 最美驿站占 %1，目标 %2。</translation>
    </message>
    <message>
        <source>✗ Honoured: %1 of the stations, target %2.</source>
        <translation>✗ 最美驿站占 %1，目标 %2。</translation>
    </message>
    <message>
        <source>Yiquan: the last audit</source>
        <translation>驿圈：上一次审计</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::DataPage</name>
    <message>
        <source>Open the Qinghai &amp;demo</source>
        <translation>打开青海演示数据(&amp;D)</translation>
    </message>
    <message>
        <source>Adds stations, people and counties of Qinghai to try everything with.</source>
        <translation>载入青海的站点、人口和区县，用来试用全部功能。</translation>
    </message>
    <message>
        <source>&amp;Stations</source>
        <translation>站点(&amp;S)</translation>
    </message>
    <message>
        <source>D&amp;emand</source>
        <translation>需求(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Zones</source>
        <translation>统计单元(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Roads</source>
        <translation>道路(&amp;R)</translation>
    </message>
    <message>
        <source>Optional: travel times come with street networks in a later version.</source>
        <translation>可不选：出行时间将随道路网络在以后的版本中提供。</translation>
    </message>
    <message>
        <source>Show the shift on the &amp;map</source>
        <translation>在图上显示偏移(&amp;M)</translation>
    </message>
    <message>
        <source>Draws a line from the listed to the corrected place, at most 1,000 per list.</source>
        <translation>从登记位置到改正位置画线，每份名单最多 1,000 条。</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>坐标基准</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Columns are found by their names; correct here any that were found wrongly.</source>
        <translation>字段按名称自动识别；识别有误时请在这里改正。</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>统计单元</translation>
    </message>
    <message>
        <source>&amp;Check the data</source>
        <translation>检查数据(&amp;C)</translation>
    </message>
    <message>
        <source>Reads all rows and lists what is wrong with them.</source>
        <translation>读取全部行，并列出其中的问题。</translation>
    </message>
    <message>
        <source>Choose stations, demand and zones first.</source>
        <translation>请先选择站点、需求和统计单元。</translation>
    </message>
    <message>
        <source>Yiquan: checking the data</source>
        <translation>驿圈：检查数据</translation>
    </message>
    <message>
        <source>This row has no place on the map; it is selected in its layer.</source>
        <translation>这一行在图上没有位置，已在图层中选中。</translation>
    </message>
    <message>
        <source>This concerns the whole layer.</source>
        <translation>该问题涉及整个图层。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::DatumChoice</name>
    <message>
        <source>AMap and Tencent lists are GCJ-02, Baidu lists BD-09.</source>
        <translation>高德、腾讯名单为 GCJ-02，百度名单为 BD-09。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::DatumPreview</name>
    <message>
        <source>Measuring the shift…</source>
        <translation>正在量算偏移…</translation>
    </message>
    <message>
        <source>Yiquan: measuring the shift</source>
        <translation>驿圈：量算偏移</translation>
    </message>
    <message>
        <source>There is no usable place in the list.</source>
        <translation>名单中没有可用的位置。</translation>
    </message>
    <message>
        <source>%1 → WGS 84: stations move by %2 m on average (from %3 to %4 m).</source>
        <translation>%1 → WGS84：站点平均移动 %2 米（%3 至 %4 米）。</translation>
    </message>
    <message>
        <source>%1 → WGS 84: demand moves by %2 m on average (from %3 to %4 m).</source>
        <translation>%1 → WGS84：需求点平均移动 %2 米（%3 至 %4 米）。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::Dock</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>推演</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Siting</source>
        <translation>选址</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>搬迁选址</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportAudit</name>
    <message>
        <source>Folder of an audit</source>
        <translation>审计结果目录</translation>
    </message>
    <message>
        <source>The folder that holds audit.gpkg.</source>
        <translation>存有 audit.gpkg 的目录。</translation>
    </message>
    <message>
        <source>An audit in a folder…</source>
        <translation>目录中的审计…</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportForm</name>
    <message>
        <source>A&amp;udit</source>
        <translation>审计(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>之前(&amp;B)</translation>
    </message>
    <message>
        <source>The earlier audit.</source>
        <translation>较早的一次审计。</translation>
    </message>
    <message>
        <source>Language on the page; names stay as the data writes them.</source>
        <translation>图上文字的语言；地名、站名保持数据中的写法。</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>语言(&amp;N)</translation>
    </message>
    <message>
        <source>Words on the page</source>
        <translation>图上文字</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>标题(&amp;T)</translation>
    </message>
    <message>
        <source>the audit&apos;s title</source>
        <translation>审计的标题</translation>
    </message>
    <message>
        <source>&amp;Subtitle</source>
        <translation>副标题(&amp;S)</translation>
    </message>
    <message>
        <source>standard and figure of the page</source>
        <translation>服务标准与本页数字</translation>
    </message>
    <message>
        <source>Un&amp;it</source>
        <translation>制图单位(&amp;I)</translation>
    </message>
    <message>
        <source>who made the map</source>
        <translation>由谁制图</translation>
    </message>
    <message>
        <source>Appro&amp;val</source>
        <translation>审图号(&amp;V)</translation>
    </message>
    <message>
        <source>for internal meetings</source>
        <translation>内部会议用图</translation>
    </message>
    <message>
        <source>Number of the map&apos;s approval (审图号). Without one the page says that it is for internal meetings.</source>
        <translation>地图审核批准号。不填时图上注明“内部会议用图”。</translation>
    </message>
    <message>
        <source>Today, unless you choose another day.</source>
        <translation>默认为当天，也可另选日期。</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>Pa&amp;ge size</source>
        <translation>纸张(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Content</source>
        <translation>内容(&amp;C)</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportPage</name>
    <message>
        <source>Report (HTML)</source>
        <translation>网页报告（HTML）</translation>
    </message>
    <message>
        <source>There is no audit yet. Run one on the page Coverage, or choose the folder of one below.</source>
        <translation>还没有审计结果。请先在“覆盖”页运行一次，或在下方选择一个审计结果目录。</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Open in &amp;layout designer</source>
        <translation>在布局设计器中打开(&amp;L)</translation>
    </message>
    <message>
        <source>Puts the page shown into the project, to change it by hand.</source>
        <translation>把当前页放入工程，可手工修改。</translation>
    </message>
    <message>
        <source>&amp;Report (HTML)…</source>
        <translation>网页报告(&amp;R)…</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>Writes the pages into the file above.</source>
        <translation>把各页写入上面的文件。</translation>
    </message>
    <message>
        <source>Choose an audit first.</source>
        <translation>请先选择一次审计。</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>已写出 %1。</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s) were written.</source>
        <translation>
            <numerusform>已写出 %1 等，另有 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>The page is in the project now: Project &gt; Layouts &gt; %1.</source>
        <translation>该页已放入工程：工程 &gt; 布局 &gt; %1。</translation>
    </message>
    <message>
        <source>Go to Co&amp;verage</source>
        <translation>前往“覆盖”页(&amp;V)</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportPreview</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Page shown</source>
        <translation>当前页</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportQuestion</name>
    <message>
        <source>Leave it</source>
        <translation>不替换</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 已存在，是否替换？</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s) are there already. Replace them?</source>
        <translation>
            <numerusform>%1 等文件已存在（另有 %n 个），是否替换？</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportReport</name>
    <message>
        <source>Report on the audit</source>
        <translation>审计报告</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>&amp;Write the report</source>
        <translation>写出报告(&amp;W)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>One page with figures, tables and a map for any browser, without a network.</source>
        <translation>一个网页文件，含数字、表格和地图，任何浏览器都能打开，无需联网。</translation>
    </message>
    <message>
        <source>Yiquan: report</source>
        <translation>驿圈：报告</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>已写出 %1。</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportTarget</name>
    <message>
        <source>All pages</source>
        <translation>全部页面</translation>
    </message>
    <message>
        <source>The page shown</source>
        <translation>当前页</translation>
    </message>
    <message>
        <source>These pages</source>
        <translation>指定页</translation>
    </message>
    <message>
        <source>Numbers of the pages, such as 1-3, 5.</source>
        <translation>页码，如 1-3，5。</translation>
    </message>
    <message>
        <source>Export the pages</source>
        <translation>导出页面</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Pictures (*.png);;Drawings (*.svg)</source>
        <translation>PDF (*.pdf);;图片 (*.png);;矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>One PDF, or one picture for each page: maps-1.png, maps-2.png and so on.</source>
        <translation>PDF 为一个文件；图片每页一个：maps-1.png、maps-2.png 等。</translation>
    </message>
    <message>
        <source>PDF to print and to send, PNG for slides and chats, SVG to draw on.</source>
        <translation>PDF 用于打印和传送，PNG 用于幻灯片和聊天，SVG 可继续绘制。</translation>
    </message>
    <message>
        <source>Resolution of pictures; 300 for print, 150 for a screen.</source>
        <translation>图片的精细度；打印用 300，屏幕用 150。</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>页码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>格式(&amp;O)</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>地图</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::FindingsModel</name>
    <message>
        <source>Kind</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>问题说明</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::FindingsPanel</name>
    <message>
        <source>Co&amp;py</source>
        <translation>复制(&amp;P)</translation>
    </message>
    <message>
        <source>Which kind of fault the list shows.</source>
        <translation>列表显示哪一类问题。</translation>
    </message>
    <message>
        <source>Copies the selected rows, or all, for a spreadsheet.</source>
        <translation>复制选中的行（未选则全部），可粘贴到电子表格。</translation>
    </message>
    <message>
        <source>All kinds (%1)</source>
        <translation>全部类别（%1）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Click a row to see it on the map.</source>
        <translation>单击一行，在图上查看。</translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation>没有发现问题。</translation>
    </message>
    <message>
        <source>Check the data to see missing, swapped or duplicate entries.</source>
        <translation>点击“检查数据”，查看缺失、颠倒或重复的条目。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::KeptRun</name>
    <message>
        <source>Yiquan: reading the data</source>
        <translation>驿圈：读取数据</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>正在读取数据</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::KeptRunPanel</name>
    <message>
        <source>The program yiquan does the computing; QGIS stays usable meanwhile.</source>
        <translation>由程序 yiquan 计算，其间 QGIS 可照常使用。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LayerChoice</name>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Adds a file to the project and uses it.</source>
        <translation>把文件加入工程并选用。</translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation>添加名单</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>名单</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LedgerChart</name>
    <message>
        <source>People covered and in gaps</source>
        <translation>已覆盖与空白区人口</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>空白</translation>
    </message>
    <message numerus="yes">
        <source>%n more are in the table.</source>
        <translation>
            <numerusform>另有 %n 项见表格。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 covered, %3 in gaps (%4)</source>
        <translation>%1：已覆盖 %2，空白 %3（%4）</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LedgerModel</name>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Outside all zones</source>
        <translation>单元之外</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The target of %1 is met.</source>
        <translation>达到目标 %1。</translation>
    </message>
    <message>
        <source>The target of %1 is missed.</source>
        <translation>未达到目标 %1。</translation>
    </message>
    <message>
        <source>%1 gained coverage, %2 lost it.</source>
        <translation>新获覆盖 %1 人，失去覆盖 %2 人。</translation>
    </message>
    <message>
        <source>%1 of %2 km² is covered.</source>
        <translation>%2 平方公里中已覆盖 %1 平方公里。</translation>
    </message>
    <message>
        <source>Distances do not add up; see the individual zones.</source>
        <translation>距离不能相加，请看各单元。</translation>
    </message>
    <message>
        <source>Distance to the nearest station: mean %1, median %2, worst %3.</source>
        <translation>到最近站点的距离：平均 %1，中位数 %2，最远 %3。</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>需求</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>空白</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>One only</source>
        <translation>仅一处</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Land, km²</source>
        <translation>覆盖面积 km²</translation>
    </message>
    <message>
        <source>Land, %</source>
        <translation>面积覆盖率</translation>
    </message>
    <message>
        <source>90 % within</source>
        <translation>九成人以内</translation>
    </message>
    <message>
        <source>People in the zone.</source>
        <translation>单元内的人数。</translation>
    </message>
    <message>
        <source>People served by at least one station.</source>
        <translation>至少由一处站点服务的人数。</translation>
    </message>
    <message>
        <source>People served by no station.</source>
        <translation>没有站点服务的人数。</translation>
    </message>
    <message>
        <source>Share of the people covered; the mark is the target.</source>
        <translation>人口覆盖率；竖线为目标。</translation>
    </message>
    <message>
        <source>How many more or fewer people are covered than before.</source>
        <translation>已覆盖人数比之前的增减。</translation>
    </message>
    <message>
        <source>People served by only one station.</source>
        <translation>仅由一处站点服务的人数。</translation>
    </message>
    <message>
        <source>Stations that stand in the zone and take part.</source>
        <translation>位于单元内并参与计算的站点。</translation>
    </message>
    <message>
        <source>Land within reach of a station.</source>
        <translation>站点服务范围内的土地。</translation>
    </message>
    <message>
        <source>Share of the zone&apos;s land within reach of a station.</source>
        <translation>站点服务范围占单元面积的比例。</translation>
    </message>
    <message>
        <source>Nine in ten people live within this distance of their nearest station.</source>
        <translation>九成人口到最近站点的距离不超过此数。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationForm</name>
    <message>
        <source>Households or villages with head counts: points, or a table with coordinates.</source>
        <translation>带人数的户或村：点图层，或带经纬度的表。</translation>
    </message>
    <message>
        <source>&amp;Who moves</source>
        <translation>搬迁户(&amp;W)</translation>
    </message>
    <message>
        <source>Columns of the households</source>
        <translation>搬迁户的字段</translation>
    </message>
    <message>
        <source>Si&amp;tes</source>
        <translation>安置点(&amp;T)</translation>
    </message>
    <message>
        <source>Columns of the sites</source>
        <translation>安置点的字段</translation>
    </message>
    <message>
        <source>As many people as possible are placed first; this decides among such plans.</source>
        <translation>首先尽可能多地安置；在此前提下按本项取最优。</translation>
    </message>
    <message>
        <source>&amp;Aim</source>
        <translation>目标(&amp;A)</translation>
    </message>
    <message>
        <source> km</source>
        <translation> 公里</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>&amp;Farthest move</source>
        <translation>最远搬迁(&amp;F)</translation>
    </message>
    <message>
        <source>Stay wit&amp;hin</source>
        <translation>不出区域(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keep together</source>
        <translation>整体安置(&amp;K)</translation>
    </message>
    <message>
        <source>Sites that failed are never used.</source>
        <translation>筛查不通过的从不使用。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Then the best answer so far is taken, and it says how far from proven it is.</source>
        <translation>到时取当前最好的结果，并说明距证明还差多少。</translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation>时间上限(&amp;L)</translation>
    </message>
    <message>
        <source>no condition</source>
        <translation>无此条件</translation>
    </message>
    <message>
        <source>same %1</source>
        <translation>“%1”相同</translation>
    </message>
    <message>
        <source>a layer of sites</source>
        <translation>安置点图层</translation>
    </message>
    <message>
        <source>Only sites whose value in the column of that name is the same.</source>
        <translation>只安置到同名字段取值相同的安置点。</translation>
    </message>
    <message>
        <source>Rows of one value go to one site.</source>
        <translation>取值相同的各行安置到同一处。</translation>
    </message>
    <message>
        <source>&amp;use sites of unknown screening, too</source>
        <translation>筛查结果未知的安置点也可使用(&amp;U)</translation>
    </message>
    <message>
        <source>passed in step 1 (none yet)</source>
        <translation>第 1 步筛查通过的（尚未筛查）</translation>
    </message>
    <message>
        <source>passed in step 1</source>
        <translation>第 1 步筛查通过的</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>坐标基准</translation>
    </message>
    <message>
        <source>Assi&amp;gn the households</source>
        <translation>安置(&amp;G)</translation>
    </message>
    <message>
        <source>Choose the layer of those who move first.</source>
        <translation>请先选择搬迁户图层。</translation>
    </message>
    <message>
        <source>Screen candidates or choose a layer of sites first.</source>
        <translation>请先筛查候选地，或选择安置点图层。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationPage</name>
    <message>
        <source>1 Screening</source>
        <translation>1 筛查</translation>
    </message>
    <message>
        <source>2 Assignment</source>
        <translation>2 安置</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationSiteTable</name>
    <message>
        <source>not allowed by the screening</source>
        <translation>筛查不允许</translation>
    </message>
    <message>
        <source>used</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>● used, ○ not needed, ✗ not allowed by the screening</source>
        <translation>● 启用，○ 不需要，✗ 筛查不允许</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>安置点</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>占用</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>户数</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationView</name>
    <message>
        <source>Not placed; click a row to see why, and what would place them:</source>
        <translation>未能安置；点击一行查看原因，以及怎样才能安置：</translation>
    </message>
    <message>
        <source>Everybody is placed.</source>
        <translation>全部已安置。</translation>
    </message>
    <message>
        <source>Relocation (%1)</source>
        <translation>搬迁安置（%1）</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RunBar</name>
    <message>
        <source>&amp;Take the best so far</source>
        <translation>取当前最优(&amp;T)</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>取消(&amp;L)</translation>
    </message>
    <message>
        <source>Stops, and says how far from proven the best answer so far is.</source>
        <translation>停止计算，并说明当前最好结果距证明还差多少。</translation>
    </message>
    <message>
        <source>Stops and keeps nothing.</source>
        <translation>停止计算，不保留任何结果。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>正在启动…</translation>
    </message>
    <message>
        <source>%1 (%2 s)</source>
        <translation>%1（%2 秒）</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioModel</name>
    <message>
        <source>No target</source>
        <translation>不设目标</translation>
    </message>
    <message>
        <source>✓ met</source>
        <translation>✓ 达标</translation>
    </message>
    <message>
        <source>✗ missed</source>
        <translation>✗ 未达标</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>已覆盖</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>新获</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>失去</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioPanel</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>载入</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>方案名称</translation>
    </message>
    <message>
        <source>There is a scenario “%1” already; choose another name.</source>
        <translation>已有名为“%1”的方案，请换一个名称。</translation>
    </message>
    <message>
        <source>There is a scenario “%1” already; choose another name, or load it first.</source>
        <translation>已有名为“%1”的方案；请换一个名称，或先载入它。</translation>
    </message>
    <message>
        <source>“%1” is kept in the project. Save the project to keep it.</source>
        <translation>“%1”已放入工程；保存工程后即长期保留。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>现状</translation>
    </message>
    <message numerus="yes">
        <source>No longer in the list: %n station(s) of the scenario: %1.</source>
        <translation>
            <numerusform>方案中有 %n 个站点已不在名单里：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It was saved with a radius of %1.</source>
        <translation>该方案保存时的半径为 %1。</translation>
    </message>
    <message>
        <source>“%1” was deleted. &lt;a href=&quot;#&quot;&gt;Bring it back&lt;/a&gt;</source>
        <translation>“%1”已删除。&lt;a href=&quot;#&quot;&gt;恢复&lt;/a&gt;</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioStationPanel</name>
    <message>
        <source>Add here</source>
        <translation>在此增加</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>移到此处</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>撤销站点</translation>
    </message>
    <message>
        <source>Longitude and latitude: 101.778 36.617</source>
        <translation>经度和纬度：101.778 36.617</translation>
    </message>
    <message>
        <source>List the unchanged stations as well</source>
        <translation>同时列出未变动的站点</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioStations</name>
    <message>
        <source>Existing</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScratchLayers</name>
    <message>
        <source>What-if</source>
        <translation>推演</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScreeningForm</name>
    <message>
        <source>&amp;Screen the candidates</source>
        <translation>筛查候选地(&amp;S)</translation>
    </message>
    <message>
        <source>A rule file names the candidates, the layers to avoid or be near, and the limits.</source>
        <translation>规则文件写明候选地、要避开或靠近的图层，以及各项限值。</translation>
    </message>
    <message>
        <source>Rule files</source>
        <translation>规则文件</translation>
    </message>
    <message>
        <source>Rule file</source>
        <translation>规则文件</translation>
    </message>
    <message>
        <source>E&amp;xample…</source>
        <translation>示例(&amp;X)…</translation>
    </message>
    <message>
        <source>Copies the shipped rules to a place of your choice, to be changed there.</source>
        <translation>把自带的规则复制到您选择的位置，供修改使用。</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Opens the file with the system&apos;s editor.</source>
        <translation>用系统的编辑器打开该文件。</translation>
    </message>
    <message>
        <source>those of the rule file</source>
        <translation>规则文件中的候选地</translation>
    </message>
    <message>
        <source>&amp;Rule file</source>
        <translation>规则文件(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation>候选地(&amp;C)</translation>
    </message>
    <message>
        <source>Choose a rule file first.</source>
        <translation>请先选择规则文件。</translation>
    </message>
    <message>
        <source>Copy the example to</source>
        <translation>把示例复制到</translation>
    </message>
    <message>
        <source>%1 cannot be opened; check that it is there, and open it with a text editor.</source>
        <translation>无法打开 %1；请确认文件存在，并用文本编辑器打开。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScreeningTable</name>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选地</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScreeningView</name>
    <message>
        <source>&amp;Passed only</source>
        <translation>只看通过的(&amp;P)</translation>
    </message>
    <message>
        <source>Click a candidate to see it on the map, and why it passes or fails.</source>
        <translation>点击候选地可在地图上查看，并了解通过或不通过的原因。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>switched off in the file: %1</source>
        <translation>在文件中已关闭：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Screening: %1 (%2)</source>
        <translation>筛查：%1（%2）</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingChart</name>
    <message>
        <source>What each further site gains</source>
        <translation>每多一个站点的增益</translation>
    </message>
    <message numerus="yes">
        <source>All together, with %n site(s): %1</source>
        <translation>
            <numerusform>%n 个站点合计：%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s): %1</source>
        <translation>
            <numerusform>%n 个站点：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Gain: %1</source>
        <translation>增益：%1</translation>
    </message>
    <message>
        <source>Proved optimal</source>
        <translation>已证明最优</translation>
    </message>
    <message>
        <source>Not proved; the best possible is %1.</source>
        <translation>尚未证明最优，理论最好为 %1。</translation>
    </message>
    <message>
        <source>Gain per further site, at most %1</source>
        <translation>每多一个站点的增益，最多 %1</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingForm</name>
    <message>
        <source>&amp;Model</source>
        <translation>模型(&amp;M)</translation>
    </message>
    <message>
        <source>New sites</source>
        <translation>新站点数</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>预算</translation>
    </message>
    <message>
        <source>A budget needs a column of prices.</source>
        <translation>按预算选址需要造价字段。</translation>
    </message>
    <message>
        <source>How many sites to open in addition to the existing stations.</source>
        <translation>在现有站点之外新设多少个站点。</translation>
    </message>
    <message>
        <source>What the sites may cost in total, in the unit of the prices.</source>
        <translation>站点总造价上限，单位与造价字段相同。</translation>
    </message>
    <message>
        <source>and every number below, as a c&amp;urve</source>
        <translation>同时给出从 1 起的增益曲线(&amp;U)</translation>
    </message>
    <message>
        <source>Shows what each further site gains, and where it is no longer worthwhile.</source>
        <translation>显示每多一个站点的增益，看到第几个就不再划算。</translation>
    </message>
    <message>
        <source>How man&amp;y</source>
        <translation>规模(&amp;Y)</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>S&amp;hare to reach</source>
        <translation>要达到的覆盖率(&amp;H)</translation>
    </message>
    <message>
        <source> km</source>
        <translation> 公里</translation>
    </message>
    <message>
        <source>Straight-line distance on the ellipsoid; 0 uses the radius of the page Coverage.</source>
        <translation>椭球面上的直线距离；填 0 则采用“覆盖”页的半径。</translation>
    </message>
    <message>
        <source>Ra&amp;dius</source>
        <translation>半径(&amp;D)</translation>
    </message>
    <message>
        <source>A layer of candidates</source>
        <translation>候选点图层</translation>
    </message>
    <message>
        <source>Places picked on the map</source>
        <translation>在地图上点选</translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation>候选点(&amp;C)</translation>
    </message>
    <message>
        <source>Columns of the candidates</source>
        <translation>候选点的字段</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>坐标基准</translation>
    </message>
    <message>
        <source>stay open</source>
        <translation>全部保留</translation>
    </message>
    <message>
        <source>may close</source>
        <translation>可以关闭</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>不考虑</translation>
    </message>
    <message>
        <source>The stations of the page Data. Those that may close count as new sites.</source>
        <translation>“数据”页的站点。可以关闭的站点计入站点数。</translation>
    </message>
    <message>
        <source>&amp;Stations</source>
        <translation>现有站点(&amp;S)</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 秒</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Then the best answer so far is taken, and it says how far from proven it is.</source>
        <translation>到时采用当前最好的结果，并说明离证明还差多少。</translation>
    </message>
    <message>
        <source>&amp;Time limit</source>
        <translation>时限(&amp;T)</translation>
    </message>
    <message>
        <source>as on Coverage: %1</source>
        <translation>同“覆盖”页：%1</translation>
    </message>
    <message>
        <source>as on Coverage: none yet</source>
        <translation>同“覆盖”页：尚未设定</translation>
    </message>
    <message>
        <source>&amp;Find sites</source>
        <translation>开始选址(&amp;F)</translation>
    </message>
    <message>
        <source>Choose stations, demand and zones on the page Data first.</source>
        <translation>请先在“数据”页选择站点、需求和统计单元。</translation>
    </message>
    <message>
        <source>&amp;Go to Data</source>
        <translation>前往“数据”页(&amp;G)</translation>
    </message>
    <message>
        <source>Choose stations, demand and zones first.</source>
        <translation>请先选择站点、需求和统计单元。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingPlaces</name>
    <message>
        <source>&amp;Pick on the map</source>
        <translation>在地图上点选(&amp;P)</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>全部移除</translation>
    </message>
    <message>
        <source>Click on the map where a site could stand; Delete removes the last one.</source>
        <translation>在地图上点击可设站的位置；按 Delete 键撤回最后一处。</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>移除(&amp;V)</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingProposals</name>
    <message numerus="yes">
        <source>first proposed with %n site(s)</source>
        <translation>
            <numerusform>从 %n 个站点起入选</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>What this many sites reach beyond one site fewer.</source>
        <translation>与少一个站点相比多覆盖的部分。</translation>
    </message>
    <message>
        <source>People within the radius of the site.</source>
        <translation>站点半径内的人口。</translation>
    </message>
    <message>
        <source>Of those, the people beyond the reach of every other open site or station.</source>
        <translation>其中其他站点都覆盖不到的人口。</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人口</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>仅此可达</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingView</name>
    <message>
        <source>&amp;Add as planned stations</source>
        <translation>作为规划站点加入(&amp;A)</translation>
    </message>
    <message>
        <source>Opens the page What-if with these sites as new stations, in a scenario of their own.</source>
        <translation>打开“推演”页，把这些站点作为新增站点存成一个方案。</translation>
    </message>
    <message numerus="yes">
        <source>The proposal for %n site(s); choose another number on the curve.</source>
        <translation>
            <numerusform>%n 个站点的方案；在曲线上可另选站点数。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The proposal for %n site(s); figures per site are known for the last number.</source>
        <translation>
            <numerusform>%n 个站点的方案；各站点的人口只在最大站点数时给出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Siting</source>
        <translation>选址</translation>
    </message>
    <message numerus="yes">
        <source>Siting, %n site(s)</source>
        <translation>
            <numerusform>选址方案，%n 个站点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::StandardForm</name>
    <message>
        <source>&amp;Standard</source>
        <translation>服务标准(&amp;S)</translation>
    </message>
    <message>
        <source>m</source>
        <translation>米</translation>
    </message>
    <message>
        <source>km</source>
        <translation>公里</translation>
    </message>
    <message>
        <source>Ra&amp;dius</source>
        <translation>半径(&amp;D)</translation>
    </message>
    <message>
        <source>Travel times need a street network; they come in a later version.</source>
        <translation>出行时间需要道路网络，将在以后的版本中提供。</translation>
    </message>
    <message>
        <source>On foot</source>
        <translation>步行</translation>
    </message>
    <message>
        <source>By e-bike</source>
        <translation>电动自行车</translation>
    </message>
    <message>
        <source>By car</source>
        <translation>驾车</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>Travel time</source>
        <translation>出行时间</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>不设目标</translation>
    </message>
    <message>
        <source>Share of the people that should be covered.</source>
        <translation>应当覆盖的人口比例。</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>目标(&amp;T)</translation>
    </message>
    <message>
        <source>Stations that take part, and the folder</source>
        <translation>站点筛选与结果文件夹</translation>
    </message>
    <message>
        <source>Only open round the &amp;clock</source>
        <translation>仅 24 小时开放(&amp;C)</translation>
    </message>
    <message>
        <source>Only ope&amp;n at</source>
        <translation>仅此时开放(&amp;N)</translation>
    </message>
    <message>
        <source>such as charging, toilet</source>
        <translation>例如 充电、卫生间</translation>
    </message>
    <message>
        <source>Separated by commas; a station must have all of them.</source>
        <translation>用逗号隔开，站点须全部具备。</translation>
    </message>
    <message>
        <source>&amp;Amenities</source>
        <translation>配套设施(&amp;A)</translation>
    </message>
    <message>
        <source>the name of the standard</source>
        <translation>默认为标准名称</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>标题(&amp;I)</translation>
    </message>
    <message>
        <source>Folder for audits</source>
        <translation>审计结果保存位置</translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation>工程文件旁边</translation>
    </message>
    <message>
        <source>Every run gets a new folder in it: audit-1, audit-2 and so on.</source>
        <translation>每次运行在其中新建文件夹：audit-1、audit-2，依此类推。</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Own radius</source>
        <translation>自定半径</translation>
    </message>
    <message>
        <source>A straight-line radius of your own.</source>
        <translation>自行设定的直线半径。</translation>
    </message>
    <message>
        <source>%1: %2. Source: %3</source>
        <translation>%1：%2。来源：%3</translation>
    </message>
    <message>
        <source>Needs a street network; comes in a later version.</source>
        <translation>需要道路网络，将在以后的版本中提供。</translation>
    </message>
    <message>
        <source>The standard sets it.</source>
        <translation>由标准规定。</translation>
    </message>
    <message>
        <source>Straight-line distance on the ellipsoid.</source>
        <translation>椭球面上的直线距离。</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::UnplacedTable</name>
    <message>
        <source>Household</source>
        <translation>搬迁户</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Why not placed</source>
        <translation>未安置原因</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>村</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::WhatIfPage</name>
    <message>
        <source>Ledger</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>站点</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>增加</translation>
    </message>
    <message>
        <source>Click on the map to add a station (key A).</source>
        <translation>在图上单击增加站点（A 键）。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Drag a station on the map (key M).</source>
        <translation>在图上拖动站点（M 键）。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>撤销站点</translation>
    </message>
    <message>
        <source>Click a station on the map to remove it (key R).</source>
        <translation>在图上单击站点将其撤销（R 键）。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Show the stations on the map again</source>
        <translation>重新在图上显示站点</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>撤回：%1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>没有可撤回的操作</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>重做：%1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>The data changed; start again.</source>
        <translation>数据已变动，请重新开始。</translation>
    </message>
    <message>
        <source>Add, move and remove stations on the map, and see at once who gains and who loses.</source>
        <translation>在图上增加、移动、撤销站点，立刻看到谁新获覆盖、谁失去覆盖。</translation>
    </message>
    <message>
        <source>Choose the stations on the page Data.</source>
        <translation>请在“数据”页选择站点。</translation>
    </message>
    <message>
        <source>Choose the demand on the page Data.</source>
        <translation>请在“数据”页选择需求。</translation>
    </message>
    <message>
        <source>Choose the zones on the page Data.</source>
        <translation>请在“数据”页选择统计单元。</translation>
    </message>
    <message>
        <source>Choose a standard on the page Coverage.</source>
        <translation>请在“覆盖”页选择服务标准。</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>Drawing the stations</source>
        <translation>正在绘制站点</translation>
    </message>
    <message>
        <source>Choose Add, Move or Remove, then work on the map.</source>
        <translation>选择增加、移动或撤销站点，然后在图上操作。</translation>
    </message>
    <message>
        <source>Click on the map where a new station should stand.</source>
        <translation>在图上单击新站点的位置。</translation>
    </message>
    <message>
        <source>Drag a station on the map; Esc puts it back.</source>
        <translation>在图上拖动站点；按 Esc 放回原处。</translation>
    </message>
    <message>
        <source>Click a station on the map to remove it.</source>
        <translation>在图上单击要撤销的站点。</translation>
    </message>
    <message>
        <source>People gained</source>
        <translation>新获人数</translation>
    </message>
    <message>
        <source>People lost</source>
        <translation>失去人数</translation>
    </message>
    <message>
        <source>%1 covered: %2 of %3.</source>
        <translation>覆盖率 %1：%3 人中已覆盖 %2 人。</translation>
    </message>
    <message>
        <source>%1 covered: %2 of %3. ✓ Target met.</source>
        <translation>覆盖率 %1：%3 人中已覆盖 %2 人。✓ 达标</translation>
    </message>
    <message>
        <source>%1 covered: %2 of %3. ✗ Target missed.</source>
        <translation>覆盖率 %1：%3 人中已覆盖 %2 人。✗ 未达标</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::WhatIfRun</name>
    <message>
        <source>Starting the what-if</source>
        <translation>正在启动推演</translation>
    </message>
    <message>
        <source>New station %1</source>
        <translation>新站点 %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>增加 %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>撤销 %1</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>载入 %1</translation>
    </message>
</context>
</TS>
