"""The tool bar: open, tools, layout, overlay; and the strip that cannot be closed."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolBar,
    QToolButton,
    QWidget,
)

from braintumor_desktop.settings import ColourMap, Layout
from braintumor_desktop.ui import icons, theme
from braintumor_desktop.ui.actions import Actions
from braintumor_desktop.ui.declared_texts import research_use
from braintumor_desktop.ui.small import label

COLOUR_MAPS = get_args(ColourMap)
LAYOUTS: dict[Layout, str] = {  # setting: action
    "side_by_side": "side_by_side",
    "image": "image_only",
    "overlay": "overlay_only",
    "two_series": "two_series",
    "four_series": "four_series",
}
_SAID_FOR_MS = 6000
_WITH_MODE, _WITH_WORDS, _WITH_BRAND, _WORDIEST = 1, 2, 3, 4  # how many words the bar has room for


class ToolBar(QToolBar):
    """Built from the window's actions."""

    opacity_changed = Signal(float)
    threshold_changed = Signal(float)
    colour_map_changed = Signal(str)

    def __init__(
        self, actions: Actions, tokens: theme.Tokens, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._widths: list[int] = []
        self._short_names: list[QLabel] = []
        self.setObjectName("tools")
        self.setWindowTitle(self.tr("Tools"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setIconSize(QSize(theme.ICON_PX, theme.ICON_PX))
        self.tools, self.layouts = QActionGroup(self), QActionGroup(self)
        self._mark, self._overlay_icon = QLabel(), QLabel()
        self.window_menu = QMenu(self)
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self.colour_map = QComboBox()
        self._build()
        self.set_tokens(tokens)

    def _build(self) -> None:
        actions = self._actions
        self._mark_place = self.addWidget(self._mark)
        self._brand = self.addWidget(label("BrainTumor Desktop", "brand"))
        self.addWidget(self._menu_button(self.tr("Open"), actions["open_files"], self._open_menu()))
        self.addSeparator()
        for name in ("tool_window", "tool_zoom", "tool_pan", "tool_length", "tool_ellipse"):
            self.tools.addAction(actions[name])
            self.addAction(actions[name])
        self.addWidget(self._menu_button(self.tr("Window"), None, self.window_menu))
        self.addAction(actions["invert"])
        self.addWidget(self._split_button("rotate", ("flip_horizontal", "flip_vertical")))
        for name in ("reset", "cine"):
            self.addAction(actions[name])
        self.addSeparator()
        self._add_layouts()
        self.addSeparator()
        self._add_overlay_controls()
        spring = QWidget()
        spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spring)
        self._add_read_first()
        for name in ("studies", "finding", "full_screen", "keys"):
            self.addAction(actions[name])
        for button in self.findChildren(QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt gives those of actions none

    def _add_layouts(self) -> None:
        """Which layout there is, the others behind it; and whether series move together."""
        menu, button = QMenu(self), QToolButton()
        for name in LAYOUTS.values():
            action = self._actions[name]
            self.layouts.addAction(action)
            menu.addAction(action)
            action.toggled.connect(self._show_layout)
        menu.addSeparator()
        menu.addAction(self._actions["link_windows"])
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        button.setAccessibleName(self.tr("Layout"))
        self._layout_button = button
        self.addWidget(button)
        self.addAction(self._actions["link"])

    def _show_layout(self) -> None:
        chosen = self.layouts.checkedAction()
        if chosen is not None:
            self._layout_button.setIcon(chosen.icon())
            words = self.tr("Layout: {name}").format(name=chosen.text())
            self._layout_button.setToolTip(words)

    def _add_read_first(self) -> None:
        button = self._read_first_button = QToolButton()
        button.setDefaultAction(self._actions["read_first"])
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addWidget(button)

    def _open_menu(self) -> QMenu:
        menu = QMenu(self)
        for name in ("open_files", "open_folder", "open_demo"):
            menu.addAction(self._actions[name])
        return menu

    def _menu_button(self, text: str, action: QAction | None, menu: QMenu) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        button.setAccessibleName(text)
        if action is not None:
            self._open_button = button
            button.setToolTip(self.tr("Open files, a folder or a demonstration case"))
        else:
            button.setToolTip(self.tr("Windows of this slice (keys 1 to 5)"))
        return button

    def _split_button(self, first: str, others: tuple[str, ...]) -> QToolButton:
        """An action to click, and behind the arrow the ones that go with it."""
        button, menu = QToolButton(), QMenu(self)
        for name in (first, *others):
            menu.addAction(self._actions[name])
        button.setDefaultAction(self._actions[first])
        button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        button.setMenu(menu)
        return button

    def _add_overlay_controls(self) -> None:
        overlay = self._overlay_button = QToolButton()
        overlay.setDefaultAction(self._actions["overlay"])
        overlay.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addWidget(overlay)
        words = self.tr("Overlay opacity"), self.tr("Opacity")
        self._add_slider(self.opacity, words, (5, 100), self.opacity_changed)
        words = self.tr("Overlay from"), self.tr("From")
        self._add_slider(self.threshold, words, (0, 95), self.threshold_changed)
        self.colour_map.addItems([name.capitalize() for name in COLOUR_MAPS])
        self.colour_map.setToolTip(self.tr("Colour map of the overlay"))
        self.colour_map.setAccessibleName(self.tr("Colour map of the overlay"))
        self.colour_map.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.colour_map.activated.connect(lambda i: self.colour_map_changed.emit(COLOUR_MAPS[i]))
        self.addWidget(_padded(self.colour_map))

    def _add_slider(
        self,
        slider: QSlider,
        words: tuple[str, str],
        limits: tuple[int, int],
        changed: SignalInstance,
    ) -> None:
        """A slider with its name, and the shorter one that stands beside it where there is room."""
        name, short = words
        beside = label(short, "small")
        self._short_names.append(beside)
        slider.setRange(*limits)
        slider.setFixedWidth(64)
        slider.setAccessibleName(name)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        slider.valueChanged.connect(lambda v: slider.setToolTip(f"{name}: {v} %"))
        slider.valueChanged.connect(lambda v: changed.emit(v / 100))
        slider.setToolTip(name)
        self.addWidget(_padded(beside, slider))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps every tool and drops words, which tool tips say too."""
        if not self._widths:
            self._widths = [self._width_of(words) for words in range(_WORDIEST + 1)]
        fitting = (w for w in range(_WORDIEST, 0, -1) if self._widths[w] <= event.size().width())
        self._dress(next(fitting, 0))
        super().resizeEvent(event)

    def _width_of(self, words: int) -> int:
        """What the bar needs with so many of its words; they are long in some languages."""
        self._dress(words)
        layout = self.layout()
        assert layout is not None
        layout.invalidate()  # the sliders stand in boxes of their own, which tell it later
        return self.sizeHint().width()

    def _dress(self, words: int) -> None:
        """From 0, icons alone, to ``_WORDIEST``."""
        style = Qt.ToolButtonStyle
        self._brand.setVisible(words >= _WITH_BRAND)
        for name in self._short_names:
            name.setVisible(words >= _WORDIEST)
        self._mark_place.setVisible(words >= _WITH_WORDS)
        for slider in (self.opacity, self.threshold):
            slider.setFixedWidth(64 if words >= _WITH_WORDS else 48)
        for button, enough in (
            (self._open_button, _WITH_WORDS),
            (self._overlay_button, _WITH_WORDS),
            (self._read_first_button, _WITH_MODE),
        ):
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if words >= enough else style.ToolButtonIconOnly
            )

    def show_overlay_settings(self, opacity: float, threshold: float, colour_map: str) -> None:
        """Set the controls without their saying so."""
        for slider, value in ((self.opacity, opacity), (self.threshold, threshold)):
            slider.blockSignals(True)
            slider.setValue(round(100 * value))
            slider.setToolTip(f"{slider.accessibleName()}: {slider.value()} %")
            slider.blockSignals(False)
        self.colour_map.setCurrentIndex(COLOUR_MAPS.index(colour_map))

    def set_tokens(self, tokens: theme.Tokens) -> None:
        self._open_button.setIcon(icons.icon("open", tokens))
        self._show_layout()
        scale = self.devicePixelRatioF()
        self._mark.setPixmap(icons.coloured_pixmap("braintumor-desktop", "#000000", 24, scale))
        self._mark.setContentsMargins(0, 0, 4, 0)
        more = self.findChild(QToolButton, "qt_toolbar_ext_button")
        if more is not None:  # Qt's own, where tools have no room: black on black, but for this
            more.setIcon(icons.icon("next-suspicious", tokens))
            more.setIconSize(QSize(12, 12))
            more.setToolTip(self.tr("More tools"))
            more.setAccessibleName(self.tr("More tools"))


def _padded(*widgets: QWidget) -> QWidget:
    box = QWidget()
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    row = QHBoxLayout(box)
    row.setContentsMargins(4, 0, 4, 0)
    row.setSpacing(theme.INSIDE)
    for widget in widgets:
        row.addWidget(widget)
    return box


class ResearchStrip(QWidget):
    """Says what this is for; always there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("researchStrip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = label(research_use(), "researchWords")
        self.status = label("", "secondary")
        self.said = label("", "said")
        self._said_for = QTimer(self, singleShot=True, interval=_SAID_FOR_MS)
        self._said_for.timeout.connect(self.said.clear)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.AROUND, 6, theme.AROUND, 6)
        row.addWidget(self.words)
        row.addStretch(1)
        row.addWidget(self.said)
        row.addWidget(self.status)
        row.setSpacing(theme.BETWEEN)

    def say(self, words: str) -> None:
        """Confirm what was done, for a while; a notice would move the image."""
        self.said.setText(words)
        self._said_for.start()

    def add_action(self, action: QAction) -> None:
        """A button at the right end."""
        button = QToolButton()
        button.setObjectName("quiet")
        button.setDefaultAction(action)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(button)
