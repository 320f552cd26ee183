"""What the settings say is done in the window; what is changed there is stored a moment later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from braintumor_desktop.errors import SettingsError
from braintumor_desktop.settings import Settings
from braintumor_desktop.ui import dialogs, theme
from braintumor_desktop.ui.keys_editor import KeysEditor
from braintumor_desktop.ui.toolbar import LAYOUTS

if TYPE_CHECKING:
    from braintumor_desktop.ui.main_window import MainWindow

_SAVE_AFTER_MS = 400


class Dressed(Protocol):
    """What takes on the colours of a theme."""

    def set_tokens(self, tokens: theme.Tokens) -> None: ...


class Preferences(QObject):
    """The settings of one window: asked for, applied, stored."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._store = window, window.store
        self._saving = QTimer(self)  # a slider is dragged through many values
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self._save)

    # -- asking ---------------------------------------------------------------------------------

    def ask(self) -> None:
        """Let the settings be changed in their dialog."""
        window = self._window
        model = window.session.opinion.model
        installed = () if model is None else model.installed
        dialog = dialogs.SettingsDialog(
            self._store.settings, installed, window.tokens, window, window.actions_.keys
        )
        if dialog.exec():
            self.change(**dialog.result_settings.model_dump())

    def ask_keys(self) -> None:
        """Let the keys be changed."""
        window = self._window
        dialog = KeysEditor(window.actions_.keys, window.tokens, window)
        if dialog.exec():
            self.change(keys=dialog.overrides())

    # -- changing -------------------------------------------------------------------------------

    def change(self, **values: object) -> None:
        """Change settings, apply them, store them; what cannot be stored is said in place."""
        before = self._store.settings
        try:
            self._store.change(**values)
        except SettingsError as error:
            self._window.show_error(error)
            return
        self._saving.start()
        self.apply(before)
        self._window.habits.apply(self._store.settings, before)

    def _save(self) -> None:
        try:
            self._store.save()
        except SettingsError as error:
            self._window.show_error(error)

    # -- applying -------------------------------------------------------------------------------

    def apply(self, before: Settings | None = None) -> None:
        """Do what the settings say; ``before`` are those in force until now, if any were."""
        settings = self._store.settings
        if before is None or before.theme != settings.theme:
            self.apply_theme()
        self._apply_to_viewer(settings)
        self._apply_to_actions(settings)
        if before is None or before.keys != settings.keys:
            self._apply_keys(settings)
        self._window.reading.apply(settings)
        if before is not None and _model_of(before) != _model_of(settings):
            self._window.load_model()

    def _apply_to_viewer(self, settings: Settings) -> None:
        viewer = self._window.viewer
        viewer.set_overlay(
            on=settings.overlay,
            opacity=settings.opacity,
            colour_map=settings.colour_map,
            threshold=settings.threshold,
        )
        viewer.set_layout(settings.layout)
        viewer.set_link(linked=settings.link, windows=settings.link_windows)
        viewer.cine.set_rate(settings.cine_rate)
        viewer.set_invert_direction(settings.invert_window_direction)
        viewer.set_corner_texts(settings.corner_texts)

    def _apply_to_actions(self, settings: Settings) -> None:
        actions = self._window.actions_
        for name in ("overlay", "corner_texts", "link", "link_windows"):
            actions[name].setChecked(getattr(settings, name))
        actions[LAYOUTS[settings.layout]].setChecked(True)
        self._window.tool_bar.show_overlay_settings(
            settings.opacity, settings.threshold, settings.colour_map
        )

    def _apply_keys(self, settings: Settings) -> None:
        clashes = self._window.actions_.set_keys(settings.keys)
        if clashes:
            words = QCoreApplication.translate("MainWindow", "The changed keys are not used: {why}")
            self._window.notice.say(words.format(why=" ".join(clashes)))

    def apply_theme(self) -> None:
        """Dress the window as the settings say, or as the system does now."""
        window = self._window
        window.tokens = theme.tokens_for(self._store.settings.theme)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply_theme(application, window.tokens)
        for part in window.dressed:
            part.set_tokens(window.tokens)


def _model_of(settings: Settings) -> tuple[str, str, str]:
    return settings.model, settings.device, settings.method
