<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>models::AgendaModel</name>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run</source>
        <translation>
            <numerusform>%n runs</numerusform>
            <numerusform>%n run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will wait</source>
        <translation>
            <numerusform>%n will wait</numerusform>
            <numerusform>%n will wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be skipped</source>
        <translation>
            <numerusform>%n will be skipped</numerusform>
            <numerusform>%n will be skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ask first</source>
        <translation>
            <numerusform>%n asks first</numerusform>
            <numerusform>%n ask first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ApprovalWords</name>
    <message numerus="yes">
        <source>A maintenance window asks for %n approvals of %1.</source>
        <translation>
            <numerusform>A maintenance window asks for %n approval of %1.</numerusform>
            <numerusform>A maintenance window asks for %n approvals of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The automation asks for %n approvals of %1.</source>
        <translation>
            <numerusform>The automation asks for %n approval of %1.</numerusform>
            <numerusform>The automation asks for %n approvals of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::AutomationRow</name>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need approval</source>
        <translation>
            <numerusform>%n needs approval</numerusform>
            <numerusform>%n need approval</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timed out</source>
        <translation>
            <numerusform>%n timed out</numerusform>
            <numerusform>%n timed out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n cancelled</numerusform>
            <numerusform>%n cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n rejected</numerusform>
            <numerusform>%n rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interrupted</source>
        <translation>
            <numerusform>%n interrupted</numerusform>
            <numerusform>%n interrupted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::CalendarWords</name>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>everything but %n</source>
        <translation>
            <numerusform>everything but %n</numerusform>
            <numerusform>everything but %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ConflictRows</name>
    <message numerus="yes">
        <source>%1… (%n lines)</source>
        <translation>
            <numerusform>%1… (%n line)</numerusform>
            <numerusform>%1… (%n lines)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ConnectionWords</name>
    <message numerus="yes">
        <source>%n changes wait</source>
        <translation>
            <numerusform>%n change waits</numerusform>
            <numerusform>%n changes wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes were refused</source>
        <translation>
            <numerusform>%n change was refused</numerusform>
            <numerusform>%n changes were refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations</source>
        <translation>
            <numerusform>%n automation</numerusform>
            <numerusform>%n automations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::Facts</name>
    <message numerus="yes">
        <source>Same reason %n times in a row.</source>
        <translation>
            <numerusform>Same reason %n time in a row.</numerusform>
            <numerusform>Same reason %n times in a row.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::RunFacts</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more slots</source>
        <translation>
            <numerusform>%n more slot</numerusform>
            <numerusform>%n more slots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AgendaPane</name>
    <message numerus="yes">
        <source>%n rows exported</source>
        <translation>
            <numerusform>%n row exported</numerusform>
            <numerusform>%n rows exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times are hidden by %1.</source>
        <translation>
            <numerusform>%Ln time is hidden by %1.</numerusform>
            <numerusform>%Ln times are hidden by %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ApprovalsPane</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests approved</source>
        <translation>
            <numerusform>%n request approved</numerusform>
            <numerusform>%n requests approved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests rejected</source>
        <translation>
            <numerusform>%n request rejected</numerusform>
            <numerusform>%n requests rejected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AuditPane</name>
    <message numerus="yes">
        <source>%n entries, none changed or missing</source>
        <translation>
            <numerusform>%n entry, not changed</numerusform>
            <numerusform>%n entries, none changed or missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries exported, those that have been scrolled to</source>
        <translation>
            <numerusform>%n entry exported</numerusform>
            <numerusform>%n entries exported, those that have been scrolled to</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AutomationInspector</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them paused</source>
        <translation>
            <numerusform>%n of them paused</numerusform>
            <numerusform>%n of them paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n runs</source>
        <translation>
            <numerusform>Last run</numerusform>
            <numerusform>Last %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AutomationVerbs</name>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation>
            <numerusform>%n run queued</numerusform>
            <numerusform>%n runs queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations paused</source>
        <translation>
            <numerusform>%n automation paused</numerusform>
            <numerusform>%n automations paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations resumed</source>
        <translation>
            <numerusform>%n automation resumed</numerusform>
            <numerusform>%n automations resumed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n automations?</source>
        <translation>
            <numerusform>Delete %n automation?</numerusform>
            <numerusform>Delete %n automations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations deleted</source>
        <translation>
            <numerusform>%n automation deleted</numerusform>
            <numerusform>%n automations deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n automations now?</source>
        <translation>
            <numerusform>Run %n automation now?</numerusform>
            <numerusform>Run %n automations now?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n</source>
        <translation>
            <numerusform>Run %n</numerusform>
            <numerusform>Run %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n automations?</source>
        <translation>
            <numerusform>Pause %n automation?</numerusform>
            <numerusform>Pause %n automations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n automations?</source>
        <translation>
            <numerusform>Resume %n automation?</numerusform>
            <numerusform>Resume %n automations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n</source>
        <translation>
            <numerusform>Pause %n</numerusform>
            <numerusform>Pause %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n</source>
        <translation>
            <numerusform>Resume %n</numerusform>
            <numerusform>Resume %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n automations?</source>
        <translation>
            <numerusform>Duplicate %n automation?</numerusform>
            <numerusform>Duplicate %n automations?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n</source>
        <translation>
            <numerusform>Duplicate %n</numerusform>
            <numerusform>Duplicate %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies made, paused</source>
        <translation>
            <numerusform>%n copy made, paused</numerusform>
            <numerusform>%n copies made, paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n</source>
        <translation>
            <numerusform>Delete %n</numerusform>
            <numerusform>Delete %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations are back</source>
        <translation>
            <numerusform>%n automation is back</numerusform>
            <numerusform>%n automations are back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AutomationsPane</name>
    <message numerus="yes">
        <source>%n automations are hidden by %1.</source>
        <translation>
            <numerusform>%n automation is hidden by %1.</numerusform>
            <numerusform>%n automations are hidden by %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations exported</source>
        <translation>
            <numerusform>%n automation exported</numerusform>
            <numerusform>%n automations exported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BackupVerbs</name>
    <message numerus="yes">
        <source>Backed up and checked: %n automations</source>
        <translation>
            <numerusform>Backed up and checked: %n automation</numerusform>
            <numerusform>Backed up and checked: %n automations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations</source>
        <translation>
            <numerusform>%n automation</numerusform>
            <numerusform>%n automations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CalendarPainter</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CalendarView</name>
    <message numerus="yes">
        <source>%n windows are shown</source>
        <translation>
            <numerusform>%n window is shown</numerusform>
            <numerusform>%n windows are shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChangeLine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CloseQuestion</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are under way: %1.</source>
        <translation>
            <numerusform>%n run is under way: %1.</numerusform>
            <numerusform>%n runs are under way: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CodeEditor</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConflictsPage</name>
    <message numerus="yes">
        <source>%1 of %n fields decided</source>
        <translation>
            <numerusform>%1 of %n field decided</numerusform>
            <numerusform>%1 of %n fields decided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep all of here in %n conflicts…</source>
        <translation>
            <numerusform>&amp;Keep all of here in %n conflict…</numerusform>
            <numerusform>&amp;Keep all of here in %n conflicts…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take theirs in %n conflicts…</source>
        <translation>
            <numerusform>&amp;Take theirs in %n conflict…</numerusform>
            <numerusform>&amp;Take theirs in %n conflicts…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep what is here in %n conflicts?</source>
        <translation>
            <numerusform>Keep what is here in %n conflict?</numerusform>
            <numerusform>Keep what is here in %n conflicts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take what is at %1 in %n conflicts?</source>
        <translation>
            <numerusform>Take what is at %1 in %n conflict?</numerusform>
            <numerusform>Take what is at %1 in %n conflicts?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts are resolved</source>
        <translation>
            <numerusform>%n conflict is resolved</numerusform>
            <numerusform>%n conflicts are resolved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ConnectionVerbs</name>
    <message numerus="yes">
        <source>%n connections are looked at now</source>
        <translation>
            <numerusform>%n connection is looked at now</numerusform>
            <numerusform>%n connections are looked at now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes or runs were not sent there yet.</source>
        <translation>
            <numerusform>%n change or run was not sent there yet.</numerusform>
            <numerusform>%n changes or runs were not sent there yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::EmptyLog</name>
    <message numerus="yes">
        <source>It had %Ln lines, which made room for others (%1).</source>
        <translation>
            <numerusform>It had %Ln line, which made room for others (%1).</numerusform>
            <numerusform>It had %Ln lines, which made room for others (%1).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindBar</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations are made, paused until somebody resumes them.</source>
        <translation>
            <numerusform>%n automation is made, paused until somebody resumes it.</numerusform>
            <numerusform>%n automations are made, paused until somebody resumes them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out.</source>
        <translation>
            <numerusform>%n is left out.</numerusform>
            <numerusform>%n are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them fire at other times than the original within the next ten years.</source>
        <translation>
            <numerusform>%n of them fires at other times than the original within the next ten years.</numerusform>
            <numerusform>%n of them fire at other times than the original within the next ten years.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n</source>
        <translation>
            <numerusform>Import %n</numerusform>
            <numerusform>Import %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LogTab</name>
    <message numerus="yes">
        <source>%Ln lines copied</source>
        <translation>
            <numerusform>%Ln line copied</numerusform>
            <numerusform>%Ln lines copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln lines copied; save the log for the rest</source>
        <translation>
            <numerusform>The first line copied; save the log for the rest</numerusform>
            <numerusform>The first %Ln lines copied; save the log for the rest</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::LogView</name>
    <message numerus="yes">
        <source>paused, %Ln new lines</source>
        <translation>
            <numerusform>paused, %Ln new line</numerusform>
            <numerusform>paused, %Ln new lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MergedWindow</name>
    <message numerus="yes">
        <source>%Ln logs by time</source>
        <translation>
            <numerusform>%Ln log by time</numerusform>
            <numerusform>%Ln logs by time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MissedDialog</name>
    <message numerus="yes">
        <source>%n missed times run now</source>
        <translation>
            <numerusform>%n missed time runs now</numerusform>
            <numerusform>%n missed times run now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed times dismissed</source>
        <translation>
            <numerusform>%n missed time dismissed</numerusform>
            <numerusform>%n missed times dismissed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NeedsList</name>
    <message numerus="yes">
        <source>missed %n times since %1</source>
        <translation>
            <numerusform>missed %n time since %1</numerusform>
            <numerusform>missed %n times since %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times since %2</source>
        <translation>
            <numerusform>%1, %n time since %2</numerusform>
            <numerusform>%1, %n times since %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NewsRow</name>
    <message numerus="yes">
        <source>%Ln lines are new: %1 did not say them</source>
        <translation>
            <numerusform>%Ln line is new: %1 did not say it</numerusform>
            <numerusform>%Ln lines are new: %1 did not say them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::OverviewPane</name>
    <message numerus="yes">
        <source>Runs and failures, %n days</source>
        <translation>
            <numerusform>Runs and failures, %n day</numerusform>
            <numerusform>Runs and failures, %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n needs you</numerusform>
            <numerusform>%n need you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed times start now</source>
        <translation>
            <numerusform>%n missed time starts now</numerusform>
            <numerusform>%n missed times start now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed times are skipped</source>
        <translation>
            <numerusform>%n missed time is skipped</numerusform>
            <numerusform>%n missed times are skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts with remote systems wait for a decision</source>
        <translation>
            <numerusform>%n conflict with remote systems waits for a decision</numerusform>
            <numerusform>%n conflicts with remote systems wait for a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes were refused by remote systems</source>
        <translation>
            <numerusform>%n change was refused by remote systems</numerusform>
            <numerusform>%n changes were refused by remote systems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections need a sign-in</source>
        <translation>
            <numerusform>%n connection needs a sign-in</numerusform>
            <numerusform>%n connections need a sign-in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProcessList</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RailModel</name>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n running</numerusform>
            <numerusform>%1, %n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open</source>
        <translation>
            <numerusform>%1, %n open</numerusform>
            <numerusform>%1, %n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ResultPage</name>
    <message numerus="yes">
        <source>and %n more that were not looked at</source>
        <translation>
            <numerusform>and %n more that was not looked at</numerusform>
            <numerusform>and %n more that were not looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunInspector</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not over yet</source>
        <translation>
            <numerusform>%n of them not over yet</numerusform>
            <numerusform>%n of them not over yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunVerbs</name>
    <message numerus="yes">
        <source>Take note of %n failures</source>
        <translation>
            <numerusform>Take note of %n failure</numerusform>
            <numerusform>Take note of %n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Noted: %n failures</source>
        <translation>
            <numerusform>Noted: %n failure</numerusform>
            <numerusform>Noted: %n failures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failures count again</source>
        <translation>
            <numerusform>%n failure counts again</numerusform>
            <numerusform>%n failures count again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held runs start now</source>
        <translation>
            <numerusform>%n held run starts now</numerusform>
            <numerusform>%n held runs start now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel the %n runs that wait for their turn?</source>
        <translation>
            <numerusform>Cancel the %n run that waits for its turn?</numerusform>
            <numerusform>Cancel the %n runs that wait for their turn?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs cancelled</source>
        <translation>
            <numerusform>%n run cancelled</numerusform>
            <numerusform>%n runs cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation>
            <numerusform>%n run queued</numerusform>
            <numerusform>%n runs queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are being cancelled</source>
        <translation>
            <numerusform>%n run is being cancelled</numerusform>
            <numerusform>%n runs are being cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n automations again?</source>
        <translation>
            <numerusform>Run %n automation again?</numerusform>
            <numerusform>Run %n automations again?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n again</source>
        <translation>
            <numerusform>Run %n again</numerusform>
            <numerusform>Run %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n runs?</source>
        <translation>
            <numerusform>Cancel %n run?</numerusform>
            <numerusform>Cancel %n runs?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n runs</source>
        <translation>
            <numerusform>Cancel %n run</numerusform>
            <numerusform>Cancel %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n held runs now?</source>
        <translation>
            <numerusform>Start %n held run now?</numerusform>
            <numerusform>Start %n held runs now?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n now</source>
        <translation>
            <numerusform>Start %n now</numerusform>
            <numerusform>Start %n now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start %n runs in spite of the window?</source>
        <translation>
            <numerusform>Start %n run in spite of the window?</numerusform>
            <numerusform>Start %n runs in spite of the window?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs start</source>
        <translation>
            <numerusform>%n run starts</numerusform>
            <numerusform>%n runs start</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunWords</name>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunsPane</name>
    <message numerus="yes">
        <source>%n runs exported, those that have been scrolled to</source>
        <translation>
            <numerusform>%n run exported, of those that have been scrolled to</numerusform>
            <numerusform>%n runs exported, those that have been scrolled to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs are hidden by %1.</source>
        <translation>
            <numerusform>%Ln run is hidden by %1.</numerusform>
            <numerusform>%Ln runs are hidden by %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n held</numerusform>
            <numerusform>%n held</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n windows open</source>
        <translation>
            <numerusform>%n window open</numerusform>
            <numerusform>%n windows open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::SweepWindow</name>
    <message numerus="yes">
        <source>in %Ln chosen logs</source>
        <translation>
            <numerusform>in %Ln chosen log</numerusform>
            <numerusform>in %Ln chosen logs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TemplateList</name>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation>
            <numerusform>every %n minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TemplatePage</name>
    <message numerus="yes">
        <source>%n bytes as a zip file</source>
        <translation>
            <numerusform>%n byte as a zip file</numerusform>
            <numerusform>%n bytes as a zip file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A maintenance window comes along, “%1”, of %n minutes: %2.</source>
        <translation>
            <numerusform>A maintenance window comes along, “%1”, of %n minute: %2.</numerusform>
            <numerusform>A maintenance window comes along, “%1”, of %n minutes: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TimelineView</name>
    <message numerus="yes">
        <source>%1: %n runs</source>
        <translation>
            <numerusform>%1: %n run</numerusform>
            <numerusform>%1: %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TodayFigures</name>
    <message numerus="yes">
        <source>%n days: %1</source>
        <translation>
            <numerusform>%n day: %1</numerusform>
            <numerusform>%n days: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TransferVerbs</name>
    <message numerus="yes">
        <source>%n automations imported, paused</source>
        <translation>
            <numerusform>%n automation imported, paused</numerusform>
            <numerusform>%n automations imported, paused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations exported</source>
        <translation>
            <numerusform>%n automation exported</numerusform>
            <numerusform>%n automations exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n left out; the file says why)</source>
        <translation>
            <numerusform>(%n left out; the file says why)</numerusform>
            <numerusform>(%n left out; the file says why)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This machine runs %n jobs by crontab or timers of systemd. They can be imported; what is there stays as it is.</source>
        <translation>
            <numerusform>This machine runs %n job by crontab or timers of systemd. It can be imported; what is there stays as it is.</numerusform>
            <numerusform>This machine runs %n jobs by crontab or timers of systemd. They can be imported; what is there stays as it is.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Tray</name>
    <message numerus="yes">
        <source>%n requests wait for approval</source>
        <translation>
            <numerusform>%n request waits for approval</numerusform>
            <numerusform>%n requests wait for approval</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WindowEditor</name>
    <message numerus="yes">
        <source>Hits %n automations.</source>
        <translation>
            <numerusform>Hits %n automation.</numerusform>
            <numerusform>Hits %n automations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WindowInspector</name>
    <message numerus="yes">
        <source>%n automations</source>
        <translation>
            <numerusform>%n automation</numerusform>
            <numerusform>%n automations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <translation>
            <numerusform>%n to come</numerusform>
            <numerusform>%n to come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WindowVerbs</name>
    <message numerus="yes">
        <source>%n windows were made</source>
        <translation>
            <numerusform>%n window was made</numerusform>
            <numerusform>%n windows were made</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events are no windows</source>
        <translation>
            <numerusform>%n event is no window</numerusform>
            <numerusform>%n events are no windows</numerusform>
        </translation>
    </message>
</context>
</TS>
