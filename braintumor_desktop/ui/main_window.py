"""The window: three panes, the tool bar, the strip; wires what the user does to the session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMainWindow,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.errors import SettingsError
from braintumor_desktop.settings import Settings, SettingsStore
from braintumor_desktop.ui import dialogs, exporting, theme
from braintumor_desktop.ui.actions import Actions
from braintumor_desktop.ui.drop_frame import DropFrame
from braintumor_desktop.ui.engine import ModelChoice, ModelInfo
from braintumor_desktop.ui.finding_panel import FindingPanel
from braintumor_desktop.ui.habits import Habits
from braintumor_desktop.ui.key_guard import KeyGuard
from braintumor_desktop.ui.keys_editor import KeysEditor
from braintumor_desktop.ui.menus import (
    NEED_A_SLICE,
    connect_actions,
    fill_menus,
    fill_window_menu,
)
from braintumor_desktop.ui.notices import NoticeBar
from braintumor_desktop.ui.placing import keep_place, restore_place
from braintumor_desktop.ui.reading.room import ReadingRoom
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.states import in_words
from braintumor_desktop.ui.studies.panel import StudyPanel
from braintumor_desktop.ui.studies.wiring import wire_studies
from braintumor_desktop.ui.studies.wording import file_filters, left_out_words
from braintumor_desktop.ui.toolbar import LAYOUTS, ResearchStrip, ToolBar
from braintumor_desktop.ui.viewer.viewer import Viewer

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import OpenedInput

_SAVE_AFTER_MS = 400


class MainWindow(QMainWindow):
    """The main window; receives the session and the settings store."""

    first_painted = Signal()

    def __init__(self, session: Session, store: SettingsStore, tokens: theme.Tokens) -> None:
        super().__init__()
        self.session, self.store, self.tokens = session, store, tokens
        self._painted = False
        self._saving = QTimer(self)  # a slider is dragged through many values
        self._saving.setSingleShot(True)
        self._saving.setInterval(_SAVE_AFTER_MS)
        self._saving.timeout.connect(self._save_settings)
        self.setWindowTitle("BrainTumor Desktop")
        self.setMinimumSize(1024, 640)
        self.setAcceptDrops(True)
        self.actions_ = Actions(self, tokens)
        self.habits = Habits(self)
        self.tool_bar = ToolBar(self.actions_, tokens, self)
        self.notice = NoticeBar(tokens)
        self.studies = StudyPanel(session, tokens)
        self.viewer = Viewer(session, tokens)
        self.finding = FindingPanel(session, tokens)
        self.reading = ReadingRoom(self)
        self.strip = ResearchStrip()
        self.strip.add_action(self.actions_["journal"])
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._drop_frame = DropFrame(self, tokens)
        self._connect()
        self._apply(store.settings)
        restore_place(self, self.splitter, self.actions_, self.store)
        if store.notices:
            self.notice.say(" ".join(store.notices))

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.addToolBar(self.tool_bar)
        fill_menus(self)
        for pane in (self.studies, self.viewer, self.reading.above(self.finding)):
            self.splitter.addWidget(pane)
        self.splitter.setHandleWidth(1)
        for index, (stretch, collapsible) in enumerate(((0, True), (1, False), (0, True))):
            self.splitter.setStretchFactor(index, stretch)
            self.splitter.setCollapsible(index, collapsible)
        self.splitter.setSizes([280, 880, 296])
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.notice, self.splitter, self.strip):
            column.addWidget(widget, 1 if widget is self.splitter else 0)
        centre = QWidget()
        centre.setLayout(column)
        self.setCentralWidget(centre)
        self._fill_empty_page()
        self._key_guard = KeyGuard(self)
        self._key_guard.watch(self)

    def _fill_empty_page(self) -> None:
        for name, text in (
            ("open_files", self.tr("Open files…")),
            ("open_folder", self.tr("Open folder…")),
            ("open_demo", self.tr("Demonstration cases")),
        ):
            button = QPushButton(text)
            if name == "open_files":
                button.setObjectName("primary")
            button.setToolTip(self.actions_[name].toolTip())
            button.clicked.connect(self.actions_[name].trigger)
            self.viewer.empty.add_button(button)
        self.viewer.empty.add_button(self.habits.recent_button())
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setToolTip(self.tr("Stop opening; what was found stays open"))
        cancel.clicked.connect(self.session.cancel_opening)
        self.viewer.empty.add_button(cancel, while_loading=True)
        self.viewer.show_empty()

    def _connect(self) -> None:
        session, viewer = self.session, self.viewer
        session.opening_changed.connect(self._opening_changed)
        session.opened.connect(self._opened)
        session.opening_failed.connect(self.show_error)
        session.unexpected.connect(self.show_error)
        session.picture_changed.connect(lambda _: self._update_actions())
        session.studies_changed.connect(self._update_actions)
        session.opinion.state_changed.connect(lambda _: self._update_actions())
        session.opinion.model_changed.connect(self._model_changed)
        session.opinion.known_changed.connect(self._update_status)
        session.series_changed.connect(lambda _: self._update_status())
        session.series_grown.connect(lambda _: self._update_status())
        viewer.class_shown.connect(self.finding.mark_shown)
        self.finding.class_chosen.connect(self._choose_class)
        self.finding.method_chosen.connect(lambda method: self.change(method=method))
        self.finding.card_wanted.connect(self.show_card)
        self.finding.retry_wanted.connect(self.load_model)
        self.finding.folder_wanted.connect(self.ask_model)
        self.tool_bar.opacity_changed.connect(lambda value: self.change(opacity=value))
        self.tool_bar.threshold_changed.connect(lambda value: self.change(threshold=value))
        self.tool_bar.colour_map_changed.connect(lambda name: self.change(colour_map=name))
        menu = self.tool_bar.window_menu
        menu.aboutToShow.connect(lambda: fill_window_menu(menu, viewer.state, self.actions_.keys))
        connect_actions(self)
        wire_studies(self)
        self._update_actions()

    # -- opening --------------------------------------------------------------------------------

    def ask_files(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("Open files"), self._folder(), file_filters()
        )
        if names:
            self._remember_folder(Path(names[0]).parent)
            self.session.open_paths([Path(n) for n in names])

    def ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Open folder"), self._folder())
        if name:
            self._remember_folder(Path(name))
            self.session.open_paths([Path(name)])

    def open_demonstration(self) -> None:
        """Open the synthetic cases that come with the program."""
        from braintumor_desktop.errors import BrainTumorError
        from braintumor_desktop.imaging import demonstration_cases

        try:
            self.session.open_paths(demonstration_cases())
        except BrainTumorError as error:
            self.show_error(error)

    def _folder(self) -> str:
        return self.store.settings.last_folder

    def _remember_folder(self, folder: Path) -> None:
        if self.store.settings.remember_last_folder:
            self.change(last_folder=str(folder))

    def _opening_changed(self, progress: tuple[int, int] | None) -> None:
        if progress is None:
            if not self.session.studies:
                self.viewer.show_empty()
            return
        self.viewer.show_loading(*progress)

    def _opened(self, opened: OpenedInput) -> None:
        problems = [p.message for p in opened.problems]
        if not opened.studies:
            nothing = self.tr("Nothing that can be shown was found.")
            words = problems[0] if len(problems) == 1 else nothing
            self.notice.say(words, kind="error", details=problems if len(problems) > 1 else ())
        elif problems:
            self.notice.say(left_out_words(len(problems)), details=problems)
        else:
            self.notice.hide()
        self.viewer.take_focus()

    def show_error(self, error: Exception) -> None:
        """Say it in place; of what nobody foresaw, the log says more and is offered."""
        from braintumor_desktop.errors import BrainTumorError

        what, remedy = in_words(error)
        foreseen = isinstance(error, BrainTumorError)
        choices = () if foreseen else ((self.tr("Show log"), self.habits.show_log),)
        self.notice.say(f"{what} {remedy}".strip(), kind="error", choices=choices)

    # -- model ----------------------------------------------------------------------------------

    def load_model(self) -> None:
        """Load the model of the settings."""
        settings = self.store.settings
        self.session.choose_model(ModelChoice(settings.model, settings.device, settings.method))

    def ask_model(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Open model folder"))
        if name:
            self.change(model=name)

    def show_card(self) -> None:
        model = self.session.opinion.model
        if model is not None:
            dialogs.card_dialog(model, self.tokens, self).exec()

    def show_about(self) -> None:
        model, workers = self.session.opinion.model, self.session.workers
        dialogs.about_dialog(self.tokens, self, model, workers).exec()

    def _model_changed(self, model: ModelInfo | None) -> None:
        self.actions_["card"].setEnabled(model is not None)
        self._update_actions()

    # -- settings -------------------------------------------------------------------------------

    def show_settings(self) -> None:
        model = self.session.opinion.model
        installed = () if model is None else model.installed
        dialog = dialogs.SettingsDialog(
            self.store.settings, installed, self.tokens, self, self.actions_.keys
        )
        if dialog.exec():
            self.change(**dialog.result_settings.model_dump())

    def change(self, **values: object) -> None:
        """Change settings, apply them, store them; what cannot be stored is said in place."""
        before = self.store.settings
        try:
            self.store.change(**values)
        except SettingsError as error:
            self.show_error(error)
            return
        self._saving.start()
        self._apply(self.store.settings, before)
        self.habits.apply(self.store.settings, before)

    def _save_settings(self) -> None:
        try:
            self.store.save()
        except SettingsError as error:
            self.show_error(error)

    def _apply(self, settings: Settings, before: Settings | None = None) -> None:
        if before is None or before.theme != settings.theme:
            self._apply_theme(settings.theme)
        self.viewer.set_overlay(
            on=settings.overlay,
            opacity=settings.opacity,
            colour_map=settings.colour_map,
            threshold=settings.threshold,
        )
        self.viewer.set_layout(settings.layout)
        self.viewer.set_link(linked=settings.link, windows=settings.link_windows)
        self.viewer.cine.set_rate(settings.cine_rate)
        self.viewer.set_invert_direction(settings.invert_window_direction)
        self.tool_bar.show_overlay_settings(
            settings.opacity, settings.threshold, settings.colour_map
        )
        self.actions_["overlay"].setChecked(settings.overlay)
        self.viewer.set_corner_texts(settings.corner_texts)
        self.actions_["corner_texts"].setChecked(settings.corner_texts)
        if before is None or before.keys != settings.keys:
            self._apply_keys(settings)
        self.actions_[LAYOUTS[settings.layout]].setChecked(True)
        self.actions_["link"].setChecked(settings.link)
        self.actions_["link_windows"].setChecked(settings.link_windows)
        changed = before is not None and (before.model, before.device, before.method) != (
            settings.model, settings.device, settings.method,
        )  # fmt: skip
        self.reading.apply(settings)
        if changed:
            self.load_model()

    def _apply_keys(self, settings: Settings) -> None:
        clashes = self.actions_.set_keys(settings.keys)
        if clashes:
            self.notice.say(
                self.tr("The changed keys are not used: {why}").format(why=" ".join(clashes))
            )

    def follow_theme(self) -> None:
        """Dress again: the system changed between dark and light."""
        self._apply_theme(self.store.settings.theme)

    def _apply_theme(self, name: str) -> None:
        self.tokens = theme.tokens_for(name)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply_theme(application, self.tokens)
        dressed = (
            self.actions_, self.tool_bar, self.notice, self.studies, self.viewer, self.finding,
            self.reading,
        )  # fmt: skip
        for part in dressed:
            part.set_tokens(self.tokens)

    # -- small things ---------------------------------------------------------------------------

    def _choose_class(self, index: int) -> None:
        """A second click on the shown class follows the leading one again."""
        again = self.viewer.chosen_class == index
        self.viewer.choose_class(None if again else index)

    def toggle_full_screen(self) -> None:
        full = not self.isFullScreen()
        self.menuBar().setVisible(not full)
        self.actions_["full_screen"].setChecked(full)
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def ask_export(self) -> None:
        """Ask where to, then write the overlay on a worker."""
        exporting.ask_export(self, self._folder())

    def export_to(self, path: Path) -> None:
        """Write the slice with its overlay and the research-use words."""
        exporting.export_to(self, path)

    def copy_picture(self) -> None:
        """Put what is seen on the clipboard."""
        exporting.copy_picture(self)

    def edit_keys(self) -> None:
        """Let the keys be changed."""
        dialog = KeysEditor(self.actions_.keys, self.tokens, self)
        if dialog.exec():
            self.change(keys=dialog.overrides())

    def _update_actions(self) -> None:
        session, actions = self.session, self.actions_
        has_slice = session.picture is not None
        for name in NEED_A_SLICE:
            actions[name].setEnabled(has_slice or session.series is not None)
        actions["close_all"].setEnabled(bool(session.studies))
        actions["export"].setEnabled(session.opinion.state.finding is not None)
        loaded = session.opinion.model is not None
        actions["read_series"].setEnabled(loaded and session.series is not None)
        actions["card"].setEnabled(loaded)

    def _update_status(self) -> None:
        series = self.session.series
        if series is None:
            self.strip.status.setText("")
            return
        opinion = self.session.opinion
        read = sum(opinion.is_read(h) for h in series.slices)
        words = self.tr("{read}/{all} slices read")
        self.strip.status.setText(words.format(read=read, all=len(series)))

    # -- what Qt calls --------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop_frame.cover(self.rect())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002
        self._drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_frame.hide()
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.session.open_paths(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.first_painted.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.viewer.take_focus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.habits.end()
        keep_place(self, self.splitter, self.actions_, self.store)
        self.reading.close()
        self.session.close()
        event.accept()
