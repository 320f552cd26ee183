"""A series on its way from the list to a part of the screen, under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

_MIME = "application/x-braintumor-desktop-series"


def series_mime(series_instance_uid: str) -> QMimeData:
    """What is dragged: which series, and nothing that another program could make use of."""
    data = QMimeData()
    data.setData(_MIME, series_instance_uid.encode())
    return data


def dragged_series(data: QMimeData) -> str | None:
    """UID of the series that is dragged; ``None`` where something else is."""
    if not data.hasFormat(_MIME):
        return None
    return bytes(data.data(_MIME).data()).decode()
