"""A model's card as a page to read: limits, metrics with intervals, data, the weights' hash.

What stands on the card itself is shown as its author wrote it.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from braintumor_desktop.models.classes import CLASS_KEYS
from braintumor_desktop.ui.declared_texts import class_name
from braintumor_desktop.ui.theme import Tokens

translate = QCoreApplication.translate
_NAMES = {
    "accuracy": str(QT_TRANSLATE_NOOP("CardPage", "Accuracy")),
    "balanced_accuracy": str(QT_TRANSLATE_NOOP("CardPage", "Balanced accuracy")),
    "macro_f1": str(QT_TRANSLATE_NOOP("CardPage", "Macro F1")),
    "macro_auroc": str(QT_TRANSLATE_NOOP("CardPage", "Macro AUROC")),
    "ece_before": str(QT_TRANSLATE_NOOP("CardPage", "Calibration error before")),
    "ece_after": str(QT_TRANSLATE_NOOP("CardPage", "Calibration error after")),
    "brier": str(QT_TRANSLATE_NOOP("CardPage", "Brier score")),
}

_BY_CLASS: dict[str, str] = {
    "n": "n",
    "recall": str(QT_TRANSLATE_NOOP("CardPage", "Recall (95 % interval)")),
    "precision": str(QT_TRANSLATE_NOOP("CardPage", "Precision")),
    "f1": "F1",
}


def card_html(card: Mapping[str, Any], tokens: Tokens) -> str:
    """The card as HTML for a ``QTextBrowser``; every text from the card is escaped."""
    parts = [
        f"<h2>{escape(str(card.get('name', 'Model')))} {escape(str(card.get('version', '')))}</h2>",
        f"<p style='color:{tokens.warning}; font-weight:600'>"
        f"{escape(str(card.get('intended_use', '')))}</p>",
        _heading(translate("CardPage", "Known limits"), tokens),
        _list(card.get("limits") or [translate("CardPage", "The card names none.")]),
        _heading(translate("CardPage", "What it reached"), tokens),
        *(_metric(metric, tokens) for metric in card.get("metrics") or []),
    ]
    if not card.get("metrics"):
        words = translate("CardPage", "The card holds no measurement.")
        parts.append(f"<p>{escape(words)}</p>")
    parts += [
        _heading(translate("CardPage", "What it was trained on"), tokens),
        _training(card.get("training") or {}),
    ]
    parts += [_heading(translate("CardPage", "The network"), tokens), _network(card)]
    return "".join(parts)


def _heading(text: str, tokens: Tokens) -> str:
    style = f"color:{tokens.secondary}; font-weight:600; margin-top:18px"
    return f"<p style='{style}'>{escape(text.upper())}</p>"


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
        patients = translate("CardPage", "{count} patients").format(count=metric["patients"])
        title += f" · {patients}"
    rows = []
    for key, name in _NAMES.items():
        if key not in metric:
            continue
        value = _number(metric[key])
        if key in intervals:
            low, high = intervals[key]
            words = translate("CardPage", "95 % interval {low} to {high}")
            value += f"   ({words.format(low=_number(low), high=_number(high))})"
        rows.append((translate("CardPage", name), value))
    rows += _sets(metric)
    warning = translate("CardPage", "LEAKY: test images also stand in training.")
    leaky = (
        f"<p style='color:{tokens.warning}'>{escape(warning)}</p>" if metric.get("leaky") else ""
    )
    return f"<p><b>{escape(title)}</b></p>{leaky}{_table(rows)}{_per_class(metric)}"


def _sets(metric: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the prediction sets hold, and how many classes stand in one."""
    measured = metric.get("prediction_set") or {}
    names = {
        "coverage": translate("CardPage", "Prediction sets with the true class"),
        "mean_size": translate("CardPage", "Classes in a prediction set"),
    }
    return [(name, _number(measured[key])) for key, name in names.items() if key in measured]


def _per_class(metric: Mapping[str, Any]) -> str:
    """How well each class is found; with its interval where the card has one."""
    per_class = metric.get("per_class") or {}
    known = {str(key) for values in per_class.values() for key in values}
    columns = [key for key in _BY_CLASS if key in known] + sorted(known - set(_BY_CLASS))
    if not columns:
        return ""
    intervals = metric.get("confidence_interval_95") or {}
    heads = [translate("CardPage", _BY_CLASS.get(column, column)) for column in columns]
    lines = [_row("th", ["", *heads])]
    for key, values in per_class.items():
        name = class_name(key) if key in CLASS_KEYS else str(key)
        cells = [
            _with_interval(values.get(column), intervals.get(f"{column}_{key}"))
            for column in columns
        ]
        lines.append(_row("td", [name, *cells]))
    return f"<br><table>{''.join(lines)}</table>"


def _row(tag: str, cells: list[str]) -> str:
    style = f"<{tag} align='left' style='padding:2px 16px 2px 0'>"
    return "<tr>" + "".join(f"{style}{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _with_interval(value: Any, interval: Any) -> str:
    if not interval:
        return _number(value)
    words = translate("CardPage", "{low} to {high}")
    return (
        f"{_number(value)}  ({words.format(low=_number(interval[0]), high=_number(interval[1]))})"
    )


def _dataset(data: Mapping[str, Any]) -> str:
    words = [f"{data.get('name', '')} ({data.get('licence', '')})"]
    counted = (
        ("images", translate("CardPage", "{count:,} images")),
        ("patients", translate("CardPage", "{count:,} patients")),
    )
    for key, counting in counted:
        if isinstance(data.get(key), int):
            words.append(counting.format(count=data[key]))
    return ", ".join(words)


def _training(training: Mapping[str, Any]) -> str:
    data = [_dataset(d) for d in training.get("data") or []]
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
    count = f"{parameters:,}" if isinstance(parameters, int) else "–"
    file = f"{weights.get('file', '')} ({weights.get('dtype', '')})"
    return _table(
        [
            (translate("CardPage", "Network"), str(card.get("network", ""))),
            (translate("CardPage", "Parameters"), count),
            (translate("CardPage", "Weights"), file),
            ("SHA-256", str(weights.get("sha256", ""))),
            (translate("CardPage", "Temperature"), _number(calibration.get("temperature"))),
            (translate("CardPage", "Licence of the data"), str(card.get("licence", ""))),
        ]
    )
