"""The recipes that come with each network: its authors', and the house's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from braintumor_desktop.models.registry import NETWORKS
from braintumor_training.augmentation import AugmentationRanges
from braintumor_training.errors import TrainingError
from braintumor_training.recipe import Recipe, Stage

# The layer of middle resolution behind which the house recipe draws the border.
_MIDDLE = {
    "improved_resnet34": "stage3",
    "xception": "block11",
    "resnet34": "layer3",
    "resnet50": "layer3",
    "basic_cnn": "stack.2",
    "mobilenet_v2": "features.13",
    "inception_v3": "Mixed_6e",
    "densenet121": "features.denseblock3",
    "vgg16": "features.22",
    "vgg19": "features.26",
}
_STRONG = AugmentationRanges(rotation=25.0, scale=0.2, shift=0.1, gamma=0.45)
_MILD = AugmentationRanges(
    rotation=10.0,
    scale=0.1,
    shift=0.05,
    gamma=0.0,
    contrast=0.1,
    bias=0.0,
    noise=0.0,
    resample=0.0,
    jpeg=0.0,
)


@dataclass(frozen=True)
class NamedRecipe:
    """A recipe and what it is, in words."""

    recipe: Recipe
    text: str


def house_recipe(network: str) -> Recipe:
    """Cosine schedule, AdamW, EMA, label smoothing, borders, strong augmentation, a fine map.

    What the shipped improved ResNet34 was trained by; the smaller rate is what VGGs, which have no
    batch normalisation, can bear.
    """
    entry = NETWORKS.get(network)
    finer = entry is not None and entry.last_reduction is not None
    return Recipe(
        network=network,
        stages=(Stage(160, 28), Stage(224, 10)),
        batch_size=64,
        learning_rate=3e-4 if network.startswith("vgg") else 2e-3,
        ema=0.995,
        output_stride=16 if finer else 32,
        activation_weight=1.0,
        border_layer=_MIDDLE.get(network, Recipe().border_layer),
        border_head="segmentation",
        augmentation=_STRONG,
    )


def _published(network: str, *stages: Stage, **changes: object) -> Recipe:
    """What a paper's plain training leaves out, left out; then what it does."""
    plain = replace(
        house_recipe(network),
        stages=stages,
        batch_size=32,
        output_stride=32,
        activation_weight=0.0,
        border_weight=0.0,
        border_head="coarse",
        label_smoothing=0.0,
        balance=0.0,
        weight_decay=0.0,
        optimizer="adam",
        schedule="constant",
        warmup_epochs=0.0,
        ema=0.9,
        augmentation=_MILD,
    )
    values = {**plain.to_dict(), **changes}
    return Recipe.from_dict({**values, "stages": [vars(stage) for stage in stages]})


_FINE_TUNED = {
    "pretrained": "imagenet",
    "freeze": "head-first",
    "frozen_epochs": 5,
    "finetune_rate": 0.1,
    "learning_rate": 1e-3,
    "schedule": "cosine",
}


def _authors() -> dict[str, NamedRecipe]:
    found = {
        "xception": NamedRecipe(
            _published("xception", Stage(299, 30), **_FINE_TUNED),
            "ImageNet weights; the new classifier first, then everything at a tenth of the rate",
        ),
        "basic_cnn": NamedRecipe(
            _published(
                "basic_cnn", Stage(128, 40), learning_rate=1e-3, schedule="exponential", decay=0.95
            ),
            "from scratch, Adam with a decaying rate",
        ),
        "vgg16": NamedRecipe(
            _published(
                *("vgg16", Stage(224, 50)),
                pretrained="imagenet",
                freeze="features",
                dropout=0.5,
                learning_rate=1e-3,
                patience=5,
            ),
            "frozen ImageNet convolutions, head 512-128-64 with dropout 0.5, Adam, early stopping",
        ),
        "vgg19": NamedRecipe(
            _published(
                *("vgg19", Stage(224, 30)),
                pretrained="imagenet",
                freeze="blockwise",
                frozen_epochs=5,
                learning_rate=1e-4,
            ),
            "ImageNet weights; one block more from the top every 5 epochs, while it gets better",
        ),
    }
    for key in ("mobilenet_v2", "resnet50", "inception_v3", "densenet121"):
        size = 299 if key == "inception_v3" else 224
        found[key] = NamedRecipe(
            _published(key, Stage(size, 30), **_FINE_TUNED),
            "ImageNet weights; the new classifier first, then everything at a tenth of the rate",
        )
    return found


AUTHORS: Mapping[str, NamedRecipe] = MappingProxyType(_authors())
RECIPES = ("authors", "house")


def named_recipe(network: str, name: str) -> NamedRecipe:
    """The recipe of this name for a network.

    The papers on the improved ResNet34 and its baseline state none, so theirs is the house's.

    Raises
    ------
    TrainingError
        If no recipe is called so.
    """
    if name not in RECIPES:
        raise TrainingError(f"No recipe is called {name!r}; there are {' and '.join(RECIPES)}.")
    if name == "authors" and network in AUTHORS:
        return AUTHORS[network]
    return NamedRecipe(house_recipe(network), "the house recipe")
