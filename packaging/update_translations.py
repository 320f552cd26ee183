"""Brings ``resources/translations`` up to date with the sources, and compiles it.

Run ``python packaging/update_translations.py`` after texts of the window have changed: new texts
appear in the ``.ts`` files as unfinished, vanished ones go, and the ``.qm`` files that the program
loads are compiled anew.  Translate with ``pyside6-linguist`` or by hand, then run it again.
``--check`` changes nothing, names what is out of date, and returns 1.

``lupdate`` and ``lrelease`` come with PySide6-Essentials.  Of Python ``lupdate`` reads ``self.tr``
and ``translate`` with literal words; plurals (``%Ln``) in ``self.tr`` alone.  What stands in tables
is taken from ``declared_texts``.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import PySide6

from braintumor_desktop.ui.declared_texts import declared_texts

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "en", "es", "zh_CN")
SOURCES = ("braintumor_desktop/ui", "braintumor_desktop/app")

Text = tuple[str, str, str]  # context, source, comment


def main(argv: Sequence[str] | None = None) -> int:
    """Update everything, or with ``--check`` say what is out of date."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing; 1 if out of date")
    if parser.parse_args(argv).check:
        complaints = out_of_date()
        sys.stdout.write("".join(f"{line}\n" for line in complaints))
        return 1 if complaints else 0
    FOLDER.mkdir(exist_ok=True)
    update(FOLDER)
    for language in LANGUAGES:
        _run(
            "lrelease",
            "-silent",
            "-nounfinished",
            _ts(FOLDER, language),
            "-qm",
            _qm(FOLDER, language),
        )
    return 0


def out_of_date() -> list[str]:
    """One line for every text that the translators have not met, or that is no longer used."""
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        for language in LANGUAGES:
            if _ts(FOLDER, language).exists():
                shutil.copy(_ts(FOLDER, language), fresh)
        update(fresh)
        return [line for name in LANGUAGES for line in _differences(name, fresh)]


def _differences(language: str, fresh: Path) -> list[str]:
    stored = texts(_ts(FOLDER, language)) if _ts(FOLDER, language).exists() else set()
    wanted = texts(_ts(fresh, language))
    name = _ts(FOLDER, language).name
    return [
        *(f"{name} lacks {text!r} of {context}" for context, text, _ in sorted(wanted - stored)),
        *(f"{name} keeps {text!r} of {context}" for context, text, _ in sorted(stored - wanted)),
    ]


def texts(path: Path) -> set[Text]:
    """Every text of a ``.ts`` file that the sources still hold."""
    return {
        (
            context.findtext("name", ""),
            message.findtext("source", ""),
            message.findtext("comment", ""),
        )
        for context in ElementTree.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


def update(folder: Path) -> None:
    """Extract the texts of all sources into the ``.ts`` files of a folder."""
    with tempfile.TemporaryDirectory() as name:
        declared = Path(name) / "declared.py"
        declared.write_text(_declared_source(), encoding="utf-8")
        files = [p for s in SOURCES for p in sorted((ROOT / s).rglob("*.py"))]
        for language in LANGUAGES:
            only = ["-pluralonly"] if language == "en" else []
            _run(
                *("lupdate", "-silent", "-no-obsolete", "-locations", "none", *only),
                *("-disable-heuristic", "similartext"),
                *("-source-language", "en", "-target-language", language),
                *(*files, declared, "-ts", _ts(folder, language)),
            )


def _declared_source() -> str:
    """The declared texts as a source file, which ``lupdate`` can read."""
    return "".join(
        f"QT_TRANSLATE_NOOP({_quoted(context)}, {_quoted(text)})\n"
        for context, its_texts in declared_texts().items()
        for text in its_texts
    )


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _ts(folder: Path, language: str) -> Path:
    return folder / f"braintumor_{language}.ts"


def _qm(folder: Path, language: str) -> Path:
    return folder / f"braintumor_{language}.qm"


def _run(tool: str, *arguments: str | Path) -> None:
    """Run a tool of the PySide6 wheel; what it says of an error goes to the terminal."""
    suffix = ".exe" if sys.platform == "win32" else ""
    program = Path(PySide6.__file__).parent / f"{tool}{suffix}"
    subprocess.run([program, *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main())
