<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>CronInWords</name>
    <message>
        <source>first</source>
        <translation>ersten</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiten</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritten</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierten</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünften</translation>
    </message>
    <message>
        <source>every second</source>
        <translation>jede Sekunde</translation>
    </message>
    <message>
        <source>every %1 seconds</source>
        <translation>alle %1 Sekunden</translation>
    </message>
    <message>
        <source>second %1</source>
        <translation>Sekunde %1</translation>
    </message>
    <message>
        <source>seconds %1</source>
        <translation>Sekunden %1</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>jede Minute</translation>
    </message>
    <message>
        <source>every %1 minutes</source>
        <translation>alle %1 Minuten</translation>
    </message>
    <message>
        <source>minute %1</source>
        <translation>Minute %1</translation>
    </message>
    <message>
        <source>minutes %1</source>
        <translation>Minuten %1</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>jede Stunde</translation>
    </message>
    <message>
        <source>every %1 hours</source>
        <translation>alle %1 Stunden</translation>
    </message>
    <message>
        <source>hour %1</source>
        <translation>Stunde %1</translation>
    </message>
    <message>
        <source>hours %1</source>
        <translation>Stunden %1</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>jeden Tag</translation>
    </message>
    <message>
        <source>every %1 days of the month</source>
        <translation>jedem %1. Tag des Monats</translation>
    </message>
    <message>
        <source>day %1 of the month</source>
        <translation>Tag %1 des Monats</translation>
    </message>
    <message>
        <source>days %1 of the month</source>
        <translation>den Tagen %1 des Monats</translation>
    </message>
    <message>
        <source>every month</source>
        <translation>jeden Monat</translation>
    </message>
    <message>
        <source>every %1 months</source>
        <translation>Abstand von %1 Monaten</translation>
    </message>
    <message>
        <source>every day of the week</source>
        <translation>jeden Tag der Woche</translation>
    </message>
    <message>
        <source>every %1 days of the week</source>
        <translation>jedem %1. Tag der Woche</translation>
    </message>
    <message>
        <source>every year</source>
        <translation>jedes Jahr</translation>
    </message>
    <message>
        <source>every %1 years</source>
        <translation>alle %1 Jahre</translation>
    </message>
    <message>
        <source>When the machine starts</source>
        <translation>Wenn der Rechner startet</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 in steps of %2</source>
        <translation>%1 in Schritten von %2</translation>
    </message>
    <message>
        <source>the last day of the month</source>
        <translation>dem letzten Tag des Monats</translation>
    </message>
    <message>
        <source>day %1 before the last of the month</source>
        <translation>Tag %1 vor dem letzten des Monats</translation>
    </message>
    <message>
        <source>the working day nearest to day %1 of the month</source>
        <translation>dem Werktag, der Tag %1 des Monats am nächsten liegt</translation>
    </message>
    <message>
        <source>the last working day of the month</source>
        <translation>dem letzten Werktag des Monats</translation>
    </message>
    <message>
        <source>the %1 %2 of the month</source>
        <translation>dem %1 %2 des Monats</translation>
    </message>
    <message>
        <source>the last %1 of the month</source>
        <translation>dem letzten %1 des Monats</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>on %1 if it is also %2</source>
        <translation>an %1, wenn es auch %2 ist</translation>
    </message>
    <message>
        <source>on %1 or %2</source>
        <translation>an %1 oder %2</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 im %2</translation>
    </message>
    <message>
        <source>, %1 only</source>
        <translation>, nur %1</translation>
    </message>
</context>
<context>
    <name>QDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>every %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>A schedule that it no longer has planned it for %1.</source>
        <translation>Ein Zeitplan, den es nicht mehr hat, sah es für %1 vor.</translation>
    </message>
    <message>
        <source>Its schedule %1 planned it for %2.</source>
        <translation>Der Zeitplan %1 sah es für %2 vor.</translation>
    </message>
    <message>
        <source>Its schedule %1 planned it for %2, which is %3 in %4.</source>
        <translation>Der Zeitplan %1 sah es für %2 vor, das ist %3 in %4.</translation>
    </message>
    <message>
        <source>It was asked for by hand at %1.</source>
        <translation>Von Hand angefordert, %1.</translation>
    </message>
    <message>
        <source>%1 asked for it at %2.</source>
        <translation>Angefordert von %1, %2.</translation>
    </message>
    <message>
        <source>Its trigger %1 asked for it at %2.</source>
        <translation>Angefordert vom Auslöser %1, %2.</translation>
    </message>
    <message>
        <source>It had no schedule then; it runs only when somebody asks for it.</source>
        <translation>Es hatte da keinen Zeitplan; es läuft nur, wenn jemand es anfordert.</translation>
    </message>
    <message>
        <source>No schedule of it has a slot at %1.</source>
        <translation>Kein Zeitplan hat um %1 einen Termin.</translation>
    </message>
    <message>
        <source>%1 was under way at that time, from %2 to %3.</source>
        <translation>%1 lief zu dieser Zeit, von %2 bis %3.</translation>
    </message>
    <message>
        <source>%1 was under way at that time, since %2.</source>
        <translation>%1 lief zu dieser Zeit, seit %2.</translation>
    </message>
    <message>
        <source>The automation was made only at %1.</source>
        <translation>Die Automatisierung wurde erst %1 angelegt.</translation>
    </message>
    <message>
        <source>The schedule that would have it was saved only at %1, as version %2.</source>
        <translation>Der Zeitplan mit diesem Termin wurde erst %1 gespeichert, als Version %2.</translation>
    </message>
    <message>
        <source>Version %1 counted then; today it is version %2.</source>
        <translation>Damals galt Version %1, heute Version %2.</translation>
    </message>
    <message>
        <source>Nothing is recorded about this slot.</source>
        <translation>Über diesen Termin ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>It will start at %1, in %2, if an engine runs then.</source>
        <translation>Es startet %1, in %2, wenn dann eine Engine läuft.</translation>
    </message>
    <message>
        <source>%1 does not exist in %2 on that day, the clocks go from %3 to %4; it is due at %5.</source>
        <translation>%1 gibt es in %2 an diesem Tag nicht, die Uhren springen von %3 auf %4; fällig ist es %5.</translation>
    </message>
    <message>
        <source>%1 does not exist in %2 on that day, the clocks go from %3 to %4.</source>
        <translation>%1 gibt es in %2 an diesem Tag nicht, die Uhren springen von %3 auf %4.</translation>
    </message>
    <message>
        <source>%1 does not exist in %2 on that day, the clocks go from %3 to %4, and this schedule leaves such times out.</source>
        <translation>%1 gibt es in %2 an diesem Tag nicht, die Uhren springen von %3 auf %4, und dieser Zeitplan lässt solche Zeiten aus.</translation>
    </message>
    <message>
        <source>it is due both times</source>
        <translation>es ist beide Male fällig</translation>
    </message>
    <message>
        <source>it is due the first time only</source>
        <translation>es ist nur beim ersten Mal fällig</translation>
    </message>
    <message>
        <source>it is due the second time only</source>
        <translation>es ist nur beim zweiten Mal fällig</translation>
    </message>
    <message>
        <source>%1 comes twice in %2 on that day, at %3 and at %4; %5.</source>
        <translation>%1 kommt in %2 an diesem Tag zweimal, %3 und %4; %5.</translation>
    </message>
    <message>
        <source>%1 comes twice in %2 on that day; it is due at %3 and not again at %4.</source>
        <translation>%1 kommt in %2 an diesem Tag zweimal; fällig ist es %3 und nicht noch einmal %4.</translation>
    </message>
    <message>
        <source>Its jitter delays it by %1, to %2.</source>
        <translation>Die Streuung verschiebt es um %1 auf %2.</translation>
    </message>
    <message>
        <source>No engine was running at that time; the next one started at %1, %2 later.</source>
        <translation>Zu dieser Zeit lief keine Engine; die nächste startete %1, %2 später.</translation>
    </message>
    <message>
        <source>The engine looked only at %1, %2 later: the computer slept, or its clock was set.</source>
        <translation>Die Engine sah erst %1 nach, %2 später: Der Rechner schlief, oder seine Uhr wurde gestellt.</translation>
    </message>
    <message>
        <source>No engine has looked at it in the %1 since it was due.</source>
        <translation>Seit es fällig wurde, vor %1, hat keine Engine nachgesehen.</translation>
    </message>
    <message>
        <source>It has just come due.</source>
        <translation>Es ist eben fällig geworden.</translation>
    </message>
    <message>
        <source>It was made up for at %1: misfire is %2.</source>
        <translation>Es wurde %1 nachgeholt: misfire ist %2.</translation>
    </message>
    <message>
        <source>The next engine makes up for it: misfire is %1.</source>
        <translation>Die nächste Engine holt es nach: misfire ist %1.</translation>
    </message>
    <message>
        <source>%1 stands for %2 slots, the last of them at %3.</source>
        <translation>%1 steht für %2 Termine, der letzte davon %3.</translation>
    </message>
    <message>
        <source>%1 paused everything at %2.</source>
        <translation>%1 hat %2 alles angehalten.</translation>
    </message>
    <message>
        <source>Everything was paused.</source>
        <translation>Alles war angehalten.</translation>
    </message>
    <message>
        <source>The automation was paused.</source>
        <translation>Die Automatisierung war angehalten.</translation>
    </message>
    <message>
        <source>The automation is paused since %1.</source>
        <translation>Die Automatisierung ist seit %1 angehalten.</translation>
    </message>
    <message>
        <source>%1 paused the automation at %2.</source>
        <translation>%1 hat die Automatisierung %2 angehalten.</translation>
    </message>
    <message>
        <source>An earlier run was still open: overlap is %1.</source>
        <translation>Ein früherer Lauf war noch offen: overlap ist %1.</translation>
    </message>
    <message>
        <source>%1 was still open: overlap is %2.</source>
        <translation>%1 war noch offen: overlap ist %2.</translation>
    </message>
    <message>
        <source>Of several missed slots only the latest runs: misfire is once.</source>
        <translation>Von mehreren verpassten Terminen läuft nur der letzte: misfire ist once.</translation>
    </message>
    <message>
        <source>Only the latest %1 missed slots run: misfire is %2.</source>
        <translation>Nur die letzten %1 verpassten Termine laufen: misfire ist %2.</translation>
    </message>
    <message>
        <source>It is not made up for: misfire is %1.</source>
        <translation>Es wird nicht nachgeholt: misfire ist %1.</translation>
    </message>
    <message>
        <source>It was missed and waits for somebody to decide: misfire is ask.</source>
        <translation>Es wurde verpasst und wartet auf eine Entscheidung: misfire ist ask.</translation>
    </message>
    <message>
        <source>The automation was saved at %1; slots missed before are not made up for.</source>
        <translation>Die Automatisierung wurde %1 gespeichert; vorher verpasste Termine werden nicht nachgeholt.</translation>
    </message>
    <message>
        <source>It was %1 late; it may start at most %2 late.</source>
        <translation>Es war %1 zu spät; höchstens %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>%1 runs were waiting already; at most %2 may.</source>
        <translation>%1 Läufe warteten schon; höchstens %2 dürfen es.</translation>
    </message>
    <message>
        <source>It was skipped: %1.</source>
        <translation>Es wurde übersprungen: %1.</translation>
    </message>
    <message>
        <source>It waited %1 for a free place on this machine.</source>
        <translation>Es wartete %1 auf einen freien Platz auf diesem Rechner.</translation>
    </message>
    <message>
        <source>It waited %1 behind %2 runs, the last of them %3: overlap is %4.</source>
        <translation>Es wartete %1 hinter %2 Läufen, zuletzt %3: overlap ist %4.</translation>
    </message>
    <message>
        <source>It waited %1 for %2 to end: overlap is %3.</source>
        <translation>Es wartete %1 auf das Ende von %2: overlap ist %3.</translation>
    </message>
    <message>
        <source>It has been waiting %1 for %2 to end: overlap is %3.</source>
        <translation>Es wartet seit %1 auf das Ende von %2: overlap ist %3.</translation>
    </message>
    <message>
        <source>It has been waiting %1; at most %2 runs of it may go on at once.</source>
        <translation>Es wartet seit %1; höchstens %2 Läufe davon dürfen zugleich laufen.</translation>
    </message>
    <message>
        <source>It has been waiting %1; at most %2 runs may go on at once here.</source>
        <translation>Es wartet seit %1; höchstens %2 Läufe dürfen hier zugleich laufen.</translation>
    </message>
    <message>
        <source>It has been waiting for its turn for %1.</source>
        <translation>Es wartet seit %1, bis es an der Reihe ist.</translation>
    </message>
    <message>
        <source>It has been waiting %1: %2.</source>
        <translation>Es wartet seit %1: %2.</translation>
    </message>
    <message>
        <source>It took the place of %1, which ended at %2.</source>
        <translation>Es trat an die Stelle von %1, beendet %2.</translation>
    </message>
    <message>
        <source>It started at %1, attempt %2.</source>
        <translation>Es startete %1, Versuch %2.</translation>
    </message>
    <message>
        <source>It started at %1.</source>
        <translation>Es startete %1.</translation>
    </message>
    <message>
        <source>It has been running for %1; its timeout ends it at %2.</source>
        <translation>Es läuft seit %1; das Zeitlimit beendet es %2.</translation>
    </message>
    <message>
        <source>It has been running for %1, without a timeout.</source>
        <translation>Es läuft seit %1, ohne Zeitlimit.</translation>
    </message>
    <message>
        <source>It was cancelled at %1: %2.</source>
        <translation>Es wurde %1 abgebrochen: %2.</translation>
    </message>
    <message>
        <source>%1 cancelled it at %2, after %3.</source>
        <translation>%1 hat es %2 abgebrochen, nach %3.</translation>
    </message>
    <message>
        <source>%1 cancelled it at %2, before it started.</source>
        <translation>%1 hat es %2 abgebrochen, bevor es startete.</translation>
    </message>
    <message>
        <source>It ended well at %1, after %2.</source>
        <translation>Es endete %1 ohne Fehler, nach %2.</translation>
    </message>
    <message>
        <source>It failed at %1, after %2, with exit code %3.</source>
        <translation>Es scheiterte %1, nach %2, mit Exit-Code %3.</translation>
    </message>
    <message>
        <source>It failed at %1, after %2, ended by signal %3.</source>
        <translation>Es scheiterte %1, nach %2, beendet durch Signal %3.</translation>
    </message>
    <message>
        <source>It failed at %1, after %2: %3.</source>
        <translation>Es scheiterte %1, nach %2: %3.</translation>
    </message>
    <message>
        <source>It could not start: %1.</source>
        <translation>Es konnte nicht starten: %1.</translation>
    </message>
    <message>
        <source>It was ended at %1, after %2: its timeout is %3.</source>
        <translation>Es wurde %1 beendet, nach %2: Das Zeitlimit ist %3.</translation>
    </message>
    <message>
        <source>It was ended at %1 because %2 took its place: overlap is %3.</source>
        <translation>Es wurde %1 beendet, weil %2 an seine Stelle trat: overlap ist %3.</translation>
    </message>
    <message>
        <source>It was cancelled at %1 because its automation was deleted.</source>
        <translation>Es wurde %1 abgebrochen, weil seine Automatisierung gelöscht wurde.</translation>
    </message>
    <message>
        <source>It was interrupted at %1: %2.</source>
        <translation>Es wurde %1 unterbrochen: %2.</translation>
    </message>
    <message>
        <source>Its approval was refused, or ran out, at %1.</source>
        <translation>Die Freigabe wurde %1 verweigert oder lief ab.</translation>
    </message>
    <message>
        <source>It ran.</source>
        <translation>Es lief.</translation>
    </message>
    <message>
        <source>It is running.</source>
        <translation>Es läuft.</translation>
    </message>
    <message>
        <source>It is waiting.</source>
        <translation>Es wartet.</translation>
    </message>
    <message>
        <source>It was skipped.</source>
        <translation>Es wurde übersprungen.</translation>
    </message>
    <message>
        <source>It did not start.</source>
        <translation>Es ist nicht gestartet.</translation>
    </message>
    <message>
        <source>It will run.</source>
        <translation>Es wird laufen.</translation>
    </message>
    <message>
        <source>It will be skipped.</source>
        <translation>Es wird übersprungen.</translation>
    </message>
    <message>
        <source>It was not due at that time.</source>
        <translation>Zu dieser Zeit war es nicht fällig.</translation>
    </message>
    <message>
        <source>Nothing is known about that time.</source>
        <translation>Über diese Zeit ist nichts bekannt.</translation>
    </message>
    <message>
        <source>It has been waiting %1 for the run before it: overlap is %2.</source>
        <translation>Es wartet seit %1 auf den Lauf davor: overlap ist %2.</translation>
    </message>
    <message>
        <source>It is done again, because %1 was interrupted.</source>
        <translation>Es wird wiederholt, weil %1 unterbrochen wurde.</translation>
    </message>
    <message>
        <source>The end of %1 asked for it at %2.</source>
        <translation>Angefordert vom Ende von %1, %2.</translation>
    </message>
    <message>
        <source>It was missed before everything was resumed; such slots are not made up for.</source>
        <translation>Es wurde verpasst, bevor alles fortgesetzt wurde; solche Termine werden nicht nachgeholt.</translation>
    </message>
    <message>
        <source>It was missed before everything was paused; such slots are not made up for.</source>
        <translation>Es wurde verpasst, bevor alles pausiert wurde; solche Termine werden nicht nachgeholt.</translation>
    </message>
    <message>
        <source>Everything was resumed at %1; slots missed before are not made up for.</source>
        <translation>Alles wurde %1 fortgesetzt; vorher verpasste Termine werden nicht nachgeholt.</translation>
    </message>
    <message>
        <source>Everything was paused at %1; slots missed before are not made up for.</source>
        <translation>Alles wurde %1 pausiert; vorher verpasste Termine werden nicht nachgeholt.</translation>
    </message>
    <message>
        <source>It was missed, and %1 dismissed it %2 later: misfire is ask.</source>
        <translation>Es wurde verpasst, und %1 hat es %2 später verworfen: misfire ist ask.</translation>
    </message>
    <message>
        <source>It waited %1: missed slots are made up for at least %2 apart.</source>
        <translation>Es wartete %1: Verpasste Termine werden mit mindestens %2 Abstand nachgeholt.</translation>
    </message>
    <message>
        <source>It waited %1 for %2 to end: at most %3 runs of it may go on at once.</source>
        <translation>Es wartete %1 auf das Ende von %2: Höchstens %3 Läufe davon dürfen zugleich laufen.</translation>
    </message>
    <message>
        <source>It waited %1 for its turn.</source>
        <translation>Es wartete %1, bis es an der Reihe war.</translation>
    </message>
    <message>
        <source>It was missed and waited %1 for somebody to decide: misfire is ask.</source>
        <translation>Es wurde verpasst und wartete %1 auf eine Entscheidung: misfire ist ask.</translation>
    </message>
    <message>
        <source>It was missed, and %1 decided that it runs: misfire is ask.</source>
        <translation>Es wurde verpasst, und %1 hat entschieden, dass es läuft: misfire ist ask.</translation>
    </message>
    <message>
        <source>It waits until %1: %2.</source>
        <translation>Es wartet bis %1: %2.</translation>
    </message>
    <message>
        <source>It waits until %1: missed slots are made up for at least %2 apart.</source>
        <translation>Es wartet bis %1: Verpasste Termine werden mit mindestens %2 Abstand nachgeholt.</translation>
    </message>
    <message>
        <source>It was interrupted at %1: the engine was stopped.</source>
        <translation>Es wurde %1 unterbrochen: Die Engine wurde angehalten.</translation>
    </message>
    <message>
        <source>It was interrupted at %1: the engine ended while it ran.</source>
        <translation>Es wurde %1 unterbrochen: Die Engine endete, während es lief.</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words with commas between them, for instance nightly, logs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name such as fa-database; empty is the kind&apos;s own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If still &amp;running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times beyond that are skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If missed, &amp;make up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times that passed while this computer was off or asleep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most made up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If less late than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run that would start later is skipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run that takes longer is ended with TERM; 0 is no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Kill after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>KILL follows TERM this much later, to all processes of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty is the home folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A command put in front, for instance sudo -u deploy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>A command line for /bin/sh.</source>
        <translation>Eine Befehlszeile für /bin/sh.</translation>
    </message>
    <message>
        <source>Text that is run by its interpreter.</source>
        <translation>Text, den sein Interpreter ausführt.</translation>
    </message>
    <message>
        <source>Program and arguments</source>
        <translation>Programm und Argumente</translation>
    </message>
    <message>
        <source>One a line; no shell reads them.</source>
        <translation>Je eine Zeile; keine Shell liest sie.</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>What runs the script, for instance python3; else its first line says it.</source>
        <translation>Was das Skript ausführt, zum Beispiel python3; sonst sagt es seine erste Zeile.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Locks</source>
        <translation>S&amp;perren</translation>
    </message>
    <message>
        <source>Names with commas between them, for instance nas, database. Runs that share one wait for each other.</source>
        <translation>Namen mit Kommas dazwischen, zum Beispiel nas, datenbank. Läufe mit einer gemeinsamen warten aufeinander.</translation>
    </message>
    <message>
        <source>On &amp;hold for</source>
        <translation>Ange&amp;halten für</translation>
    </message>
    <message>
        <source>So long a triggered run can be cancelled before it starts.</source>
        <translation>So lange lässt sich ein ausgelöster Lauf abbrechen, bevor er beginnt.</translation>
    </message>
    <message>
        <source>&amp;Attempts in all</source>
        <translation>Versuche &amp;insgesamt</translation>
    </message>
    <message>
        <source>The first one counts: 3 is tried again twice.</source>
        <translation>Der erste zählt mit: 3 heißt zweimal wiederholt.</translation>
    </message>
    <message>
        <source>Try again &amp;after</source>
        <translation>Wiederholen n&amp;ach</translation>
    </message>
    <message>
        <source>any, timeout, interrupted or exit codes, with commas between them. Only interrupted does a run again that an engine died under.</source>
        <translation>any, timeout, interrupted oder Exit-Codes, mit Kommas dazwischen. Nur mit interrupted wird wiederholt, was lief, als eine Engine starb.</translation>
    </message>
    <message>
        <source>&amp;Wait before</source>
        <translation>&amp;Warten davor</translation>
    </message>
    <message>
        <source>Each &amp;time</source>
        <translation>&amp;Jedes Mal</translation>
    </message>
    <message>
        <source>But at &amp;most</source>
        <translation>&amp;Höchstens</translation>
    </message>
</context>
<context>
    <name>models::AutomationDetail</name>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, then kill after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If still running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed slots</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typical %1, longest %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused since %1. It runs only by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>%1, first after %2, then twice as long each time</source>
        <translation>%1, zuerst nach %2, dann jedes Mal doppelt so lange</translation>
    </message>
    <message>
        <source>%1, %2 apart</source>
        <translation>%1, im Abstand von %2</translation>
    </message>
    <message>
        <source>On hold for</source>
        <translation>Angehalten für</translation>
    </message>
    <message>
        <source>before it starts</source>
        <translation>vor dem Start</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Locks</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>models::AutomationModel</name>
    <message>
        <source>≈ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hourly at :%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>models::Facts</name>
    <message>
        <source>no reason was given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation type="unfinished">%1: %2. {1:?}</translation>
    </message>
    <message>
        <source>Last success %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Same reason %n times in a row.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Slower than usual: it usually takes %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for somebody to approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slot %1 was skipped: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>models::Filter</name>
    <message>
        <source>There is no field “%1” here. Use %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which %1 after the colon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no %2. Use %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no time. Use 30min, 24h, 7d, today, yesterday, 2026-10-22 or 2026-10-22T14:05.</source>
        <translation>„%1“ ist keine Zeit. Möglich sind 30min, 24h, 7d, today, yesterday, 2026-10-22 oder 2026-10-22T14:05.</translation>
    </message>
</context>
<context>
    <name>models::RunFacts</name>
    <message>
        <source>started %1 ms later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started %1 later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 was denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>cut off at its limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more slots</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ended by stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Notiert</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>noted by %1</source>
        <translation>notiert von %1</translation>
    </message>
    <message>
        <source>noted by %1: %2</source>
        <translation>notiert von %1: %2</translation>
    </message>
</context>
<context>
    <name>models::Times</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>models::Words</name>
    <message>
        <source>Every %1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace the running one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run them all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one that is gone</source>
        <translation>einer gelöschten</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>After %1 failed</source>
        <translation>Wenn %1 fehlschlägt</translation>
    </message>
    <message>
        <source>After %1, however it ends</source>
        <translation>Nach %1, wie es auch endet</translation>
    </message>
    <message>
        <source>after a run</source>
        <translation>nach einem Lauf</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>When %1 changes</source>
        <translation>Wenn sich %1 ändert</translation>
    </message>
    <message>
        <source>When the engine starts</source>
        <translation>Wenn die Engine startet</translation>
    </message>
</context>
<context>
    <name>ui::ArgumentTable</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
</context>
<context>
    <name>ui::ArgumentWords</name>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>ui::AutomationActions</name>
    <message>
        <source>&amp;New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Open the &amp;log of the last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its r&amp;uns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an automation first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one automation only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>Dup&amp;lizieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
</context>
<context>
    <name>ui::AutomationEditor</name>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting and overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 – edit automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving makes version %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving makes a new automation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was saved by somebody else meanwhile. Nothing was overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reloading shows the newer version and drops the changes made here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reload</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the new automation?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::AutomationInspector</name>
    <message>
        <source>Automation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No automation chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its state, its last runs and when it fires next are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them paused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n runs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Never run</source>
        <translation>Nie gelaufen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>ui::AutomationVerbs</name>
    <message>
        <source>A run of “%1” is queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” resumed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n automations paused</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations resumed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n automations?</source>
        <translation>
            <numerusform>%n Automatisierung löschen?</numerusform>
            <numerusform>%n Automatisierungen löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>“%1” deleted</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%n automations deleted</source>
        <translation>
            <numerusform>%n Automatisierung gelöscht</numerusform>
            <numerusform>%n Automatisierungen gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n automations now?</source>
        <translation>
            <numerusform>%n Automatisierung jetzt ausführen?</numerusform>
            <numerusform>%n Automatisierungen jetzt ausführen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each of them gets one run. Those that ask for something ask it, one after the other.</source>
        <translation>Jede bekommt einen Lauf. Die etwas fragen, fragen es nacheinander.</translation>
    </message>
    <message numerus="yes">
        <source>Run %n</source>
        <translation>
            <numerusform>%n ausführen</numerusform>
            <numerusform>%n ausführen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n automations?</source>
        <translation>
            <numerusform>%n Automatisierung anhalten?</numerusform>
            <numerusform>%n Automatisierungen anhalten?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n automations?</source>
        <translation>
            <numerusform>%n Automatisierung fortsetzen?</numerusform>
            <numerusform>%n Automatisierungen fortsetzen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Their triggers make no runs while they are paused. Runs by hand still work.</source>
        <translation>Ihre Auslöser bewirken nichts, solange sie angehalten sind. Von Hand laufen sie weiterhin.</translation>
    </message>
    <message>
        <source>Their triggers make runs again from now on.</source>
        <translation>Ihre Auslöser wirken ab jetzt wieder.</translation>
    </message>
    <message numerus="yes">
        <source>Pause %n</source>
        <translation>
            <numerusform>%n anhalten</numerusform>
            <numerusform>%n anhalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n</source>
        <translation>
            <numerusform>%n fortsetzen</numerusform>
            <numerusform>%n fortsetzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n automations?</source>
        <translation>
            <numerusform>%n Automatisierung duplizieren?</numerusform>
            <numerusform>%n Automatisierungen duplizieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each copy has the same settings and is paused until somebody resumes it.</source>
        <translation>Jede Kopie hat dieselben Einstellungen und ist angehalten, bis jemand sie fortsetzt.</translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n</source>
        <translation>
            <numerusform>%n duplizieren</numerusform>
            <numerusform>%n duplizieren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>“%1” made, paused</source>
        <translation>„%1“ angelegt, angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n copies made, paused</source>
        <translation>
            <numerusform>%n Kopie angelegt, angehalten</numerusform>
            <numerusform>%n Kopien angelegt, angehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits is cancelled and what runs is asked to end; that can&apos;t be undone. Past runs and their logs stay.</source>
        <translation>Was wartet, wird abgebrochen, und was läuft, gebeten zu enden; das lässt sich nicht rückgängig machen. Vergangene Läufe und ihre Protokolle bleiben.</translation>
    </message>
    <message>
        <source>Past runs and their logs stay.</source>
        <translation>Vergangene Läufe und ihre Protokolle bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n</source>
        <translation>
            <numerusform>%n löschen</numerusform>
            <numerusform>%n löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is back</source>
        <translation>„%1“ ist wieder da</translation>
    </message>
    <message numerus="yes">
        <source>%n automations are back</source>
        <translation>
            <numerusform>%n Automatisierung ist wieder da</numerusform>
            <numerusform>%n Automatisierungen sind wieder da</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AutomationsPane</name>
    <message>
        <source>Failing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sort again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automations</source>
        <translation>Automatisierungen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The automations could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No automations yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An automation is a command with a schedule and the rules it runs by. Its state and its last runs will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No automation matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n automations are hidden by %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has never run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n automations exported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: words, status:failed, tag:nightly</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished">zweiten</translation>
    </message>
    <message>
        <source>minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day of week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::CronWords</name>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::EditorFields</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>no limit of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>however late</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
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
        <source>This program or this machine can&apos;t do that</source>
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
    <name>ui::EventFields</name>
    <message>
        <source>There is nothing at this path yet; it counts when it appears.</source>
        <translation>An diesem Pfad ist noch nichts; es zählt, wenn es erscheint.</translation>
    </message>
    <message>
        <source>The folder around it does not exist yet; it is waited for.</source>
        <translation>Den Ordner darum gibt es noch nicht; darauf wird gewartet.</translation>
    </message>
    <message>
        <source>A file.</source>
        <translation>Eine Datei.</translation>
    </message>
    <message>
        <source>A folder: what is put into it or changes in it counts, not what is deeper.</source>
        <translation>Ein Ordner: Was hineinkommt oder sich darin ändert, zählt, nicht, was tiefer liegt.</translation>
    </message>
    <message>
        <source>it is done</source>
        <translation>sie erledigt ist</translation>
    </message>
    <message>
        <source>it failed</source>
        <translation>sie fehlschlägt</translation>
    </message>
    <message>
        <source>it is over, however</source>
        <translation>sie vorbei ist, wie auch immer</translation>
    </message>
    <message>
        <source>A&amp;fter</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>One run for each run of that automation; its result fills the arguments.</source>
        <translation>Ein Lauf für jeden Lauf jener Automatisierung; ihr Ergebnis füllt die Argumente.</translation>
    </message>
    <message>
        <source>&amp;When</source>
        <translation>&amp;Wenn</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Pat&amp;h</source>
        <translation>&amp;Pfad</translation>
    </message>
    <message>
        <source>&amp;Rested for</source>
        <translation>&amp;Ruhend seit</translation>
    </message>
    <message>
        <source>Without a change for so long; what is still being written makes no run.</source>
        <translation>So lange ohne Änderung; was noch geschrieben wird, löst nichts aus.</translation>
    </message>
</context>
<context>
    <name>ui::FieldEditor</name>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FieldForm</name>
    <message>
        <source>Given as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FilterChipButton</name>
    <message>
        <source>%1 %2, remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FilterControl</name>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
</context>
<context>
    <name>ui::FollowChip</name>
    <message>
        <source>End of log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused, +%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Back to the end of the log (End)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::FormRow</name>
    <message>
        <source>%1, position %2</source>
        <translation type="unfinished"></translation>
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
        <source>The operator&apos;s desktop for automations.
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LoadingRows</name>
    <message>
        <source>Loading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LogBar</name>
    <message>
        <source>Save as text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back into the dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No time stamps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run this automation again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run is being stopped already</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LogDock</name>
    <message>
        <source>Show this log in a window of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LogTab</name>
    <message>
        <source>No output yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines appear here as the run writes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run waits for its turn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run wrote nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The log could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the log as text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LogTabBar</name>
    <message>
        <source>Logs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the log of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::LogView</name>
    <message>
        <source>following</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>paused, %Ln new lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(no line end)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>[line %L1 is not loaded]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[%L1 more lines; save the log to get them all]</source>
        <translation type="unfinished"></translation>
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
    <name>ui::MoreFields</name>
    <message>
        <source> s</source>
        <translation> s</translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
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
    <name>ui::RetrySection</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich lange</translation>
    </message>
    <message>
        <source>twice as long</source>
        <translation>doppelt so lange</translation>
    </message>
    <message>
        <source>however long</source>
        <translation>beliebig lange</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Wiederholungen</translation>
    </message>
</context>
<context>
    <name>ui::RunActions</name>
    <message>
        <source>Run &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the a&amp;utomation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a run first</source>
        <translation>Zuerst einen Lauf wählen</translation>
    </message>
    <message>
        <source>Choose one run only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already over: there is nothing to cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start &amp;now</source>
        <translation>Jetzt &amp;starten</translation>
    </message>
    <message>
        <source>Take &amp;note…</source>
        <translation>&amp;Notieren …</translation>
    </message>
    <message>
        <source>Empty the &amp;queue…</source>
        <translation>&amp;Warteschlange leeren …</translation>
    </message>
    <message>
        <source>No run waits for its turn</source>
        <translation>Kein Lauf wartet, bis er an der Reihe ist</translation>
    </message>
    <message>
        <source>Not held: there is nothing to start before its time</source>
        <translation>Nicht angehalten: nichts, was vor seiner Zeit beginnen könnte</translation>
    </message>
    <message>
        <source>Take the &amp;note back</source>
        <translation>&amp;Notiz zurücknehmen</translation>
    </message>
    <message>
        <source>It did not fail</source>
        <translation>Er ist nicht fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ui::RunDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::RunInspector</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it ran, how long it took and how it ended are shown here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not over yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ended by the stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended by the stop: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due by its schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for by hand at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for by %1 at %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Set off at %1 by the end of %2.</source>
        <translation>Ausgelöst um %1 durch das Ende von %2.</translation>
    </message>
    <message>
        <source>Set off at %1 by a change of %2.</source>
        <translation>Ausgelöst um %1 durch eine Änderung von %2.</translation>
    </message>
</context>
<context>
    <name>ui::RunVerbs</name>
    <message>
        <source>A run of “%1” is queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The run of “%1” is being cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n runs are being cancelled</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run %n automations again?</source>
        <translation>
            <numerusform>%n Automatisierung erneut ausführen?</numerusform>
            <numerusform>%n Automatisierungen erneut ausführen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Each of them gets one new run, by its rules of today.</source>
        <translation>Jede bekommt einen neuen Lauf nach ihren heutigen Regeln.</translation>
    </message>
    <message numerus="yes">
        <source>Run %n again</source>
        <translation>
            <numerusform>%n erneut ausführen</numerusform>
            <numerusform>%n erneut ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n runs?</source>
        <translation>
            <numerusform>%n Lauf abbrechen?</numerusform>
            <numerusform>%n Läufe abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits never starts. What runs is asked to end, and ended if it does not.</source>
        <translation>Was wartet, beginnt nie. Was läuft, wird gebeten zu enden, und beendet, wenn es das nicht tut.</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n runs</source>
        <translation>
            <numerusform>%n Lauf abbrechen</numerusform>
            <numerusform>%n Läufe abbrechen</numerusform>
        </translation>
    </message>
    <message>
        <source>Let them go on</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message numerus="yes">
        <source>Start %n held runs now?</source>
        <translation>
            <numerusform>%n angehaltenen Lauf jetzt starten?</numerusform>
            <numerusform>%n angehaltene Läufe jetzt starten?</numerusform>
        </translation>
    </message>
    <message>
        <source>They do not wait for their time any more, only for their turn.</source>
        <translation>Sie warten nicht mehr auf ihre Zeit, nur noch, bis sie an der Reihe sind.</translation>
    </message>
    <message numerus="yes">
        <source>Start %n now</source>
        <translation>
            <numerusform>%n jetzt starten</numerusform>
            <numerusform>%n jetzt starten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held runs start now</source>
        <translation>
            <numerusform>%n angehaltener Lauf beginnt jetzt</numerusform>
            <numerusform>%n angehaltene Läufe beginnen jetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take note of %n failures</source>
        <translation>
            <numerusform>%n Fehlschlag notieren</numerusform>
            <numerusform>%n Fehlschläge notieren</numerusform>
        </translation>
    </message>
    <message>
        <source>They count no more among what failed. The note is kept with them.</source>
        <translation>Sie zählen nicht mehr zu dem, was fehlschlug. Die Notiz bleibt bei ihnen.</translation>
    </message>
    <message>
        <source>What there is to say about it (may be empty)</source>
        <translation>Was dazu zu sagen ist (darf leer sein)</translation>
    </message>
    <message>
        <source>Take note</source>
        <translation>Notieren</translation>
    </message>
    <message numerus="yes">
        <source>Noted: %n failures</source>
        <translation>
            <numerusform>Notiert: %n Fehlschlag</numerusform>
            <numerusform>Notiert: %n Fehlschläge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failures count again</source>
        <translation>
            <numerusform>%n Fehlschlag zählt wieder</numerusform>
            <numerusform>%n Fehlschläge zählen wieder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel the %n runs that wait for their turn?</source>
        <translation>
            <numerusform>Den %n wartenden Lauf abbrechen?</numerusform>
            <numerusform>Die %n wartenden Läufe abbrechen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They never start. What runs goes on, and what is held until a time is left as it is.</source>
        <translation>Sie beginnen nie. Was läuft, läuft weiter, und was bis zu einer Zeit angehalten ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Empty the queue</source>
        <translation>Warteschlange leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n runs cancelled</source>
        <translation>
            <numerusform>%n Lauf abgebrochen</numerusform>
            <numerusform>%n Läufe abgebrochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunWords</name>
    <message>
        <source>Stopping: TERM sent, KILL in %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: KILL sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, signal %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, exit code %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slot %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lines</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>%1+ of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The runs could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run will be listed here, and every slot that was skipped, with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 runs are hidden by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n runs exported, those that have been scrolled to</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: words, status:failed, automation:backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ime</source>
        <translation>Ze&amp;it</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>Letzte Stunde</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>T&amp;rigger</source>
        <translation>Auslöse&amp;r</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>After another run</source>
        <translation>Nach einem anderen Lauf</translation>
    </message>
    <message>
        <source>Change of a file</source>
        <translation>Änderung einer Datei</translation>
    </message>
    <message>
        <source>Start of the engine</source>
        <translation>Start der Engine</translation>
    </message>
</context>
<context>
    <name>ui::SaveRow</name>
    <message>
        <source>Saving the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Log saved: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the log, %1 of %2 lines</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SavedViews</name>
    <message>
        <source>&amp;Save this filter as a view…</source>
        <translation>Diesen Filter als Ansicht &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Rename view</source>
        <translation>Ansicht &amp;umbenennen</translation>
    </message>
    <message>
        <source>&amp;Delete view</source>
        <translation>Ansicht &amp;löschen</translation>
    </message>
    <message>
        <source>Save this filter as a view</source>
        <translation>Diesen Filter als Ansicht speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>View “%1” saved</source>
        <translation>Ansicht „%1“ gespeichert</translation>
    </message>
    <message>
        <source>Rename the view “%1”</source>
        <translation>Ansicht „%1“ umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>View “%1” deleted</source>
        <translation>Ansicht „%1“ gelöscht</translation>
    </message>
</context>
<context>
    <name>ui::ScheduleForm</name>
    <message>
        <source>Not a schedule yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each time an engine starts; no times are planned for it.</source>
        <translation>Jedes Mal, wenn eine Engine startet; Zeiten sind dafür nicht geplant.</translation>
    </message>
    <message>
        <source>Each time a run of that automation ends so; no times are planned for it.</source>
        <translation>Jedes Mal, wenn ein Lauf jener Automatisierung so endet; Zeiten sind dafür nicht geplant.</translation>
    </message>
    <message>
        <source>Each time something appears or changes there and then rests; what happened while no engine ran makes no run.</source>
        <translation>Jedes Mal, wenn dort etwas erscheint oder sich ändert und dann ruht; was geschah, während keine Engine lief, löst nichts aus.</translation>
    </message>
    <message>
        <source>Add trigger</source>
        <translation>Auslöser hinzufügen</translation>
    </message>
    <message>
        <source>Manual only: it runs when somebody asks for it. Add a trigger to run it by itself.</source>
        <translation>Nur von Hand: Sie läuft, wenn jemand es verlangt. Mit einem Auslöser läuft sie von selbst.</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Remove this trigger (Del)</source>
        <translation>Diesen Auslöser entfernen (Entf)</translation>
    </message>
    <message>
        <source>Remove this trigger</source>
        <translation>Diesen Auslöser entfernen</translation>
    </message>
    <message>
        <source>Not a trigger yet</source>
        <translation>Noch kein Auslöser</translation>
    </message>
</context>
<context>
    <name>ui::ScheduleSection</name>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
</context>
<context>
    <name>ui::SectionList</name>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is wrong here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::SparkBars</name>
    <message>
        <source>Last runs</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <source>Once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cron</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After another automation</source>
        <translation>Nach einer anderen Automatisierung</translation>
    </message>
    <message>
        <source>When a file changes</source>
        <translation>Wenn sich eine Datei ändert</translation>
    </message>
    <message>
        <source>When the engine starts</source>
        <translation>Wenn die Engine startet</translation>
    </message>
</context>
<context>
    <name>ui::Troubles</name>
    <message>
        <source>The workspace can&apos;t be written: %1. Nothing starts until it can.</source>
        <translation>Der Arbeitsbereich lässt sich nicht beschreiben: %1. Bis dahin startet nichts.</translation>
    </message>
    <message>
        <source>Logs can&apos;t be written: %1. Runs wait with their output until they can.</source>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::WhyPage</name>
    <message>
        <source>Went on</source>
        <translation>Ging weiter</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Gab den Ausschlag</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Previous slot</source>
        <translation>Voriger Termin</translation>
    </message>
    <message>
        <source>Next slot</source>
        <translation>Nächster Termin</translation>
    </message>
    <message>
        <source>Last planned slot</source>
        <translation>Letzter geplanter Termin</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Time asked about</source>
        <translation>Zeit, um die es geht</translation>
    </message>
    <message>
        <source>A local time such as 2026-10-22 03:00; Enter asks</source>
        <translation>Eine hiesige Zeit wie 2026-10-22 03:00; Eingabe fragt</translation>
    </message>
    <message>
        <source>This is not a time. Write it like 2026-10-22 03:00.</source>
        <translation>Das ist keine Zeit. Sie sieht so aus: 2026-10-22 03:00.</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui::ZoneCombo</name>
    <message>
        <source>System, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
