"""The window: three panes, the tool bar, the strip; wires what the user does to the session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from braintumor_desktop.settings import SettingsStore
from braintumor_desktop.ui import dialogs, exporting, theme
from braintumor_desktop.ui.actions import Actions
from braintumor_desktop.ui.drop_frame import DropFrame
from braintumor_desktop.ui.engine import ModelChoice, ModelInfo
from braintumor_desktop.ui.finding_panel import FindingPanel
from braintumor_desktop.ui.habits import Habits
from braintumor_desktop.ui.key_guard import KeyGuard
from braintumor_desktop.ui.menus import (
    NEED_A_SLICE,
    NEED_A_STUDY,
    connect_actions,
    fill_menus,
    fill_window_menu,
)
from braintumor_desktop.ui.notices import NoticeBar
from braintumor_desktop.ui.placing import keep_place, restore_place, switch_full_screen
from braintumor_desktop.ui.preferences import Dressed, Preferences
from braintumor_desktop.ui.reading.room import ReadingRoom
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.states import in_words
from braintumor_desktop.ui.studies.panel import StudyPanel
from braintumor_desktop.ui.studies.wiring import wire_studies
from braintumor_desktop.ui.studies.wording import file_filters, left_out_words
from braintumor_desktop.ui.toolbar import ResearchStrip, ToolBar
from braintumor_desktop.ui.viewer.viewer import Viewer

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import OpenedInput


class MainWindow(QMainWindow):
    """The main window; receives the session and the settings store."""

    first_painted = Signal()

    def __init__(self, session: Session, store: SettingsStore, tokens: theme.Tokens) -> None:
        super().__init__()
        self.session, self.store, self.tokens = session, store, tokens
        self._painted = False
        self.setWindowTitle("BrainTumor Desktop")
        self.setMinimumSize(880, 500)  # 1920 x 1080 at 200 %, with what surrounds a window
        self.setAcceptDrops(True)
        self.actions_ = Actions(self, tokens)
        self.habits = Habits(self)
        self.preferences = Preferences(self)
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
        self.preferences.apply()
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
        self.viewer.empty.add_button(cancel, kinds=("loading",))
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
        problems = opened.problems
        if not opened.studies and len(problems) == 1:
            self.notice.say(problems[0].message, kind="error")
        elif not opened.studies:
            nothing = self.tr("Nothing that can be shown was found.")
            self.notice.say(nothing, kind="error", choices=self.studies.left_out_choices())
        elif problems:
            words = left_out_words(len(problems))
            self.notice.say(words, choices=self.studies.left_out_choices())
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

    def change(self, **values: object) -> None:
        """Change settings, apply them, store them; what cannot be stored is said in place."""
        self.preferences.change(**values)

    @property
    def dressed(self) -> tuple[Dressed, ...]:
        """The parts that take on the colours of the theme."""
        return (
            self.actions_, self.tool_bar, self.notice, self.studies, self.viewer, self.finding,
            self.reading,
        )  # fmt: skip

    # -- small things ---------------------------------------------------------------------------

    def _choose_class(self, index: int) -> None:
        """A second click on the shown class follows the leading one again."""
        again = self.viewer.chosen_class == index
        self.viewer.choose_class(None if again else index)

    def toggle_full_screen(self) -> None:
        self.actions_["full_screen"].setChecked(switch_full_screen(self))

    def ask_export(self) -> None:
        """Ask where to, then write the overlay on a worker."""
        exporting.ask_export(self, self._folder())

    def export_to(self, path: Path) -> None:
        """Write the slice with its overlay and the research-use words."""
        exporting.export_to(self, path)

    def copy_picture(self) -> None:
        """Put what is seen on the clipboard."""
        exporting.copy_picture(self)

    def _update_actions(self) -> None:
        session, actions = self.session, self.actions_
        has_slice = session.picture is not None
        for name in NEED_A_SLICE:
            actions[name].setEnabled(has_slice or session.series is not None)
        for name in NEED_A_STUDY:
            actions[name].setEnabled(bool(session.studies))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads out of full screen: the menu that says how is hidden there."""
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.habits.end()
        keep_place(self, self.splitter, self.actions_, self.store)
        self.reading.close()
        self.session.close()
        event.accept()
