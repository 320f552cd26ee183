"""A model bundle: a folder with ``weights.safetensors`` and ``card.json``.

Weights are safetensors, never pickle, and are used only when their SHA-256 is the card's and every
tensor fits the network.  What a network needs to be asked (classes, preprocessing, temperature)
travels on the card.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from braintumor_desktop.errors import BrainTumorError, BundleError
from braintumor_desktop.models.card import CARD_FILE, SCHEMA_VERSION, check_card, read_card
from braintumor_desktop.models.files import write_whole
from braintumor_desktop.models.registry import network_entry
from braintumor_desktop.resources import resource_path

if TYPE_CHECKING:
    from torch import Tensor, nn

WEIGHTS_FILE = "weights.safetensors"
DEFAULT_BUNDLE = "improved_resnet34"
_REMEDY = "Install the model again, or export it again with braintumor-train."


@dataclass(frozen=True)
class ModelBundle:
    """A checked bundle; the weights are read by :meth:`build`.

    Attributes
    ----------
    folder
        Where it lies.
    card
        What its ``card.json`` says, as plain JSON values.
    """

    folder: Path
    card: Mapping[str, Any]

    @classmethod
    def load(cls, folder: str | os.PathLike[str]) -> ModelBundle:
        """Read and check a bundle.

        Raises
        ------
        BundleError
            If the card is missing or wrong, or the weights are missing or not the card's.
        """
        path = Path(folder)
        bundle = cls(path, read_card(path))
        bundle.read_weights()
        return bundle

    @property
    def name(self) -> str:
        return str(self.card["name"])

    @property
    def version(self) -> str:
        return str(self.card["version"])

    @property
    def sha256(self) -> str:
        """SHA-256 of the weights' file, hexadecimal."""
        return str(self.card["weights"]["sha256"])

    @property
    def network(self) -> str:
        """Key of the network in the registry."""
        return str(self.card["network"])

    @property
    def output_stride(self) -> int:
        """Pixels of the input that one place of the class-activation map stands for."""
        return int(self.card.get("output_stride", 32))

    @property
    def class_keys(self) -> tuple[str, ...]:
        """Class keys in the order of the logits."""
        return tuple(self.card["classes"])

    @property
    def preprocessing(self) -> Mapping[str, Any]:
        """JSON values of ``inference.preprocess.Preprocessing``."""
        preprocessing: Mapping[str, Any] = self.card["preprocessing"]
        return preprocessing

    @property
    def temperature(self) -> float:
        """The logits are divided by it before the softmax."""
        return float(self.card["calibration"]["temperature"])

    @property
    def weights_path(self) -> Path:
        return self.folder / self.card["weights"]["file"]

    def read_weights(self) -> bytes:
        """Read the weights' file whole.

        Raises
        ------
        BundleError
            If it is missing, cannot be read, or its SHA-256 is not the card's.
        """
        try:
            content = self.weights_path.read_bytes()
        except OSError as error:
            raise BundleError(
                f"The model's weights cannot be read: {error.strerror or error}.",
                path=self.weights_path,
                remedy=_REMEDY,
            ) from error
        found = hashlib.sha256(content).hexdigest()
        if found != self.sha256:
            raise BundleError(
                f"The weights are not those of the card: their SHA-256 begins {found[:12]}, "
                f"the card's {self.sha256[:12]}.",
                path=self.weights_path,
                remedy=_REMEDY,
            )
        return content

    def build(self) -> nn.Module:
        """Build the network with the bundle's weights: float32, ``eval`` mode, on the CPU.

        Raises
        ------
        BundleError
            If a tensor is missing, unexpected or of another shape than the network's.
        """
        import safetensors.torch
        from safetensors import SafetensorError

        try:
            state = safetensors.torch.load(self.read_weights())
        except SafetensorError as error:
            raise BundleError(
                f"The weights are not a safetensors file: {error}.",
                path=self.weights_path,
                remedy=_REMEDY,
            ) from error
        module = _empty_network(self.network, len(self.class_keys), self.output_stride)
        _check_state(module, state, self.weights_path)
        full = {k: v.float() if v.is_floating_point() else v for k, v in state.items()}
        module.load_state_dict(full, assign=True)
        return module.eval().requires_grad_(False)


def write_bundle(
    folder: str | os.PathLike[str],
    weights: nn.Module | Mapping[str, Tensor],
    card: Mapping[str, Any],
) -> ModelBundle:
    """Write a bundle: the weights as float16 safetensors, then the card with their SHA-256.

    Parameters
    ----------
    folder
        Made where it is missing; a bundle in it is replaced, file by file and each at once.
    weights
        The trained network, or its state dict.
    card
        Everything but ``schema_version`` and ``weights``, which are filled in here.

    Raises
    ------
    BundleError
        If the card or the weights do not hold what they must; nothing is written then.

    Notes
    -----
    Tensors of one dimension (biases, the statistics of batch normalisation: 0.2 % of the file) stay
    float32: a running variance may lie outside float16's range.
    """
    import safetensors.torch

    path = Path(folder)
    state = weights if isinstance(weights, Mapping) else weights.state_dict()
    packed = {name: _packed(name, tensor) for name, tensor in state.items()}
    content = safetensors.torch.save(packed)
    full_card = {
        "schema_version": SCHEMA_VERSION,
        **card,
        "weights": {
            "file": WEIGHTS_FILE,
            "sha256": hashlib.sha256(content).hexdigest(),
            "dtype": "float16",
            "parameters": _parameter_count(card, packed, path),
        },
    }
    check_card(full_card, path / CARD_FILE)
    path.mkdir(parents=True, exist_ok=True)
    write_whole(path / WEIGHTS_FILE, content)
    text = json.dumps(full_card, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    write_whole(path / CARD_FILE, text.encode())
    return ModelBundle.load(path)


def available_bundles() -> tuple[Path, ...]:
    """Folders of the bundles that came with the program, the default one first."""
    try:
        root = resource_path("models")
    except BrainTumorError:
        return ()
    folders = [folder for folder in root.iterdir() if (folder / CARD_FILE).is_file()]
    return tuple(sorted(folders, key=lambda f: (f.name != DEFAULT_BUNDLE, f.name)))


def find_bundle(name_or_path: str | os.PathLike[str] | None = None) -> Path:
    """Folder of the bundle with this name, or this folder itself; the default one for ``None``.

    Raises
    ------
    BundleError
        If there is none.
    """
    folders = available_bundles()
    if name_or_path is None:
        if folders:
            return folders[0]
        raise BundleError(
            "No model is installed.", remedy="Name the folder of a model bundle instead."
        )
    for folder in folders:
        if folder.name == os.fspath(name_or_path):
            return folder
    path = Path(name_or_path)
    if (path / CARD_FILE).is_file():
        return path
    raise BundleError(
        f"No model is called {os.fspath(name_or_path)!r}, and no bundle lies in such a folder.",
        remedy=f"Installed models: {', '.join(f.name for f in folders) or 'none'}.",
    )


def _packed(name: str, tensor: Tensor) -> Tensor:
    """A tensor as it is stored; refuses values that are not finite."""
    import torch

    tensor = tensor.detach().cpu()
    if not tensor.is_floating_point():
        return tensor.contiguous().clone()
    packed = tensor.to(torch.float16 if tensor.ndim > 1 else torch.float32)
    if not bool(packed.isfinite().all()):
        raise BundleError(f"The weights of {name} are not finite numbers in float16.")
    return packed.contiguous().clone()


def _parameter_count(card: Mapping[str, Any], state: Mapping[str, Tensor], path: Path) -> int:
    """How many parameters the card's network has, after checking that the weights are its."""
    try:
        key, classes = str(card["network"]), len(card["classes"])
        stride = int(card.get("output_stride", 32))
    except (KeyError, TypeError) as error:
        raise BundleError(
            "The model's card lacks its network or its classes.", path=path
        ) from error
    module = _empty_network(key, classes, stride)
    _check_state(module, state, path)
    return sum(parameter.numel() for parameter in module.parameters())


def _empty_network(key: str, classes: int, output_stride: int) -> nn.Module:
    """Build a network whose weights are left as memory held them, to be replaced.

    Drawing random weights that are thrown away takes 0.25 s, and the meta device imports torch's
    decompositions for 4 s.
    """
    import torch
    from torch.overrides import TorchFunctionMode

    skipped = (torch.Tensor.normal_, torch.Tensor.uniform_)

    class Undrawn(TorchFunctionMode):
        def __torch_function__(
            self, func: Any, types: Any, args: Any = (), kwargs: Any = None
        ) -> Any:
            return args[0] if func in skipped else func(*args, **(kwargs or {}))

    with Undrawn():
        return network_entry(key).build(num_classes=classes, output_stride=output_stride)


def _check_state(module: nn.Module, state: Mapping[str, Tensor], path: Path) -> None:
    """Refuse weights that are not exactly the network's."""
    expected = {name: tuple(tensor.shape) for name, tensor in module.state_dict().items()}
    missing, unexpected = sorted(expected.keys() - state), sorted(state.keys() - expected.keys())
    shapes = [
        f"{name} is {tuple(state[name].shape)} instead of {shape}"
        for name, shape in expected.items()
        if name in state and tuple(state[name].shape) != shape
    ]
    reasons = [
        f"{len(names)} {word}, the first being {names[0]}"
        for word, names in (
            ("tensors are missing", missing),
            ("tensors are unexpected", unexpected),
            ("tensors have another shape", shapes),
        )
        if names
    ]
    if reasons:
        raise BundleError(
            f"The weights do not fit the network: {'; '.join(reasons)}.", path=path, remedy=_REMEDY
        )
