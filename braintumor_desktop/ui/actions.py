"""Every action of the window, declared once; menus, tool bar and the key list read it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from braintumor_desktop.models.classes import CLASSES
from braintumor_desktop.ui import icons, theme


@dataclass(frozen=True)
class ActionSpec:
    """One action.

    Attributes
    ----------
    keys
        Keys that trigger it, the first one is shown.
    checkable
        Whether it is a switch.
    group
        The heading in the key list.
    """

    name: str
    text: str
    group: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    checkable: bool = False

    @property
    def label(self) -> str:
        """The text in the language of the window."""
        return QCoreApplication.translate("Actions", self.text)

    @property
    def words(self) -> str:
        """The same in a sentence or a list: without the dots that announce a dialog."""
        return self.label.rstrip("…")

    @property
    def heading(self) -> str:
        """The group in the language of the window."""
        return QCoreApplication.translate("ActionGroups", self.group)


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("open_files", "Open files…", "File", ("Ctrl+O",), "file"),
    ActionSpec("open_folder", "Open folder…", "File", ("Ctrl+Shift+O",), "open"),
    ActionSpec("open_demo", "Open demonstration cases", "File", ("Ctrl+D",), "series"),
    ActionSpec("close_study", "Close study", "File", ("Ctrl+W",), "close"),
    ActionSpec("close_all", "Close all studies", "File", ("Ctrl+Shift+W",)),
    ActionSpec("left_out", "Left out while opening…", "File", (), "warning"),
    ActionSpec("export", "Export overlay as PNG…", "File", ("Ctrl+E",), "export"),
    ActionSpec("copy_picture", "Copy picture", "File", ("Ctrl+C",), "copy"),
    ActionSpec("settings", "Settings…", "File", ("Ctrl+,",), "settings"),
    ActionSpec("quit", "Quit", "File", ("Ctrl+Q",), "quit"),
    ActionSpec("reset", "Reset window, zoom, pan and turn", "Image", ("Space",), "reset"),
    ActionSpec("fit", "Fit", "Image", ("0",), "fit"),
    ActionSpec("zoom_in", "Zoom in", "Image", ("+", "="), "zoom"),
    ActionSpec("zoom_out", "Zoom out", "Image", ("-",), ""),
    ActionSpec("invert", "Invert", "Image", ("I",), "invert"),
    ActionSpec("flip_horizontal", "Flip left to right", "Image", ("H",), "flip-horizontal"),
    ActionSpec("flip_vertical", "Flip top to bottom", "Image", ("V",), "flip-vertical"),
    ActionSpec("rotate", "Rotate by 90°", "Image", ("R",), "rotate"),
    ActionSpec("tool_window", "Window/level", "Image", ("W",), "window-level", True),
    ActionSpec("tool_zoom", "Zoom", "Image", ("Z",), "zoom", True),
    ActionSpec("tool_pan", "Pan", "Image", ("P",), "pan", True),
    ActionSpec("tool_length", "Measure a length", "Measure", ("L",), "length", True),
    ActionSpec("tool_ellipse", "Measure an ellipse", "Measure", ("E",), "ellipse", True),
    ActionSpec("delete_measurement", "Delete the selected one", "Measure", ("Del", "Backspace")),
    ActionSpec("delete_measurements", "Delete all on this slice", "Measure", ("Shift+Del",)),
    *(ActionSpec(f"window_{n}", f"Window {n}", "Image", (str(n),)) for n in range(1, 6)),
    ActionSpec("previous", "Previous slice", "Stack", ("Up",)),
    ActionSpec("next", "Next slice", "Stack", ("Down",)),
    ActionSpec("first", "First slice", "Stack", ("Home",)),
    ActionSpec("last", "Last slice", "Stack", ("End",)),
    ActionSpec("previous_series", "Previous series", "Stack", ("PgUp",)),
    ActionSpec("next_series", "Next series", "Stack", ("PgDown",)),
    ActionSpec("cine", "Play (cine)", "Stack", ("C",), "cine", True),
    ActionSpec("cine_faster", "Play faster", "Stack", (".",)),
    ActionSpec("cine_slower", "Play slower", "Stack", (",",)),
    ActionSpec("next_suspicious", "Next suspicious slice", "Finding", ("S",), "next-suspicious"),
    ActionSpec("previous_suspicious", "Previous suspicious slice", "Finding", ("Shift+S",)),
    ActionSpec("prefer_series", "Choose this series", "Finding", ("Shift+P",)),
    ActionSpec("read_series", "Read whole series", "Finding", ("Ctrl+R",), "read-series"),
    ActionSpec("compare", "Compare with another model", "Finding", ("M",), "", True),
    ActionSpec("card", "Model card…", "Finding", ("Ctrl+M",), "card"),
    ActionSpec("choose_model", "Open model folder…", "Finding", (), "open"),
    ActionSpec("read_first", "Read first", "Reading", ("F6",), "read-first", True),
    ActionSpec("record_reading", "Record and reveal", "Reading", ("Return", "Enter")),
    *(
        ActionSpec(f"impression_{n}", f"Own impression: {words}", "Reading", (f"Ctrl+{n}",))
        for n, words in enumerate((*(c.name for c in CLASSES), "Unsure"), start=1)
    ),
    ActionSpec("journal", "Journal…", "Reading", ("Ctrl+J",), "journal"),
    ActionSpec("overlay", "Overlay", "View", ("A",), "overlay", True),
    ActionSpec("corner_texts", "Texts in the corners", "View", ("T",), "texts", True),
    ActionSpec("side_by_side", "Image beside overlay", "View", ("B",), "side-by-side", True),
    ActionSpec("image_only", "Image only", "View", ("N",), "image", True),
    ActionSpec("overlay_only", "Overlay only", "View", ("O",), "overlay-only", True),
    ActionSpec("two_series", "Two series", "View", ("D",), "two-series", True),
    ActionSpec("four_series", "Four series", "View", ("G",), "four-series", True),
    ActionSpec("link", "Link scroll, zoom and pan", "View", ("K",), "link", True),
    ActionSpec("link_windows", "Link windows", "View", ("Shift+K",), "", True),
    ActionSpec("next_viewport", "Next viewport", "View", ("X",)),
    ActionSpec("studies", "Studies panel", "View", ("F3",), "panel-left", True),
    ActionSpec("finding", "Finding panel", "View", ("F4",), "panel-right", True),
    ActionSpec("full_screen", "Full screen", "View", ("F", "F11"), "full-screen", True),
    ActionSpec("help", "Help", "Help", ("F1",), "help"),
    ActionSpec("keys", "Keys and mouse…", "Help", ("?",), "keys"),
    ActionSpec("edit_keys", "Change keys…", "Help", (), "settings"),
    ActionSpec("log", "Log…", "Help", (), "file"),
    ActionSpec("about", "About BrainTumor Desktop…", "Help", (), "info"),
)

MOUSE: tuple[tuple[str, str], ...] = (
    ("Left drag", "Window/level (or the chosen tool)"),
    ("Middle drag", "Pan"),
    ("Right drag", "Zoom"),
    ("Wheel", "Through the slices"),
    ("Ctrl + wheel", "Zoom at the pointer"),
    ("Double click", "Fit"),
    ("Click on a measurement", "Select it; drag its ends or its line"),
    ("Click on a class", "Show where the network looked for it"),
)


def mouse_words() -> list[tuple[str, str]]:
    """What the mouse does, in the language of the window."""
    translate = QCoreApplication.translate
    return [(translate("Mouse", hand), translate("Mouse", deed)) for hand, deed in MOUSE]


def declared_texts() -> dict[str, list[str]]:
    """The texts of the tables above, by their context, for the translators."""
    return {
        "Actions": [spec.text for spec in ACTIONS],
        "ActionGroups": list(dict.fromkeys(["Mouse", *(spec.group for spec in ACTIONS)])),
        "Mouse": [text for row in MOUSE for text in row],
    }


def key_words(keys: Sequence[str]) -> str:
    """Keys as this platform and language write them."""
    native = QKeySequence.SequenceFormat.NativeText
    return " / ".join(QKeySequence(key).toString(native) for key in keys)


def key_clashes(keys: Mapping[str, Sequence[str]]) -> list[str]:
    """Sentences that name every key which stands for more than one action."""
    texts = {spec.name: spec.words for spec in ACTIONS}
    by_key: dict[str, list[str]] = {}
    for name, its_keys in keys.items():
        for key in its_keys:
            # Not by its name: Return and Enter have one and the same in Chinese.
            portable = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
            by_key.setdefault(portable, []).append(texts[name])
    sentence = QCoreApplication.translate("Actions", "{key} stands for “{actions}”.")
    conjunction = QCoreApplication.translate("Actions", "” and “")
    return [
        sentence.format(key=key_words([key]), actions=conjunction.join(names))
        for key, names in by_key.items()
        if len(names) > 1
    ]


class Actions:
    """The actions as Qt knows them, by name."""

    def __init__(self, owner: QWidget, tokens: theme.Tokens) -> None:
        self._owner = owner
        self._by_name: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(spec.label, owner)
            action.setObjectName(spec.name)
            action.setCheckable(spec.checkable)
            owner.addAction(action)
            self._by_name[spec.name] = action
        self.keys: dict[str, tuple[str, ...]] = {}
        self.set_keys({})
        self.set_tokens(tokens)

    def set_keys(self, overrides: Mapping[str, Sequence[str]]) -> list[str]:
        """Give every action its keys, changed or usual.

        Returns
        -------
        What clashes, in sentences; then all keys are the usual ones.
        """
        wanted = {spec.name: tuple(overrides.get(spec.name, spec.keys)) for spec in ACTIONS}
        clashes = key_clashes(wanted)
        self.keys = {spec.name: spec.keys for spec in ACTIONS} if clashes else wanted
        for spec in ACTIONS:
            keys = self.keys[spec.name]
            self[spec.name].setShortcuts([QKeySequence(k) for k in keys])
            key = f" ({key_words(keys[:1])})" if keys else ""
            self[spec.name].setToolTip(spec.words + key)
        return clashes

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def connect(self, handlers: dict[str, Callable[[], object]]) -> None:
        """Say what each action does."""
        for name, handler in handlers.items():
            self[name].triggered.connect(lambda _=False, h=handler: h())

    def set_tokens(self, tokens: theme.Tokens) -> None:
        for spec in ACTIONS:
            if spec.icon:
                self[spec.name].setIcon(icons.icon(spec.icon, tokens))
