"""Weights that somebody else trained: read without pickle, fitted to the network, recorded."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from braintumor_desktop.models.bundle import ModelBundle
from braintumor_desktop.models.card import CARD_FILE
from braintumor_training.errors import TrainingError

_HEADS = ("fc.", "classifier.", "last_linear.", "AuxLogits.", "aux_logits.")
_ENOUGH = 0.9  # share of the body's tensors that must be found


def load_pretrained(network: nn.Module, key: str, where: str) -> dict[str, Any]:
    """Load all but the head; of a bundle of the same classes the head too.

    Parameters
    ----------
    network, key
        The network and its registry key.
    where
        ``"imagenet"`` (fetched through torchvision or timm), a file with a state dict, or the
        folder of a bundle.

    Returns
    -------
    What the run records: where it is from, its SHA-256, and how many tensors were taken.

    Raises
    ------
    TrainingError
        If it cannot be fetched or read, or is of another network.
    """
    if (Path(where) / CARD_FILE).is_file():
        return _load_bundle(network, key, Path(where))
    state = _fetch(key) if where == "imagenet" else _read(Path(where))
    body = {n: t for n, t in network.state_dict().items() if not n.startswith(_HEADS)}
    taken = {
        name: tensor
        for name, tensor in state.items()
        if name in body and body[name].shape == tensor.shape
    }
    wanted = [n for n in body if not n.endswith("num_batches_tracked")]
    found = sum(name in taken for name in wanted)
    if found < _ENOUGH * len(wanted):
        raise TrainingError(
            f"The weights are of another network: {found} of {len(wanted)} tensors fit {key}.",
            path=None if where == "imagenet" else where,
        )
    network.load_state_dict(taken, strict=False)
    return {
        "from": "imagenet" if where == "imagenet" else Path(where).name,
        "sha256": _digest(state),
        "tensors_taken": found,
        "tensors_of_the_body": len(wanted),
    }


def _load_bundle(network: nn.Module, key: str, folder: Path) -> dict[str, Any]:
    bundle = ModelBundle.load(folder)
    state = bundle.build().state_dict()
    own = network.state_dict()
    misfits = [name for name, tensor in own.items() if state[name].shape != tensor.shape]
    if bundle.network != key or misfits:
        raise TrainingError(
            f"The bundle is of {bundle.network} with {len(bundle.class_keys)} classes; it does not"
            f" fit this {key}.",
            path=folder,
        )
    network.load_state_dict(state)
    return {
        "from": f"bundle {bundle.name} {bundle.version}",
        "sha256": bundle.sha256,
        "epochs": bundle.card["training"].get("epochs", 0),
        "tensors_taken": len(own),
        "tensors_of_the_body": len(own),
    }


def check_start(where: str, split_sha256: str) -> None:
    """Refuse to go on from a bundle of another split, whose training patients may stand in tests.

    Raises
    ------
    TrainingError
        If ``where`` is a bundle and its split is not this one.
    """
    if not (Path(where) / CARD_FILE).is_file():
        return
    trained_on = ModelBundle.load(where).card["training"].get("split_sha256")
    if trained_on != split_sha256:
        raise TrainingError(
            "The bundle was trained on another split: its training patients may stand in this"
            " one's test part.",
            path=where,
            remedy="Start from a bundle of the same protocol and fold, or from --pretrained none.",
        )


def _read(path: Path) -> dict[str, Tensor]:
    try:
        if path.suffix == ".safetensors":
            from safetensors.torch import load_file

            return dict(load_file(path))
        state = torch.load(path, map_location="cpu", weights_only=True)
    except Exception as error:
        raise TrainingError(f"The weights cannot be read: {error}.", path=path) from error
    if isinstance(state, dict) and isinstance(state.get("state_dict"), dict):
        state = state["state_dict"]
    if not isinstance(state, dict) or not all(isinstance(t, Tensor) for t in state.values()):
        raise TrainingError("The file holds no state dict.", path=path)
    return {name.removeprefix("module."): tensor for name, tensor in state.items()}


def _fetch(key: str) -> dict[str, Tensor]:
    """ImageNet weights over the network; says how to do without where there is none."""
    try:
        if key == "xception":
            import timm

            state: dict[str, Tensor] = timm.create_model(
                "legacy_xception", pretrained=True
            ).state_dict()
            return state
        from torchvision.models import get_model_weights

        fetched: dict[str, Tensor] = get_model_weights(key).DEFAULT.get_state_dict(progress=False)
        return fetched
    except (OSError, ValueError, RuntimeError, ImportError) as error:
        raise TrainingError(
            f"ImageNet weights for {key} cannot be fetched ({error}).",
            remedy="Give a file with --pretrained PATH, or train from scratch with --pretrained"
            " none --recipe house.",
        ) from error


def _digest(state: dict[str, Tensor]) -> str:
    """SHA-256 over names and values, the same for every file format."""
    digest = hashlib.sha256()
    for name in sorted(state):
        tensor = state[name].detach().cpu().contiguous()
        digest.update(name.encode() + bytes(str(tuple(tensor.shape)), "ascii"))
        digest.update(tensor.flatten().view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()
