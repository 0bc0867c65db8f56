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
    <name>Losses</name>
    <message>
        <source>Nothing starts it there by itself.</source>
        <translation>Nichts startet sie dort von selbst.</translation>
    </message>
    <message>
        <source>People are asked only about runs that are started from here.</source>
        <translation>Nur bei Läufen, die von hier gestartet werden, wird jemand gefragt.</translation>
    </message>
    <message>
        <source>A run that fails is not tried again.</source>
        <translation>Ein fehlgeschlagener Lauf wird nicht wiederholt.</translation>
    </message>
    <message>
        <source>Only runs that are started from here wait for each other.</source>
        <translation>Nur Läufe, die von hier gestartet werden, warten aufeinander.</translation>
    </message>
    <message>
        <source>Only runs that are started from here respect its locks.</source>
        <translation>Nur Läufe, die von hier gestartet werden, beachten ihre Sperren.</translation>
    </message>
    <message>
        <source>A run is not ended after its time.</source>
        <translation>Ein Lauf wird nach seiner Zeit nicht beendet.</translation>
    </message>
    <message>
        <source>Its runs do not get these variables.</source>
        <translation>Ihre Läufe bekommen diese Variablen nicht.</translation>
    </message>
    <message>
        <source>Its runs are not asked for arguments.</source>
        <translation>Ihre Läufe werden nicht nach Argumenten gefragt.</translation>
    </message>
    <message>
        <source>Its runs may use as much as they like.</source>
        <translation>Ihre Läufe dürfen so viel verbrauchen, wie sie wollen.</translation>
    </message>
    <message>
        <source>Only this program tells of its runs, while it is connected.</source>
        <translation>Nur dieses Programm meldet ihre Läufe, solange es verbunden ist.</translation>
    </message>
    <message>
        <source>Who may see it there is up to that system.</source>
        <translation>Wer sie dort sehen darf, bestimmt jenes System.</translation>
    </message>
    <message>
        <source>How long runs are kept there is up to that system.</source>
        <translation>Wie lange Läufe dort aufbewahrt werden, bestimmt jenes System.</translation>
    </message>
    <message>
        <source>It is kept here only.</source>
        <translation>Das bleibt nur hier erhalten.</translation>
    </message>
    <message>
        <source>The system takes no code: it has to be there already.</source>
        <translation>Das System nimmt keinen Code an: Er muss schon dort sein.</translation>
    </message>
    <message>
        <source>Its value stays in the keyring of this machine; there the name means nothing.</source>
        <translation>Sein Wert bleibt im Schlüsselbund dieses Rechners; dort bedeutet der Name nichts.</translation>
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
        <translation>Die Freigabe wurde %1 abgelehnt oder lief ab.</translation>
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
        <translation>Es wurde verpasst, bevor alles angehalten wurde; solche Termine werden nicht nachgeholt.</translation>
    </message>
    <message>
        <source>Everything was resumed at %1; slots missed before are not made up for.</source>
        <translation>Alles wurde %1 fortgesetzt; vorher verpasste Termine werden nicht nachgeholt.</translation>
    </message>
    <message>
        <source>Everything was paused at %1; slots missed before are not made up for.</source>
        <translation>Alles wurde %1 angehalten; vorher verpasste Termine werden nicht nachgeholt.</translation>
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
        <translation>Es wurde %1 unterbrochen: Die Engine wurde beendet.</translation>
    </message>
    <message>
        <source>It was interrupted at %1: the engine ended while it ran.</source>
        <translation>Es wurde %1 unterbrochen: Die Engine endete, während es lief.</translation>
    </message>
    <message>
        <source>The workflow %1 asked for it at %2, as its step %3.</source>
        <translation>Angefordert vom Workflow %1 als Schritt %3, %2.</translation>
    </message>
    <message>
        <source>A change of %1 asked for it at %2.</source>
        <translation>Angefordert durch eine Änderung von %1, %2.</translation>
    </message>
</context>
<context>
    <name>catalog</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>Schlag&amp;wörter</translation>
    </message>
    <message>
        <source>Words with commas between them, for instance nightly, logs.</source>
        <translation>Wörter mit Kommas dazwischen, zum Beispiel nachts, protokolle.</translation>
    </message>
    <message>
        <source>&amp;Icon</source>
        <translation>S&amp;ymbol</translation>
    </message>
    <message>
        <source>A name such as fa-database; empty is the kind&apos;s own.</source>
        <translation>Ein Name wie fa-database; leer ist das Symbol der Art.</translation>
    </message>
    <message>
        <source>If still &amp;running</source>
        <translation>Läuft noch &amp;einer</translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation>Höchstens zugleich</translation>
    </message>
    <message>
        <source>At most waiting</source>
        <translation>Höchstens wartend</translation>
    </message>
    <message>
        <source>Times beyond that are skipped.</source>
        <translation>Termine darüber hinaus werden übersprungen.</translation>
    </message>
    <message>
        <source>If missed, &amp;make up</source>
        <translation>Verpasste &amp;nachholen</translation>
    </message>
    <message>
        <source>Times that passed while this computer was off or asleep.</source>
        <translation>Termine, die verstrichen, während dieser Rechner aus war oder schlief.</translation>
    </message>
    <message>
        <source>At most made up</source>
        <translation>Höchstens nachgeholt</translation>
    </message>
    <message>
        <source>If less late than</source>
        <translation>Verspätung höchstens</translation>
    </message>
    <message>
        <source>A run that would start later is skipped.</source>
        <translation>Ein Lauf, der noch später begänne, wird übersprungen.</translation>
    </message>
    <message>
        <source>&amp;Timeout</source>
        <translation>&amp;Zeitlimit</translation>
    </message>
    <message>
        <source>A run that takes longer is ended with TERM; 0 is no limit.</source>
        <translation>Ein Lauf, der länger dauert, wird mit TERM beendet; 0 heißt ohne Limit.</translation>
    </message>
    <message>
        <source>&amp;Kill after</source>
        <translation>&amp;KILL nach</translation>
    </message>
    <message>
        <source>KILL follows TERM this much later, to all processes of the run.</source>
        <translation>So lange nach TERM folgt KILL, an alle Prozesse des Laufs.</translation>
    </message>
    <message>
        <source>Working directory</source>
        <translation>Arbeitsverzeichnis</translation>
    </message>
    <message>
        <source>Empty is the home folder.</source>
        <translation>Leer ist der persönliche Ordner.</translation>
    </message>
    <message>
        <source>Run as</source>
        <translation>Ausführen als</translation>
    </message>
    <message>
        <source>A command put in front, for instance sudo -u deploy.</source>
        <translation>Ein vorangestellter Befehl, zum Beispiel sudo -u deploy.</translation>
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
        <translation>Zurück&amp;halten für</translation>
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
    <message>
        <source>Code bundle</source>
        <translation>Codepaket</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Files in JavaScript; index.js exports the handler.</source>
        <translation>Dateien in JavaScript; index.js exportiert den Handler.</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>What the handler finds in event.secrets, one name a line; * stands for all.</source>
        <translation>Was der Handler in event.secrets findet, ein Name je Zeile; * steht für alle.</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>By a clock that nobody sets. The time limit of the automation holds for a delay too.</source>
        <translation>Nach einer Uhr, die niemand stellt. Das Zeitlimit der Automatisierung gilt auch für eine Wartezeit.</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Bearer ${secret:NAME} or Basic USER:${secret:NAME}; the secret stays in the keychain.</source>
        <translation>Bearer ${secret:NAME} oder Basic USER:${secret:NAME}; das Geheimnis bleibt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Kopfzeilen</translation>
    </message>
    <message>
        <source>One a line: name, colon, value.</source>
        <translation>Je eine Zeile: Name, Doppelpunkt, Wert.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Sent as JSON if it is JSON, else as plain text, unless a header Content-Type says otherwise.</source>
        <translation>Wird als JSON gesendet, wenn es JSON ist, sonst als reiner Text, sofern keine Kopfzeile Content-Type anderes sagt.</translation>
    </message>
    <message>
        <source>Right status</source>
        <translation>Richtiger Status</translation>
    </message>
    <message>
        <source>The run fails on every other one.</source>
        <translation>Bei jedem anderen schlägt der Lauf fehl.</translation>
    </message>
    <message>
        <source>Follow redirects</source>
        <translation>Umleitungen folgen</translation>
    </message>
    <message>
        <source>To the same server only, at most three.</source>
        <translation>Nur zum selben Server, höchstens drei.</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>Längste Stille</translation>
    </message>
    <message>
        <source>Longest body</source>
        <translation>Längster Inhalt</translation>
    </message>
    <message>
        <source> bytes</source>
        <translation> Bytes</translation>
    </message>
    <message>
        <source>Authorities</source>
        <translation>Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>A file of certificates (PEM) to trust besides the system&apos;s.</source>
        <translation>Eine Datei mit Zertifikaten (PEM), denen neben denen des Systems vertraut wird.</translation>
    </message>
    <message>
        <source>HTTP request</source>
        <translation>HTTP-Abruf</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>last_line_json: the last line of the output is a JSON document with state and data.</source>
        <translation>last_line_json: Die letzte Zeile der Ausgabe ist ein JSON-Dokument mit state und data.</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>Patterns of files that a run leaves, one a line: reports/*.txt.</source>
        <translation>Muster von Dateien, die ein Lauf hinterlässt, eines je Zeile: reports/*.txt.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Of systemd; without an ending it is a service.</source>
        <translation>Von systemd; ohne Endung ist es ein Dienst (service).</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>The run fails if the unit is not as it should be afterwards.</source>
        <translation>Der Lauf schlägt fehl, wenn die Unit danach nicht so ist, wie sie sein soll.</translation>
    </message>
    <message>
        <source>start</source>
        <translation>starten</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stoppen</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>neu starten</translation>
    </message>
    <message>
        <source>reload</source>
        <translation>neu laden</translation>
    </message>
    <message>
        <source>see whether it is active</source>
        <translation>prüfen, ob sie aktiv ist</translation>
    </message>
    <message>
        <source>Units of</source>
        <translation>Units aus</translation>
    </message>
    <message>
        <source>the system</source>
        <translation>dem System</translation>
    </message>
    <message>
        <source>my session</source>
        <translation>der eigenen Sitzung</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Automations that are run one after another, or side by side.</source>
        <translation>Automatisierungen, die nacheinander oder nebeneinander laufen.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>What whoever runs it reads; empty is the name.</source>
        <translation>Was beim Ausführen zu lesen ist; leer ist der Name.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>One a line.</source>
        <translation>Je eine Zeile.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>A schedule runs with it. Of a secret: ${secret:NAME}.</source>
        <translation>Ein Zeitplan läuft damit. Bei einem Geheimnis: ${secret:NAME}.</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>A regular expression that the whole value must match.</source>
        <translation>Ein regulärer Ausdruck, auf den der ganze Wert passen muss.</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Erforderlich</translation>
    </message>
    <message>
        <source>Made up apart by</source>
        <translation>Nachholabstand</translation>
    </message>
    <message>
        <source>Where several are made up, they start this far apart.</source>
        <translation>Werden mehrere nachgeholt, beginnen sie in diesem Abstand.</translation>
    </message>
    <message>
        <source>&amp;Memory</source>
        <translation>&amp;Speicher</translation>
    </message>
    <message>
        <source>Of all processes of the run together; a run that wants more is ended.</source>
        <translation>Aller Prozesse des Laufs zusammen; ein Lauf, der mehr will, wird beendet.</translation>
    </message>
    <message>
        <source>There is no control group for it on this machine: it holds for the address space of each process by itself.</source>
        <translation>Auf diesem Rechner gibt es dafür keine Kontrollgruppe: Es gilt für den Adressraum jedes Prozesses für sich.</translation>
    </message>
    <message>
        <source>&amp;Processor</source>
        <translation>&amp;Prozessor</translation>
    </message>
    <message>
        <source>100 is one core. A run that wants more gets slower.</source>
        <translation>100 ist ein Kern. Ein Lauf, der mehr will, wird langsamer.</translation>
    </message>
    <message>
        <source>There is no control group for it on this machine: runs start without it, and their log says so.</source>
        <translation>Auf diesem Rechner gibt es dafür keine Kontrollgruppe: Läufe beginnen ohne dieses Limit, und ihr Protokoll sagt es.</translation>
    </message>
    <message>
        <source>T&amp;asks</source>
        <translation>&amp;Tasks</translation>
    </message>
    <message>
        <source>Processes and threads at once.</source>
        <translation>Prozesse und Threads zugleich.</translation>
    </message>
    <message>
        <source>Goes on when Signalbox is closed</source>
        <translation>Läuft weiter, wenn Signalbox geschlossen wird</translation>
    </message>
    <message>
        <source>The next start takes it over with all of its output. For scripts only.</source>
        <translation>Der nächste Start übernimmt den Lauf mit seiner ganzen Ausgabe. Nur für Skripte.</translation>
    </message>
    <message>
        <source>Result schema</source>
        <translation>Ergebnisschema</translation>
    </message>
    <message>
        <source>A JSON Schema. A run whose result does not fit it has failed. Empty: none.</source>
        <translation>Ein JSON-Schema. Ein Lauf, dessen Ergebnis nicht dazu passt, ist fehlgeschlagen. Leer: keines.</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>What the run was given stands below it, a line an argument.</source>
        <translation>Was dem Lauf mitgegeben wurde, steht darunter, eine Zeile je Argument.</translation>
    </message>
    <message>
        <source>Take the bins out.</source>
        <translation>Müll rausbringen.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Empty is the name of the automation.</source>
        <translation>Leer ist der Name der Automatisierung.</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>Wege</translation>
    </message>
    <message>
        <source>desktop, sound, webhook: one a line.</source>
        <translation>desktop, sound, webhook: je eine Zeile.</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Zustellung</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Gets the notice as JSON. Such an address is often a secret: ${secret:NAME}.</source>
        <translation>Bekommt die Meldung als JSON. Eine solche Adresse ist oft ein Geheimnis: ${secret:NAME}.</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>&amp;Approvals needed</source>
        <translation>Nötige &amp;Freigaben</translation>
    </message>
    <message>
        <source>So many people have to agree before a run starts.</source>
        <translation>So viele müssen zustimmen, bevor ein Lauf beginnt.</translation>
    </message>
    <message>
        <source>&amp;Who decides</source>
        <translation>&amp;Wer entscheidet</translation>
    </message>
    <message>
        <source>Names of operators, role:operator or role:admin, with commas between them; empty is any operator.</source>
        <translation>Namen von Bedienern, role:operator oder role:admin, durch Kommas getrennt; leer ist jeder Bediener.</translation>
    </message>
    <message>
        <source>&amp;Expires after</source>
        <translation>Läuft a&amp;b nach</translation>
    </message>
    <message>
        <source>&amp;Then it is</source>
        <translation>&amp;Dann wird sie</translation>
    </message>
    <message>
        <source>Whoever as&amp;ked may decide</source>
        <translation>Wer an&amp;fragt, darf entscheiden</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Hinweis</translation>
    </message>
    <message>
        <source>What those who decide should look at.</source>
        <translation>Worauf achten soll, wer entscheidet.</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;For what</source>
        <translation>&amp;Wofür</translation>
    </message>
    <message>
        <source>&amp;Operator</source>
        <translation>&amp;Bediener</translation>
    </message>
    <message>
        <source>&amp;Days it counts</source>
        <translation>&amp;Tage, die er gilt</translation>
    </message>
    <message>
        <source>0 is until it is revoked.</source>
        <translation>0 ist bis zum Widerruf.</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>Runs at once</source>
        <translation>Läufe zugleich</translation>
    </message>
    <message>
        <source>On this machine, over all automations. 0 is two for each core.</source>
        <translation>Auf diesem Rechner, über alle Automationen. 0 ist zwei je Kern.</translation>
    </message>
    <message>
        <source>When it closes</source>
        <translation>Beim Schließen</translation>
    </message>
    <message>
        <source>Whether schedules are kept without a window.</source>
        <translation>Ob Zeitpläne ohne Fenster eingehalten werden.</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source>Programs on this machine may use this window with a token of an operator. The command line always may; “signalbox serve” always answers tokens.</source>
        <translation>Programme auf diesem Rechner dürfen dieses Fenster mit dem Zugangsschlüssel eines Bedieners nutzen. Die Kommandozeile darf es immer; „signalbox serve“ antwortet Zugangsschlüsseln immer.</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Terminal</translation>
    </message>
    <message>
        <source>Programs that hold back what they write to a pipe show it at once. Standard output and standard error become one stream.</source>
        <translation>Programme, die zurückhalten, was sie in eine Pipe schreiben, zeigen es sofort. Standardausgabe und Standardfehler werden zu einem Strom.</translation>
    </message>
    <message>
        <source>&amp;Begins</source>
        <translation>&amp;Beginnt</translation>
    </message>
    <message>
        <source>What the wall clock shows, such as 2026-03-22T03:00.</source>
        <translation>Was die Uhr an der Wand zeigt, etwa 2026-03-22T03:00.</translation>
    </message>
    <message>
        <source>En&amp;ds</source>
        <translation>En&amp;det</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>Such as Europe/Berlin; empty is the system&apos;s.</source>
        <translation>Etwa Europe/Berlin; leer ist die des Systems.</translation>
    </message>
    <message>
        <source>Repea&amp;ts</source>
        <translation>&amp;Wiederholt sich</translation>
    </message>
    <message>
        <source>A cron expression of its begins; empty happens once.</source>
        <translation>Ein Cron-Ausdruck der Anfänge; leer geschieht es einmal.</translation>
    </message>
    <message>
        <source>S&amp;cope</source>
        <translation>Gilt &amp;für</translation>
    </message>
    <message>
        <source>&amp;Effect</source>
        <translation>&amp;Wirkung</translation>
    </message>
    <message>
        <source>Bloc&amp;ked slots</source>
        <translation>Gesperrte &amp;Termine</translation>
    </message>
    <message>
        <source>Man&amp;ual runs</source>
        <translation>&amp;Manuelle Läufe</translation>
    </message>
    <message>
        <source>Running &amp;ones</source>
        <translation>&amp;Laufende</translation>
    </message>
    <message>
        <source>Mute &amp;notices of its runs</source>
        <translation>Meldungen seiner Läufe &amp;stumm schalten</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>&amp;Who may see it</source>
        <translation>&amp;Wer sie sehen darf</translation>
    </message>
    <message>
        <source>Operators, or role:NAME, with commas between them; empty is everyone.</source>
        <translation>Bediener oder role:NAME, mit Kommas dazwischen; leer sind alle.</translation>
    </message>
    <message>
        <source>Keep runs &amp;for</source>
        <translation>Läufe &amp;behalten für</translation>
    </message>
    <message>
        <source>Runs that ended longer ago are removed with their logs; 0 keeps them for ever.</source>
        <translation>Läufe, die vor längerer Zeit endeten, werden mit ihren Protokollen entfernt; 0 behält sie für immer.</translation>
    </message>
    <message>
        <source>&amp;Runs to keep</source>
        <translation>Zu behaltende &amp;Läufe</translation>
    </message>
    <message>
        <source>So many stay, the newest; 0 is all of them.</source>
        <translation>So viele bleiben, die neuesten; 0 sind alle.</translation>
    </message>
    <message>
        <source>&amp;Address or file</source>
        <translation>&amp;Adresse oder Datei</translation>
    </message>
    <message>
        <source>An iCalendar file: https://… or an absolute path.</source>
        <translation>Eine iCalendar-Datei: https://… oder ein absoluter Pfad.</translation>
    </message>
    <message>
        <source>&amp;Read every</source>
        <translation>&amp;Lesen alle</translation>
    </message>
    <message>
        <source>&amp;For whom</source>
        <translation>&amp;Für wen</translation>
    </message>
    <message>
        <source>Ids of automations, tag:x, or * for everything; commas between them.</source>
        <translation>Kennungen von Automationen, tag:x oder * für alles; mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Keep runs for</source>
        <translation>Läufe behalten für</translation>
    </message>
    <message>
        <source>Runs that ended longer ago are removed with their logs. 0 keeps them for ever. Marked ones, open ones and the last one of each automation stay.</source>
        <translation>Läufe, die vor längerer Zeit endeten, werden mit ihren Protokollen entfernt. 0 behält sie für immer. Markierte, offene und der letzte Lauf jeder Automation bleiben.</translation>
    </message>
    <message>
        <source>Runs to keep</source>
        <translation>Zu behaltende Läufe</translation>
    </message>
    <message>
        <source>Of each automation, the newest. 0 is all of them.</source>
        <translation>Von jeder Automation, die neuesten. 0 sind alle.</translation>
    </message>
    <message>
        <source>Room for all logs</source>
        <translation>Platz für alle Protokolle</translation>
    </message>
    <message>
        <source>Beyond it the oldest logs are removed; their runs stay. 0 is no limit.</source>
        <translation>Darüber hinaus werden die ältesten Protokolle entfernt; ihre Läufe bleiben. 0 ist keine Grenze.</translation>
    </message>
    <message>
        <source>Log of one run</source>
        <translation>Protokoll eines Laufs</translation>
    </message>
    <message>
        <source>Of a longer one the middle is left out: its beginning and its end stay.</source>
        <translation>Von einem längeren wird die Mitte ausgelassen: Anfang und Ende bleiben.</translation>
    </message>
    <message>
        <source>On the desktop</source>
        <translation>Auf dem Desktop</translation>
    </message>
    <message>
        <source>By the notification service, which may itself be told not to disturb.</source>
        <translation>Durch den Benachrichtigungsdienst, der selbst auf „Nicht stören“ stehen kann.</translation>
    </message>
    <message>
        <source>With a sound</source>
        <translation>Mit einem Ton</translation>
    </message>
    <message>
        <source>Ids of automations, tag:x, connection:x or *, with commas between. !ID takes one out of it.</source>
        <translation>Kennungen von Automationen, tag:x, connection:x oder *, mit Kommas dazwischen. !KENNUNG nimmt eine davon aus.</translation>
    </message>
    <message>
        <source>Web pages that may follow runs</source>
        <translation>Webseiten, die Läufen folgen dürfen</translation>
    </message>
    <message>
        <source>Where they come from, such as https://dash.example, with commas between. With a token they may read the live log of a run in a browser, and nothing else.</source>
        <translation>Woher sie kommen, etwa https://dash.example, mit Kommas dazwischen. Mit einem Token dürfen sie im Browser das laufende Protokoll eines Laufs lesen, sonst nichts.</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automatisierung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>A JSON object that the handler finds in event.request.body</source>
        <translation>Ein JSON-Objekt, das der Handler in event.request.body findet</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>A folder or a zip file on this machine, instead of the code itself</source>
        <translation>Ein Ordner oder eine Zip-Datei auf diesem Rechner, statt des Codes selbst</translation>
    </message>
    <message>
        <source>Bring home</source>
        <translation>Heimholen</translation>
    </message>
    <message>
        <source>Upload code</source>
        <translation>Code hochladen</translation>
    </message>
    <message>
        <source>Replaces the code there, unless it is the same already</source>
        <translation>Ersetzt den Code dort, falls er nicht schon derselbe ist</translation>
    </message>
    <message>
        <source>Download code</source>
        <translation>Code herunterladen</translation>
    </message>
    <message>
        <source>The zip file there in base64, with its digest</source>
        <translation>Die Zip-Datei von dort in Base64, mit ihrer Prüfsumme</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>All that the service tells of an automation, without its code</source>
        <translation>Alles, was der Dienst von einer Automatisierung sagt, ohne ihren Code</translation>
    </message>
    <message>
        <source>Set the relayer</source>
        <translation>Relayer setzen</translation>
    </message>
    <message>
        <source>Links an automation there with a relayer, or with none</source>
        <translation>Verbindet eine Automatisierung dort mit einem Relayer oder mit keinem</translation>
    </message>
    <message>
        <source>Relayer</source>
        <translation>Relayer</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>The variables of an automation there</source>
        <translation>Die Variablen einer Automatisierung dort</translation>
    </message>
    <message>
        <source>Set variables</source>
        <translation>Variablen setzen</translation>
    </message>
    <message>
        <source>Replaces all variables of an automation there; they are not secret</source>
        <translation>Ersetzt alle Variablen einer Automatisierung dort; sie sind nicht geheim</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Starts a run of an automation there, with a body if there is one</source>
        <translation>Startet einen Lauf einer Automatisierung dort, mit einem Inhalt, falls es einen gibt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs of an automation there, newest first, in parts</source>
        <translation>Läufe einer Automatisierung dort, die neuesten zuerst, in Teilen</translation>
    </message>
    <message>
        <source>Go on at</source>
        <translation>Weiter bei</translation>
    </message>
    <message>
        <source>What the part before gave as next</source>
        <translation>Was der vorige Teil als next nannte</translation>
    </message>
    <message>
        <source>Call a webhook</source>
        <translation>Webhook aufrufen</translation>
    </message>
    <message>
        <source>Starts a run by its webhook and waits for it up to 25 seconds</source>
        <translation>Startet einen Lauf über seinen Webhook und wartet bis zu 25 Sekunden auf ihn</translation>
    </message>
    <message>
        <source>The names of the secrets there; their values never come back</source>
        <translation>Die Namen der Geheimnisse dort; ihre Werte kommen nie zurück</translation>
    </message>
    <message>
        <source>Set secrets</source>
        <translation>Geheimnisse setzen</translation>
    </message>
    <message>
        <source>Writes and deletes secrets, which all automations there share</source>
        <translation>Schreibt und löscht Geheimnisse, die alle Automatisierungen dort teilen</translation>
    </message>
    <message>
        <source>Names to delete</source>
        <translation>Zu löschende Namen</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>How many runs and stored values of the quota are used</source>
        <translation>Wie viele Läufe und gespeicherte Werte des Kontingents verbraucht sind</translation>
    </message>
    <message>
        <source>Quotas</source>
        <translation>Kontingente</translation>
    </message>
    <message>
        <source>What is used and left of each quota (Actions only)</source>
        <translation>Was von jedem Kontingent verbraucht und übrig ist (nur Actions)</translation>
    </message>
    <message>
        <source>Names of quotas</source>
        <translation>Namen von Kontingenten</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>As ISO 8601; empty is now</source>
        <translation>Nach ISO 8601; leer heißt jetzt</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>What the API key may do (Actions only)</source>
        <translation>Was der API-Schlüssel darf (nur Actions)</translation>
    </message>
    <message>
        <source>OpenZeppelin Defender</source>
        <translation>OpenZeppelin Defender</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Of the team; relayers have others</source>
        <translation>Der des Teams; Relayer haben andere</translation>
    </message>
    <message>
        <source>API secret</source>
        <translation>API-Geheimnis</translation>
    </message>
    <message>
        <source>Shown once, when the key was made</source>
        <translation>Einmal gezeigt, als der Schlüssel erzeugt wurde</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Instead of the secret, where the login is “not at all”</source>
        <translation>Statt des Geheimnisses, wenn die Anmeldung „gar nicht“ ist</translation>
    </message>
    <message>
        <source>Login by Cognito</source>
        <translation>Anmeldung über Cognito</translation>
    </message>
    <message>
        <source>Login address</source>
        <translation>Anmeldeadresse</translation>
    </message>
    <message>
        <source>What stands before auth/login; empty is the address above</source>
        <translation>Was vor auth/login steht; leer heißt die Adresse oben</translation>
    </message>
    <message>
        <source>A file in PEM with authorities to trust beside those of the system</source>
        <translation>Eine PEM-Datei mit Stellen, denen neben denen des Systems vertraut wird</translation>
    </message>
    <message>
        <source>Generation</source>
        <translation>Generation</translation>
    </message>
    <message>
        <source>How they are called there; the address for Autotasks ends with /autotask/</source>
        <translation>Wie sie dort heißen; die Adresse für Autotasks endet mit /autotask/</translation>
    </message>
    <message>
        <source>How the API key and its secret become a token</source>
        <translation>Wie aus API-Schlüssel und Geheimnis ein Token wird</translation>
    </message>
    <message>
        <source>At the service</source>
        <translation>Beim Dienst</translation>
    </message>
    <message>
        <source>By Cognito</source>
        <translation>Über Cognito</translation>
    </message>
    <message>
        <source>Not at all: a token is given</source>
        <translation>Gar nicht: Ein Token ist gegeben</translation>
    </message>
    <message>
        <source>Of the user pools of its region</source>
        <translation>Die der Benutzerpools seiner Region</translation>
    </message>
    <message>
        <source>User pool</source>
        <translation>Benutzerpool</translation>
    </message>
    <message>
        <source>The region, an underscore and its name</source>
        <translation>Die Region, ein Unterstrich und sein Name</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Of the application at the user pool</source>
        <translation>Die der Anwendung beim Benutzerpool</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>The receivers of webhooks there</source>
        <translation>Die Empfänger von Webhooks dort</translation>
    </message>
    <message>
        <source>Add a webhook</source>
        <translation>Webhook anlegen</translation>
    </message>
    <message>
        <source>Makes a receiver; its secret is told this once</source>
        <translation>Legt einen Empfänger an; sein Geheimnis wird nur dieses eine Mal genannt</translation>
    </message>
    <message>
        <source>Remove a webhook</source>
        <translation>Webhook entfernen</translation>
    </message>
    <message>
        <source>Removes a receiver there</source>
        <translation>Entfernt dort einen Empfänger</translation>
    </message>
    <message>
        <source>Fire a webhook</source>
        <translation>Webhook auslösen</translation>
    </message>
    <message>
        <source>Address of the webhook</source>
        <translation>Adresse des Webhooks</translation>
    </message>
    <message>
        <source>Trigger with a key</source>
        <translation>Mit Schlüssel auslösen</translation>
    </message>
    <message>
        <source>Runs an automation that has a trigger key</source>
        <translation>Startet eine Automatisierung, die einen Auslöseschlüssel hat</translation>
    </message>
    <message>
        <source>Trigger key</source>
        <translation>Auslöseschlüssel</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>All automations there as YAML, secrets masked</source>
        <translation>Alle Automatisierungen dort als YAML, Geheimnisse verdeckt</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Counts and last runs by automation</source>
        <translation>Zählungen und letzte Läufe je Automatisierung</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>The executions of a workflow as the server groups them</source>
        <translation>Die Ausführungen eines Arbeitsablaufs, wie der Server sie gruppiert</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>The templates there</source>
        <translation>Die Vorlagen dort</translation>
    </message>
    <message>
        <source>Playbooks</source>
        <translation>Playbooks</translation>
    </message>
    <message>
        <source>The templates of workflows there</source>
        <translation>Die Vorlagen für Arbeitsabläufe dort</translation>
    </message>
    <message>
        <source>Pauses of healing</source>
        <translation>Pausen der Selbstheilung</translation>
    </message>
    <message>
        <source>Where the server does not heal itself, and until when</source>
        <translation>Wo sich der Server nicht selbst heilt, und bis wann</translation>
    </message>
    <message>
        <source>Install a playbook</source>
        <translation>Playbook einrichten</translation>
    </message>
    <message>
        <source>Makes a workflow of it, switched off</source>
        <translation>Macht daraus einen Arbeitsablauf, ausgeschaltet</translation>
    </message>
    <message>
        <source>Playbook</source>
        <translation>Playbook</translation>
    </message>
    <message>
        <source>Pause healing</source>
        <translation>Selbstheilung aussetzen</translation>
    </message>
    <message>
        <source>The server does not heal a host, or all of them, for a while such as 2h30m</source>
        <translation>Der Server heilt einen Rechner oder alle eine Zeit lang nicht, etwa 2h30m</translation>
    </message>
    <message>
        <source>Host or all</source>
        <translation>Rechner oder all</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Resume healing</source>
        <translation>Selbstheilung fortsetzen</translation>
    </message>
    <message>
        <source>Ends a pause of healing</source>
        <translation>Beendet eine Pause der Selbstheilung</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Dialect</source>
        <translation>Dialekt</translation>
    </message>
    <message>
        <source>Found by two reads; say it where those are not allowed.</source>
        <translation>Wird durch zwei Lesezugriffe gefunden; hier angeben, wo diese nicht erlaubt sind.</translation>
    </message>
    <message>
        <source>find out</source>
        <translation>herausfinden</translation>
    </message>
    <message>
        <source>as servers are</source>
        <translation>wie die Server sind</translation>
    </message>
    <message>
        <source>as it is documented</source>
        <translation>wie es dokumentiert ist</translation>
    </message>
    <message>
        <source>Time zone of the server</source>
        <translation>Zeitzone des Servers</translation>
    </message>
    <message>
        <source>Schedules there go by it, and it does not tell. Empty is ours.</source>
        <translation>Nach ihr gehen die Zeitpläne dort, und er nennt sie nicht. Leer ist unsere.</translation>
    </message>
    <message>
        <source>The best way in: made there by an admin, and it does not run out.</source>
        <translation>Der beste Zugang: dort von einem Admin erzeugt, und er läuft nicht ab.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Code of the second factor</source>
        <translation>Code des zweiten Faktors</translation>
    </message>
    <message>
        <source>Counts once, for a login that lasts 24 hours.</source>
        <translation>Gilt einmal, für eine Anmeldung von 24 Stunden.</translation>
    </message>
    <message>
        <source>Secret of the second factor</source>
        <translation>Geheimnis des zweiten Faktors</translation>
    </message>
    <message>
        <source>Makes the codes, so that logins renew themselves.</source>
        <translation>Erzeugt die Codes, so dass sich Anmeldungen selbst erneuern.</translation>
    </message>
    <message>
        <source>NOBA Command Center</source>
        <translation>NOBA Command Center</translation>
    </message>
    <message>
        <source>All automations there as a list, without secrets</source>
        <translation>Alle Automatisierungen dort als Liste, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Makes automations there of an export</source>
        <translation>Legt dort Automatisierungen aus einem Export an</translation>
    </message>
    <message>
        <source>Automations as JSON</source>
        <translation>Automatisierungen als JSON</translation>
    </message>
    <message>
        <source>Stops the schedules of an automation there</source>
        <translation>Hält die Zeitpläne einer Automatisierung dort an</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Lets the schedules of an automation there go on</source>
        <translation>Lässt die Zeitpläne einer Automatisierung dort weiterlaufen</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Whether everything is paused there, and how many runs wait</source>
        <translation>Ob dort alles angehalten ist und wie viele Läufe warten</translation>
    </message>
    <message>
        <source>Apply a template</source>
        <translation>Vorlage anwenden</translation>
    </message>
    <message>
        <source>Makes an automation there of one of its templates</source>
        <translation>Legt dort eine Automatisierung aus einer der Vorlagen an</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Activate a window</source>
        <translation>Fenster öffnen</translation>
    </message>
    <message>
        <source>Opens a maintenance window there now, for as long as it is long</source>
        <translation>Öffnet dort ein Wartungsfenster jetzt, für seine ganze Länge</translation>
    </message>
    <message>
        <source>Deactivate a window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Closes a maintenance window there until it begins again</source>
        <translation>Schließt dort ein Wartungsfenster, bis es wieder beginnt</translation>
    </message>
    <message>
        <source>Made there with: signalbox token create</source>
        <translation>Dort erzeugt mit: signalbox token create</translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
    <message>
        <source>What this account is called here.</source>
        <translation>Wie dieses Konto hier heißt.</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>https://automations.example.org</source>
        <translation>https://automations.example.org</translation>
    </message>
    <message>
        <source>&amp;Looked at every</source>
        <translation>Ab&amp;geglichen alle</translation>
    </message>
    <message>
        <source>While nothing runs there; sooner while something does.</source>
        <translation>Solange dort nichts läuft; öfter, solange etwas läuft.</translation>
    </message>
    <message>
        <source>Loopback (for trying out)</source>
        <translation>Loopback (zum Ausprobieren)</translation>
    </message>
    <message>
        <source>A run takes</source>
        <translation>Ein Lauf dauert</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>How the log of a run can be had there</source>
        <translation>Wie das Protokoll eines Laufs dort zu haben ist</translation>
    </message>
    <message>
        <source>Any will do</source>
        <translation>Jedes ist recht</translation>
    </message>
    <message>
        <source>To webhooks</source>
        <translation>An Webhooks</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>The address of a subscriber&apos;s account</source>
        <translation>Die Adresse des Kontos eines Abonnenten</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Made elsewhere; empty where the keychain has the executor&apos;s key</source>
        <translation>Anderswo gemacht; leer, wo der Schlüsselbund den Schlüssel des Ausführers hat</translation>
    </message>
    <message>
        <source>Limit each execution</source>
        <translation>Jede Ausführung begrenzen</translation>
    </message>
    <message>
        <source>Else subscribers limit what is taken in a length of time</source>
        <translation>Sonst begrenzen Abonnenten, was in einer Zeitspanne genommen wird</translation>
    </message>
    <message>
        <source>Tokens it takes</source>
        <translation>Token, die sie nimmt</translation>
    </message>
    <message>
        <source>Addresses; forty zeros are the chain&apos;s own coin</source>
        <translation>Adressen; vierzig Nullen sind die eigene Münze der Kette</translation>
    </message>
    <message>
        <source>Addresses in between</source>
        <translation>Adressen dazwischen</translation>
    </message>
    <message>
        <source>Through which tokens may go</source>
        <translation>Durch die Token gehen dürfen</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>In hundredths of a percent</source>
        <translation>In Hundertsteln eines Prozents</translation>
    </message>
    <message>
        <source>Token of the fee</source>
        <translation>Token der Gebühr</translation>
    </message>
    <message>
        <source>Who gets the fee</source>
        <translation>Wer die Gebühr bekommt</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>A JSON object of what subscribers are asked for</source>
        <translation>Ein JSON-Objekt dessen, wonach Abonnenten gefragt werden</translation>
    </message>
    <message>
        <source>Timestamp</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>The one that was signed; 0 is now</source>
        <translation>Der, der signiert wurde; 0 ist jetzt</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>In the smallest unit of the chain&apos;s coin</source>
        <translation>In der kleinsten Einheit der Münze der Kette</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>What the contract is given, 0x and hexadecimal digits</source>
        <translation>Was der Vertrag bekommt, 0x und hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Registrieren</translation>
    </message>
    <message>
        <source>Registers an automation of this executor that others can subscribe to</source>
        <translation>Registriert eine Automatisierung dieses Ausführers, die andere abonnieren können</translation>
    </message>
    <message>
        <source>What to sign to register</source>
        <translation>Was zum Registrieren zu signieren ist</translation>
    </message>
    <message>
        <source>What a signer elsewhere is given, with the timestamp that goes with it</source>
        <translation>Was ein Unterzeichner anderswo bekommt, mit dem Zeitstempel, der dazugehört</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>What this executor has registered on the chain</source>
        <translation>Was dieser Ausführer auf der Kette registriert hat</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>Abonnements</translation>
    </message>
    <message>
        <source>All of them, with their limits, also those that were replaced</source>
        <translation>Alle, mit ihren Grenzen, auch die, die ersetzt wurden</translation>
    </message>
    <message>
        <source>Subscriptions of a console</source>
        <translation>Abonnements einer Konsole</translation>
    </message>
    <message>
        <source>What one console account has subscribed to, whoever executes it</source>
        <translation>Was ein Konsolenkonto abonniert hat, wer auch immer es ausführt</translation>
    </message>
    <message>
        <source>Subscriptions of an owner</source>
        <translation>Abonnements eines Besitzers</translation>
    </message>
    <message>
        <source>Those to this registration of one owner</source>
        <translation>Die eines Besitzers für diese Registrierung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Validate</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Whether the policy lets an execution pass, and for how long that holds</source>
        <translation>Ob die Richtlinie eine Ausführung durchlässt, und wie lange das gilt</translation>
    </message>
    <message>
        <source>What to sign to execute</source>
        <translation>Was zum Ausführen zu signieren ist</translation>
    </message>
    <message>
        <source>What a signer elsewhere is given, for the nonce that holds now</source>
        <translation>Was ein Unterzeichner anderswo bekommt, für die Nonce, die jetzt gilt</translation>
    </message>
    <message>
        <source>Nonce</source>
        <translation>Nonce</translation>
    </message>
    <message>
        <source>The nonce of an account, and how the chain itself is asked for it</source>
        <translation>Die Nonce eines Kontos, und wie man die Kette selbst danach fragt</translation>
    </message>
    <message>
        <source>Status of a task</source>
        <translation>Stand einer Aufgabe</translation>
    </message>
    <message>
        <source>What the relayer tells of any task</source>
        <translation>Was der Relayer von einer beliebigen Aufgabe sagt</translation>
    </message>
    <message>
        <source>Time to execute</source>
        <translation>Zeit zum Ausführen</translation>
    </message>
    <message>
        <source>After which a task is not taken any more, such as 120s</source>
        <translation>Nach der eine Aufgabe nicht mehr angenommen wird, etwa 120s</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Where a subscription does not say, such as 120s</source>
        <translation>Wo ein Abonnement nichts sagt, etwa 120s</translation>
    </message>
    <message>
        <source>Register at the kernel</source>
        <translation>Beim Kernel registrieren</translation>
    </message>
    <message>
        <source>Has the kernel make tasks of subscriptions at intervals</source>
        <translation>Lässt den Kernel in Abständen Aufgaben aus Abonnements machen</translation>
    </message>
    <message>
        <source>What to sign for the kernel</source>
        <translation>Was für den Kernel zu signieren ist</translation>
    </message>
    <message>
        <source>What a signer elsewhere is given to register at the kernel</source>
        <translation>Was ein Unterzeichner anderswo bekommt, um beim Kernel zu registrieren</translation>
    </message>
    <message>
        <source>Registration at the kernel</source>
        <translation>Registrierung beim Kernel</translation>
    </message>
    <message>
        <source>What the kernel knows of this executor</source>
        <translation>Was der Kernel von diesem Ausführer weiß</translation>
    </message>
    <message>
        <source>Tasks of the kernel</source>
        <translation>Aufgaben des Kernels</translation>
    </message>
    <message>
        <source>What waits to be answered; a run with the task&apos;s id answers it</source>
        <translation>Was auf Antwort wartet; ein Lauf mit der Kennung der Aufgabe beantwortet sie</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Skip a task of the kernel</source>
        <translation>Aufgabe des Kernels überspringen</translation>
    </message>
    <message>
        <source>Answers a task by doing nothing, and says why</source>
        <translation>Beantwortet eine Aufgabe, indem nichts getan wird, und sagt warum</translation>
    </message>
    <message>
        <source>Status at the kernel</source>
        <translation>Stand beim Kernel</translation>
    </message>
    <message>
        <source>How far the workflow of a task of the kernel is</source>
        <translation>Wie weit der Ablauf einer Aufgabe des Kernels ist</translation>
    </message>
    <message>
        <source>Logs of the kernel</source>
        <translation>Protokolle des Kernels</translation>
    </message>
    <message>
        <source>What the kernel noted of a subscription</source>
        <translation>Was der Kernel zu einem Abonnement vermerkt hat</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Abonnement</translation>
    </message>
    <message>
        <source>Brahma Console</source>
        <translation>Brahma Console</translation>
    </message>
    <message>
        <source>Given out by the vendor; addresses without /vendor want none</source>
        <translation>Vom Anbieter ausgegeben; Adressen ohne /vendor wollen keinen</translation>
    </message>
    <message>
        <source>Executor&apos;s key</source>
        <translation>Schlüssel des Ausführers</translation>
    </message>
    <message>
        <source>Private, 64 hexadecimal digits; without it signatures are pasted</source>
        <translation>Privat, 64 hexadezimale Ziffern; ohne ihn werden Signaturen eingefügt</translation>
    </message>
    <message>
        <source>Executor</source>
        <translation>Ausführer</translation>
    </message>
    <message>
        <source>Its address; empty is the account of the executor&apos;s key</source>
        <translation>Seine Adresse; leer ist das Konto zum Schlüssel des Ausführers</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>1 Ethereum, 56 BNB, 1923 Swellchain, 8453 Base, 34443 Mode, 42161 Arbitrum, 80094 Berachain, 81457 Blast, 534352 Scroll</source>
        <translation>1 Ethereum, 56 BNB, 1923 Swellchain, 8453 Base, 34443 Mode, 42161 Arbitrum, 80094 Berachain, 81457 Blast, 534352 Scroll</translation>
    </message>
    <message>
        <source>Owner of the Safe</source>
        <translation>Besitzer des Safes</translation>
    </message>
    <message>
        <source>Where the executor is a Safe: the owner whose key signs for it</source>
        <translation>Wo der Ausführer ein Safe ist: der Besitzer, dessen Schlüssel für ihn signiert</translation>
    </message>
    <message>
        <source>Executor plugin</source>
        <translation>Plugin des Ausführers</translation>
    </message>
    <message>
        <source>The contract that checks executions; the service for development has another one</source>
        <translation>Der Vertrag, der Ausführungen prüft; der Dienst für die Entwicklung hat einen anderen</translation>
    </message>
    <message>
        <source>Ask before an execution</source>
        <translation>Vor einer Ausführung fragen</translation>
    </message>
    <message>
        <source>What holds for subscriptions that are new here; each can be set otherwise</source>
        <translation>Was für Abonnements gilt, die hier neu sind; jedes kann anders eingestellt werden</translation>
    </message>
    <message>
        <source>Any operator</source>
        <translation>Jeden Bediener</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anderen</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemanden</translation>
    </message>
    <message>
        <source>Look at a task every</source>
        <translation>Nach einer Aufgabe sehen alle</translation>
    </message>
    <message>
        <source>The service&apos;s own samples ask every 20 to 30 s</source>
        <translation>Die eigenen Beispiele des Dienstes fragen alle 20 bis 30 s</translation>
    </message>
    <message>
        <source>Where the service tells how an execution goes</source>
        <translation>Wohin der Dienst meldet, wie eine Ausführung verläuft</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>So that amounts can be read: address, symbol, decimals</source>
        <translation>Damit Beträge lesbar sind: Adresse, Kürzel, Dezimalstellen</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Secret key</source>
        <translation>Geheimer Schlüssel</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>A JSON list in their order, null for fixed ones</source>
        <translation>Eine JSON-Liste in ihrer Reihenfolge, null für feste</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>with its script</source>
        <translation>mit seinem Skript</translation>
    </message>
    <message>
        <source>without its script</source>
        <translation>ohne sein Skript</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>JSON as a recipe has it: a task, or task and file</source>
        <translation>JSON, wie ein Rezept es hat: ein Task, oder task und file</translation>
    </message>
    <message>
        <source>A task as a file that can be imported elsewhere</source>
        <translation>Ein Task als Datei, die anderswo importiert werden kann</translation>
    </message>
    <message>
        <source>Import a recipe</source>
        <translation>Rezept importieren</translation>
    </message>
    <message>
        <source>Makes a task there of a recipe</source>
        <translation>Legt dort aus einem Rezept einen Task an</translation>
    </message>
    <message>
        <source>Bot</source>
        <translation>Bot</translation>
    </message>
    <message>
        <source>Empty is the one of the connection</source>
        <translation>Leer ist der der Verbindung</translation>
    </message>
    <message>
        <source>The key that runs this one task, for admins</source>
        <translation>Der Schlüssel, der diesen einen Task ausführt, für Admins</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ready, or held back in one of its ways</source>
        <translation>Bereit, oder auf eine ihrer Arten zurückgehalten</translation>
    </message>
    <message>
        <source>Run otherwise</source>
        <translation>Anders ausführen</translation>
    </message>
    <message>
        <source>Starts a run that is held back, or for certain people</source>
        <translation>Startet einen Lauf, der zurückgehalten wird oder für bestimmte Leute ist</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Run with a secret key</source>
        <translation>Mit geheimem Schlüssel ausführen</translation>
    </message>
    <message>
        <source>As anybody could who has the key of a task or a workflow</source>
        <translation>Wie es jeder könnte, der den Schlüssel eines Tasks oder Workflows hat</translation>
    </message>
    <message>
        <source>Empty the queue</source>
        <translation>Warteschlange leeren</translation>
    </message>
    <message>
        <source>Removes the jobs of a task there that are over, for admins</source>
        <translation>Entfernt die beendeten Jobs eines Tasks dort, für Admins</translation>
    </message>
    <message>
        <source>All that is told of a job, without its secrets</source>
        <translation>Alles, was über einen Job gesagt wird, ohne seine Geheimnisse</translation>
    </message>
    <message>
        <source>Life cycle</source>
        <translation>Lebenszyklus</translation>
    </message>
    <message>
        <source>Where a job stands, in one word</source>
        <translation>Wo ein Job steht, in einem Wort</translation>
    </message>
    <message>
        <source>Input of a job</source>
        <translation>Eingabe eines Jobs</translation>
    </message>
    <message>
        <source>What a job was given</source>
        <translation>Was einem Job mitgegeben wurde</translation>
    </message>
    <message>
        <source>Output of a job</source>
        <translation>Ausgabe eines Jobs</translation>
    </message>
    <message>
        <source>What a job handed on</source>
        <translation>Was ein Job weitergegeben hat</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Who has to do with a job</source>
        <translation>Wer mit einem Job zu tun hat</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>The jobs there that are not over</source>
        <translation>Die Jobs dort, die noch nicht beendet sind</translation>
    </message>
    <message>
        <source>Number at work</source>
        <translation>Anzahl in Arbeit</translation>
    </message>
    <message>
        <source>How many jobs of each task are not over</source>
        <translation>Wie viele Jobs jedes Tasks noch nicht beendet sind</translation>
    </message>
    <message>
        <source>Restart a job</source>
        <translation>Job neu starten</translation>
    </message>
    <message>
        <source>Runs a script&apos;s job again that is over</source>
        <translation>Führt einen beendeten Job eines Skripts noch einmal aus</translation>
    </message>
    <message>
        <source>Give input</source>
        <translation>Eingabe geben</translation>
    </message>
    <message>
        <source>Gives a job on hold the values it waits for</source>
        <translation>Gibt einem wartenden Job die Werte, auf die er wartet</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Hold a job</source>
        <translation>Job anhalten</translation>
    </message>
    <message>
        <source>Holds a job back that has not begun</source>
        <translation>Hält einen Job zurück, der noch nicht begonnen hat</translation>
    </message>
    <message>
        <source>Assign a job</source>
        <translation>Job zuweisen</translation>
    </message>
    <message>
        <source>Says whose a job is</source>
        <translation>Sagt, wessen Job es ist</translation>
    </message>
    <message>
        <source>Who may see a job</source>
        <translation>Wer einen Job sehen darf</translation>
    </message>
    <message>
        <source>Replaces its access list</source>
        <translation>Ersetzt seine Zugriffsliste</translation>
    </message>
    <message>
        <source>Access list</source>
        <translation>Zugriffsliste</translation>
    </message>
    <message>
        <source>Cron</source>
        <translation>Cron</translation>
    </message>
    <message>
        <source>Five fields; empty where it is once only</source>
        <translation>Fünf Felder; leer, wenn es nur einmal ist</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>When a task there runs by itself, runs on hold included</source>
        <translation>Wann ein Task dort von selbst läuft, zurückgehaltene Läufe eingeschlossen</translation>
    </message>
    <message>
        <source>Add a schedule</source>
        <translation>Zeitplan hinzufügen</translation>
    </message>
    <message>
        <source>Runs a task there at a time, again and again, or both</source>
        <translation>Führt einen Task dort zu einer Zeit aus, immer wieder, oder beides</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Erstes Mal</translation>
    </message>
    <message>
        <source>As ISO 8601; empty where cron says it</source>
        <translation>Als ISO 8601; leer, wenn Cron es sagt</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Remove a schedule</source>
        <translation>Zeitplan entfernen</translation>
    </message>
    <message>
        <source>Of a run on hold it cancels the run</source>
        <translation>Bei einem zurückgehaltenen Lauf bricht das den Lauf ab</translation>
    </message>
    <message>
        <source>Stop a schedule</source>
        <translation>Zeitplan anhalten</translation>
    </message>
    <message>
        <source>It stays there and starts nothing</source>
        <translation>Er bleibt dort und startet nichts</translation>
    </message>
    <message>
        <source>Start a schedule</source>
        <translation>Zeitplan fortsetzen</translation>
    </message>
    <message>
        <source>One that was stopped goes on</source>
        <translation>Ein angehaltener geht weiter</translation>
    </message>
    <message>
        <source>One receiver, with its key</source>
        <translation>Ein Empfänger mit seinem Schlüssel</translation>
    </message>
    <message>
        <source>Makes a receiver, which tasks can be triggered by</source>
        <translation>Legt einen Empfänger an, der Tasks auslösen kann</translation>
    </message>
    <message>
        <source>Rename a webhook</source>
        <translation>Webhook umbenennen</translation>
    </message>
    <message>
        <source>Gives a receiver another name</source>
        <translation>Gibt einem Empfänger einen anderen Namen</translation>
    </message>
    <message>
        <source>Triggers what waits for it; which runs that makes is not told</source>
        <translation>Löst aus, was auf ihn wartet; welche Läufe daraus werden, wird nicht gesagt</translation>
    </message>
    <message>
        <source>Instead of our login</source>
        <translation>Statt unserer Anmeldung</translation>
    </message>
    <message>
        <source>Jobs of a workflow</source>
        <translation>Jobs eines Workflows</translation>
    </message>
    <message>
        <source>The jobs of one run of a workflow</source>
        <translation>Die Jobs eines Laufs eines Workflows</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Who we are there, as the gateway tells</source>
        <translation>Wer wir dort sind, wie das Gateway es sagt</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Posteingang</translation>
    </message>
    <message>
        <source>The newest 40 messages there</source>
        <translation>Die neuesten 40 Nachrichten dort</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Its name there; a login counts for one organisation only.</source>
        <translation>Ihr Name dort; eine Anmeldung gilt nur für eine Organisation.</translation>
    </message>
    <message>
        <source>Address for logins</source>
        <translation>Adresse für Anmeldungen</translation>
    </message>
    <message>
        <source>The gateway. Empty is app.theeye.io, or port 6080 beside your own.</source>
        <translation>Das Gateway. Leer ist app.theeye.io, oder Port 6080 neben dem eigenen.</translation>
    </message>
    <message>
        <source>Its servers differ from what is documented in names and paths.</source>
        <translation>Seine Server weichen in Namen und Pfaden von der Dokumentation ab.</translation>
    </message>
    <message>
        <source>The host on which scripts run that are published from here.</source>
        <translation>Der Host, auf dem Skripte laufen, die von hier veröffentlicht werden.</translation>
    </message>
    <message>
        <source>Integration token</source>
        <translation>Integrationstoken</translation>
    </message>
    <message>
        <source>Made there by an admin; it never runs out and may do everything.</source>
        <translation>Dort von einem Admin angelegt; es läuft nie ab und darf alles.</translation>
    </message>
    <message>
        <source>Instead of a token. Only a person can be asked for approvals there.</source>
        <translation>Statt eines Tokens. Nur Personen können dort um Freigaben gebeten werden.</translation>
    </message>
    <message>
        <source>TheEye</source>
        <translation>TheEye</translation>
    </message>
    <message>
        <source>One line; or entries as they are</source>
        <translation>Eine Zeile; oder Einträge, wie sie sind</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>A JSON list of notifications</source>
        <translation>Eine JSON-Liste von Benachrichtigungen</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>A time as ISO 8601</source>
        <translation>Ein Zeitpunkt nach ISO 8601</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
    <message>
        <source>Kinds of entries, with commas between</source>
        <translation>Arten von Einträgen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>1000 where it is not given, and never more than 5000</source>
        <translation>1000, wenn nichts angegeben ist, und nie mehr als 5000</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>How many are left out at the begin</source>
        <translation>Wie viele am Anfang ausgelassen werden</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Such as text/markdown</source>
        <translation>Zum Beispiel text/markdown</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Kodierung</translation>
    </message>
    <message>
        <source>Servers of early 2026 keep base64 as it is written</source>
        <translation>Server von Anfang 2026 behalten base64, wie es dasteht</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Newer servers only</source>
        <translation>Nur neuere Server</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Its storage_path, which show-run tells</source>
        <translation>Ihr storage_path, den show-run nennt</translation>
    </message>
    <message>
        <source>Write to a log</source>
        <translation>In ein Protokoll schreiben</translation>
    </message>
    <message>
        <source>One request for each run at a time, so that no line is lost</source>
        <translation>Je Lauf eine Anfrage zur Zeit, damit keine Zeile verloren geht</translation>
    </message>
    <message>
        <source>The whole log of a run as JSON lines</source>
        <translation>Das ganze Protokoll eines Laufs als JSON-Zeilen</translation>
    </message>
    <message>
        <source>Entries of a log</source>
        <translation>Einträge eines Protokolls</translation>
    </message>
    <message>
        <source>Some of the log of a run, and how many there are</source>
        <translation>Ein Teil des Protokolls eines Laufs, und wie viele Einträge es gibt</translation>
    </message>
    <message>
        <source>Upload a file</source>
        <translation>Datei hochladen</translation>
    </message>
    <message>
        <source>Adds a file to a run; the answer lists all of them</source>
        <translation>Fügt einem Lauf eine Datei hinzu; die Antwort nennt alle</translation>
    </message>
    <message>
        <source>Address of a file</source>
        <translation>Adresse einer Datei</translation>
    </message>
    <message>
        <source>An address that anybody can load the file from for an hour</source>
        <translation>Eine Adresse, von der jeder die Datei eine Stunde lang laden kann</translation>
    </message>
    <message>
        <source>Download a file</source>
        <translation>Datei herunterladen</translation>
    </message>
    <message>
        <source>The file as text, or in base64 where it is none</source>
        <translation>Die Datei als Text, oder in base64, wenn sie keiner ist</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>A JSON object; user_message wants content</source>
        <translation>Ein JSON-Objekt; user_message braucht content</translation>
    </message>
    <message>
        <source>Answer a question</source>
        <translation>Frage beantworten</translation>
    </message>
    <message>
        <source>With one of the options it offers; approvals choose between yes and no</source>
        <translation>Mit einer der angebotenen Möglichkeiten; Genehmigungen wählen zwischen Ja und Nein</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Option</source>
        <translation>Möglichkeit</translation>
    </message>
    <message>
        <source>In own words</source>
        <translation>In eigenen Worten</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>A JSON object, where it asks for more</source>
        <translation>Ein JSON-Objekt, wenn nach mehr gefragt wird</translation>
    </message>
    <message>
        <source>Relay a message</source>
        <translation>Nachricht weitergeben</translation>
    </message>
    <message>
        <source>To where the task came from (newer servers only)</source>
        <translation>Dorthin, woher die Aufgabe kam (nur neuere Server)</translation>
    </message>
    <message>
        <source>Token of a sandbox</source>
        <translation>Token einer Sandbox</translation>
    </message>
    <message>
        <source>Lets a program speak to the sandbox of a run for a day; keep it secret</source>
        <translation>Lässt ein Programm einen Tag lang mit der Sandbox eines Laufs sprechen; geheim halten</translation>
    </message>
    <message>
        <source>Personal API key</source>
        <translation>Persönlicher API-Schlüssel</translation>
    </message>
    <message>
        <source>With the scopes task:read and task:write; a token of OAuth does as well</source>
        <translation>Mit den Rechten task:read und task:write; ein OAuth-Token geht auch</translation>
    </message>
    <message>
        <source>PostHog Tasks</source>
        <translation>PostHog Tasks</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Any word, at most 100 characters: research, plan, build</source>
        <translation>Ein beliebiges Wort, höchstens 100 Zeichen: research, plan, build</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>The id of an earlier run (newer servers only)</source>
        <translation>Die Kennung eines früheren Laufs (nur neuere Server)</translation>
    </message>
    <message>
        <source>What the agent is told at the begin (newer servers only)</source>
        <translation>Was dem Agenten am Anfang gesagt wird (nur neuere Server)</translation>
    </message>
    <message>
        <source>Sandbox environment</source>
        <translation>Umgebung der Sandbox</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The last three end the run</source>
        <translation>Die letzten drei beenden den Lauf</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Replaces all of it on servers of early 2026; newer ones merge it</source>
        <translation>Ersetzt auf Servern von Anfang 2026 das Ganze; neuere fügen es ein</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Error message</source>
        <translation>Fehlermeldung</translation>
    </message>
    <message>
        <source>Take out of the state</source>
        <translation>Aus dem Zustand nehmen</translation>
    </message>
    <message>
        <source>Names of its fields (newer servers only)</source>
        <translation>Namen seiner Felder (nur neuere Server)</translation>
    </message>
    <message>
        <source>Makes a run and starts it; the answer is the task with that run</source>
        <translation>Legt einen Lauf an und startet ihn; die Antwort ist die Aufgabe mit diesem Lauf</translation>
    </message>
    <message>
        <source>Create a run</source>
        <translation>Lauf anlegen</translation>
    </message>
    <message>
        <source>Makes a run and starts nothing; newer servers want start-run for one in the cloud</source>
        <translation>Legt einen Lauf an und startet nichts; neuere Server brauchen start-run für einen in der Cloud</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Which one is usual depends on the server</source>
        <translation>Welche üblich ist, hängt vom Server ab</translation>
    </message>
    <message>
        <source>Show a run</source>
        <translation>Lauf zeigen</translation>
    </message>
    <message>
        <source>All that the server tells of a run: stage, output, state, files</source>
        <translation>Alles, was der Server von einem Lauf sagt: Stufe, Ausgabe, Zustand, Dateien</translation>
    </message>
    <message>
        <source>Change a run</source>
        <translation>Lauf ändern</translation>
    </message>
    <message>
        <source>Sets the fields that are given</source>
        <translation>Setzt die angegebenen Felder</translation>
    </message>
    <message>
        <source>Start a run</source>
        <translation>Lauf starten</translation>
    </message>
    <message>
        <source>One that was made without being started (newer servers only)</source>
        <translation>Einen, der angelegt und nicht gestartet wurde (nur neuere Server)</translation>
    </message>
    <message>
        <source>Cancel a run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>By its own route where the server has one, else by its status</source>
        <translation>Auf dem eigenen Weg, wenn der Server einen hat, sonst über den Status</translation>
    </message>
    <message>
        <source>Set the output</source>
        <translation>Ausgabe setzen</translation>
    </message>
    <message>
        <source>Newer servers hold it against the schema of the task, and end the run</source>
        <translation>Neuere Server prüfen sie gegen das Schema der Aufgabe und beenden den Lauf</translation>
    </message>
    <message>
        <source>A JSON object</source>
        <translation>Ein JSON-Objekt</translation>
    </message>
    <message>
        <source>Go on in the cloud</source>
        <translation>In der Cloud fortsetzen</translation>
    </message>
    <message>
        <source>With a run of a machine of one&apos;s own (newer servers only)</source>
        <translation>Mit einem Lauf einer eigenen Maschine (nur neuere Server)</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>The product that tasks were made by</source>
        <translation>Das Produkt, von dem Aufgaben stammen</translation>
    </message>
    <message>
        <source>Of tasks that have a run in it</source>
        <translation>Von Aufgaben, die einen Lauf darin haben</translation>
    </message>
    <message>
        <source>The first part of the repository</source>
        <translation>Der erste Teil des Repositorys</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>With its organisation or without it</source>
        <translation>Mit seiner Organisation oder ohne sie</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>The number of a user there</source>
        <translation>Die Nummer eines dortigen Benutzers</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Its number, from the address of its pages; empty is the key&apos;s current one</source>
        <translation>Seine Nummer, aus der Adresse seiner Seiten; leer ist das aktuelle des Schlüssels</translation>
    </message>
    <message>
        <source>Only tasks</source>
        <translation>Nur Aufgaben</translation>
    </message>
    <message>
        <source>As it is called there: TASK/RUN</source>
        <translation>Wie er dort heißt: AUFGABE/LAUF</translation>
    </message>
    <message>
        <source>Of one part; the server gives 100 at most</source>
        <translation>In einem Teil; der Server gibt höchstens 100</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Of the latest run; newer servers only</source>
        <translation>Des letzten Laufs; nur neuere Server</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>At most 255 characters; empty is made from the description</source>
        <translation>Höchstens 255 Zeichen; leer wird er aus der Beschreibung gemacht</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What the agent is to do</source>
        <translation>Was der Agent tun soll</translation>
    </message>
    <message>
        <source>Some are reserved for PostHog; user_created always works</source>
        <translation>Einige sind PostHog vorbehalten; user_created geht immer</translation>
    </message>
    <message>
        <source>ORGANISATION/NAME; the server writes it in lower case</source>
        <translation>ORGANISATION/NAME; der Server schreibt es klein</translation>
    </message>
    <message>
        <source>GitHub integration</source>
        <translation>GitHub-Integration</translation>
    </message>
    <message>
        <source>Its number; empty is the first one of the team</source>
        <translation>Ihre Nummer; leer ist die erste des Teams</translation>
    </message>
    <message>
        <source>Schema of the output</source>
        <translation>Schema der Ausgabe</translation>
    </message>
    <message>
        <source>A JSON Schema that what a run answers is held against</source>
        <translation>Ein JSON-Schema, gegen das geprüft wird, was ein Lauf antwortet</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>It is documented, but servers do not keep it; the answer says so</source>
        <translation>Dokumentiert, aber Server behalten es nicht; die Antwort sagt es</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>The tasks there as they are, newest first, in parts</source>
        <translation>Die Aufgaben dort, wie sie sind, neueste zuerst, in Teilen</translation>
    </message>
    <message>
        <source>All that the server tells of a task, its latest run included</source>
        <translation>Alles, was der Server von einer Aufgabe sagt, samt ihrem letzten Lauf</translation>
    </message>
    <message>
        <source>Create a task</source>
        <translation>Aufgabe anlegen</translation>
    </message>
    <message>
        <source>Makes a task there; it is seen here with the next look</source>
        <translation>Legt dort eine Aufgabe an; hier ist sie beim nächsten Blick zu sehen</translation>
    </message>
    <message>
        <source>Change a task</source>
        <translation>Aufgabe ändern</translation>
    </message>
    <message>
        <source>Replaces the fields that are given</source>
        <translation>Ersetzt die angegebenen Felder</translation>
    </message>
    <message>
        <source>Hide a task</source>
        <translation>Aufgabe verbergen</translation>
    </message>
    <message>
        <source>What deleting does there: the task is hidden for good, but kept with its runs</source>
        <translation>Was Löschen dort tut: Die Aufgabe wird für immer verborgen, aber mit ihren Läufen behalten</translation>
    </message>
    <message>
        <source>The runs of a task as they are, newest first, in parts</source>
        <translation>Die Läufe einer Aufgabe, wie sie sind, neueste zuerst, in Teilen</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Zusammenfassungen</translation>
    </message>
    <message>
        <source>Of some tasks at once (newer servers only)</source>
        <translation>Von mehreren Aufgaben auf einmal (nur neuere Server)</translation>
    </message>
    <message>
        <source>Repositories</source>
        <translation>Repositorys</translation>
    </message>
    <message>
        <source>Which tasks work on (newer servers only)</source>
        <translation>An denen Aufgaben arbeiten (nur neuere Server)</translation>
    </message>
    <message>
        <source>Is a repository ready?</source>
        <translation>Ist ein Repository bereit?</translation>
    </message>
    <message>
        <source>What a repository still lacks for tasks (newer servers only)</source>
        <translation>Was einem Repository für Aufgaben noch fehlt (nur neuere Server)</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>Währenddessen</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Geltungsbereich</translation>
    </message>
    <message>
        <source>What it is about, as it is called there</source>
        <translation>Worum es geht, so wie es dort heißt</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Such as 2026-03-22T03:00:00</source>
        <translation>Etwa 2026-03-22T03:00:00</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Recurring</source>
        <translation>Wiederkehrend</translation>
    </message>
    <message>
        <source>Cron of its starts; empty is once</source>
        <translation>Cron der Anfänge; leer ist einmal</translation>
    </message>
    <message>
        <source>Maintenance windows</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Those there, and whether they are open</source>
        <translation>Die dortigen, und ob sie offen sind</translation>
    </message>
    <message>
        <source>Add a window</source>
        <translation>Fenster hinzufügen</translation>
    </message>
    <message>
        <source>Makes a maintenance window there</source>
        <translation>Legt dort ein Wartungsfenster an</translation>
    </message>
    <message>
        <source>Change a window</source>
        <translation>Fenster ändern</translation>
    </message>
    <message>
        <source>Replaces all that a maintenance window there says</source>
        <translation>Ersetzt alles, was ein dortiges Wartungsfenster sagt</translation>
    </message>
    <message>
        <source>Remove a window</source>
        <translation>Fenster entfernen</translation>
    </message>
    <message>
        <source>Removes a maintenance window there</source>
        <translation>Entfernt dort ein Wartungsfenster</translation>
    </message>
    <message>
        <source>Sends a body, signed where there is a secret, to a receiver there</source>
        <translation>Sendet einen Rumpf an einen dortigen Empfänger, unterschrieben, wo es ein Geheimnis gibt</translation>
    </message>
    <message>
        <source>Stream of a run</source>
        <translation>Strom eines Laufs</translation>
    </message>
    <message>
        <source>What a run says, to its end</source>
        <translation>Was ein Lauf sagt, bis zu seinem Ende</translation>
    </message>
    <message>
        <source>A file on this machine, instead of the content</source>
        <translation>Eine Datei auf diesem Rechner statt des Inhalts</translation>
    </message>
    <message>
        <source>A second file of the same name is kept beside the first; empty is that of the path</source>
        <translation>Eine zweite Datei gleichen Namens wird neben der ersten behalten; leer ist es der Name aus dem Pfad</translation>
    </message>
    <message>
        <source>A word to the agent of a run: user_message, cancel (its turn only), close; newer servers also set_config_option</source>
        <translation>Ein Wort an den Agenten eines Laufs: user_message, cancel (nur seinen Zug), close; bei neueren Servern auch set_config_option</translation>
    </message>
    <message>
        <source>Task automation</source>
        <translation>Aufgaben-Automatisierung</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>What the agent is to do each time</source>
        <translation>Was der Agent jedes Mal tun soll</translation>
    </message>
    <message>
        <source>Five fields, such as 0 9 * * 1-5</source>
        <translation>Fünf Felder, zum Beispiel 0 9 * * 1-5</translation>
    </message>
    <message>
        <source>Such as Europe/Berlin; UTC where it is not given</source>
        <translation>Zum Beispiel Europe/Berlin; UTC, wenn nichts angegeben ist</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Whether its schedule is followed</source>
        <translation>Ob ihr Zeitplan befolgt wird</translation>
    </message>
    <message>
        <source>The template it was made from, if any</source>
        <translation>Die Vorlage, aus der sie entstand, falls es eine gibt</translation>
    </message>
    <message>
        <source>Task automations</source>
        <translation>Aufgaben-Automatisierungen</translation>
    </message>
    <message>
        <source>What the server runs by its own schedules, in parts (newer servers only)</source>
        <translation>Was der Server nach eigenen Zeitplänen laufen lässt, in Teilen (nur neuere Server)</translation>
    </message>
    <message>
        <source>Show a task automation</source>
        <translation>Aufgaben-Automatisierung zeigen</translation>
    </message>
    <message>
        <source>Its schedule, and how its last run went</source>
        <translation>Ihr Zeitplan, und wie ihr letzter Lauf ausging</translation>
    </message>
    <message>
        <source>Create a task automation</source>
        <translation>Aufgaben-Automatisierung anlegen</translation>
    </message>
    <message>
        <source>The server makes a task of it and runs that by the schedule</source>
        <translation>Der Server macht eine Aufgabe daraus und lässt sie nach dem Zeitplan laufen</translation>
    </message>
    <message>
        <source>Change a task automation</source>
        <translation>Aufgaben-Automatisierung ändern</translation>
    </message>
    <message>
        <source>Run a task automation</source>
        <translation>Aufgaben-Automatisierung ausführen</translation>
    </message>
    <message>
        <source>At once, beside its schedule</source>
        <translation>Sofort, neben ihrem Zeitplan</translation>
    </message>
    <message>
        <source>Delete a task automation</source>
        <translation>Aufgaben-Automatisierung löschen</translation>
    </message>
    <message>
        <source>Its schedule ends; what it ran stays</source>
        <translation>Ihr Zeitplan endet; was sie ausgeführt hat, bleibt</translation>
    </message>
    <message>
        <source>Run and wait</source>
        <translation>Ausführen und warten</translation>
    </message>
    <message>
        <source>Runs a task and answers with what came of it, if that is soon</source>
        <translation>Führt einen Task aus und antwortet mit dem Ergebnis, falls es bald kommt</translation>
    </message>
    <message>
        <source>Result of a job</source>
        <translation>Ergebnis eines Jobs</translation>
    </message>
    <message>
        <source>What came of a job; waits for its end for a while</source>
        <translation>Was aus einem Job wurde; wartet eine Weile auf sein Ende</translation>
    </message>
    <message>
        <source>Address for results</source>
        <translation>Adresse für Ergebnisse</translation>
    </message>
    <message>
        <source>Where run-and-wait runs tasks, within half a minute. Empty waits at the first address.</source>
        <translation>Wo run-and-wait Tasks ausführt, innerhalb einer halben Minute. Leer wird an der ersten Adresse gewartet.</translation>
    </message>
    <message>
        <source>Makes it one of this machine, paused: code, schedule and variables</source>
        <translation>Macht daraus eine dieser Maschine, pausiert: Code, Zeitplan und Variablen</translation>
    </message>
    <message>
        <source>Makes it one of this machine, paused</source>
        <translation>Macht daraus eine dieser Maschine, pausiert</translation>
    </message>
    <message>
        <source>Makes the task an automation of this machine, paused, with its script</source>
        <translation>Macht aus der Aufgabe eine Automation dieser Maschine, pausiert, samt Skript</translation>
    </message>
    <message>
        <source>Chain execution</source>
        <translation>Ausführung auf der Kette</translation>
    </message>
    <message>
        <source>Signs with</source>
        <translation>Unterschreibt mit</translation>
    </message>
    <message>
        <source>A secret there; dots stay what it is.</source>
        <translation>Ein dortiges Geheimnis; Punkte lassen es, wie es ist.</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>A host that it manages; __all__ is every one.</source>
        <translation>Ein Rechner, den es verwaltet; __all__ sind alle.</translation>
    </message>
    <message>
        <source>Retries</source>
        <translation>Neue Versuche</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Kanten</translation>
    </message>
    <message>
        <source>First node</source>
        <translation>Erster Knoten</translation>
    </message>
    <message>
        <source>Its id.</source>
        <translation>Seine Kennung.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>A run is done where it holds, and has failed where not.</source>
        <translation>Ein Lauf ist fertig, wenn sie gilt, und sonst fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Remedy</source>
        <translation>Abhilfe</translation>
    </message>
    <message>
        <source>NOBA webhook</source>
        <translation>NOBA-Webhook</translation>
    </message>
    <message>
        <source>NOBA condition</source>
        <translation>NOBA-Bedingung</translation>
    </message>
    <message>
        <source>NOBA agent command</source>
        <translation>NOBA-Agentenbefehl</translation>
    </message>
    <message>
        <source>NOBA remedy</source>
        <translation>NOBA-Abhilfe</translation>
    </message>
    <message>
        <source>NOBA&apos;s own script</source>
        <translation>NOBAs eigenes Skript</translation>
    </message>
    <message>
        <source>NOBA graph</source>
        <translation>NOBA-Graph</translation>
    </message>
    <message>
        <source>The product that makes it</source>
        <translation>Das Produkt, das sie anlegt</translation>
    </message>
    <message>
        <source>Its number there; the repository is reached by it</source>
        <translation>Ihre Nummer dort; über sie wird das Repository erreicht</translation>
    </message>
    <message>
        <source>PostHog task</source>
        <translation>PostHog-Aufgabe</translation>
    </message>
    <message>
        <source>The one it works in: organisation, slash, name</source>
        <translation>Worin sie arbeitet: Organisation, Schrägstrich, Name</translation>
    </message>
    <message>
        <source>The id of the host on which it runs.</source>
        <translation>Die Kennung des Rechners, auf dem sie läuft.</translation>
    </message>
    <message>
        <source>Keeps its output on the bot</source>
        <translation>Bewahrt die Ausgabe auf dem Bot auf</translation>
    </message>
    <message>
        <source>The id of a script that is there.</source>
        <translation>Die Kennung eines Skripts, das es dort gibt.</translation>
    </message>
    <message>
        <source>Parser</source>
        <translation>Parser</translation>
    </message>
    <message>
        <source>What the answer has to match.</source>
        <translation>Worauf die Antwort passen muss.</translation>
    </message>
    <message>
        <source>Sends and reads JSON</source>
        <translation>Sendet und liest JSON</translation>
    </message>
    <message>
        <source>Takes compressed answers</source>
        <translation>Nimmt gepackte Antworten an</translation>
    </message>
    <message>
        <source>Asks</source>
        <translation>Fragt</translation>
    </message>
    <message>
        <source>the approvers</source>
        <translation>die Genehmigenden</translation>
    </message>
    <message>
        <source>those it is assigned to</source>
        <translation>die, denen sie zugeteilt ist</translation>
    </message>
    <message>
        <source>whoever started it</source>
        <translation>wer sie gestartet hat</translation>
    </message>
    <message>
        <source>Approvers</source>
        <translation>Genehmigende</translation>
    </message>
    <message>
        <source>Ids of users there, one a line.</source>
        <translation>Kennungen dortiger Benutzer, eine je Zeile.</translation>
    </message>
    <message>
        <source>Button to approve</source>
        <translation>Knopf zum Genehmigen</translation>
    </message>
    <message>
        <source>Button to reject</source>
        <translation>Knopf zum Ablehnen</translation>
    </message>
    <message>
        <source>Button to cancel</source>
        <translation>Knopf zum Abbrechen</translation>
    </message>
    <message>
        <source>Button to ignore</source>
        <translation>Knopf zum Übergehen</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Addresses or names, one a line.</source>
        <translation>Adressen oder Namen, einer je Zeile.</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation>Gesendet als</translation>
    </message>
    <message>
        <source>Which of push, email, socket and desktop are true.</source>
        <translation>Welche von push, email, socket und desktop true sind.</translation>
    </message>
    <message>
        <source>TheEye script</source>
        <translation>TheEye-Skript</translation>
    </message>
    <message>
        <source>TheEye Node.js</source>
        <translation>TheEye-Node.js</translation>
    </message>
    <message>
        <source>TheEye scraper</source>
        <translation>TheEye-Abfrage</translation>
    </message>
    <message>
        <source>TheEye approval</source>
        <translation>TheEye-Genehmigung</translation>
    </message>
    <message>
        <source>TheEye notification</source>
        <translation>TheEye-Nachricht</translation>
    </message>
    <message>
        <source>TheEye input</source>
        <translation>TheEye-Eingabe</translation>
    </message>
    <message>
        <source>TheEye workflow</source>
        <translation>TheEye-Ablauf</translation>
    </message>
    <message>
        <source>Config</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>A JSON object, as the system where it lives keeps it. That system decides which fields it takes.</source>
        <translation>Ein JSON-Objekt, wie das System es hält, in dem sie lebt. Dieses System entscheidet, welche Felder es annimmt.</translation>
    </message>
    <message>
        <source>The newest file of this name; give this or the next</source>
        <translation>Die neueste Datei dieses Namens; dies oder das Nächste angeben</translation>
    </message>
    <message>
        <source>Change the organisation</source>
        <translation>Organisation wechseln</translation>
    </message>
    <message>
        <source>Takes this login to another organisation; what is mirrored here stays</source>
        <translation>Nimmt diese Anmeldung in eine andere Organisation mit; was hier gespiegelt ist, bleibt</translation>
    </message>
    <message>
        <source>Its name or id, as the profile tells</source>
        <translation>Ihr Name oder ihre Kennung, wie das Profil sie nennt</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Ends this login; what is mirrored stays, and a sync logs in again</source>
        <translation>Beendet diese Anmeldung; was gespiegelt ist, bleibt, und ein Abgleich meldet wieder an</translation>
    </message>
    <message>
        <source>First task</source>
        <translation>Erste Aufgabe</translation>
    </message>
    <message>
        <source>The id of the step that it begins with.</source>
        <translation>Die Kennung des Schritts, mit dem er beginnt.</translation>
    </message>
    <message>
        <source>As they are there. They are changed at TheEye, where a step that is taken out is deleted as a task, too.</source>
        <translation>Wie sie dort sind. Geändert werden sie bei TheEye; ein Schritt, der herausgenommen wird, wird dort auch als Aufgabe gelöscht.</translation>
    </message>
</context>
<context>
    <name>models::AgendaModel</name>
    <message>
        <source>%1, folded</source>
        <translation>%1, zugeklappt</translation>
    </message>
    <message>
        <source>%1, unfolded</source>
        <translation>%1, aufgeklappt</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automatisierung</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>Dauert</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>everything is paused</source>
        <translation>alles angehalten</translation>
    </message>
    <message>
        <source>the run before it is not over</source>
        <translation>der Lauf davor ist nicht vorbei</translation>
    </message>
    <message>
        <source>enough runs wait already</source>
        <translation>es warten schon genug Läufe</translation>
    </message>
    <message>
        <source>the run before it</source>
        <translation>den Lauf davor</translation>
    </message>
    <message>
        <source>its runs at the same time</source>
        <translation>eigene Läufe zur selben Zeit</translation>
    </message>
    <message>
        <source>other runs on this machine</source>
        <translation>andere Läufe auf diesem Rechner</translation>
    </message>
    <message>
        <source>Runs, ends the run before it</source>
        <translation>Läuft, beendet den Lauf davor</translation>
    </message>
    <message>
        <source>Runs until the next one replaces it</source>
        <translation>Läuft, bis der nächste es ersetzt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Runs, %1 tells you</source>
        <translation>Läuft, %1 meldet es</translation>
    </message>
    <message numerus="yes">
        <source>%n run</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will wait</source>
        <translation>
            <numerusform>%n wird warten</numerusform>
            <numerusform>%n werden warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be skipped</source>
        <translation>
            <numerusform>%n wird übersprungen</numerusform>
            <numerusform>%n werden übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ask first</source>
        <translation>
            <numerusform>%n fragt vorher</numerusform>
            <numerusform>%n fragen vorher</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Will wait %1</source>
        <translation>Wird %1 warten</translation>
    </message>
    <message>
        <source>Will wait %1 for %2</source>
        <translation>Wird %1 auf %2 warten</translation>
    </message>
    <message>
        <source>Will be skipped</source>
        <translation>Wird übersprungen</translation>
    </message>
    <message>
        <source>Will be skipped: %1</source>
        <translation>Wird übersprungen: %1</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Fragt vorher</translation>
    </message>
    <message>
        <source>Asks first: %1</source>
        <translation>Fragt vorher: %1</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message>
        <source>Every second</source>
        <translation>Jede Sekunde</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Morgen, %1</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>The heading of a day, as QLocale::toString() takes it.</extracomment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>models::ApprovalModel</name>
    <message>
        <source>You can decide</source>
        <translation>Sie können entscheiden</translation>
    </message>
    <message>
        <source>Waiting for others</source>
        <translation>Wartet auf andere</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>models::ApprovalWords</name>
    <message>
        <source>the schedule</source>
        <translation>der Zeitplan</translation>
    </message>
    <message>
        <source>a trigger</source>
        <translation>ein Auslöser</translation>
    </message>
    <message>
        <source>%1 approved%2</source>
        <translation>%1 hat freigegeben%2</translation>
    </message>
    <message>
        <source>%1 rejected%2</source>
        <translation>%1 hat abgelehnt%2</translation>
    </message>
    <message>
        <source>any operator</source>
        <translation>jeder Bediener</translation>
    </message>
    <message>
        <source>any admin</source>
        <translation>jeder Administrator</translation>
    </message>
    <message>
        <source>%1 asked %2</source>
        <translation>%1 hat %2 angefragt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>no time left</source>
        <translation>keine Zeit mehr</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Waits until somebody decides.</source>
        <translation>Wartet, bis jemand entscheidet.</translation>
    </message>
    <message>
        <source>Expires %1, %2; then it is approved.</source>
        <translation>Läuft %1 ab, %2; dann gilt die Freigabe als erteilt.</translation>
    </message>
    <message>
        <source>Expires %1, %2; then it is rejected.</source>
        <translation>Läuft %1 ab, %2; dann wird abgelehnt.</translation>
    </message>
    <message>
        <source>nobody decided in time: approved</source>
        <translation>niemand hat rechtzeitig entschieden: freigegeben</translation>
    </message>
    <message>
        <source>nobody decided in time: rejected</source>
        <translation>niemand hat rechtzeitig entschieden: abgelehnt</translation>
    </message>
    <message>
        <source>withdrawn: %1</source>
        <translation>zurückgezogen: %1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>Läuft als</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Variablen</translation>
    </message>
    <message numerus="yes">
        <source>A maintenance window asks for %n approvals of %1.</source>
        <translation>
            <numerusform>Ein Wartungsfenster verlangt %n Freigabe durch: %1.</numerusform>
            <numerusform>Ein Wartungsfenster verlangt %n Freigaben durch: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The automation asks for %n approvals of %1.</source>
        <translation>
            <numerusform>Die Automation verlangt %n Freigabe durch: %1.</numerusform>
            <numerusform>Die Automation verlangt %n Freigaben durch: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whoever asked may not decide.</source>
        <translation>Wer angefragt hat, darf nicht entscheiden.</translation>
    </message>
    <message>
        <source>It is decided already.</source>
        <translation>Es ist schon entschieden.</translation>
    </message>
    <message>
        <source>Its time is over.</source>
        <translation>Die Frist ist abgelaufen.</translation>
    </message>
    <message>
        <source>You asked for it yourself; somebody else decides.</source>
        <translation>Sie haben selbst angefragt; jemand anders entscheidet.</translation>
    </message>
    <message>
        <source>You have decided already.</source>
        <translation>Sie haben schon entschieden.</translation>
    </message>
    <message>
        <source>You are not among those who decide.</source>
        <translation>Sie gehören nicht zu denen, die entscheiden.</translation>
    </message>
    <message>
        <source>%1 asked</source>
        <translation>%1 hat angefragt</translation>
    </message>
    <message>
        <source>Expired %1, %2; it is approved as soon as an engine runs.</source>
        <translation>Abgelaufen %1, %2; die Freigabe gilt als erteilt, sobald eine Engine läuft.</translation>
    </message>
    <message>
        <source>Expired %1, %2; it is rejected as soon as an engine runs.</source>
        <translation>Abgelaufen %1, %2; es wird abgelehnt, sobald eine Engine läuft.</translation>
    </message>
</context>
<context>
    <name>models::AuditActions</name>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Wiederhergestellt</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Losgelassen</translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Took note</source>
        <translation>Zur Kenntnis genommen</translation>
    </message>
    <message>
        <source>Took the note back</source>
        <translation>Kenntnisnahme zurückgenommen</translation>
    </message>
    <message>
        <source>Emptied the queue</source>
        <translation>Warteschlange geleert</translation>
    </message>
    <message>
        <source>Set a secret</source>
        <translation>Geheimnis gesetzt</translation>
    </message>
    <message>
        <source>Gave a notice up</source>
        <translation>Meldung aufgegeben</translation>
    </message>
    <message>
        <source>Asked for approval</source>
        <translation>Freigabe angefragt</translation>
    </message>
    <message>
        <source>Request withdrawn</source>
        <translation>Anfrage zurückgezogen</translation>
    </message>
    <message>
        <source>Request expired</source>
        <translation>Anfrage abgelaufen</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Added an operator</source>
        <translation>Bediener hinzugefügt</translation>
    </message>
    <message>
        <source>Changed a role</source>
        <translation>Rolle geändert</translation>
    </message>
    <message>
        <source>Removed an operator</source>
        <translation>Bediener entfernt</translation>
    </message>
    <message>
        <source>Made a token</source>
        <translation>Zugangsschlüssel erstellt</translation>
    </message>
    <message>
        <source>Revoked a token</source>
        <translation>Zugangsschlüssel widerrufen</translation>
    </message>
    <message>
        <source>Asked for a run</source>
        <translation>Lauf angefordert</translation>
    </message>
    <message>
        <source>Cancelled a run</source>
        <translation>Lauf abgebrochen</translation>
    </message>
    <message>
        <source>Broke the glass</source>
        <translation>Sperre durchbrochen</translation>
    </message>
    <message>
        <source>A run got a secret</source>
        <translation>Lauf erhielt ein Geheimnis</translation>
    </message>
    <message>
        <source>Took the desk</source>
        <translation>Platz übernommen</translation>
    </message>
    <message>
        <source>Locked the desk</source>
        <translation>Platz gesperrt</translation>
    </message>
    <message>
        <source>Unlocked the desk</source>
        <translation>Platz entsperrt</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>Made a window</source>
        <translation>Wartungsfenster angelegt</translation>
    </message>
    <message>
        <source>Changed a window</source>
        <translation>Wartungsfenster geändert</translation>
    </message>
    <message>
        <source>Deleted a window</source>
        <translation>Wartungsfenster gelöscht</translation>
    </message>
    <message>
        <source>Opened a window</source>
        <translation>Wartungsfenster geöffnet</translation>
    </message>
    <message>
        <source>Closed a window</source>
        <translation>Wartungsfenster geschlossen</translation>
    </message>
    <message>
        <source>Extended a window</source>
        <translation>Wartungsfenster verlängert</translation>
    </message>
    <message>
        <source>Subscribed to a calendar</source>
        <translation>Kalender abonniert</translation>
    </message>
    <message>
        <source>Changed a calendar</source>
        <translation>Kalender geändert</translation>
    </message>
    <message>
        <source>Removed a calendar</source>
        <translation>Kalender entfernt</translation>
    </message>
    <message>
        <source>Read a calendar</source>
        <translation>Kalender gelesen</translation>
    </message>
    <message>
        <source>Removed what was kept long enough</source>
        <translation>Entfernte, was lange genug aufbewahrt war</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>Kept a template</source>
        <translation>Vorlage behalten</translation>
    </message>
    <message>
        <source>Removed a template</source>
        <translation>Vorlage entfernt</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>local API</source>
        <translation>lokale Schnittstelle</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Maschine</translation>
    </message>
    <message>
        <source>Restored a window</source>
        <translation>Wartungsfenster wiederhergestellt</translation>
    </message>
    <message>
        <source>Gave a webhook a new token</source>
        <translation>Webhook-Token erneuert</translation>
    </message>
    <message>
        <source>Did a delivery again</source>
        <translation>Zustellung wiederholt</translation>
    </message>
    <message>
        <source>Added a connection</source>
        <translation>Verbindung hinzugefügt</translation>
    </message>
    <message>
        <source>Changed a connection</source>
        <translation>Verbindung geändert</translation>
    </message>
    <message>
        <source>Removed a connection</source>
        <translation>Verbindung entfernt</translation>
    </message>
    <message>
        <source>Signed in anew</source>
        <translation>Neu angemeldet</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Resolved a conflict</source>
        <translation>Konflikt gelöst</translation>
    </message>
    <message>
        <source>Tried again to send</source>
        <translation>Senden wiederholt</translation>
    </message>
    <message>
        <source>Gave up sending</source>
        <translation>Senden aufgegeben</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>Gespiegelt</translation>
    </message>
</context>
<context>
    <name>models::AuditModel</name>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Gegenstand</translation>
    </message>
    <message>
        <source>From where</source>
        <translation>Von wo</translation>
    </message>
</context>
<context>
    <name>models::AutomationDetail</name>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Runs as</source>
        <translation>Läuft als</translation>
    </message>
    <message>
        <source>In folder</source>
        <translation>Im Ordner</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>%1, then kill after %2</source>
        <translation>%1, dann KILL nach %2</translation>
    </message>
    <message>
        <source>If still running</source>
        <translation>Läuft noch einer</translation>
    </message>
    <message>
        <source>Missed slots</source>
        <translation>Verpasste Termine</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>gespeichert %1</translation>
    </message>
    <message>
        <source>saved %1 by %2</source>
        <translation>gespeichert %1 von %2</translation>
    </message>
    <message>
        <source>typical %1, longest %2</source>
        <translation>meist %1, längstens %2</translation>
    </message>
    <message>
        <source>Paused since %1. It runs only by hand.</source>
        <translation>Angehalten (seit %1). Sie läuft nur von Hand.</translation>
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
        <translation>Zurückgehalten</translation>
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
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>Zu Hause bei</translation>
    </message>
</context>
<context>
    <name>models::AutomationModel</name>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1, at %2</source>
        <translation>%1, bei %2</translation>
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
    <message numerus="yes">
        <source>%n need approval</source>
        <translation>
            <numerusform>%n braucht Freigabe</numerusform>
            <numerusform>%n brauchen Freigabe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n fehlgeschlagen</numerusform>
            <numerusform>%n fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n timed out</source>
        <translation>
            <numerusform>%n über dem Zeitlimit</numerusform>
            <numerusform>%n über dem Zeitlimit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled</source>
        <translation>
            <numerusform>%n abgebrochen</numerusform>
            <numerusform>%n abgebrochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rejected</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n übersprungen</numerusform>
            <numerusform>%n übersprungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interrupted</source>
        <translation>
            <numerusform>%n unterbrochen</numerusform>
            <numerusform>%n unterbrochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::CalendarWords</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message numerus="yes">
        <source>%n tags</source>
        <translation>
            <numerusform>%n Schlagwort</numerusform>
            <numerusform>%n Schlagwörter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>everything but %n</source>
        <translation>
            <numerusform>alles außer %n</numerusform>
            <numerusform>alles außer %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>models::ConflictRows</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message numerus="yes">
        <source>%1… (%n lines)</source>
        <translation>
            <numerusform>%1… (%n Zeile)</numerusform>
            <numerusform>%1… (%n Zeilen)</numerusform>
        </translation>
    </message>
    <message>
        <source>The automation</source>
        <translation>Die Automation</translation>
    </message>
    <message>
        <source>on both sides</source>
        <translation>auf beiden Seiten</translation>
    </message>
    <message>
        <source>Changed: keep it, and make it there anew</source>
        <translation>Geändert: behalten und dort neu anlegen</translation>
    </message>
    <message>
        <source>Deleted at %1: delete it here, too</source>
        <translation>Bei %1 gelöscht: hier auch löschen</translation>
    </message>
    <message>
        <source>Deleted: delete it there, too</source>
        <translation>Gelöscht: dort auch löschen</translation>
    </message>
    <message>
        <source>Changed at %1: bring it back</source>
        <translation>Bei %1 geändert: zurückholen</translation>
    </message>
    <message>
        <source>changed here and at %1 since they last agreed. Nothing is sent before you decide; what was here stays in Versions.</source>
        <translation>seit dem letzten gemeinsamen Stand hier und bei %1 geändert. Vor der Entscheidung wird nichts gesendet; was hier war, bleibt unter Versionen.</translation>
    </message>
    <message>
        <source>changed here and deleted at %1. Nothing happens before you decide.</source>
        <translation>hier geändert und bei %1 gelöscht. Vor der Entscheidung geschieht nichts.</translation>
    </message>
    <message>
        <source>deleted here and changed at %1. Nothing happens before you decide.</source>
        <translation>hier gelöscht und bei %1 geändert. Vor der Entscheidung geschieht nichts.</translation>
    </message>
</context>
<context>
    <name>models::ConnectionWords</name>
    <message numerus="yes">
        <source>%n changes wait</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>tried again at %1</source>
        <translation>wieder versucht um %1</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>In sync, %1</source>
        <translation>Abgeglichen, %1</translation>
    </message>
    <message>
        <source>Reached, not read yet</source>
        <translation>Erreicht, noch nicht gelesen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes were refused</source>
        <translation>
            <numerusform>%n Änderung wurde abgelehnt</numerusform>
            <numerusform>%n Änderungen wurden abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht versucht</translation>
    </message>
    <message numerus="yes">
        <source>%n automations</source>
        <translation>
            <numerusform>%n Automation</numerusform>
            <numerusform>%n Automationen</numerusform>
        </translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>letzter Abgleich %1</translation>
    </message>
    <message>
        <source>Last sync %1</source>
        <translation>Letzter Abgleich %1</translation>
    </message>
    <message>
        <source>Never in sync yet</source>
        <translation>Noch nie abgeglichen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>It was not asked yet.</source>
        <translation>Sie wurde noch nicht gefragt.</translation>
    </message>
    <message>
        <source>It is paused: nothing is looked at and nothing is sent.</source>
        <translation>Sie ist pausiert: Nichts wird abgeglichen und nichts gesendet.</translation>
    </message>
    <message>
        <source>The sign-in is missing, over or refused. Changes are kept and sent afterwards.</source>
        <translation>Die Anmeldung fehlt, ist abgelaufen oder abgelehnt. Änderungen werden aufgehoben und danach gesendet.</translation>
    </message>
    <message>
        <source>It can&apos;t be reached and is tried again at %1, %2.</source>
        <translation>Sie ist nicht erreichbar und wird um %1 wieder versucht, %2.</translation>
    </message>
    <message>
        <source>It can&apos;t be reached.</source>
        <translation>Sie ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>List automations</source>
        <translation>Automationen auflisten</translation>
    </message>
    <message>
        <source>Create automations</source>
        <translation>Automationen anlegen</translation>
    </message>
    <message>
        <source>Change automations</source>
        <translation>Automationen ändern</translation>
    </message>
    <message>
        <source>Delete automations</source>
        <translation>Automationen löschen</translation>
    </message>
    <message>
        <source>Run automations</source>
        <translation>Automationen starten</translation>
    </message>
    <message>
        <source>Cancel runs</source>
        <translation>Läufe abbrechen</translation>
    </message>
    <message>
        <source>Runs that others started</source>
        <translation>Läufe, die andere gestartet haben</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Maintenance windows</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>at the end only</source>
        <translation>nur am Ende</translation>
    </message>
    <message>
        <source>while it runs, by asking again</source>
        <translation>während des Laufs, durch Nachfragen</translation>
    </message>
    <message>
        <source>while it runs, as it comes</source>
        <translation>während des Laufs, wie es kommt</translation>
    </message>
    <message>
        <source>this account may not</source>
        <translation>dieses Konto darf es nicht</translation>
    </message>
    <message>
        <source>the system does not have it</source>
        <translation>das System hat es nicht</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Logs of runs</source>
        <translation>Protokolle von Läufen</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Hebt auf</translation>
    </message>
    <message>
        <source>%1 can&apos;t do this: %2</source>
        <translation>%1 kann das nicht: %2</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>icon</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>what it runs</source>
        <translation>was sie ausführt</translation>
    </message>
    <message>
        <source>triggers</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>variables</source>
        <translation>Variablen</translation>
    </message>
    <message>
        <source>runs as</source>
        <translation>läuft als</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>time between TERM and KILL</source>
        <translation>Zeit zwischen TERM und KILL</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>grace</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>retries</source>
        <translation>Wiederholungen</translation>
    </message>
    <message>
        <source>missed slots</source>
        <translation>verpasste Zeiten</translation>
    </message>
    <message>
        <source>approval</source>
        <translation>Freigabe</translation>
    </message>
    <message>
        <source>who may see it</source>
        <translation>wer sie sehen darf</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>locks</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>%1 can&apos;t pause its automations</source>
        <translation>%1 kann seine Automatisierungen nicht anhalten</translation>
    </message>
</context>
<context>
    <name>models::CronWords</name>
    <message>
        <source>Every minute</source>
        <translation>Jede Minute</translation>
    </message>
    <message>
        <source>Every %1 min</source>
        <translation>Alle %1 min</translation>
    </message>
    <message>
        <source>Hourly at :%1</source>
        <translation>Stündlich um :%1</translation>
    </message>
    <message>
        <source>Every %1 h</source>
        <translation>Alle %1 h</translation>
    </message>
    <message>
        <source>Daily %1</source>
        <translation>Täglich %1</translation>
    </message>
    <message>
        <source>Day %1, %2</source>
        <translation>Am %1., %2</translation>
    </message>
</context>
<context>
    <name>models::Facts</name>
    <message>
        <source>no reason was given</source>
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Last success %1.</source>
        <translation>Zuletzt gelungen (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Same reason %n times in a row.</source>
        <translation>
            <numerusform>Derselbe Grund %n-mal in Folge.</numerusform>
            <numerusform>Derselbe Grund %n-mal in Folge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Slower than usual: it usually takes %1.</source>
        <translation>Langsamer als sonst: meist dauert es %1.</translation>
    </message>
    <message>
        <source>Waiting: %1.</source>
        <translation>Wartet: %1.</translation>
    </message>
    <message>
        <source>Held: %1.</source>
        <translation>Zurückgehalten: %1.</translation>
    </message>
    <message>
        <source>Waits for somebody to approve it.</source>
        <translation>Wartet auf eine Freigabe.</translation>
    </message>
    <message>
        <source>Slot %1 was skipped: %2.</source>
        <translation>Termin %1 wurde übersprungen: %2.</translation>
    </message>
</context>
<context>
    <name>models::Filter</name>
    <message>
        <source>There is no field “%1” here. Use %2.</source>
        <translation>Ein Feld „%1“ gibt es hier nicht. Möglich sind %2.</translation>
    </message>
    <message>
        <source>Say which %1 after the colon.</source>
        <translation>Nach dem Doppelpunkt fehlt der Wert für %1.</translation>
    </message>
    <message>
        <source>“%1” is no %2. Use %3.</source>
        <translation>„%1“ ist kein Wert für %2. Möglich sind %3.</translation>
    </message>
    <message>
        <source>“%1” is no time. Use 30min, 24h, 7d, today, yesterday, 2026-10-22 or 2026-10-22T14:05.</source>
        <translation>„%1“ ist keine Zeit. Möglich sind 30min, 24h, 7d, today, yesterday, 2026-10-22 oder 2026-10-22T14:05.</translation>
    </message>
</context>
<context>
    <name>models::LogSweep</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>models::MissedModel</name>
    <message>
        <source>Automation</source>
        <translation>Automatisierung</translation>
    </message>
    <message>
        <source>Was due</source>
        <translation>War fällig</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>models::OutboxModel</name>
    <message>
        <source>Automation</source>
        <translation>Automation</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Waits for</source>
        <translation>Wartet auf</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>nobody knows whether it arrived; it is looked for first</source>
        <translation>niemand weiß, ob es ankam; zuerst wird nachgesehen</translation>
    </message>
    <message>
        <source>a conflict waits for a decision</source>
        <translation>ein Konflikt wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>waits for the answer about its run</source>
        <translation>wartet auf die Antwort zu seinem Lauf</translation>
    </message>
    <message>
        <source>waits for an earlier change of the same automation</source>
        <translation>wartet auf eine frühere Änderung derselben Automation</translation>
    </message>
    <message>
        <source>waits until the automation has been made there</source>
        <translation>wartet, bis die Automation dort angelegt ist</translation>
    </message>
    <message>
        <source>Make it there</source>
        <translation>Dort anlegen</translation>
    </message>
    <message>
        <source>Send the changes</source>
        <translation>Änderungen senden</translation>
    </message>
    <message>
        <source>Delete it there</source>
        <translation>Dort löschen</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Cancel its run</source>
        <translation>Seinen Lauf abbrechen</translation>
    </message>
    <message>
        <source>Tell the decision</source>
        <translation>Entscheidung mitteilen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
    <message>
        <source>its turn</source>
        <translation>ist an der Reihe</translation>
    </message>
    <message>
        <source>tried again at %1, %2</source>
        <translation>wieder versucht um %1, %2</translation>
    </message>
    <message>
        <source>It stays on this computer as a paused automation.</source>
        <translation>Sie bleibt als pausierte Automation auf diesem Rechner.</translation>
    </message>
    <message>
        <source>It becomes here as it is there; what was changed here stays in its versions.</source>
        <translation>Sie wird hier, wie sie dort ist; was hier geändert wurde, bleibt in ihren Versionen.</translation>
    </message>
    <message>
        <source>It comes back here, as it is there.</source>
        <translation>Sie kommt hier zurück, wie sie dort ist.</translation>
    </message>
    <message>
        <source>The run is cancelled before it started.</source>
        <translation>Der Lauf wird abgebrochen, bevor er beginnt.</translation>
    </message>
    <message>
        <source>The run goes on there.</source>
        <translation>Der Lauf geht dort weiter.</translation>
    </message>
    <message>
        <source>The decision is not told there.</source>
        <translation>Die Entscheidung wird dort nicht mitgeteilt.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>models::RunFacts</name>
    <message>
        <source>started %1 ms later</source>
        <translation>%1 ms später begonnen</translation>
    </message>
    <message>
        <source>started %1 later</source>
        <translation>%1 später begonnen</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: %2 was denied</source>
        <translation>%1: %2 wurde verweigert</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Höchster Speicher</translation>
    </message>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>cut off at its limit</source>
        <translation>an seiner Grenze abgeschnitten</translation>
    </message>
    <message>
        <source>Exit code</source>
        <translation>Exit-Code</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Angefordert</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Läuft seit</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>meist %1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation>Steht für</translation>
    </message>
    <message numerus="yes">
        <source>%n more slots</source>
        <translation>
            <numerusform>%n weiteren Termin</numerusform>
            <numerusform>%n weitere Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended by stop</source>
        <translation>Beim Abbruch</translation>
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
    <message>
        <source>%1: %2 after %3</source>
        <translation>%1: %2 nach %3</translation>
    </message>
    <message>
        <source>of its largest process</source>
        <translation>seines größten Prozesses</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>%1 read, %2 written</source>
        <translation>%1 gelesen, %2 geschrieben</translation>
    </message>
    <message>
        <source>%1, saved by %2</source>
        <translation>%1, gespeichert von %2</translation>
    </message>
    <message>
        <source>Ran as</source>
        <translation>Lief als</translation>
    </message>
    <message>
        <source>its lines were removed since</source>
        <translation>seine Zeilen wurden seitdem entfernt</translation>
    </message>
    <message>
        <source>Runs at</source>
        <translation>Läuft bei</translation>
    </message>
    <message>
        <source>log: %1</source>
        <translation>Protokoll: %1</translation>
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
        <translation>Automatisierung</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
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
    <message>
        <source>%1, at %2</source>
        <translation>%1, bei %2</translation>
    </message>
</context>
<context>
    <name>models::StepModel</name>
    <message>
        <source>Not taken</source>
        <translation>Nicht genommen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Nicht gestartet</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 of %2 over</source>
        <translation>%1 von %2 vorbei</translation>
    </message>
</context>
<context>
    <name>models::Times</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation>Morgen %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A date without its year, as QLocale::toString() takes it.</extracomment>
        <translation>d.M.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A date, as QLocale::toString() takes it.</extracomment>
        <translation>d.M.yyyy</translation>
    </message>
</context>
<context>
    <name>models::WindowModel</name>
    <message>
        <source>open until %1</source>
        <translation>offen bis %1</translation>
    </message>
    <message>
        <source>over</source>
        <translation>vorbei</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Trifft</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Sperrt</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Fragt zuerst</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Meldet</translation>
    </message>
    <message>
        <source>Runs as usual</source>
        <translation>Läuft wie sonst</translation>
    </message>
</context>
<context>
    <name>models::Words</name>
    <message>
        <source>Every %1 d</source>
        <translation>Alle %1 d</translation>
    </message>
    <message>
        <source>Every %1 h</source>
        <translation>Alle %1 h</translation>
    </message>
    <message>
        <source>Every %1 min</source>
        <translation>Alle %1 min</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>Alle %1 s</translation>
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
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Held: %1</source>
        <translation>Zurückgehalten: %1</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Once %1</source>
        <translation>Einmal %1</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>%1 +%2</source>
        <translation>%1 +%2</translation>
    </message>
    <message>
        <source>run side by side</source>
        <translation>nebeneinander laufen</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>einreihen</translation>
    </message>
    <message>
        <source>skip</source>
        <translation>überspringen</translation>
    </message>
    <message>
        <source>replace the running one</source>
        <translation>den laufenden ersetzen</translation>
    </message>
    <message>
        <source>run once</source>
        <translation>einmal ausführen</translation>
    </message>
    <message>
        <source>run them all</source>
        <translation>alle ausführen</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>fragen</translation>
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
        <translation>Nach Fehlschlag von %1</translation>
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
    <message>
        <source>start of the engine</source>
        <translation>Start der Engine</translation>
    </message>
    <message>
        <source>workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>When its webhook is called</source>
        <translation>Wenn ihr Webhook aufgerufen wird</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>entferntes System</translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <source>Backup with restore check</source>
        <translation>Sicherung mit Probe-Wiederherstellung</translation>
    </message>
    <message>
        <source>Packs a folder into an archive with the day in its name, unpacks that again and compares it, and keeps the newest ones.</source>
        <translation>Packt einen Ordner in ein Archiv mit dem Tag im Namen, packt es wieder aus und vergleicht, und behält die neuesten.</translation>
    </message>
    <message>
        <source>Folder to back up</source>
        <translation>Zu sichernder Ordner</translation>
    </message>
    <message>
        <source>Where backups go</source>
        <translation>Wohin die Sicherungen kommen</translation>
    </message>
    <message>
        <source>How many are kept</source>
        <translation>Wie viele behalten werden</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>A cron expression: minute, hour, day of the month, month, day of the week.</source>
        <translation>Ein Cron-Ausdruck: Minute, Stunde, Tag des Monats, Monat, Wochentag.</translation>
    </message>
    <message>
        <source>Certificate expiry</source>
        <translation>Ablauf von Zertifikaten</translation>
    </message>
    <message>
        <source>Asks servers for their certificates and fails if one expires soon.</source>
        <translation>Fragt Server nach ihren Zertifikaten und schlägt fehl, wenn eines bald abläuft.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Names with spaces between them; a port may stand behind a colon.</source>
        <translation>Namen mit Leerzeichen dazwischen; nach einem Doppelpunkt kann ein Port stehen.</translation>
    </message>
    <message>
        <source>Days to warn before</source>
        <translation>Tage Vorwarnung</translation>
    </message>
    <message>
        <source>Database dump</source>
        <translation>Datenbankabzug</translation>
    </message>
    <message>
        <source>Dumps a database of PostgreSQL, MariaDB or SQLite into a compressed file, and looks whether that can be read.</source>
        <translation>Schreibt einen Abzug einer Datenbank von PostgreSQL, MariaDB oder SQLite in eine komprimierte Datei und sieht nach, ob diese lesbar ist.</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Its name, or the path of a file of SQLite.</source>
        <translation>Ihr Name, oder der Pfad einer Datei von SQLite.</translation>
    </message>
    <message>
        <source>Where dumps go</source>
        <translation>Wohin die Abzüge kommen</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>Fails if a file system is fuller than it should be.</source>
        <translation>Schlägt fehl, wenn ein Dateisystem voller ist, als es sein sollte.</translation>
    </message>
    <message>
        <source>Percent at most</source>
        <translation>Höchstens Prozent</translation>
    </message>
    <message>
        <source>Docker prune</source>
        <translation>Docker aufräumen</translation>
    </message>
    <message>
        <source>Removes containers, networks and images of Docker that nothing uses and that are old.</source>
        <translation>Entfernt alte Container, Netze und Abbilder von Docker, die nichts mehr benutzt.</translation>
    </message>
    <message>
        <source>Hours since it was made</source>
        <translation>Stunden seit der Entstehung</translation>
    </message>
    <message>
        <source>Failed services</source>
        <translation>Fehlgeschlagene Dienste</translation>
    </message>
    <message>
        <source>Tells which units of systemd have failed.</source>
        <translation>Sagt, welche Units von systemd fehlgeschlagen sind.</translation>
    </message>
    <message>
        <source>Folder sync</source>
        <translation>Ordner abgleichen</translation>
    </message>
    <message>
        <source>Makes one folder the same as another.</source>
        <translation>Macht einen Ordner gleich einem anderen.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Delete what is gone</source>
        <translation>Löschen, was fehlt</translation>
    </message>
    <message>
        <source>yes removes from the copy what is no longer there.</source>
        <translation>yes entfernt aus der Kopie, was es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>Git mirror</source>
        <translation>Git-Spiegel</translation>
    </message>
    <message>
        <source>Keeps a full copy of a Git repository up to date.</source>
        <translation>Hält eine vollständige Kopie eines Git-Repositorys aktuell.</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>Repository</translation>
    </message>
    <message>
        <source>Where the copy is</source>
        <translation>Wo die Kopie liegt</translation>
    </message>
    <message>
        <source>Log rotation</source>
        <translation>Protokolldateien rotieren</translation>
    </message>
    <message>
        <source>Compresses log files that have grown too large and keeps the newest of them.</source>
        <translation>Komprimiert zu groß gewordene Protokolldateien und behält die neuesten.</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Largest size in MiB</source>
        <translation>Größte Größe in MiB</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>Tage behalten</translation>
    </message>
    <message>
        <source>Name resolution</source>
        <translation>Namensauflösung</translation>
    </message>
    <message>
        <source>Looks whether names of the network can be resolved, and how fast.</source>
        <translation>Sieht nach, ob Namen des Netzes aufgelöst werden können und wie schnell.</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>With spaces between them.</source>
        <translation>Mit Leerzeichen dazwischen.</translation>
    </message>
    <message>
        <source>Reboot</source>
        <translation>Neustart</translation>
    </message>
    <message>
        <source>yes restarts the machine when it is needed.</source>
        <translation>yes startet den Rechner neu, wenn es nötig ist.</translation>
    </message>
    <message>
        <source>Old files</source>
        <translation>Alte Dateien</translation>
    </message>
    <message>
        <source>Lists files that nobody changed for long, and removes them where that is allowed.</source>
        <translation>Listet Dateien auf, die lange niemand geändert hat, und entfernt sie, wo das erlaubt ist.</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Remove them</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Package updates report</source>
        <translation>Bericht über Paketaktualisierungen</translation>
    </message>
    <message>
        <source>Lists the packages that have updates waiting; installs nothing.</source>
        <translation>Listet die Pakete auf, für die Aktualisierungen bereitliegen; installiert nichts.</translation>
    </message>
    <message>
        <source>Price feed</source>
        <translation>Preisabfrage</translation>
    </message>
    <message>
        <source>A bundle of code that asks for a price every 25 minutes and fails when it moves too much. It remembers the last one in the key-value store.</source>
        <translation>Ein Code-Bündel, das alle 25 Minuten einen Preis abfragt und fehlschlägt, wenn er sich zu stark bewegt. Den letzten merkt es sich im Schlüssel-Wert-Speicher.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>It answers JSON with data.amount.</source>
        <translation>Sie antwortet JSON mit data.amount.</translation>
    </message>
    <message>
        <source>Service restart with approval</source>
        <translation>Dienst-Neustart mit Freigabe</translation>
    </message>
    <message>
        <source>Restarts a service once somebody has agreed.</source>
        <translation>Startet einen Dienst neu, sobald jemand zugestimmt hat.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>Message to the desktop</source>
        <translation>Meldung auf dem Desktop</translation>
    </message>
    <message>
        <source>Shows a message on the desktop. Start it by hand, or from another program with the URL of its webhook.</source>
        <translation>Zeigt eine Meldung auf dem Desktop. Starten Sie sie von Hand oder aus einem anderen Programm mit der Adresse ihres Webhooks.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Website check</source>
        <translation>Website prüfen</translation>
    </message>
    <message>
        <source>Asks a page of the web for its head, every five minutes, and tells you if it does not answer.</source>
        <translation>Fragt alle fünf Minuten eine Webseite nach ihrem Kopf und sagt Ihnen, wenn sie nicht antwortet.</translation>
    </message>
    <message>
        <source>Workflow example</source>
        <translation>Beispiel eines Ablaufs</translation>
    </message>
    <message>
        <source>Three steps: prepare, work, and then one of two reports, by how the work ended.</source>
        <translation>Drei Schritte: vorbereiten, arbeiten, und dann einer von zwei Berichten, je nachdem, wie die Arbeit endete.</translation>
    </message>
    <message>
        <source>What the work is</source>
        <translation>Was die Arbeit ist</translation>
    </message>
    <message>
        <source>A command line for /bin/sh.</source>
        <translation>Eine Befehlszeile für /bin/sh.</translation>
    </message>
    <message>
        <source>Nightly reboot window</source>
        <translation>Fenster für den nächtlichen Neustart</translation>
    </message>
    <message>
        <source>At night, looks whether the machine wants to be restarted after updates, and restarts it where that is allowed. Meanwhile a maintenance window lets other automations wait.</source>
        <translation>Sieht nachts nach, ob der Rechner nach Aktualisierungen neu gestartet werden will, und startet ihn neu, wo das erlaubt ist. Ein Wartungsfenster lässt andere Automationen so lange warten.</translation>
    </message>
    <message>
        <source>Minutes of quiet before</source>
        <translation>Minuten Ruhe davor</translation>
    </message>
    <message>
        <source>So long the restart waits for what still runs.</source>
        <translation>So lange wartet der Neustart auf das, was noch läuft.</translation>
    </message>
    <message>
        <source>Who waits meanwhile</source>
        <translation>Wer so lange wartet</translation>
    </message>
    <message>
        <source>A star is every automation; or the id of one, or tag: and a tag.</source>
        <translation>Ein Stern ist jede Automation; oder die Kennung einer einzelnen, oder tag: und ein Schlagwort.</translation>
    </message>
    <message>
        <source>The machine may be restarted; what is due meanwhile runs once afterwards.</source>
        <translation>Der Rechner wird vielleicht neu gestartet; was so lange fällig wird, läuft danach einmal.</translation>
    </message>
</context>
<context>
    <name>ui::AddConnection</name>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Add a connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asks the system who this is; nothing is kept</source>
        <translation>Fragt das System, wer das ist; nichts wird aufgehoben</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Es geht.</translation>
    </message>
    <message>
        <source>It works: %1</source>
        <translation>Es geht: %1</translation>
    </message>
</context>
<context>
    <name>ui::AgendaInspector</name>
    <message>
        <source>First</source>
        <translation>Erster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Of these</source>
        <translation>Davon</translation>
    </message>
    <message>
        <source>Usually takes</source>
        <translation>Dauert meist</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>its spread adds %1</source>
        <translation>dazu %1 durch die Streuung</translation>
    </message>
    <message>
        <source>Starts about</source>
        <translation>Beginnt etwa</translation>
    </message>
    <message>
        <source>Ends about</source>
        <translation>Endet etwa</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>Geplanter Termin</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>No time chosen</source>
        <translation>Kein Termin gewählt</translation>
    </message>
    <message>
        <source>What will become of it, and why, is shown here.</source>
        <translation>Hier steht, was daraus wird, und warum.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>ui::AgendaPane</name>
    <message>
        <source>Show the a&amp;utomation</source>
        <translation>A&amp;utomatisierung zeigen</translation>
    </message>
    <message>
        <source>&amp;Edit the automation…</source>
        <translation>Automatisierung &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Will wait</source>
        <translation>Wird warten</translation>
    </message>
    <message>
        <source>Will be skipped</source>
        <translation>Wird übersprungen</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Fragt vorher</translation>
    </message>
    <message>
        <source>Filter: words, status:skip, zone:tokyo</source>
        <translation>Filter: Wörter, status:skip, zone:tokyo</translation>
    </message>
    <message>
        <source>How far ahead</source>
        <translation>Wie weit voraus</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Choose a time first</source>
        <translation>Zuerst einen Termin wählen</translation>
    </message>
    <message>
        <source>%1+</source>
        <translation>%1+</translation>
    </message>
    <message>
        <source>Only the first %1 times are listed: all before %2.</source>
        <translation>Nur die ersten %1 Termine sind aufgeführt: alle vor %2.</translation>
    </message>
    <message>
        <source>Not listed, because their time zone is not known here: %1.</source>
        <translation>Nicht aufgeführt, weil ihre Zeitzone hier unbekannt ist: %1.</translation>
    </message>
    <message>
        <source>What is planned could not be worked out.</source>
        <translation>Was geplant ist, ließ sich nicht ermitteln.</translation>
    </message>
    <message>
        <source>No time matches</source>
        <translation>Kein Termin passt</translation>
    </message>
    <message>
        <source>Nothing is planned</source>
        <translation>Nichts ist geplant</translation>
    </message>
    <message>
        <source>No schedule is due in the next 24 hours.</source>
        <translation>In den nächsten 24 Stunden ist kein Zeitplan fällig.</translation>
    </message>
    <message>
        <source>No schedule is due in the next 7 days.</source>
        <translation>In den nächsten 7 Tagen ist kein Zeitplan fällig.</translation>
    </message>
    <message>
        <source>Look 30 days ahead</source>
        <translation>30 Tage vorausschauen</translation>
    </message>
    <message>
        <source>Once automations have schedules, everything to come is listed here.</source>
        <translation>Sobald Automatisierungen Zeitpläne haben, steht hier alles, was kommt.</translation>
    </message>
    <message>
        <source>New automation</source>
        <translation>Neue Automatisierung</translation>
    </message>
    <message numerus="yes">
        <source>%n rows exported</source>
        <translation>
            <numerusform>%n Zeile exportiert</numerusform>
            <numerusform>%n Zeilen exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times are hidden by %1.</source>
        <translation>
            <numerusform>%Ln Termin ist durch %1 ausgeblendet.</numerusform>
            <numerusform>%Ln Termine sind durch %1 ausgeblendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ApprovalInspector</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Why approval is needed</source>
        <translation>Warum eine Freigabe nötig ist</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>No request chosen</source>
        <translation>Keine Anfrage gewählt</translation>
    </message>
    <message>
        <source>Who has agreed, and what has happened, is shown here.</source>
        <translation>Wer zugestimmt hat und was geschehen ist, steht hier.</translation>
    </message>
</context>
<context>
    <name>ui::ApprovalPage</name>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>What will run</source>
        <translation>Was laufen wird</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>%1 ausführen</translation>
    </message>
    <message>
        <source>Nothing of this automation was approved before.</source>
        <translation>Von dieser Automation wurde noch nichts freigegeben.</translation>
    </message>
    <message>
        <source>Exactly as it was approved last</source>
        <translation>Genau wie zuletzt freigegeben</translation>
    </message>
    <message>
        <source>Different from what was approved last (version %1)</source>
        <translation>Anders als zuletzt freigegeben (Version %1)</translation>
    </message>
</context>
<context>
    <name>ui::ApprovalSection</name>
    <message>
        <source>nobody is asked</source>
        <translation>niemand wird gefragt</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>erteilt</translation>
    </message>
    <message>
        <source>Approval</source>
        <translation>Freigabe</translation>
    </message>
</context>
<context>
    <name>ui::ApprovalVerbs</name>
    <message>
        <source>&amp;Approve</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>&amp;Reject</source>
        <translation>&amp;Ablehnen</translation>
    </message>
    <message>
        <source>&amp;Next request</source>
        <translation>&amp;Nächste Anfrage</translation>
    </message>
    <message>
        <source>&amp;Previous request</source>
        <translation>&amp;Vorige Anfrage</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
    <message>
        <source>Show a&amp;utomation</source>
        <translation>A&amp;utomation zeigen</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>No request is chosen.</source>
        <translation>Keine Anfrage ist gewählt.</translation>
    </message>
    <message>
        <source>Choose one request.</source>
        <translation>Wählen Sie eine Anfrage.</translation>
    </message>
</context>
<context>
    <name>ui::ApprovalsPane</name>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Filter: words of a name, a run, who asked</source>
        <translation>Filter: Wörter aus Name, Lauf, wer angefragt hat</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>No request matches</source>
        <translation>Keine Anfrage passt</translation>
    </message>
    <message>
        <source>Requests are hidden by the filter.</source>
        <translation>Anfragen sind durch den Filter verborgen.</translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <translation>Nichts wartet auf Freigabe</translation>
    </message>
    <message>
        <source>A run whose automation asks for approval will stand here until people decide.</source>
        <translation>Ein Lauf, dessen Automation eine Freigabe verlangt, steht hier, bis jemand entscheidet.</translation>
    </message>
    <message>
        <source>“%1” approved</source>
        <translation>„%1“ freigegeben</translation>
    </message>
    <message>
        <source>“%1” rejected</source>
        <translation>„%1“ abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%n requests approved</source>
        <translation>
            <numerusform>%n Anfrage freigegeben</numerusform>
            <numerusform>%n Anfragen freigegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests rejected</source>
        <translation>
            <numerusform>%n Anfrage abgelehnt</numerusform>
            <numerusform>%n Anfragen abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ArgumentField</name>
    <message>
        <source>may be left empty</source>
        <translation>darf leer bleiben</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>bitte wählen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>the stored secret %1</source>
        <translation>das gespeicherte Geheimnis %1</translation>
    </message>
    <message>
        <source>Use a stored secret</source>
        <translation>Gespeichertes Geheimnis verwenden</translation>
    </message>
    <message>
        <source>Choose a day</source>
        <translation>Tag wählen</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
</context>
<context>
    <name>ui::ArgumentTable</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Add argument</source>
        <translation>Argument hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>%1, required</source>
        <translation>%1, erforderlich</translation>
    </message>
</context>
<context>
    <name>ui::ArgumentWords</name>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>fixed</source>
        <translation>fest</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>day</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>ui::ArgumentsSection</name>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>What a run is asked for. A process gets the values in this order as arguments ($1, $2 …) and as variables; a secret as a variable only.</source>
        <translation>Wonach bei einem Lauf gefragt wird. Ein Prozess bekommt die Werte in dieser Reihenfolge als Argumente ($1, $2 …) und als Variablen; ein Geheimnis nur als Variable.</translation>
    </message>
</context>
<context>
    <name>ui::AuditPane</name>
    <message>
        <source>&amp;Verify the chain</source>
        <translation>&amp;Kette prüfen</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als CSV &amp;exportieren …</translation>
    </message>
    <message>
        <source>The audit could not be read.</source>
        <translation>Das Prüfprotokoll konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Filter: who, what, an id</source>
        <translation>Filter: wer, was, eine Kennung</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>No entry chosen</source>
        <translation>Kein Eintrag gewählt</translation>
    </message>
    <message>
        <source>What a change was before and after is shown here.</source>
        <translation>Was vor und nach einer Änderung war, steht hier.</translation>
    </message>
    <message>
        <source>No entry matches</source>
        <translation>Kein Eintrag passt</translation>
    </message>
    <message>
        <source>Entries are hidden by the filter.</source>
        <translation>Einträge sind durch den Filter verborgen.</translation>
    </message>
    <message>
        <source>Nothing has been done yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Every change and every decision will be listed here, with who made it.</source>
        <translation>Jede Änderung und jede Entscheidung steht hier, mit dem, der sie getroffen hat.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, none changed or missing</source>
        <translation>
            <numerusform>%n Eintrag, nicht verändert</numerusform>
            <numerusform>%n Einträge, keiner verändert oder verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries exported, those that have been scrolled to</source>
        <translation>
            <numerusform>%n Eintrag exportiert, so weit geblättert wurde</numerusform>
            <numerusform>%n Einträge exportiert, so weit geblättert wurde</numerusform>
        </translation>
    </message>
    <message>
        <source>Not for everybody</source>
        <translation>Nicht für alle</translation>
    </message>
</context>
<context>
    <name>ui::AutomationActions</name>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>Open the &amp;log of the last run</source>
        <translation>&amp;Protokoll des letzten Laufs öffnen</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>Show its r&amp;uns</source>
        <translation>Lä&amp;ufe zeigen</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Choose an automation first</source>
        <translation>Zuerst eine Automatisierung wählen</translation>
    </message>
    <message>
        <source>Choose one automation only</source>
        <translation>Nur eine Automatisierung wählen</translation>
    </message>
    <message>
        <source>Dup&amp;licate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Import a code bundle…</source>
        <translation>Codepaket &amp;importieren …</translation>
    </message>
    <message>
        <source>Import a &amp;folder…</source>
        <translation>&amp;Ordner importieren …</translation>
    </message>
    <message>
        <source>Save as &amp;template…</source>
        <translation>Als &amp;Vorlage speichern …</translation>
    </message>
    <message>
        <source>Pu&amp;blish to a connection…</source>
        <translation>An eine Verbindung &amp;veröffentlichen…</translation>
    </message>
    <message>
        <source>It lives at %1 already</source>
        <translation>Sie ist schon bei %1</translation>
    </message>
</context>
<context>
    <name>ui::AutomationEditor</name>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Waiting and overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
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
        <translation>%1 – Automatisierung bearbeiten</translation>
    </message>
    <message>
        <source>New automation</source>
        <translation>Neue Automatisierung</translation>
    </message>
    <message>
        <source>Saving makes version %1.</source>
        <translation>Speichern ergibt Version %1.</translation>
    </message>
    <message>
        <source>Saving makes a new automation.</source>
        <translation>Speichern legt eine neue Automatisierung an.</translation>
    </message>
    <message>
        <source>It was saved by somebody else meanwhile. Nothing was overwritten.</source>
        <translation>Sie wurde inzwischen von jemand anderem gespeichert. Nichts wurde überschrieben.</translation>
    </message>
    <message>
        <source>Reloading shows the newer version and drops the changes made here.</source>
        <translation>Neu laden zeigt die neuere Version und verwirft die Änderungen von hier.</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>Save the new automation?</source>
        <translation>Neue Automatisierung speichern?</translation>
    </message>
    <message>
        <source>What is not saved is lost.</source>
        <translation>Was nicht gespeichert wird, geht verloren.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1 is not saved yet.</source>
        <translation>%1 ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>%1. The fields that can be changed are kept here.</source>
        <translation>%1. Was sich ändern lässt, wird hier gehalten.</translation>
    </message>
    <message>
        <source>%1 has no place for this</source>
        <translation>%1 hat dafür keinen Platz</translation>
    </message>
    <message>
        <source>%1 has no place for what is grey</source>
        <translation>%1 hat keinen Platz für das, was grau ist</translation>
    </message>
</context>
<context>
    <name>ui::AutomationInspector</name>
    <message>
        <source>Automation</source>
        <translation>Automatisierung</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>No automation chosen</source>
        <translation>Keine Automatisierung gewählt</translation>
    </message>
    <message>
        <source>Its state, its last runs and when it fires next are shown here.</source>
        <translation>Hier stehen ihr Zustand, ihre letzten Läufe und wann sie als Nächstes läuft.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them paused</source>
        <translation>
            <numerusform>%n davon angehalten</numerusform>
            <numerusform>%n davon angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %n runs</source>
        <translation>
            <numerusform>Letzter Lauf</numerusform>
            <numerusform>Letzte %n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Never run</source>
        <translation>Nie gelaufen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Als Nächstes</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>%1, in the window “%2”</source>
        <translation>%1, im Wartungsfenster „%2“</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Hook</translation>
    </message>
</context>
<context>
    <name>ui::AutomationVerbs</name>
    <message>
        <source>A run of “%1” is queued</source>
        <translation>Ein Lauf von „%1“ ist eingereiht</translation>
    </message>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation>
            <numerusform>%n Lauf eingereiht</numerusform>
            <numerusform>%n Läufe eingereiht</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” paused</source>
        <translation>„%1“ angehalten</translation>
    </message>
    <message>
        <source>“%1” resumed</source>
        <translation>„%1“ fortgesetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n automations paused</source>
        <translation>
            <numerusform>%n Automatisierung angehalten</numerusform>
            <numerusform>%n Automatisierungen angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n automations resumed</source>
        <translation>
            <numerusform>%n Automatisierung fortgesetzt</numerusform>
            <numerusform>%n Automatisierungen fortgesetzt</numerusform>
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
    <message>
        <source>Save “%1” as a template?</source>
        <translation>„%1“ als Vorlage speichern?</translation>
    </message>
    <message>
        <source>What it is made of is kept among the templates. Secrets stay references.</source>
        <translation>Woraus sie besteht, wird unter den Vorlagen behalten. Geheimnisse bleiben Verweise.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Template “%1” saved</source>
        <translation>Vorlage „%1“ gespeichert</translation>
    </message>
</context>
<context>
    <name>ui::AutomationsPane</name>
    <message>
        <source>Failing</source>
        <translation>Schlägt fehl</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>&amp;Sort again</source>
        <translation>Neu &amp;sortieren</translation>
    </message>
    <message>
        <source>Automations</source>
        <translation>Automationen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The automations could not be read.</source>
        <translation>Die Automatisierungen ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>No automations yet</source>
        <translation>Noch keine Automatisierungen</translation>
    </message>
    <message>
        <source>An automation is a command with a schedule and the rules it runs by. Its state and its last runs will be listed here.</source>
        <translation>Eine Automatisierung ist ein Befehl mit einem Zeitplan und den Regeln, nach denen er läuft. Ihr Zustand und ihre letzten Läufe stehen dann hier.</translation>
    </message>
    <message>
        <source>No automation matches</source>
        <translation>Keine Automatisierung passt</translation>
    </message>
    <message numerus="yes">
        <source>%n automations are hidden by %1.</source>
        <translation>
            <numerusform>%n Automatisierung ist durch %1 ausgeblendet.</numerusform>
            <numerusform>%n Automatisierungen sind durch %1 ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has never run</source>
        <translation>„%1“ ist noch nie gelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n automations exported</source>
        <translation>
            <numerusform>%n Automatisierung exportiert</numerusform>
            <numerusform>%n Automatisierungen exportiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: words, status:failed, tag:nightly</source>
        <translation>Filter: Wörter, status:failed, tag:nightly</translation>
    </message>
    <message>
        <source>&amp;Last run</source>
        <translation>&amp;Letzter Lauf</translation>
    </message>
    <message>
        <source>No connection takes new automations</source>
        <translation>Keine Verbindung nimmt neue Automationen</translation>
    </message>
</context>
<context>
    <name>ui::BackupVerbs</name>
    <message>
        <source>&amp;Back up the workspace…</source>
        <translation>Arbeitsbereich &amp;sichern …</translation>
    </message>
    <message>
        <source>&amp;Restore a backup…</source>
        <translation>Sicherung &amp;wiederherstellen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Back up the workspace</source>
        <translation>Arbeitsbereich sichern</translation>
    </message>
    <message>
        <source>Automations, runs, approvals, settings and what bundles remember go into one file. Values of secrets stay in the keyring and are not in it.</source>
        <translation>Automationen, Läufe, Freigaben, Einstellungen und was Bündel sich merken kommen in eine Datei. Werte von Geheimnissen bleiben im Schlüsselbund und sind nicht darin.</translation>
    </message>
    <message>
        <source>With &amp;logs</source>
        <translation>Mit &amp;Protokollen</translation>
    </message>
    <message>
        <source>With&amp;out logs</source>
        <translation>&amp;Ohne Protokolle</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>Sichern nach</translation>
    </message>
    <message>
        <source>Writing and checking the backup…</source>
        <translation>Die Sicherung wird geschrieben und geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>Backed up and checked: %n automations</source>
        <translation>
            <numerusform>Gesichert und geprüft: %n Automation</numerusform>
            <numerusform>Gesichert und geprüft: %n Automationen</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Restoring it aside to see that it is good…</source>
        <translation>Wird zur Probe daneben wiederhergestellt …</translation>
    </message>
    <message numerus="yes">
        <source>%n automations</source>
        <translation>
            <numerusform>%n Automation</numerusform>
            <numerusform>%n Automationen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>Diese Sicherung wiederherstellen?</translation>
    </message>
    <message>
        <source>It was made %1 and holds %2 and %3. The workspace as it is now is moved aside. Signalbox starts anew; what runs is ended.</source>
        <translation>Sie entstand %1 und enthält %2 und %3. Der jetzige Arbeitsbereich wird beiseitegelegt. Signalbox startet neu; was läuft, wird beendet.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Wird wiederhergestellt …</translation>
    </message>
</context>
<context>
    <name>ui::CalendarPainter</name>
    <message>
        <source>%1: clocks go back</source>
        <translation>%1: Uhren gehen zurück</translation>
    </message>
    <message>
        <source>%1: clocks go forward</source>
        <translation>%1: Uhren gehen vor</translation>
    </message>
    <message>
        <source>long</source>
        <translation>lang</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, to %2</source>
        <translation>%1, bis %2</translation>
    </message>
</context>
<context>
    <name>ui::CalendarView</name>
    <message>
        <source>Calendar of maintenance windows</source>
        <translation>Kalender der Wartungsfenster</translation>
    </message>
    <message>
        <source>%1, %2, from %3 to %4</source>
        <translation>%1, %2, von %3 bis %4</translation>
    </message>
    <message numerus="yes">
        <source>%n windows are shown</source>
        <translation>
            <numerusform>%n Wartungsfenster ist zu sehen</numerusform>
            <numerusform>%n Wartungsfenster sind zu sehen</numerusform>
        </translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Wartungsfenster</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 bei %2</translation>
    </message>
</context>
<context>
    <name>ui::CalendarsDialog</name>
    <message>
        <source>Subscribe to a calendar</source>
        <translation>Kalender abonnieren</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>Abonnieren</translation>
    </message>
    <message>
        <source> hours</source>
        <translation> Stunden</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Sperrt</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Fragt zuerst</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Meldet</translation>
    </message>
    <message>
        <source>Runs as usual</source>
        <translation>Läuft wie sonst</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>No calendar yet. One of holidays, for instance, is read again by itself, and its days become maintenance windows.</source>
        <translation>Noch kein Kalender. Einer mit Feiertagen etwa wird von selbst immer wieder gelesen, und seine Tage werden Wartungsfenster.</translation>
    </message>
    <message>
        <source>&amp;Subscribe…</source>
        <translation>&amp;Abonnieren …</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>Erneut &amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Choose a calendar first</source>
        <translation>Zuerst einen Kalender auswählen</translation>
    </message>
    <message>
        <source>Remove the calendar “%1”?</source>
        <translation>Kalender „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its maintenance windows go with it.</source>
        <translation>Seine Wartungsfenster gehen mit.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::CapabilitiesPage</name>
    <message>
        <source>It is not known yet what this account can do: it was never reached.</source>
        <translation>Was dieses Konto kann, ist noch nicht bekannt: Es wurde nie erreicht.</translation>
    </message>
</context>
<context>
    <name>ui::ChangeLine</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChangePanel</name>
    <message>
        <source>What saving does</source>
        <translation>Was Speichern bewirkt</translation>
    </message>
    <message>
        <source>No time is gained, lost or moved.</source>
        <translation>Kein Termin kommt hinzu, entfällt oder verschiebt sich.</translation>
    </message>
    <message>
        <source>until %1; there are more times than are compared</source>
        <translation>bis %1; es gibt mehr Termine, als verglichen werden</translation>
    </message>
    <message>
        <source>in the next 30 days</source>
        <translation>in den nächsten 30 Tagen</translation>
    </message>
    <message>
        <source>Times gained: %1</source>
        <translation>Neue Termine: %1</translation>
    </message>
    <message>
        <source>Times lost: %1</source>
        <translation>Entfallene Termine: %1</translation>
    </message>
    <message>
        <source>Times moved: %1</source>
        <translation>Verschobene Termine: %1</translation>
    </message>
</context>
<context>
    <name>ui::CloseMenu</name>
    <message>
        <source>When the window &amp;closes</source>
        <translation>Wenn das Fenster &amp;schließt</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>&amp;Keep scheduling</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Beenden</translation>
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
        <translation>&amp;Beenden</translation>
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
    <message>
        <source>“Keep scheduling” closes the window and goes on in the background. “Stop” ends what is under way, and nothing starts until Signalbox is opened again. Your choice is kept; the File menu changes it.</source>
        <translation>„Weiterlaufen lassen“ schließt das Fenster und macht im Hintergrund weiter. „Beenden“ beendet, was im Gang ist, und nichts startet, bis Signalbox wieder geöffnet wird. Die Wahl wird behalten; das Menü „Datei“ ändert sie.</translation>
    </message>
</context>
<context>
    <name>ui::CodeEditor</name>
    <message>
        <source>Files of the bundle</source>
        <translation>Dateien des Pakets</translation>
    </message>
    <message>
        <source>Import zip or JSON…</source>
        <translation>zip oder JSON importieren …</translation>
    </message>
    <message>
        <source>Import folder…</source>
        <translation>Ordner importieren …</translation>
    </message>
    <message>
        <source>Start with an example</source>
        <translation>Mit einem Beispiel beginnen</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>Neue Datei</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Import a bundle</source>
        <translation>Paket importieren</translation>
    </message>
    <message>
        <source>Bundles (*.zip *.json)</source>
        <translation>Pakete (*.zip *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder with an index.js</source>
        <translation>Ordner mit einer index.js importieren</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>Keine Datei gewählt</translation>
    </message>
    <message>
        <source>Text of %1</source>
        <translation>Text von %1</translation>
    </message>
    <message>
        <source>This file is no text: %1.</source>
        <translation>Diese Datei ist kein Text: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>No code yet.</source>
        <translation>Noch kein Code.</translation>
    </message>
    <message>
        <source>Whole page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Hides the other fields of this page</source>
        <translation>Blendet die anderen Felder dieser Seite aus</translation>
    </message>
</context>
<context>
    <name>ui::CodeImport</name>
    <message>
        <source>Import a code bundle</source>
        <translation>Codepaket importieren</translation>
    </message>
    <message>
        <source>Bundles (*.zip *.json)</source>
        <translation>Pakete (*.zip *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import a folder with an index.js</source>
        <translation>Ordner mit einer index.js importieren</translation>
    </message>
    <message>
        <source>It is paused until it is resumed.</source>
        <translation>Sie ist angehalten, bis sie fortgesetzt wird.</translation>
    </message>
    <message>
        <source>Not carried over: %1.</source>
        <translation>Nicht übernommen: %1.</translation>
    </message>
</context>
<context>
    <name>ui::CompareSide</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>ui::CompareWindow</name>
    <message>
        <source>%1: two runs side by side</source>
        <translation>%1: zwei Läufe nebeneinander</translation>
    </message>
    <message>
        <source>Comparing… %1 lines so far</source>
        <translation>Wird verglichen … bisher %1 Zeilen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>Previous difference (Shift+F8)</source>
        <translation>Voriger Unterschied (Umschalt+F8)</translation>
    </message>
    <message>
        <source>Next difference (F8)</source>
        <translation>Nächster Unterschied (F8)</translation>
    </message>
    <message>
        <source>Both say the same</source>
        <translation>Beide sagen dasselbe</translation>
    </message>
    <message>
        <source>Only left: %1. Only right: %2. Times and numbers do not count.</source>
        <translation>Nur links: %1. Nur rechts: %2. Zeiten und Zahlen zählen nicht.</translation>
    </message>
</context>
<context>
    <name>ui::ConflictTable</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Last agreed</source>
        <translation>Zuletzt gemeinsam</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1: this computer</source>
        <translation>%1: dieser Rechner</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, this computer against last agreed</source>
        <translation>%1, dieser Rechner gegen den letzten gemeinsamen Stand</translation>
    </message>
    <message>
        <source>%1, %2 against last agreed</source>
        <translation>%1, %2 gegen den letzten gemeinsamen Stand</translation>
    </message>
</context>
<context>
    <name>ui::ConflictsPage</name>
    <message>
        <source>Keep all of &amp;here</source>
        <translation>Alles von &amp;hier behalten</translation>
    </message>
    <message>
        <source>&amp;Resolve</source>
        <translation>&amp;Lösen</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automation</translation>
    </message>
    <message>
        <source>No conflicts. Where an automation is changed here and at %1, you decide here, field by field.</source>
        <translation>Keine Konflikte. Wird eine Automation hier und bei %1 geändert, wird hier entschieden, Feld für Feld.</translation>
    </message>
    <message>
        <source>Take all of %1</source>
        <translation>Alles von %1 übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n fields decided</source>
        <translation>
            <numerusform>%1 von %n Feld entschieden</numerusform>
            <numerusform>%1 von %n Feldern entschieden</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no conflict</source>
        <translation>Es gibt keinen Konflikt</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Keep all of here in %n conflicts…</source>
        <translation>
            <numerusform>In %n Konflikt alles von hier be&amp;halten…</numerusform>
            <numerusform>In %n Konflikten alles von hier be&amp;halten…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Take theirs in %n conflicts…</source>
        <translation>
            <numerusform>In %n Konflikt von &amp;dort übernehmen…</numerusform>
            <numerusform>In %n Konflikten von &amp;dort übernehmen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide all fields first</source>
        <translation>Zuerst alle Felder entscheiden</translation>
    </message>
    <message numerus="yes">
        <source>Keep what is here in %n conflicts?</source>
        <translation>
            <numerusform>In %n Konflikt behalten, was hier ist?</numerusform>
            <numerusform>In %n Konflikten behalten, was hier ist?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take what is at %1 in %n conflicts?</source>
        <translation>
            <numerusform>In %n Konflikt übernehmen, was bei %1 ist?</numerusform>
            <numerusform>In %n Konflikten übernehmen, was bei %1 ist?</numerusform>
        </translation>
    </message>
    <message>
        <source>What the other side has is replaced; what was here stays in Versions.</source>
        <translation>Was die andere Seite hat, wird ersetzt; was hier war, bleibt unter Versionen.</translation>
    </message>
    <message>
        <source>&amp;Keep here</source>
        <translation>Von hier be&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Take theirs</source>
        <translation>Von &amp;dort übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts are resolved</source>
        <translation>
            <numerusform>%n Konflikt ist gelöst</numerusform>
            <numerusform>%n Konflikte sind gelöst</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed here only, and sent with it: %1</source>
        <translation>Nur hier geändert, wird mitgesendet: %1</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionPage</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Capabilities</source>
        <translation>Fähigkeiten</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionSettings</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Re&amp;vert</source>
        <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
        <source>Nothing is changed</source>
        <translation>Nichts ist geändert</translation>
    </message>
    <message>
        <source>“%1” is saved</source>
        <translation>„%1“ ist gespeichert</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionVerbs</name>
    <message>
        <source>Nothing is synced in this window: another program runs this workspace&apos;s engine</source>
        <translation>In diesem Fenster wird nichts abgeglichen: Ein anderes Programm führt die Engine dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>&amp;Add a connection…</source>
        <translation>Verbindung &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Sync now</source>
        <translation>Jetzt &amp;abgleichen</translation>
    </message>
    <message>
        <source>Sync a&amp;ll</source>
        <translation>A&amp;lle abgleichen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausieren</translation>
    </message>
    <message>
        <source>Sign &amp;in anew…</source>
        <translation>Neu &amp;anmelden…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>“%1” is looked at now</source>
        <translation>„%1“ wird jetzt abgeglichen</translation>
    </message>
    <message numerus="yes">
        <source>%n connections are looked at now</source>
        <translation>
            <numerusform>%n Verbindung wird jetzt abgeglichen</numerusform>
            <numerusform>%n Verbindungen werden jetzt abgeglichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Choose a connection first</source>
        <translation>Zuerst eine Verbindung wählen</translation>
    </message>
    <message>
        <source>It is paused</source>
        <translation>Sie ist pausiert</translation>
    </message>
    <message>
        <source>This system asks for no sign-in</source>
        <translation>Dieses System verlangt keine Anmeldung</translation>
    </message>
    <message>
        <source>This window has no keychain</source>
        <translation>Dieses Fenster hat keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>This build knows no remote system</source>
        <translation>Dieses Programm kennt kein entferntes System</translation>
    </message>
    <message>
        <source>There is no connection yet</source>
        <translation>Es gibt noch keine Verbindung</translation>
    </message>
    <message>
        <source>“%1” works</source>
        <translation>„%1“ geht</translation>
    </message>
    <message>
        <source>“%1” works: %2</source>
        <translation>„%1“ geht: %2</translation>
    </message>
    <message>
        <source>“%1” is kept in sync again</source>
        <translation>„%1“ wird wieder abgeglichen</translation>
    </message>
    <message>
        <source>“%1” is paused</source>
        <translation>„%1“ ist pausiert</translation>
    </message>
    <message>
        <source>Sign in at “%1” anew</source>
        <translation>Bei „%1“ neu anmelden</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The sign-in of “%1” is kept</source>
        <translation>Die Anmeldung von „%1“ ist aufgehoben</translation>
    </message>
    <message>
        <source>What is mirrored from there goes from this computer; its runs stay. Nothing is done there.</source>
        <translation>Was von dort gespiegelt ist, verschwindet von diesem Rechner; die Läufe bleiben. Dort geschieht nichts.</translation>
    </message>
    <message>
        <source>Remove the connection “%1”?</source>
        <translation>Verbindung „%1“ entfernen?</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n changes or runs were not sent there yet.</source>
        <translation>
            <numerusform>%n Änderung oder Lauf wurde noch nicht dorthin gesendet.</numerusform>
            <numerusform>%n Änderungen oder Läufe wurden noch nicht dorthin gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Discard them and remove</source>
        <translation>&amp;Verwerfen und entfernen</translation>
    </message>
    <message>
        <source>Keep the connection</source>
        <translation>Verbindung behalten</translation>
    </message>
    <message>
        <source>The connection “%1” is removed</source>
        <translation>Die Verbindung „%1“ ist entfernt</translation>
    </message>
</context>
<context>
    <name>ui::ConnectionsPane</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Add connection</source>
        <translation>Verbindung &amp;hinzufügen</translation>
    </message>
    <message>
        <source>The connections can&apos;t be read</source>
        <translation>Die Verbindungen sind nicht lesbar</translation>
    </message>
    <message>
        <source>The connection “%1” is added</source>
        <translation>Die Verbindung „%1“ ist hinzugefügt</translation>
    </message>
    <message>
        <source>No connections yet</source>
        <translation>Noch keine Verbindungen</translation>
    </message>
    <message>
        <source>Automations of other systems stand here beside your own, also while you are offline: what you change or run is sent as soon as it can be.</source>
        <translation>Automationen anderer Systeme stehen hier neben den eigenen, auch ohne Verbindung: Was geändert oder gestartet wird, wird gesendet, sobald es geht.</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
</context>
<context>
    <name>ui::CronBoxes</name>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>Minute</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>day of month</source>
        <translation>Tag des Monats</translation>
    </message>
    <message>
        <source>month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>day of week</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>%1, was %2</source>
        <translation>%1, war %2</translation>
    </message>
</context>
<context>
    <name>ui::CronWords</name>
    <message>
        <source>was %1</source>
        <translation>war %1</translation>
    </message>
</context>
<context>
    <name>ui::DayBars</name>
    <message>
        <source>Runs and failures</source>
        <translation>Läufe und Fehlschläge</translation>
    </message>
    <message>
        <source>%1: %2 runs, %3 done, %4 failed</source>
        <translation>%1: %2 Läufe, %3 erledigt, %4 fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>ui::DecisionBar</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Comment, required to reject</source>
        <translation>Kommentar, zum Ablehnen nötig</translation>
    </message>
    <message>
        <source>Say why: a rejection needs a comment.</source>
        <translation>Sagen Sie, warum: eine Ablehnung braucht einen Kommentar.</translation>
    </message>
</context>
<context>
    <name>ui::DifferenceView</name>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
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
        <translation>kein eigenes Limit</translation>
    </message>
    <message>
        <source>however late</source>
        <translation>beliebig spät</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>kein Limit</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>as in the settings</source>
        <translation>wie in den Einstellungen</translation>
    </message>
</context>
<context>
    <name>ui::EmptyLog</name>
    <message>
        <source>No output yet</source>
        <translation>Noch keine Ausgabe</translation>
    </message>
    <message>
        <source>The log comes when the run is over; %1 shows none before.</source>
        <translation>Das Protokoll kommt, wenn der Lauf vorbei ist; vorher zeigt %1 keines.</translation>
    </message>
    <message>
        <source>Lines appear here as the run writes them.</source>
        <translation>Zeilen erscheinen hier, sobald der Lauf sie schreibt.</translation>
    </message>
    <message>
        <source>This log was removed.</source>
        <translation>Dieses Protokoll wurde entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>It had %Ln lines, which made room for others (%1).</source>
        <translation>
            <numerusform>Es hatte %Ln Zeile, die anderen Platz machte (%1).</numerusform>
            <numerusform>Es hatte %Ln Zeilen, die anderen Platz machten (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>No line of its log came from %1.</source>
        <translation>Von %1 kam keine Zeile seines Protokolls.</translation>
    </message>
    <message>
        <source>This run did not start.</source>
        <translation>Dieser Lauf ist nicht gestartet.</translation>
    </message>
    <message>
        <source>This run wrote nothing.</source>
        <translation>Dieser Lauf hat nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 keeps no logs of runs.</source>
        <translation>%1 führt keine Protokolle von Läufen.</translation>
    </message>
    <message>
        <source>Not started yet</source>
        <translation>Noch nicht gestartet</translation>
    </message>
    <message>
        <source>The run waits for its turn.</source>
        <translation>Der Lauf wartet, bis er an der Reihe ist.</translation>
    </message>
</context>
<context>
    <name>ui::EmptyState</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
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
        <translation>Niemand hält die Zeitpläne dieses Arbeitsbereichs ein: Läufe warten, bis wieder eine Engine da ist.</translation>
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
        <translation>Engine läuft</translation>
    </message>
    <message>
        <source>Engine runs elsewhere</source>
        <translation>Engine läuft anderswo</translation>
    </message>
    <message>
        <source>Engine off</source>
        <translation>Engine aus</translation>
    </message>
</context>
<context>
    <name>ui::EntryDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ui::EnvironmentTable</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Add variable</source>
        <translation>Variable hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
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
        <translation>Das ist nicht erlaubt</translation>
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
    <message>
        <source>&amp;Signed with</source>
        <translation>&amp;Signiert mit</translation>
    </message>
    <message>
        <source>The name of a secret; without one, knowing the address is enough. The address stands in the inspector once this is saved.</source>
        <translation>Der Name eines Geheimnisses; ohne eines genügt es, die Adresse zu kennen. Die Adresse steht im Inspektor, sobald gespeichert ist.</translation>
    </message>
</context>
<context>
    <name>ui::FieldEditor</name>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>ui::FieldForm</name>
    <message>
        <source>Given as</source>
        <translation>Angegeben als</translation>
    </message>
</context>
<context>
    <name>ui::FileMenus</name>
    <message>
        <source>Icon in the &amp;tray</source>
        <translation>Symbol im &amp;Infobereich</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Diese Arbeitsumgebung hat keinen Infobereich.</translation>
    </message>
</context>
<context>
    <name>ui::FilterBar</name>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>ui::FilterChipButton</name>
    <message>
        <source>%1 %2, remove</source>
        <translation>%1 %2, entfernen</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Diese Bedingung entfernen</translation>
    </message>
</context>
<context>
    <name>ui::FilterControl</name>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
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
    <name>ui::FindBar</name>
    <message>
        <source>Find in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Previous (Shift+Enter)</source>
        <translation>Vorherige Stelle (Umschalt+Eingabe)</translation>
    </message>
    <message>
        <source>Next (Enter)</source>
        <translation>Nächste Stelle (Eingabe)</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Only matching lines</source>
        <translation>Nur passende Zeilen</translation>
    </message>
    <message>
        <source>Lines around each</source>
        <translation>Zeilen um jede herum</translation>
    </message>
    <message>
        <source>Lines to show before and after each that matches</source>
        <translation>So viele Zeilen vor und nach jeder passenden zeigen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Find it in other runs…</source>
        <translation>In anderen Läufen suchen …</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Nur</translation>
    </message>
</context>
<context>
    <name>ui::FindWays</name>
    <message>
        <source>Upper and lower case are different</source>
        <translation>Groß- und Kleinschreibung unterscheiden</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Several terms: words, or “text in quotes”; with ! before it, a term must not be there</source>
        <translation>Mehrere Begriffe: Wörter oder „Text in Anführungszeichen“; mit ! davor darf ein Begriff nicht vorkommen</translation>
    </message>
    <message>
        <source>any</source>
        <translation>einer</translation>
    </message>
    <message>
        <source>One of the terms is enough</source>
        <translation>Einer der Begriffe genügt</translation>
    </message>
</context>
<context>
    <name>ui::FoldSteering</name>
    <message>
        <source>&amp;Fold these times</source>
        <translation>Termine &amp;zuklappen</translation>
    </message>
    <message>
        <source>&amp;Unfold these times</source>
        <translation>Termine auf&amp;klappen</translation>
    </message>
    <message>
        <source>Choose times that are folded first</source>
        <translation>Zuerst zugeklappte Termine wählen</translation>
    </message>
</context>
<context>
    <name>ui::FollowChip</name>
    <message>
        <source>End of log</source>
        <translation>Ende des Protokolls</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>Läuft mit</translation>
    </message>
    <message>
        <source>Paused, +%1</source>
        <translation>Angehalten, +%1</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Back to the end of the log (End)</source>
        <translation>Zurück zum Ende des Protokolls (Ende)</translation>
    </message>
</context>
<context>
    <name>ui::FormRow</name>
    <message>
        <source>%1, position %2</source>
        <translation>%1, Stelle %2</translation>
    </message>
</context>
<context>
    <name>ui::GraphLegend</name>
    <message>
        <source>A whole line: on success. Dashed: on failure. Dotted: always.</source>
        <translation>Durchgezogen: bei Erfolg. Gestrichelt: bei Fehlschlag. Gepunktet: immer.</translation>
    </message>
    <message>
        <source>on success</source>
        <translation>bei Erfolg</translation>
    </message>
    <message>
        <source>on failure</source>
        <translation>bei Fehlschlag</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
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
    <name>ui::HoldNotices</name>
    <message>
        <source>Missed times wait for a decision: %1.</source>
        <translation>Verpasste Termine warten auf eine Entscheidung: %1.</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message>
        <source>Everything is paused %1. Runs by hand still work.</source>
        <translation>Alles ist angehalten (%1). Von Hand lässt sich weiterhin ausführen.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>ui::ImportDialog</name>
    <message>
        <source>%1: only the original fires</source>
        <translation>%1: nur das Original läuft</translation>
    </message>
    <message>
        <source>%1: only the imported one fires</source>
        <translation>%1: nur die importierte läuft</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>What is imported</source>
        <translation>Was importiert wird</translation>
    </message>
    <message>
        <source>Automation</source>
        <translation>Automation</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n automations are made, paused until somebody resumes them.</source>
        <translation>
            <numerusform>%n Automation wird angelegt, angehalten, bis jemand sie fortsetzt.</numerusform>
            <numerusform>%n Automationen werden angelegt, angehalten, bis jemand sie fortsetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are left out.</source>
        <translation>
            <numerusform>%n wird ausgelassen.</numerusform>
            <numerusform>%n werden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them fire at other times than the original within the next ten years.</source>
        <translation>
            <numerusform>%n davon läuft in den nächsten zehn Jahren zu anderen Zeiten als das Original.</numerusform>
            <numerusform>%n davon laufen in den nächsten zehn Jahren zu anderen Zeiten als das Original.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n</source>
        <translation>
            <numerusform>%n importieren</numerusform>
            <numerusform>%n importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (in %2)</source>
        <translation>%1 (in %2)</translation>
    </message>
    <message>
        <source>Not carried over</source>
        <translation>Nicht übernommen</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Other times</source>
        <translation>Andere Zeiten</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
</context>
<context>
    <name>ui::InputPage</name>
    <message>
        <source>from the system</source>
        <translation>vom System</translation>
    </message>
    <message>
        <source>from the automation</source>
        <translation>von der Automatisierung</translation>
    </message>
    <message>
        <source>an argument</source>
        <translation>ein Argument</translation>
    </message>
    <message>
        <source>of the run</source>
        <translation>vom Lauf</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
</context>
<context>
    <name>ui::InspectorFrame</name>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>ui::ListPart</name>
    <message>
        <source>Choose a row first</source>
        <translation>Wählen Sie zuerst eine Zeile</translation>
    </message>
</context>
<context>
    <name>ui::LoadingRows</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>ui::LogBar</name>
    <message>
        <source>Put back into the dock</source>
        <translation>Zurück ins Dock</translation>
    </message>
    <message>
        <source>Time stamps</source>
        <translation>Zeitstempel</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Since the start</source>
        <translation>Seit dem Start</translation>
    </message>
    <message>
        <source>No time stamps</source>
        <translation>Keine Zeitstempel</translation>
    </message>
    <message>
        <source>Stop this run</source>
        <translation>Diesen Lauf abbrechen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run this automation again</source>
        <translation>Diese Automatisierung erneut ausführen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>The run is being stopped already</source>
        <translation>Der Lauf wird schon abgebrochen</translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu …</translation>
    </message>
    <message>
        <source>Line or time…	Ctrl+G</source>
        <translation>Zeile oder Zeit …	Strg+G</translation>
    </message>
    <message>
        <source>Next error or warning	F8</source>
        <translation>Nächster Fehler oder nächste Warnung	F8</translation>
    </message>
    <message>
        <source>Previous error or warning	Shift+F8</source>
        <translation>Voriger Fehler oder vorige Warnung	Umschalt+F8</translation>
    </message>
    <message>
        <source>Since the line before</source>
        <translation>Seit der Zeile davor</translation>
    </message>
    <message>
        <source>What is new since it last worked</source>
        <translation>Was neu ist, seit es zuletzt gelang</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>Lange Zeilen umbrechen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Markierungen</translation>
    </message>
    <message>
        <source>Mark this line or not	Ctrl+B</source>
        <translation>Diese Zeile markieren oder nicht	Strg+B</translation>
    </message>
    <message>
        <source>Note on this line…	Ctrl+Shift+B</source>
        <translation>Notiz zu dieser Zeile …	Strg+Umschalt+B</translation>
    </message>
    <message>
        <source>Next mark	F2</source>
        <translation>Nächste Markierung	F2</translation>
    </message>
    <message>
        <source>Previous mark	Shift+F2</source>
        <translation>Vorige Markierung	Umschalt+F2</translation>
    </message>
    <message>
        <source>All marks…</source>
        <translation>Alle Markierungen …</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>As text, byte for byte…</source>
        <translation>Als Text, Byte für Byte …</translation>
    </message>
    <message>
        <source>With colours for a terminal (ANSI)…</source>
        <translation>Mit Farben für ein Terminal (ANSI) …</translation>
    </message>
    <message>
        <source>As a web page (HTML)…</source>
        <translation>Als Webseite (HTML) …</translation>
    </message>
    <message>
        <source>As records (JSON lines)…</source>
        <translation>Als Datensätze (JSON-Zeilen) …</translation>
    </message>
    <message>
        <source>With what the run was (zip)…</source>
        <translation>Mit den Angaben zum Lauf (zip) …</translation>
    </message>
</context>
<context>
    <name>ui::LogDock</name>
    <message>
        <source>Show this log in a window of its own</source>
        <translation>Dieses Protokoll in einem eigenen Fenster zeigen</translation>
    </message>
    <message>
        <source>Hide the log</source>
        <translation>Protokoll ausblenden</translation>
    </message>
    <message>
        <source>All open logs by time</source>
        <translation>Alle offenen Protokolle nach Zeit</translation>
    </message>
    <message>
        <source>Open a second log first</source>
        <translation>Zuerst ein zweites Protokoll öffnen</translation>
    </message>
</context>
<context>
    <name>ui::LogJumps</name>
    <message>
        <source>Go to a line or a time</source>
        <translation>Zu einer Zeile oder Zeit gehen</translation>
    </message>
    <message>
        <source>The number of a line, or a time of day such as 14:05 or 14:05:39.</source>
        <translation>Die Nummer einer Zeile oder eine Uhrzeit wie 14:05 oder 14:05:39.</translation>
    </message>
    <message>
        <source>Line or time</source>
        <translation>Zeile oder Zeit</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehen</translation>
    </message>
    <message>
        <source>“%1” is neither a line nor a time</source>
        <translation>„%1“ ist weder eine Zeile noch eine Zeit</translation>
    </message>
    <message>
        <source>No error or warning below</source>
        <translation>Weiter unten kein Fehler und keine Warnung</translation>
    </message>
    <message>
        <source>No error or warning above</source>
        <translation>Weiter oben kein Fehler und keine Warnung</translation>
    </message>
</context>
<context>
    <name>ui::LogMarking</name>
    <message>
        <source>Mark of line %L1 removed</source>
        <translation>Markierung von Zeile %L1 entfernt</translation>
    </message>
    <message>
        <source>Note on line %L1</source>
        <translation>Notiz zu Zeile %L1</translation>
    </message>
    <message>
        <source>The line is marked; everyone who opens this log sees the note.</source>
        <translation>Die Zeile wird markiert; jeder, der dieses Protokoll öffnet, sieht die Notiz.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>No line is marked</source>
        <translation>Keine Zeile ist markiert</translation>
    </message>
</context>
<context>
    <name>ui::LogTab</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>The log could not be read</source>
        <translation>Das Protokoll ließ sich nicht lesen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines copied</source>
        <translation>
            <numerusform>%Ln Zeile kopiert</numerusform>
            <numerusform>%Ln Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln lines copied; save the log for the rest</source>
        <translation>
            <numerusform>Die erste Zeile kopiert; für den Rest das Protokoll speichern</numerusform>
            <numerusform>Die ersten %Ln Zeilen kopiert; für den Rest das Protokoll speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Copy	Ctrl+C</source>
        <translation>&amp;Kopieren	Strg+C</translation>
    </message>
    <message>
        <source>Copy as &amp;quote	Ctrl+Shift+C</source>
        <translation>Als &amp;Zitat kopieren	Strg+Umschalt+C</translation>
    </message>
    <message>
        <source>Select &amp;all	Ctrl+A</source>
        <translation>&amp;Alles auswählen	Strg+A</translation>
    </message>
    <message>
        <source>&amp;Mark this line or not	Ctrl+B</source>
        <translation>Diese Zeile &amp;markieren oder nicht	Strg+B</translation>
    </message>
    <message>
        <source>&amp;Note on this line…	Ctrl+Shift+B</source>
        <translation>&amp;Notiz zu dieser Zeile …	Strg+Umschalt+B</translation>
    </message>
    <message>
        <source>Co&amp;lour the selected words</source>
        <translation>Ausgewählte Wörter &amp;färben</translation>
    </message>
    <message>
        <source>%1, %2, lines %L3 to %L4:</source>
        <translation>%1, %2, Zeilen %L3 bis %L4:</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
</context>
<context>
    <name>ui::LogTabBar</name>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>Schließen (Strg+W)</translation>
    </message>
    <message>
        <source>Close the log of %1</source>
        <translation>Protokoll von %1 schließen</translation>
    </message>
    <message>
        <source>Drag it out of the bar to give the log away as a file</source>
        <translation>Aus der Leiste ziehen, um das Protokoll als Datei weiterzugeben</translation>
    </message>
</context>
<context>
    <name>ui::LogView</name>
    <message>
        <source>following</source>
        <translation>läuft mit</translation>
    </message>
    <message numerus="yes">
        <source>paused, %Ln new lines</source>
        <translation>
            <numerusform>angehalten, %Ln neue Zeile</numerusform>
            <numerusform>angehalten, %Ln neue Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>(no line end)</source>
        <translation>(kein Zeilenende)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>[line %L1 is not loaded]</source>
        <translation>[Zeile %L1 ist nicht geladen]</translation>
    </message>
    <message>
        <source>[%L1 more lines; save the log to get them all]</source>
        <translation>[%L1 weitere Zeilen; gespeichert enthält das Protokoll alle]</translation>
    </message>
</context>
<context>
    <name>ui::LogWindow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
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
    <name>ui::MaintenancePane</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>runs an hour</source>
        <translation>Läufe je Stunde</translation>
    </message>
    <message>
        <source>Drag to create, drag an edge to extend, Enter edits</source>
        <translation>Ziehen legt an, am Rand ziehen verlängert, Eingabe bearbeitet</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Wartungsfenster</translation>
    </message>
    <message>
        <source>Maintenance windows</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1, week %2</source>
        <translation>%1, Woche %2</translation>
    </message>
    <message>
        <source>The maintenance windows could not be read.</source>
        <translation>Die Wartungsfenster konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No maintenance windows</source>
        <translation>Keine Wartungsfenster</translation>
    </message>
    <message>
        <source>A window keeps runs from starting while something else is done, once or again and again.</source>
        <translation>Ein Wartungsfenster hält Läufe zurück, während etwas anderes getan wird, einmal oder immer wieder.</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
</context>
<context>
    <name>ui::MarkList</name>
    <message>
        <source>Marked lines</source>
        <translation>Markierte Zeilen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>&amp;Go to the line</source>
        <translation>&amp;Zur Zeile</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>ui::MatchStrip</name>
    <message>
        <source>Places that were found</source>
        <translation>Gefundene Stellen</translation>
    </message>
</context>
<context>
    <name>ui::MergedWindow</name>
    <message numerus="yes">
        <source>%Ln logs by time</source>
        <translation>
            <numerusform>%Ln Protokoll nach Zeit</numerusform>
            <numerusform>%Ln Protokolle nach Zeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Show the lines of %1</source>
        <translation>Zeilen von %1 zeigen</translation>
    </message>
    <message>
        <source>solo</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>Only the lines of %1</source>
        <translation>Nur die Zeilen von %1</translation>
    </message>
    <message>
        <source>Find in these logs (Ctrl+F)</source>
        <translation>In diesen Protokollen suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Find in these logs</source>
        <translation>In diesen Protokollen suchen</translation>
    </message>
</context>
<context>
    <name>ui::MissedDialog</name>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alle wählen</translation>
    </message>
    <message>
        <source>Missed times</source>
        <translation>Verpasste Termine</translation>
    </message>
    <message>
        <source>These were due while nothing ran here. Run what is still of use; what is dismissed is kept as skipped.</source>
        <translation>Diese waren fällig, während hier nichts lief. Was noch nützt, lässt sich ausführen; Verworfenes bleibt als übersprungen verzeichnet.</translation>
    </message>
    <message>
        <source>Decide &amp;later</source>
        <translation>&amp;Später entscheiden</translation>
    </message>
    <message numerus="yes">
        <source>%n missed times run now</source>
        <translation>
            <numerusform>%n verpasster Termin läuft jetzt</numerusform>
            <numerusform>%n verpasste Termine laufen jetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed times dismissed</source>
        <translation>
            <numerusform>%n verpasster Termin verworfen</numerusform>
            <numerusform>%n verpasste Termine verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Run ticked (%1)</source>
        <translation>Angehakte ausfüh&amp;ren (%1)</translation>
    </message>
    <message>
        <source>&amp;Dismiss rest (%1)</source>
        <translation>Rest &amp;verwerfen (%1)</translation>
    </message>
</context>
<context>
    <name>ui::MoreFields</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Not before</source>
        <translation>Nicht vor</translation>
    </message>
    <message>
        <source>Not after</source>
        <translation>Nicht nach</translation>
    </message>
    <message>
        <source>as fits the schedule</source>
        <translation>wie es zum Zeitplan passt</translation>
    </message>
    <message>
        <source>run in the first pass only</source>
        <translation>nur beim ersten Mal laufen</translation>
    </message>
    <message>
        <source>run in both passes</source>
        <translation>beide Male laufen</translation>
    </message>
    <message>
        <source>run in the second pass only</source>
        <translation>nur beim zweiten Mal laufen</translation>
    </message>
    <message>
        <source>run at the end of the gap</source>
        <translation>am Ende der Lücke laufen</translation>
    </message>
    <message>
        <source>skip what falls into the gap</source>
        <translation>überspringen, was in die Lücke fällt</translation>
    </message>
    <message>
        <source>run later by the gap</source>
        <translation>um die Lücke später laufen</translation>
    </message>
    <message>
        <source>&amp;Spread by up to</source>
        <translation>&amp;Streuen um bis zu</translation>
    </message>
    <message>
        <source>So much later at most, the same for each time; keeps many from starting together.</source>
        <translation>Höchstens so viel später, bei jedem Termin gleich; so starten nicht viele zugleich.</translation>
    </message>
    <message>
        <source>Not be&amp;fore</source>
        <translation>Nicht &amp;vor</translation>
    </message>
    <message>
        <source>Not afte&amp;r</source>
        <translation>Nicht nac&amp;h</translation>
    </message>
    <message>
        <source>Clocks go &amp;back</source>
        <translation>Uhr geht z&amp;urück</translation>
    </message>
    <message>
        <source>Clocks go for&amp;ward</source>
        <translation>Uhr springt vo&amp;r</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>first moment</source>
        <translation>erster Zeitpunkt</translation>
    </message>
    <message>
        <source>last moment</source>
        <translation>letzter Zeitpunkt</translation>
    </message>
    <message>
        <source>clock changes</source>
        <translation>Zeitumstellung</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More: %1</source>
        <translation>Mehr: %1</translation>
    </message>
</context>
<context>
    <name>ui::NeedsList</name>
    <message>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Take note…</source>
        <translation>Zur Kenntnis nehmen …</translation>
    </message>
    <message>
        <source>Start now</source>
        <translation>Jetzt starten</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message>
        <source>Show its runs</source>
        <translation>Seine Läufe zeigen</translation>
    </message>
    <message>
        <source>asks first</source>
        <translation>fragt zuerst</translation>
    </message>
    <message>
        <source>%1 asks to run it</source>
        <translation>%1 will es ausführen</translation>
    </message>
    <message>
        <source>missed its time</source>
        <translation>hat seine Zeit verpasst</translation>
    </message>
    <message numerus="yes">
        <source>missed %n times since %1</source>
        <translation>
            <numerusform>seit %1 %n Mal verpasst</numerusform>
            <numerusform>seit %1 %n Mal verpasst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n times since %2</source>
        <translation>
            <numerusform>%1, %n Mal seit %2</numerusform>
            <numerusform>%1, %n Mal seit %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs you now</source>
        <translation>Braucht Sie jetzt</translation>
    </message>
    <message>
        <source>Nothing. Failures, missed times and requests for approval show here.</source>
        <translation>Nichts. Fehlschläge, verpasste Zeiten und Bitten um Freigabe erscheinen hier.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::NewsRow</name>
    <message>
        <source>It has never worked before: there is nothing to compare with</source>
        <translation>Es ist vorher nie gelungen: Es gibt nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>Only new lines</source>
        <translation>Nur neue Zeilen</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <source>Comparing… %1 lines so far</source>
        <translation>Wird verglichen … bisher %1 Zeilen</translation>
    </message>
    <message>
        <source>Nothing is new: %1 said the same</source>
        <translation>Nichts ist neu: %1 sagte dasselbe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are new: %1 did not say them</source>
        <translation>
            <numerusform>%Ln Zeile ist neu: %1 sagte sie nicht</numerusform>
            <numerusform>%Ln Zeilen sind neu: %1 sagte sie nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, which worked %2,</source>
        <translation>%1, erfolgreich %2,</translation>
    </message>
</context>
<context>
    <name>ui::NextPanel</name>
    <message>
        <source>Never: this moment has passed.</source>
        <translation>Nie: Dieser Zeitpunkt ist vorbei.</translation>
    </message>
    <message>
        <source>Never again: its last moment has passed.</source>
        <translation>Nie wieder: Der letzte Zeitpunkt ist vorbei.</translation>
    </message>
    <message>
        <source>Never: no such time comes before its last moment.</source>
        <translation>Nie: Vor dem letzten Zeitpunkt kommt kein solcher Termin.</translation>
    </message>
    <message>
        <source>Never: no such time comes, not until the end of 2199.</source>
        <translation>Nie: Bis Ende 2199 kommt kein solcher Termin.</translation>
    </message>
    <message>
        <source>on the clocks of %1</source>
        <translation>nach den Uhren von %1</translation>
    </message>
    <message>
        <source>each up to %1 later, by its spread</source>
        <translation>jeder bis zu %1 später, durch die Streuung</translation>
    </message>
    <message>
        <source>Next ten times</source>
        <translation>Nächste zehn Termine</translation>
    </message>
    <message>
        <source>They are shown once the schedule is right.</source>
        <translation>Sie erscheinen, sobald der Zeitplan stimmt.</translation>
    </message>
</context>
<context>
    <name>ui::NextTimes</name>
    <message>
        <source>%1 here</source>
        <translation>hier %1</translation>
    </message>
    <message>
        <source>%1 %2 here</source>
        <translation>hier %1 %2</translation>
    </message>
    <message>
        <source>clocks go forward: %1 becomes %2</source>
        <translation>Uhren springen vor: aus %1 wird %2</translation>
    </message>
    <message>
        <source>first of two %1</source>
        <translation>erstes von zwei %1</translation>
    </message>
    <message>
        <source>second of two %1</source>
        <translation>zweites von zwei %1</translation>
    </message>
    <message>
        <source>the first %1, which comes twice</source>
        <translation>das erste %1, das zweimal kommt</translation>
    </message>
    <message>
        <source>the second %1, which comes twice</source>
        <translation>das zweite %1, das zweimal kommt</translation>
    </message>
    <message>
        <source>runs once though %1 comes twice</source>
        <translation>läuft einmal, obwohl %1 zweimal kommt</translation>
    </message>
    <message>
        <source>runs at the second of two %1</source>
        <translation>läuft beim zweiten von zwei %1</translation>
    </message>
    <message>
        <source>clocks went forward: %1 was left out</source>
        <translation>Uhren sprangen vor: %1 fiel aus</translation>
    </message>
    <message>
        <source>clocks went back %1</source>
        <translation>Uhren gingen %1 zurück</translation>
    </message>
    <message>
        <source>clocks went forward %1</source>
        <translation>Uhren sprangen %1 vor</translation>
    </message>
    <message>
        <source>also in schedule %1</source>
        <translation>auch in Zeitplan %1</translation>
    </message>
    <message>
        <source>skipped by the window “%1”</source>
        <translation>übersprungen wegen des Wartungsfensters „%1“</translation>
    </message>
    <message>
        <source>waits for the end of the window “%1”</source>
        <translation>wartet auf das Ende des Wartungsfensters „%1“</translation>
    </message>
    <message>
        <source>the window “%1” asks first</source>
        <translation>das Wartungsfenster „%1“ fragt zuerst</translation>
    </message>
    <message>
        <source>in the window “%1”</source>
        <translation>im Wartungsfenster „%1“</translation>
    </message>
</context>
<context>
    <name>ui::NoticeDecisions</name>
    <message>
        <source>This request has been decided already.</source>
        <translation>Über diese Anfrage ist schon entschieden.</translation>
    </message>
    <message>
        <source>“%1” approved</source>
        <translation>„%1“ freigegeben</translation>
    </message>
</context>
<context>
    <name>ui::NoticeSection</name>
    <message>
        <source>On the desktop</source>
        <translation>Auf dem Desktop</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>Wenn sie fehlschlägt</translation>
    </message>
    <message>
        <source>It failed, ran out of time or was interrupted, and is not tried again.</source>
        <translation>Sie schlug fehl, lief ins Zeitlimit oder wurde unterbrochen und wird nicht noch einmal versucht.</translation>
    </message>
    <message>
        <source>When it is done</source>
        <translation>Wenn sie fertig ist</translation>
    </message>
    <message>
        <source>When it is late</source>
        <translation>Wenn sie sich verspätet</translation>
    </message>
    <message>
        <source>It has not started a minute after its time, or takes longer than 95 of 100 of its last runs.</source>
        <translation>Eine Minute nach ihrer Zeit hat sie nicht begonnen, oder sie dauert länger als 95 von 100 ihrer letzten Läufe.</translation>
    </message>
    <message>
        <source>&amp;Webhook</source>
        <translation>&amp;Webhook</translation>
    </message>
    <message>
        <source>Gets the notice as JSON. Such an address is often a secret: ${secret:NAME}.</source>
        <translation>Bekommt die Meldung als JSON. Eine solche Adresse ist oft ein Geheimnis: ${secret:NAME}.</translation>
    </message>
    <message>
        <source>When it needs approval</source>
        <translation>Wenn sie eine Freigabe braucht</translation>
    </message>
</context>
<context>
    <name>ui::OperatorsPart</name>
    <message>
        <source>Viewer: looks</source>
        <translation>Betrachter: sieht</translation>
    </message>
    <message>
        <source>User: runs and cancels</source>
        <translation>Nutzer: führt aus und bricht ab</translation>
    </message>
    <message>
        <source>Operator: edits and decides</source>
        <translation>Bediener: bearbeitet und entscheidet</translation>
    </message>
    <message>
        <source>Admin: everything</source>
        <translation>Verwalter: alles</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>%1, whose account this is, may do everything. Others act with a token of theirs.</source>
        <translation>%1, dessen Konto dies ist, darf alles. Andere handeln mit einem eigenen Zugangsschlüssel.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Nobody else yet.</source>
        <translation>Noch niemand sonst.</translation>
    </message>
    <message>
        <source>New operator…</source>
        <translation>Neuer Bediener …</translation>
    </message>
    <message>
        <source>Change role…</source>
        <translation>Rolle ändern …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>New operator</source>
        <translation>Neuer Bediener</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>Rolle von %1</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>%1 entfernen?</translation>
    </message>
    <message>
        <source>Tokens made for %1 count no more.</source>
        <translation>Zugangsschlüssel für %1 gelten nicht mehr.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>%1 ist entfernt</translation>
    </message>
</context>
<context>
    <name>ui::OutboxPage</name>
    <message>
        <source>&amp;Try now</source>
        <translation>Jetzt &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Give up…</source>
        <translation>&amp;Aufgeben…</translation>
    </message>
    <message>
        <source>&amp;Show the automation</source>
        <translation>Automation &amp;zeigen</translation>
    </message>
    <message>
        <source>Nothing waits. What is changed or run here is sent at once, and kept while it can&apos;t be.</source>
        <translation>Nichts wartet. Was hier geändert oder gestartet wird, wird sofort gesendet und aufgehoben, solange das nicht geht.</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>Was auf das Senden wartet</translation>
    </message>
    <message>
        <source>Choose a row first</source>
        <translation>Zuerst eine Zeile wählen</translation>
    </message>
    <message>
        <source>It is on its way: wait for the answer</source>
        <translation>Es ist unterwegs: auf die Antwort warten</translation>
    </message>
    <message>
        <source>Nobody knows whether it arrived: it is looked for first</source>
        <translation>Niemand weiß, ob es ankam: Zuerst wird nachgesehen</translation>
    </message>
    <message>
        <source>“%1” is tried now</source>
        <translation>„%1“ wird jetzt versucht</translation>
    </message>
    <message>
        <source>Give up “%1” for “%2”?</source>
        <translation>„%1“ für „%2“ aufgeben?</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>&amp;Aufgeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It is given up for “%1”</source>
        <translation>Für „%1“ aufgegeben</translation>
    </message>
</context>
<context>
    <name>ui::OverviewPane</name>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;lesen</translation>
    </message>
    <message>
        <source>Show &amp;now</source>
        <translation>&amp;Jetzt zeigen</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>Ver&amp;größern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Needs you now</source>
        <translation>Braucht Sie jetzt</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Length of the timeline</source>
        <translation>Länge der Zeitleiste</translation>
    </message>
    <message>
        <source>6 h</source>
        <translation>6 h</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message numerus="yes">
        <source>Runs and failures, %n days</source>
        <translation>
            <numerusform>Läufe und Fehlschläge, %n Tag</numerusform>
            <numerusform>Läufe und Fehlschläge, %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Slower than usual</source>
        <translation>Langsamer als üblich</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation>
            <numerusform>%n braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs before %1 are left out</source>
        <translation>Läufe vor %1 sind weggelassen</translation>
    </message>
    <message>
        <source>Could not read the overview</source>
        <translation>Die Übersicht konnte nicht gelesen werden</translation>
    </message>
    <message numerus="yes">
        <source>%n missed times start now</source>
        <translation>
            <numerusform>%n verpasste Zeit beginnt jetzt</numerusform>
            <numerusform>%n verpasste Zeiten beginnen jetzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed times are skipped</source>
        <translation>
            <numerusform>%n verpasste Zeit wird übersprungen</numerusform>
            <numerusform>%n verpasste Zeiten werden übersprungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts with remote systems wait for a decision</source>
        <translation>
            <numerusform>%n Konflikt mit entfernten Systemen wartet auf eine Entscheidung</numerusform>
            <numerusform>%n Konflikte mit entfernten Systemen warten auf eine Entscheidung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes were refused by remote systems</source>
        <translation>
            <numerusform>%n Änderung wurde von entfernten Systemen abgelehnt</numerusform>
            <numerusform>%n Änderungen wurden von entfernten Systemen abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n connections need a sign-in</source>
        <translation>
            <numerusform>%n Verbindung braucht eine Anmeldung</numerusform>
            <numerusform>%n Verbindungen brauchen eine Anmeldung</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
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
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>ui::PaneSet</name>
    <message>
        <source>Automations</source>
        <translation>Automationen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Approvals</source>
        <translation>Freigaben</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfprotokoll</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
</context>
<context>
    <name>ui::Parameters</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>ui::PauseSwitch</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>by %1 since %2</source>
        <translation>von %1 seit %2</translation>
    </message>
    <message>
        <source>Everything is paused; runs by hand still work</source>
        <translation>Alles ist angehalten; von Hand lässt sich weiterhin ausführen</translation>
    </message>
    <message>
        <source>Schedules go on</source>
        <translation>Zeitpläne laufen weiter</translation>
    </message>
    <message>
        <source>Everything paused %1</source>
        <translation>Alles angehalten %1</translation>
    </message>
    <message>
        <source>Pause everything</source>
        <translation>Alles anhalten</translation>
    </message>
    <message>
        <source>Let schedules go on</source>
        <translation>Zeitpläne weiterlaufen lassen</translation>
    </message>
    <message>
        <source>No schedule starts anything until you resume</source>
        <translation>Kein Zeitplan startet etwas, bis wieder fortgesetzt wird</translation>
    </message>
</context>
<context>
    <name>ui::PresetFields</name>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Minute of the hour</source>
        <translation>Minute der Stunde</translation>
    </message>
    <message>
        <source>Day of the month</source>
        <translation>Tag des Monats</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours, at minute</source>
        <translation>Stunden, zur Minute</translation>
    </message>
    <message>
        <source>at</source>
        <translation>um</translation>
    </message>
</context>
<context>
    <name>ui::ProcessList</name>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
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
    <name>ui::PublishDialog</name>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Veröffentlichen</translation>
    </message>
    <message>
        <source>Publish “%1”</source>
        <translation>„%1“ veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>“%1” keeps all of it.</source>
        <translation>„%1“ hebt alles auf.</translation>
    </message>
    <message>
        <source>“%1” does not keep all of it:</source>
        <translation>„%1“ hebt nicht alles auf:</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“%1” is made at “%2” with the next sync</source>
        <translation>„%1“ wird mit dem nächsten Abgleich bei „%2“ angelegt</translation>
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
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation>
            <numerusform>%1, %n wartet</numerusform>
            <numerusform>%1, %n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open</source>
        <translation>
            <numerusform>%1, %n offen</numerusform>
            <numerusform>%1, %n offen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RemoteActionsPage</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>%1: what “%2” answered</source>
        <translation>%1: was „%2“ geantwortet hat</translation>
    </message>
    <message>
        <source>Done; there was nothing to say.</source>
        <translation>Erledigt; es gab nichts zu sagen.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>“%1” is an automation of this machine now, paused</source>
        <translation>„%1“ ist jetzt eine Automatisierung dieses Rechners, angehalten</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern als …</translation>
    </message>
    <message>
        <source>Save the answer</source>
        <translation>Antwort speichern</translation>
    </message>
    <message>
        <source>Saved as %1, %L2 bytes</source>
        <translation>Gespeichert als %1, %L2 Byte</translation>
    </message>
</context>
<context>
    <name>ui::ResultPage</name>
    <message>
        <source>This run answered nothing and left no files.</source>
        <translation>Dieser Lauf hat nichts zurückgegeben und keine Dateien hinterlassen.</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Artifacts</source>
        <translation>Artefakte</translation>
    </message>
    <message numerus="yes">
        <source>and %n more that were not looked at</source>
        <translation>
            <numerusform>und %n weiteres, das nicht angesehen wurde</numerusform>
            <numerusform>und %n weitere, die nicht angesehen wurden</numerusform>
        </translation>
    </message>
    <message>
        <source>too large for a digest</source>
        <translation>zu groß für eine Prüfsumme</translation>
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
        <translation>&amp;Erneut ausführen</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>Open the &amp;log</source>
        <translation>&amp;Protokoll öffnen</translation>
    </message>
    <message>
        <source>Show the a&amp;utomation</source>
        <translation>A&amp;utomatisierung zeigen</translation>
    </message>
    <message>
        <source>Choose a run first</source>
        <translation>Zuerst einen Lauf wählen</translation>
    </message>
    <message>
        <source>Choose one run only</source>
        <translation>Nur einen Lauf wählen</translation>
    </message>
    <message>
        <source>Already over: there is nothing to cancel</source>
        <translation>Schon vorbei: Es gibt nichts abzubrechen</translation>
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
        <translation>Nicht zurückgehalten: nichts, was vor seiner Zeit beginnen könnte</translation>
    </message>
    <message>
        <source>Take the &amp;note back</source>
        <translation>&amp;Notiz zurücknehmen</translation>
    </message>
    <message>
        <source>It did not fail</source>
        <translation>Er ist nicht fehlgeschlagen</translation>
    </message>
    <message>
        <source>&amp;Find in their logs…</source>
        <translation>In ihren Protokollen &amp;suchen …</translation>
    </message>
    <message>
        <source>Their logs by &amp;time</source>
        <translation>Ihre Protokolle nach &amp;Zeit</translation>
    </message>
    <message>
        <source>Their logs side by &amp;side</source>
        <translation>Ihre Protokolle nebe&amp;neinander</translation>
    </message>
    <message>
        <source>Choose two runs or more</source>
        <translation>Zwei oder mehr Läufe wählen</translation>
    </message>
    <message>
        <source>Choose two runs</source>
        <translation>Zwei Läufe wählen</translation>
    </message>
</context>
<context>
    <name>ui::RunDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Run “%1”</source>
        <translation>„%1“ ausführen</translation>
    </message>
    <message>
        <source>With the values of last time.</source>
        <translation>Mit den Werten vom letzten Mal.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>It %1.</source>
        <translation>Der Wert passt nicht: %1.</translation>
    </message>
    <message>
        <source>This window has no access to a keyring.</source>
        <translation>Dieses Fenster hat keinen Zugriff auf einen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Start it &amp;now all the same, because:</source>
        <translation>Trotzdem &amp;jetzt starten, weil:</translation>
    </message>
    <message>
        <source>Why it starts in spite of the window</source>
        <translation>Warum er trotz des Wartungsfensters startet</translation>
    </message>
    <message>
        <source>Without a reason it waits for the end of the window. The reason is audited.</source>
        <translation>Ohne Grund wartet er auf das Ende des Wartungsfensters. Der Grund wird festgehalten.</translation>
    </message>
</context>
<context>
    <name>ui::RunInspector</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>No run chosen</source>
        <translation>Kein Lauf gewählt</translation>
    </message>
    <message>
        <source>Why it ran, how long it took and how it ended are shown here.</source>
        <translation>Hier steht, warum er lief, wie lange er dauerte und wie er endete.</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gewählt</numerusform>
            <numerusform>%n gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not over yet</source>
        <translation>
            <numerusform>%n davon noch nicht vorbei</numerusform>
            <numerusform>%n davon noch nicht vorbei</numerusform>
        </translation>
    </message>
    <message>
        <source>Ended by the stop</source>
        <translation>Durch den Abbruch beendet</translation>
    </message>
    <message>
        <source>Ended by the stop: %1</source>
        <translation>Durch den Abbruch beendet: %1</translation>
    </message>
    <message>
        <source>Due by its schedule.</source>
        <translation>Fällig nach Zeitplan.</translation>
    </message>
    <message>
        <source>Asked for by hand at %1.</source>
        <translation>Von Hand angefordert, %1.</translation>
    </message>
    <message>
        <source>Asked for by %1 at %2.</source>
        <translation>Angefordert von %1, %2.</translation>
    </message>
    <message>
        <source> %1: %2.</source>
        <translation> %1: %2.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Set off at %1 by the end of %2.</source>
        <translation>Ausgelöst %1 durch das Ende von %2.</translation>
    </message>
    <message>
        <source>Set off at %1 by a change of %2.</source>
        <translation>Ausgelöst %1 durch eine Änderung von %2.</translation>
    </message>
    <message>
        <source>Due because the engine started.</source>
        <translation>Fällig, weil die Engine startete.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <translation>„%1“, %2</translation>
    </message>
    <message>
        <source>Step “%1” of the workflow %2.</source>
        <translation>Schritt „%1“ des Workflows %2.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Show the workflow’s run</source>
        <translation>Den Lauf des Workflows zeigen</translation>
    </message>
    <message>
        <source>Show the run before it</source>
        <translation>Den Lauf davor zeigen</translation>
    </message>
    <message>
        <source>Asked for at %1 by the webhook.</source>
        <translation>Um %1 vom Webhook angefordert.</translation>
    </message>
    <message>
        <source>Started at %1 where it lives.</source>
        <translation>Um %1 dort gestartet, wo die Automation lebt.</translation>
    </message>
</context>
<context>
    <name>ui::RunVerbs</name>
    <message>
        <source>A run of “%1” is queued</source>
        <translation>Ein Lauf von „%1“ ist eingereiht</translation>
    </message>
    <message numerus="yes">
        <source>%n runs queued</source>
        <translation>
            <numerusform>%n Lauf eingereiht</numerusform>
            <numerusform>%n Läufe eingereiht</numerusform>
        </translation>
    </message>
    <message>
        <source>The run of “%1” is being cancelled</source>
        <translation>Der Lauf von „%1“ wird abgebrochen</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are being cancelled</source>
        <translation>
            <numerusform>%n Lauf wird abgebrochen</numerusform>
            <numerusform>%n Läufe werden abgebrochen</numerusform>
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
            <numerusform>%n zurückgehaltenen Lauf jetzt starten?</numerusform>
            <numerusform>%n zurückgehaltene Läufe jetzt starten?</numerusform>
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
            <numerusform>%n zurückgehaltener Lauf beginnt jetzt</numerusform>
            <numerusform>%n zurückgehaltene Läufe beginnen jetzt</numerusform>
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
        <translation>Sie beginnen nie. Was läuft, läuft weiter, und was bis zu einer Zeit zurückgehalten ist, bleibt, wie es ist.</translation>
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
    <message numerus="yes">
        <source>Start %n runs in spite of the window?</source>
        <translation>
            <numerusform>%n Lauf trotz des Wartungsfensters starten?</numerusform>
            <numerusform>%n Läufe trotz des Wartungsfensters starten?</numerusform>
        </translation>
    </message>
    <message>
        <source>A maintenance window holds them. The reason is kept with them and in the audit.</source>
        <translation>Ein Wartungsfenster hält sie zurück. Der Grund bleibt bei ihnen und im Audit.</translation>
    </message>
    <message>
        <source>Why they can&apos;t wait</source>
        <translation>Warum sie nicht warten können</translation>
    </message>
    <message>
        <source>Start anyway</source>
        <translation>Trotzdem starten</translation>
    </message>
    <message>
        <source>The run of “%1” starts</source>
        <translation>Der Lauf von „%1“ startet</translation>
    </message>
    <message numerus="yes">
        <source>%n runs start</source>
        <translation>
            <numerusform>%n Lauf startet</numerusform>
            <numerusform>%n Läufe starten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunWords</name>
    <message>
        <source>Stopping: TERM sent, KILL in %1 s</source>
        <translation>Bricht ab: TERM gesendet, KILL in %1 s</translation>
    </message>
    <message>
        <source>Stopping: KILL sent</source>
        <translation>Bricht ab: KILL gesendet</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1, signal %2</source>
        <translation>%1, Signal %2</translation>
    </message>
    <message>
        <source>%1, exit code %2</source>
        <translation>%1, Exit-Code %2</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>slot %1</source>
        <translation>Termin %1</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Version %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
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
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>%1+ of %2</source>
        <translation>%1+ von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The runs could not be read.</source>
        <translation>Die Läufe ließen sich nicht lesen.</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>Every run will be listed here, and every slot that was skipped, with the reason.</source>
        <translation>Hier steht dann jeder Lauf und jeder übersprungene Termin, mit dem Grund.</translation>
    </message>
    <message>
        <source>No run matches</source>
        <translation>Kein Lauf passt</translation>
    </message>
    <message numerus="yes">
        <source>%n runs exported, those that have been scrolled to</source>
        <translation>
            <numerusform>%n Lauf exportiert, so weit geblättert wurde</numerusform>
            <numerusform>%n Läufe exportiert, so weit geblättert wurde</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter: words, status:failed, automation:backup</source>
        <translation>Filter: Wörter, status:failed, automation:backup</translation>
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
    <message>
        <source>Step of a workflow</source>
        <translation>Schritt eines Workflows</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs are hidden by %1.</source>
        <translation>
            <numerusform>%Ln Lauf ist durch %1 ausgeblendet.</numerusform>
            <numerusform>%Ln Läufe sind durch %1 ausgeblendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
</context>
<context>
    <name>ui::SaveRow</name>
    <message>
        <source>Saving the log</source>
        <translation>Protokoll wird gespeichert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Log saved: %1, %2</source>
        <translation>Protokoll gespeichert: %1, %2</translation>
    </message>
    <message>
        <source>The log was not saved</source>
        <translation>Das Protokoll wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>Saving the log, %1 of %2 lines</source>
        <translation>Protokoll wird gespeichert, %1 von %2 Zeilen</translation>
    </message>
</context>
<context>
    <name>ui::SavedSearches</name>
    <message>
        <source>&amp;Save this search…</source>
        <translation>Diese Suche &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Save this search</source>
        <translation>Diese Suche speichern</translation>
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
        <source>Search “%1” saved</source>
        <translation>Suche „%1“ gespeichert</translation>
    </message>
    <message>
        <source>Search “%1” deleted</source>
        <translation>Suche „%1“ gelöscht</translation>
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
        <translation>Noch kein Zeitplan</translation>
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
    <message>
        <source>Each time a request brings its token; what arrives while it is paused is refused.</source>
        <translation>Jedes Mal, wenn eine Anfrage ihren Zugangsschlüssel mitbringt; was während einer Pause ankommt, wird abgewiesen.</translation>
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
    <name>ui::Seat</name>
    <message>
        <source>The desk is locked. Unlock it first.</source>
        <translation>Der Platz ist gesperrt. Zuerst entsperren.</translation>
    </message>
    <message>
        <source>This window is for looking only.</source>
        <translation>Dieses Fenster ist nur zum Ansehen.</translation>
    </message>
    <message>
        <source>%1 may not do this: it needs the role %2.</source>
        <translation>%1 darf das nicht: Es braucht die Rolle %2.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>%1, looking only</source>
        <translation>%1, nur ansehen</translation>
    </message>
    <message>
        <source>A token of %1 unlocks the desk.</source>
        <translation>Ein Zugangsschlüssel von %1 entsperrt den Platz.</translation>
    </message>
</context>
<context>
    <name>ui::SeatMenu</name>
    <message>
        <source>&amp;Operator</source>
        <translation>&amp;Bediener</translation>
    </message>
    <message>
        <source>&amp;Change operator…</source>
        <translation>Bediener &amp;wechseln …</translation>
    </message>
    <message>
        <source>&amp;Give the desk back</source>
        <translation>Platz zurück&amp;geben</translation>
    </message>
    <message>
        <source>&amp;Lock the desk</source>
        <translation>Platz &amp;sperren</translation>
    </message>
    <message>
        <source>Look &amp;only</source>
        <translation>Nur &amp;ansehen</translation>
    </message>
    <message>
        <source>Un&amp;lock the desk</source>
        <translation>Platz ent&amp;sperren</translation>
    </message>
    <message>
        <source>&amp;Give the desk back to %1</source>
        <translation>Platz an %1 zurück&amp;geben</translation>
    </message>
    <message>
        <source>The desk is locked. What runs goes on.</source>
        <translation>Der Platz ist gesperrt. Was läuft, läuft weiter.</translation>
    </message>
    <message>
        <source>Unlock the desk</source>
        <translation>Platz entsperren</translation>
    </message>
    <message>
        <source>Change operator</source>
        <translation>Bediener wechseln</translation>
    </message>
    <message>
        <source>An operator takes the desk with a token of their own. Tokens are made in Settings, or by signalbox token create.</source>
        <translation>Ein Bediener übernimmt den Platz mit einem eigenen Zugangsschlüssel. Zugangsschlüssel entstehen in den Einstellungen oder mit signalbox token create.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Zugangsschlüssel</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Take the desk</source>
        <translation>Platz übernehmen</translation>
    </message>
    <message>
        <source>%1 has the desk now.</source>
        <translation>%1 hat jetzt den Platz.</translation>
    </message>
</context>
<context>
    <name>ui::SecretsPart</name>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Values are in the keychain of this desktop and nowhere else.</source>
        <translation>Werte stehen im Schlüsselbund dieses Arbeitsplatzes und sonst nirgends.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>None yet. An automation refers to one by ${secret:NAME}.</source>
        <translation>Noch keine. Eine Automation verweist mit ${secret:NAME} darauf.</translation>
    </message>
    <message>
        <source>New secret</source>
        <translation>Neues Geheimnis</translation>
    </message>
    <message>
        <source>New value of “%1”</source>
        <translation>Neuer Wert von „%1“</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>Neues Geheimnis …</translation>
    </message>
    <message>
        <source>New value…</source>
        <translation>Neuer Wert …</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>The secret “%1” is kept</source>
        <translation>Das Geheimnis „%1“ ist aufbewahrt</translation>
    </message>
    <message>
        <source>Delete the secret “%1”?</source>
        <translation>Das Geheimnis „%1“ löschen?</translation>
    </message>
    <message>
        <source>No automation refers to it.</source>
        <translation>Keine Automation verweist darauf.</translation>
    </message>
    <message>
        <source>Runs of these fail without it: %1</source>
        <translation>Ohne es schlagen Läufe fehl von: %1</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The secret “%1” is deleted</source>
        <translation>Das Geheimnis „%1“ ist gelöscht</translation>
    </message>
</context>
<context>
    <name>ui::SectionList</name>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>something is wrong here</source>
        <translation>hier stimmt etwas nicht</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>ui::Settings</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Keep scheduling</source>
        <translation>Zeitpläne weiter einhalten</translation>
    </message>
    <message>
        <source>Stop scheduling</source>
        <translation>Zeitpläne anhalten</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Local API</source>
        <translation>Lokale API</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was aufbewahrt wird</translation>
    </message>
    <message>
        <source>Automations may say something else for their own runs.</source>
        <translation>Automationen können für ihre eigenen Läufe etwas anderes festlegen.</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Each automation says of what it tells, and in which ways. What is switched off here is left out for all of them.</source>
        <translation>Jede Automation sagt, wovon und auf welchen Wegen sie meldet. Was hier ausgeschaltet ist, entfällt für alle.</translation>
    </message>
</context>
<context>
    <name>ui::SettingsPane</name>
    <message>
        <source>&amp;Read again</source>
        <translation>Neu &amp;lesen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>ui::SlowList</name>
    <message>
        <source>Slower than usual</source>
        <translation>Langsamer als üblich</translation>
    </message>
    <message>
        <source>%1: %2, usually %3</source>
        <translation>%1: %2, üblich %3</translation>
    </message>
    <message>
        <source>None: every automation took about as long as it usually does.</source>
        <translation>Keine: Jede Automation hat etwa so lange gebraucht wie üblich.</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>üblich %1</translation>
    </message>
</context>
<context>
    <name>ui::SparkBars</name>
    <message>
        <source>Last runs</source>
        <translation>Letzte Läufe</translation>
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
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Ausstehend</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgezogen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
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
        <translation>Muss korrigiert werden</translation>
    </message>
    <message>
        <source>Not on remote</source>
        <translation>Fehlt auf der Gegenseite</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Opened by hand</source>
        <translation>Von Hand geöffnet</translation>
    </message>
    <message>
        <source>Closed by hand</source>
        <translation>Von Hand geschlossen</translation>
    </message>
    <message>
        <source>In sync</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Gleicht ab</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Rate limited</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht versucht</translation>
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
        <translation>Nächster: %1, %2, %3</translation>
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
    <message>
        <source>Next: paused</source>
        <translation>Nächster: angehalten</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy, HH:mm:ss</source>
        <translation>ddd d.M.yyyy, HH:mm:ss</translation>
    </message>
    <message>
        <source>%1 open until %2</source>
        <translation>%1 offen bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n windows open</source>
        <translation>
            <numerusform>%n Wartungsfenster offen</numerusform>
            <numerusform>%n Wartungsfenster offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connections</source>
        <translation>
            <numerusform>%n Verbindung</numerusform>
            <numerusform>%n Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n Konflikt</numerusform>
            <numerusform>%n Konflikte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StepsPage</name>
    <message>
        <source>Drawing of the steps</source>
        <translation>Zeichnung der Schritte</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>ui::StepsTable</name>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Führt aus</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Is given</source>
        <translation>Bekommt</translation>
    </message>
    <message>
        <source>The steps before it, between semicolons: build; test on failure; clean always. Empty starts at once.</source>
        <translation>Die Schritte davor, mit Semikolons dazwischen: bauen; testen on failure; aufräumen always. Leer beginnt sofort.</translation>
    </message>
    <message>
        <source>Arguments, between semicolons: name=value; other=value. What is not given here comes from the results of the steps before.</source>
        <translation>Argumente, mit Semikolons dazwischen: name=wert; anderer=wert. Was hier fehlt, kommt aus den Ergebnissen der Schritte davor.</translation>
    </message>
    <message>
        <source>Add step</source>
        <translation>Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Automation of the step</source>
        <translation>Automatisierung des Schritts</translation>
    </message>
    <message>
        <source>choose one</source>
        <translation>bitte wählen</translation>
    </message>
    <message>
        <source>%1 on failure</source>
        <translation>%1 bei Fehlschlag</translation>
    </message>
    <message>
        <source>%1 always</source>
        <translation>%1 immer</translation>
    </message>
    <message>
        <source>Drawing of the steps</source>
        <translation>Zeichnung der Schritte</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Step “%1”</source>
        <translation>Schritt „%1“</translation>
    </message>
    <message>
        <source>%1 runs %2, at once</source>
        <translation>%1 führt %2 aus, sofort</translation>
    </message>
    <message>
        <source>%1 runs %2, after %3</source>
        <translation>%1 führt %2 aus, nach %3</translation>
    </message>
</context>
<context>
    <name>ui::SweepWindow</name>
    <message>
        <source>Find in the logs of several runs</source>
        <translation>In den Protokollen mehrerer Läufe suchen</translation>
    </message>
    <message>
        <source>Find in logs</source>
        <translation>In Protokollen suchen</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>in all runs of %1</source>
        <translation>in allen Läufen von %1</translation>
    </message>
    <message numerus="yes">
        <source>in %Ln chosen logs</source>
        <translation>
            <numerusform>in %Ln gewählten Protokoll</numerusform>
            <numerusform>in %Ln gewählten Protokollen</numerusform>
        </translation>
    </message>
    <message>
        <source>Lines that were found</source>
        <translation>Gefundene Zeilen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 found, %2 runs searched so far…</source>
        <translation>%1 gefunden, bisher %2 Läufe durchsucht …</translation>
    </message>
    <message>
        <source>%1 found; there may be more</source>
        <translation>%1 gefunden; es kann mehr geben</translation>
    </message>
    <message>
        <source>%1 found in %2 runs</source>
        <translation>%1 gefunden in %2 Läufen</translation>
    </message>
</context>
<context>
    <name>ui::TableExport</name>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Durch Kommas getrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>„%1“ ersetzen?</translation>
    </message>
    <message>
        <source>There is such a file in this folder already.</source>
        <translation>In diesem Ordner gibt es schon eine solche Datei.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>ui::TablePane</name>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>&amp;Export as CSV…</source>
        <translation>Als &amp;CSV exportieren …</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
</context>
<context>
    <name>ui::TemplateList</name>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation>
            <numerusform>alle %n Minute</numerusform>
            <numerusform>alle %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>ui::TemplatePage</name>
    <message numerus="yes">
        <source>%n bytes as a zip file</source>
        <translation>
            <numerusform>%n Byte als Zip-Datei</numerusform>
            <numerusform>%n Bytes als Zip-Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>Make the automation</source>
        <translation>Automation anlegen</translation>
    </message>
    <message>
        <source>What it runs</source>
        <translation>Was sie ausführt</translation>
    </message>
    <message>
        <source>Needs: %1</source>
        <translation>Braucht: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message numerus="yes">
        <source>A maintenance window comes along, “%1”, of %n minutes: %2.</source>
        <translation>
            <numerusform>Ein Wartungsfenster kommt mit, „%1“, %n Minute lang: %2.</numerusform>
            <numerusform>Ein Wartungsfenster kommt mit, „%1“, %n Minuten lang: %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TemplatesPane</name>
    <message>
        <source>&amp;Make the automation</source>
        <translation>Automation &amp;anlegen</translation>
    </message>
    <message>
        <source>&amp;Remove the template</source>
        <translation>Vorlage &amp;entfernen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Filter: words</source>
        <translation>Filter: Wörter</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Ausfüllen</translation>
    </message>
    <message>
        <source>No template chosen</source>
        <translation>Keine Vorlage gewählt</translation>
    </message>
    <message>
        <source>What it does and what can be filled in is shown here.</source>
        <translation>Hier steht, was sie tut und was ausgefüllt werden kann.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No template matches</source>
        <translation>Keine Vorlage passt</translation>
    </message>
    <message>
        <source>Templates are hidden by the filter.</source>
        <translation>Vorlagen sind durch den Filter verborgen.</translation>
    </message>
    <message>
        <source>Template “%1” removed</source>
        <translation>Vorlage „%1“ entfernt</translation>
    </message>
    <message>
        <source>“%1” made</source>
        <translation>„%1“ angelegt</translation>
    </message>
</context>
<context>
    <name>ui::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>%1, planned %2</source>
        <translation>%1, geplant %2</translation>
    </message>
    <message>
        <source>%1, %2, %3, took %4</source>
        <translation>%1, %2, %3, dauerte %4</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n runs</source>
        <translation>
            <numerusform>%1: %n Lauf</numerusform>
            <numerusform>%1: %n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, next %2</source>
        <translation>%1, nächster %2</translation>
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
    <name>ui::TodayFigures</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Started later than 1 s after plan</source>
        <translation>Mehr als 1 s nach Plan begonnen</translation>
    </message>
    <message>
        <source>Planned until midnight</source>
        <translation>Bis Mitternacht geplant</translation>
    </message>
    <message>
        <source>of these in a window</source>
        <translation>davon in einem Fenster</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>%1 running</source>
        <translation>%1 laufen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message numerus="yes">
        <source>%n days: %1</source>
        <translation>
            <numerusform>%n Tag: %1</numerusform>
            <numerusform>%n Tage: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>skipped or held</source>
        <translation>übersprungen oder zurückgehalten</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 zurückgehalten</translation>
    </message>
</context>
<context>
    <name>ui::TokensPart</name>
    <message>
        <source>Tokens</source>
        <translation>Zugangsschlüssel</translation>
    </message>
    <message>
        <source>What a program or another person shows to act for an operator. Shown once, when made.</source>
        <translation>Was ein Programm oder eine andere Person vorzeigt, um für einen Bediener zu handeln. Wird einmal gezeigt, wenn er gemacht ist.</translation>
    </message>
    <message>
        <source>For what</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>Neuer Zugangsschlüssel …</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>widerrufen</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Neuer Zugangsschlüssel</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Machen</translation>
    </message>
    <message>
        <source>The token for “%1”</source>
        <translation>Der Zugangsschlüssel für „%1“</translation>
    </message>
    <message>
        <source>%1

It can&apos;t be shown again.</source>
        <translation>%1

Er kann nicht noch einmal gezeigt werden.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Revoke the token for “%1”?</source>
        <translation>Den Zugangsschlüssel für „%1“ widerrufen?</translation>
    </message>
    <message>
        <source>Whoever uses it is refused from then on.</source>
        <translation>Wer ihn benutzt, wird von da an abgewiesen.</translation>
    </message>
    <message>
        <source>&amp;Revoke</source>
        <translation>&amp;Widerrufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The token for “%1” is revoked</source>
        <translation>Der Zugangsschlüssel für „%1“ ist widerrufen</translation>
    </message>
</context>
<context>
    <name>ui::TransferVerbs</name>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren …</translation>
    </message>
    <message>
        <source>Import a folder of &amp;timers…</source>
        <translation>Einen Ordner mit &amp;Timern importieren …</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Import automations</source>
        <translation>Automationen importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Exports and recipes (*.json *.yaml *.yml *.zip)</source>
        <translation>Exporte und Rezepte (*.json *.yaml *.yml *.zip)</translation>
    </message>
    <message>
        <source>Timers of systemd (*.timer)</source>
        <translation>Timer von systemd (*.timer)</translation>
    </message>
    <message>
        <source>Import a folder of timers and services</source>
        <translation>Einen Ordner mit Timern und Diensten importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n automations imported, paused</source>
        <translation>
            <numerusform>%n Automation importiert, angehalten</numerusform>
            <numerusform>%n Automationen importiert, angehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Signalbox (*.json)</source>
        <translation>Signalbox (*.json)</translation>
    </message>
    <message>
        <source>Crontab (*.crontab)</source>
        <translation>Crontab (*.crontab)</translation>
    </message>
    <message>
        <source>Units of systemd (*.units)</source>
        <translation>Units von systemd (*.units)</translation>
    </message>
    <message>
        <source>Export all automations</source>
        <translation>Alle Automationen exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n automations exported</source>
        <translation>
            <numerusform>%n Automation exportiert</numerusform>
            <numerusform>%n Automationen exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(%n left out; the file says why)</source>
        <translation>
            <numerusform>(%n ausgelassen; die Datei sagt, warum)</numerusform>
            <numerusform>(%n ausgelassen; die Datei sagt, warum)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This machine runs %n jobs by crontab or timers of systemd. They can be imported; what is there stays as it is.</source>
        <translation>
            <numerusform>Auf diesem Rechner läuft %n Aufgabe über Crontab oder Timer von systemd. Sie kann importiert werden; was da ist, bleibt, wie es ist.</numerusform>
            <numerusform>Auf diesem Rechner laufen %n Aufgaben über Crontab oder Timer von systemd. Sie können importiert werden; was da ist, bleibt, wie es ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
</context>
<context>
    <name>ui::Tray</name>
    <message>
        <source>&amp;Open Signalbox</source>
        <translation>Signalbox ö&amp;ffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n requests wait for approval</source>
        <translation>
            <numerusform>%n Anfrage wartet auf Freigabe</numerusform>
            <numerusform>%n Anfragen warten auf Freigabe</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits for approval</source>
        <translation>Nichts wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Signalbox: %1</source>
        <translation>Signalbox: %1</translation>
    </message>
    <message>
        <source>Signalbox</source>
        <translation>Signalbox</translation>
    </message>
</context>
<context>
    <name>ui::TriggerForm</name>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>&amp;Cron</source>
        <translation>&amp;Cron</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>Zeitpun&amp;kt</translation>
    </message>
    <message>
        <source>Time &amp;zone</source>
        <translation>Zeit&amp;zone</translation>
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
    <message>
        <source>Counted from</source>
        <translation>Gezählt ab</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Every few minutes</source>
        <translation>Alle paar Minuten</translation>
    </message>
    <message>
        <source>Every few hours</source>
        <translation>Alle paar Stunden</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Monday to Friday</source>
        <translation>Montag bis Freitag</translation>
    </message>
    <message>
        <source>On days of the week</source>
        <translation>An Wochentagen</translation>
    </message>
    <message>
        <source>On a day of the month</source>
        <translation>An einem Tag des Monats</translation>
    </message>
    <message>
        <source>On the last day of the month</source>
        <translation>Am letzten Tag des Monats</translation>
    </message>
    <message>
        <source>From start to start</source>
        <translation>Von Start zu Start</translation>
    </message>
    <message>
        <source>Cron expression</source>
        <translation>Cron-Ausdruck</translation>
    </message>
    <message>
        <source>Re&amp;peat</source>
        <translation>Wiederh&amp;olen</translation>
    </message>
    <message>
        <source>&amp;Days</source>
        <translation>&amp;Tage</translation>
    </message>
    <message>
        <source>From start to start, through changes of the clocks too.</source>
        <translation>Von Start zu Start, auch über Zeitumstellungen hinweg.</translation>
    </message>
    <message>
        <source>Counted &amp;from</source>
        <translation>Gezählt a&amp;b</translation>
    </message>
    <message>
        <source>Without it, from when the automation was made.</source>
        <translation>Sonst ab dem Anlegen der Automatisierung.</translation>
    </message>
    <message>
        <source>When its webhook is called</source>
        <translation>Wenn ihr Webhook aufgerufen wird</translation>
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
    <name>ui::ValidityLabel</name>
    <message>
        <source>Holds for another %1</source>
        <translation>Gilt noch %1</translation>
    </message>
    <message>
        <source>It does not hold any more</source>
        <translation>Es gilt nicht mehr</translation>
    </message>
</context>
<context>
    <name>ui::VersionsPage</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>Der vorigen</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Version %1 is the newest one again</source>
        <translation>Version %1 ist wieder die neueste</translation>
    </message>
    <message>
        <source>Choose a version.</source>
        <translation>Eine Version auswählen.</translation>
    </message>
    <message>
        <source>The first version.</source>
        <translation>Die erste Version.</translation>
    </message>
    <message>
        <source>This is today&apos;s version.</source>
        <translation>Das ist die heutige Version.</translation>
    </message>
    <message>
        <source>Nothing is different.</source>
        <translation>Es ist nichts anders.</translation>
    </message>
    <message>
        <source>What is different today:</source>
        <translation>Was heute anders ist:</translation>
    </message>
    <message>
        <source>What this version changed:</source>
        <translation>Was diese Version geändert hat:</translation>
    </message>
    <message>
        <source>The oldest version that is kept.</source>
        <translation>Die älteste Version, die aufgehoben ist.</translation>
    </message>
</context>
<context>
    <name>ui::WebhookPage</name>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>known already</source>
        <translation>schon bekannt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Address of the webhook</source>
        <translation>Adresse des Webhooks</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>New &amp;token…</source>
        <translation>Neuer &amp;Zugangsschlüssel …</translation>
    </message>
    <message>
        <source>&amp;Do again</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Starts a run with the request of the chosen delivery.</source>
        <translation>Startet einen Lauf mit der Anfrage der gewählten Zustellung.</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>Zustellungen</translation>
    </message>
    <message>
        <source>Nothing answers here now. The local API does, once it is switched on in the settings, and so does “signalbox serve”.</source>
        <translation>Hier antwortet gerade nichts. Die lokale Schnittstelle antwortet, sobald sie in den Einstellungen eingeschaltet ist, und ebenso „signalbox serve“.</translation>
    </message>
    <message>
        <source>Whoever knows this address may start a run. A window answers it once the local API is switched on in the settings.</source>
        <translation>Wer diese Adresse kennt, darf einen Lauf starten. Ein Fenster beantwortet sie, sobald die lokale Schnittstelle in den Einstellungen eingeschaltet ist.</translation>
    </message>
    <message>
        <source>The address is copied.</source>
        <translation>Die Adresse ist kopiert.</translation>
    </message>
    <message>
        <source>Give the webhook a new token?</source>
        <translation>Dem Webhook einen neuen Zugangsschlüssel geben?</translation>
    </message>
    <message>
        <source>Its address changes at once; whoever uses the old one is refused.</source>
        <translation>Seine Adresse ändert sich sofort; wer die alte benutzt, wird abgewiesen.</translation>
    </message>
    <message>
        <source>New &amp;token</source>
        <translation>Neuer &amp;Zugangsschlüssel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A run is queued.</source>
        <translation>Ein Lauf ist eingereiht.</translation>
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
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
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
    <message>
        <source>The reasons could not be read.</source>
        <translation>Die Gründe ließen sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>ui::WindowEditor</name>
    <message>
        <source>Blocks scheduled runs</source>
        <translation>Sperrt geplante Läufe</translation>
    </message>
    <message>
        <source>Asks first</source>
        <translation>Fragt zuerst</translation>
    </message>
    <message>
        <source>Tells of each run</source>
        <translation>Meldet jeden Lauf</translation>
    </message>
    <message>
        <source>Runs as usual</source>
        <translation>Läuft wie sonst</translation>
    </message>
    <message>
        <source>are skipped</source>
        <translation>werden übersprungen</translation>
    </message>
    <message>
        <source>run once after the window</source>
        <translation>laufen einmal nach dem Wartungsfenster</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>allowed with a warning</source>
        <translation>erlaubt mit Warnung</translation>
    </message>
    <message>
        <source>held until the window ends</source>
        <translation>zurückgehalten bis zum Ende des Wartungsfensters</translation>
    </message>
    <message>
        <source>may finish</source>
        <translation>dürfen enden</translation>
    </message>
    <message>
        <source>are stopped</source>
        <translation>werden beendet</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Wartungsfenster</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>„%1“ bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Hits %n automations.</source>
        <translation>
            <numerusform>Trifft %n Automation.</numerusform>
            <numerusform>Trifft %n Automationen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::WindowInspector</name>
    <message>
        <source>will run</source>
        <translation>wird laufen</translation>
    </message>
    <message>
        <source>will wait</source>
        <translation>wird warten</translation>
    </message>
    <message>
        <source>will be skipped</source>
        <translation>wird übersprungen</translation>
    </message>
    <message>
        <source>asks first</source>
        <translation>fragt zuerst</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>erlaubt</translation>
    </message>
    <message>
        <source>allowed with a warning</source>
        <translation>erlaubt mit Warnung</translation>
    </message>
    <message>
        <source>held until the window ends</source>
        <translation>zurückgehalten bis zum Ende des Wartungsfensters</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Manual runs</source>
        <translation>Manuelle Läufe</translation>
    </message>
    <message>
        <source>Running ones</source>
        <translation>Laufende</translation>
    </message>
    <message>
        <source>may finish</source>
        <translation>dürfen enden</translation>
    </message>
    <message>
        <source>are stopped</source>
        <translation>werden beendet</translation>
    </message>
    <message>
        <source>Blocked slots</source>
        <translation>Gesperrte Termine</translation>
    </message>
    <message>
        <source>are skipped</source>
        <translation>werden übersprungen</translation>
    </message>
    <message>
        <source>run once after the window</source>
        <translation>laufen einmal nach dem Wartungsfenster</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Trifft</translation>
    </message>
    <message numerus="yes">
        <source>%n automations</source>
        <translation>
            <numerusform>%n Automation</numerusform>
            <numerusform>%n Automationen</numerusform>
        </translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>Wiederholt sich</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Angelegt von</translation>
    </message>
    <message>
        <source>Not in the days that are shown.</source>
        <translation>Nicht in den gezeigten Tagen.</translation>
    </message>
    <message>
        <source>Open, closes in %1.</source>
        <translation>Offen, schließt in %1.</translation>
    </message>
    <message>
        <source>Opens %1, for %2.</source>
        <translation>Öffnet %1, für %2.</translation>
    </message>
    <message>
        <source>Ended %1.</source>
        <translation>Endete %1.</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>Wartungsfenster</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>No window chosen</source>
        <translation>Kein Wartungsfenster ausgewählt</translation>
    </message>
    <message>
        <source>What it does, and to which runs, is shown here.</source>
        <translation>Was es bewirkt und bei welchen Läufen, steht hier.</translation>
    </message>
    <message>
        <source>Next 7 days, all windows</source>
        <translation>Nächste 7 Tage, alle Wartungsfenster</translation>
    </message>
    <message>
        <source>Slots in this window</source>
        <translation>Termine in diesem Wartungsfenster</translation>
    </message>
    <message numerus="yes">
        <source>%n to come</source>
        <translation>
            <numerusform>%n kommt noch</numerusform>
            <numerusform>%n kommen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>Will be skipped</source>
        <translation>Wird übersprungen</translation>
    </message>
    <message>
        <source>Will ask first</source>
        <translation>Fragt vorher</translation>
    </message>
    <message>
        <source>May not finish in time</source>
        <translation>Wird vielleicht nicht rechtzeitig fertig</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>It comes from a calendar and is changed there</source>
        <translation>Es stammt aus einem Kalender und wird dort geändert</translation>
    </message>
    <message>
        <source>Lives at</source>
        <translation>Zu Hause bei</translation>
    </message>
    <message>
        <source>can&apos;t be edited here</source>
        <translation>hier nicht zu ändern</translation>
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
        <translation>&amp;Wie der Desktop</translation>
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
    <message>
        <source>A&amp;genda</source>
        <translation>Age&amp;nda</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>Ü&amp;bersicht</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Wartungsfenster</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>&amp;Connection</source>
        <translation>&amp;Verbindung</translation>
    </message>
</context>
<context>
    <name>ui::WindowVerbs</name>
    <message>
        <source>&amp;New window…</source>
        <translation>&amp;Neues Wartungsfenster …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Open now</source>
        <translation>Jetzt ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Close now</source>
        <translation>Jetzt s&amp;chließen</translation>
    </message>
    <message>
        <source>E&amp;xtend by an hour</source>
        <translation>Um eine Stunde &amp;verlängern</translation>
    </message>
    <message>
        <source>&amp;Leave out this time</source>
        <translation>Dieses Mal aus&amp;lassen</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>&amp;Import a calendar…</source>
        <translation>Kalender &amp;importieren …</translation>
    </message>
    <message>
        <source>“%1” is open</source>
        <translation>„%1“ ist offen</translation>
    </message>
    <message>
        <source>“%1” is closed</source>
        <translation>„%1“ ist geschlossen</translation>
    </message>
    <message>
        <source>“%1” is open an hour longer</source>
        <translation>„%1“ ist eine Stunde länger offen</translation>
    </message>
    <message>
        <source>“%1” is left out once</source>
        <translation>„%1“ fällt einmal aus</translation>
    </message>
    <message>
        <source>Import a calendar</source>
        <translation>Kalender importieren</translation>
    </message>
    <message>
        <source>Calendars (*.ics)</source>
        <translation>Kalender (*.ics)</translation>
    </message>
    <message>
        <source>“%1” was deleted</source>
        <translation>„%1“ wurde gelöscht</translation>
    </message>
    <message>
        <source>Choose a window first</source>
        <translation>Zuerst ein Wartungsfenster auswählen</translation>
    </message>
    <message>
        <source>It is not open</source>
        <translation>Es ist nicht offen</translation>
    </message>
    <message>
        <source>It does not repeat</source>
        <translation>Es wiederholt sich nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n windows were made</source>
        <translation>
            <numerusform>%n Wartungsfenster angelegt</numerusform>
            <numerusform>%n Wartungsfenster angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events are no windows</source>
        <translation>
            <numerusform>%n Ereignis ist kein Wartungsfenster</numerusform>
            <numerusform>%n Ereignisse sind keine Wartungsfenster</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is planned</source>
        <translation>„%1“ ist geplant</translation>
    </message>
    <message>
        <source>“%1” is saved</source>
        <translation>„%1“ ist gespeichert</translation>
    </message>
    <message>
        <source>Move only this time of “%1”?</source>
        <translation>Nur dieses Mal von „%1“ verschieben?</translation>
    </message>
    <message>
        <source>It repeats: %1.</source>
        <translation>Es wiederholt sich: %1.</translation>
    </message>
    <message>
        <source>It repeats by %1, which can&apos;t be moved as a whole here.</source>
        <translation>Es wiederholt sich nach %1, was sich hier nicht als Ganzes verschieben lässt.</translation>
    </message>
    <message>
        <source>This time</source>
        <translation>Dieses Mal</translation>
    </message>
    <message>
        <source>Every time</source>
        <translation>Jedes Mal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>“%1” is moved once</source>
        <translation>„%1“ ist einmal verschoben</translation>
    </message>
    <message>
        <source>“%1” is moved</source>
        <translation>„%1“ ist verschoben</translation>
    </message>
    <message>
        <source>&amp;Calendars…</source>
        <translation>&amp;Kalender …</translation>
    </message>
    <message>
        <source>It comes from a calendar and is changed there</source>
        <translation>Es stammt aus einem Kalender und wird dort geändert</translation>
    </message>
    <message>
        <source>It lives at %1 and is changed there; it has no say about runs of this machine</source>
        <translation>Es lebt bei %1 und wird dort geändert; über Läufe dieser Maschine bestimmt es nicht</translation>
    </message>
</context>
<context>
    <name>ui::WordLabels</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>No colour for “%1”</source>
        <translation>Keine Farbe für „%1“</translation>
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
        <translation>Was läuft</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>A value may refer to a stored secret: ${secret:NAME}.</source>
        <translation>Ein Wert darf auf ein gespeichertes Geheimnis verweisen: ${secret:NAME}.</translation>
    </message>
</context>
<context>
    <name>ui::WrapLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>ui::ZoneCombo</name>
    <message>
        <source>System, %1</source>
        <translation>System, %1</translation>
    </message>
    <message>
        <source>%1 (this computer)</source>
        <translation>%1 (dieser Rechner)</translation>
    </message>
</context>
</TS>
