<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActionGroups</name>
    <message>
        <source>Mouse</source>
        <translation>鼠标</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>序列浏览</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>判读结果</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>{key} stands for “{actions}”.</source>
        <translation>{key} 同时用于“{actions}”。</translation>
    </message>
    <message>
        <source>” and “</source>
        <translation>”和“</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Open demonstration cases</source>
        <translation>打开演示病例</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>关闭所有检查</translation>
    </message>
    <message>
        <source>Export overlay as PNG…</source>
        <translation>将叠加图导出为 PNG…</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图像</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Reset window, zoom, pan and turn</source>
        <translation>重置窗宽窗位、缩放、平移和旋转</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Invert</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>Flip left to right</source>
        <translation>左右翻转</translation>
    </message>
    <message>
        <source>Flip top to bottom</source>
        <translation>上下翻转</translation>
    </message>
    <message>
        <source>Rotate by 90°</source>
        <translation>旋转 90°</translation>
    </message>
    <message>
        <source>Window/level</source>
        <translation>窗宽/窗位</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Measure a length</source>
        <translation>测量长度</translation>
    </message>
    <message>
        <source>Measure an ellipse</source>
        <translation>测量椭圆</translation>
    </message>
    <message>
        <source>Delete the selected one</source>
        <translation>删除所选测量</translation>
    </message>
    <message>
        <source>Delete all on this slice</source>
        <translation>删除本层全部测量</translation>
    </message>
    <message>
        <source>Window 1</source>
        <translation>窗 1</translation>
    </message>
    <message>
        <source>Window 2</source>
        <translation>窗 2</translation>
    </message>
    <message>
        <source>Window 3</source>
        <translation>窗 3</translation>
    </message>
    <message>
        <source>Window 4</source>
        <translation>窗 4</translation>
    </message>
    <message>
        <source>Window 5</source>
        <translation>窗 5</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>上一层</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>下一层</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>第一层</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>最后一层</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>上一序列</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>下一序列</translation>
    </message>
    <message>
        <source>Play (cine)</source>
        <translation>播放(电影)</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>减慢播放</translation>
    </message>
    <message>
        <source>Next suspicious slice</source>
        <translation>下一可疑层面</translation>
    </message>
    <message>
        <source>Previous suspicious slice</source>
        <translation>上一可疑层面</translation>
    </message>
    <message>
        <source>Read whole series</source>
        <translation>分析整个序列</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>模型卡…</translation>
    </message>
    <message>
        <source>Open model folder…</source>
        <translation>打开模型文件夹…</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>叠加图</translation>
    </message>
    <message>
        <source>Texts in the corners</source>
        <translation>四角文字</translation>
    </message>
    <message>
        <source>Image beside overlay</source>
        <translation>图像与叠加图并排</translation>
    </message>
    <message>
        <source>Image only</source>
        <translation>仅图像</translation>
    </message>
    <message>
        <source>Overlay only</source>
        <translation>仅叠加图</translation>
    </message>
    <message>
        <source>Studies panel</source>
        <translation>检查面板</translation>
    </message>
    <message>
        <source>Finding panel</source>
        <translation>结果面板</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Keys and mouse…</source>
        <translation>按键与鼠标…</translation>
    </message>
    <message>
        <source>Change keys…</source>
        <translation>更改按键…</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop…</source>
        <translation>关于 BrainTumor Desktop…</translation>
    </message>
</context>
<context>
    <name>Classes</name>
    <message>
        <source>Glioma</source>
        <translation>胶质瘤</translation>
    </message>
    <message>
        <source>Meningioma</source>
        <translation>脑膜瘤</translation>
    </message>
    <message>
        <source>Pituitary tumor</source>
        <translation>垂体瘤</translation>
    </message>
    <message>
        <source>No tumor</source>
        <translation>无肿瘤</translation>
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
        <translation>按键与鼠标</translation>
    </message>
    <message>
        <source>A second opinion on single brain MR slices: calibrated probabilities for glioma, meningioma, pituitary tumor and no tumor, and a map of where the network looked.</source>
        <translation>针对单层脑部 MR 图像的第二意见:给出胶质瘤、脑膜瘤、垂体瘤和无肿瘤的校准概率,以及网络关注区域图。</translation>
    </message>
    <message>
        <source>It is not a medical device. It cannot see other diseases, and a map of where it looked is not the outline of a lesion. The model card says what it was trained on, what it reached, and where it is known to be weak.</source>
        <translation>本软件不是医疗器械,无法识别其他疾病;关注区域图并非病灶轮廓。模型卡说明其训练数据、所达到的指标以及已知的不足。</translation>
    </message>
    <message>
        <source>Apache-2.0. Nothing leaves this computer.</source>
        <translation>Apache-2.0。任何数据都不会离开本机。</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop</source>
        <translation>关于 BrainTumor Desktop</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>模型卡</translation>
    </message>
</context>
<context>
    <name>DropFrame</name>
    <message>
        <source>Drop to open</source>
        <translation>松开以打开</translation>
    </message>
</context>
<context>
    <name>FindingPanel</name>
    <message>
        <source>Record your impression first</source>
        <translation>请先记录您的印象</translation>
    </message>
    <message>
        <source>What the model says of this slice is shown after it.</source>
        <translation>之后显示模型对该层面的判断。</translation>
    </message>
    <message>
        <source>shown after your impressions</source>
        <translation>记录印象后显示</translation>
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
        <translation>更改按键</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>“{action}”的按键</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Window of the file</source>
        <translation>文件自带窗</translation>
    </message>
    <message>
        <source>VOI LUT of the file</source>
        <translation>文件自带 VOI LUT</translation>
    </message>
    <message>
        <source>Open a study first</source>
        <translation>请先打开检查</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>图像(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Stack</source>
        <translation>序列浏览(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>测量(&amp;M)</translation>
    </message>
    <message>
        <source>F&amp;inding</source>
        <translation>结果(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>Mouse</name>
    <message>
        <source>Left drag</source>
        <translation>左键拖动</translation>
    </message>
    <message>
        <source>Window/level (or the chosen tool)</source>
        <translation>窗宽/窗位(或所选工具)</translation>
    </message>
    <message>
        <source>Middle drag</source>
        <translation>中键拖动</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Right drag</source>
        <translation>右键拖动</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滚轮</translation>
    </message>
    <message>
        <source>Through the slices</source>
        <translation>浏览各层</translation>
    </message>
    <message>
        <source>Ctrl + wheel</source>
        <translation>Ctrl + 滚轮</translation>
    </message>
    <message>
        <source>Zoom at the pointer</source>
        <translation>以指针为中心缩放</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Click on a measurement</source>
        <translation>单击测量</translation>
    </message>
    <message>
        <source>Select it; drag its ends or its line</source>
        <translation>选中;拖动端点或线段</translation>
    </message>
    <message>
        <source>Click on a class</source>
        <translation>单击类别</translation>
    </message>
    <message>
        <source>Show where the network looked for it</source>
        <translation>显示网络对该类别的关注区域</translation>
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
        <translation>显示列表</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>被略过的内容</translation>
    </message>
    <message>
        <source>Hide list</source>
        <translation>隐藏列表</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Record your impression first</source>
        <translation>请先记录您的印象</translation>
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
        <translation>仅供研究使用,不得用于诊断。</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Dark for the reading room, light for stands, or as the system says.</source>
        <translation>阅片室用深色,展台用浅色,或跟随系统。</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of the window. It changes when the program is started again.</source>
        <translation>窗口语言。重新启动程序后生效。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
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
        <translation>模型</translation>
    </message>
    <message>
        <source>Name of an installed model, or the folder of a model bundle. Empty: the first that is installed.</source>
        <translation>已安装模型的名称,或模型包文件夹。留空则使用第一个已安装的模型。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What the network runs on. Automatic takes a GPU where one can be used.</source>
        <translation>网络运行的设备。自动:可用时使用 GPU。</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <translation>NVIDIA GPU</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>解释方法</translation>
    </message>
    <message>
        <source>How it is worked out where the network looked. Grad-CAM costs nothing extra.</source>
        <translation>如何计算网络关注区域。Grad-CAM 无额外开销。</translation>
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
        <translation>阅片</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>The untouched image, the overlay, or both side by side.</source>
        <translation>原始图像、叠加图,或两者并排。</translation>
    </message>
    <message>
        <source>Image beside overlay</source>
        <translation>图像与叠加图并排</translation>
    </message>
    <message>
        <source>Image only</source>
        <translation>仅图像</translation>
    </message>
    <message>
        <source>Overlay only</source>
        <translation>仅叠加图</translation>
    </message>
    <message>
        <source>Show the overlay</source>
        <translation>显示叠加图</translation>
    </message>
    <message>
        <source>Colours where the network looked. Key A switches it while reading.</source>
        <translation>为网络关注区域着色。阅片时按 A 键切换。</translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation>叠加图不透明度</translation>
    </message>
    <message>
        <source>How strongly the overlay covers the image.</source>
        <translation>叠加图覆盖图像的强度。</translation>
    </message>
    <message>
        <source>Overlay from</source>
        <translation>叠加阈值</translation>
    </message>
    <message>
        <source>Weaker places than this share of the strongest one stay uncovered.</source>
        <translation>弱于最强处此比例的区域不覆盖。</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>色图</translation>
    </message>
    <message>
        <source>Colours of the overlay; all of them suit colour-blind eyes and print in grey.</source>
        <translation>叠加图的颜色;均适合色觉异常者,也可灰度打印。</translation>
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
        <translation>四角文字</translation>
    </message>
    <message>
        <source>Patient, study, slice, window and zoom over the image. Key T switches them.</source>
        <translation>在图像上显示患者、检查、层面、窗和缩放。按 T 键切换。</translation>
    </message>
    <message>
        <source>Slices a second</source>
        <translation>每秒层数</translation>
    </message>
    <message>
        <source>How fast key C plays a series; the keys . and , change it while reading.</source>
        <translation>按 C 键播放序列的速度;阅片时用 . 和 , 键更改。</translation>
    </message>
    <message>
        <source>Dragging down brightens</source>
        <translation>向下拖动变亮</translation>
    </message>
    <message>
        <source>Off: dragging down darkens, as in most viewers.</source>
        <translation>关闭:向下拖动变暗,与多数阅片软件相同。</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Remember the last folder</source>
        <translation>记住上次的文件夹</translation>
    </message>
    <message>
        <source>Its name may be personal data. Switched off, nothing is kept.</source>
        <translation>其名称可能含个人信息。关闭后不保留任何内容。</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>First installed</source>
        <translation>第一个已安装的</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Something unexpected happened ({kind}).</source>
        <translation>发生意外错误({kind})。</translation>
    </message>
    <message>
        <source>The rest keeps working. The log says where it happened.</source>
        <translation>其余功能不受影响。日志记录了出错位置。</translation>
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
        <translation>工具</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗</translation>
    </message>
    <message>
        <source>Open files, a folder or a demonstration case</source>
        <translation>打开文件、文件夹或演示病例</translation>
    </message>
    <message>
        <source>Windows of this slice (keys 1 to 5)</source>
        <translation>本层的窗(按键 1 至 5)</translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation>叠加图不透明度</translation>
    </message>
    <message>
        <source>Overlay from</source>
        <translation>叠加阈值</translation>
    </message>
    <message>
        <source>Colour map of the overlay</source>
        <translation>叠加图的色图</translation>
    </message>
</context>
</TS>
