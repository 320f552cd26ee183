"""The language of the window: which one, and the translators that Qt asks for it.

The sources are written in English; ``resources/translations`` holds the other languages as Qt
Linguist files (``packaging/update_translations.py`` keeps them up to date).  A text that is not
translated stays English.

Three things are English in every language, because the floors under the ui know no Qt: what an
error says (``BrainTumorError.what`` and ``remedy``), what a model's card says, and what is
exported or printed on the terminal.
"""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from braintumor_desktop.errors import BrainTumorError
from braintumor_desktop.resources import resource_path
from braintumor_desktop.settings import Language

LANGUAGES: tuple[str, ...] = tuple(name for name in get_args(Language) if name != "system")
_QT_PARTS = ("qtbase",)  # the buttons, menus and keys that Qt itself writes


def translations_folder() -> Path:
    """Where the ``.ts`` and ``.qm`` files are."""
    return resource_path("translations")


def language_for(setting: str, system: QLocale | None = None) -> str:
    """The language of the window, one of ``LANGUAGES``.

    Parameters
    ----------
    setting
        What the settings say: a language, or ``system``.
    system
        The locale of the system; its languages are tried in their order.
    """
    if setting in LANGUAGES:
        return setting
    spoken: dict[QLocale.Language, QLocale] = {}
    for name in (system or QLocale.system()).uiLanguages():  # zh-Hant-TW comes before zh
        spoken.setdefault(QLocale(name).language(), QLocale(name))
    known = {name: QLocale(name) for name in LANGUAGES}
    return next((n for s in spoken.values() for n, k in known.items() if _reads(s, k)), "en")


def _reads(spoken: QLocale, written: QLocale) -> bool:
    """Whether who speaks the one reads the other: traditional Chinese is another script."""
    return (spoken.language(), spoken.script()) == (written.language(), written.script())


def install_translators(
    application: QCoreApplication, setting: str, system: QLocale | None = None
) -> list[QTranslator]:
    """Translate the windows that are built from now on.

    Returns
    -------
    The translators: Qt's own texts first, ours last, which Qt asks first.
    """
    language = language_for(setting, system)
    installed = []
    for path in (*_qt_files(language), *_our_files(language)):
        translator = QTranslator(application)
        if not translator.load(str(path)):
            raise BrainTumorError(
                "A translation cannot be read.",
                path=path,
                remedy="Install BrainTumor Desktop again, or choose English in the settings.",
            )
        application.installTranslator(translator)
        installed.append(translator)
    return installed


def _qt_files(language: str) -> list[Path]:
    """Qt's own translations, as far as this build of Qt brings them."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    files = [folder / f"{part}_{language}.qm" for part in _QT_PARTS]
    return [path for path in files if path.is_file()]


def _our_files(language: str) -> list[Path]:
    """English first, for its plurals: they stand where a translation is missing."""
    names = dict.fromkeys(("en", language))
    return [translations_folder() / f"braintumor_{name}.qm" for name in names]
