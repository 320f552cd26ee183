"""What the tests of the window share: an engine that reads pixels, and series written to disk."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from braintumor_desktop.errors import BrainTumorError, Cancelled, InferenceError
from braintumor_desktop.imaging.study import Slice, SliceHeader
from braintumor_desktop.inference.finding import Explanation, Finding, ModelIdentity
from braintumor_desktop.inference.prediction_set import PredictionSet
from braintumor_desktop.inference.preprocess import FrameTransform
from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.settings import SettingsStore
from braintumor_desktop.ui import theme
from braintumor_desktop.ui.engine import ModelChoice, ModelInfo
from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.session import Session
from braintumor_desktop.ui.translation import install_translators

SHA = "ab12cd34" + "0" * 56


def pixel_probabilities(pixels: np.ndarray) -> np.ndarray:
    """Probabilities that follow from the pixels: another slice gives other numbers."""
    logits = np.array([pixels.mean(), pixels.std(), pixels[::2].mean(), 0.4 * pixels.max()])
    powers = np.exp((logits - logits.max()) / 40)
    return (powers / powers.sum()).astype(np.float32)


class PixelEngine:
    """Answers with a function of the pixels; can be made to wait, to fail, or to have no model."""

    def __init__(self, name: str = "improved_resnet34", sha: str = SHA) -> None:
        self.name, self.sha = name, sha
        self.turn = 0  # by how many places the probabilities are shifted
        self.others: list[PixelEngine] = []
        self.explained: list[tuple[str, int]] = []
        self.explain_error: Exception | None = None
        self.interrupted = threading.Event()
        self.map_gate = threading.Event()
        self.map_gate.set()
        self.gate = threading.Event()
        self.gate.set()
        self.asked: list[tuple[str, int]] = []
        self.batches: list[int] = []
        self.load_error: Exception | None = None
        self.predict_error: Exception | None = None
        self.abstention: str | None = None
        self.closed = False
        self.prediction_set: PredictionSet | None = None
        self.card: dict[str, object] = {}

    def load(self, choice: ModelChoice) -> ModelInfo:
        if self.load_error is not None:
            raise self.load_error
        self.name = choice.model or self.name
        return ModelInfo(
            self.name, "1.0", self.sha, "CPU fp32", choice.method, CLASS_KEYS,
            card={"name": self.name, "version": "1.0", "limits": ["a <limit>"], **self.card},
            installed=("improved_resnet34", "xception"),
        )  # fmt: skip

    def predict(self, slice_: Slice) -> Finding:
        self.asked.append(slice_.header.key)
        if not self.gate.wait(20):
            raise InferenceError("The test never opened the gate.")
        if self.predict_error is not None:
            raise self.predict_error
        return self.finding(slice_)

    def finding(self, slice_: Slice) -> Finding:
        height, width = slice_.pixels.shape
        side = max(height, width)
        transform = FrameTransform(
            (width - side) / 2, (height - side) / 2, side / 64, side / 64, 64, (height, width)
        )
        maps = np.zeros((4, 8, 8), np.float32)
        maps[0, 2:4, 5:7] = 1
        maps[1], maps[2, 4, 4] = np.linspace(0, 1, 8, dtype=np.float32), 1
        evidence = np.array([True, True, True, False])
        return Finding(
            CLASS_KEYS,
            np.roll(pixel_probabilities(slice_.pixels), self.turn),
            Explanation("Grad-CAM", maps, evidence, transform),
            ModelIdentity(self.name, "1.0", self.sha),
            "CPU fp32",
            {"prepare": 3.0, "network": 40.0},
            self.abstention,
            self.prediction_set,
        )

    def explain(self, slice_: Slice, method: str, class_index: int) -> Explanation:
        self.interrupted.clear()
        self.explained.append((method, class_index))
        while not self.map_gate.wait(0.01):
            if self.interrupted.is_set():
                raise Cancelled
        if self.explain_error is not None:
            raise self.explain_error
        closed = self.finding(slice_).explanation
        maps, evidence = np.zeros_like(closed.maps), np.zeros(4, bool)
        maps[class_index, :2], evidence[class_index] = 1, True
        only = frozenset({class_index})
        return Explanation(method, maps, evidence, closed.transform, only)

    def interrupt(self) -> None:
        self.interrupted.set()

    def another(self) -> PixelEngine:
        other = PixelEngine("xception", "cd34ef56" + "0" * 56)
        other.gate = self.gate
        self.others.append(other)
        return other

    def read(self, headers: list[SliceHeader]) -> list[Finding | BrainTumorError]:
        from braintumor_desktop.imaging import read_slice

        self.batches.append(len(headers))
        if not self.gate.wait(20):
            raise InferenceError("The test never opened the gate.")
        return [self.finding(read_slice(h)) for h in headers]

    def close(self) -> None:
        self.closed = True
        self.gate.set()
        self.map_gate.set()


def series_pixels(index: int, shape: tuple[int, int] = (48, 64)) -> np.ndarray:
    """Pixels of the slice with this index; every slice differs."""
    rng = np.random.default_rng(index)
    pixels = rng.integers(0, 200, shape).astype(np.uint16)
    pixels[: shape[0] // 2] += np.uint16(10 * index)
    return pixels


@pytest.fixture
def write_series(tmp_path: Path) -> Callable[..., Path]:
    """Write a DICOM series of axial slices 5 mm apart; returns its folder.

    ``places`` names the slices to write of the series; keywords become attributes of all of them.
    """

    def write(
        count: int = 6,
        name: str = "series",
        *,
        spacing: tuple[float, float] = (1.0, 1.0),
        places: Sequence[int] | None = None,
        **attributes: object,
    ) -> Path:
        from pydicom.dataset import Dataset, FileMetaDataset
        from pydicom.uid import ExplicitVRLittleEndian, MRImageStorage, generate_uid

        folder = tmp_path / name
        folder.mkdir()
        study, series = generate_uid(entropy_srcs=[name, "st"]), generate_uid(entropy_srcs=[name])
        for index in range(count) if places is None else places:
            pixels = series_pixels(index)
            data = Dataset()
            data.file_meta = FileMetaDataset()
            data.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
            data.SOPClassUID, data.Modality = MRImageStorage, "MR"
            data.SOPInstanceUID = generate_uid(entropy_srcs=[name, str(index)])
            data.StudyInstanceUID, data.SeriesInstanceUID = study, series
            data.PatientName, data.PatientID = "Nobody^Test", "0"
            data.SeriesDescription, data.InstanceNumber = f"AX {name}", index + 1
            data.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
            data.ImagePositionPatient = [0, 0, 5 * index]
            data.PixelSpacing = list(spacing)
            data.Rows, data.Columns = pixels.shape
            data.SamplesPerPixel, data.PhotometricInterpretation = 1, "MONOCHROME2"
            data.BitsAllocated, data.BitsStored, data.HighBit = 16, 16, 15
            data.PixelRepresentation = 0
            data.PixelData = pixels.tobytes()
            for keyword, value in attributes.items():
                if value is None:
                    delattr(data, keyword)
                else:
                    setattr(data, keyword, value)
            data.save_as(folder / f"{index:03}.dcm", enforce_file_format=True)
        return folder

    return write


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """The window speaks English, with its plurals, whatever the system speaks."""
    install_translators(qapp, "en")


@pytest.fixture
def engine() -> PixelEngine:
    return PixelEngine()


@pytest.fixture
def session(qapp: object, engine: PixelEngine) -> Iterator[Session]:  # noqa: ARG001
    session = Session(engine)
    yield session
    assert session.close(), "a worker did not come home"


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "config" / "settings.json")


@pytest.fixture
def window(qtbot, session: Session, store: SettingsStore) -> MainWindow:  # type: ignore[no-untyped-def]
    window = MainWindow(session, store, theme.DARK)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    window.load_model()
    return window


@pytest.fixture
def opened(qtbot, window: MainWindow, write_series: Callable[..., Path]) -> MainWindow:  # type: ignore[no-untyped-def]
    """A window with a series of six slices and the finding of its middle one on screen."""
    window.session.open_paths([write_series()])
    qtbot.waitUntil(lambda: window.session.opinion.state.kind == "ready", timeout=10_000)
    return window
