from __future__ import annotations

import json

import pytest

from braintumor_training.errors import TrainingError
from braintumor_training.recipe import Recipe, Stage, parse_stages


def test_a_recipe_survives_json() -> None:
    recipe = Recipe(stages=(Stage(64, 3),), seed=7)
    assert Recipe.from_dict(json.loads(json.dumps(recipe.to_dict()))) == recipe


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


@pytest.mark.parametrize(
    ("field", "value"), [("batch_size", 1), ("learning_rate", 0.0), ("ema", 1.0)]
)
def test_values_out_of_range_are_refused(field: str, value: float) -> None:
    with pytest.raises(TrainingError, match=field):
        Recipe.from_dict({field: value})
