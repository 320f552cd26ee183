"""BrainTumor Desktop: a second opinion on brain MR slices, for research use only.

The package is a house of floors (``imaging``, ``models``, ``inference``, ``reporting``, then
``cli``, ``ui`` and ``app``); each imports only what stands below it.  The import contracts in
``pyproject.toml`` hold that rule.
"""

__version__ = "0.1.0"
RESEARCH_USE = "Research use only. Not for diagnosis."
