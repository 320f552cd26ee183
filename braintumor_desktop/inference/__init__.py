"""Pixels become Findings: preprocessing, device, prediction, explanation, series.

Import from the submodules: ``preprocess`` and ``finding`` need no torch, so that training and the
window can name them without paying for it.
"""
