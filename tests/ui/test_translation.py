from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox

import braintumor_desktop
from braintumor_desktop.errors import BrainTumorError
from braintumor_desktop.resources import resource_path
from braintumor_desktop.ui import theme, translation
from braintumor_desktop.ui.actions import ACTIONS, key_clashes
from braintumor_desktop.ui.dialogs import SettingsDialog
from braintumor_desktop.ui.main_window import MainWindow
from braintumor_desktop.ui.session import Session

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "update_translations.py"
FOREIGN = [name for name in translation.LANGUAGES if name != "en"]
SHOWING = {
    *("setText", "setToolTip", "setWindowTitle", "setAccessibleName", "setAccessibleDescription"),
    *("setPlaceholderText", "setStatusTip", "setTitle", "setInformativeText", "showText"),
    *("addAction", "addMenu", "addTab", "QPushButton", "QLabel", "QCheckBox", "QRadioButton"),
    *("label", "button", "placeholderText", "toolTip", "text", "question"),
    *("getOpenFileNames", "getExistingDirectory", "getSaveFileName", "drawText"),
}  # what puts words on the screen
NOT_WORDS = re.compile(
    r"^f|\{[^{}]*\}|<[^<>]*>|[\w*-]*\.(png|csv|txt)|BrainTumor Desktop|SHA-256|Grad-CAM"
)
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%L?n")


def messages(language: str) -> Iterator[tuple[str, ElementTree.Element]]:
    """(context, message) of a ``.ts`` file."""
    path = translation.translations_folder() / f"braintumor_{language}.ts"
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            yield context.findtext("name", ""), message


def forms(message: ElementTree.Element) -> list[str]:
    """The translation, or its forms for one and many; empty where it is not finished."""
    translated = message.find("translation")
    if translated is None or translated.get("type") == "unfinished":
        return []
    plurals = [form.text or "" for form in translated.iter("numerusform")]
    return plurals or [translated.text or ""]


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[object]:
    """Install the translators of a language; they go when the test ends."""
    installed: list[QTranslator] = []

    def install(setting: str, system: QLocale | None = None) -> None:
        installed.extend(translation.install_translators(qapp, setting, system))

    yield install
    for translator in installed:
        qapp.removeTranslator(translator)


def test_every_text_of_the_sources_stands_in_the_linguist_files_and_no_other():
    run = subprocess.run(
        [sys.executable, SCRIPT, "--check"], capture_output=True, text=True, encoding="utf-8"
    )
    assert run.returncode == 0, (
        f"run python packaging/update_translations.py\n{run.stdout}{run.stderr}"
    )


def written_in_english(path: Path) -> list[str]:
    """Calls that give a widget literal words, past the translators."""
    found = []
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call) or _name(call) not in SHOWING:
            continue
        # the second word of label() and button() names a style
        arguments = call.args[:1] if _name(call) in ("label", "button") else call.args
        for word in (*arguments, *(k.value for k in call.keywords if k.arg in SHOWING)):
            if isinstance(word, ast.Constant | ast.JoinedStr):
                said = NOT_WORDS.sub("", ast.unparse(word))
                if re.search("[A-Za-z]{3}", said):
                    found.append(f"{path.name}:{call.lineno} {said}")
    return found


def _is_unread(call: ast.Call) -> bool:
    """Whether it asks the translators for words that do not stand in the call."""
    literal = [isinstance(a, ast.Constant) and isinstance(a.value, str) for a in call.args]
    return (_name(call) == "tr" and literal[:1] == [False]) or (
        _name(call) == "translate" and literal[:2] == [True, False]
    )


def _name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def test_no_widget_is_given_words_past_the_translators():
    sources = (ROOT / "braintumor_desktop" / "ui").rglob("*.py")
    assert [line for path in sorted(sources) for line in written_in_english(path)] == []


DECLARING = {"actions.py", "card_page.py", "declared_texts.py", "keys.py", "menus.py"}


def test_lupdate_can_read_what_is_translated_but_in_declarations():
    unread = [
        f"{path.name}:{call.lineno} {ast.unparse(call)}"
        for path in sorted((ROOT / "braintumor_desktop" / "ui").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and path.name not in DECLARING and _is_unread(call)
    ]
    assert unread == []


@pytest.mark.parametrize("language", translation.LANGUAGES)
def test_no_finished_translation_is_empty(language):
    empty = [
        message.findtext("source")
        for _, message in messages(language)
        if not all(forms(message)) or (language == "en" and not forms(message))
    ]
    assert not empty


@pytest.mark.parametrize("language", translation.LANGUAGES)
def test_every_placeholder_stands_in_the_translation(language):
    for _, message in messages(language):
        source = message.findtext("source", "")
        for form in forms(message):
            wanted, given = sorted(PLACEHOLDER.findall(source)), sorted(PLACEHOLDER.findall(form))
            alone = message.get("numerus") == "yes" and form == forms(message)[0]
            assert given == wanted or (alone and set(given) <= set(wanted)), (source, form)


@pytest.mark.parametrize("language", FOREIGN)
def test_contexts_are_classes_or_names_so_that_qt_finds_them(language):
    assert [name for name, _ in messages(language) if not re.fullmatch(r"_?[A-Z]\w*", name)] == []


@pytest.mark.parametrize("language", FOREIGN)
def test_the_compiled_file_says_what_the_linguist_file_says(language):
    compiled = QTranslator()
    assert compiled.load(str(translation.translations_folder() / f"braintumor_{language}.qm"))
    for context, message in messages(language):
        source, comment = message.findtext("source", ""), message.findtext("comment", "")
        count = 7 if message.get("numerus") == "yes" else -1
        said = compiled.translate(context, source, comment, count) or ""
        assert said == (forms(message)[-1] if forms(message) else ""), source


@pytest.mark.parametrize("language", FOREIGN)
def test_actions_menus_classes_and_the_research_use_words_are_complete(language):
    complete = {"Actions", "ActionGroups", "Menus", "Classes", "ResearchUse"}
    missing = [
        m.findtext("source") for c, m in messages(language) if c in complete and not forms(m)
    ]
    assert missing == []


@pytest.mark.parametrize("language", FOREIGN)
def test_the_help_page_says_as_much_as_the_english_one(language):
    english, page = (
        resource_path("help", f"{name}.md").read_text("utf-8") for name in ("en", language)
    )
    for kind in (r"\{[^}]*\}", r"^#+ ", r"^- ", r"^\d\. "):
        wanted, given = (sorted(re.findall(kind, text, re.M)) for text in (english, page))
        assert wanted == given


def test_no_text_stands_where_the_translators_would_not_meet_it():
    """``lupdate`` does not look into f-strings: what stands there would stay English."""
    package = Path(braintumor_desktop.__file__).parent
    hidden = [
        f"{path.relative_to(package)}:{call.lineno}"
        for path in sorted(package.rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", getattr(call.func, "id", "")) in ("tr", "translate")
    ]
    assert hidden == []


def test_a_text_that_is_not_translated_stays_english(speak):
    speak("de")
    assert QCoreApplication.translate("Actions", "Nobody translated this") == (
        "Nobody translated this"
    )


def test_the_window_its_menus_and_its_keys_speak_german(speak, session: Session, store, qtbot):
    speak("de")
    window = MainWindow(session, store, theme.DARK)
    qtbot.addWidget(window)
    assert window.strip.words.text() == "Nur für Forschungszwecke. Nicht für die Diagnose."
    assert window.menuBar().actions()[0].text() == "&Datei"
    assert window.actions_["open_files"].text() == "Dateien öffnen…"
    assert window.actions_["open_files"].toolTip() == "Dateien öffnen (Strg+O)"
    assert window.actions_["open_files"].shortcut() == QKeySequence("Ctrl+O")


def test_qts_own_buttons_and_the_declared_settings_speak_german(speak, window, store, qtbot):
    speak("de")
    dialog = SettingsDialog(store.settings, (), theme.DARK, window)
    qtbot.addWidget(dialog)
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    assert buttons.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"
    assert dialog.fields["language"].accessibleName() == "Sprache"


@pytest.mark.parametrize("language", FOREIGN)
def test_no_two_usual_keys_are_taken_for_one_whatever_they_are_called(speak, language):
    speak(language)
    assert key_clashes({spec.name: spec.keys for spec in ACTIONS}) == []


@pytest.mark.parametrize(
    ("system", "language"),
    [
        ("de_AT", "de"),
        ("es_MX", "es"),
        ("zh_CN", "zh_CN"),
        ("zh_TW", "en"),
        ("fr_FR", "en"),
        ("C", "en"),
    ],
)
def test_the_language_of_the_system_is_taken_where_it_is_spoken(system, language):
    assert translation.language_for("system", QLocale(system)) == language


def test_the_setting_goes_before_the_system():
    assert translation.language_for("es", QLocale("de_DE")) == "es"


def test_a_missing_translation_is_told(monkeypatch, qapp, tmp_path):
    monkeypatch.setattr(translation, "translations_folder", lambda: tmp_path)
    with pytest.raises(BrainTumorError, match="choose English"):
        translation.install_translators(qapp, "de")
