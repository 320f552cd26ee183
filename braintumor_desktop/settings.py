"""The settings of the application: declared once, validated, stored in the platform's own place.

The settings dialog is built from this declaration (title, description, choices, bounds); ``{NAME}``
in a description is the key of that action as it is now.  Nothing
here is personal data but ``last_folder``, which the user may switch off; recent studies and the
last session have files of their own (``ui/recent.py``, ``ui/last_session.py``).
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, Literal, Self, get_args

from platformdirs import user_config_path
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.fields import FieldInfo

from braintumor_desktop.errors import SettingsError
from braintumor_desktop.private_files import write_private

SCHEMA_VERSION = 1

Theme = Literal["dark", "light", "system"]
Language = Literal["system", "en", "de", "es", "zh_CN"]
Device = Literal["auto", "cpu", "cuda", "mps"]
ColourMap = Literal["inferno", "viridis", "cividis"]
Method = Literal["Grad-CAM", "Grad-CAM++", "LayerCAM", "HiResCAM", "EigenCAM", "Score-CAM"]
Layout = Literal["side_by_side", "image", "overlay", "two_series", "four_series"]


class Settings(BaseModel):
    """Every setting, with what the dialog says of it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    theme: Theme = Field(
        default="dark",
        title="Theme",
        description="Dark for the reading room, light for stands, or as the system says.",
        json_schema_extra={"group": "Appearance"},
    )
    language: Language = Field(
        default="system",
        title="Language",
        description="Of the window. It changes when the program is started again.",
        json_schema_extra={
            "group": "Appearance",
            "labels": ["As the system", "English", "Deutsch", "Español", "简体中文"],
        },
    )
    model: str = Field(
        default="",
        title="Model",
        description="Name of an installed model, or the folder of a model bundle. "
        "Empty: the first that is installed.",
        max_length=4096,
        json_schema_extra={"group": "Model"},
    )
    device: Device = Field(
        default="auto",
        title="Device",
        description="What the network runs on. Automatic takes a GPU where one can be used.",
        json_schema_extra={
            "group": "Model",
            "labels": ["Automatic", "CPU", "NVIDIA GPU", "Apple GPU"],
        },
    )
    method: Method = Field(
        default="Grad-CAM",
        title="Explanation",
        description="How it is worked out where the network looked. Grad-CAM costs nothing extra.",
        json_schema_extra={"group": "Model"},
    )
    layout: Layout = Field(
        default="side_by_side",
        title="Layout",
        description="One series as image, overlay, or both side by side; or several series.",
        json_schema_extra={
            "group": "Viewer",
            "labels": [
                "Image beside overlay",
                "Image only",
                "Overlay only",
                "Two series",
                "Four series",
            ],
        },
    )
    link: bool = Field(
        default=True,
        title="Link the series",
        description="Series side by side scroll, zoom and pan together in mm. Key {link} "
        "switches it.",
        json_schema_extra={"group": "Viewer"},
    )
    link_windows: bool = Field(
        default=True,
        title="Link their windows",
        description="Only where grey values mean the same: within one series, or among CT series.",
        json_schema_extra={"group": "Viewer"},
    )
    overlay: bool = Field(
        default=True,
        title="Show the overlay",
        description="Colours where the network looked. Key {overlay} switches it while reading.",
        json_schema_extra={"group": "Viewer"},
    )
    opacity: float = Field(
        default=0.45,
        ge=0.05,
        le=1.0,
        title="Overlay opacity",
        description="How strongly the overlay covers the image.",
        json_schema_extra={"group": "Viewer"},
    )
    threshold: float = Field(
        default=0.0,
        ge=0.0,
        le=0.95,
        title="Overlay from",
        description="Weaker places than this share of the strongest one stay uncovered.",
        json_schema_extra={"group": "Viewer"},
    )
    colour_map: ColourMap = Field(
        default="inferno",
        title="Colour map",
        description="Colours of the overlay; all of them suit colour-blind eyes and print in grey.",
        json_schema_extra={"group": "Viewer"},
    )
    corner_texts: bool = Field(
        default=True,
        title="Texts in the corners",
        description="Patient, study, slice, window and zoom over the image. Key {corner_texts} "
        "switches them.",
        json_schema_extra={"group": "Viewer"},
    )
    cine_rate: int = Field(
        default=10,
        ge=1,
        le=60,
        title="Slices a second",
        description="How fast key {cine} plays a series; the keys {cine_faster} and {cine_slower} "
        "change it while reading.",
        json_schema_extra={"group": "Viewer"},
    )
    invert_window_direction: bool = Field(
        default=False,
        title="Dragging down brightens",
        description="Off: dragging down darkens, as in most viewers.",
        json_schema_extra={"group": "Viewer"},
    )
    restore_session: bool = Field(
        default=True,
        title="Go on where I stopped",
        description="Opens the studies, series and slice of the last session. On, since most "
        "readings go on; their places are kept for this account alone. Switch it off where several "
        "people share an account.",
        json_schema_extra={"group": "Privacy"},
    )
    recent_studies: bool = Field(
        default=True,
        title="List recent studies",
        description="Keeps where the last ten lie, never what they hold, for this account alone. "
        "On, since folders of studies are hard to find again. Names of folders may be personal "
        "data: switched off, the list is erased.",
        json_schema_extra={"group": "Privacy"},
    )
    remember_last_folder: bool = Field(
        default=True,
        title="Remember the last folder",
        description="Its name may be personal data. Switched off, nothing is kept.",
        json_schema_extra={"group": "Privacy"},
    )
    journal_identity: bool = Field(
        default=False,
        title="Keep patient identity in the journal",
        description="Off: readings are kept under a code that does not tell who it is. On: name "
        "and number of the patient stand in the journal and in its export. Readings that are kept "
        "already stay as they are.",
        json_schema_extra={"group": "Privacy"},
    )
    read_first: bool = Field(
        default=False, title="Read first", json_schema_extra={"group": "hidden"}
    )
    keys: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, title="Changed keys", json_schema_extra={"group": "hidden"}
    )
    last_folder: str = Field(default="", title="Last folder", json_schema_extra={"group": "hidden"})

    def changed(self, **values: Any) -> Self:
        """Return a copy with these values.

        Raises
        ------
        SettingsError
            If a value is not allowed; the message names the setting.
        """
        merged = {**self.model_dump(), **values}
        if not merged["remember_last_folder"]:
            merged["last_folder"] = ""
        try:
            return type(self).model_validate(merged)
        except ValidationError as error:
            raise SettingsError(_first_complaint(error)) from error


def _first_complaint(error: ValidationError) -> str:
    first = error.errors()[0]
    name = str(first["loc"][0]) if first["loc"] else "settings"
    field = Settings.model_fields.get(name)
    title = field.title if field and field.title else name
    return f"The setting “{title}” cannot be that: {first['msg'].lower()}."


def choices(field: FieldInfo) -> list[tuple[str, str]]:
    """(value, label) of a setting with a fixed list of values; empty for the others."""
    values = get_args(field.annotation)
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    labels = extra.get("labels")
    names = (
        labels if isinstance(labels, list) else [str(v)[:1].upper() + str(v)[1:] for v in values]
    )
    return [(str(value), str(name)) for value, name in zip(values, names, strict=True)]


def bounds(field: FieldInfo) -> tuple[float, float] | None:
    """Smallest and largest value of a numeric setting."""
    low = next((m.ge for m in field.metadata if hasattr(m, "ge")), None)
    high = next((m.le for m in field.metadata if hasattr(m, "le")), None)
    return None if low is None or high is None else (float(low), float(high))


def group(field: FieldInfo) -> str:
    """The heading under which the dialog shows a setting; ``hidden`` for none."""
    extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
    return str(extra.get("group", ""))


def default_settings_file() -> Path:
    """Where the settings are stored on this platform (``%APPDATA%``, ``~/.config`` …)."""
    return user_config_path("braintumor-desktop", appauthor=False) / "settings.json"


class SettingsStore:
    """The settings file: reads what it can, sets aside what it cannot, writes atomically.

    Attributes
    ----------
    settings
        The current values.
    notices
        Sentences for the user on what was wrong with the file; empty when all was well.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_settings_file()
        self.notices: list[str] = []
        self.geometry: dict[str, str] = {}
        self.settings = self._load()
        self._stored, self._overridden = self.settings, set[str]()

    def change(self, **values: Any) -> Settings:
        """Change some values (:meth:`save` stores them); ``SettingsError`` if one is refused."""
        changed = self.settings.changed(**values)
        self._overridden -= {n for n in values if getattr(changed, n) != getattr(self.settings, n)}
        self.settings = changed
        return self.settings

    def override(self, **values: Any) -> Settings:
        """Change some values for this run only: they are not stored until changed by hand."""
        self._stored = self.settings
        self.settings = self.settings.changed(**values)
        self._overridden = set(values)
        return self.settings

    def save(self) -> None:
        """Write the file as a whole or not at all; ``SettingsError`` where that is impossible."""
        kept = {name: getattr(self._stored, name) for name in self._overridden}
        content = {
            "schema_version": SCHEMA_VERSION,
            **self.settings.model_dump(),
            **kept,
            "window": self.geometry,
        }
        try:
            write_private(self.path, json.dumps(content, indent=2))
        except OSError as error:
            raise SettingsError(
                f"The settings cannot be stored ({error.strerror or 'input/output error'}).",
                path=self.path,
                remedy="They hold until the window is closed.",
            ) from error

    def _load(self) -> Settings:
        try:
            raw = json.loads(self.path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except OSError:
            self.notices.append("The settings file cannot be read; the defaults are used.")
            return Settings()
        except ValueError:
            return self._set_aside("is damaged")
        if not isinstance(raw, dict):
            return self._set_aside("is damaged")
        version = raw.get("schema_version")
        if not isinstance(version, int) or version < 1:
            return self._set_aside("is damaged")
        if version > SCHEMA_VERSION:
            return self._set_aside("was written by a newer version")
        self._load_geometry(raw.get("window"))
        return self._validated(raw)

    def _load_geometry(self, window: object) -> None:
        if isinstance(window, dict):
            self.geometry = {str(k): v for k, v in window.items() if isinstance(v, str)}

    def _validated(self, raw: dict[str, Any]) -> Settings:
        """Take every value that is allowed; the others become their default, with a notice."""
        accepted: dict[str, Any] = {}
        for name, field in Settings.model_fields.items():
            if name not in raw:
                continue
            try:
                Settings.model_validate({name: raw[name]})
            except ValidationError:
                self.notices.append(
                    f"The stored setting “{field.title}” was not valid; its default is used."
                )
            else:
                accepted[name] = raw[name]
        return Settings().changed(**accepted)

    def _set_aside(self, reason: str) -> Settings:
        aside = self.path.with_suffix(".set-aside.json")
        try:
            os.replace(self.path, aside)
        except OSError:
            self.notices.append(f"The settings file {reason}; the defaults are used.")
        else:
            self.notices.append(
                f"The settings file {reason}; it was set aside as {aside.name} "
                "and the defaults are used."
            )
        return Settings()
