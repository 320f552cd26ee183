from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from braintumor_desktop.models.registry import NETWORKS
from braintumor_training.config import build_options, build_recipe, read_config
from braintumor_training.errors import TrainingError
from braintumor_training.recipe import Recipe, Stage, parse_stages
from braintumor_training.recipes import AUTHORS, named_recipe


def test_a_recipe_survives_json() -> None:
    recipe = Recipe(stages=(Stage(64, 3),), seed=7)
    assert Recipe.from_dict(json.loads(json.dumps(recipe.to_dict()))) == recipe


def test_a_recipe_of_the_first_version_is_still_read() -> None:
    """As `recipe.json` was written before there were optimizers, schedules and freezing."""
    first = {
        "network": "improved_resnet34",
        "stages": [{"size": 128, "epochs": 30}, {"size": 192, "epochs": 10}],
        **{"batch_size": 32, "learning_rate": 0.0015, "weight_decay": 0.05, "warmup_epochs": 2.0},
        **{"ema": 0.998, "label_smoothing": 0.1, "dropout": 0.2, "clip": 1.0, "balance": 0.5},
        **{"activation_weight": 0.3, "border_weight": 1.0, "border_layer": "stage3", "seed": 0},
        "augmentation": {"rotation": 15.0, "jpeg": 0.25},
    }
    assert Recipe.from_dict(first) == Recipe()


def test_stages_are_read_in_order() -> None:
    recipe = Recipe(stages=parse_stages("128x2,192x1"))
    assert [recipe.stage_of(epoch).size for epoch in range(3)] == [128, 128, 192]
    assert recipe.epochs == 3


@pytest.mark.parametrize("text", ["128", "axb", "128x", "", "16x2", "128x0"])
def test_stages_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(TrainingError, match="stages"):
        Recipe(stages=parse_stages(text))


def test_an_unknown_field_is_named() -> None:
    with pytest.raises(TrainingError, match="learning_speed"):
        Recipe.from_dict({"learning_speed": 1})
    with pytest.raises(TrainingError, match="augmentation does not know turn"):
        Recipe.from_dict({"augmentation": {"turn": 1.0}})


@pytest.mark.parametrize(
    ("field", "value"),
    [("batch_size", 1), ("learning_rate", 0.0), ("ema", 1.0), ("optimizer", "lion")],
)
def test_values_out_of_range_are_refused(field: str, value: float) -> None:
    with pytest.raises(TrainingError, match=field):
        Recipe.from_dict({field: value})


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"batch_size": "32"}, "batch_size = '32' in the recipe must be of type int"),
        ({"shuffle_labels": 1}, "shuffle_labels = 1 in the recipe must be of type bool"),
        ({"batch_size": 10, "accumulate": 4}, "does not fall into 4 equal parts"),
        ({"mixup": 0.2}, "mixup blends two images"),
        ({"freeze": "features"}, "freezes layers that were never trained"),
        ({"freeze": "blockwise", "pretrained": "x"}, "needs frozen_epochs"),
    ],
)
def test_settings_that_do_not_go_together_are_refused(
    values: dict[str, object], words: str
) -> None:
    with pytest.raises(TrainingError, match=words):
        Recipe.from_dict(values)


@pytest.mark.parametrize("network", list(NETWORKS))
def test_every_network_has_both_recipes(network: str) -> None:
    for name in ("authors", "house"):
        assert named_recipe(network, name).recipe.network == network
    house = named_recipe(network, "house").recipe
    NETWORKS[network].build().get_submodule(house.border_layer)


def test_the_authors_recipes_do_what_their_papers_say() -> None:
    assert AUTHORS["vgg16"].recipe.freeze == "features"
    assert AUTHORS["vgg16"].recipe.dropout == 0.5
    assert AUTHORS["vgg16"].recipe.patience > 0
    assert AUTHORS["vgg19"].recipe.freeze == "blockwise"
    assert AUTHORS["basic_cnn"].recipe.schedule == "exponential"
    for key in ("xception", "mobilenet_v2", "resnet50", "inception_v3", "densenet121"):
        assert AUTHORS[key].recipe.freeze == "head-first"


def test_flags_win_over_the_file_and_the_file_over_the_named_recipe(tmp_path: Path) -> None:
    path = tmp_path / "run.toml"
    path.write_text(
        '[data]\ndata = "somewhere"\nfold = 2\n[recipe]\nnetwork = "resnet34"\nbase = "house"\n'
        'stages = "64x3"\nclip = 2\n[recipe.augmentation]\nrotation = 5\n'
    )
    config = read_config(path)
    recipe = build_recipe(config["recipe"], {"learning_rate": 0.01})
    assert (recipe.network, recipe.stages, recipe.clip) == ("resnet34", (Stage(64, 3),), 2.0)
    assert (recipe.learning_rate, recipe.border_layer) == (0.01, "layer3")
    assert (recipe.augmentation.rotation, recipe.augmentation.gamma) == (5.0, 0.45)
    options = build_options(config["data"], {"fold": 1})
    assert (options.data, options.fold) == (Path("somewhere"), 1)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[recipe", "cannot be read"),
        ("[model]\na = 1", "does not know model"),
        ("[recipe]\nspeed = 1", "does not know speed"),
        ("[recipe]\nbase = 'best'", "No recipe is called 'best'"),
    ],
)
def test_a_configuration_that_is_wrong_says_where(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "run.toml").write_text(text)
    with pytest.raises(TrainingError, match=words):
        build_recipe(read_config(tmp_path / "run.toml")["recipe"], {})


def test_data_must_be_named() -> None:
    with pytest.raises(TrainingError, match="No data is named"):
        build_options({}, {})
    with pytest.raises(TrainingError, match="fold = 'x' in the configuration must be of type int"):
        build_options({"fold": "x"}, {})


def test_the_list_shows_networks_and_recipes_that_can_be_read_again(
    train: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert train("--list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(NETWORKS)
    assert "17,052,912 parameters" in lines[0]
    assert train("list", "--parameters", "vgg19") == 0
    authors, house = capsys.readouterr().out.split("# house")
    assert build_recipe(tomllib.loads(authors)["recipe"], {}) == AUTHORS["vgg19"].recipe
    shown = tomllib.loads("# house" + house)["recipe"]
    assert build_recipe(shown, {}) == named_recipe("vgg19", "house").recipe
