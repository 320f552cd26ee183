<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Abstention</name>
    <message>
        <source>This is not an MR image</source>
        <translation>Dies ist kein MR-Bild</translation>
    </message>
    <message>
        <source>This is not the head</source>
        <translation>Dies ist nicht der Kopf</translation>
    </message>
    <message>
        <source>The image has too few pixels</source>
        <translation>Das Bild hat zu wenige Pixel</translation>
    </message>
    <message>
        <source>The slice is blank</source>
        <translation>Die Schicht ist leer</translation>
    </message>
    <message>
        <source>Unlike the images the model was trained on</source>
        <translation>Den Trainingsbildern des Modells unähnlich</translation>
    </message>
    <message>
        <source>all its pixels have one value</source>
        <translation>alle Pixel haben denselben Wert</translation>
    </message>
    <message>
        <source>not a brain, or another kind of image</source>
        <translation>kein Gehirn oder eine andere Art Bild</translation>
    </message>
</context>
<context>
    <name>ActionGroups</name>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Beurteilung</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>{key} stands for “{actions}”.</source>
        <translation>{key} steht für „{actions}“.</translation>
    </message>
    <message>
        <source>” and “</source>
        <translation>“ und „</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open demonstration cases</source>
        <translation>Beispielfälle öffnen</translation>
    </message>
    <message>
        <source>Close study</source>
        <translation>Studie schließen</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>Alle Studien schließen</translation>
    </message>
    <message>
        <source>Left out while opening…</source>
        <translation>Beim Öffnen ausgelassen…</translation>
    </message>
    <message>
        <source>Export overlay as PNG…</source>
        <translation>Overlay als PNG exportieren…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Reset window, zoom, pan and turn</source>
        <translation>Fenster, Zoom, Lage und Drehung zurücksetzen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertieren</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Flip top to bottom</source>
        <translation>Oben und unten spiegeln</translation>
    </message>
    <message>
        <source>Rotate by 90°</source>
        <translation>Um 90° drehen</translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation>Fenster/Level</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Measure a length</source>
        <translation>Länge messen</translation>
    </message>
    <message>
        <source>Measure an ellipse</source>
        <translation>Ellipse messen</translation>
    </message>
    <message>
        <source>Delete the selected one</source>
        <translation>Ausgewählte Messung löschen</translation>
    </message>
    <message>
        <source>Delete all on this slice</source>
        <translation>Alle Messungen dieser Schicht löschen</translation>
    </message>
    <message>
        <source>Window 1</source>
        <translation>Fenster 1</translation>
    </message>
    <message>
        <source>Window 2</source>
        <translation>Fenster 2</translation>
    </message>
    <message>
        <source>Window 3</source>
        <translation>Fenster 3</translation>
    </message>
    <message>
        <source>Window 4</source>
        <translation>Fenster 4</translation>
    </message>
    <message>
        <source>Window 5</source>
        <translation>Fenster 5</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>Vorherige Schicht</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>Erste Schicht</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Vorherige Serie</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Nächste Serie</translation>
    </message>
    <message>
        <source>Play (cine)</source>
        <translation>Abspielen (Cine)</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Schneller abspielen</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Langsamer abspielen</translation>
    </message>
    <message>
        <source>Next suspicious slice</source>
        <translation>Nächste auffällige Schicht</translation>
    </message>
    <message>
        <source>Previous suspicious slice</source>
        <translation>Vorherige auffällige Schicht</translation>
    </message>
    <message>
        <source>Choose this series</source>
        <translation>Diese Serie wählen</translation>
    </message>
    <message>
        <source>Read whole series</source>
        <translation>Ganze Serie auswerten</translation>
    </message>
    <message>
        <source>Compare with another model</source>
        <translation>Mit anderem Modell vergleichen</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>Modellkarte…</translation>
    </message>
    <message>
        <source>Open model folder…</source>
        <translation>Modellordner öffnen…</translation>
    </message>
    <message>
        <source>Read first</source>
        <translation>Erst selbst befunden</translation>
    </message>
    <message>
        <source>Record and reveal</source>
        <translation>Eintragen und aufdecken</translation>
    </message>
    <message>
        <source>Own impression: Glioma</source>
        <translation>Eigene Beurteilung: Gliom</translation>
    </message>
    <message>
        <source>Own impression: Meningioma</source>
        <translation>Eigene Beurteilung: Meningeom</translation>
    </message>
    <message>
        <source>Own impression: Pituitary tumor</source>
        <translation>Eigene Beurteilung: Hypophysentumor</translation>
    </message>
    <message>
        <source>Own impression: No tumor</source>
        <translation>Eigene Beurteilung: Kein Tumor</translation>
    </message>
    <message>
        <source>Own impression: Unsure</source>
        <translation>Eigene Beurteilung: Unsicher</translation>
    </message>
    <message>
        <source>Journal…</source>
        <translation>Journal…</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Overlay</translation>
    </message>
    <message>
        <source>Texts in the corners</source>
        <translation>Texte in den Ecken</translation>
    </message>
    <message>
        <source>Image beside overlay</source>
        <translation>Bild neben Overlay</translation>
    </message>
    <message>
        <source>Image only</source>
        <translation>Nur Bild</translation>
    </message>
    <message>
        <source>Overlay only</source>
        <translation>Nur Overlay</translation>
    </message>
    <message>
        <source>Two series</source>
        <translation>Zwei Serien</translation>
    </message>
    <message>
        <source>Four series</source>
        <translation>Vier Serien</translation>
    </message>
    <message>
        <source>Link scroll, zoom and pan</source>
        <translation>Blättern, Zoom und Lage koppeln</translation>
    </message>
    <message>
        <source>Link windows</source>
        <translation>Fenster koppeln</translation>
    </message>
    <message>
        <source>Next viewport</source>
        <translation>Nächstes Bildfeld</translation>
    </message>
    <message>
        <source>Studies panel</source>
        <translation>Studienliste</translation>
    </message>
    <message>
        <source>Finding panel</source>
        <translation>Befundleiste</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys and mouse…</source>
        <translation>Tasten und Maus…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Protokoll…</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop…</source>
        <translation>Über BrainTumor Desktop…</translation>
    </message>
</context>
<context>
    <name>AgreementView</name>
    <message>
        <source>Abstains</source>
        <translation>Enthält sich</translation>
    </message>
    <message>
        <source>You ↓   Model →</source>
        <translation>Sie ↓   Modell →</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa: agreement beyond what chance would give; 1 is perfect, 0 is chance.</source>
        <translation>Cohens Kappa: Übereinstimmung über den Zufall hinaus; 1 ist vollkommen, 0 ist Zufall.</translation>
    </message>
    <message>
        <source>You: {own}. Model: {its}. Readings: {count}</source>
        <translation>Sie: {own}. Modell: {its}. Beurteilungen: {count}</translation>
    </message>
    <message>
        <source>These readings were chosen by whether they agree: it would tell nothing.</source>
        <translation>Diese Beurteilungen sind nach Übereinstimmung ausgewählt: Kappa sagt hier nichts.</translation>
    </message>
    <message>
        <source>Answers of {count} models are counted: choose one of them above.</source>
        <translation>Antworten von {count} Modellen sind gezählt: oben eines wählen.</translation>
    </message>
    <message>
        <source>Too few readings for an interval: it is given from {count} on.</source>
        <translation>Zu wenige Beurteilungen für ein Intervall: Es wird ab {count} angegeben.</translation>
    </message>
    <message>
        <source>All agree: no interval can be worked out.</source>
        <translation>Alle stimmen überein: Kein Intervall bestimmbar.</translation>
    </message>
    <message>
        <source>Kappa {kappa}</source>
        <translation>Kappa {kappa}</translation>
    </message>
    <message>
        <source>It needs readings of more than one class with a class from both.</source>
        <translation>Dafür braucht es Beurteilungen mit mehr als einer Klasse, von beiden genannt.</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>95-%-Intervall {low} bis {high}</translation>
    </message>
    <message>
        <source>Agreed in {agreed} of {compared} readings with a class from both</source>
        <translation>Übereinstimmung in {agreed} von {compared} Beurteilungen mit Klasse von beiden</translation>
    </message>
    <message>
        <source>{count} not counted: not blind, or no answer yet</source>
        <translation>{count} nicht gezählt: nicht verblindet oder noch keine Antwort</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Overlay</source>
        <translation>Overlay</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Ausgewogene Genauigkeit</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>Makro-F1</translation>
    </message>
    <message>
        <source>Macro AUROC</source>
        <translation>Makro-AUROC</translation>
    </message>
    <message>
        <source>Calibration error before</source>
        <translation>Kalibrierungsfehler vorher</translation>
    </message>
    <message>
        <source>Calibration error after</source>
        <translation>Kalibrierungsfehler nachher</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier-Score</translation>
    </message>
    <message>
        <source>Recall (95 % interval)</source>
        <translation>Sensitivität (95-%-Intervall)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit (PPW)</translation>
    </message>
    <message>
        <source>Known limits</source>
        <translation>Bekannte Grenzen</translation>
    </message>
    <message>
        <source>The card names none.</source>
        <translation>Die Karte nennt keine.</translation>
    </message>
    <message>
        <source>What it reached</source>
        <translation>Was es erreicht hat</translation>
    </message>
    <message>
        <source>The card holds no measurement.</source>
        <translation>Die Karte enthält keine Messung.</translation>
    </message>
    <message>
        <source>What it was trained on</source>
        <translation>Womit es trainiert wurde</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Das Netz</translation>
    </message>
    <message>
        <source>{count} patients</source>
        <translation>{count} Patienten</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>95-%-Intervall {low} bis {high}</translation>
    </message>
    <message>
        <source>LEAKY: test images also stand in training.</source>
        <translation>UNDICHT: Testbilder stehen auch im Training.</translation>
    </message>
    <message>
        <source>Prediction sets with the true class</source>
        <translation>Vorhersagemengen mit der wahren Klasse</translation>
    </message>
    <message>
        <source>Classes in a prediction set</source>
        <translation>Klassen je Vorhersagemenge</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{count:,} images</source>
        <translation>{count:,} Bilder</translation>
    </message>
    <message>
        <source>{count:,} patients</source>
        <translation>{count:,} Patienten</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation>Lizenz der Daten</translation>
    </message>
</context>
<context>
    <name>Classes</name>
    <message>
        <source>Glioma</source>
        <translation>Gliom</translation>
    </message>
    <message>
        <source>Meningioma</source>
        <translation>Meningeom</translation>
    </message>
    <message>
        <source>Pituitary tumor</source>
        <translation>Hypophysentumor</translation>
    </message>
    <message>
        <source>No tumor</source>
        <translation>Kein Tumor</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>Record your impression first</source>
        <translation>Zuerst die eigene Beurteilung eintragen</translation>
    </message>
    <message>
        <source>Both models abstain</source>
        <translation>Beide Modelle enthalten sich</translation>
    </message>
    <message>
        <source>Nothing to compare: {name} abstains, the other says {finding}</source>
        <translation>Kein Vergleich: {name} enthält sich, das andere sagt {finding}</translation>
    </message>
    <message>
        <source>Both: {name}</source>
        <translation>Beide: {name}</translation>
    </message>
    <message>
        <source>They differ: {first}, {second}</source>
        <translation>Uneinig: {first}, {second}</translation>
    </message>
    <message>
        <source>Loading the second model…</source>
        <translation>Zweites Modell wird geladen…</translation>
    </message>
    <message>
        <source>The slice is being read…</source>
        <translation>Die Schicht wird ausgewertet…</translation>
    </message>
    <message>
        <source>This is the model that is compared.</source>
        <translation>Dies ist das Modell, mit dem verglichen wird.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Ein anderes wählen.</translation>
    </message>
    <message>
        <source>The two models tell different classes apart.</source>
        <translation>Die beiden Modelle unterscheiden verschiedene Klassen.</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Second model that reads the slice too</source>
        <translation>Zweites Modell, das die Schicht auch auswertet</translation>
    </message>
    <message>
        <source>Let a second model read the slice too, in a process of its own</source>
        <translation>Ein zweites Modell die Schicht auch auswerten lassen, in einem eigenen Prozess</translation>
    </message>
    <message>
        <source>Close comparison</source>
        <translation>Vergleich schließen</translation>
    </message>
    <message>
        <source>End the second model and give its memory back</source>
        <translation>Zweites Modell beenden und seinen Speicher freigeben</translation>
    </message>
    <message>
        <source>Show where this model looked</source>
        <translation>Zeigen, wohin dieses Modell geschaut hat</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keins</translation>
    </message>
    <message>
        <source>Model folder…</source>
        <translation>Modellordner…</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Same class on {agreed} of {both} slices that both have read</source>
        <translation>Gleiche Klasse bei {agreed} von {both} Schichten, die beide ausgewertet haben</translation>
    </message>
    <message>
        <source>Weights SHA-256 {sha256}</source>
        <translation>Gewichte SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>Show where {name} looked</source>
        <translation>Zeigen, wohin {name} geschaut hat</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>It may be sent to whoever looks after the program: it holds versions and places in the program, no patient data.</source>
        <translation>Er darf an die Betreuer des Programms geschickt werden: Er enthält Versionen und Stellen im Programm, keine Patientendaten.</translation>
    </message>
    <message>
        <source>Crash report</source>
        <translation>Absturzbericht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Keys and mouse</source>
        <translation>Tasten und Maus</translation>
    </message>
    <message>
        <source>A second opinion on single brain MR slices: calibrated probabilities for glioma, meningioma, pituitary tumor and no tumor, and a map of where the network looked.</source>
        <translation>Eine Zweitmeinung zu einzelnen MR-Schichten des Gehirns: kalibrierte Wahrscheinlichkeiten für Gliom, Meningeom, Hypophysentumor und kein Tumor, dazu eine Karte, wohin das Netz geschaut hat.</translation>
    </message>
    <message>
        <source>It is not a medical device. It cannot see other diseases, and a map of where it looked is not the outline of a lesion. The model card says what it was trained on, what it reached, and where it is known to be weak.</source>
        <translation>Es ist kein Medizinprodukt. Andere Erkrankungen erkennt es nicht, und die Karte, wohin es geschaut hat, ist nicht der Umriss einer Läsion. Die Modellkarte sagt, womit es trainiert wurde, was es erreicht hat und wo seine Schwächen bekannt sind.</translation>
    </message>
    <message>
        <source>Apache-2.0. Nothing leaves this computer.</source>
        <translation>Apache-2.0. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Licences of the packages used</source>
        <translation>Lizenzen der verwendeten Pakete</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Kein Modell ist geladen.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop</source>
        <translation>Über BrainTumor Desktop</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>Lizenzen werden gelesen…</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to open</source>
        <translation>Zum Öffnen loslassen</translation>
    </message>
</context>
<context>
    <name>Exporting</name>
    <message>
        <source>Export overlay</source>
        <translation>Overlay exportieren</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>PNG-Bild</translation>
    </message>
    <message>
        <source>{method} is still being worked out: export it then.</source>
        <translation>{method} wird noch berechnet: danach exportieren.</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Exportiert nach {path}</translation>
    </message>
    <message>
        <source>The picture is on the clipboard, without the patient&apos;s name and number.</source>
        <translation>Das Bild liegt in der Zwischenablage, ohne Name und Nummer des Patienten.</translation>
    </message>
</context>
<context>
    <name>FindingPanel</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Model folder…</source>
        <translation>Modellordner…</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Load the model once more</source>
        <translation>Modell noch einmal laden</translation>
    </message>
    <message>
        <source>Choose the folder of a model bundle</source>
        <translation>Ordner eines Modellpakets wählen</translation>
    </message>
    <message>
        <source>SECOND OPINION</source>
        <translation>ZWEITMEINUNG</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Explained by</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>How it is worked out where the network looked</source>
        <translation>Wie ermittelt wird, wohin das Netz geschaut hat</translation>
    </message>
    <message>
        <source>Data, metrics and limits of this model</source>
        <translation>Daten, Kennzahlen und Grenzen dieses Modells</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Kein Befund</translation>
    </message>
    <message>
        <source>No slice</source>
        <translation>Keine Schicht</translation>
    </message>
    <message>
        <source>This slice cannot be shown, so there is nothing to ask about.</source>
        <translation>Diese Schicht kann nicht gezeigt werden; es gibt nichts zu fragen.</translation>
    </message>
    <message>
        <source>Choose a series to get a second opinion.</source>
        <translation>Eine Serie wählen, um eine Zweitmeinung zu bekommen.</translation>
    </message>
    <message>
        <source>Open a study to get a second opinion.</source>
        <translation>Für eine Zweitmeinung eine Studie öffnen.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>The images can be read meanwhile.</source>
        <translation>Die Bilder können schon angesehen werden.</translation>
    </message>
    <message>
        <source>Your reading first</source>
        <translation>Erst Ihre Beurteilung</translation>
    </message>
    <message>
        <source>Record your impression first; what the model says is shown after it.</source>
        <translation>Erst die eigene Beurteilung eintragen; danach erscheint, was das Modell sagt.</translation>
    </message>
    <message>
        <source>Reading the slice</source>
        <translation>Schicht wird ausgewertet</translation>
    </message>
    <message>
        <source>The model abstains</source>
        <translation>Das Modell enthält sich</translation>
    </message>
    <message>
        <source>{percent} for this slice</source>
        <translation>{percent} für diese Schicht</translation>
    </message>
    <message>
        <source>{coverage} set: {classes}</source>
        <translation>{coverage}-Menge: {classes}</translation>
    </message>
    <message>
        <source>Sets like this hold the true class for {coverage} of slices of new patients like those of the calibration.</source>
        <translation>Solche Mengen enthalten die wahre Klasse bei {coverage} der Schichten neuer Patienten wie denen der Kalibrierung.</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>Kein Modell geladen</translation>
    </message>
    <message>
        <source>Weights SHA-256 {sha256}</source>
        <translation>Gewichte SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>weights {sha256}</source>
        <translation>Gewichte {sha256}</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} von {all}</translation>
    </message>
    <message>
        <source>{classes} or {last}</source>
        <translation>{classes} oder {last}</translation>
    </message>
</context>
<context>
    <name>FindingsRow</name>
    <message>
        <source>Read whole series</source>
        <translation>Ganze Serie auswerten</translation>
    </message>
    <message>
        <source>Ask the network about every slice of this series</source>
        <translation>Das Netz zu jeder Schicht dieser Serie befragen</translation>
    </message>
    <message>
        <source>Read no further; what was read stays</source>
        <translation>Nicht weiter auswerten; Ausgewertetes bleibt</translation>
    </message>
    <message>
        <source>Findings by slice</source>
        <translation>Befunde je Schicht</translation>
    </message>
    <message>
        <source>Reading {done}/{total}</source>
        <translation>Auswertung {done}/{total}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>Habits</name>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>The studies that were opened last</source>
        <translation>Die zuletzt geöffneten Studien</translation>
    </message>
    <message>
        <source>The list of recent studies cannot be erased.</source>
        <translation>Die Liste der letzten Studien kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>{path} is no longer there. Connect its disk or network share and try again, or take it off the list.</source>
        <translation>{path} ist nicht mehr da. Laufwerk oder Netzfreigabe verbinden und erneut versuchen, oder aus der Liste nehmen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Aus der Liste nehmen</translation>
    </message>
    <message>
        <source>What is open cannot be remembered ({reason}). Nothing else is affected.</source>
        <translation>Was geöffnet ist, kann nicht gemerkt werden ({reason}). Sonst ist nichts betroffen.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time.</source>
        <translation>Das Programm wurde zuletzt unerwartet beendet.</translation>
    </message>
    <message>
        <source>Open what was open</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Leer beginnen</translation>
    </message>
    <message>
        <source>A report without patient data was written: {path}</source>
        <translation>Ein Bericht ohne Patientendaten wurde geschrieben: {path}</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht zeigen</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>Key or movement</source>
        <translation>Taste oder Bewegung</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wirkung</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Words to look for (Enter goes to the next place)</source>
        <translation>Suchwörter (Eingabe springt zur nächsten Stelle)</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>Vorherige Stelle (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Nächste Stelle (F3)</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln Stelle</numerusform>
            <numerusform>%Ln Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
</context>
<context>
    <name>ImpressionForm</name>
    <message>
        <source>Record and reveal</source>
        <translation>Eintragen und aufdecken</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>How sure you are, in five steps</source>
        <translation>Wie sicher Sie sind, in fünf Stufen</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Wird eingetragen…</translation>
    </message>
    <message>
        <source>Your reading is not kept yet; it still stands in this form.</source>
        <translation>Ihre Beurteilung ist noch nicht gespeichert; sie steht noch in diesem Formular.</translation>
    </message>
    <message>
        <source>You have seen an answer on these images before: the journal marks this reading as not blind.</source>
        <translation>Sie haben zu diesen Bildern schon eine Antwort gesehen: Das Journal vermerkt diese Beurteilung als nicht verblindet.</translation>
    </message>
    <message>
        <source>The model is being loaded; its answer is withheld until then.</source>
        <translation>Das Modell wird geladen; seine Antwort bleibt bis dahin verdeckt.</translation>
    </message>
    <message>
        <source>No model is loaded; your reading is kept all the same.</source>
        <translation>Kein Modell geladen; Ihre Beurteilung wird trotzdem gespeichert.</translation>
    </message>
    <message>
        <source>The answer of {model} is withheld until then.</source>
        <translation>Die Antwort von {model} bleibt bis dahin verdeckt.</translation>
    </message>
    <message>
        <source>The note has {count} characters; {limit} at most can be kept.</source>
        <translation>Die Notiz hat {count} Zeichen; höchstens {limit} können gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>JournalTable</name>
    <message>
        <source>Recorded</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Zu</translation>
    </message>
    <message>
        <source>Own impression</source>
        <translation>Eigene Beurteilung</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Model&apos;s answer</source>
        <translation>Antwort des Modells</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Not blind: an answer had been seen before; not counted below.</source>
        <translation>Nicht verblindet: Eine Antwort war schon bekannt; unten nicht gezählt.</translation>
    </message>
</context>
<context>
    <name>JournalWindow</name>
    <message>
        <source>Journal of readings</source>
        <translation>Journal der Beurteilungen</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Erase selected…</source>
        <translation>Ausgewählte löschen…</translation>
    </message>
    <message>
        <source>Erase all…</source>
        <translation>Alle löschen…</translation>
    </message>
    <message>
        <source>AGREEMENT</source>
        <translation>ÜBEREINSTIMMUNG</translation>
    </message>
    <message>
        <source>Search the readings</source>
        <translation>Beurteilungen durchsuchen</translation>
    </message>
    <message>
        <source>Words anywhere in a row, notes included</source>
        <translation>Wörter irgendwo in einer Zeile, auch in Notizen</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
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
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Agree or not</source>
        <translation>Einig oder nicht</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Einig</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Uneinig</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>When recorded</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Which model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>Write the readings in the table to a CSV file</source>
        <translation>Beurteilungen der Tabelle in eine CSV-Datei schreiben</translation>
    </message>
    <message>
        <source>Erase the selected readings from the journal</source>
        <translation>Ausgewählte Beurteilungen aus dem Journal löschen</translation>
    </message>
    <message>
        <source>Erase the whole journal</source>
        <translation>Das ganze Journal löschen</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Beurteilungen</translation>
    </message>
    <message>
        <source>Switch on Read first</source>
        <translation>„Erst selbst befunden“ einschalten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show all readings</source>
        <translation>Alle Beurteilungen zeigen</translation>
    </message>
    <message>
        <source>Record your own impression before the model&apos;s is shown</source>
        <translation>Eigene Beurteilung eintragen, bevor die des Modells erscheint</translation>
    </message>
    <message>
        <source>Open the journal once more</source>
        <translation>Journal noch einmal öffnen</translation>
    </message>
    <message>
        <source>Take the filter and the search away</source>
        <translation>Filter und Suche aufheben</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>Journal wird gelesen</translation>
    </message>
    <message>
        <source>No readings yet</source>
        <translation>Noch keine Beurteilungen</translation>
    </message>
    <message>
        <source>With Read first on, your impression is asked for before the model&apos;s answer is shown. Both are kept here, on this computer.</source>
        <translation>Mit „Erst selbst befunden“ wird Ihre Beurteilung erfragt, bevor die Antwort des Modells erscheint. Beide bleiben hier, auf diesem Computer.</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>Jedes Modell</translation>
    </message>
    <message>
        <source>No reading fits</source>
        <translation>Keine Beurteilung passt</translation>
    </message>
    <message>
        <source>Change the search or the filters.</source>
        <translation>Suche oder Filter ändern.</translation>
    </message>
    <message>
        <source>{shown} of {all} readings</source>
        <translation>{shown} von {all} Beurteilungen</translation>
    </message>
    <message>
        <source>Export the readings</source>
        <translation>Beurteilungen exportieren</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV-Datei (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Exportiert nach {path}</translation>
    </message>
    <message>
        <source>Erase readings</source>
        <translation>Beurteilungen löschen</translation>
    </message>
    <message>
        <source>Erase the whole journal ({count} readings)?</source>
        <translation>Das ganze Journal löschen ({count} Beurteilungen)?</translation>
    </message>
    <message>
        <source>Erase {count} of the readings?</source>
        <translation>{count} der Beurteilungen löschen?</translation>
    </message>
    <message>
        <source>Your impressions, notes and confidence and the model&apos;s answers to them are lost for good. There is no copy but what you exported.</source>
        <translation>Ihre Beurteilungen, Notizen und Sicherheiten und die Antworten des Modells gehen endgültig verloren. Es gibt keine Kopie außer dem, was Sie exportiert haben.</translation>
    </message>
    <message>
        <source>Later readings of the same patients cannot be matched with an earlier export.</source>
        <translation>Spätere Beurteilungen derselben Patienten lassen sich einem früheren Export nicht mehr zuordnen.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Every action&apos;s usual key</source>
        <translation>Die übliche Taste jeder Aktion</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>Taste für {action}</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>Copy list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <source>Left out while opening</source>
        <translation>Beim Öffnen ausgelassen</translation>
    </message>
    <message>
        <source>Reasons, and the files that they hold for</source>
        <translation>Gründe und die betroffenen Dateien</translation>
    </message>
    <message>
        <source>Copy reasons and file names; names may be personal data</source>
        <translation>Gründe und Dateinamen kopieren; Namen können personenbezogen sein</translation>
    </message>
    <message>
        <source>All of them lie in {folder}</source>
        <translation>Alle liegen in {folder}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>How serious</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Show everything, or only what is at least so serious</source>
        <translation>Alles zeigen, oder nur ab dieser Schwere</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Protokoll durchsuchen</translation>
    </message>
    <message>
        <source>Show only lines that hold these words</source>
        <translation>Nur Zeilen mit diesen Wörtern zeigen</translation>
    </message>
    <message>
        <source>Copy the lines that are shown</source>
        <translation>Gezeigte Zeilen kopieren</translation>
    </message>
    <message>
        <source>Save the lines that are shown as a text file</source>
        <translation>Gezeigte Zeilen als Textdatei speichern</translation>
    </message>
    <message>
        <source>Read what was written since</source>
        <translation>Seither Geschriebenes lesen</translation>
    </message>
    <message>
        <source>No patient data is written here: names and paths are withheld.</source>
        <translation>Hier stehen keine Patientendaten: Namen und Pfade werden weggelassen.</translation>
    </message>
    <message>
        <source>No log file can be written here; see the terminal.</source>
        <translation>Hier kann keine Protokolldatei geschrieben werden; siehe Terminal.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>The log cannot be read ({reason}).</source>
        <translation>Das Protokoll kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>{shown} of {count} lines</source>
        <translation>{shown} von {count} Zeilen</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Gespeichert als {name}</translation>
    </message>
    <message>
        <source>{name} cannot be written. Choose another folder.</source>
        <translation>{name} kann nicht geschrieben werden. Anderen Ordner wählen.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Demonstration cases</source>
        <translation>Beispielfälle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop opening; what was found stays open</source>
        <translation>Öffnen beenden; Gefundenes bleibt offen</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Nothing that can be shown was found.</source>
        <translation>Es wurde nichts gefunden, das gezeigt werden kann.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>The changed keys are not used: {why}</source>
        <translation>Die geänderten Tasten gelten nicht: {why}</translation>
    </message>
    <message>
        <source>{read}/{all} slices read</source>
        <translation>{read}/{all} Schichten ausgewertet</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>SYNTHETIC</source>
        <translation>SYNTHETISCH</translation>
    </message>
    <message>
        <source>lossy compression</source>
        <translation>verlustbehaftet komprimiert</translation>
    </message>
    <message>
        <source>shown 1:{factor}</source>
        <translation>gezeigt 1:{factor}</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertiert</translation>
    </message>
    <message>
        <source>low</source>
        <translation>niedrig</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>shown from {threshold}</source>
        <translation>gezeigt ab {threshold}</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>no pixel inside</source>
        <translation>kein Pixel darin</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>Mittel {value}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} Pixel</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Window of the file</source>
        <translation>Fenster der Datei</translation>
    </message>
    <message>
        <source>VOI LUT of the file</source>
        <translation>VOI-LUT der Datei</translation>
    </message>
    <message>
        <source>Open a study first</source>
        <translation>Erst eine Studie öffnen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Stack</source>
        <translation>&amp;Stapel</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Messen</translation>
    </message>
    <message>
        <source>F&amp;inding</source>
        <translation>B&amp;efund</translation>
    </message>
    <message>
        <source>&amp;Reading</source>
        <translation>Beu&amp;rteilung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>Mouse</name>
    <message>
        <source>Left drag</source>
        <translation>Links ziehen</translation>
    </message>
    <message>
        <source>Window/level (or the chosen tool)</source>
        <translation>Fenster/Level (oder gewähltes Werkzeug)</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Mitte ziehen</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Rechts ziehen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Through the slices</source>
        <translation>Durch die Schichten</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Strg + Mausrad</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom am Mauszeiger</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Click on a measurement</source>
        <translation>Klick auf eine Messung</translation>
    </message>
    <message>
        <source>Select it; drag its ends or its line</source>
        <translation>Auswählen; Enden oder Linie ziehen</translation>
    </message>
    <message>
        <source>Click on a class</source>
        <translation>Klick auf eine Klasse</translation>
    </message>
    <message>
        <source>Show where the network looked for it</source>
        <translation>Zeigen, wohin das Netz dafür geschaut hat</translation>
    </message>
</context>
<context>
    <name>NoteEdit</name>
    <message>
        <source>Note (optional)</source>
        <translation>Notiz (freiwillig)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>In your own words. Enter records, Shift+Enter starts a new line.</source>
        <translation>In eigenen Worten. Eingabe trägt ein, Umschalt+Eingabe beginnt eine neue Zeile.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Copy this notice</source>
        <translation>Diesen Hinweis kopieren</translation>
    </message>
</context>
<context>
    <name>OpeningBox</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop reading; what was found so far stays open</source>
        <translation>Lesen beenden; bisher Gefundenes bleibt offen</translation>
    </message>
    <message>
        <source>Files read</source>
        <translation>Gelesene Dateien</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Overlay</source>
        <translation>Overlay</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>laut Netz</translation>
    </message>
    <message>
        <source>Overlay hidden</source>
        <translation>Overlay ausgeblendet</translation>
    </message>
    <message>
        <source>No positive evidence for {name}</source>
        <translation>Kein positiver Hinweis auf {name}</translation>
    </message>
    <message>
        <source>Where the network looked; not a lesion outline</source>
        <translation>Wohin das Netz geschaut hat; kein Läsionsumriss</translation>
    </message>
    <message>
        <source>The model abstains: no overlay</source>
        <translation>Das Modell enthält sich: kein Overlay</translation>
    </message>
    <message>
        <source>Record your impression first</source>
        <translation>Zuerst die eigene Beurteilung eintragen</translation>
    </message>
    <message>
        <source>Waiting for the second opinion…</source>
        <translation>Warten auf die Zweitmeinung…</translation>
    </message>
    <message>
        <source>No finding, no overlay</source>
        <translation>Kein Befund, kein Overlay</translation>
    </message>
    <message>
        <source>{method} is being worked out…</source>
        <translation>{method} wird berechnet…</translation>
    </message>
    <message>
        <source>{method} could not be worked out</source>
        <translation>{method} konnte nicht berechnet werden</translation>
    </message>
</context>
<context>
    <name>Planes</name>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>koronar</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>oblique axial</source>
        <translation>schräg axial</translation>
    </message>
    <message>
        <source>oblique coronal</source>
        <translation>schräg koronar</translation>
    </message>
    <message>
        <source>oblique sagittal</source>
        <translation>schräg sagittal</translation>
    </message>
</context>
<context>
    <name>ProbabilityBar</name>
    <message>
        <source>no finding</source>
        <translation>kein Befund</translation>
    </message>
    <message>
        <source>Show where the network looked for: {name}</source>
        <translation>Zeigen, wohin das Netz geschaut hat für: {name}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>Sehr gering</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Gering</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>Sehr hoch</translation>
    </message>
    <message>
        <source>Abstains</source>
        <translation>Enthält sich</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Einig</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Uneinig</translation>
    </message>
    <message>
        <source>Nothing to compare: the model abstains.</source>
        <translation>Nichts zu vergleichen: Das Modell enthält sich.</translation>
    </message>
    <message>
        <source>Nothing to compare: you were unsure.</source>
        <translation>Nichts zu vergleichen: Sie waren unsicher.</translation>
    </message>
    <message>
        <source>You and the model disagree.</source>
        <translation>Sie und das Modell sind uneinig.</translation>
    </message>
    <message>
        <source>You and the model agree.</source>
        <translation>Sie und das Modell sind einig.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>YOUR READING</source>
        <translation>IHRE BEURTEILUNG</translation>
    </message>
    <message>
        <source>This slice</source>
        <translation>Diese Schicht</translation>
    </message>
    <message>
        <source>Series of {count} slices</source>
        <translation>{count} Schichten</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Off in the settings</source>
        <translation>In den Einstellungen ausgeschaltet</translation>
    </message>
    <message>
        <source>Clear recent</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Forget every place that was opened</source>
        <translation>Alle geöffneten Orte vergessen</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} und {count} weitere</translation>
    </message>
    <message>
        <source>{name} (gone)</source>
        <translation>{name} (nicht mehr da)</translation>
    </message>
</context>
<context>
    <name>ResearchUse</name>
    <message>
        <source>Research use only. Not for diagnosis.</source>
        <translation>Nur für Forschungszwecke. Nicht für die Diagnose.</translation>
    </message>
</context>
<context>
    <name>Revealed</name>
    <message>
        <source>YOU</source>
        <translation>SIE</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELL</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Aufdecken</translation>
    </message>
    <message>
        <source>Try to keep the reading once more</source>
        <translation>Noch einmal versuchen, die Beurteilung zu speichern</translation>
    </message>
    <message>
        <source>Show what the model says of this slice</source>
        <translation>Zeigen, was das Modell zu dieser Schicht sagt</translation>
    </message>
    <message>
        <source>{confidence} confidence</source>
        <translation>Sicherheit: {confidence}</translation>
    </message>
    <message>
        <source>Reveal {model}</source>
        <translation>{model} aufdecken</translation>
    </message>
    <message>
        <source>Abstains</source>
        <translation>Enthält sich</translation>
    </message>
    <message>
        <source>once all slices are read</source>
        <translation>sobald alle Schichten ausgewertet sind</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>kein Modell geladen</translation>
    </message>
    <message>
        <source>{} for the series</source>
        <translation>{} für die Serie</translation>
    </message>
    <message>
        <source>{} for the slice</source>
        <translation>{} für die Schicht</translation>
    </message>
    <message>
        <source>Kept in the journal, {time}</source>
        <translation>Im Journal gespeichert, {time}</translation>
    </message>
    <message>
        <source>not blind</source>
        <translation>nicht blind</translation>
    </message>
</context>
<context>
    <name>SeriesBox</name>
    <message>
        <source>SERIES</source>
        <translation>SERIE</translation>
    </message>
    <message>
        <source>Slice that speaks most for</source>
        <translation>Schicht, die am meisten spricht für</translation>
    </message>
    <message>
        <source>Rule: {rule}</source>
        <translation>Regel: {rule}</translation>
    </message>
    <message>
        <source>shown after your impressions</source>
        <translation>erst nach den eigenen Beurteilungen</translation>
    </message>
    <message>
        <source>the model gives no class on any slice</source>
        <translation>das Modell nennt bei keiner Schicht eine Klasse</translation>
    </message>
    <message>
        <source>not all slices read</source>
        <translation>nicht alle Schichten ausgewertet</translation>
    </message>
    <message>
        <source>{count} of {all} slices without a finding</source>
        <translation>{count} von {all} Schichten ohne Befund</translation>
    </message>
    <message numerus="yes">
        <source>%Ln slice(s) given no class, not counted</source>
        <translation>
            <numerusform>%Ln Schicht ohne Klasse, nicht gezählt</numerusform>
            <numerusform>%Ln Schichten ohne Klasse, nicht gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Known once every slice of the series is read</source>
        <translation>Bekannt, sobald jede Schicht der Serie ausgewertet ist</translation>
    </message>
    <message>
        <source>{name}: slice {number}</source>
        <translation>{name}: Schicht {number}</translation>
    </message>
    <message>
        <source>Go to slice {number}, which speaks most for {name} ({percent})</source>
        <translation>Zu Schicht {number}, die am meisten für {name} spricht ({percent})</translation>
    </message>
</context>
<context>
    <name>SeriesDetails</name>
    <message>
        <source>Choose this series</source>
        <translation>Diese Serie wählen</translation>
    </message>
    <message>
        <source>Why this series, and what is odd about it</source>
        <translation>Warum diese Serie, und was an ihr auffällt</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Undo choice</source>
        <translation>Wahl aufheben</translation>
    </message>
    <message>
        <source>Undo the choice of this series</source>
        <translation>Die Wahl dieser Serie aufheben</translation>
    </message>
    <message>
        <source>Take this series for the second opinion of its study, whatever the rules say</source>
        <translation>Diese Serie für die Zweitmeinung der Studie nehmen, gleich was die Regeln sagen</translation>
    </message>
    <message>
        <source>Forget your choice and take the series of the rules</source>
        <translation>Eigene Wahl vergessen und die Serie der Regeln nehmen</translation>
    </message>
    <message>
        <source>THIS SERIES</source>
        <translation>DIESE SERIE</translation>
    </message>
</context>
<context>
    <name>SeriesRule</name>
    <message>
        <source>mean of the tenth of the slices with the highest tumor probability</source>
        <translation>Mittel über das Zehntel der Schichten mit der höchsten Tumorwahrscheinlichkeit</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Dark for the reading room, light for stands, or as the system says.</source>
        <translation>Dunkel für den Befundraum, hell für Stände, oder wie das System.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of the window. It changes when the program is started again.</source>
        <translation>Des Fensters. Sie wechselt beim nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>Deutsch</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Name of an installed model, or the folder of a model bundle. Empty: the first that is installed.</source>
        <translation>Name eines installierten Modells oder Ordner eines Modellpakets. Leer: das erste installierte.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>What the network runs on. Automatic takes a GPU where one can be used.</source>
        <translation>Worauf das Netz rechnet. Automatisch nimmt eine GPU, wo eine nutzbar ist.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA-GPU</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>How it is worked out where the network looked. Grad-CAM costs nothing extra.</source>
        <translation>Wie ermittelt wird, wohin das Netz geschaut hat. Grad-CAM kostet nichts extra.</translation>
    </message>
    <message>
        <source>Grad-CAM</source>
        <translation>Grad-CAM</translation>
    </message>
    <message>
        <source>Grad-CAM++</source>
        <translation>Grad-CAM++</translation>
    </message>
    <message>
        <source>LayerCAM</source>
        <translation>LayerCAM</translation>
    </message>
    <message>
        <source>HiResCAM</source>
        <translation>HiResCAM</translation>
    </message>
    <message>
        <source>EigenCAM</source>
        <translation>EigenCAM</translation>
    </message>
    <message>
        <source>Score-CAM</source>
        <translation>Score-CAM</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>One series as image, overlay, or both side by side; or several series.</source>
        <translation>Eine Serie als Bild, Overlay oder beides nebeneinander; oder mehrere Serien.</translation>
    </message>
    <message>
        <source>Series side by side scroll, zoom and pan together in mm. Key {link} switches it.</source>
        <translation>Serien nebeneinander blättern, zoomen und verschieben gemeinsam in mm. Taste {link} schaltet um.</translation>
    </message>
    <message>
        <source>Colours where the network looked. Key {overlay} switches it while reading.</source>
        <translation>Färbt, wohin das Netz geschaut hat. Taste {overlay} schaltet es beim Befunden um.</translation>
    </message>
    <message>
        <source>Patient, study, slice, window and zoom over the image. Key {corner_texts} switches them.</source>
        <translation>Patient, Studie, Schicht, Fenster und Zoom über dem Bild. Taste {corner_texts} schaltet sie um.</translation>
    </message>
    <message>
        <source>How fast key {cine} plays a series; the keys {cine_faster} and {cine_slower} change it while reading.</source>
        <translation>Wie schnell Taste {cine} eine Serie abspielt; die Tasten {cine_faster} und {cine_slower} ändern es beim Befunden.</translation>
    </message>
    <message>
        <source>Go on where I stopped</source>
        <translation>Dort weitermachen, wo ich aufgehört habe</translation>
    </message>
    <message>
        <source>Opens the studies, series and slice of the last session. On, since most readings go on; their places are kept for this account alone. Switch it off where several people share an account.</source>
        <translation>Öffnet Studien, Serie und Schicht der letzten Sitzung. Ein, da die meisten Befundungen weitergehen; die Orte werden nur für dieses Konto behalten. Ausschalten, wo mehrere ein Konto teilen.</translation>
    </message>
    <message>
        <source>List recent studies</source>
        <translation>Letzte Studien auflisten</translation>
    </message>
    <message>
        <source>Keeps where the last ten lie, never what they hold, for this account alone. On, since folders of studies are hard to find again. Names of folders may be personal data: switched off, the list is erased.</source>
        <translation>Behält, wo die letzten zehn liegen, nie ihren Inhalt, nur für dieses Konto. Ein, da Ordner schwer wiederzufinden sind. Ordnernamen können personenbezogen sein: ausgeschaltet wird die Liste gelöscht.</translation>
    </message>
    <message>
        <source>Keep patient identity in the journal</source>
        <translation>Identität des Patienten im Journal speichern</translation>
    </message>
    <message>
        <source>Off: readings are kept under a code that does not tell who it is. On: name and number of the patient stand in the journal and in its export. Readings that are kept already stay as they are.</source>
        <translation>Aus: Beurteilungen stehen unter einem Code, der nicht verrät, wer es ist. Ein: Name und Nummer des Patienten stehen im Journal und im Export. Bereits Gespeichertes bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Image beside overlay</source>
        <translation>Bild neben Overlay</translation>
    </message>
    <message>
        <source>Image only</source>
        <translation>Nur Bild</translation>
    </message>
    <message>
        <source>Overlay only</source>
        <translation>Nur Overlay</translation>
    </message>
    <message>
        <source>Two series</source>
        <translation>Zwei Serien</translation>
    </message>
    <message>
        <source>Four series</source>
        <translation>Vier Serien</translation>
    </message>
    <message>
        <source>Link the series</source>
        <translation>Serien koppeln</translation>
    </message>
    <message>
        <source>Link their windows</source>
        <translation>Ihre Fenster koppeln</translation>
    </message>
    <message>
        <source>Only where grey values mean the same: within one series, or among CT series.</source>
        <translation>Nur wo Grauwerte dasselbe bedeuten: in einer Serie oder zwischen CT-Serien.</translation>
    </message>
    <message>
        <source>Show the overlay</source>
        <translation>Overlay zeigen</translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation>Deckkraft des Overlays</translation>
    </message>
    <message>
        <source>How strongly the overlay covers the image.</source>
        <translation>Wie stark das Overlay das Bild überdeckt.</translation>
    </message>
    <message>
        <source>Overlay from</source>
        <translation>Overlay ab</translation>
    </message>
    <message>
        <source>Weaker places than this share of the strongest one stay uncovered.</source>
        <translation>Schwächere Stellen als dieser Anteil der stärksten bleiben frei.</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Farbskala</translation>
    </message>
    <message>
        <source>Colours of the overlay; all of them suit colour-blind eyes and print in grey.</source>
        <translation>Farben des Overlays; alle eignen sich bei Farbfehlsichtigkeit und für Graudruck.</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Texts in the corners</source>
        <translation>Texte in den Ecken</translation>
    </message>
    <message>
        <source>Slices a second</source>
        <translation>Schichten pro Sekunde</translation>
    </message>
    <message>
        <source>Dragging down brightens</source>
        <translation>Ziehen nach unten macht heller</translation>
    </message>
    <message>
        <source>Off: dragging down darkens, as in most viewers.</source>
        <translation>Aus: Ziehen nach unten macht dunkler, wie in den meisten Betrachtern.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Remember the last folder</source>
        <translation>Letzten Ordner merken</translation>
    </message>
    <message>
        <source>Its name may be personal data. Switched off, nothing is kept.</source>
        <translation>Sein Name kann personenbezogen sein. Ausgeschaltet wird nichts behalten.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Every setting of this list as it was at first</source>
        <translation>Alle Einstellungen dieser Liste wie am Anfang</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(keine)</translation>
    </message>
    <message>
        <source>{title}: {least:g} to {most:g}</source>
        <translation>{title}: {least:g} bis {most:g}</translation>
    </message>
    <message>
        <source>First installed</source>
        <translation>Erstes installiertes</translation>
    </message>
</context>
<context>
    <name>StackStrip</name>
    <message>
        <source>Findings by slice</source>
        <translation>Befunde je Schicht</translation>
    </message>
    <message>
        <source>Slice {number}</source>
        <translation>Schicht {number}</translation>
    </message>
    <message>
        <source>record your impression first</source>
        <translation>erst eigene Beurteilung eintragen</translation>
    </message>
    <message>
        <source>no finding</source>
        <translation>kein Befund</translation>
    </message>
    <message>
        <source>not yet read</source>
        <translation>noch nicht ausgewertet</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Something unexpected happened ({kind}).</source>
        <translation>Etwas Unerwartetes ist geschehen ({kind}).</translation>
    </message>
    <message>
        <source>The rest keeps working. The log says where it happened.</source>
        <translation>Alles Übrige funktioniert weiter. Das Protokoll sagt, wo es geschah.</translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message>
        <source>{modality} study</source>
        <translation>{modality}-Studie</translation>
    </message>
    <message>
        <source>SYNTHETIC</source>
        <translation>SYNTHETISCH</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Localiser</source>
        <translation>Localizer</translation>
    </message>
    <message>
        <source>Derived</source>
        <translation>Abgeleitet</translation>
    </message>
    <message>
        <source>Lossy</source>
        <translation>Verlustbehaftet</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Single images</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Serie {number}</translation>
    </message>
    <message>
        <source>Copies left out</source>
        <translation>Kopien ausgelassen</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} Hinweise</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 Schicht</translation>
    </message>
    <message>
        <source>{count} slices</source>
        <translation>{count} Schichten</translation>
    </message>
    <message>
        <source>Chosen by you.</source>
        <translation>Von Ihnen gewählt.</translation>
    </message>
    <message>
        <source>The rules propose “{series}”.</source>
        <translation>Die Regeln schlagen „{series}“ vor.</translation>
    </message>
    <message>
        <source>You chose “{series}” instead.</source>
        <translation>Sie haben stattdessen „{series}“ gewählt.</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>Headers {done} / {total}</source>
        <translation>Header {done} / {total}</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} Dateien</translation>
    </message>
    <message>
        <source>1 file was left out.</source>
        <translation>1 Datei wurde ausgelassen.</translation>
    </message>
    <message>
        <source>{count} files were left out.</source>
        <translation>{count} Dateien wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Opening was stopped after {done} of {total} files; what was found stays open.</source>
        <translation>Das Öffnen wurde nach {done} von {total} Dateien beendet; Gefundenes bleibt offen.</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilddateien</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
</context>
<context>
    <name>StudyPanel</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>STUDIES</source>
        <translation>STUDIEN</translation>
    </message>
    <message>
        <source>Search patients, studies and series</source>
        <translation>Patienten, Studien und Serien durchsuchen</translation>
    </message>
    <message>
        <source>Show only what holds all these words</source>
        <translation>Nur zeigen, was alle diese Wörter enthält</translation>
    </message>
    <message>
        <source>What was left out while opening, and why</source>
        <translation>Was beim Öffnen ausgelassen wurde, und warum</translation>
    </message>
    <message>
        <source>Studies and series</source>
        <translation>Studien und Serien</translation>
    </message>
    <message>
        <source>Nothing that is open holds all these words.</source>
        <translation>Nichts Geöffnetes enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>Nothing is open. Drop files or a folder anywhere in the window.</source>
        <translation>Nichts ist geöffnet. Dateien oder einen Ordner irgendwo im Fenster ablegen.</translation>
    </message>
    <message>
        <source>Show list</source>
        <translation>Liste zeigen</translation>
    </message>
    <message>
        <source>Look at this series</source>
        <translation>Diese Serie ansehen</translation>
    </message>
    <message>
        <source>Choose this series</source>
        <translation>Diese Serie wählen</translation>
    </message>
    <message>
        <source>Follow the rules</source>
        <translation>Den Regeln folgen</translation>
    </message>
    <message>
        <source>Close this study</source>
        <translation>Diese Studie schließen</translation>
    </message>
</context>
<context>
    <name>Suspicious</name>
    <message>
        <source>Record your impression first: suspicious slices are shown after it</source>
        <translation>Zuerst die eigene Beurteilung eintragen: verdächtige Schichten erscheinen danach</translation>
    </message>
    <message>
        <source>No suspicious slice after this one</source>
        <translation>Keine auffällige Schicht nach dieser</translation>
    </message>
    <message>
        <source>No suspicious slice before this one</source>
        <translation>Keine auffällige Schicht vor dieser</translation>
    </message>
    <message>
        <source>{read} of {all} slices read</source>
        <translation>{read} von {all} Schichten ausgewertet</translation>
    </message>
</context>
<context>
    <name>ToolBar</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation>Anordnung: {name}</translation>
    </message>
    <message>
        <source>Open files, a folder or a demonstration case</source>
        <translation>Dateien, einen Ordner oder einen Beispielfall öffnen</translation>
    </message>
    <message>
        <source>Windows of this slice (keys 1 to 5)</source>
        <translation>Fenster dieser Schicht (Tasten 1 bis 5)</translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation>Deckkraft des Overlays</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Overlay from</source>
        <translation>Overlay ab</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Colour map of the overlay</source>
        <translation>Farbskala des Overlays</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Weitere Werkzeuge</translation>
    </message>
</context>
<context>
    <name>UnlikeLine</name>
    <message>
        <source>Whether the slice lies far from the images that the model was trained on</source>
        <translation>Ob die Schicht weit von den Trainingsbildern liegt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Unlike training: {answer}</source>
        <translation>Trainingsfremd: {answer}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Open a study</source>
        <translation>Studie öffnen</translation>
    </message>
    <message>
        <source>Drop DICOM, NIfTI, PNG, JPEG or TIFF files or folders anywhere in this window.</source>
        <translation>DICOM-, NIfTI-, PNG-, JPEG- oder TIFF-Dateien oder Ordner irgendwo in diesem Fenster ablegen.</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>Reading headers: {done} of {total}</source>
        <translation>Header werden gelesen: {done} von {total}</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>nicht verknüpft</translation>
    </message>
    <message>
        <source>▶ {rate} slices/s</source>
        <translation>▶ {rate} Schichten/s</translation>
    </message>
    <message>
        <source>slice {number}/{all}</source>
        <translation>Schicht {number}/{all}</translation>
    </message>
</context>
<context>
    <name>Viewport</name>
    <message>
        <source>Slice of the series</source>
        <translation>Schicht der Serie</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <source>Read the files of this study again, as they are now</source>
        <translation>Die Dateien dieser Untersuchung neu lesen, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>Eine Serie hierher ziehen</translation>
    </message>
    <message>
        <source>or click here, then choose one in the list.</source>
        <translation>oder hier klicken und dann in der Liste eine wählen.</translation>
    </message>
    <message>
        <source>This slice cannot be shown</source>
        <translation>Diese Schicht kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>Reading the slice</source>
        <translation>Schicht wird gelesen</translation>
    </message>
    <message>
        <source>Drop to show here</source>
        <translation>Zum Anzeigen hier loslassen</translation>
    </message>
</context>
<context>
    <name>ViewportGrid</name>
    <message>
        <source>Viewport {number}</source>
        <translation>Bildfeld {number}</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Automatic (0.5–99.5 %)</source>
        <translation>Automatisch (0,5–99,5 %)</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Ganzer Bereich</translation>
    </message>
</context>
</TS>
