"""Findings leave the program: pictures with the map burned in, JSON and CSV for research.

Every export carries the model's identity and the words "Research use only. Not for diagnosis.", and
no patient's name.
"""

from typing import TYPE_CHECKING

from braintumor_desktop.lazy import lazy_exports

if TYPE_CHECKING:
    from braintumor_desktop.reporting.colour import COLOUR_MAPS, blend, colour_map
    from braintumor_desktop.reporting.overlay import render_overlay
    from braintumor_desktop.reporting.tables import (
        Report,
        SeriesRecord,
        SliceRecord,
        to_csv,
        to_json,
    )

__all__ = [
    "COLOUR_MAPS",
    "Report",
    "SeriesRecord",
    "SliceRecord",
    "blend",
    "colour_map",
    "render_overlay",
    "to_csv",
    "to_json",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "COLOUR_MAPS": "colour",
        "blend": "colour",
        "colour_map": "colour",
        "render_overlay": "overlay",
        "Report": "tables",
        "SeriesRecord": "tables",
        "SliceRecord": "tables",
        "to_csv": "tables",
        "to_json": "tables",
    },
)
