<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>catalog</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Words with commas between them, for instance nightly, logs.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Icon</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A name such as fa-database; empty is the kind's own.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If still &amp;running</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At most at once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At most waiting</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Times beyond that are skipped.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If missed, &amp;make up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Times that passed while this computer was off or asleep.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>At most made up</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If less late than</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A run that would start later is skipped.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A run that takes longer is ended with TERM; 0 is no limit.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Kill after</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>KILL follows TERM this much later, to all processes of the run.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Working directory</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Empty is the home folder.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run as</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>A command put in front, for instance sudo -u deploy.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>models::AutomationDetail</name>
    <message>
        <source>What it does</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Runs as</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In folder</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, then kill after %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>If still running</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Missed slots</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>saved %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>saved %1 by %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>typical %1, longest %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused since %1. It runs only by hand.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>models::AutomationModel</name>
    <message>
        <source>≈ %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Last run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>models::AutomationRow</name>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Never run</source>
        <translation>Nie gelaufen</translation>
    </message>
</context>
<context>
    <name>models::CronWords</name>
    <message>
        <source>Every minute</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every %1 min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hourly at :%1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every %1 h</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Daily %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Day %1, %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>models::Facts</name>
    <message>
        <source>no reason was given</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished">%1: %2. {1:?}</translation>
    </message>
    <message>
        <source>Last success %1.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Same reason %n times in a row.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Slower than usual: it usually takes %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Held: %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waits for somebody to approve it.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Slot %1 was skipped: %2.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>models::Filter</name>
    <message>
        <source>There is no field “%1” here. Use %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Say which %1 after the colon.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” is no %2. Use %3.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>models::RunFacts</name>
    <message>
        <source>started %1 ms later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>started %1 later</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1: %2 was denied</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Peak memory</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>cut off at its limit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Exit code</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Running for</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>usually %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stands for</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n more slots</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Ended by stop</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>models::RunModel</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>models::Times</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 h %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Today %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>models::Words</name>
    <message>
        <source>Every %1 d</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every %1 h</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every %1 min</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every %1 s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Braucht Freigabe</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>manual</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Once %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 +%2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>run side by side</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>queue</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>skip</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>replace the running one</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>run once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>run them all</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>ask</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::AutomationActions</name>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Open the &amp;log of the last run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show its r&amp;uns</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose an automation first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose one automation only</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::AutomationEditor</name>
    <message>
        <source>General</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Waiting and overlap</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 – edit automation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New automation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saving makes version %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saving makes a new automation.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>It was saved by somebody else meanwhile. Nothing was overwritten.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reloading shows the newer version and drops the changes made here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save the new automation?</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::AutomationInspector</name>
    <message>
        <source>Automation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No automation chosen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Its state, its last runs and when it fires next are shown here.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them paused</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n runs</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Never run</source>
        <translation>Nie gelaufen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::AutomationVerbs</name>
    <message>
        <source>A run of “%1” is queued</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>“%1” paused</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1” resumed</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n automations paused</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations resumed</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>Delete %n automations?</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>What waits is cancelled and what runs is asked to end. Past runs and their logs stay. This can't be undone.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>“%1” deleted</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n automations deleted</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>ui::AutomationsPane</name>
    <message>
        <source>Failing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Sort again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Automations</source>
        <translation>Automatisierungen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The automations could not be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No automations yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>An automation is a command with a schedule and the rules it runs by. Its state and its last runs will be listed here.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No automation matches</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n automations are hidden by %1.</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>“%1” has never run</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n automations exported</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Filter: words, status:failed, tag:nightly</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::CloseQuestion</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>No run is under way.</source>
        <translation>Gerade läuft nichts.</translation>
    </message>
    <message>
        <source>Keep the schedules going?</source>
        <translation>Sollen die Zeitpläne weiterlaufen?</translation>
    </message>
    <message>
        <source>“Keep scheduling” closes the window and goes on in the background. “Stop” ends what is under way, and nothing starts until Signalbox is opened again.</source>
        <translation>„Weiterlaufen lassen“ schließt das Fenster und macht im Hintergrund weiter. „Anhalten“ beendet, was gerade läuft; dann startet nichts, bis Signalbox wieder geöffnet wird.</translation>
    </message>
    <message>
        <source>&amp;Keep scheduling</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>One run is under way: %1.</source>
        <translation>Ein Lauf ist im Gang: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are under way: %1.</source>
        <translation>
            <numerusform>%n Lauf ist im Gang: %1.</numerusform>
            <numerusform>%n Läufe sind im Gang: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::CronBoxes</name>
    <message>
        <source>second</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>minute</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>hour</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>day of month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>month</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>day of week</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, was %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::CronWords</name>
    <message>
        <source>was %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::EditorFields</name>
    <message>
        <source> s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no limit of its own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>however late</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>ui::EngineCorner</name>
    <message>
        <source>%1, operator %2</source>
        <translation>%1, am Pult: %2</translation>
    </message>
    <message>
        <source>Nothing keeps the schedules of this workspace: runs wait until an engine comes back.</source>
        <translation>Niemand hält die Zeitpläne dieses Arbeitsbereichs ein: Läufe warten, bis wieder ein Dienst da ist.</translation>
    </message>
    <message>
        <source>Another process on this workspace keeps its schedules; this window shows and edits.</source>
        <translation>Ein anderer Prozess hält die Zeitpläne dieses Arbeitsbereichs ein; dieses Fenster zeigt und bearbeitet.</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Engine on</source>
        <translation>Dienst läuft</translation>
    </message>
    <message>
        <source>Engine runs elsewhere</source>
        <translation>Dienst läuft anderswo</translation>
    </message>
    <message>
        <source>Engine off</source>
        <translation>Dienst aus</translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentTable</name>
    <message>
        <source>Environment</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Add variable</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::ErrorText</name>
    <message>
        <source>That is not there any more</source>
        <translation>Das gibt es nicht mehr</translation>
    </message>
    <message>
        <source>It was changed in the meantime, or is busy</source>
        <translation>Es wurde inzwischen geändert oder ist beschäftigt</translation>
    </message>
    <message>
        <source>Something in it is not right</source>
        <translation>Etwas daran stimmt nicht</translation>
    </message>
    <message>
        <source>You may not do this</source>
        <translation>Das dürfen Sie nicht</translation>
    </message>
    <message>
        <source>Something it needs is not available now</source>
        <translation>Etwas Nötiges ist gerade nicht verfügbar</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>Es hat zu lange gedauert</translation>
    </message>
    <message>
        <source>It was taken back</source>
        <translation>Es wurde zurückgenommen</translation>
    </message>
    <message>
        <source>What is stored is damaged</source>
        <translation>Das Gespeicherte ist beschädigt</translation>
    </message>
    <message>
        <source>This program or this machine can't do that</source>
        <translation>Dieses Programm oder dieser Rechner kann das nicht</translation>
    </message>
    <message>
        <source>Signalbox made a mistake</source>
        <translation>Signalbox hat einen Fehler gemacht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>ui::FieldEditor</name>
    <message>
        <source>not given</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::FieldForm</name>
    <message>
        <source>Given as</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::FilterChipButton</name>
    <message>
        <source>%1 %2, remove</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove this condition</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::FilterControl</name>
    <message>
        <source>status</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::FollowChip</name>
    <message>
        <source>End of log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Following</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused, +%1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Go to the end</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Back to the end of the log (End)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::FormRow</name>
    <message>
        <source>%1, position %2</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::HelpWindows</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Signalbox</source>
        <translation>Über Signalbox</translation>
    </message>
    <message>
        <source>Signalbox %1</source>
        <translation>Signalbox %1</translation>
    </message>
    <message>
        <source>The operator's desktop for automations.
Free software under the Apache License 2.0.
Built with Qt %1.</source>
        <translation>Das Pult für Automatisierungen.
Freie Software unter der Apache License 2.0.
Gebaut mit Qt %1.</translation>
    </message>
</context>
<context>
    <name>ui::InspectorFrame</name>
    <message>
        <source>Sections</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::LoadingRows</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::LogBar</name>
    <message>
        <source>Save as text…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Put back into the dock</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time stamps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time of day</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Since the start</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No time stamps</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop this run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run this automation again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The run is being stopped already</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::LogDock</name>
    <message>
        <source>Show this log in a window of its own</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Hide the log</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::LogTab</name>
    <message>
        <source>No output yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not started yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Lines appear here as the run writes them.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The run waits for its turn.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This run did not start.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This run wrote nothing.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The log could not be read</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Save the log as text</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::LogTabBar</name>
    <message>
        <source>Logs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Close the log of %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::LogView</name>
    <message>
        <source>following</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>paused, %Ln new lines</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>(no line end)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>[line %L1 is not loaded]</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>[%L1 more lines; save the log to get them all]</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::LogWindow</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished">%1: %2 {1,?}</translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>%1 – Signalbox</source>
        <translation>%1 – Signalbox</translation>
    </message>
    <message>
        <source>Could not open the workspace</source>
        <translation>Der Arbeitsbereich lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>%1

Workspace: %2</source>
        <translation>%1

Arbeitsbereich: %2</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>&amp;Program log</source>
        <translation>&amp;Programmprotokoll</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ui::NextTimesList</name>
    <message>
        <source>clocks went back %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>clocks went forward %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>first of two %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>second of two %1</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::PaneBody</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>ui::PaneHeader</name>
    <message>
        <source>More</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::PaneSet</name>
    <message>
        <source>Automations</source>
        <translation>Automatisierungen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>ui::Parameters</name>
    <message>
        <source>yes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::ProgramLog</name>
    <message>
        <source>Program log</source>
        <translation>Programmprotokoll</translation>
    </message>
    <message>
        <source>This program keeps no log file.</source>
        <translation>Dieses Programm schreibt keine Protokolldatei.</translation>
    </message>
    <message>
        <source>&amp;Reload</source>
        <translation>&amp;Neu laden</translation>
    </message>
</context>
<context>
    <name>ui::Rail</name>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>ui::RailModel</name>
    <message numerus="yes">
        <source>%1, %n running</source>
        <translation>
            <numerusform>%1, %n läuft</numerusform>
            <numerusform>%1, %n laufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunActions</name>
    <message>
        <source>Run &amp;again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Show the a&amp;utomation</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose a run first</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Choose one run only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Already over: there is nothing to cancel</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::RunInspector</name>
    <message>
        <source>Run</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No run chosen</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Why it ran, how long it took and how it ended are shown here.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not over yet</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Ended by the stop</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ended by the stop: %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Due by its schedule.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asked for by hand at %1.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Asked for by %1 at %2.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> %1: %2.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::RunVerbs</name>
    <message>
        <source>A run of “%1” is queued</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>The run of “%1” is being cancelled</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n runs are being cancelled</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>ui::RunWords</name>
    <message>
        <source>Stopping: TERM sent, KILL in %1 s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Stopping: KILL sent</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 after %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, signal %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1, exit code %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>slot %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>version %1</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 lines</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::RunsPane</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>%1+ of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The runs could not be read.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every run will be listed here, and every slot that was skipped, with the reason.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>No run matches</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>%1 runs are hidden by %2.</source>
        <translation type="unfinished" />
    </message>
    <message numerus="yes">
        <source>%n runs exported, those that have been scrolled to</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Filter: words, status:failed, automation:backup</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::SaveRow</name>
    <message>
        <source>Saving the log</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Log saved: %1, %2</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>The log was not saved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saving the log, %1 of %2 lines</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::ScheduleForm</name>
    <message>
        <source>Add schedule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Manual only: it runs when somebody asks for it. Add a schedule to run it by itself.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Schedules</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove this schedule (Del)</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Remove this schedule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not a schedule yet</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::ScheduleSection</name>
    <message>
        <source>Schedule</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::SectionList</name>
    <message>
        <source>changed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>something is wrong here</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::SparkBars</name>
    <message>
        <source>Last runs</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::Status</name>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Needs approval</source>
        <translation>Braucht Freigabe</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Never run</source>
        <translation>Nie gelaufen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Needs fixing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Not on remote</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Opened by hand</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Closed by hand</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>In sync</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Syncing</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Rate limited</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation>Der Arbeitsbereich wird geöffnet …</translation>
    </message>
    <message>
        <source>Nothing is planned</source>
        <translation>Nichts ist geplant</translation>
    </message>
    <message>
        <source>Next %1</source>
        <translation>Nächster %1</translation>
    </message>
    <message>
        <source>Next: %1 at %2, %3</source>
        <translation>Nächster: %1 um %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held</source>
        <translation>
            <numerusform>%n zurückgehalten</numerusform>
            <numerusform>%n zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>No workspace is open</source>
        <translation>Kein Arbeitsbereich ist offen</translation>
    </message>
</context>
<context>
    <name>ui::TableExport</name>
    <message>
        <source>Export as CSV</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>ui::TriggerForm</name>
    <message>
        <source>Cron</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Every</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Once</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Repeat</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Cron</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;Every</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>From start to start.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>&amp;At</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Spread by up to</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>as fits the schedule</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>run in the first pass only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>run in both passes</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>run in the second pass only</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>run at the end of the gap</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>skip what falls into the gap</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>run later by the gap</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Clocks go &amp;back</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>forward</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Next ten times</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>They are shown once the schedule is right.</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>This is never due again.</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::Troubles</name>
    <message>
        <source>The workspace can't be written: %1. Nothing starts until it can.</source>
        <translation>Der Arbeitsbereich lässt sich nicht beschreiben: %1. Bis dahin startet nichts.</translation>
    </message>
    <message>
        <source>Logs can't be written: %1. Runs wait with their output until they can.</source>
        <translation>Protokolle lassen sich nicht schreiben: %1. Läufe warten solange mit ihrer Ausgabe.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
</context>
<context>
    <name>ui::VersionsPage</name>
    <message>
        <source>Version</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::WindowMenus</name>
    <message>
        <source>&amp;Automation</source>
        <translation>A&amp;utomatisierung</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;New automation…</source>
        <translation>&amp;Neue Automatisierung …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translation>&amp;Inspektor</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Program log</source>
        <translation>&amp;Programmprotokoll</translation>
    </message>
    <message>
        <source>&amp;About Signalbox</source>
        <translation>Ü&amp;ber Signalbox</translation>
    </message>
    <message>
        <source>Menus</source>
        <translation>Menüs</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der &amp;Desktop</translation>
    </message>
    <message>
        <source>L&amp;ight</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Dar&amp;k</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
</context>
<context>
    <name>ui::WorkArea</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
</context>
<context>
    <name>ui::WorkSection</name>
    <message>
        <source>What runs</source>
        <translation type="unfinished" />
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished" />
    </message>
</context>
<context>
    <name>ui::ZoneCombo</name>
    <message>
        <source>System, %1</source>
        <translation type="unfinished" />
    </message>
</context>
</TS>
