<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>ActionGroups</name>
    <message>
        <source>Mouse</source>
        <translation>Ratón</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Medir</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Hallazgo</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vista</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>{key} stands for “{actions}”.</source>
        <translation>{key} está asignada a «{actions}».</translation>
    </message>
    <message>
        <source>” and “</source>
        <translation>» y «</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Abrir archivos…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Abrir carpeta…</translation>
    </message>
    <message>
        <source>Open demonstration cases</source>
        <translation>Abrir casos de demostración</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>Cerrar todos los estudios</translation>
    </message>
    <message>
        <source>Export overlay as PNG…</source>
        <translation>Exportar superposición como PNG…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copiar imagen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Ajustes…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Reset window, zoom, pan and turn</source>
        <translation>Restablecer ventana, zoom, posición y giro</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Acercar</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Alejar</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>Invertir</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>Voltear de izquierda a derecha</translation>
    </message>
    <message>
        <source>Flip top to bottom</source>
        <translation>Voltear de arriba abajo</translation>
    </message>
    <message>
        <source>Rotate by 90°</source>
        <translation>Girar 90°</translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation>Ventana/nivel</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Desplazar</translation>
    </message>
    <message>
        <source>Measure a length</source>
        <translation>Medir una longitud</translation>
    </message>
    <message>
        <source>Measure an ellipse</source>
        <translation>Medir una elipse</translation>
    </message>
    <message>
        <source>Delete the selected one</source>
        <translation>Borrar la medida seleccionada</translation>
    </message>
    <message>
        <source>Delete all on this slice</source>
        <translation>Borrar todas las medidas de este corte</translation>
    </message>
    <message>
        <source>Window 1</source>
        <translation>Ventana 1</translation>
    </message>
    <message>
        <source>Window 2</source>
        <translation>Ventana 2</translation>
    </message>
    <message>
        <source>Window 3</source>
        <translation>Ventana 3</translation>
    </message>
    <message>
        <source>Window 4</source>
        <translation>Ventana 4</translation>
    </message>
    <message>
        <source>Window 5</source>
        <translation>Ventana 5</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>Corte anterior</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>Corte siguiente</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>Primer corte</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>Último corte</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>Serie anterior</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>Serie siguiente</translation>
    </message>
    <message>
        <source>Play (cine)</source>
        <translation>Reproducir (cine)</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>Reproducir más rápido</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>Reproducir más despacio</translation>
    </message>
    <message>
        <source>Next suspicious slice</source>
        <translation>Siguiente corte sospechoso</translation>
    </message>
    <message>
        <source>Previous suspicious slice</source>
        <translation>Corte sospechoso anterior</translation>
    </message>
    <message>
        <source>Read whole series</source>
        <translation>Analizar toda la serie</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>Ficha del modelo…</translation>
    </message>
    <message>
        <source>Open model folder…</source>
        <translation>Abrir carpeta del modelo…</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Superposición</translation>
    </message>
    <message>
        <source>Texts in the corners</source>
        <translation>Textos en las esquinas</translation>
    </message>
    <message>
        <source>Image beside overlay</source>
        <translation>Imagen junto a superposición</translation>
    </message>
    <message>
        <source>Image only</source>
        <translation>Solo imagen</translation>
    </message>
    <message>
        <source>Overlay only</source>
        <translation>Solo superposición</translation>
    </message>
    <message>
        <source>Studies panel</source>
        <translation>Panel de estudios</translation>
    </message>
    <message>
        <source>Finding panel</source>
        <translation>Panel de hallazgos</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Keys and mouse…</source>
        <translation>Teclas y ratón…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>Cambiar teclas…</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop…</source>
        <translation>Acerca de BrainTumor Desktop…</translation>
    </message>
</context>
<context>
    <name>Classes</name>
    <message>
        <source>Glioma</source>
        <translation>Glioma</translation>
    </message>
    <message>
        <source>Meningioma</source>
        <translation>Meningioma</translation>
    </message>
    <message>
        <source>Pituitary tumor</source>
        <translation>Tumor hipofisario</translation>
    </message>
    <message>
        <source>No tumor</source>
        <translation>Sin tumor</translation>
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
        <translation>Teclas y ratón</translation>
    </message>
    <message>
        <source>A second opinion on single brain MR slices: calibrated probabilities for glioma, meningioma, pituitary tumor and no tumor, and a map of where the network looked.</source>
        <translation>Una segunda opinión sobre cortes individuales de RM cerebral: probabilidades calibradas de glioma, meningioma, tumor hipofisario y sin tumor, y un mapa de dónde miró la red.</translation>
    </message>
    <message>
        <source>It is not a medical device. It cannot see other diseases, and a map of where it looked is not the outline of a lesion. The model card says what it was trained on, what it reached, and where it is known to be weak.</source>
        <translation>No es un producto sanitario. No puede ver otras enfermedades, y el mapa de dónde miró no es el contorno de una lesión. La ficha del modelo dice con qué se entrenó, qué resultados obtuvo y dónde se sabe que es débil.</translation>
    </message>
    <message>
        <source>Apache-2.0. Nothing leaves this computer.</source>
        <translation>Apache-2.0. Nada sale de este ordenador.</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop</source>
        <translation>Acerca de BrainTumor Desktop</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to open</source>
        <translation>Suelte para abrir</translation>
    </message>
</context>
<context>
    <name>FindingPanel</name>
    <message>
        <source>Record your impression first</source>
        <translation>Registre primero su impresión</translation>
    </message>
    <message>
        <source>What the model says of this slice is shown after it.</source>
        <translation>Después se muestra lo que el modelo dice de este corte.</translation>
    </message>
    <message>
        <source>shown after your impressions</source>
        <translation>se muestra tras sus impresiones</translation>
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
        <translation>Cambiar teclas</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>Tecla para {action}</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Window of the file</source>
        <translation>Ventana del archivo</translation>
    </message>
    <message>
        <source>VOI LUT of the file</source>
        <translation>VOI LUT del archivo</translation>
    </message>
    <message>
        <source>Open a study first</source>
        <translation>Abra primero un estudio</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Vista</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Imagen</translation>
    </message>
    <message>
        <source>&amp;Stack</source>
        <translation>&amp;Serie</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Medir</translation>
    </message>
    <message>
        <source>F&amp;inding</source>
        <translation>&amp;Hallazgo</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
</context>
<context>
    <name>Mouse</name>
    <message>
        <source>Left drag</source>
        <translation>Arrastrar con el izquierdo</translation>
    </message>
    <message>
        <source>Window/level (or the chosen tool)</source>
        <translation>Ventana/nivel (o la herramienta elegida)</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>Arrastrar con el central</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>Desplazar</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>Arrastrar con el derecho</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rueda</translation>
    </message>
    <message>
        <source>Through the slices</source>
        <translation>Por los cortes</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + rueda</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>Zoom en el puntero</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajustar</translation>
    </message>
    <message>
        <source>Click on a measurement</source>
        <translation>Clic en una medida</translation>
    </message>
    <message>
        <source>Select it; drag its ends or its line</source>
        <translation>Seleccionarla; arrastre extremos o línea</translation>
    </message>
    <message>
        <source>Click on a class</source>
        <translation>Clic en una clase</translation>
    </message>
    <message>
        <source>Show where the network looked for it</source>
        <translation>Mostrar dónde miró la red para ella</translation>
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
        <translation>Mostrar lista</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Lo que se omitió</translation>
    </message>
    <message>
        <source>Hide list</source>
        <translation>Ocultar lista</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Record your impression first</source>
        <translation>Registre primero su impresión</translation>
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
        <translation>Solo para investigación. No apto para diagnóstico.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Tema</translation>
    </message>
    <message>
        <source>Dark for the reading room, light for stands, or as the system says.</source>
        <translation>Oscuro para la sala de lectura, claro para exposiciones, o según el sistema.</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Of the window. It changes when the program is started again.</source>
        <translation>De la ventana. Cambia al iniciar de nuevo el programa.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
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
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Name of an installed model, or the folder of a model bundle. Empty: the first that is installed.</source>
        <translation>Nombre de un modelo instalado o carpeta de un paquete de modelo. Vacío: el primero instalado.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>What the network runs on. Automatic takes a GPU where one can be used.</source>
        <translation>Dónde se ejecuta la red. Automático usa una GPU si es posible.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation>GPU NVIDIA</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>GPU Apple</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Explicación</translation>
    </message>
    <message>
        <source>How it is worked out where the network looked. Grad-CAM costs nothing extra.</source>
        <translation>Cómo se calcula dónde miró la red. Grad-CAM no cuesta nada más.</translation>
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
        <translation>Visor</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>The untouched image, the overlay, or both side by side.</source>
        <translation>La imagen sin modificar, la superposición o ambas.</translation>
    </message>
    <message>
        <source>Image beside overlay</source>
        <translation>Imagen junto a superposición</translation>
    </message>
    <message>
        <source>Image only</source>
        <translation>Solo imagen</translation>
    </message>
    <message>
        <source>Overlay only</source>
        <translation>Solo superposición</translation>
    </message>
    <message>
        <source>Show the overlay</source>
        <translation>Mostrar la superposición</translation>
    </message>
    <message>
        <source>Colours where the network looked. Key A switches it while reading.</source>
        <translation>Colorea dónde miró la red. La tecla A la conmuta durante la lectura.</translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation>Opacidad de la superposición</translation>
    </message>
    <message>
        <source>How strongly the overlay covers the image.</source>
        <translation>Con qué intensidad la superposición cubre la imagen.</translation>
    </message>
    <message>
        <source>Overlay from</source>
        <translation>Superposición desde</translation>
    </message>
    <message>
        <source>Weaker places than this share of the strongest one stay uncovered.</source>
        <translation>Los lugares más débiles que esta fracción del más fuerte quedan descubiertos.</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>Mapa de color</translation>
    </message>
    <message>
        <source>Colours of the overlay; all of them suit colour-blind eyes and print in grey.</source>
        <translation>Colores de la superposición; todos son aptos para daltónicos y para imprimir en gris.</translation>
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
        <translation>Textos en las esquinas</translation>
    </message>
    <message>
        <source>Patient, study, slice, window and zoom over the image. Key T switches them.</source>
        <translation>Paciente, estudio, corte, ventana y zoom sobre la imagen. La tecla T los conmuta.</translation>
    </message>
    <message>
        <source>Slices a second</source>
        <translation>Cortes por segundo</translation>
    </message>
    <message>
        <source>How fast key C plays a series; the keys . and , change it while reading.</source>
        <translation>Velocidad con la que la tecla C reproduce una serie; las teclas . y , la cambian.</translation>
    </message>
    <message>
        <source>Dragging down brightens</source>
        <translation>Arrastrar hacia abajo aclara</translation>
    </message>
    <message>
        <source>Off: dragging down darkens, as in most viewers.</source>
        <translation>Desactivado: arrastrar hacia abajo oscurece, como en la mayoría de visores.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Remember the last folder</source>
        <translation>Recordar la última carpeta</translation>
    </message>
    <message>
        <source>Its name may be personal data. Switched off, nothing is kept.</source>
        <translation>Su nombre puede ser un dato personal. Desactivado, no se guarda nada.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>First installed</source>
        <translation>Primero instalado</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Something unexpected happened ({kind}).</source>
        <translation>Ha ocurrido algo inesperado ({kind}).</translation>
    </message>
    <message>
        <source>The rest keeps working. The log says where it happened.</source>
        <translation>El resto sigue funcionando. El registro indica dónde ocurrió.</translation>
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
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Open files, a folder or a demonstration case</source>
        <translation>Abrir archivos, una carpeta o un caso de demostración</translation>
    </message>
    <message>
        <source>Windows of this slice (keys 1 to 5)</source>
        <translation>Ventanas de este corte (teclas 1 a 5)</translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation>Opacidad de la superposición</translation>
    </message>
    <message>
        <source>Overlay from</source>
        <translation>Superposición desde</translation>
    </message>
    <message>
        <source>Colour map of the overlay</source>
        <translation>Mapa de color de la superposición</translation>
    </message>
</context>
</TS>
