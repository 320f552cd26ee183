<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Abstention</name>
    <message>
        <source>This is not an MR image</source>
        <translation>Esta no es una imagen de RM</translation>
    </message>
    <message>
        <source>This is not the head</source>
        <translation>Esto no es la cabeza</translation>
    </message>
    <message>
        <source>The image has too few pixels</source>
        <translation>La imagen tiene muy pocos píxeles</translation>
    </message>
    <message>
        <source>The slice is blank</source>
        <translation>El corte está vacío</translation>
    </message>
    <message>
        <source>Unlike the images the model was trained on</source>
        <translation>Distinta de las imágenes de entrenamiento</translation>
    </message>
    <message>
        <source>all its pixels have one value</source>
        <translation>todos sus píxeles tienen el mismo valor</translation>
    </message>
    <message>
        <source>not a brain, or another kind of image</source>
        <translation>no es un cerebro, o es otro tipo de imagen</translation>
    </message>
</context>
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
        <source>Reading</source>
        <translation>Lectura</translation>
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
        <source>Close study</source>
        <translation>Cerrar estudio</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>Cerrar todos los estudios</translation>
    </message>
    <message>
        <source>Left out while opening…</source>
        <translation>Omitido al abrir…</translation>
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
        <source>Choose this series</source>
        <translation>Elegir esta serie</translation>
    </message>
    <message>
        <source>Read whole series</source>
        <translation>Analizar toda la serie</translation>
    </message>
    <message>
        <source>Compare with another model</source>
        <translation>Comparar con otro modelo</translation>
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
        <source>Read first</source>
        <translation>Leer primero</translation>
    </message>
    <message>
        <source>Record and reveal</source>
        <translation>Registrar y mostrar</translation>
    </message>
    <message>
        <source>Own impression: Glioma</source>
        <translation>Impresión propia: Glioma</translation>
    </message>
    <message>
        <source>Own impression: Meningioma</source>
        <translation>Impresión propia: Meningioma</translation>
    </message>
    <message>
        <source>Own impression: Pituitary tumor</source>
        <translation>Impresión propia: Tumor hipofisario</translation>
    </message>
    <message>
        <source>Own impression: No tumor</source>
        <translation>Impresión propia: Sin tumor</translation>
    </message>
    <message>
        <source>Own impression: Unsure</source>
        <translation>Impresión propia: No estoy seguro</translation>
    </message>
    <message>
        <source>Journal…</source>
        <translation>Diario…</translation>
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
        <source>Two series</source>
        <translation>Dos series</translation>
    </message>
    <message>
        <source>Four series</source>
        <translation>Cuatro series</translation>
    </message>
    <message>
        <source>Link scroll, zoom and pan</source>
        <translation>Vincular desplazamiento y zoom</translation>
    </message>
    <message>
        <source>Link windows</source>
        <translation>Vincular ventanas</translation>
    </message>
    <message>
        <source>Next viewport</source>
        <translation>Siguiente recuadro</translation>
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
        <source>Help</source>
        <translation>Ayuda</translation>
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
        <source>Log…</source>
        <translation>Registro…</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop…</source>
        <translation>Acerca de BrainTumor Desktop…</translation>
    </message>
</context>
<context>
    <name>AgreementView</name>
    <message>
        <source>Abstains</source>
        <translation>Se abstiene</translation>
    </message>
    <message>
        <source>You ↓   Model →</source>
        <translation>Usted ↓   Modelo →</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa: agreement beyond what chance would give; 1 is perfect, 0 is chance.</source>
        <translation>Kappa de Cohen: acuerdo más allá del azar; 1 es perfecto, 0 es azar.</translation>
    </message>
    <message>
        <source>You: {own}. Model: {its}. Readings: {count}</source>
        <translation>Usted: {own}. Modelo: {its}. Lecturas: {count}</translation>
    </message>
    <message>
        <source>These readings were chosen by whether they agree: it would tell nothing.</source>
        <translation>Estas lecturas se eligieron según su concordancia: no diría nada.</translation>
    </message>
    <message>
        <source>Answers of {count} models are counted: choose one of them above.</source>
        <translation>Se cuentan respuestas de {count} modelos: elija uno arriba.</translation>
    </message>
    <message>
        <source>Too few readings for an interval: it is given from {count} on.</source>
        <translation>Muy pocas lecturas para un intervalo: se da a partir de {count}.</translation>
    </message>
    <message>
        <source>All agree: no interval can be worked out.</source>
        <translation>Todas coinciden: no se puede calcular un intervalo.</translation>
    </message>
    <message>
        <source>Kappa {kappa}</source>
        <translation>Kappa {kappa}</translation>
    </message>
    <message>
        <source>It needs readings of more than one class with a class from both.</source>
        <translation>Necesita lecturas de más de una clase con clase de ambos.</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>intervalo del 95 % de {low} a {high}</translation>
    </message>
    <message>
        <source>Agreed in {agreed} of {compared} readings with a class from both</source>
        <translation>Acuerdo en {agreed} de {compared} lecturas con clase de ambos</translation>
    </message>
    <message>
        <source>{count} not counted: not blind, or no answer yet</source>
        <translation>{count} no contadas: no ciegas o aún sin respuesta</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Overlay</source>
        <translation>Superposición</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Exactitud equilibrada</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>F1 macro</translation>
    </message>
    <message>
        <source>Macro AUROC</source>
        <translation>AUROC macro</translation>
    </message>
    <message>
        <source>Calibration error before</source>
        <translation>Error de calibración antes</translation>
    </message>
    <message>
        <source>Calibration error after</source>
        <translation>Error de calibración después</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Puntuación de Brier</translation>
    </message>
    <message>
        <source>Recall (95 % interval)</source>
        <translation>Sensibilidad (intervalo del 95 %)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Known limits</source>
        <translation>Límites conocidos</translation>
    </message>
    <message>
        <source>The card names none.</source>
        <translation>La ficha no nombra ninguno.</translation>
    </message>
    <message>
        <source>What it reached</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>The card holds no measurement.</source>
        <translation>La ficha no contiene mediciones.</translation>
    </message>
    <message>
        <source>What it was trained on</source>
        <translation>Con qué se entrenó</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>La red</translation>
    </message>
    <message>
        <source>{count} patients</source>
        <translation>{count} pacientes</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>intervalo del 95 % de {low} a {high}</translation>
    </message>
    <message>
        <source>LEAKY: test images also stand in training.</source>
        <translation>CON FUGA: hay imágenes de prueba también en el entrenamiento.</translation>
    </message>
    <message>
        <source>Prediction sets with the true class</source>
        <translation>Conjuntos con la clase verdadera</translation>
    </message>
    <message>
        <source>Classes in a prediction set</source>
        <translation>Clases por conjunto</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
    <message>
        <source>{count:,} images</source>
        <translation>{count:,} imágenes</translation>
    </message>
    <message>
        <source>{count:,} patients</source>
        <translation>{count:,} pacientes</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatura</translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation>Licencia de los datos</translation>
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
        <source>Record your impression first</source>
        <translation>Registre primero su impresión</translation>
    </message>
    <message>
        <source>Both models abstain</source>
        <translation>Ambos modelos se abstienen</translation>
    </message>
    <message>
        <source>Nothing to compare: {name} abstains, the other says {finding}</source>
        <translation>Nada que comparar: {name} se abstiene, el otro dice {finding}</translation>
    </message>
    <message>
        <source>Both: {name}</source>
        <translation>Ambos: {name}</translation>
    </message>
    <message>
        <source>They differ: {first}, {second}</source>
        <translation>Difieren: {first}, {second}</translation>
    </message>
    <message>
        <source>Loading the second model…</source>
        <translation>Cargando el segundo modelo…</translation>
    </message>
    <message>
        <source>The slice is being read…</source>
        <translation>Analizando el corte…</translation>
    </message>
    <message>
        <source>This is the model that is compared.</source>
        <translation>Este es el modelo que se compara.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Elija otro.</translation>
    </message>
    <message>
        <source>The two models tell different classes apart.</source>
        <translation>Los dos modelos distinguen clases diferentes.</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Second model that reads the slice too</source>
        <translation>Segundo modelo que también analiza el corte</translation>
    </message>
    <message>
        <source>Let a second model read the slice too, in a process of its own</source>
        <translation>Hacer que un segundo modelo analice también el corte, en un proceso propio</translation>
    </message>
    <message>
        <source>Close comparison</source>
        <translation>Cerrar comparación</translation>
    </message>
    <message>
        <source>End the second model and give its memory back</source>
        <translation>Terminar el segundo modelo y liberar su memoria</translation>
    </message>
    <message>
        <source>Show where this model looked</source>
        <translation>Mostrar dónde miró este modelo</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Model folder…</source>
        <translation>Carpeta del modelo…</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Abrir carpeta del modelo</translation>
    </message>
    <message>
        <source>Same class on {agreed} of {both} slices that both have read</source>
        <translation>Misma clase en {agreed} de {both} cortes que ambos han leído</translation>
    </message>
    <message>
        <source>Weights SHA-256 {sha256}</source>
        <translation>Pesos SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>Show where {name} looked</source>
        <translation>Mostrar dónde miró {name}</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>It may be sent to whoever looks after the program: it holds versions and places in the program, no patient data.</source>
        <translation>Puede enviarse a quien mantiene el programa: contiene versiones y lugares del programa, ningún dato de pacientes.</translation>
    </message>
    <message>
        <source>Crash report</source>
        <translation>Informe de fallo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar el informe</translation>
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
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versiones</translation>
    </message>
    <message>
        <source>Licences of the packages used</source>
        <translation>Licencias de los paquetes usados</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>Ningún modelo cargado.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop</source>
        <translation>Acerca de BrainTumor Desktop</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>Leyendo las licencias…</translation>
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
    <name>Exporting</name>
    <message>
        <source>Export overlay</source>
        <translation>Exportar superposición</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>Imagen PNG</translation>
    </message>
    <message>
        <source>{method} is still being worked out: export it then.</source>
        <translation>{method} aún se está calculando: expórtelo después.</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Exportado a {path}</translation>
    </message>
    <message>
        <source>The picture is on the clipboard, without the patient&apos;s name and number.</source>
        <translation>La imagen está en el portapapeles, sin nombre ni número del paciente.</translation>
    </message>
</context>
<context>
    <name>FindingPanel</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Model folder…</source>
        <translation>Carpeta del modelo…</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>Load the model once more</source>
        <translation>Cargar el modelo otra vez</translation>
    </message>
    <message>
        <source>Choose the folder of a model bundle</source>
        <translation>Elegir la carpeta de un paquete de modelo</translation>
    </message>
    <message>
        <source>SECOND OPINION</source>
        <translation>SEGUNDA OPINIÓN</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>Explained by</source>
        <translation>Explicación</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>How it is worked out where the network looked</source>
        <translation>Cómo se calcula dónde miró la red</translation>
    </message>
    <message>
        <source>Data, metrics and limits of this model</source>
        <translation>Datos, métricas y límites de este modelo</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Sin modelo</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>Sin hallazgo</translation>
    </message>
    <message>
        <source>No slice</source>
        <translation>Sin corte</translation>
    </message>
    <message>
        <source>This slice cannot be shown, so there is nothing to ask about.</source>
        <translation>Este corte no se puede mostrar; no hay nada que preguntar.</translation>
    </message>
    <message>
        <source>Choose a series to get a second opinion.</source>
        <translation>Elija una serie para obtener una segunda opinión.</translation>
    </message>
    <message>
        <source>Open a study to get a second opinion.</source>
        <translation>Abra un estudio para obtener una segunda opinión.</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>Cargando el modelo</translation>
    </message>
    <message>
        <source>The images can be read meanwhile.</source>
        <translation>Las imágenes pueden verse mientras tanto.</translation>
    </message>
    <message>
        <source>Your reading first</source>
        <translation>Primero su lectura</translation>
    </message>
    <message>
        <source>Record your impression first; what the model says is shown after it.</source>
        <translation>Registre primero su impresión; después se muestra lo que dice el modelo.</translation>
    </message>
    <message>
        <source>Reading the slice</source>
        <translation>Analizando el corte</translation>
    </message>
    <message>
        <source>The model abstains</source>
        <translation>El modelo se abstiene</translation>
    </message>
    <message>
        <source>{percent} for this slice</source>
        <translation>{percent} para este corte</translation>
    </message>
    <message>
        <source>{coverage} set: {classes}</source>
        <translation>Conjunto {coverage}: {classes}</translation>
    </message>
    <message>
        <source>Sets like this hold the true class for {coverage} of slices of new patients like those of the calibration.</source>
        <translation>Conjuntos así contienen la clase verdadera en el {coverage} de los cortes de pacientes nuevos como los de la calibración.</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>Ningún modelo cargado</translation>
    </message>
    <message>
        <source>Weights SHA-256 {sha256}</source>
        <translation>Pesos SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>weights {sha256}</source>
        <translation>pesos {sha256}</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} de {all}</translation>
    </message>
    <message>
        <source>{classes} or {last}</source>
        <translation>{classes} o {last}</translation>
    </message>
</context>
<context>
    <name>FindingsRow</name>
    <message>
        <source>Read whole series</source>
        <translation>Analizar toda la serie</translation>
    </message>
    <message>
        <source>Ask the network about every slice of this series</source>
        <translation>Preguntar a la red por cada corte de esta serie</translation>
    </message>
    <message>
        <source>Read no further; what was read stays</source>
        <translation>No leer más; lo leído se conserva</translation>
    </message>
    <message>
        <source>Findings by slice</source>
        <translation>Hallazgos por corte</translation>
    </message>
    <message>
        <source>Reading {done}/{total}</source>
        <translation>Analizando {done}/{total}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Habits</name>
    <message>
        <source>Open recent</source>
        <translation>Abrir recientes</translation>
    </message>
    <message>
        <source>The studies that were opened last</source>
        <translation>Los últimos estudios abiertos</translation>
    </message>
    <message>
        <source>The list of recent studies cannot be erased.</source>
        <translation>No se puede borrar la lista de estudios recientes.</translation>
    </message>
    <message>
        <source>{path} is no longer there. Connect its disk or network share and try again, or take it off the list.</source>
        <translation>{path} ya no está. Conecte su disco o recurso de red e inténtelo de nuevo, o quítelo de la lista.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>What is open cannot be remembered ({reason}). Nothing else is affected.</source>
        <translation>No se puede recordar lo que está abierto ({reason}). Nada más se ve afectado.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time.</source>
        <translation>El programa terminó inesperadamente la última vez.</translation>
    </message>
    <message>
        <source>Open what was open</source>
        <translation>Abrir lo que estaba abierto</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>Empezar vacío</translation>
    </message>
    <message>
        <source>A report without patient data was written: {path}</source>
        <translation>Se escribió un informe sin datos de pacientes: {path}</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Mostrar informe</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>no key</source>
        <translation>sin tecla</translation>
    </message>
    <message>
        <source>Key or movement</source>
        <translation>Tecla o movimiento</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Qué hace</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Buscar en la ayuda</translation>
    </message>
    <message>
        <source>Words to look for (Enter goes to the next place)</source>
        <translation>Palabras que buscar (Intro va a la siguiente)</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>Anterior (Mayús+F3)</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>Siguiente (F3)</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Contenido</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln lugar</numerusform>
            <numerusform>%Ln lugares</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No encontrado</translation>
    </message>
</context>
<context>
    <name>ImpressionForm</name>
    <message>
        <source>Record and reveal</source>
        <translation>Registrar y mostrar</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>How sure you are, in five steps</source>
        <translation>Su grado de certeza, en cinco pasos</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>Registrando…</translation>
    </message>
    <message>
        <source>Your reading is not kept yet; it still stands in this form.</source>
        <translation>Su lectura aún no está guardada; sigue en este formulario.</translation>
    </message>
    <message>
        <source>You have seen an answer on these images before: the journal marks this reading as not blind.</source>
        <translation>Ya ha visto una respuesta sobre estas imágenes: el diario marca esta lectura como no ciega.</translation>
    </message>
    <message>
        <source>The model is being loaded; its answer is withheld until then.</source>
        <translation>El modelo se está cargando; su respuesta queda oculta hasta entonces.</translation>
    </message>
    <message>
        <source>No model is loaded; your reading is kept all the same.</source>
        <translation>No hay modelo cargado; su lectura se guarda igualmente.</translation>
    </message>
    <message>
        <source>The answer of {model} is withheld until then.</source>
        <translation>La respuesta de {model} se oculta hasta entonces.</translation>
    </message>
    <message>
        <source>The note has {count} characters; {limit} at most can be kept.</source>
        <translation>La nota tiene {count} caracteres; se pueden guardar {limit} como máximo.</translation>
    </message>
</context>
<context>
    <name>JournalTable</name>
    <message>
        <source>Recorded</source>
        <translation>Registrado</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Caso</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Own impression</source>
        <translation>Impresión propia</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Model&apos;s answer</source>
        <translation>Respuesta del modelo</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Not blind: an answer had been seen before; not counted below.</source>
        <translation>No ciega: ya se había visto una respuesta; no se cuenta abajo.</translation>
    </message>
</context>
<context>
    <name>JournalWindow</name>
    <message>
        <source>Journal of readings</source>
        <translation>Diario de lecturas</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>Exportar CSV…</translation>
    </message>
    <message>
        <source>Erase selected…</source>
        <translation>Borrar selección…</translation>
    </message>
    <message>
        <source>Erase all…</source>
        <translation>Borrar todo…</translation>
    </message>
    <message>
        <source>AGREEMENT</source>
        <translation>ACUERDO</translation>
    </message>
    <message>
        <source>Search the readings</source>
        <translation>Buscar en las lecturas</translation>
    </message>
    <message>
        <source>Words anywhere in a row, notes included</source>
        <translation>Palabras en cualquier parte de una fila, incluidas las notas</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier fecha</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Últimas 24 horas</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Últimos 12 meses</translation>
    </message>
    <message>
        <source>Agree or not</source>
        <translation>De acuerdo o no</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>De acuerdo</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>En desacuerdo</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nada que comparar</translation>
    </message>
    <message>
        <source>When recorded</source>
        <translation>Cuándo se registró</translation>
    </message>
    <message>
        <source>Which model</source>
        <translation>Qué modelo</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Acuerdo</translation>
    </message>
    <message>
        <source>Write the readings in the table to a CSV file</source>
        <translation>Escribir las lecturas de la tabla en un archivo CSV</translation>
    </message>
    <message>
        <source>Erase the selected readings from the journal</source>
        <translation>Borrar del diario las lecturas seleccionadas</translation>
    </message>
    <message>
        <source>Erase the whole journal</source>
        <translation>Borrar todo el diario</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Lecturas</translation>
    </message>
    <message>
        <source>Switch on Read first</source>
        <translation>Activar «Leer primero»</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Show all readings</source>
        <translation>Mostrar todas las lecturas</translation>
    </message>
    <message>
        <source>Record your own impression before the model&apos;s is shown</source>
        <translation>Registrar su impresión antes de mostrar la del modelo</translation>
    </message>
    <message>
        <source>Open the journal once more</source>
        <translation>Abrir el diario otra vez</translation>
    </message>
    <message>
        <source>Take the filter and the search away</source>
        <translation>Quitar el filtro y la búsqueda</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>Leyendo el diario</translation>
    </message>
    <message>
        <source>No readings yet</source>
        <translation>Aún no hay lecturas</translation>
    </message>
    <message>
        <source>With Read first on, your impression is asked for before the model&apos;s answer is shown. Both are kept here, on this computer.</source>
        <translation>Con «Leer primero» se pide su impresión antes de mostrar la respuesta del modelo. Ambas se guardan aquí, en este ordenador.</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>Cualquier modelo</translation>
    </message>
    <message>
        <source>No reading fits</source>
        <translation>Ninguna lectura coincide</translation>
    </message>
    <message>
        <source>Change the search or the filters.</source>
        <translation>Cambie la búsqueda o los filtros.</translation>
    </message>
    <message>
        <source>{shown} of {all} readings</source>
        <translation>{shown} de {all} lecturas</translation>
    </message>
    <message>
        <source>Export the readings</source>
        <translation>Exportar las lecturas</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>Archivo CSV (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportando…</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>Exportado a {path}</translation>
    </message>
    <message>
        <source>Erase readings</source>
        <translation>Borrar lecturas</translation>
    </message>
    <message>
        <source>Erase the whole journal ({count} readings)?</source>
        <translation>¿Borrar todo el diario ({count} lecturas)?</translation>
    </message>
    <message>
        <source>Erase {count} of the readings?</source>
        <translation>¿Borrar {count} de las lecturas?</translation>
    </message>
    <message>
        <source>Your impressions, notes and confidence and the model&apos;s answers to them are lost for good. There is no copy but what you exported.</source>
        <translation>Sus impresiones, notas y confianza y las respuestas del modelo se pierden para siempre. No hay más copia que lo que haya exportado.</translation>
    </message>
    <message>
        <source>Later readings of the same patients cannot be matched with an earlier export.</source>
        <translation>Las lecturas posteriores de los mismos pacientes no podrán relacionarse con una exportación anterior.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Change keys</source>
        <translation>Cambiar teclas</translation>
    </message>
    <message>
        <source>Every action&apos;s usual key</source>
        <translation>La tecla habitual de cada acción</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>Tecla para {action}</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>Copy list</source>
        <translation>Copiar lista</translation>
    </message>
    <message>
        <source>Left out while opening</source>
        <translation>Omitido al abrir</translation>
    </message>
    <message>
        <source>Reasons, and the files that they hold for</source>
        <translation>Motivos y los archivos afectados</translation>
    </message>
    <message>
        <source>Copy reasons and file names; names may be personal data</source>
        <translation>Copiar motivos y nombres de archivo; pueden ser datos personales</translation>
    </message>
    <message>
        <source>All of them lie in {folder}</source>
        <translation>Todos están en {folder}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Leer de nuevo</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos y errores</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>How serious</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Show everything, or only what is at least so serious</source>
        <translation>Mostrar todo, o solo a partir de esta gravedad</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Show only lines that hold these words</source>
        <translation>Mostrar solo líneas con estas palabras</translation>
    </message>
    <message>
        <source>Copy the lines that are shown</source>
        <translation>Copiar las líneas visibles</translation>
    </message>
    <message>
        <source>Save the lines that are shown as a text file</source>
        <translation>Guardar las líneas visibles como texto</translation>
    </message>
    <message>
        <source>Read what was written since</source>
        <translation>Leer lo escrito desde entonces</translation>
    </message>
    <message>
        <source>No patient data is written here: names and paths are withheld.</source>
        <translation>Aquí no se escriben datos de pacientes: se omiten nombres y rutas.</translation>
    </message>
    <message>
        <source>No log file can be written here; see the terminal.</source>
        <translation>No se puede escribir un registro aquí; vea la terminal.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>The log cannot be read ({reason}).</source>
        <translation>No se puede leer el registro ({reason}).</translation>
    </message>
    <message>
        <source>{shown} of {count} lines</source>
        <translation>{shown} de {count} líneas</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>Guardar registro</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Texto (*.txt)</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>Guardado como {name}</translation>
    </message>
    <message>
        <source>{name} cannot be written. Choose another folder.</source>
        <translation>No se puede escribir {name}. Elija otra carpeta.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open files…</source>
        <translation>Abrir archivos…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Abrir carpeta…</translation>
    </message>
    <message>
        <source>Demonstration cases</source>
        <translation>Casos de demostración</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop opening; what was found stays open</source>
        <translation>Detener la apertura; lo encontrado sigue abierto</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Abrir archivos</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Abrir carpeta</translation>
    </message>
    <message>
        <source>Nothing that can be shown was found.</source>
        <translation>No se encontró nada que se pueda mostrar.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Mostrar registro</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Abrir carpeta del modelo</translation>
    </message>
    <message>
        <source>The changed keys are not used: {why}</source>
        <translation>No se usan las teclas cambiadas: {why}</translation>
    </message>
    <message>
        <source>{read}/{all} slices read</source>
        <translation>{read}/{all} cortes analizados</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>SYNTHETIC</source>
        <translation>SINTÉTICO</translation>
    </message>
    <message>
        <source>lossy compression</source>
        <translation>compresión con pérdida</translation>
    </message>
    <message>
        <source>shown 1:{factor}</source>
        <translation>mostrado 1:{factor}</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>invertido</translation>
    </message>
    <message>
        <source>low</source>
        <translation>bajo</translation>
    </message>
    <message>
        <source>high</source>
        <translation>alto</translation>
    </message>
    <message>
        <source>shown from {threshold}</source>
        <translation>mostrado desde {threshold}</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>no pixel inside</source>
        <translation>ningún píxel dentro</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>media {value}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} a {high}</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} píxeles</translation>
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
        <source>&amp;Reading</source>
        <translation>&amp;Lectura</translation>
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
        <translation>Nota (opcional)</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>In your own words. Enter records, Shift+Enter starts a new line.</source>
        <translation>Con sus palabras. Intro registra, Mayús+Intro inicia una línea nueva.</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>Cerrar este aviso</translation>
    </message>
    <message>
        <source>Copy this notice</source>
        <translation>Copiar este aviso</translation>
    </message>
</context>
<context>
    <name>OpeningBox</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Stop reading; what was found so far stays open</source>
        <translation>Detener la lectura; lo encontrado sigue abierto</translation>
    </message>
    <message>
        <source>Files read</source>
        <translation>Archivos leídos</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Overlay</source>
        <translation>Superposición</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegida</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>predicha</translation>
    </message>
    <message>
        <source>Overlay hidden</source>
        <translation>Superposición oculta</translation>
    </message>
    <message>
        <source>No positive evidence for {name}</source>
        <translation>Sin evidencia positiva de {name}</translation>
    </message>
    <message>
        <source>Where the network looked; not a lesion outline</source>
        <translation>Dónde miró la red; no es el contorno de una lesión</translation>
    </message>
    <message>
        <source>The model abstains: no overlay</source>
        <translation>El modelo se abstiene: sin superposición</translation>
    </message>
    <message>
        <source>Record your impression first</source>
        <translation>Registre primero su impresión</translation>
    </message>
    <message>
        <source>Waiting for the second opinion…</source>
        <translation>Esperando la segunda opinión…</translation>
    </message>
    <message>
        <source>No finding, no overlay</source>
        <translation>Sin hallazgo, sin superposición</translation>
    </message>
    <message>
        <source>{method} is being worked out…</source>
        <translation>{method} se está calculando…</translation>
    </message>
    <message>
        <source>{method} could not be worked out</source>
        <translation>{method} no se pudo calcular</translation>
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
        <translation>coronal</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagital</translation>
    </message>
    <message>
        <source>oblique axial</source>
        <translation>axial oblicuo</translation>
    </message>
    <message>
        <source>oblique coronal</source>
        <translation>coronal oblicuo</translation>
    </message>
    <message>
        <source>oblique sagittal</source>
        <translation>sagital oblicuo</translation>
    </message>
</context>
<context>
    <name>ProbabilityBar</name>
    <message>
        <source>no finding</source>
        <translation>sin hallazgo</translation>
    </message>
    <message>
        <source>Show where the network looked for: {name}</source>
        <translation>Mostrar dónde miró la red para: {name}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Unsure</source>
        <translation>No estoy seguro</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>Muy baja</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>Muy alta</translation>
    </message>
    <message>
        <source>Abstains</source>
        <translation>Se abstiene</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serie</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Corte</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>De acuerdo</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>En desacuerdo</translation>
    </message>
    <message>
        <source>Nothing to compare: the model abstains.</source>
        <translation>Nada que comparar: el modelo se abstiene.</translation>
    </message>
    <message>
        <source>Nothing to compare: you were unsure.</source>
        <translation>Nada que comparar: usted no estaba seguro.</translation>
    </message>
    <message>
        <source>You and the model disagree.</source>
        <translation>Usted y el modelo discrepan.</translation>
    </message>
    <message>
        <source>You and the model agree.</source>
        <translation>Usted y el modelo coinciden.</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>YOUR READING</source>
        <translation>SU LECTURA</translation>
    </message>
    <message>
        <source>This slice</source>
        <translation>Este corte</translation>
    </message>
    <message>
        <source>Series of {count} slices</source>
        <translation>Serie: {count} cortes</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>Abrir recientes</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>Off in the settings</source>
        <translation>Desactivado en los ajustes</translation>
    </message>
    <message>
        <source>Clear recent</source>
        <translation>Borrar recientes</translation>
    </message>
    <message>
        <source>Forget every place that was opened</source>
        <translation>Olvidar todos los lugares abiertos</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} y {count} más</translation>
    </message>
    <message>
        <source>{name} (gone)</source>
        <translation>{name} (ya no está)</translation>
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
    <name>Revealed</name>
    <message>
        <source>YOU</source>
        <translation>USTED</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>MODELO</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Try to keep the reading once more</source>
        <translation>Intentar guardar la lectura otra vez</translation>
    </message>
    <message>
        <source>Show what the model says of this slice</source>
        <translation>Mostrar lo que el modelo dice de este corte</translation>
    </message>
    <message>
        <source>{confidence} confidence</source>
        <translation>Confianza: {confidence}</translation>
    </message>
    <message>
        <source>Reveal {model}</source>
        <translation>Mostrar {model}</translation>
    </message>
    <message>
        <source>Abstains</source>
        <translation>Se abstiene</translation>
    </message>
    <message>
        <source>once all slices are read</source>
        <translation>cuando todos los cortes estén analizados</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>oculto</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>ningún modelo cargado</translation>
    </message>
    <message>
        <source>{} for the series</source>
        <translation>{} para la serie</translation>
    </message>
    <message>
        <source>{} for the slice</source>
        <translation>{} para el corte</translation>
    </message>
    <message>
        <source>Kept in the journal, {time}</source>
        <translation>Guardado en el diario, {time}</translation>
    </message>
    <message>
        <source>not blind</source>
        <translation>no a ciegas</translation>
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
        <translation>Corte que más habla a favor de</translation>
    </message>
    <message>
        <source>Rule: {rule}</source>
        <translation>Regla: {rule}</translation>
    </message>
    <message>
        <source>shown after your impressions</source>
        <translation>se muestra tras sus impresiones</translation>
    </message>
    <message>
        <source>the model gives no class on any slice</source>
        <translation>el modelo no da clase en ningún corte</translation>
    </message>
    <message>
        <source>not all slices read</source>
        <translation>no todos los cortes analizados</translation>
    </message>
    <message>
        <source>{count} of {all} slices without a finding</source>
        <translation>{count} de {all} cortes sin hallazgo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln slice(s) given no class, not counted</source>
        <translation>
            <numerusform>%Ln corte sin clase, no contado</numerusform>
            <numerusform>%Ln cortes sin clase, no contados</numerusform>
        </translation>
    </message>
    <message>
        <source>Known once every slice of the series is read</source>
        <translation>Se sabrá cuando todos los cortes estén analizados</translation>
    </message>
    <message>
        <source>{name}: slice {number}</source>
        <translation>{name}: corte {number}</translation>
    </message>
    <message>
        <source>Go to slice {number}, which speaks most for {name} ({percent})</source>
        <translation>Ir al corte {number}, que más habla a favor de {name} ({percent})</translation>
    </message>
</context>
<context>
    <name>SeriesDetails</name>
    <message>
        <source>Choose this series</source>
        <translation>Elegir esta serie</translation>
    </message>
    <message>
        <source>Why this series, and what is odd about it</source>
        <translation>Por qué esta serie y qué tiene de particular</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Undo choice</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Undo the choice of this series</source>
        <translation>Deshacer la elección de esta serie</translation>
    </message>
    <message>
        <source>Take this series for the second opinion of its study, whatever the rules say</source>
        <translation>Usar esta serie para la segunda opinión del estudio, digan lo que digan las reglas</translation>
    </message>
    <message>
        <source>Forget your choice and take the series of the rules</source>
        <translation>Olvidar su elección y usar la serie de las reglas</translation>
    </message>
    <message>
        <source>THIS SERIES</source>
        <translation>ESTA SERIE</translation>
    </message>
</context>
<context>
    <name>SeriesRule</name>
    <message>
        <source>mean of the tenth of the slices with the highest tumor probability</source>
        <translation>media del décimo de los cortes con mayor probabilidad de tumor</translation>
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
        <source>One series as image, overlay, or both side by side; or several series.</source>
        <translation>Una serie como imagen, superposición o ambas; o varias series.</translation>
    </message>
    <message>
        <source>Series side by side scroll, zoom and pan together in mm. Key {link} switches it.</source>
        <translation>Las series contiguas se desplazan y amplían juntas en mm. La tecla {link} lo conmuta.</translation>
    </message>
    <message>
        <source>Colours where the network looked. Key {overlay} switches it while reading.</source>
        <translation>Colorea dónde miró la red. La tecla {overlay} la conmuta durante la lectura.</translation>
    </message>
    <message>
        <source>Patient, study, slice, window and zoom over the image. Key {corner_texts} switches them.</source>
        <translation>Paciente, estudio, corte, ventana y zoom sobre la imagen. La tecla {corner_texts} los conmuta.</translation>
    </message>
    <message>
        <source>How fast key {cine} plays a series; the keys {cine_faster} and {cine_slower} change it while reading.</source>
        <translation>Velocidad con la que la tecla {cine} reproduce una serie; las teclas {cine_faster} y {cine_slower} la cambian.</translation>
    </message>
    <message>
        <source>Go on where I stopped</source>
        <translation>Continuar donde lo dejé</translation>
    </message>
    <message>
        <source>Opens the studies, series and slice of the last session. On, since most readings go on; their places are kept for this account alone. Switch it off where several people share an account.</source>
        <translation>Abre los estudios, la serie y el corte de la última sesión. Activado, pues la mayoría de lecturas continúan; sus lugares se guardan solo para esta cuenta. Desactívelo si varias personas comparten la cuenta.</translation>
    </message>
    <message>
        <source>List recent studies</source>
        <translation>Listar estudios recientes</translation>
    </message>
    <message>
        <source>Keeps where the last ten lie, never what they hold, for this account alone. On, since folders of studies are hard to find again. Names of folders may be personal data: switched off, the list is erased.</source>
        <translation>Guarda dónde están los diez últimos, nunca su contenido, solo para esta cuenta. Activado, pues cuesta volver a encontrarlos. Los nombres de carpetas pueden ser datos personales: desactivado, la lista se borra.</translation>
    </message>
    <message>
        <source>Keep patient identity in the journal</source>
        <translation>Guardar la identidad del paciente en el diario</translation>
    </message>
    <message>
        <source>Off: readings are kept under a code that does not tell who it is. On: name and number of the patient stand in the journal and in its export. Readings that are kept already stay as they are.</source>
        <translation>Desactivado: las lecturas se guardan con un código que no revela quién es. Activado: nombre y número del paciente figuran en el diario y su exportación. Lo ya guardado no cambia.</translation>
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
        <source>Two series</source>
        <translation>Dos series</translation>
    </message>
    <message>
        <source>Four series</source>
        <translation>Cuatro series</translation>
    </message>
    <message>
        <source>Link the series</source>
        <translation>Vincular las series</translation>
    </message>
    <message>
        <source>Link their windows</source>
        <translation>Vincular sus ventanas</translation>
    </message>
    <message>
        <source>Only where grey values mean the same: within one series, or among CT series.</source>
        <translation>Solo donde los grises significan lo mismo: en una serie o entre series de TC.</translation>
    </message>
    <message>
        <source>Show the overlay</source>
        <translation>Mostrar la superposición</translation>
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
        <source>Slices a second</source>
        <translation>Cortes por segundo</translation>
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
        <source>Every setting of this list as it was at first</source>
        <translation>Todos los ajustes de esta lista como al principio</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(ninguna)</translation>
    </message>
    <message>
        <source>{title}: {least:g} to {most:g}</source>
        <translation>{title}: de {least:g} a {most:g}</translation>
    </message>
    <message>
        <source>First installed</source>
        <translation>Primero instalado</translation>
    </message>
</context>
<context>
    <name>StackStrip</name>
    <message>
        <source>Findings by slice</source>
        <translation>Hallazgos por corte</translation>
    </message>
    <message>
        <source>Slice {number}</source>
        <translation>Corte {number}</translation>
    </message>
    <message>
        <source>record your impression first</source>
        <translation>registre primero su impresión</translation>
    </message>
    <message>
        <source>no finding</source>
        <translation>sin hallazgo</translation>
    </message>
    <message>
        <source>not yet read</source>
        <translation>aún no analizado</translation>
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
    <name>Studies</name>
    <message>
        <source>{modality} study</source>
        <translation>Estudio {modality}</translation>
    </message>
    <message>
        <source>SYNTHETIC</source>
        <translation>SINTÉTICO</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Elegida</translation>
    </message>
    <message>
        <source>Localiser</source>
        <translation>Localizador</translation>
    </message>
    <message>
        <source>Derived</source>
        <translation>Derivada</translation>
    </message>
    <message>
        <source>Lossy</source>
        <translation>Con pérdida</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Huecos</translation>
    </message>
    <message>
        <source>Single images</source>
        <translation>Imágenes sueltas</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>Serie {number}</translation>
    </message>
    <message>
        <source>Copies left out</source>
        <translation>Copias omitidas</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 nota</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} notas</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} imágenes</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 corte</translation>
    </message>
    <message>
        <source>{count} slices</source>
        <translation>{count} cortes</translation>
    </message>
    <message>
        <source>Chosen by you.</source>
        <translation>Elegida por usted.</translation>
    </message>
    <message>
        <source>The rules propose “{series}”.</source>
        <translation>Las reglas proponen «{series}».</translation>
    </message>
    <message>
        <source>You chose “{series}” instead.</source>
        <translation>Usted eligió «{series}» en su lugar.</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Buscando imágenes…</translation>
    </message>
    <message>
        <source>Headers {done} / {total}</source>
        <translation>Cabeceras {done} / {total}</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} archivos</translation>
    </message>
    <message>
        <source>1 file was left out.</source>
        <translation>Se omitió 1 archivo.</translation>
    </message>
    <message>
        <source>{count} files were left out.</source>
        <translation>Se omitieron {count} archivos.</translation>
    </message>
    <message>
        <source>Opening was stopped after {done} of {total} files; what was found stays open.</source>
        <translation>La apertura se detuvo tras {done} de {total} archivos; lo encontrado sigue abierto.</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>Todas las imágenes</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes comunes</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
</context>
<context>
    <name>StudyPanel</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>STUDIES</source>
        <translation>ESTUDIOS</translation>
    </message>
    <message>
        <source>Search patients, studies and series</source>
        <translation>Buscar pacientes, estudios y series</translation>
    </message>
    <message>
        <source>Show only what holds all these words</source>
        <translation>Mostrar solo lo que contiene todas estas palabras</translation>
    </message>
    <message>
        <source>What was left out while opening, and why</source>
        <translation>Qué se omitió al abrir y por qué</translation>
    </message>
    <message>
        <source>Studies and series</source>
        <translation>Estudios y series</translation>
    </message>
    <message>
        <source>Nothing that is open holds all these words.</source>
        <translation>Nada de lo abierto contiene todas estas palabras.</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Buscando imágenes…</translation>
    </message>
    <message>
        <source>Nothing is open. Drop files or a folder anywhere in the window.</source>
        <translation>No hay nada abierto. Suelte archivos o una carpeta en la ventana.</translation>
    </message>
    <message>
        <source>Show list</source>
        <translation>Mostrar lista</translation>
    </message>
    <message>
        <source>Look at this series</source>
        <translation>Ver esta serie</translation>
    </message>
    <message>
        <source>Choose this series</source>
        <translation>Elegir esta serie</translation>
    </message>
    <message>
        <source>Follow the rules</source>
        <translation>Seguir las reglas</translation>
    </message>
    <message>
        <source>Close this study</source>
        <translation>Cerrar este estudio</translation>
    </message>
</context>
<context>
    <name>Suspicious</name>
    <message>
        <source>Record your impression first: suspicious slices are shown after it</source>
        <translation>Registre primero su impresión: los cortes sospechosos se muestran después</translation>
    </message>
    <message>
        <source>No suspicious slice after this one</source>
        <translation>No hay cortes sospechosos después de este</translation>
    </message>
    <message>
        <source>No suspicious slice before this one</source>
        <translation>No hay cortes sospechosos antes de este</translation>
    </message>
    <message>
        <source>{read} of {all} slices read</source>
        <translation>{read} de {all} cortes analizados</translation>
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
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation>Disposición: {name}</translation>
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
        <source>Opacity</source>
        <translation>Opacidad</translation>
    </message>
    <message>
        <source>Overlay from</source>
        <translation>Superposición desde</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Colour map of the overlay</source>
        <translation>Mapa de color de la superposición</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>Más herramientas</translation>
    </message>
</context>
<context>
    <name>UnlikeLine</name>
    <message>
        <source>Whether the slice lies far from the images that the model was trained on</source>
        <translation>Si el corte está lejos de las imágenes de entrenamiento</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Unlike training: {answer}</source>
        <translation>Distinto del entrenamiento: {answer}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Open a study</source>
        <translation>Abra un estudio</translation>
    </message>
    <message>
        <source>Drop DICOM, NIfTI, PNG, JPEG or TIFF files or folders anywhere in this window.</source>
        <translation>Suelte archivos DICOM, NIfTI, PNG, JPEG o TIFF o carpetas en esta ventana.</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>Buscando imágenes…</translation>
    </message>
    <message>
        <source>Reading headers: {done} of {total}</source>
        <translation>Leyendo cabeceras: {done} de {total}</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>sin vincular</translation>
    </message>
    <message>
        <source>▶ {rate} slices/s</source>
        <translation>▶ {rate} cortes/s</translation>
    </message>
    <message>
        <source>slice {number}/{all}</source>
        <translation>corte {number}/{all}</translation>
    </message>
</context>
<context>
    <name>Viewport</name>
    <message>
        <source>Slice of the series</source>
        <translation>Corte de la serie</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Abrir de nuevo</translation>
    </message>
    <message>
        <source>Read the files of this study again, as they are now</source>
        <translation>Volver a leer los archivos de este estudio tal como están ahora</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>Arrastre aquí una serie</translation>
    </message>
    <message>
        <source>or click here, then choose one in the list.</source>
        <translation>o haga clic aquí y elija una en la lista.</translation>
    </message>
    <message>
        <source>This slice cannot be shown</source>
        <translation>Este corte no se puede mostrar</translation>
    </message>
    <message>
        <source>Reading the slice</source>
        <translation>Leyendo el corte</translation>
    </message>
    <message>
        <source>Drop to show here</source>
        <translation>Suelte para mostrar aquí</translation>
    </message>
</context>
<context>
    <name>ViewportGrid</name>
    <message>
        <source>Viewport {number}</source>
        <translation>Recuadro {number}</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Automatic (0.5–99.5 %)</source>
        <translation>Automático (0,5–99,5 %)</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>Rango completo</translation>
    </message>
</context>
</TS>
