<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="nl">
<context>
    <name>ErrorReporter</name>
    <message>
        <source>Fout in het programma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Er ging iets mis in het programma.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wat u opsloeg, is veilig bewaard. U kunt verder werken. Gebeurt het vaker, stuur dan het logboek naar de beheerder; er staan geen persoonsgegevens in.

{folder}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Nieuwe afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inloop: jeugdige zonder afspraak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoeken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vergrendelen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar de melding, bijvoorbeeld om ongedaan te maken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deze lijst</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Naar het eerste, tweede, … onderdeel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
