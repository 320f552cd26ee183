"""The package that rebuilds the weights: data, splits, recipes, loop, evaluation, export.

It stands on ``braintumor_desktop.models`` and ``braintumor_desktop.inference.preprocess`` alone, and
runs on a machine that has torch, torchvision, numpy, pillow, scikit-learn, matplotlib and safetensors.
"""
