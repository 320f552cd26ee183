"""The audit as one HTML file: figures first, then what gives the class away, then the copies."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from html import escape

from braintumor_training.audit.findings import AuditReport, SourceReport
from braintumor_training.audit.shortcuts import Shortcut

Shown = tuple[str, Sequence[tuple[str, bytes]]]  # a caption; caption and JPEG of each image

_STYLE = """
body { font: 14px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; margin: 32px auto 64px;
  max-width: 1040px; padding: 0 16px; background: #F4F6F8; color: #14181F; }
h1 { font-size: 24px; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 36px 0 8px; border-bottom: 1px solid #D5DBE3; padding-bottom: 4px; }
h3 { font-size: 14px; margin: 16px 0 4px; }
p { margin: 4px 0 12px; max-width: 760px; }
.note { color: #566070; }
.tile, figure { display: inline-block; vertical-align: top; background: #FFFFFF;
  border: 1px solid #D5DBE3; border-radius: 6px; }
.tile { padding: 8px 16px; margin: 8px 8px 0 0; min-width: 112px; }
.tile b { display: block; font-size: 20px; font-variant-numeric: tabular-nums; }
.tile span { color: #566070; font-size: 12px; }
.tile.bad { border-color: #C62828; }
.tile.bad b { color: #C62828; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th { text-align: left; color: #566070; font-weight: normal; }
td, th { padding: 2px 24px 2px 0; }
td.number, th.number { text-align: right; }
.bar { width: 240px; background: #E3E8EE; height: 8px; }
.bar div { background: #0B6BCB; height: 8px; }
figure { margin: 8px 8px 0 0; padding: 8px; width: 304px; }
figure table { width: 100%; table-layout: fixed; }
figure td { width: 50%; padding: 0 8px 4px 0; vertical-align: top; font-size: 11px;
  overflow-wrap: anywhere; word-wrap: break-word; }
figure img { display: block; width: 144px; height: 144px; object-fit: contain;
  background: #000000; margin-bottom: 4px; }
figcaption { font-size: 12px; color: #566070; }
@media (prefers-color-scheme: dark) {
  body { background: #0E1116; color: #E6EAF0; }
  h2 { border-color: #2A323D; }
  .tile, figure { background: #151A21; border-color: #2A323D; }
  .note, .tile span, th, figcaption { color: #9AA4B2; }
  .tile.bad { border-color: #FF6B6B; }
  .tile.bad b { color: #FF6B6B; }
  .bar { background: #2A323D; }
  .bar div { background: #4CA6FF; }
}
@media print { figure, .tile { page-break-inside: avoid; } }
"""
_LISTED = 40


def html_page(report: AuditReport, groups: Iterable[tuple[str, Sequence[Shown]]], note: str) -> str:
    """The page; ``groups`` are headings with sets of copies, each image as JPEG."""
    names = ", ".join(escape(source.name) for source in report.sources)
    parts = [
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>Data audit: {names}</title><style>{_STYLE}</style></head><body>",
        f'<h1>Data audit</h1><p class="note">{names}. {escape(note)}</p>',
        _tiles(report),
        *(_source(source) for source in report.sources),
    ]
    for heading, sets in groups:
        parts.append(f"<h2>{escape(heading)}</h2>")
        parts += [_figure(caption, images) for caption, images in sets]
    if report.repeated_names:
        shown = report.repeated_names[:_LISTED]
        parts.append("<h2>Names of two different images</h2>" + _list(shown))
    return "\n".join([*parts, "</body></html>\n"])


def _tiles(report: AuditReport) -> str:
    conflicts = len(report.conflicts)
    unreadable = sum(len(source.unreadable) for source in report.sources)
    tiles = [
        (len(report.samples), "images", False),
        (len(set(report.clusters)), "of them different", False),
        (report.exact, "pairs of exact copies", False),
        (report.near, "pairs of near copies", False),
        (report.mirrored, "pairs of mirrored copies", False),
        (conflicts, "with conflicting labels", conflicts > 0),
    ]
    if unreadable:
        tiles.append((unreadable, "cannot be read", True))
    return "".join(_tile(f"{count:,}", text, bad) for count, text, bad in tiles)


def _tile(figure: str, text: str, bad: bool) -> str:
    return f'<div class="tile{" bad" if bad else ""}"><b>{figure}</b><span>{text}</span></div>'


def _source(source: SourceReport) -> str:
    rows = "".join(
        f'<tr><td>{escape(key)}</td><td class="number">{count:,}</td></tr>'
        for key, count in source.classes.items()
    )
    parts = [
        f"<h2>{escape(source.name)}</h2><p>{source.images:,} images, {source.different:,} of them"
        " different.</p>",
        f'<table><tr><th>Class</th><th class="number">Images</th></tr>{rows}</table>',
        _official_split(source),
    ]
    if source.unreadable:
        lines = [f"{name}: {reason}" for name, reason in source.unreadable[:_LISTED]]
        parts.append(f"<h3>{len(source.unreadable)} cannot be read</h3>" + _list(lines))
    told = [shortcut for shortcut in source.shortcuts if shortcut.gives_away]
    if told:
        parts.append(_shortcuts(told))
    return "".join(parts)


def _official_split(source: SourceReport) -> str:
    if not source.tested:
        return ""
    share = source.tested_with_twin / source.tested
    text = f"{source.tested_with_twin:,} of {source.tested:,}"
    tiles = _tile(
        f"{share:.0%}",
        f"of test images stand in training too ({text})",
        source.tested_with_twin > 0,
    )
    if source.patients_across:
        tiles += _tile(
            f"{source.patients_across:,}",
            f"patients in training and testing ({source.images_across:,} test images)",
            True,
        )
    return f"<h3>Official split</h3>{tiles}"


def _shortcuts(told: Sequence[Shortcut]) -> str:
    """What gives the class away: bars from chance, at their left end, to 1."""
    chance = told[0].chance
    rows = "".join(
        f'<tr><td>{escape(s.feature)}</td><td class="number">{s.balanced_accuracy:.2f}</td>'
        f'<td><div class="bar"><div style="width:{_above(s):.0f}%"></div></div></td></tr>'
        for s in told
    )
    return (
        "<h3>Features that give the class away</h3><p>Balanced accuracy of a small decision tree"
        f" that sees nothing else; chance is {chance:.2f}, where the bars begin. A network can"
        " learn them instead of the disease.</p>"
        '<table><tr><th>Feature</th><th class="number">Balanced accuracy</th><th></th></tr>'
        f"{rows}</table>"
    )


def _above(shortcut: Shortcut) -> float:
    gained = (shortcut.balanced_accuracy - shortcut.chance) / (1 - shortcut.chance)
    return 100 * min(max(gained, 0.0), 1.0)


def _figure(caption: str, images: Sequence[tuple[str, bytes]]) -> str:
    cells = [
        f'<td><img alt="{escape(name, quote=True)}"'
        f' src="data:image/jpeg;base64,{base64.b64encode(jpeg).decode()}">{escape(name)}</td>'
        for name, jpeg in images
    ]
    rows = "".join(f"<tr>{''.join(cells[i : i + 2])}</tr>" for i in range(0, len(cells), 2))
    return f"<figure><table>{rows}</table><figcaption>{escape(caption)}</figcaption></figure>"


def _list(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
