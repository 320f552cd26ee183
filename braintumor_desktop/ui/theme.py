"""The look: colour tokens of both themes, turned into a palette and one style sheet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from braintumor_desktop.models.classes import class_by_key
from braintumor_desktop.resources import resource_path

BASE_PX, CORNER_PX, LEADING_PX = 13, 11, 20
INSIDE, BETWEEN, AROUND, RADIUS, ICON_PX = 8, 12, 16, 6, 18
_PREFERRED_FONTS = ("Inter", "Noto Sans", "Cantarell", "DejaVu Sans")


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, ``#RRGGBB``."""

    name: str
    window: str
    panel: str
    raised: str
    line: str
    text: str
    secondary: str
    disabled: str
    accent: str
    warning: str
    error: str
    on_accent: str
    canvas: str = "#000000"

    def class_colour(self, key: str) -> str:
        """The colour of a class on this theme."""
        tumor_class = class_by_key(key)
        return tumor_class.colour_dark if self.name == "dark" else tumor_class.colour_light


DARK = Tokens(
    name="dark",
    window="#0E1116",
    panel="#151A21",
    raised="#1D242E",
    line="#2A323D",
    text="#E6EAF0",
    secondary="#9AA4B2",
    disabled="#5B6573",
    accent="#4CA6FF",
    warning="#F2B84B",
    error="#FF6B6B",
    on_accent="#0E1116",
)
LIGHT = Tokens(
    name="light",
    window="#F4F6F8",
    panel="#FFFFFF",
    raised="#EEF1F5",
    line="#D5DBE3",
    text="#14181F",
    secondary="#566070",
    disabled="#9AA4B2",
    accent="#0B6BCB",
    warning="#9A6700",
    error="#C62828",
    on_accent="#FFFFFF",
)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2, 1 to 21)."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16)) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def tokens_for(theme: str) -> Tokens:
    """The tokens of ``dark``, ``light`` or ``system``."""
    if theme == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return LIGHT if scheme == Qt.ColorScheme.Light else DARK
    return LIGHT if theme == "light" else DARK


def application_font() -> QFont:
    """The system's font at the base size; figures all of one width."""
    font = QFont(QGuiApplication.font())
    if font.family() in ("Sans Serif", "Sans", "sans-serif", "DejaVu Sans", ""):
        installed = set(QFontDatabase.families())
        font.setFamily(next((f for f in _PREFERRED_FONTS if f in installed), font.family()))
    font.setPixelSize(BASE_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def sized_font(pixels: int, *, bold: bool = False) -> QFont:
    """The application's font at another size, figures all of one width."""
    font = QFont(QApplication.font())
    font.setPixelSize(pixels)
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def apply_theme(application: QApplication, tokens: Tokens) -> None:
    """Dress the whole application in one theme.

    Every widget there is is polished anew for it, so what is worn already is not put on again.
    """
    sheet = style_sheet(tokens)
    if application.styleSheet() == sheet:
        return
    application.setStyle("Fusion")
    application.setPalette(palette(tokens))
    application.setStyleSheet(sheet)


def palette(tokens: Tokens) -> QPalette:
    """The theme as a palette, for what the style sheet does not reach."""
    colours = QPalette()
    role = QPalette.ColorRole
    for roles, colour in (
        ((role.Window,), tokens.window),
        ((role.Base, role.ToolTipBase), tokens.panel),
        ((role.AlternateBase, role.Button), tokens.raised),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), tokens.text),
        ((role.BrightText,), tokens.error),
        ((role.PlaceholderText,), tokens.secondary),
        ((role.Highlight, role.Link, role.Accent), tokens.accent),
        ((role.HighlightedText,), tokens.on_accent),
        ((role.Mid, role.Dark, role.Midlight), tokens.line),
    ):
        for one in roles:
            colours.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        colours.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.disabled))
    return colours


def mixed(first: str, second: str, share: float) -> str:
    """``share`` of the second colour in the first."""
    a, b = QColor(first), QColor(second)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    ).name()


def style_sheet(t: Tokens) -> str:
    """The one style sheet."""
    chevron, onward, tick, close = (
        resource_path("icons", f"{name}-{t.name}.svg").as_posix()
        for name in ("chevron", "chevron-right", "tick", "close")
    )
    hover = mixed(t.raised, t.text, 0.06)
    selected = mixed(t.panel, t.accent, 0.18)
    menu_hover = mixed(t.raised, t.accent, 0.25)
    return f"""
* {{ outline: none; dialogbuttonbox-buttons-have-icons: 0; }}
QMainWindow, QDialog {{ background: {t.window}; }}
QWidget {{ color: {t.text}; font-size: {BASE_PX}px; }}
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line};
  padding: 4px 8px; }}

QMenuBar {{ background: {t.window}; padding: 2px 8px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {t.raised}; }}
QMenu {{ background: {t.raised}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {menu_hover}; color: {t.text}; }}
QMenu::item:disabled {{ color: {t.disabled}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::icon:checked {{ background: {selected}; border: 1px solid {t.accent};
  border-radius: 4px; }}
QMenu::indicator {{ width: 14px; height: 14px; left: 8px; }}
QMenu::right-arrow {{ image: url("{onward}"); width: 12px; height: 12px; right: 8px; }}

QToolBar {{ background: {t.window}; border: none; border-bottom: 1px solid {t.line};
  spacing: 4px; padding: 4px 12px; }}
QToolBar::separator {{ background: {t.line}; width: 1px; margin: 8px 8px; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: {RADIUS}px;
  padding: 5px 8px; }}
QToolButton:hover {{ background: {t.raised}; }}
QToolButton:pressed {{ background: {t.line}; }}
QToolButton:checked {{ background: {selected}; border-color: {t.accent}; }}
QToolButton:focus {{ border-color: {t.accent}; }}
QToolButton:checked:focus {{ border: 2px solid {t.text}; padding: 4px 7px; }}
QToolButton:disabled {{ color: {t.disabled}; }}
#qt_toolbar_ext_button {{ padding: 0; }}
QToolButton[popupMode="1"] {{ padding-right: 24px; }}
QToolButton[popupMode="2"] {{ padding-right: 24px; }}
QToolButton::menu-indicator {{ image: url("{chevron}"); subcontrol-origin: padding;
  subcontrol-position: right center; right: 5px; width: 12px; height: 12px; }}
QToolButton::menu-button {{ border: none; width: 18px; }}
QToolButton::menu-arrow {{ image: url("{chevron}"); width: 12px; height: 12px; }}

QPushButton {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
  padding: 6px 12px; min-height: 18px; }}
QPushButton:hover {{ background: {hover}; border-color: {t.secondary}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:focus {{ border-color: {t.accent}; }}
QPushButton::menu-indicator {{ image: url("{chevron}"); subcontrol-origin: padding;
  subcontrol-position: right center; right: 8px; width: 12px; height: 12px; }}
QPushButton#withMenu {{ padding-right: 28px; }}
QPushButton:disabled {{ color: {t.disabled}; background: {t.panel}; }}
QPushButton#primary {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
  font-weight: 600; }}
QPushButton#primary:hover {{ background: {mixed(t.accent, t.text, 0.15)}; }}
QPushButton#primary:disabled {{ background: {t.panel}; color: {t.disabled};
  border-color: {t.line}; }}
QPushButton#primary:focus {{ border: 2px solid {t.text}; padding: 5px 11px; }}
QPushButton#quiet, QToolButton#quiet {{ background: transparent; border-color: transparent;
  color: {t.secondary}; padding: 4px 8px; }}
QPushButton#quiet:hover, QToolButton#quiet:hover {{ background: {t.raised}; color: {t.text}; }}
QPushButton#quiet:disabled, QToolButton#quiet:disabled {{ color: {t.disabled}; }}
QPushButton#quiet:focus, QToolButton#quiet:focus {{ border-color: {t.accent}; }}
QPushButton#quiet:disabled, QToolButton#quiet:disabled {{ color: {t.disabled}; }}

QPushButton#speaker {{ padding: 2px 8px; text-align: left; }}
QPushButton#overlayOf {{ padding: 2px 4px; }}
QPushButton#overlayOf:checked {{ background: {selected}; border-color: {t.accent}; }}

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox {{ background: {t.raised};
  border: 1px solid {t.line}; border-radius: {RADIUS}px; padding: 4px 8px; min-height: 20px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QLineEdit {{ placeholder-text-color: {t.secondary}; lineedit-clear-button-icon: url("{close}"); }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QKeySequenceEdit:focus {{ border-color: {t.accent}; }}
QComboBox QLineEdit, QSpinBox QLineEdit, QDoubleSpinBox QLineEdit {{ border: none; padding: 0;
  min-height: 0; background: transparent; }}
QSpinBox QLineEdit, QDoubleSpinBox QLineEdit {{ padding-left: 6px; }}
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button
  {{ subcontrol-origin: padding; width: 0; height: 0; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{chevron}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.line};
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; padding: 4px; }}

QTreeView, QListView, QTableView, QTextEdit, QPlainTextEdit {{ background: {t.panel};
  border: 1px solid transparent; selection-background-color: {selected};
  selection-color: {t.text}; }}
QTreeView:focus, QListView:focus, QTableView:focus, QTextEdit:focus, QPlainTextEdit:focus {{
  border-color: {t.accent}; }}
#contents {{ padding: 8px; }}
#contents::item {{ padding: 6px 8px; border-radius: 4px; }}
#contents::item:selected {{ background: {selected}; color: {t.text}; }}
#contents::item:hover {{ background: {t.raised}; }}
QTreeView::item, QTreeView::branch {{ background: transparent; }}
QTableView::item {{ padding: 0 5px; }}
QHeaderView::section {{ background: {t.panel}; color: {t.secondary}; border: none;
  border-bottom: 1px solid {t.line}; padding: 6px 8px; }}

QSplitter::handle {{ background: {t.line}; }}
QSplitter::handle:hover {{ background: {t.accent}; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 3px; margin: 2px; min-height: 24px;
  min-width: 24px; }}
QScrollBar::handle:hover {{ background: {t.disabled}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}

QSlider {{ border: 1px solid transparent; border-radius: 4px; }}
QSlider:focus {{ border-color: {t.accent}; }}
QSlider::groove:horizontal {{ height: 4px; background: {t.line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {t.accent}; border-radius: 2px; }}
QSlider::sub-page:horizontal:disabled {{ background: {t.line}; }}
QSlider::handle:horizontal {{ width: 14px; height: 14px; margin: -5px 0; border-radius: 7px;
  background: {t.text}; }}
QSlider::handle:horizontal:focus {{ background: {t.accent}; }}
QSlider::handle:horizontal:disabled {{ background: {t.disabled}; }}
QProgressBar {{ background: {t.line}; border: none; border-radius: 2px; max-height: 4px;
  min-height: 4px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 2px; }}
QCheckBox {{ spacing: 8px; }}
QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {t.secondary};
  border-radius: 4px; background: {t.raised}; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
  image: url("{tick}"); }}
QCheckBox::indicator:focus {{ border: 2px solid {t.text}; width: 14px; height: 14px; }}

QRadioButton {{ spacing: 8px; padding: 5px 8px; border: 1px solid transparent;
  border-radius: {RADIUS}px; }}
QRadioButton:hover {{ background: {t.raised}; }}
QRadioButton:checked {{ background: {selected}; }}
QRadioButton:focus {{ border-color: {t.accent}; }}
QRadioButton:disabled {{ color: {t.disabled}; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {t.secondary};
  border-radius: 8px; background: {t.raised}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {t.accent};
  background: {t.on_accent}; }}
QScrollArea {{ border: 1px solid transparent; }}
QScrollArea:focus {{ border-color: {t.accent}; }}
QPushButton#overlayOf:checked:focus {{ border: 2px solid {t.text}; padding: 1px 3px; }}
#note {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
  padding: 4px; selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
#note:focus {{ border-color: {t.accent}; }}

#panel {{ background: {t.panel}; }}
#canvasArea {{ background: {t.canvas}; }}
#canvasArea QScrollBar::handle {{ background: {DARK.line}; }}
#canvasArea QScrollBar::handle:hover {{ background: {DARK.disabled}; }}
#canvasArea StatePage QLabel {{ color: {DARK.text}; }}
#canvasArea StatePage #secondary {{ color: {DARK.secondary}; }}
#heading {{ color: {t.secondary}; font-size: {CORNER_PX}px; font-weight: 600;
  letter-spacing: 1px; }}
#secondary {{ color: {t.secondary}; }}
#small {{ color: {t.secondary}; font-size: {CORNER_PX}px; }}
#errorText {{ color: {t.error}; }}
#warningText {{ color: {t.warning}; }}
#rule {{ background: {t.line}; max-height: 1px; min-height: 1px; border: none; }}
#brand {{ font-weight: 600; font-size: 14px; padding-right: 8px; }}
#researchStrip {{ background: {t.panel}; border-top: 1px solid {t.line}; }}
#researchWords {{ color: {t.warning}; font-weight: 600; }}
#noticeBar {{ background: {t.raised}; border-bottom: 1px solid {t.line}; }}
#card {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {RADIUS}px; }}
"""
