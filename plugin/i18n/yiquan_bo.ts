<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bo_CN" sourcelanguage="en_US">
<context>
    <name>LedgerTable</name>
    <message>
        <source>The ledger does not balance: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 = %2 covered + %3 in gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ %1 = %2 covered + %3 in gaps + %4 unreachable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RelocationWords</name>
    <message>
        <source>%1 person-kilometres</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can be placed under these conditions; loosen one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved optimal: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best found, not proved: %1; at most %2 above the best possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people = %2 placed + %3 not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 households = %2 placed + %3 not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sums do not agree; please report this with your data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People move %1 on average, %2 at most; %3 person-kilometres together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n site(s) are used, with room for %2 people in all; computed in %3 s.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no site in the county</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no room left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many to stay together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no allowed site</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScreeningWords</name>
    <message>
        <source>✓ passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearest: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the rule&apos;s data do not reach here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>excludes %n candidate(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them alone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>weighted; %n candidate(s) miss it</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 of %n candidate(s) pass</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %n fail</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>? %n unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SitingWords</name>
    <message>
        <source>sites within the budget of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Best found, not proved: %1; at most %2 below the best possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best found, not proved: %1; at most %2 above the best possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 person-kilometres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved: no choice of sites meets these conditions; loosen one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved optimal: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Served: %1 → %2 of %3 people (%4 → %5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bound %1, gap %2, computed in %3 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed in %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 people in %n place(s) live beyond every candidate and station.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existing station(s) close.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 person-minutes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::AssignmentPanel</name>
    <message>
        <source>Assi&amp;gn the households</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the layer of those who move first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screen candidates or choose a layer of sites first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program yiquan computes; QGIS stays usable meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relocation (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ColumnChoice</name>
    <message>
        <source>No layer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The layer&apos;s own points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A raster has no columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ComparePage</name>
    <message>
        <source>Swap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of an audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What-if as it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An audit in a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare yet. Run an audit, save a scenario, or choose the folder of an audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two different ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison: %1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without both demand layers only each zone&apos;s net change is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠ The two use different radii, %1 and %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) of “%1” are not in the list any more.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Stations (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No station changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the unchanged zones as well</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ComparisonModel</name>
    <message>
        <source>After %1 = before %2 + gained %3 − lost %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1 = before %2 + gained %3 − lost %4 − shrunk %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After %1 = before %2 + gained %3 − lost %4 + grown %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved by %2: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed: %1, before %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside the zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::CoveragePage</name>
    <message>
        <source>Choose stations, demand and zones on the page Data, or open the Qinghai demo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Qinghai d&amp;emo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone is counted exactly once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies all rows for a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts who is covered; QGIS stays usable meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose stations, demand and zones first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yiquan: coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 people are covered (%3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Open round the clock: %1 of the stations, target %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Open round the clock: %1 of the stations, target %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ Honoured: %1 of the stations, target %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ Honoured: %1 of the stations, target %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yiquan: the last audit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::DataPage</name>
    <message>
        <source>Open the Qinghai &amp;demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds stations, people and counties of Qinghai to try everything with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D&amp;emand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Roads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional: travel times come with street networks in a later version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the shift on the &amp;map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws a line from the listed to the corrected place, at most 1,000 per list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns are found by their names; correct here what was found wrongly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads all rows and lists what is wrong with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose stations, demand and zones first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yiquan: checking the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has no place on the map; it is selected in its layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This concerns the whole layer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::DatumChoice</name>
    <message>
        <source>AMap and Tencent lists are GCJ-02, Baidu lists BD-09.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::DatumPreview</name>
    <message>
        <source>Measuring the shift…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yiquan: measuring the shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no usable place in the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → WGS 84: stations move by %2 m on average (from %3 to %4 m).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → WGS 84: demand moves by %2 m on average (from %3 to %4 m).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::Dock</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What-if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportAudit</name>
    <message>
        <source>Folder of an audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder that holds audit.gpkg.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An audit in a folder…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportForm</name>
    <message>
        <source>A&amp;udit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The earlier audit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language on the page; names stay as the data writes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words on the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the audit&apos;s title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Subtitle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard and figure of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Un&amp;it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who made the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appro&amp;val</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for internal meetings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the map&apos;s approval (审图号). Without one the page says that it is for internal meetings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today, unless you choose another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pa&amp;ge size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Content</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportPage</name>
    <message>
        <source>Report (HTML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no audit yet. Run one on the page Coverage, or choose the folder of one below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in &amp;layout designer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the page shown into the project, to change it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Report (HTML)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the pages into the file above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an audit first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s) were written.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is in the project now: Project &gt; Layouts &gt; %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to Co&amp;verage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportPreview</name>
    <message>
        <source>Page before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportQuestion</name>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s) are there already. Replace them?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportReport</name>
    <message>
        <source>Report on the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Write the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One page with figures, tables and a map for any browser, without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yiquan: report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportTarget</name>
    <message>
        <source>All pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers of the pages, such as 1-3, 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Pictures (*.png);;Drawings (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One PDF, or one picture for each page: maps-1.png, maps-2.png and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF to print and to send, PNG for slides and chats, SVG to draw on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fineness of pictures; 300 for print, 150 for a screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::FindingsModel</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::FindingsPanel</name>
    <message>
        <source>Co&amp;py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which kind of fault the list shows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the selected rows, or all, for a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All kinds (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a row to see it on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the data to see missing, swapped or doubled entries.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::KeptRun</name>
    <message>
        <source>Yiquan: reading the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LayerChoice</name>
    <message>
        <source>File…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adds a file to the project and takes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LedgerChart</name>
    <message>
        <source>People covered and in gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more are in the table.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 covered, %3 in gaps (%4)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LedgerModel</name>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outside all zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target of %1 is met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target of %1 is missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gained cover, %2 lost it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 km² are covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances do not add up; see the single zones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance to the nearest station: mean %1, median %2, worst %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land, km²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land, %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People in the zone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People whom at least one station serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People whom no station serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the people covered; the mark is the target.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People covered more or fewer than before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People whom one station alone serves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stations that stand in the zone and take part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Land within reach of a station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the zone&apos;s land within reach of a station.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nine of ten people have their nearest station within this distance.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationForm</name>
    <message>
        <source>Households or villages with head counts: points, or a table with coordinates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the households</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Si&amp;tes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As many people as possible are placed first; this decides among such plans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Aim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Farthest move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay wit&amp;hin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sites that failed are never used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the best so far is taken, with how far from proved it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a layer of sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only sites whose value in the column of that name is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows of one value go to one site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;use sites of unknown screening, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed in step 1 (none yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed in step 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationPage</name>
    <message>
        <source>1 Screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 Assignment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationSiteTable</name>
    <message>
        <source>not allowed by the screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● used, ○ not needed, ✗ not allowed by the screening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Households</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationView</name>
    <message>
        <source>Not placed; click a row to see why, and what would place them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody is placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RunBar</name>
    <message>
        <source>&amp;Take the best so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops, and says how far from proved the best so far is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops and keeps nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 s)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioModel</name>
    <message>
        <source>No target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioPanel</name>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a scenario “%1” already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a scenario “%1” already; choose another name, or load it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is kept in the project. Save the project to keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) of the scenario are not in the list any more: %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was saved with a radius of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was deleted. &lt;a href=&quot;#&quot;&gt;Bring it back&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioStationPanel</name>
    <message>
        <source>Add here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longitude and latitude: 101.778 36.617</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the unchanged stations as well</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioStations</name>
    <message>
        <source>Existing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScratchLayers</name>
    <message>
        <source>What-if</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScreeningPanel</name>
    <message>
        <source>&amp;Screen the candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rule file names the candidates, the layers to avoid or be near, and the limits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rule file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xample…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the shipped rules to a place of your choice, to be changed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the file with the system&apos;s editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a rule file first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program yiquan computes; QGIS stays usable meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the example to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened; look whether it is there, and open it with a text editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screening: %1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>those of the rule file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScreeningTable</name>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScreeningView</name>
    <message>
        <source>&amp;Passed only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a candidate to see it on the map, and why it passes or fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>switched off in the file: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingChart</name>
    <message>
        <source>What each further site gains</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>All together, with %n site(s): %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s): %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Gain: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proved optimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not proved; the best possible is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain per further site, at most %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingForm</name>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget needs a column of prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many sites open beside the existing stations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the sites may cost together, in the unit of the prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and every number below, as a c&amp;urve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows what each further site gains, and where it is no longer worth while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How man&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;hare to reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight-line distance on the ellipsoid; 0 takes the radius of the page Coverage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ra&amp;dius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A layer of candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places picked on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the candidates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Datum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stay open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stations of the page Data. Those that may close count as new sites.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then the best so far is taken, with how far from proved it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as on Coverage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as on Coverage: none yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingPage</name>
    <message>
        <source>Choose stations, demand and zones on the page Data first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go to Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find sites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program yiquan computes; QGIS stays usable meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose stations, demand and zones first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Siting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Siting, %n site(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingPlaces</name>
    <message>
        <source>&amp;Pick on the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on the map where a site could stand; Delete takes the last one back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingProposals</name>
    <message numerus="yes">
        <source>proposed from %n site(s) on</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this many sites reach beyond one site less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People within the radius of the site.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of those, whom no other open site or station reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingView</name>
    <message>
        <source>&amp;Add as planned stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the page What-if with these sites as new stations, in a scenario of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The proposal for %n site(s); choose another number on the curve.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The proposal for %n site(s); figures per site are known for the last number.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::StandardForm</name>
    <message>
        <source>&amp;Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>km</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ra&amp;dius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel times need a street network; they come in a later version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On foot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By e-bike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By car</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Travel time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the people that should be covered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stations that take part, and the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only open round the &amp;clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only ope&amp;n at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as charging, toilet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separated by commas; a station must have all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Amenities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the name of the standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for audits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run gets a new folder in it: audit-1, audit-2 and so on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A straight-line radius of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. Source: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a street network; comes in a later version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard sets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Straight-line distance on the ellipsoid.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::UnplacedTable</name>
    <message>
        <source>Household</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Village</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::WhatIfPage</name>
    <message>
        <source>Ledger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on the map to add a station (key A).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a station on the map (key M).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a station on the map to remove it (key R).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the stations on the map again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data changed; start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add, move and remove stations on the map, and see at once who gains and who loses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the stations on the page Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the demand on the page Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the zones on the page Data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a standard on the page Coverage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the stations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Add, Move or Remove, then work on the map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click on the map where a new station should stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a station on the map; Esc puts it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a station on the map to remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People gained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 covered: %2 of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 covered: %2 of %3. ✓ Target met.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 covered: %2 of %3. ✗ Target missed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::WhatIfRun</name>
    <message>
        <source>Starting the what-if</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New station %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
