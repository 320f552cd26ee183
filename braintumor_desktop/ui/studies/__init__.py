"""The study browser: what is open, which series is worth a second opinion, the panel of both."""
