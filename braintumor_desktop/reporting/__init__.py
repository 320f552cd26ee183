"""Findings leave the program: pictures with the map burned in, JSON and CSV for research.

Every export carries the model's identity and the words "Research use only. Not for diagnosis.", and
no patient's name.  The journal keeps, on this computer alone, what the radiologist said before the
model's answer was revealed, and how far the two agree.
"""

from typing import TYPE_CHECKING

from braintumor_desktop.lazy import lazy_exports

if TYPE_CHECKING:
    from braintumor_desktop.reporting.agreement import Agreement, agreement_of
    from braintumor_desktop.reporting.colour import COLOUR_MAPS, blend, colour_map
    from braintumor_desktop.reporting.journal import Journal
    from braintumor_desktop.reporting.overlay import render_overlay
    from braintumor_desktop.reporting.readings import (
        Answer,
        Case,
        Impression,
        Reading,
        readings_to_csv,
    )
    from braintumor_desktop.reporting.tables import (
        Report,
        SeriesRecord,
        SliceRecord,
        to_csv,
        to_json,
    )

__all__ = [
    "COLOUR_MAPS",
    "Agreement",
    "Answer",
    "Case",
    "Impression",
    "Journal",
    "Reading",
    "Report",
    "SeriesRecord",
    "SliceRecord",
    "agreement_of",
    "blend",
    "colour_map",
    "readings_to_csv",
    "render_overlay",
    "to_csv",
    "to_json",
]

__getattr__ = lazy_exports(
    __name__,
    {
        "Agreement": "agreement",
        "agreement_of": "agreement",
        "Journal": "journal",
        "Answer": "readings",
        "Case": "readings",
        "Impression": "readings",
        "Reading": "readings",
        "readings_to_csv": "readings",
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
