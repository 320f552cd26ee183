"""Writes what is seen to a file, on a worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from braintumor_desktop.errors import BrainTumorError
from braintumor_desktop.ui.workers import CancelToken, Workers

if TYPE_CHECKING:
    from braintumor_desktop.imaging.study import Slice, Window
    from braintumor_desktop.inference.finding import Finding


def export_overlay(
    workers: Workers,
    path: Path,
    slice_: Slice,
    finding: Finding,
    class_index: int,
    *,
    window: Window | None,
    opacity: float,
    colour_map: str,
    threshold: float,
    on_done: Callable[[Any], None],
    on_error: Callable[[Exception], None],
) -> None:
    """Write the slice, its overlay and the research-use words as PNG."""

    def work(_: CancelToken) -> None:
        from braintumor_desktop.reporting.overlay import render_overlay

        image = render_overlay(
            slice_,
            finding,
            class_index,
            window=window,
            opacity=opacity,
            colour_map=colour_map,
            threshold=threshold,
        )
        try:
            image.save(path, format="PNG")
        except OSError as error:
            raise BrainTumorError(
                f"The picture cannot be written ({error.strerror or 'input/output error'}).",
                path=path,
                remedy="Choose another folder.",
            ) from error

    workers.run(work, on_result=on_done, on_error=on_error)
