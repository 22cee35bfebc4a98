<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>RelocationWords</name>
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Used: %1 of %n site(s), with room for %2 people in all; computed in %3 s.</source>
        <translation>
            <numerusform>%1 of %n site is used, with room for %2 people in all; computed in %3 s.</numerusform>
            <numerusform>Used: %1 of %n sites, with room for %2 people in all; computed in %3 s.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScreeningWords</name>
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
        <source>weighted; missed by %n candidate(s)</source>
        <translation>
            <numerusform>weighted; %n candidate misses it</numerusform>
            <numerusform>weighted; missed by %n candidates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ %1 of %n candidate(s) pass</source>
        <translation>
            <numerusform>✓ %1 of %n candidate passes</numerusform>
            <numerusform>✓ %1 of %n candidates pass</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✗ %n fail</source>
        <translation>
            <numerusform>✗ %n fails</numerusform>
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
    <message numerus="yes">
        <source>%n site(s)</source>
        <translation>
            <numerusform>%n site</numerusform>
            <numerusform>%n sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people in %n place(s) live beyond every candidate and station.</source>
        <translation>
            <numerusform>%1 people in %n place live beyond every candidate and station.</numerusform>
            <numerusform>%1 people in %n places live beyond every candidate and station.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>To be closed: %n existing station(s).</source>
        <translation>
            <numerusform>%n existing station closes.</numerusform>
            <numerusform>To be closed: %n existing stations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ComparePage</name>
    <message numerus="yes">
        <source>No longer in the list: %n station(s) of “%1”.</source>
        <translation>
            <numerusform>%n station of “%1” is not in the list any more.</numerusform>
            <numerusform>No longer in the list: %n stations of “%1”.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportPage</name>
    <message numerus="yes">
        <source>%1 and %n more file(s) were written.</source>
        <translation>
            <numerusform>%1 and %n more file were written.</numerusform>
            <numerusform>%1 and %n more files were written.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ExportQuestion</name>
    <message numerus="yes">
        <source>%1 and %n more file(s) are there already. Replace them?</source>
        <translation>
            <numerusform>%1 and %n more file are there already. Replace them?</numerusform>
            <numerusform>%1 and %n more files are there already. Replace them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::LedgerChart</name>
    <message numerus="yes">
        <source>%n more are in the table.</source>
        <translation>
            <numerusform>%n more is in the table.</numerusform>
            <numerusform>%n more are in the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::ScenarioPanel</name>
    <message numerus="yes">
        <source>No longer in the list: %n station(s) of the scenario: %1.</source>
        <translation>
            <numerusform>%n station of the scenario is not in the list any more: %1.</numerusform>
            <numerusform>No longer in the list: %n stations of the scenario: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingChart</name>
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
</context>
<context>
    <name>yiquan::plugin::SitingProposals</name>
    <message numerus="yes">
        <source>first proposed with %n site(s)</source>
        <translation>
            <numerusform>first proposed with %n site</numerusform>
            <numerusform>first proposed with %n sites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>yiquan::plugin::SitingView</name>
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
    <message numerus="yes">
        <source>Siting, %n site(s)</source>
        <translation>
            <numerusform>Siting, %n site</numerusform>
            <numerusform>Siting, %n sites</numerusform>
        </translation>
    </message>
</context>
</TS>
