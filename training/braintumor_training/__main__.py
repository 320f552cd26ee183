"""``python -m braintumor_training``: the same as ``braintumor-train``."""

from braintumor_training.cli import main

raise SystemExit(main())
