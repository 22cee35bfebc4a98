<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>LedgerTable</name>
    <message>
        <source>The ledger does not balance: %1</source>
        <translation>The ledger does not balance: %1</translation>
    </message>
    <message>
        <source>✓ %1 = %2 covered + %3 in gaps</source>
        <translation>✓ %1 = %2 covered + %3 in gaps</translation>
    </message>
    <message>
        <source>✓ %1 = %2 covered + %3 in gaps + %4 unreachable</source>
        <translation>✓ %1 = %2 covered + %3 in gaps + %4 unreachable</translation>
    </message>
</context>
<context>
    <name>RelocationWords</name>
    <message>
        <source>%1 person-kilometres</source>
        <translation>%1 person-kilometres</translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can be placed under these conditions; loosen one of them.</source>
        <translation>Nobody can be placed under these conditions; loosen one of them.</translation>
    </message>
    <message>
        <source>Proved optimal: %1</source>
        <translation>Proved optimal: %1</translation>
    </message>
    <message>
        <source>Best found, not proved: %1; at most %2 above the best possible.</source>
        <translation>Best found, not proved: %1; at most %2 above the best possible.</translation>
    </message>
    <message>
        <source>%1 people = %2 placed + %3 not placed</source>
        <translation>%1 people = %2 placed + %3 not placed</translation>
    </message>
    <message>
        <source>%1 households = %2 placed + %3 not placed</source>
        <translation>%1 households = %2 placed + %3 not placed</translation>
    </message>
    <message>
        <source>The sums do not agree; please report this with your data.</source>
        <translation>The sums do not agree; please report this with your data.</translation>
    </message>
    <message>
        <source>People move %1 on average, %2 at most; %3 person-kilometres together.</source>
        <translation>People move %1 on average, %2 at most; %3 person-kilometres together.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n site(s) are used, with room for %2 people in all; computed in %3 s.</source>
        <translation>
            <numerusform>%1 of %n site are used, with room for %2 people in all; computed in %3 s.</numerusform>
            <numerusform>%1 of %n sites are used, with room for %2 people in all; computed in %3 s.</numerusform>
        </translation>
    </message>
    <message>
        <source>no site in the county</source>
        <translation>no site in the county</translation>
    </message>
    <message>
        <source>too far</source>
        <translation>too far</translation>
    </message>
    <message>
        <source>no room left</source>
        <translation>no room left</translation>
    </message>
    <message>
        <source>too many to stay together</source>
        <translation>too many to stay together</translation>
    </message>
    <message>
        <source>no allowed site</source>
        <translation>no allowed site</translation>
    </message>
</context>
<context>
    <name>ScreeningWords</name>
    <message>
        <source>✓ passes</source>
        <translation>✓ passes</translation>
    </message>
    <message>
        <source>✗ fails</source>
        <translation>✗ fails</translation>
    </message>
    <message>
        <source>? unknown</source>
        <translation>? unknown</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>asked for: %1</source>
        <translation>asked for: %1</translation>
    </message>
    <message>
        <source>nearest: %1</source>
        <translation>nearest: %1</translation>
    </message>
    <message>
        <source>the rule's data do not reach here</source>
        <translation>the rule's data do not reach here</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>excludes %n candidate(s)</source>
        <translation>
            <numerusform>excludes %n candidate</numerusform>
            <numerusform>excludes %n candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them alone</source>
        <translation>
            <numerusform>%n of them alone</numerusform>
            <numerusform>%n of them alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>weighted; %n candidate(s) miss it</source>
        <translation>
            <numerusform>weighted; %n candidate miss it</numerusform>
            <numerusform>weighted; %n candidates miss it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 of %n candidate(s) pass</source>
        <translation>
            <numerusform>✓ %1 of %n candidate pass</numerusform>
            <numerusform>✓ %1 of %n candidates pass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %n fail</source>
        <translation>
            <numerusform>✗ %n fail</numerusform>
            <numerusform>✗ %n fail</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>? %n unknown</source>
        <translation>
            <numerusform>? %n unknown</numerusform>
            <numerusform>? %n unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SitingWords</name>
    <message>
        <source>sites within the budget of %1</source>
        <translation>sites within the budget of %1</translation>
    </message>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message>
        <source>Best found, not proved: %1; at most %2 below the best possible.</source>
        <translation>Best found, not proved: %1; at most %2 below the best possible.</translation>
    </message>
    <message>
        <source>Best found, not proved: %1; at most %2 above the best possible.</source>
        <translation>Best found, not proved: %1; at most %2 above the best possible.</translation>
    </message>
    <message>
        <source>%1 person-kilometres</source>
        <translation>%1 person-kilometres</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 people</translation>
    </message>
    <message>
        <source>Proved: no choice of sites meets these conditions; loosen one of them.</source>
        <translation>Proved: no choice of sites meets these conditions; loosen one of them.</translation>
    </message>
    <message>
        <source>Proved optimal: %1</source>
        <translation>Proved optimal: %1</translation>
    </message>
    <message>
        <source>Served: %1 → %2 of %3 people (%4 → %5)</source>
        <translation>Served: %1 → %2 of %3 people (%4 → %5)</translation>
    </message>
    <message>
        <source>Bound %1, gap %2, computed in %3 s.</source>
        <translation>Bound %1, gap %2, computed in %3 s.</translation>
    </message>
    <message>
        <source>Computed in %1 s.</source>
        <translation>Computed in %1 s.</translation>
    </message>
    <message numerus="yes">
        <source>%1 people in %n place(s) live beyond every candidate and station.</source>
        <translation>
            <numerusform>%1 people in %n place live beyond every candidate and station.</numerusform>
            <numerusform>%1 people in %n places live beyond every candidate and station.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n existing station(s) close.</source>
        <translation>
            <numerusform>%n existing station close.</numerusform>
            <numerusform>%n existing stations close.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 person-minutes</source>
        <translation>%1 person-minutes</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::AssignmentPanel</name>
    <message>
        <source>Assi&amp;gn the households</source>
        <translation>Assi&amp;gn the households</translation>
    </message>
    <message>
        <source>Choose the layer of those who move first.</source>
        <translation>Choose the layer of those who move first.</translation>
    </message>
    <message>
        <source>Screen candidates or choose a layer of sites first.</source>
        <translation>Screen candidates or choose a layer of sites first.</translation>
    </message>
    <message>
        <source>The program yiquan computes; QGIS stays usable meanwhile.</source>
        <translation>The program yiquan computes; QGIS stays usable meanwhile.</translation>
    </message>
    <message>
        <source>Relocation (%1)</source>
        <translation>Relocation (%1)</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ColumnChoice</name>
    <message>
        <source>No layer yet</source>
        <translation>No layer yet</translation>
    </message>
    <message>
        <source>The layer's own points</source>
        <translation>The layer's own points</translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <translation>%1 (found)</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>None found</translation>
    </message>
    <message>
        <source>%1 (missing)</source>
        <translation>%1 (missing)</translation>
    </message>
    <message>
        <source>A raster has no columns</source>
        <translation>A raster has no columns</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ComparePage</name>
    <message>
        <source>Swap</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Folder of an audit</source>
        <translation>Folder of an audit</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copy the table</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>What-if as it is now</source>
        <translation>What-if as it is now</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>Scenario: %1</translation>
    </message>
    <message>
        <source>Audit: %1</source>
        <translation>Audit: %1</translation>
    </message>
    <message>
        <source>An audit in a folder…</source>
        <translation>An audit in a folder…</translation>
    </message>
    <message>
        <source>Nothing to compare yet. Run an audit, save a scenario, or choose the folder of an audit.</source>
        <translation>Nothing to compare yet. Run an audit, save a scenario, or choose the folder of an audit.</translation>
    </message>
    <message>
        <source>Choose two different ones.</source>
        <translation>Choose two different ones.</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>Comparing</translation>
    </message>
    <message>
        <source>Comparison: %1 → %2</source>
        <translation>Comparison: %1 → %2</translation>
    </message>
    <message>
        <source>Without both demand layers only each zone's net change is known.</source>
        <translation>Without both demand layers only each zone's net change is known.</translation>
    </message>
    <message>
        <source>⚠ The two use different radii, %1 and %2.</source>
        <translation>⚠ The two use different radii, %1 and %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) of “%1” are not in the list any more.</source>
        <translation>
            <numerusform>%n station of “%1” are not in the list any more.</numerusform>
            <numerusform>%n stations of “%1” are not in the list any more.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stations (%1)</source>
        <translation>Stations (%1)</translation>
    </message>
    <message>
        <source>No station changed.</source>
        <translation>No station changed.</translation>
    </message>
    <message>
        <source>List the unchanged zones as well</source>
        <translation>List the unchanged zones as well</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ComparisonModel</name>
    <message>
        <source>After %1 = before %2 + gained %3 − lost %4</source>
        <translation>After %1 = before %2 + gained %3 − lost %4</translation>
    </message>
    <message>
        <source>After %1 = before %2 + gained %3 − lost %4 − shrunk %5</source>
        <translation>After %1 = before %2 + gained %3 − lost %4 − shrunk %5</translation>
    </message>
    <message>
        <source>After %1 = before %2 + gained %3 − lost %4 + grown %5</source>
        <translation>After %1 = before %2 + gained %3 − lost %4 + grown %5</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Added: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Removed: %1</translation>
    </message>
    <message>
        <source>Moved by %2: %1</source>
        <translation>Moved by %2: %1</translation>
    </message>
    <message>
        <source>Renamed: %1, before %2</source>
        <translation>Renamed: %1, before %2</translation>
    </message>
    <message>
        <source>Outside the zones</source>
        <translation>Outside the zones</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>After</source>
        <translation>After</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Gained</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Grown</source>
        <translation>Grown</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Net</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::CoveragePage</name>
    <message>
        <source>Choose stations, demand and zones on the page Data, or open the Qinghai demo.</source>
        <translation>Choose stations, demand and zones on the page Data, or open the Qinghai demo.</translation>
    </message>
    <message>
        <source>&amp;Go to Data</source>
        <translation>&amp;Go to Data</translation>
    </message>
    <message>
        <source>Open the Qinghai d&amp;emo</source>
        <translation>Open the Qinghai d&amp;emo</translation>
    </message>
    <message>
        <source>Everyone is counted exactly once.</source>
        <translation>Everyone is counted exactly once.</translation>
    </message>
    <message>
        <source>Co&amp;py the table</source>
        <translation>Co&amp;py the table</translation>
    </message>
    <message>
        <source>Copies all rows for a spreadsheet.</source>
        <translation>Copies all rows for a spreadsheet.</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Run</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>Counts who is covered; QGIS stays usable meanwhile.</source>
        <translation>Counts who is covered; QGIS stays usable meanwhile.</translation>
    </message>
    <message>
        <source>Choose stations, demand and zones first.</source>
        <translation>Choose stations, demand and zones first.</translation>
    </message>
    <message>
        <source>Yiquan: coverage</source>
        <translation>Yiquan: coverage</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>%1 of %2 people are covered (%3).</source>
        <translation>%1 of %2 people are covered (%3).</translation>
    </message>
    <message>
        <source>✓ Open round the clock: %1 of the stations, target %2.</source>
        <translation>✓ Open round the clock: %1 of the stations, target %2.</translation>
    </message>
    <message>
        <source>✗ Open round the clock: %1 of the stations, target %2.</source>
        <translation>✗ Open round the clock: %1 of the stations, target %2.</translation>
    </message>
    <message>
        <source>✓ Honoured: %1 of the stations, target %2.</source>
        <translation>✓ Honoured: %1 of the stations, target %2.</translation>
    </message>
    <message>
        <source>✗ Honoured: %1 of the stations, target %2.</source>
        <translation>✗ Honoured: %1 of the stations, target %2.</translation>
    </message>
    <message>
        <source>Yiquan: the last audit</source>
        <translation>Yiquan: the last audit</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::DataPage</name>
    <message>
        <source>Open the Qinghai &amp;demo</source>
        <translation>Open the Qinghai &amp;demo</translation>
    </message>
    <message>
        <source>Adds stations, people and counties of Qinghai to try everything with.</source>
        <translation>Adds stations, people and counties of Qinghai to try everything with.</translation>
    </message>
    <message>
        <source>&amp;Stations</source>
        <translation>&amp;Stations</translation>
    </message>
    <message>
        <source>D&amp;emand</source>
        <translation>D&amp;emand</translation>
    </message>
    <message>
        <source>&amp;Zones</source>
        <translation>&amp;Zones</translation>
    </message>
    <message>
        <source>&amp;Roads</source>
        <translation>&amp;Roads</translation>
    </message>
    <message>
        <source>Optional: travel times come with street networks in a later version.</source>
        <translation>Optional: travel times come with street networks in a later version.</translation>
    </message>
    <message>
        <source>Show the shift on the &amp;map</source>
        <translation>Show the shift on the &amp;map</translation>
    </message>
    <message>
        <source>Draws a line from the listed to the corrected place, at most 1,000 per list.</source>
        <translation>Draws a line from the listed to the corrected place, at most 1,000 per list.</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Columns are found by their names; correct here what was found wrongly.</source>
        <translation>Columns are found by their names; correct here what was found wrongly.</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Demand</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>Zones</translation>
    </message>
    <message>
        <source>&amp;Check the data</source>
        <translation>&amp;Check the data</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Reads all rows and lists what is wrong with them.</source>
        <translation>Reads all rows and lists what is wrong with them.</translation>
    </message>
    <message>
        <source>Choose stations, demand and zones first.</source>
        <translation>Choose stations, demand and zones first.</translation>
    </message>
    <message>
        <source>Yiquan: checking the data</source>
        <translation>Yiquan: checking the data</translation>
    </message>
    <message>
        <source>This row has no place on the map; it is selected in its layer.</source>
        <translation>This row has no place on the map; it is selected in its layer.</translation>
    </message>
    <message>
        <source>This concerns the whole layer.</source>
        <translation>This concerns the whole layer.</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::DatumChoice</name>
    <message>
        <source>AMap and Tencent lists are GCJ-02, Baidu lists BD-09.</source>
        <translation>AMap and Tencent lists are GCJ-02, Baidu lists BD-09.</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::DatumPreview</name>
    <message>
        <source>Measuring the shift…</source>
        <translation>Measuring the shift…</translation>
    </message>
    <message>
        <source>Yiquan: measuring the shift</source>
        <translation>Yiquan: measuring the shift</translation>
    </message>
    <message>
        <source>There is no usable place in the list.</source>
        <translation>There is no usable place in the list.</translation>
    </message>
    <message>
        <source>%1 → WGS 84: stations move by %2 m on average (from %3 to %4 m).</source>
        <translation>%1 → WGS 84: stations move by %2 m on average (from %3 to %4 m).</translation>
    </message>
    <message>
        <source>%1 → WGS 84: demand moves by %2 m on average (from %3 to %4 m).</source>
        <translation>%1 → WGS 84: demand moves by %2 m on average (from %3 to %4 m).</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::Dock</name>
    <message>
        <source>Data</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Coverage</translation>
    </message>
    <message>
        <source>What-if</source>
        <translation>What-if</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Siting</source>
        <translation>Siting</translation>
    </message>
    <message>
        <source>Relocation</source>
        <translation>Relocation</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportAudit</name>
    <message>
        <source>Folder of an audit</source>
        <translation>Folder of an audit</translation>
    </message>
    <message>
        <source>The folder that holds audit.gpkg.</source>
        <translation>The folder that holds audit.gpkg.</translation>
    </message>
    <message>
        <source>An audit in a folder…</source>
        <translation>An audit in a folder…</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportForm</name>
    <message>
        <source>A&amp;udit</source>
        <translation>A&amp;udit</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>&amp;Before</translation>
    </message>
    <message>
        <source>The earlier audit.</source>
        <translation>The earlier audit.</translation>
    </message>
    <message>
        <source>Language on the page; names stay as the data writes them.</source>
        <translation>Language on the page; names stay as the data writes them.</translation>
    </message>
    <message>
        <source>La&amp;nguage</source>
        <translation>La&amp;nguage</translation>
    </message>
    <message>
        <source>Words on the page</source>
        <translation>Words on the page</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Title</translation>
    </message>
    <message>
        <source>the audit's title</source>
        <translation>the audit's title</translation>
    </message>
    <message>
        <source>&amp;Subtitle</source>
        <translation>&amp;Subtitle</translation>
    </message>
    <message>
        <source>standard and figure of the page</source>
        <translation>standard and figure of the page</translation>
    </message>
    <message>
        <source>Un&amp;it</source>
        <translation>Un&amp;it</translation>
    </message>
    <message>
        <source>who made the map</source>
        <translation>who made the map</translation>
    </message>
    <message>
        <source>Appro&amp;val</source>
        <translation>Appro&amp;val</translation>
    </message>
    <message>
        <source>for internal meetings</source>
        <translation>for internal meetings</translation>
    </message>
    <message>
        <source>Number of the map's approval (审图号). Without one the page says that it is for internal meetings.</source>
        <translation>Number of the map's approval (审图号). Without one the page says that it is for internal meetings.</translation>
    </message>
    <message>
        <source>Today, unless you choose another day.</source>
        <translation>Today, unless you choose another day.</translation>
    </message>
    <message>
        <source>&amp;Date</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>Pa&amp;ge size</source>
        <translation>Pa&amp;ge size</translation>
    </message>
    <message>
        <source>&amp;Content</source>
        <translation>&amp;Content</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportPage</name>
    <message>
        <source>Report (HTML)</source>
        <translation>Report (HTML)</translation>
    </message>
    <message>
        <source>There is no audit yet. Run one on the page Coverage, or choose the folder of one below.</source>
        <translation>There is no audit yet. Run one on the page Coverage, or choose the folder of one below.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Export</translation>
    </message>
    <message>
        <source>Open in &amp;layout designer</source>
        <translation>Open in &amp;layout designer</translation>
    </message>
    <message>
        <source>Puts the page shown into the project, to change it by hand.</source>
        <translation>Puts the page shown into the project, to change it by hand.</translation>
    </message>
    <message>
        <source>&amp;Report (HTML)…</source>
        <translation>&amp;Report (HTML)…</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Writes the pages into the file above.</source>
        <translation>Writes the pages into the file above.</translation>
    </message>
    <message>
        <source>Choose an audit first.</source>
        <translation>Choose an audit first.</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 was written.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s) were written.</source>
        <translation>
            <numerusform>%1 and %n more file were written.</numerusform>
            <numerusform>%1 and %n more files were written.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>The page is in the project now: Project &gt; Layouts &gt; %1.</source>
        <translation>The page is in the project now: Project &gt; Layouts &gt; %1.</translation>
    </message>
    <message>
        <source>Go to Co&amp;verage</source>
        <translation>Go to Co&amp;verage</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportPreview</name>
    <message>
        <source>Page before</source>
        <translation>Page before</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Page shown</source>
        <translation>Page shown</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportQuestion</name>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Replace</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 is there already. Replace it?</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more file(s) are there already. Replace them?</source>
        <translation>
            <numerusform>%1 and %n more file are there already. Replace them?</numerusform>
            <numerusform>%1 and %n more files are there already. Replace them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportReport</name>
    <message>
        <source>Report on the audit</source>
        <translation>Report on the audit</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Web page (*.html)</translation>
    </message>
    <message>
        <source>&amp;Write the report</source>
        <translation>&amp;Write the report</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>One page with figures, tables and a map for any browser, without a network.</source>
        <translation>One page with figures, tables and a map for any browser, without a network.</translation>
    </message>
    <message>
        <source>Yiquan: report</source>
        <translation>Yiquan: report</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <translation>%1 was written.</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Open in the browser</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportTarget</name>
    <message>
        <source>All pages</source>
        <translation>All pages</translation>
    </message>
    <message>
        <source>The page shown</source>
        <translation>The page shown</translation>
    </message>
    <message>
        <source>These pages</source>
        <translation>These pages</translation>
    </message>
    <message>
        <source>Numbers of the pages, such as 1-3, 5.</source>
        <translation>Numbers of the pages, such as 1-3, 5.</translation>
    </message>
    <message>
        <source>Export the pages</source>
        <translation>Export the pages</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Pictures (*.png);;Drawings (*.svg)</source>
        <translation>PDF (*.pdf);;Pictures (*.png);;Drawings (*.svg)</translation>
    </message>
    <message>
        <source>One PDF, or one picture for each page: maps-1.png, maps-2.png and so on.</source>
        <translation>One PDF, or one picture for each page: maps-1.png, maps-2.png and so on.</translation>
    </message>
    <message>
        <source>PDF to print and to send, PNG for slides and chats, SVG to draw on.</source>
        <translation>PDF to print and to send, PNG for slides and chats, SVG to draw on.</translation>
    </message>
    <message>
        <source>Fineness of pictures; 300 for print, 150 for a screen.</source>
        <translation>Fineness of pictures; 300 for print, 150 for a screen.</translation>
    </message>
    <message>
        <source>&amp;Pages</source>
        <translation>&amp;Pages</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>maps</source>
        <translation>maps</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::FindingsModel</name>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>What is wrong</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::FindingsPanel</name>
    <message>
        <source>Co&amp;py</source>
        <translation>Co&amp;py</translation>
    </message>
    <message>
        <source>Which kind of fault the list shows.</source>
        <translation>Which kind of fault the list shows.</translation>
    </message>
    <message>
        <source>Copies the selected rows, or all, for a spreadsheet.</source>
        <translation>Copies the selected rows, or all, for a spreadsheet.</translation>
    </message>
    <message>
        <source>All kinds (%1)</source>
        <translation>All kinds (%1)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Click a row to see it on the map.</source>
        <translation>Click a row to see it on the map.</translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation>Nothing wrong was found.</translation>
    </message>
    <message>
        <source>Check the data to see missing, swapped or doubled entries.</source>
        <translation>Check the data to see missing, swapped or doubled entries.</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::KeptRun</name>
    <message>
        <source>Yiquan: reading the data</source>
        <translation>Yiquan: reading the data</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>Reading the data</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LayerChoice</name>
    <message>
        <source>File…</source>
        <translation>File…</translation>
    </message>
    <message>
        <source>Adds a file to the project and takes it.</source>
        <translation>Adds a file to the project and takes it.</translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation>Add a list</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Lists</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LedgerChart</name>
    <message>
        <source>People covered and in gaps</source>
        <translation>People covered and in gaps</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Covered</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Gap</translation>
    </message>
    <message numerus="yes">
        <source>%n more are in the table.</source>
        <translation>
            <numerusform>%n more are in the table.</numerusform>
            <numerusform>%n more are in the table.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 covered, %3 in gaps (%4)</source>
        <translation>%1: %2 covered, %3 in gaps (%4)</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LedgerModel</name>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Outside all zones</source>
        <translation>Outside all zones</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The target of %1 is met.</source>
        <translation>The target of %1 is met.</translation>
    </message>
    <message>
        <source>The target of %1 is missed.</source>
        <translation>The target of %1 is missed.</translation>
    </message>
    <message>
        <source>%1 gained cover, %2 lost it.</source>
        <translation>%1 gained cover, %2 lost it.</translation>
    </message>
    <message>
        <source>%1 of %2 km² are covered.</source>
        <translation>%1 of %2 km² are covered.</translation>
    </message>
    <message>
        <source>Distances do not add up; see the single zones.</source>
        <translation>Distances do not add up; see the single zones.</translation>
    </message>
    <message>
        <source>Distance to the nearest station: mean %1, median %2, worst %3.</source>
        <translation>Distance to the nearest station: mean %1, median %2, worst %3.</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>Demand</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Covered</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Gap</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>One only</source>
        <translation>One only</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Land, km²</source>
        <translation>Land, km²</translation>
    </message>
    <message>
        <source>Land, %</source>
        <translation>Land, %</translation>
    </message>
    <message>
        <source>90 % within</source>
        <translation>90 % within</translation>
    </message>
    <message>
        <source>People in the zone.</source>
        <translation>People in the zone.</translation>
    </message>
    <message>
        <source>People whom at least one station serves.</source>
        <translation>People whom at least one station serves.</translation>
    </message>
    <message>
        <source>People whom no station serves.</source>
        <translation>People whom no station serves.</translation>
    </message>
    <message>
        <source>Share of the people covered; the mark is the target.</source>
        <translation>Share of the people covered; the mark is the target.</translation>
    </message>
    <message>
        <source>People covered more or fewer than before.</source>
        <translation>People covered more or fewer than before.</translation>
    </message>
    <message>
        <source>People whom one station alone serves.</source>
        <translation>People whom one station alone serves.</translation>
    </message>
    <message>
        <source>Stations that stand in the zone and take part.</source>
        <translation>Stations that stand in the zone and take part.</translation>
    </message>
    <message>
        <source>Land within reach of a station.</source>
        <translation>Land within reach of a station.</translation>
    </message>
    <message>
        <source>Share of the zone's land within reach of a station.</source>
        <translation>Share of the zone's land within reach of a station.</translation>
    </message>
    <message>
        <source>Nine of ten people have their nearest station within this distance.</source>
        <translation>Nine of ten people have their nearest station within this distance.</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationForm</name>
    <message>
        <source>Households or villages with head counts: points, or a table with coordinates.</source>
        <translation>Households or villages with head counts: points, or a table with coordinates.</translation>
    </message>
    <message>
        <source>&amp;Who moves</source>
        <translation>&amp;Who moves</translation>
    </message>
    <message>
        <source>Columns of the households</source>
        <translation>Columns of the households</translation>
    </message>
    <message>
        <source>Si&amp;tes</source>
        <translation>Si&amp;tes</translation>
    </message>
    <message>
        <source>Columns of the sites</source>
        <translation>Columns of the sites</translation>
    </message>
    <message>
        <source>As many people as possible are placed first; this decides among such plans.</source>
        <translation>As many people as possible are placed first; this decides among such plans.</translation>
    </message>
    <message>
        <source>&amp;Aim</source>
        <translation>&amp;Aim</translation>
    </message>
    <message>
        <source> km</source>
        <translation> km</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>no limit</translation>
    </message>
    <message>
        <source>&amp;Farthest move</source>
        <translation>&amp;Farthest move</translation>
    </message>
    <message>
        <source>Stay wit&amp;hin</source>
        <translation>Stay wit&amp;hin</translation>
    </message>
    <message>
        <source>&amp;Keep together</source>
        <translation>&amp;Keep together</translation>
    </message>
    <message>
        <source>Sites that failed are never used.</source>
        <translation>Sites that failed are never used.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Then the best so far is taken, with how far from proved it is.</source>
        <translation>Then the best so far is taken, with how far from proved it is.</translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation>Time &amp;limit</translation>
    </message>
    <message>
        <source>no condition</source>
        <translation>no condition</translation>
    </message>
    <message>
        <source>same %1</source>
        <translation>same %1</translation>
    </message>
    <message>
        <source>a layer of sites</source>
        <translation>a layer of sites</translation>
    </message>
    <message>
        <source>Only sites whose value in the column of that name is the same.</source>
        <translation>Only sites whose value in the column of that name is the same.</translation>
    </message>
    <message>
        <source>Rows of one value go to one site.</source>
        <translation>Rows of one value go to one site.</translation>
    </message>
    <message>
        <source>&amp;use sites of unknown screening, too</source>
        <translation>&amp;use sites of unknown screening, too</translation>
    </message>
    <message>
        <source>passed in step 1 (none yet)</source>
        <translation>passed in step 1 (none yet)</translation>
    </message>
    <message>
        <source>passed in step 1</source>
        <translation>passed in step 1</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Datum</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationPage</name>
    <message>
        <source>1 Screening</source>
        <translation>1 Screening</translation>
    </message>
    <message>
        <source>2 Assignment</source>
        <translation>2 Assignment</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationSiteTable</name>
    <message>
        <source>not allowed by the screening</source>
        <translation>not allowed by the screening</translation>
    </message>
    <message>
        <source>used</source>
        <translation>used</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>not needed</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
    <message>
        <source>● used, ○ not needed, ✗ not allowed by the screening</source>
        <translation>● used, ○ not needed, ✗ not allowed by the screening</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Filled</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>Households</source>
        <translation>Households</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RelocationView</name>
    <message>
        <source>Not placed; click a row to see why, and what would place them:</source>
        <translation>Not placed; click a row to see why, and what would place them:</translation>
    </message>
    <message>
        <source>Everybody is placed.</source>
        <translation>Everybody is placed.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::RunBar</name>
    <message>
        <source>&amp;Take the best so far</source>
        <translation>&amp;Take the best so far</translation>
    </message>
    <message>
        <source>Cance&amp;l</source>
        <translation>Cance&amp;l</translation>
    </message>
    <message>
        <source>Stops, and says how far from proved the best so far is.</source>
        <translation>Stops, and says how far from proved the best so far is.</translation>
    </message>
    <message>
        <source>Stops and keeps nothing.</source>
        <translation>Stops and keeps nothing.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Starting…</translation>
    </message>
    <message>
        <source>%1 (%2 s)</source>
        <translation>%1 (%2 s)</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioModel</name>
    <message>
        <source>No target</source>
        <translation>No target</translation>
    </message>
    <message>
        <source>✓ met</source>
        <translation>✓ met</translation>
    </message>
    <message>
        <source>✗ missed</source>
        <translation>✗ missed</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scenario</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>Covered</source>
        <translation>Covered</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Gained</source>
        <translation>Gained</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioPanel</name>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Name of the scenario</source>
        <translation>Name of the scenario</translation>
    </message>
    <message>
        <source>There is a scenario “%1” already; choose another name.</source>
        <translation>There is a scenario “%1” already; choose another name.</translation>
    </message>
    <message>
        <source>There is a scenario “%1” already; choose another name, or load it first.</source>
        <translation>There is a scenario “%1” already; choose another name, or load it first.</translation>
    </message>
    <message>
        <source>“%1” is kept in the project. Save the project to keep it.</source>
        <translation>“%1” is kept in the project. Save the project to keep it.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message numerus="yes">
        <source>%n station(s) of the scenario are not in the list any more: %1.</source>
        <translation>
            <numerusform>%n station of the scenario are not in the list any more: %1.</numerusform>
            <numerusform>%n stations of the scenario are not in the list any more: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>It was saved with a radius of %1.</source>
        <translation>It was saved with a radius of %1.</translation>
    </message>
    <message>
        <source>“%1” was deleted. &lt;a href="#"&gt;Bring it back&lt;/a&gt;</source>
        <translation>“%1” was deleted. &lt;a href="#"&gt;Bring it back&lt;/a&gt;</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioStationPanel</name>
    <message>
        <source>Add here</source>
        <translation>Add here</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Move here</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Longitude and latitude: 101.778 36.617</source>
        <translation>Longitude and latitude: 101.778 36.617</translation>
    </message>
    <message>
        <source>List the unchanged stations as well</source>
        <translation>List the unchanged stations as well</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioStations</name>
    <message>
        <source>Existing</source>
        <translation>Existing</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Moved</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScratchLayers</name>
    <message>
        <source>What-if</source>
        <translation>What-if</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScreeningPanel</name>
    <message>
        <source>&amp;Screen the candidates</source>
        <translation>&amp;Screen the candidates</translation>
    </message>
    <message>
        <source>A rule file names the candidates, the layers to avoid or be near, and the limits.</source>
        <translation>A rule file names the candidates, the layers to avoid or be near, and the limits.</translation>
    </message>
    <message>
        <source>&amp;Rule file</source>
        <translation>&amp;Rule file</translation>
    </message>
    <message>
        <source>Rule files</source>
        <translation>Rule files</translation>
    </message>
    <message>
        <source>Rule file</source>
        <translation>Rule file</translation>
    </message>
    <message>
        <source>E&amp;xample…</source>
        <translation>E&amp;xample…</translation>
    </message>
    <message>
        <source>Copies the shipped rules to a place of your choice, to be changed there.</source>
        <translation>Copies the shipped rules to a place of your choice, to be changed there.</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>Opens the file with the system's editor.</source>
        <translation>Opens the file with the system's editor.</translation>
    </message>
    <message>
        <source>Choose a rule file first.</source>
        <translation>Choose a rule file first.</translation>
    </message>
    <message>
        <source>The program yiquan computes; QGIS stays usable meanwhile.</source>
        <translation>The program yiquan computes; QGIS stays usable meanwhile.</translation>
    </message>
    <message>
        <source>Copy the example to</source>
        <translation>Copy the example to</translation>
    </message>
    <message>
        <source>%1 cannot be opened; look whether it is there, and open it with a text editor.</source>
        <translation>%1 cannot be opened; look whether it is there, and open it with a text editor.</translation>
    </message>
    <message>
        <source>Screening: %1 (%2)</source>
        <translation>Screening: %1 (%2)</translation>
    </message>
    <message>
        <source>those of the rule file</source>
        <translation>those of the rule file</translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation>&amp;Candidates</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScreeningTable</name>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Candidate</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScreeningView</name>
    <message>
        <source>&amp;Passed only</source>
        <translation>&amp;Passed only</translation>
    </message>
    <message>
        <source>Click a candidate to see it on the map, and why it passes or fails.</source>
        <translation>Click a candidate to see it on the map, and why it passes or fails.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>switched off in the file: %1</source>
        <translation>switched off in the file: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingChart</name>
    <message>
        <source>What each further site gains</source>
        <translation>What each further site gains</translation>
    </message>
    <message numerus="yes">
        <source>All together, with %n site(s): %1</source>
        <translation>
            <numerusform>All together, with %n site: %1</numerusform>
            <numerusform>All together, with %n sites: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n site(s): %1</source>
        <translation>
            <numerusform>%n site: %1</numerusform>
            <numerusform>%n sites: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Gain: %1</source>
        <translation>Gain: %1</translation>
    </message>
    <message>
        <source>Proved optimal</source>
        <translation>Proved optimal</translation>
    </message>
    <message>
        <source>Not proved; the best possible is %1.</source>
        <translation>Not proved; the best possible is %1.</translation>
    </message>
    <message>
        <source>Gain per further site, at most %1</source>
        <translation>Gain per further site, at most %1</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingForm</name>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Model</translation>
    </message>
    <message>
        <source>New sites</source>
        <translation>New sites</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>A budget needs a column of prices.</source>
        <translation>A budget needs a column of prices.</translation>
    </message>
    <message>
        <source>How many sites open beside the existing stations.</source>
        <translation>How many sites open beside the existing stations.</translation>
    </message>
    <message>
        <source>What the sites may cost together, in the unit of the prices.</source>
        <translation>What the sites may cost together, in the unit of the prices.</translation>
    </message>
    <message>
        <source>and every number below, as a c&amp;urve</source>
        <translation>and every number below, as a c&amp;urve</translation>
    </message>
    <message>
        <source>Shows what each further site gains, and where it is no longer worth while.</source>
        <translation>Shows what each further site gains, and where it is no longer worth while.</translation>
    </message>
    <message>
        <source>How man&amp;y</source>
        <translation>How man&amp;y</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>S&amp;hare to reach</source>
        <translation>S&amp;hare to reach</translation>
    </message>
    <message>
        <source> km</source>
        <translation> km</translation>
    </message>
    <message>
        <source>Straight-line distance on the ellipsoid; 0 takes the radius of the page Coverage.</source>
        <translation>Straight-line distance on the ellipsoid; 0 takes the radius of the page Coverage.</translation>
    </message>
    <message>
        <source>Ra&amp;dius</source>
        <translation>Ra&amp;dius</translation>
    </message>
    <message>
        <source>A layer of candidates</source>
        <translation>A layer of candidates</translation>
    </message>
    <message>
        <source>Places picked on the map</source>
        <translation>Places picked on the map</translation>
    </message>
    <message>
        <source>&amp;Candidates</source>
        <translation>&amp;Candidates</translation>
    </message>
    <message>
        <source>Columns of the candidates</source>
        <translation>Columns of the candidates</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>stay open</source>
        <translation>stay open</translation>
    </message>
    <message>
        <source>may close</source>
        <translation>may close</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>are left out</translation>
    </message>
    <message>
        <source>The stations of the page Data. Those that may close count as new sites.</source>
        <translation>The stations of the page Data. Those that may close count as new sites.</translation>
    </message>
    <message>
        <source>&amp;Stations</source>
        <translation>&amp;Stations</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>Then the best so far is taken, with how far from proved it is.</source>
        <translation>Then the best so far is taken, with how far from proved it is.</translation>
    </message>
    <message>
        <source>&amp;Time limit</source>
        <translation>&amp;Time limit</translation>
    </message>
    <message>
        <source>as on Coverage: %1</source>
        <translation>as on Coverage: %1</translation>
    </message>
    <message>
        <source>as on Coverage: none yet</source>
        <translation>as on Coverage: none yet</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingPage</name>
    <message>
        <source>Choose stations, demand and zones on the page Data first.</source>
        <translation>Choose stations, demand and zones on the page Data first.</translation>
    </message>
    <message>
        <source>&amp;Go to Data</source>
        <translation>&amp;Go to Data</translation>
    </message>
    <message>
        <source>&amp;Find sites</source>
        <translation>&amp;Find sites</translation>
    </message>
    <message>
        <source>The program yiquan computes; QGIS stays usable meanwhile.</source>
        <translation>The program yiquan computes; QGIS stays usable meanwhile.</translation>
    </message>
    <message>
        <source>Choose stations, demand and zones first.</source>
        <translation>Choose stations, demand and zones first.</translation>
    </message>
    <message>
        <source>Siting</source>
        <translation>Siting</translation>
    </message>
    <message numerus="yes">
        <source>Siting, %n site(s)</source>
        <translation>
            <numerusform>Siting, %n site</numerusform>
            <numerusform>Siting, %n sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingPlaces</name>
    <message>
        <source>&amp;Pick on the map</source>
        <translation>&amp;Pick on the map</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Remove all</translation>
    </message>
    <message>
        <source>Click on the map where a site could stand; Delete takes the last one back.</source>
        <translation>Click on the map where a site could stand; Delete takes the last one back.</translation>
    </message>
    <message>
        <source>Remo&amp;ve</source>
        <translation>Remo&amp;ve</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingProposals</name>
    <message numerus="yes">
        <source>proposed from %n site(s) on</source>
        <translation>
            <numerusform>proposed from %n site on</numerusform>
            <numerusform>proposed from %n sites on</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>What this many sites reach beyond one site less.</source>
        <translation>What this many sites reach beyond one site less.</translation>
    </message>
    <message>
        <source>People within the radius of the site.</source>
        <translation>People within the radius of the site.</translation>
    </message>
    <message>
        <source>Of those, whom no other open site or station reaches.</source>
        <translation>Of those, whom no other open site or station reaches.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Only here</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingView</name>
    <message>
        <source>&amp;Add as planned stations</source>
        <translation>&amp;Add as planned stations</translation>
    </message>
    <message>
        <source>Opens the page What-if with these sites as new stations, in a scenario of their own.</source>
        <translation>Opens the page What-if with these sites as new stations, in a scenario of their own.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message numerus="yes">
        <source>The proposal for %n site(s); choose another number on the curve.</source>
        <translation>
            <numerusform>The proposal for %n site; choose another number on the curve.</numerusform>
            <numerusform>The proposal for %n sites; choose another number on the curve.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The proposal for %n site(s); figures per site are known for the last number.</source>
        <translation>
            <numerusform>The proposal for %n site; figures per site are known for the last number.</numerusform>
            <numerusform>The proposal for %n sites; figures per site are known for the last number.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::StandardForm</name>
    <message>
        <source>&amp;Standard</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>m</source>
        <translation>m</translation>
    </message>
    <message>
        <source>km</source>
        <translation>km</translation>
    </message>
    <message>
        <source>Ra&amp;dius</source>
        <translation>Ra&amp;dius</translation>
    </message>
    <message>
        <source>Travel times need a street network; they come in a later version.</source>
        <translation>Travel times need a street network; they come in a later version.</translation>
    </message>
    <message>
        <source>On foot</source>
        <translation>On foot</translation>
    </message>
    <message>
        <source>By e-bike</source>
        <translation>By e-bike</translation>
    </message>
    <message>
        <source>By car</source>
        <translation>By car</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Travel time</source>
        <translation>Travel time</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>No target</source>
        <translation>No target</translation>
    </message>
    <message>
        <source>Share of the people that should be covered.</source>
        <translation>Share of the people that should be covered.</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Target</translation>
    </message>
    <message>
        <source>Stations that take part, and the folder</source>
        <translation>Stations that take part, and the folder</translation>
    </message>
    <message>
        <source>Only open round the &amp;clock</source>
        <translation>Only open round the &amp;clock</translation>
    </message>
    <message>
        <source>Only ope&amp;n at</source>
        <translation>Only ope&amp;n at</translation>
    </message>
    <message>
        <source>such as charging, toilet</source>
        <translation>such as charging, toilet</translation>
    </message>
    <message>
        <source>Separated by commas; a station must have all of them.</source>
        <translation>Separated by commas; a station must have all of them.</translation>
    </message>
    <message>
        <source>&amp;Amenities</source>
        <translation>&amp;Amenities</translation>
    </message>
    <message>
        <source>the name of the standard</source>
        <translation>the name of the standard</translation>
    </message>
    <message>
        <source>T&amp;itle</source>
        <translation>T&amp;itle</translation>
    </message>
    <message>
        <source>Folder for audits</source>
        <translation>Folder for audits</translation>
    </message>
    <message>
        <source>beside the project</source>
        <translation>beside the project</translation>
    </message>
    <message>
        <source>Every run gets a new folder in it: audit-1, audit-2 and so on.</source>
        <translation>Every run gets a new folder in it: audit-1, audit-2 and so on.</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Folder</translation>
    </message>
    <message>
        <source>Own radius</source>
        <translation>Own radius</translation>
    </message>
    <message>
        <source>A straight-line radius of your own.</source>
        <translation>A straight-line radius of your own.</translation>
    </message>
    <message>
        <source>%1: %2. Source: %3</source>
        <translation>%1: %2. Source: %3</translation>
    </message>
    <message>
        <source>Needs a street network; comes in a later version.</source>
        <translation>Needs a street network; comes in a later version.</translation>
    </message>
    <message>
        <source>The standard sets it.</source>
        <translation>The standard sets it.</translation>
    </message>
    <message>
        <source>Straight-line distance on the ellipsoid.</source>
        <translation>Straight-line distance on the ellipsoid.</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::UnplacedTable</name>
    <message>
        <source>Household</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
    <message>
        <source>Why not placed</source>
        <translation>Why not placed</translation>
    </message>
    <message>
        <source>Village</source>
        <translation>Village</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::WhatIfPage</name>
    <message>
        <source>Ledger</source>
        <translation>Ledger</translation>
    </message>
    <message>
        <source>Stations</source>
        <translation>Stations</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Click on the map to add a station (key A).</source>
        <translation>Click on the map to add a station (key A).</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>Drag a station on the map (key M).</source>
        <translation>Drag a station on the map (key M).</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Click a station on the map to remove it (key R).</source>
        <translation>Click a station on the map to remove it (key R).</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>Show the stations on the map again</source>
        <translation>Show the stations on the map again</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Undo: %1</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nothing to undo</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Redo: %1</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nothing to redo</translation>
    </message>
    <message>
        <source>Reading the data</source>
        <translation>Reading the data</translation>
    </message>
    <message>
        <source>The data changed; start again.</source>
        <translation>The data changed; start again.</translation>
    </message>
    <message>
        <source>Add, move and remove stations on the map, and see at once who gains and who loses.</source>
        <translation>Add, move and remove stations on the map, and see at once who gains and who loses.</translation>
    </message>
    <message>
        <source>Choose the stations on the page Data.</source>
        <translation>Choose the stations on the page Data.</translation>
    </message>
    <message>
        <source>Choose the demand on the page Data.</source>
        <translation>Choose the demand on the page Data.</translation>
    </message>
    <message>
        <source>Choose the zones on the page Data.</source>
        <translation>Choose the zones on the page Data.</translation>
    </message>
    <message>
        <source>Choose a standard on the page Coverage.</source>
        <translation>Choose a standard on the page Coverage.</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Drawing the stations</source>
        <translation>Drawing the stations</translation>
    </message>
    <message>
        <source>Choose Add, Move or Remove, then work on the map.</source>
        <translation>Choose Add, Move or Remove, then work on the map.</translation>
    </message>
    <message>
        <source>Click on the map where a new station should stand.</source>
        <translation>Click on the map where a new station should stand.</translation>
    </message>
    <message>
        <source>Drag a station on the map; Esc puts it back.</source>
        <translation>Drag a station on the map; Esc puts it back.</translation>
    </message>
    <message>
        <source>Click a station on the map to remove it.</source>
        <translation>Click a station on the map to remove it.</translation>
    </message>
    <message>
        <source>People gained</source>
        <translation>People gained</translation>
    </message>
    <message>
        <source>People lost</source>
        <translation>People lost</translation>
    </message>
    <message>
        <source>%1 covered: %2 of %3.</source>
        <translation>%1 covered: %2 of %3.</translation>
    </message>
    <message>
        <source>%1 covered: %2 of %3. ✓ Target met.</source>
        <translation>%1 covered: %2 of %3. ✓ Target met.</translation>
    </message>
    <message>
        <source>%1 covered: %2 of %3. ✗ Target missed.</source>
        <translation>%1 covered: %2 of %3. ✗ Target missed.</translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::WhatIfRun</name>
    <message>
        <source>Starting the what-if</source>
        <translation>Starting the what-if</translation>
    </message>
    <message>
        <source>New station %1</source>
        <translation>New station %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Add %1</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>Move %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>Rename %1</translation>
    </message>
    <message>
        <source>Load %1</source>
        <translation>Load %1</translation>
    </message>
</context>
</TS>
