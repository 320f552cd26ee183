"""The package that rebuilds the weights: data, splits, recipes, loop, evaluation, export.

It stands on the application's ``models`` floor and on ``inference.preprocess`` and ``calibration``,
and trains on a machine that has only torch, torchvision, numpy, pillow, scikit-learn, matplotlib
and safetensors.
"""
