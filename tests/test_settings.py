from __future__ import annotations

import json
from typing import get_args

import pytest

from braintumor_desktop import settings as module
from braintumor_desktop.errors import SettingsError
from braintumor_desktop.inference.choices import METHODS
from braintumor_desktop.reporting.colour import COLOUR_MAPS
from braintumor_desktop.settings import Settings, SettingsStore


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_what_is_stored_is_read_again(path):
    store = SettingsStore(path)
    store.change(theme="light", opacity=0.8, model="xception")
    store.geometry = {"window": "QUJD"}
    store.save()
    again = SettingsStore(path)
    assert again.settings == store.settings
    assert again.geometry == {"window": "QUJD"}
    assert again.notices == []


@pytest.mark.parametrize("content", ["{", "[]", '{"theme": "dark"}', '{"schema_version": "x"}'])
def test_a_damaged_file_is_set_aside_with_a_notice(path, content):
    path.parent.mkdir()
    path.write_text(content)
    store = SettingsStore(path)
    assert store.settings == Settings()
    assert "set aside" in store.notices[0]
    assert [p.read_text() for p in path.parent.iterdir()] == [content]


def test_a_newer_file_is_set_aside_and_not_overwritten(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"schema_version": 99, "theme": "sepia"}))
    store = SettingsStore(path)
    assert "newer" in store.notices[0]
    store.save()
    assert json.loads((path.parent / "settings.set-aside.json").read_text())["theme"] == "sepia"


def test_one_wrong_value_becomes_its_default_and_the_others_stay(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"schema_version": 1, "opacity": 7, "theme": "light"}))
    store = SettingsStore(path)
    assert (store.settings.opacity, store.settings.theme) == (Settings().opacity, "light")
    assert "Overlay opacity" in store.notices[0]


def test_a_value_that_is_not_allowed_is_refused_by_its_title():
    with pytest.raises(SettingsError, match="Theme"):
        Settings().changed(theme="sepia")


def test_no_folder_is_kept_once_that_is_switched_off(path):
    store = SettingsStore(path)
    store.change(last_folder="/studies/doe")
    store.change(remember_last_folder=False)
    store.save()
    assert "doe" not in path.read_text()


def test_what_the_command_line_says_is_not_stored(path):
    store = SettingsStore(path)
    store.override(theme="light")
    store.change(opacity=0.9)
    store.save()
    assert store.settings.theme == "light"
    assert json.loads(path.read_text())["theme"] == "dark"


def test_a_value_overridden_and_then_chosen_by_hand_is_stored(path):
    store = SettingsStore(path)
    store.override(theme="light")
    store.change(theme="system")
    store.save()
    assert json.loads(path.read_text())["theme"] == "system"


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "file").write_text("")
    store = SettingsStore(tmp_path / "file" / "settings.json")
    with pytest.raises(SettingsError, match="cannot be stored"):
        store.save()


def test_every_setting_shown_has_a_title_and_a_description():
    for name, field in Settings.model_fields.items():
        if module.group(field) != "hidden":
            assert field.title, name
            assert field.description, name


def test_the_choices_are_those_of_the_floors_that_offer_them():
    assert get_args(module.Method) == METHODS
    assert get_args(module.ColourMap) == COLOUR_MAPS
