<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>HelpWindow</name>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeriesBox</name>
    <message numerus="yes">
        <source>%Ln slice(s) given no class, not counted</source>
        <translation>
            <numerusform>%Ln slice given no class, not counted</numerusform>
            <numerusform>%Ln slices given no class, not counted</numerusform>
        </translation>
    </message>
</context>
</TS>
