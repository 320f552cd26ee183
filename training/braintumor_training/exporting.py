"""Export: an evaluated run becomes a bundle; every figure on its card is read from a file."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from braintumor_desktop.models.bundle import ModelBundle, write_bundle
from braintumor_desktop.models.registry import network_entry
from braintumor_training.card import final_card
from braintumor_training.errors import TrainingError
from braintumor_training.evaluation import BANK, evaluated_bundle, read_evaluation
from braintumor_training.runs import EVALUATION


def export_run(
    folder: Path,
    target: Path,
    *,
    version: str,
    also: tuple[Path, ...] = (),
    rejection: bool = True,
) -> ModelBundle:
    """Write the bundle that ships.

    Parameters
    ----------
    folder
        The run whose weights ship; its own evaluation stands first on the card.
    target
        Folder of the bundle.
    also
        Further runs or cross-validations of the same network whose figures stand beside it, each
        with the SHA-256 of its own weights.
    rejection
        Whether the feature bank and the threshold of the rejection travel with the weights; leave
        them out where the evaluation shows that they do not reject.

    Raises
    ------
    TrainingError
        If a run has not been evaluated, the evaluation is of other weights, or the feature bank is
        not the evaluation's.
    """
    bundle, evaluation = evaluated_bundle(folder)
    if not rejection:
        evaluation = {k: v for k, v in evaluation.items() if k != "rejection"}
    if not network_entry(bundle.network).linear_head:
        raise TrainingError(
            f"{bundle.network} has a head of several layers; the application draws maps for linear"
            " heads only.",
            path=folder,
            remedy="Its figures stand in its evaluation folder; ship another network.",
        )
    draft: dict[str, Any] = {
        k: v for k, v in bundle.card.items() if k not in ("schema_version", "weights")
    }
    others = [_other(path, bundle.network) for path in also]
    card = final_card(draft, evaluation, version=version, others=others)
    bank = folder / EVALUATION / BANK
    if "rejection" in evaluation:
        content = _bank(bank)
        card["feature_bank"] = {
            "file": BANK,
            "sha256": hashlib.sha256(content).hexdigest(),
            "images": evaluation["rejection"]["images"],
        }
    exported = write_bundle(target, bundle.build(), card)
    if "rejection" in evaluation:
        (target / BANK).write_bytes(content)
    return exported


def _other(folder: Path, network: str) -> dict[str, Any]:
    evaluation = read_evaluation(folder)
    found = evaluation.get("network")
    if found not in (None, network):
        raise TrainingError(f"The run is of {found}, not of {network}.", path=folder)
    return {**evaluation["metrics"], "weights_sha256": evaluation.get("weights_sha256", "several")}


def _bank(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TrainingError(
            f"The evaluation's feature bank cannot be read ({error.strerror}).",
            path=path,
            remedy="Evaluate the run again.",
        ) from error
