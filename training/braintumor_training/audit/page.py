"""The report as a page with thumbnails: HTML in one file, or Markdown beside its images."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image

from braintumor_training.audit.findings import AuditReport, stated_label
from braintumor_training.audit.html_page import html_page
from braintumor_training.audit.table import audit_table
from braintumor_training.errors import TrainingError
from braintumor_training.fingerprints import Twin
from braintumor_training.pixels import read_pixels
from braintumor_training.samples import Sample

_THUMBNAIL = 144
_PAIRS_A_KIND = 12
_CONFLICTS = 40
_NOTE = (
    "This page shows images and file names of the data: keep it as the data themselves are kept."
)
Group = tuple[str, list[tuple[str, list[Sample]]]]


def write_page(report: AuditReport, path: Path) -> None:
    """Write the page; the suffix decides: ``.html``, or ``.md`` with a folder of thumbnails."""
    groups = _groups(report)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix.lower() in (".md", ".markdown"):
            path.write_text(_markdown(report, groups, path), encoding="utf-8")
        else:
            path.write_text(_html(report, groups), encoding="utf-8")
    except OSError as error:
        raise TrainingError(f"The page cannot be written ({error.strerror}).", path=path) from error


def _groups(report: AuditReport) -> list[Group]:
    """Headings with captioned sets of copies."""
    conflicts = [(" or ".join(c.labels), list(c.samples)) for c in report.conflicts[:_CONFLICTS]]
    groups: list[Group] = [("Copies with different labels", conflicts)]
    for heading, wanted in (
        ("Copies across the official split", lambda twin: _across(report, twin)),
        ("Mirrored copies", lambda twin: twin.mirrored),
        ("Exact copies", lambda twin: twin.exact),
        ("Near copies", lambda twin: not twin.exact and not twin.mirrored),
    ):
        pairs = [twin for twin in report.twins if wanted(twin)]
        stride = max(1, len(pairs) // _PAIRS_A_KIND)
        shown = [
            (
                f"correlation {twin.correlation:.4f}{', mirrored' if twin.mirrored else ''}",
                [report.samples[twin.first], report.samples[twin.second]],
            )
            for twin in pairs[::stride][:_PAIRS_A_KIND]
        ]
        groups.append((f"{heading} ({len(pairs)} pairs)", shown))
    return [group for group in groups if group[1]]


def _across(report: AuditReport, twin: Twin) -> bool:
    return {report.samples[twin.first].part, report.samples[twin.second].part} == {"train", "test"}


def _caption(sample: Sample) -> str:
    part = f", {sample.part}" if sample.part else ""
    return f"{sample.name} ({stated_label(sample)}{part})"


def _thumbnail(sample: Sample) -> bytes:
    pixels = read_pixels(sample)
    low, high = np.percentile(pixels, (0.5, 99.5))
    grey = ((pixels - low) / max(high - low, 1e-6)).clip(0, 1) * 255
    image = Image.fromarray(grey.astype(np.uint8))
    image.thumbnail((_THUMBNAIL, _THUMBNAIL))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()


def _html(report: AuditReport, groups: list[Group]) -> str:
    shown = [
        (
            heading,
            [
                (caption, [(_caption(s), _thumbnail(s)) for s in samples])
                for caption, samples in sets
            ],
        )
        for heading, sets in groups
    ]
    return html_page(report, shown, _NOTE)


def _markdown(report: AuditReport, groups: list[Group], path: Path) -> str:
    folder = path.with_name(f"{path.stem}_thumbnails")
    folder.mkdir(exist_ok=True)
    lines = ["# Data audit", "", _NOTE, "", "```", audit_table(report), "```", ""]
    number = 0
    for heading, sets in groups:
        lines += [f"## {heading}", ""]
        for caption, samples in sets:
            shown = []
            for sample in samples:
                number += 1
                file = folder / f"{number:03d}.jpg"
                file.write_bytes(_thumbnail(sample))
                shown.append(f"![{_caption(sample)}]({folder.name}/{file.name})")
            names = "; ".join(_caption(sample) for sample in samples)
            lines += [" ".join(shown), "", f"{caption}: {names}", ""]
    return "\n".join(lines)
