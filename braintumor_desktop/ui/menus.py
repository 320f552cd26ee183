"""What stands in the menus, and what each action of the window does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from braintumor_desktop.ui import dialogs
from braintumor_desktop.ui.actions import key_words

if TYPE_CHECKING:
    from braintumor_desktop.ui.main_window import MainWindow
    from braintumor_desktop.ui.viewer.view_state import ViewState

MENUS: tuple[tuple[str, str], ...] = (
    (
        "&File",
        "open_files open_folder {recent} open_demo - left_out close_study close_all -"
        " export copy_picture - settings - quit",
    ),
    (
        "&View",
        "side_by_side image_only overlay_only two_series four_series -"
        " link link_windows next_viewport -"
        " overlay corner_texts - studies finding full_screen",
    ),
    (
        "&Image",
        "tool_window tool_zoom tool_pan - invert flip_horizontal flip_vertical rotate -"
        " fit zoom_in zoom_out reset",
    ),
    (
        "&Stack",
        "previous next first last - previous_series next_series - cine cine_faster cine_slower",
    ),
    ("&Measure", "tool_length tool_ellipse - delete_measurement delete_measurements"),
    (
        "F&inding",
        "prefer_series read_series next_suspicious previous_suspicious - compare card choose_model",
    ),
    (
        "&Reading",
        "read_first record_reading - impression_1 impression_2 impression_3 impression_4"
        " impression_5 - journal",
    ),
    ("&Help", "help keys edit_keys - log about"),
)
NEED_A_SLICE: tuple[str, ...] = (
    *("reset", "fit", "zoom_in", "zoom_out", "invert", "tool_window", "tool_zoom", "tool_pan"),
    *("flip_horizontal", "flip_vertical", "rotate", "cine", "cine_faster", "cine_slower"),
    *("copy_picture", "next_suspicious", "previous_suspicious"),
    *("tool_length", "tool_ellipse", "delete_measurement", "delete_measurements"),
    *("previous", "next", "first", "last"),
)
NEED_A_STUDY: tuple[str, ...] = ("close_all", "previous_series", "next_series")


def declared_texts() -> dict[str, list[str]]:
    """The titles of the menus, for the translators."""
    return {"Menus": [title for title, _ in MENUS]}


def fill_menus(window: MainWindow) -> None:
    """Fill the menu bar."""
    for title, names in MENUS:
        menu = window.menuBar().addMenu(QCoreApplication.translate("Menus", title))
        for name in names.split():
            if name == "-":
                menu.addSeparator()
            elif name == "{recent}":
                menu.addMenu(window.habits.recent_menu)
            else:
                menu.addAction(window.actions_[name])


def connect_actions(window: MainWindow) -> None:
    """Say what each action does."""
    session, viewer, actions = window.session, window.viewer, window.actions_
    cine = viewer.cine
    cine.changed.connect(lambda: actions["cine"].setChecked(cine.playing))
    session.comparison.changed.connect(partial(_show_comparing, window))
    actions.connect(
        {
            "open_files": window.ask_files,
            "open_folder": window.ask_folder,
            "open_demo": window.open_demonstration,
            "close_all": session.close_all,
            "export": window.ask_export,
            "copy_picture": window.copy_picture,
            "corner_texts": lambda: window.change(corner_texts=actions["corner_texts"].isChecked()),
            "settings": window.preferences.ask,
            "quit": window.close,
            "reset": lambda: viewer.state.reset(),
            "fit": lambda: viewer.state.fit(),
            "zoom_in": lambda: viewer.state.zoom_by(1.25),
            "zoom_out": lambda: viewer.state.zoom_by(0.8),
            "invert": lambda: viewer.state.toggle_inverted(),
            "flip_horizontal": lambda: viewer.state.flip_horizontally(),
            "flip_vertical": lambda: viewer.state.flip_vertically(),
            "rotate": lambda: viewer.state.rotate(),
            "cine": cine.toggle,
            "cine_faster": lambda: window.change(cine_rate=cine.neighbour_rate(1)),
            "cine_slower": lambda: window.change(cine_rate=cine.neighbour_rate(-1)),
            "delete_measurement": window.viewer.delete_measurement,
            "delete_measurements": partial(window.viewer.delete_measurement, every=True),
            "previous": lambda: session.step(-1),
            "next": lambda: session.step(1),
            "first": lambda: session.go_to(0),
            "last": lambda: session.go_to(10**9),
            "previous_series": lambda: session.step_series(-1),
            "next_series": lambda: session.step_series(1),
            "next_suspicious": partial(window.viewer.row.go_to_suspicious, 1),
            "previous_suspicious": partial(window.viewer.row.go_to_suspicious, -1),
            "read_series": session.read_series,
            "compare": partial(_compare, window),
            "card": window.show_card,
            "choose_model": window.ask_model,
            "overlay": lambda: window.change(overlay=actions["overlay"].isChecked()),
            "side_by_side": lambda: window.change(layout="side_by_side"),
            "image_only": lambda: window.change(layout="image"),
            "overlay_only": lambda: window.change(layout="overlay"),
            "two_series": lambda: window.change(layout="two_series"),
            "four_series": lambda: window.change(layout="four_series"),
            "link": lambda: window.change(link=actions["link"].isChecked()),
            "link_windows": lambda: window.change(link_windows=actions["link_windows"].isChecked()),
            "next_viewport": viewer.activate_next,
            "studies": lambda: window.studies.setVisible(actions["studies"].isChecked()),
            "finding": lambda: window.finding.setVisible(actions["finding"].isChecked()),
            "full_screen": window.toggle_full_screen,
            "keys": lambda: dialogs.keys_dialog(window.tokens, window, actions.keys).exec(),
            "edit_keys": window.preferences.ask_keys,
            "help": window.habits.show_help,
            "log": window.habits.show_log,
            "about": window.show_about,
        }
    )
    for tool in ("window", "zoom", "pan", "length", "ellipse"):
        actions.connect({f"tool_{tool}": partial(window.viewer.choose_tool, tool)})
    for number in range(1, 6):
        actions.connect({f"window_{number}": partial(_choose_window, window, number - 1)})
    for name in ("studies", "finding", "tool_window"):
        actions[name].setChecked(True)
    _show_comparing(window)


def _compare(window: MainWindow) -> None:
    """Begin or end the comparison; its place is opened if it is closed."""
    panel, comparison = window.actions_["finding"], window.session.comparison
    if comparison.second is None and not panel.isChecked():
        panel.trigger()
    window.finding.comparison.toggle()
    _show_comparing(window)


def _show_comparing(window: MainWindow) -> None:
    action, comparison = window.actions_["compare"], window.session.comparison
    action.setEnabled(comparison.first.model is not None)
    action.setChecked(comparison.second is not None)


def _choose_window(window: MainWindow, index: int) -> None:
    window.viewer.state.choose_preset(index)


def fill_window_menu(menu: QMenu, state: ViewState, keys: Mapping[str, Sequence[str]]) -> None:
    """The windows of the slice on screen, with their numbers and keys."""
    translate = QCoreApplication.translate
    menu.clear()
    windows = state.picture.windows if state.picture is not None else ()
    for index, window in enumerate(windows):
        own = translate("Menus", "Window of the file")
        lut = translate("Menus", "VOI LUT of the file")
        name = lut if window is None else window.name or own
        numbers = "" if window is None else f"   W {window.width:.5g}  L {window.center:.5g}"
        its_keys = keys.get(f"window_{index + 1}", ())
        key = f"\t{key_words(its_keys[:1])}" if its_keys else ""
        words = f"{name}{numbers}{key}".replace("&", "&&")  # a file's own name is no mnemonic
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(state.preset == index)
        action.triggered.connect(partial(state.choose_preset, index))
    if not windows:
        menu.addAction(translate("Menus", "Open a study first")).setEnabled(False)
