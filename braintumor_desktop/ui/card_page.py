"""A model's card as a page to read: limits, metrics with intervals, data, the weights' hash."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from braintumor_desktop.models.classes import CLASS_KEYS, class_by_key
from braintumor_desktop.ui.theme import Tokens

_NAMES = {
    "accuracy": "Accuracy",
    "balanced_accuracy": "Balanced accuracy",
    "macro_f1": "Macro F1",
    "macro_auroc": "Macro AUROC",
    "ece_before": "Calibration error before",
    "ece_after": "Calibration error after",
    "brier": "Brier score",
}


def card_html(card: Mapping[str, Any], tokens: Tokens) -> str:
    """The card as HTML for a ``QTextBrowser``; every text from the card is escaped."""
    parts = [
        f"<h2>{escape(str(card.get('name', 'Model')))} {escape(str(card.get('version', '')))}</h2>",
        f"<p style='color:{tokens.warning}; font-weight:600'>"
        f"{escape(str(card.get('intended_use', '')))}</p>",
        _heading("Known limits", tokens),
        _list(card.get("limits") or ["The card names none."]),
        _heading("What it reached", tokens),
        *(_metric(metric, tokens) for metric in card.get("metrics") or []),
    ]
    if not card.get("metrics"):
        parts.append("<p>The card holds no measurement.</p>")
    parts += [_heading("What it was trained on", tokens), _training(card.get("training") or {})]
    parts += [_heading("The network", tokens), _network(card)]
    return "".join(parts)


def _heading(text: str, tokens: Tokens) -> str:
    return (
        f"<p style='color:{tokens.secondary}; font-weight:600; margin-top:18px'>{text.upper()}</p>"
    )


def _list(items: Any) -> str:
    return "<ul>" + "".join(f"<li>{escape(str(item))}</li>" for item in items) + "</ul>"


def _table(rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td style='padding:2px 24px 2px 0'>{escape(name)}</td>"
        f"<td style='padding:2px 0'>{escape(value)}</td></tr>"
        for name, value in rows
    )
    return f"<table>{cells}</table>"


def _number(value: Any) -> str:
    return f"{value:.3f}" if isinstance(value, float) else "–" if value is None else str(value)


def _metric(metric: Mapping[str, Any], tokens: Tokens) -> str:
    intervals = metric.get("confidence_interval_95") or {}
    title = f"{metric.get('protocol', '')} · {metric.get('split', '')} · n = {metric.get('n', '–')}"
    if metric.get("patients") is not None:
        title += f" · {metric['patients']} patients"
    rows = []
    for key, name in _NAMES.items():
        if key not in metric:
            continue
        value = _number(metric[key])
        if key in intervals:
            low, high = intervals[key]
            value += f"   (95 % interval {_number(low)} to {_number(high)})"
        rows.append((name, value))
    leaky = (
        f"<p style='color:{tokens.warning}'>LEAKY: test images also stand in training.</p>"
        if metric.get("leaky")
        else ""
    )
    return f"<p><b>{escape(title)}</b></p>{leaky}{_table(rows)}{_per_class(metric)}"


def _per_class(metric: Mapping[str, Any]) -> str:
    per_class = metric.get("per_class") or {}
    columns = sorted({k for values in per_class.values() for k in values})
    if not columns:
        return ""
    head = "".join(
        f"<th align='left' style='padding:2px 16px 2px 0'>{escape(c)}</th>" for c in columns
    )
    lines = [f"<tr><th></th>{head}</tr>"]
    for key, values in per_class.items():
        name = class_by_key(key).name if key in CLASS_KEYS else str(key)
        cells = "".join(
            f"<td style='padding:2px 16px 2px 0'>{escape(_number(values.get(c)))}</td>"
            for c in columns
        )
        lines.append(f"<tr><td style='padding:2px 16px 2px 0'>{escape(name)}</td>{cells}</tr>")
    return f"<br><table>{''.join(lines)}</table>"


def _training(training: Mapping[str, Any]) -> str:
    data = [
        f"{d.get('name', '')} ({d.get('licence', '')})"
        + (f", {d['images']:,} images" if isinstance(d.get("images"), int) else "")
        + (f", {d['patients']:,} patients" if isinstance(d.get("patients"), int) else "")
        for d in training.get("data") or []
    ]
    plain = [
        (str(key).replace("_", " ").capitalize(), _number(value))
        for key, value in training.items()
        if key != "data" and not isinstance(value, dict | list)
    ]
    return (_list(data) if data else "") + _table(plain)


def _network(card: Mapping[str, Any]) -> str:
    weights = card.get("weights") or {}
    calibration = card.get("calibration") or {}
    parameters = weights.get("parameters")
    return _table(
        [
            ("Network", str(card.get("network", ""))),
            ("Parameters", f"{parameters:,}" if isinstance(parameters, int) else "–"),
            ("Weights", f"{weights.get('file', '')} ({weights.get('dtype', '')})"),
            ("SHA-256", str(weights.get("sha256", ""))),
            ("Temperature", _number(calibration.get("temperature"))),
            ("Licence of the data", str(card.get("licence", ""))),
        ]
    )
