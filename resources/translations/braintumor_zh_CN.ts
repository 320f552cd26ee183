<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Abstention</name>
    <message>
        <source>This is not an MR image</source>
        <translation>这不是 MR 图像</translation>
    </message>
    <message>
        <source>This is not the head</source>
        <translation>这不是头部</translation>
    </message>
    <message>
        <source>The image has too few pixels</source>
        <translation>图像像素太少</translation>
    </message>
    <message>
        <source>The slice is blank</source>
        <translation>该层面为空白</translation>
    </message>
    <message>
        <source>Unlike the images the model was trained on</source>
        <translation>与模型训练所用图像不相似</translation>
    </message>
    <message>
        <source>all its pixels have one value</source>
        <translation>所有像素值相同</translation>
    </message>
    <message>
        <source>not a brain, or another kind of image</source>
        <translation>不是脑部，或为其他类型的图像</translation>
    </message>
</context>
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
        <source>Reading</source>
        <translation>阅片记录</translation>
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
        <source>Close study</source>
        <translation>关闭检查</translation>
    </message>
    <message>
        <source>Close all studies</source>
        <translation>关闭所有检查</translation>
    </message>
    <message>
        <source>Left out while opening…</source>
        <translation>打开时略过…</translation>
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
        <translation>播放（电影）</translation>
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
        <source>Choose this series</source>
        <translation>选择此序列</translation>
    </message>
    <message>
        <source>Read whole series</source>
        <translation>分析整个序列</translation>
    </message>
    <message>
        <source>Compare with another model</source>
        <translation>与另一模型比较</translation>
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
        <source>Read first</source>
        <translation>先自行阅片</translation>
    </message>
    <message>
        <source>Record and reveal</source>
        <translation>记录并显示</translation>
    </message>
    <message>
        <source>Own impression: Glioma</source>
        <translation>自己的印象：胶质瘤</translation>
    </message>
    <message>
        <source>Own impression: Meningioma</source>
        <translation>自己的印象：脑膜瘤</translation>
    </message>
    <message>
        <source>Own impression: Pituitary tumor</source>
        <translation>自己的印象：垂体瘤</translation>
    </message>
    <message>
        <source>Own impression: No tumor</source>
        <translation>自己的印象：无肿瘤</translation>
    </message>
    <message>
        <source>Own impression: Unsure</source>
        <translation>自己的印象：不确定</translation>
    </message>
    <message>
        <source>Journal…</source>
        <translation>日志…</translation>
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
        <source>Two series</source>
        <translation>两个序列</translation>
    </message>
    <message>
        <source>Four series</source>
        <translation>四个序列</translation>
    </message>
    <message>
        <source>Link scroll, zoom and pan</source>
        <translation>联动滚动、缩放和平移</translation>
    </message>
    <message>
        <source>Link windows</source>
        <translation>联动窗宽窗位</translation>
    </message>
    <message>
        <source>Next viewport</source>
        <translation>下一视口</translation>
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
        <source>Help</source>
        <translation>帮助</translation>
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
        <source>Log…</source>
        <translation>日志记录…</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop…</source>
        <translation>关于 BrainTumor Desktop…</translation>
    </message>
</context>
<context>
    <name>AgreementView</name>
    <message>
        <source>Abstains</source>
        <translation>弃权</translation>
    </message>
    <message>
        <source>You ↓   Model →</source>
        <translation>您 ↓   模型 →</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa: agreement beyond what chance would give; 1 is perfect, 0 is chance.</source>
        <translation>Cohen&apos;s kappa：超出偶然水平的一致性；1 为完全一致，0 为偶然。</translation>
    </message>
    <message>
        <source>You: {own}. Model: {its}. Readings: {count}</source>
        <translation>您：{own}。模型：{its}。阅片数：{count}</translation>
    </message>
    <message>
        <source>These readings were chosen by whether they agree: it would tell nothing.</source>
        <translation>这些判读是按是否一致筛选的，Kappa 无意义。</translation>
    </message>
    <message>
        <source>Answers of {count} models are counted: choose one of them above.</source>
        <translation>统计了 {count} 个模型的结果：请在上方选择一个。</translation>
    </message>
    <message>
        <source>Too few readings for an interval: it is given from {count} on.</source>
        <translation>阅片数不足，无法给出区间：至少需 {count} 次。</translation>
    </message>
    <message>
        <source>All agree: no interval can be worked out.</source>
        <translation>全部一致：无法计算区间。</translation>
    </message>
    <message>
        <source>Kappa {kappa}</source>
        <translation>Kappa {kappa}</translation>
    </message>
    <message>
        <source>It needs readings of more than one class with a class from both.</source>
        <translation>需要双方均给出类别且类别多于一个的阅片。</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>95 % 区间 {low} 至 {high}</translation>
    </message>
    <message>
        <source>Agreed in {agreed} of {compared} readings with a class from both</source>
        <translation>双方均给出类别的 {compared} 次阅片中一致 {agreed} 次</translation>
    </message>
    <message>
        <source>{count} not counted: not blind, or no answer yet</source>
        <translation>{count} 次未计入：非盲法或尚无答案</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Overlay</source>
        <translation>叠加图</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>平衡准确率</translation>
    </message>
    <message>
        <source>Macro F1</source>
        <translation>宏平均 F1</translation>
    </message>
    <message>
        <source>Macro AUROC</source>
        <translation>宏平均 AUROC</translation>
    </message>
    <message>
        <source>Calibration error before</source>
        <translation>校准前误差</translation>
    </message>
    <message>
        <source>Calibration error after</source>
        <translation>校准后误差</translation>
    </message>
    <message>
        <source>Brier score</source>
        <translation>Brier 评分</translation>
    </message>
    <message>
        <source>Recall (95 % interval)</source>
        <translation>召回率（95 % 区间）</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Known limits</source>
        <translation>已知局限</translation>
    </message>
    <message>
        <source>The card names none.</source>
        <translation>模型卡未列出。</translation>
    </message>
    <message>
        <source>What it reached</source>
        <translation>达到的指标</translation>
    </message>
    <message>
        <source>The card holds no measurement.</source>
        <translation>模型卡未含测量结果。</translation>
    </message>
    <message>
        <source>What it was trained on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>{count} patients</source>
        <translation>{count} 名患者</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>95 % 区间 {low} 至 {high}</translation>
    </message>
    <message>
        <source>LEAKY: test images also stand in training.</source>
        <translation>数据泄漏：测试图像也出现在训练集中。</translation>
    </message>
    <message>
        <source>Prediction sets with the true class</source>
        <translation>含真实类别的预测集</translation>
    </message>
    <message>
        <source>Classes in a prediction set</source>
        <translation>预测集类别数</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>{count:,} images</source>
        <translation>{count:,} 幅图像</translation>
    </message>
    <message>
        <source>{count:,} patients</source>
        <translation>{count:,} 名患者</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Licence of the data</source>
        <translation>数据许可</translation>
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
        <source>Record your impression first</source>
        <translation>请先记录您的印象</translation>
    </message>
    <message>
        <source>Both models abstain</source>
        <translation>两个模型均弃权</translation>
    </message>
    <message>
        <source>Nothing to compare: {name} abstains, the other says {finding}</source>
        <translation>无法比较：{name} 弃权，另一个为 {finding}</translation>
    </message>
    <message>
        <source>Both: {name}</source>
        <translation>两者：{name}</translation>
    </message>
    <message>
        <source>They differ: {first}, {second}</source>
        <translation>不一致：{first}、{second}</translation>
    </message>
    <message>
        <source>Loading the second model…</source>
        <translation>正在加载第二个模型…</translation>
    </message>
    <message>
        <source>The slice is being read…</source>
        <translation>正在分析层面…</translation>
    </message>
    <message>
        <source>This is the model that is compared.</source>
        <translation>这正是要对比的模型。</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请选择其他模型。</translation>
    </message>
    <message>
        <source>The two models tell different classes apart.</source>
        <translation>两个模型区分的类别不同。</translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <source>Second model that reads the slice too</source>
        <translation>同时分析该层面的第二个模型</translation>
    </message>
    <message>
        <source>Let a second model read the slice too, in a process of its own</source>
        <translation>让第二个模型在独立进程中同时分析该层面</translation>
    </message>
    <message>
        <source>Close comparison</source>
        <translation>关闭对比</translation>
    </message>
    <message>
        <source>End the second model and give its memory back</source>
        <translation>结束第二个模型并释放其内存</translation>
    </message>
    <message>
        <source>Show where this model looked</source>
        <translation>显示此模型的关注区域</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Model folder…</source>
        <translation>模型文件夹…</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>Same class on {agreed} of {both} slices that both have read</source>
        <translation>两者均已判读的 {both} 层中有 {agreed} 层类别相同</translation>
    </message>
    <message>
        <source>Weights SHA-256 {sha256}</source>
        <translation>权重 SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>Show where {name} looked</source>
        <translation>显示 {name} 的关注区域</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>It may be sent to whoever looks after the program: it holds versions and places in the program, no patient data.</source>
        <translation>可发送给程序维护者：其中只有版本和程序位置，不含患者数据。</translation>
    </message>
    <message>
        <source>Crash report</source>
        <translation>崩溃报告</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
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
        <translation>针对单层脑部 MR 图像的第二意见：给出胶质瘤、脑膜瘤、垂体瘤和无肿瘤的校准概率，以及网络关注区域图。</translation>
    </message>
    <message>
        <source>It is not a medical device. It cannot see other diseases, and a map of where it looked is not the outline of a lesion. The model card says what it was trained on, what it reached, and where it is known to be weak.</source>
        <translation>本软件不是医疗器械，无法识别其他疾病；关注区域图并非病灶轮廓。模型卡说明其训练数据、所达到的指标以及已知的不足。</translation>
    </message>
    <message>
        <source>Apache-2.0. Nothing leaves this computer.</source>
        <translation>Apache-2.0。任何数据都不会离开本机。</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Licences of the packages used</source>
        <translation>所用软件包的许可</translation>
    </message>
    <message>
        <source>No model is loaded.</source>
        <translation>未加载模型。</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>About BrainTumor Desktop</source>
        <translation>关于 BrainTumor Desktop</translation>
    </message>
    <message>
        <source>Reading the licences…</source>
        <translation>正在读取许可…</translation>
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
    <name>Exporting</name>
    <message>
        <source>Export overlay</source>
        <translation>导出叠加图</translation>
    </message>
    <message>
        <source>PNG image</source>
        <translation>PNG 图像</translation>
    </message>
    <message>
        <source>{method} is still being worked out: export it then.</source>
        <translation>{method} 仍在计算，请稍后导出。</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>已导出到 {path}</translation>
    </message>
    <message>
        <source>The picture is on the clipboard, without the patient&apos;s name and number.</source>
        <translation>图像已复制到剪贴板，不含患者姓名和编号。</translation>
    </message>
</context>
<context>
    <name>FindingPanel</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Model folder…</source>
        <translation>模型文件夹…</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>模型卡</translation>
    </message>
    <message>
        <source>Load the model once more</source>
        <translation>重新加载模型</translation>
    </message>
    <message>
        <source>Choose the folder of a model bundle</source>
        <translation>选择模型包文件夹</translation>
    </message>
    <message>
        <source>SECOND OPINION</source>
        <translation>第二意见</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>层面</translation>
    </message>
    <message>
        <source>Explained by</source>
        <translation>解释方法</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>对比模型</translation>
    </message>
    <message>
        <source>How it is worked out where the network looked</source>
        <translation>如何计算网络关注区域</translation>
    </message>
    <message>
        <source>Data, metrics and limits of this model</source>
        <translation>此模型的数据、指标和局限</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>无模型</translation>
    </message>
    <message>
        <source>No finding</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>No slice</source>
        <translation>无层面</translation>
    </message>
    <message>
        <source>This slice cannot be shown, so there is nothing to ask about.</source>
        <translation>此层面无法显示，因此无法给出意见。</translation>
    </message>
    <message>
        <source>Choose a series to get a second opinion.</source>
        <translation>选择一个序列以获取第二意见。</translation>
    </message>
    <message>
        <source>Open a study to get a second opinion.</source>
        <translation>打开检查以获取第二意见。</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <translation>正在加载模型</translation>
    </message>
    <message>
        <source>The images can be read meanwhile.</source>
        <translation>期间可先阅片。</translation>
    </message>
    <message>
        <source>Your reading first</source>
        <translation>请先阅片</translation>
    </message>
    <message>
        <source>Record your impression first; what the model says is shown after it.</source>
        <translation>请先记录您的印象；之后显示模型的判断。</translation>
    </message>
    <message>
        <source>Reading the slice</source>
        <translation>正在分析层面</translation>
    </message>
    <message>
        <source>The model abstains</source>
        <translation>模型弃权</translation>
    </message>
    <message>
        <source>{percent} for this slice</source>
        <translation>本层 {percent}</translation>
    </message>
    <message>
        <source>{coverage} set: {classes}</source>
        <translation>{coverage} 预测集：{classes}</translation>
    </message>
    <message>
        <source>Sets like this hold the true class for {coverage} of slices of new patients like those of the calibration.</source>
        <translation>对于与校准人群相似的新患者，此类预测集在 {coverage} 的层面中包含真实类别。</translation>
    </message>
    <message>
        <source>No model loaded</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>Weights SHA-256 {sha256}</source>
        <translation>权重 SHA-256 {sha256}</translation>
    </message>
    <message>
        <source>weights {sha256}</source>
        <translation>权重 {sha256}</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} / {all}</translation>
    </message>
    <message>
        <source>{classes} or {last}</source>
        <translation>{classes}或{last}</translation>
    </message>
</context>
<context>
    <name>FindingsRow</name>
    <message>
        <source>Read whole series</source>
        <translation>分析整个序列</translation>
    </message>
    <message>
        <source>Ask the network about every slice of this series</source>
        <translation>让网络分析此序列的每一层</translation>
    </message>
    <message>
        <source>Read no further; what was read stays</source>
        <translation>停止判读；已判读的保留</translation>
    </message>
    <message>
        <source>Findings by slice</source>
        <translation>各层结果</translation>
    </message>
    <message>
        <source>Reading {done}/{total}</source>
        <translation>正在分析 {done}/{total}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>Habits</name>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>The studies that were opened last</source>
        <translation>最近打开的检查</translation>
    </message>
    <message>
        <source>The list of recent studies cannot be erased.</source>
        <translation>无法清除最近检查列表。</translation>
    </message>
    <message>
        <source>{path} is no longer there. Connect its disk or network share and try again, or take it off the list.</source>
        <translation>{path} 已不存在。请连接其磁盘或网络共享后重试，或将其从列表中移除。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>从列表移除</translation>
    </message>
    <message>
        <source>What is open cannot be remembered ({reason}). Nothing else is affected.</source>
        <translation>无法记住已打开的内容（{reason}）。其他功能不受影响。</translation>
    </message>
    <message>
        <source>The program ended unexpectedly last time.</source>
        <translation>程序上次意外退出。</translation>
    </message>
    <message>
        <source>Open what was open</source>
        <translation>恢复上次打开的内容</translation>
    </message>
    <message>
        <source>Start empty</source>
        <translation>空白启动</translation>
    </message>
    <message>
        <source>A report without patient data was written: {path}</source>
        <translation>已写入不含患者数据的报告：{path}</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>显示报告</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>no key</source>
        <translation>无按键</translation>
    </message>
    <message>
        <source>Key or movement</source>
        <translation>按键或操作</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Words to look for (Enter goes to the next place)</source>
        <translation>要查找的词（Enter 转到下一处）</translation>
    </message>
    <message>
        <source>Previous place (Shift+F3)</source>
        <translation>上一处（Shift+F3）</translation>
    </message>
    <message>
        <source>Next place (F3)</source>
        <translation>下一处（F3）</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>未找到</translation>
    </message>
</context>
<context>
    <name>ImpressionForm</name>
    <message>
        <source>Record and reveal</source>
        <translation>记录并显示</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>How sure you are, in five steps</source>
        <translation>您的把握程度，分五级</translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation>正在记录…</translation>
    </message>
    <message>
        <source>Your reading is not kept yet; it still stands in this form.</source>
        <translation>您的阅片尚未保存，仍在此表单中。</translation>
    </message>
    <message>
        <source>You have seen an answer on these images before: the journal marks this reading as not blind.</source>
        <translation>您已看过这些图像的答案：日志将此次阅片标记为非盲法。</translation>
    </message>
    <message>
        <source>The model is being loaded; its answer is withheld until then.</source>
        <translation>模型正在加载；在此之前不显示其结果。</translation>
    </message>
    <message>
        <source>No model is loaded; your reading is kept all the same.</source>
        <translation>未加载模型；您的阅片仍会保存。</translation>
    </message>
    <message>
        <source>The answer of {model} is withheld until then.</source>
        <translation>在此之前不显示 {model} 的答案。</translation>
    </message>
    <message>
        <source>The note has {count} characters; {limit} at most can be kept.</source>
        <translation>备注有 {count} 个字符；最多可保存 {limit} 个。</translation>
    </message>
</context>
<context>
    <name>JournalTable</name>
    <message>
        <source>Recorded</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>病例</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Own impression</source>
        <translation>自己的印象</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>把握程度</translation>
    </message>
    <message>
        <source>Model&apos;s answer</source>
        <translation>模型答案</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Not blind: an answer had been seen before; not counted below.</source>
        <translation>非盲法：此前已看过答案；下方不计入。</translation>
    </message>
</context>
<context>
    <name>JournalWindow</name>
    <message>
        <source>Journal of readings</source>
        <translation>阅片日志</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Erase selected…</source>
        <translation>删除所选…</translation>
    </message>
    <message>
        <source>Erase all…</source>
        <translation>全部删除…</translation>
    </message>
    <message>
        <source>AGREEMENT</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Search the readings</source>
        <translation>搜索阅片记录</translation>
    </message>
    <message>
        <source>Words anywhere in a row, notes included</source>
        <translation>行内任意文字，包括备注</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>任意时间</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Agree or not</source>
        <translation>一致与否</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>无可比较</translation>
    </message>
    <message>
        <source>When recorded</source>
        <translation>记录时间</translation>
    </message>
    <message>
        <source>Which model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致性</translation>
    </message>
    <message>
        <source>Write the readings in the table to a CSV file</source>
        <translation>将表中的阅片记录写入 CSV 文件</translation>
    </message>
    <message>
        <source>Erase the selected readings from the journal</source>
        <translation>从日志中删除所选阅片记录</translation>
    </message>
    <message>
        <source>Erase the whole journal</source>
        <translation>删除整个日志</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>阅片记录</translation>
    </message>
    <message>
        <source>Switch on Read first</source>
        <translation>打开“先自行阅片”</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show all readings</source>
        <translation>显示全部阅片记录</translation>
    </message>
    <message>
        <source>Record your own impression before the model&apos;s is shown</source>
        <translation>在显示模型判断之前记录自己的印象</translation>
    </message>
    <message>
        <source>Open the journal once more</source>
        <translation>重新打开日志</translation>
    </message>
    <message>
        <source>Take the filter and the search away</source>
        <translation>取消筛选和搜索</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>正在读取日志</translation>
    </message>
    <message>
        <source>No readings yet</source>
        <translation>尚无阅片记录</translation>
    </message>
    <message>
        <source>With Read first on, your impression is asked for before the model&apos;s answer is shown. Both are kept here, on this computer.</source>
        <translation>打开“先自行阅片”后，会在显示模型答案之前询问您的印象。两者都保存在本机。</translation>
    </message>
    <message>
        <source>Any model</source>
        <translation>任意模型</translation>
    </message>
    <message>
        <source>No reading fits</source>
        <translation>没有符合的阅片记录</translation>
    </message>
    <message>
        <source>Change the search or the filters.</source>
        <translation>请更改搜索或筛选条件。</translation>
    </message>
    <message>
        <source>{shown} of {all} readings</source>
        <translation>{shown} / {all} 条阅片记录</translation>
    </message>
    <message>
        <source>Export the readings</source>
        <translation>导出阅片记录</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>正在导出…</translation>
    </message>
    <message>
        <source>Exported to {path}</source>
        <translation>已导出到 {path}</translation>
    </message>
    <message>
        <source>Erase readings</source>
        <translation>删除阅片记录</translation>
    </message>
    <message>
        <source>Erase the whole journal ({count} readings)?</source>
        <translation>删除整个日志（{count} 条阅片记录）?</translation>
    </message>
    <message>
        <source>Erase {count} of the readings?</source>
        <translation>删除 {count} 条阅片记录？</translation>
    </message>
    <message>
        <source>Your impressions, notes and confidence and the model&apos;s answers to them are lost for good. There is no copy but what you exported.</source>
        <translation>您的印象、备注、把握程度以及模型的答案将永久丢失。除您导出的内容外没有副本。</translation>
    </message>
    <message>
        <source>Later readings of the same patients cannot be matched with an earlier export.</source>
        <translation>同一患者以后的阅片将无法与先前的导出对应。</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>KeysEditor</name>
    <message>
        <source>Change keys</source>
        <translation>更改按键</translation>
    </message>
    <message>
        <source>Every action&apos;s usual key</source>
        <translation>每个操作的默认按键</translation>
    </message>
    <message>
        <source>Key for {action}</source>
        <translation>“{action}”的按键</translation>
    </message>
</context>
<context>
    <name>LeftOutDialog</name>
    <message>
        <source>Copy list</source>
        <translation>复制列表</translation>
    </message>
    <message>
        <source>Left out while opening</source>
        <translation>打开时略过</translation>
    </message>
    <message>
        <source>Reasons, and the files that they hold for</source>
        <translation>原因及对应的文件</translation>
    </message>
    <message>
        <source>Copy reasons and file names; names may be personal data</source>
        <translation>复制原因和文件名；文件名可能含个人信息</translation>
    </message>
    <message>
        <source>All of them lie in {folder}</source>
        <translation>全部位于 {folder}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>及另外 {count} 个</translation>
    </message>
</context>
<context>
    <name>LogViewer</name>
    <message>
        <source>Log</source>
        <translation>日志记录</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>警告和错误</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>How serious</source>
        <translation>严重程度</translation>
    </message>
    <message>
        <source>Show everything, or only what is at least so serious</source>
        <translation>显示全部，或仅显示不低于此严重程度的内容</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>搜索日志记录</translation>
    </message>
    <message>
        <source>Show only lines that hold these words</source>
        <translation>只显示包含这些词的行</translation>
    </message>
    <message>
        <source>Copy the lines that are shown</source>
        <translation>复制所显示的行</translation>
    </message>
    <message>
        <source>Save the lines that are shown as a text file</source>
        <translation>将所显示的行保存为文本文件</translation>
    </message>
    <message>
        <source>Read what was written since</source>
        <translation>读取此后写入的内容</translation>
    </message>
    <message>
        <source>No patient data is written here: names and paths are withheld.</source>
        <translation>此处不写入患者数据：不含姓名和路径。</translation>
    </message>
    <message>
        <source>No log file can be written here; see the terminal.</source>
        <translation>此处无法写入日志文件；请查看终端。</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>The log cannot be read ({reason}).</source>
        <translation>无法读取日志记录（{reason}）。</translation>
    </message>
    <message>
        <source>{shown} of {count} lines</source>
        <translation>{shown} / {count} 行</translation>
    </message>
    <message>
        <source>Save log</source>
        <translation>保存日志记录</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>文本 (*.txt)</translation>
    </message>
    <message>
        <source>Saved as {name}</source>
        <translation>已保存为 {name}</translation>
    </message>
    <message>
        <source>{name} cannot be written. Choose another folder.</source>
        <translation>无法写入 {name}。请选择其他文件夹。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Open files…</source>
        <translation>打开文件…</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>打开文件夹…</translation>
    </message>
    <message>
        <source>Demonstration cases</source>
        <translation>演示病例</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop opening; what was found stays open</source>
        <translation>停止打开；已找到的保持打开</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Nothing that can be shown was found.</source>
        <translation>未找到可显示的内容。</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>The changed keys are not used: {why}</source>
        <translation>未采用更改的按键：{why}</translation>
    </message>
    <message>
        <source>{read}/{all} slices read</source>
        <translation>已分析 {read}/{all} 层</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>SYNTHETIC</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>lossy compression</source>
        <translation>有损压缩</translation>
    </message>
    <message>
        <source>shown 1:{factor}</source>
        <translation>显示 1:{factor}</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>shown from {threshold}</source>
        <translation>从 {threshold} 起显示</translation>
    </message>
</context>
<context>
    <name>Measuring</name>
    <message>
        <source>no pixel inside</source>
        <translation>其中无像素</translation>
    </message>
    <message>
        <source>mean {value}</source>
        <translation>均值 {value}</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} 至 {high}</translation>
    </message>
    <message>
        <source>{count} pixels</source>
        <translation>{count} 像素</translation>
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
        <source>&amp;Reading</source>
        <translation>阅片记录(&amp;R)</translation>
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
        <translation>窗宽/窗位（或所选工具）</translation>
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
        <translation>选中；拖动端点或线段</translation>
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
        <translation>备注（可选）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>In your own words. Enter records, Shift+Enter starts a new line.</source>
        <translation>用您自己的话。Enter 记录，Shift+Enter 换行。</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>Copy this notice</source>
        <translation>复制此通知</translation>
    </message>
</context>
<context>
    <name>OpeningBox</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading; what was found so far stays open</source>
        <translation>停止读取；已找到的保持打开</translation>
    </message>
    <message>
        <source>Files read</source>
        <translation>已读文件</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Overlay</source>
        <translation>叠加图</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>所选</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Overlay hidden</source>
        <translation>叠加图已隐藏</translation>
    </message>
    <message>
        <source>No positive evidence for {name}</source>
        <translation>没有支持{name}的证据</translation>
    </message>
    <message>
        <source>Where the network looked; not a lesion outline</source>
        <translation>网络关注区域；并非病灶轮廓</translation>
    </message>
    <message>
        <source>The model abstains: no overlay</source>
        <translation>模型弃权：无叠加图</translation>
    </message>
    <message>
        <source>Record your impression first</source>
        <translation>请先记录您的印象</translation>
    </message>
    <message>
        <source>Waiting for the second opinion…</source>
        <translation>正在等待第二意见…</translation>
    </message>
    <message>
        <source>No finding, no overlay</source>
        <translation>无结果，无叠加图</translation>
    </message>
    <message>
        <source>{method} is being worked out…</source>
        <translation>正在计算 {method}…</translation>
    </message>
    <message>
        <source>{method} could not be worked out</source>
        <translation>无法计算 {method}</translation>
    </message>
</context>
<context>
    <name>Planes</name>
    <message>
        <source>axial</source>
        <translation>横断位</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>冠状位</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>矢状位</translation>
    </message>
    <message>
        <source>oblique axial</source>
        <translation>斜横断位</translation>
    </message>
    <message>
        <source>oblique coronal</source>
        <translation>斜冠状位</translation>
    </message>
    <message>
        <source>oblique sagittal</source>
        <translation>斜矢状位</translation>
    </message>
</context>
<context>
    <name>ProbabilityBar</name>
    <message>
        <source>no finding</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>Show where the network looked for: {name}</source>
        <translation>显示网络对该类别的关注区域：{name}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>Unsure</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>很低</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>很高</translation>
    </message>
    <message>
        <source>Abstains</source>
        <translation>弃权</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>层面</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>Nothing to compare: the model abstains.</source>
        <translation>无可比较：模型弃权。</translation>
    </message>
    <message>
        <source>Nothing to compare: you were unsure.</source>
        <translation>无可比较：您不确定。</translation>
    </message>
    <message>
        <source>You and the model disagree.</source>
        <translation>您与模型不一致。</translation>
    </message>
    <message>
        <source>You and the model agree.</source>
        <translation>您与模型一致。</translation>
    </message>
</context>
<context>
    <name>ReadingPanel</name>
    <message>
        <source>YOUR READING</source>
        <translation>您的阅片</translation>
    </message>
    <message>
        <source>This slice</source>
        <translation>本层</translation>
    </message>
    <message>
        <source>Series of {count} slices</source>
        <translation>共 {count} 层的序列</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>尚无内容</translation>
    </message>
    <message>
        <source>Off in the settings</source>
        <translation>已在设置中关闭</translation>
    </message>
    <message>
        <source>Clear recent</source>
        <translation>清除最近记录</translation>
    </message>
    <message>
        <source>Forget every place that was opened</source>
        <translation>忘记所有打开过的位置</translation>
    </message>
    <message>
        <source>{name} and {count} more</source>
        <translation>{name} 及另外 {count} 个</translation>
    </message>
    <message>
        <source>{name} (gone)</source>
        <translation>{name}（已不存在）</translation>
    </message>
</context>
<context>
    <name>ResearchUse</name>
    <message>
        <source>Research use only. Not for diagnosis.</source>
        <translation>仅供研究使用，不得用于诊断。</translation>
    </message>
</context>
<context>
    <name>Revealed</name>
    <message>
        <source>YOU</source>
        <translation>您</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Try to keep the reading once more</source>
        <translation>再次尝试保存阅片</translation>
    </message>
    <message>
        <source>Show what the model says of this slice</source>
        <translation>显示模型对该层面的判断</translation>
    </message>
    <message>
        <source>{confidence} confidence</source>
        <translation>把握程度：{confidence}</translation>
    </message>
    <message>
        <source>Reveal {model}</source>
        <translation>显示 {model}</translation>
    </message>
    <message>
        <source>Abstains</source>
        <translation>弃权</translation>
    </message>
    <message>
        <source>once all slices are read</source>
        <translation>分析完全部层面后</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>暂不显示</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>未加载模型</translation>
    </message>
    <message>
        <source>{} for the series</source>
        <translation>{}（整个序列）</translation>
    </message>
    <message>
        <source>{} for the slice</source>
        <translation>{}（本层）</translation>
    </message>
    <message>
        <source>Kept in the journal, {time}</source>
        <translation>已存入日志，{time}</translation>
    </message>
    <message>
        <source>not blind</source>
        <translation>非盲</translation>
    </message>
</context>
<context>
    <name>SeriesBox</name>
    <message>
        <source>SERIES</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Slice that speaks most for</source>
        <translation>最支持以下类别的层面</translation>
    </message>
    <message>
        <source>Rule: {rule}</source>
        <translation>规则：{rule}</translation>
    </message>
    <message>
        <source>shown after your impressions</source>
        <translation>记录印象后显示</translation>
    </message>
    <message>
        <source>the model gives no class on any slice</source>
        <translation>模型未对任何层面给出类别</translation>
    </message>
    <message>
        <source>not all slices read</source>
        <translation>尚未分析全部层面</translation>
    </message>
    <message>
        <source>{count} of {all} slices without a finding</source>
        <translation>{all} 层中有 {count} 层无结果</translation>
    </message>
    <message numerus="yes">
        <source>%Ln slice(s) given no class, not counted</source>
        <translation>
            <numerusform>%Ln 个层面未分类，不计入</numerusform>
        </translation>
    </message>
    <message>
        <source>Known once every slice of the series is read</source>
        <translation>分析完全部层面后可知</translation>
    </message>
    <message>
        <source>{name}: slice {number}</source>
        <translation>{name}：第 {number} 层</translation>
    </message>
    <message>
        <source>Go to slice {number}, which speaks most for {name} ({percent})</source>
        <translation>转到第 {number} 层，最支持{name}（{percent}）</translation>
    </message>
</context>
<context>
    <name>SeriesDetails</name>
    <message>
        <source>Choose this series</source>
        <translation>选择此序列</translation>
    </message>
    <message>
        <source>Why this series, and what is odd about it</source>
        <translation>为何选此序列，及其异常之处</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>选择</translation>
    </message>
    <message>
        <source>Undo choice</source>
        <translation>撤销选择</translation>
    </message>
    <message>
        <source>Undo the choice of this series</source>
        <translation>撤销对此序列的选择</translation>
    </message>
    <message>
        <source>Take this series for the second opinion of its study, whatever the rules say</source>
        <translation>无论规则如何，将此序列用于该检查的第二意见</translation>
    </message>
    <message>
        <source>Forget your choice and take the series of the rules</source>
        <translation>忽略您的选择，采用规则选定的序列</translation>
    </message>
    <message>
        <source>THIS SERIES</source>
        <translation>本序列</translation>
    </message>
</context>
<context>
    <name>SeriesRule</name>
    <message>
        <source>mean of the tenth of the slices with the highest tumor probability</source>
        <translation>肿瘤概率最高的十分之一层面的均值</translation>
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
        <translation>阅片室用深色，展台用浅色，或跟随系统。</translation>
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
        <translation>已安装模型的名称，或模型包文件夹。留空则使用第一个已安装的模型。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>What the network runs on. Automatic takes a GPU where one can be used.</source>
        <translation>网络运行的设备。自动：可用时使用 GPU。</translation>
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
        <source>One series as image, overlay, or both side by side; or several series.</source>
        <translation>单个序列显示图像、叠加图或两者并排；或显示多个序列。</translation>
    </message>
    <message>
        <source>Series side by side scroll, zoom and pan together in mm. Key {link} switches it.</source>
        <translation>并排序列按毫米联动滚动、缩放和平移。按 {link} 键切换。</translation>
    </message>
    <message>
        <source>Colours where the network looked. Key {overlay} switches it while reading.</source>
        <translation>为网络关注区域着色。阅片时按 {overlay} 键切换。</translation>
    </message>
    <message>
        <source>Patient, study, slice, window and zoom over the image. Key {corner_texts} switches them.</source>
        <translation>在图像上显示患者、检查、层面、窗和缩放。按 {corner_texts} 键切换。</translation>
    </message>
    <message>
        <source>How fast key {cine} plays a series; the keys {cine_faster} and {cine_slower} change it while reading.</source>
        <translation>按 {cine} 键播放序列的速度；阅片时用 {cine_faster} 和 {cine_slower} 键更改。</translation>
    </message>
    <message>
        <source>Go on where I stopped</source>
        <translation>从上次停止处继续</translation>
    </message>
    <message>
        <source>Opens the studies, series and slice of the last session. On, since most readings go on; their places are kept for this account alone. Switch it off where several people share an account.</source>
        <translation>打开上次的检查、序列和层面。默认打开，因多数阅片会继续；位置仅为本账户保存。多人共用账户时请关闭。</translation>
    </message>
    <message>
        <source>List recent studies</source>
        <translation>列出最近的检查</translation>
    </message>
    <message>
        <source>Keeps where the last ten lie, never what they hold, for this account alone. On, since folders of studies are hard to find again. Names of folders may be personal data: switched off, the list is erased.</source>
        <translation>仅为本账户保存最近十个的位置，不保存内容。默认打开，因检查文件夹不易再次找到。文件夹名可能含个人信息：关闭后清除列表。</translation>
    </message>
    <message>
        <source>Keep patient identity in the journal</source>
        <translation>在日志中保存患者身份</translation>
    </message>
    <message>
        <source>Off: readings are kept under a code that does not tell who it is. On: name and number of the patient stand in the journal and in its export. Readings that are kept already stay as they are.</source>
        <translation>关闭：阅片以无法识别身份的代码保存。打开：日志及其导出中含患者姓名和编号。已保存的记录保持不变。</translation>
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
        <source>Two series</source>
        <translation>两个序列</translation>
    </message>
    <message>
        <source>Four series</source>
        <translation>四个序列</translation>
    </message>
    <message>
        <source>Link the series</source>
        <translation>联动序列</translation>
    </message>
    <message>
        <source>Link their windows</source>
        <translation>联动窗宽窗位</translation>
    </message>
    <message>
        <source>Only where grey values mean the same: within one series, or among CT series.</source>
        <translation>仅在灰度含义相同时：同一序列内，或 CT 序列之间。</translation>
    </message>
    <message>
        <source>Show the overlay</source>
        <translation>显示叠加图</translation>
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
        <translation>叠加图的颜色；均适合色觉异常者，也可灰度打印。</translation>
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
        <source>Slices a second</source>
        <translation>每秒层数</translation>
    </message>
    <message>
        <source>Dragging down brightens</source>
        <translation>向下拖动变亮</translation>
    </message>
    <message>
        <source>Off: dragging down darkens, as in most viewers.</source>
        <translation>关闭：向下拖动变暗，与多数阅片软件相同。</translation>
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
        <source>Every setting of this list as it was at first</source>
        <translation>将此列表的所有设置恢复为初始值</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（无）</translation>
    </message>
    <message>
        <source>{title}: {least:g} to {most:g}</source>
        <translation>{title}：{least:g} 至 {most:g}</translation>
    </message>
    <message>
        <source>First installed</source>
        <translation>第一个已安装的</translation>
    </message>
</context>
<context>
    <name>StackStrip</name>
    <message>
        <source>Findings by slice</source>
        <translation>各层结果</translation>
    </message>
    <message>
        <source>Slice {number}</source>
        <translation>第 {number} 层</translation>
    </message>
    <message>
        <source>record your impression first</source>
        <translation>请先记录自己的印象</translation>
    </message>
    <message>
        <source>no finding</source>
        <translation>无结果</translation>
    </message>
    <message>
        <source>not yet read</source>
        <translation>尚未分析</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Something unexpected happened ({kind}).</source>
        <translation>发生意外错误（{kind}）。</translation>
    </message>
    <message>
        <source>The rest keeps working. The log says where it happened.</source>
        <translation>其余功能不受影响。日志记录了出错位置。</translation>
    </message>
</context>
<context>
    <name>Studies</name>
    <message>
        <source>{modality} study</source>
        <translation>{modality} 检查</translation>
    </message>
    <message>
        <source>SYNTHETIC</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>Localiser</source>
        <translation>定位像</translation>
    </message>
    <message>
        <source>Derived</source>
        <translation>衍生</translation>
    </message>
    <message>
        <source>Lossy</source>
        <translation>有损</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>缺层</translation>
    </message>
    <message>
        <source>Single images</source>
        <translation>单幅图像</translation>
    </message>
    <message>
        <source>Series {number}</source>
        <translation>序列 {number}</translation>
    </message>
    <message>
        <source>Copies left out</source>
        <translation>已略过副本</translation>
    </message>
    <message>
        <source>1 note</source>
        <translation>1 条说明</translation>
    </message>
    <message>
        <source>{count} notes</source>
        <translation>{count} 条说明</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} 幅图像</translation>
    </message>
    <message>
        <source>1 slice</source>
        <translation>1 层</translation>
    </message>
    <message>
        <source>{count} slices</source>
        <translation>{count} 层</translation>
    </message>
    <message>
        <source>Chosen by you.</source>
        <translation>由您选择。</translation>
    </message>
    <message>
        <source>The rules propose “{series}”.</source>
        <translation>规则建议“{series}”。</translation>
    </message>
    <message>
        <source>You chose “{series}” instead.</source>
        <translation>您改选了“{series}”。</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>正在查找图像…</translation>
    </message>
    <message>
        <source>Headers {done} / {total}</source>
        <translation>文件头 {done} / {total}</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>1 file was left out.</source>
        <translation>略过 1 个文件。</translation>
    </message>
    <message>
        <source>{count} files were left out.</source>
        <translation>略过 {count} 个文件。</translation>
    </message>
    <message>
        <source>Opening was stopped after {done} of {total} files; what was found stays open.</source>
        <translation>读取 {done} / {total} 个文件后停止；已找到的保持打开。</translation>
    </message>
    <message>
        <source>All images</source>
        <translation>所有图像</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
</context>
<context>
    <name>StudyPanel</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>STUDIES</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Search patients, studies and series</source>
        <translation>搜索患者、检查和序列</translation>
    </message>
    <message>
        <source>Show only what holds all these words</source>
        <translation>只显示包含所有这些词的内容</translation>
    </message>
    <message>
        <source>What was left out while opening, and why</source>
        <translation>打开时略过了什么及原因</translation>
    </message>
    <message>
        <source>Studies and series</source>
        <translation>检查和序列</translation>
    </message>
    <message>
        <source>Nothing that is open holds all these words.</source>
        <translation>已打开的内容中没有包含所有这些词的项目。</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>正在查找图像…</translation>
    </message>
    <message>
        <source>Nothing is open. Drop files or a folder anywhere in the window.</source>
        <translation>未打开任何内容。将文件或文件夹拖放到窗口任意位置。</translation>
    </message>
    <message>
        <source>Show list</source>
        <translation>显示列表</translation>
    </message>
    <message>
        <source>Look at this series</source>
        <translation>查看此序列</translation>
    </message>
    <message>
        <source>Choose this series</source>
        <translation>选择此序列</translation>
    </message>
    <message>
        <source>Follow the rules</source>
        <translation>按规则选择</translation>
    </message>
    <message>
        <source>Close this study</source>
        <translation>关闭此检查</translation>
    </message>
</context>
<context>
    <name>Suspicious</name>
    <message>
        <source>Record your impression first: suspicious slices are shown after it</source>
        <translation>请先记录您的印象，之后才显示可疑层面</translation>
    </message>
    <message>
        <source>No suspicious slice after this one</source>
        <translation>此层之后无可疑层面</translation>
    </message>
    <message>
        <source>No suspicious slice before this one</source>
        <translation>此层之前无可疑层面</translation>
    </message>
    <message>
        <source>{read} of {all} slices read</source>
        <translation>已分析 {read} / {all} 层</translation>
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
        <source>Layout</source>
        <translation>布局</translation>
    </message>
    <message>
        <source>Layout: {name}</source>
        <translation>布局：{name}</translation>
    </message>
    <message>
        <source>Open files, a folder or a demonstration case</source>
        <translation>打开文件、文件夹或演示病例</translation>
    </message>
    <message>
        <source>Windows of this slice (keys 1 to 5)</source>
        <translation>本层的窗（按键 1 至 5)</translation>
    </message>
    <message>
        <source>Overlay opacity</source>
        <translation>叠加图不透明度</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Overlay from</source>
        <translation>叠加阈值</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起始值</translation>
    </message>
    <message>
        <source>Colour map of the overlay</source>
        <translation>叠加图的色图</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
</context>
<context>
    <name>UnlikeLine</name>
    <message>
        <source>Whether the slice lies far from the images that the model was trained on</source>
        <translation>该层面是否远离训练图像</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Unlike training: {answer}</source>
        <translation>不同于训练数据：{answer}</translation>
    </message>
</context>
<context>
    <name>Viewer</name>
    <message>
        <source>Open a study</source>
        <translation>打开检查</translation>
    </message>
    <message>
        <source>Drop DICOM, NIfTI, PNG, JPEG or TIFF files or folders anywhere in this window.</source>
        <translation>将 DICOM、NIfTI、PNG、JPEG 或 TIFF 文件或文件夹拖放到窗口任意位置。</translation>
    </message>
    <message>
        <source>Looking for images…</source>
        <translation>正在查找图像…</translation>
    </message>
    <message>
        <source>Reading headers: {done} of {total}</source>
        <translation>正在读取文件头：{done} / {total}</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>not linked</source>
        <translation>未关联</translation>
    </message>
    <message>
        <source>▶ {rate} slices/s</source>
        <translation>▶ {rate} 层/秒</translation>
    </message>
    <message>
        <source>slice {number}/{all}</source>
        <translation>第 {number}/{all} 层</translation>
    </message>
</context>
<context>
    <name>Viewport</name>
    <message>
        <source>Slice of the series</source>
        <translation>序列的层面</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Read the files of this study again, as they are now</source>
        <translation>按当前状态重新读取此检查的文件</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>将序列拖到此处</translation>
    </message>
    <message>
        <source>or click here, then choose one in the list.</source>
        <translation>或单击此处，然后在列表中选择。</translation>
    </message>
    <message>
        <source>This slice cannot be shown</source>
        <translation>无法显示此层面</translation>
    </message>
    <message>
        <source>Reading the slice</source>
        <translation>正在读取层面</translation>
    </message>
    <message>
        <source>Drop to show here</source>
        <translation>松开以在此显示</translation>
    </message>
</context>
<context>
    <name>ViewportGrid</name>
    <message>
        <source>Viewport {number}</source>
        <translation>视口 {number}</translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>Automatic (0.5–99.5 %)</source>
        <translation>自动(0.5–99.5 %)</translation>
    </message>
    <message>
        <source>Full range</source>
        <translation>全范围</translation>
    </message>
</context>
</TS>
