<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
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
        <source>Close all studies</source>
        <translation>Alle Studien schließen</translation>
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
        <source>Read whole series</source>
        <translation>Ganze Serie auswerten</translation>
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
        <source>Keys and mouse…</source>
        <translation>Tasten und Maus…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Tasten ändern…</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop…</source>
        <translation>Über BrainTumor Desktop…</translation>
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
        <source>YOU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{confidence} confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal {model}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not all slices read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>withheld</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the journal, {time}</source>
        <translation type="unfinished"></translation>
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
        <source>About BrainTumor Desktop</source>
        <translation>Über BrainTumor Desktop</translation>
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
    <name>FindingPanel</name>
    <message>
        <source>Record your impression first</source>
        <translation>Zuerst die eigene Beurteilung eintragen</translation>
    </message>
    <message>
        <source>What the model says of this slice is shown after it.</source>
        <translation>Danach erscheint, was das Modell zu dieser Schicht sagt.</translation>
    </message>
    <message>
        <source>shown after your impressions</source>
        <translation>erst nach den eigenen Beurteilungen</translation>
    </message>
</context>
<context>
    <name>ImpressionForm</name>
    <message>
        <source>Record and reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How sure you are, in five steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your reading is not kept yet; it still stands in this form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You have seen an answer on these images before: the journal marks this reading as not blind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is loaded; your reading is kept all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer of {model} is withheld until then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>Taste für {action}</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your own words. Enter records, Shift+Enter starts a new line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Show list</source>
        <translation>Liste zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Was ausgelassen wurde</translation>
    </message>
    <message>
        <source>Hide list</source>
        <translation>Liste ausblenden</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Record your impression first</source>
        <translation>Zuerst die eigene Beurteilung eintragen</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Unsure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Very high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Abstains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model abstains, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were unsure, so there is nothing to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You and the model agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You and the model disagree: you said {own}, it says {its}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>YOUR READING</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This slice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series of {count} slices</source>
        <translation type="unfinished"></translation>
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
        <source>The untouched image, the overlay, or both side by side.</source>
        <translation>Das unveränderte Bild, das Overlay oder beide nebeneinander.</translation>
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
        <source>Show the overlay</source>
        <translation>Overlay zeigen</translation>
    </message>
    <message>
        <source>Colours where the network looked. Key A switches it while reading.</source>
        <translation>Färbt, wohin das Netz geschaut hat. Taste A schaltet es beim Befunden um.</translation>
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
        <source>Patient, study, slice, window and zoom over the image. Key T switches them.</source>
        <translation>Patient, Studie, Schicht, Fenster und Zoom über dem Bild. Taste T schaltet sie um.</translation>
    </message>
    <message>
        <source>Slices a second</source>
        <translation>Schichten pro Sekunde</translation>
    </message>
    <message>
        <source>How fast key C plays a series; the keys . and , change it while reading.</source>
        <translation>Wie schnell Taste C eine Serie abspielt; die Tasten . und , ändern es beim Befunden.</translation>
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
        <source>First installed</source>
        <translation>Erstes installiertes</translation>
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
    <name>Suspicious</name>
    <message>
        <source>No suspicious slice after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No suspicious slice before this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} of {all} slices read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} of {all} slices shown, record your impression first</source>
        <translation type="unfinished"></translation>
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
        <source>Overlay from</source>
        <translation>Overlay ab</translation>
    </message>
    <message>
        <source>Colour map of the overlay</source>
        <translation>Farbskala des Overlays</translation>
    </message>
</context>
</TS>
