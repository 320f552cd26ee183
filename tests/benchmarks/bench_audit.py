"""`braintumor-train audit` on the real data: what it must find, and how long that takes.

Run: ``python tests/benchmarks/bench_audit.py`` (needs ``../shared/data`` or BRAINTUMOR_DATA).
Aim: 7,000 images in 2 minutes or less on 2 CPU cores.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from braintumor_training.audit import audit_samples
from braintumor_training.sources import read_source


def main() -> None:
    beside = Path(__file__).resolve().parents[3] / "shared" / "data"
    data = Path(os.environ.get("BRAINTUMOR_DATA", beside))
    started = time.perf_counter()
    # Read as plain folders: nothing but pixels, folder names and the official split.
    report = audit_samples({"nickparvar": read_source("folders", data / "nickparvar")})
    seconds = time.perf_counter() - started
    (source,) = report.sources
    share = source.tested_with_twin / source.tested
    assert round(share, 2) == 0.75, share
    assert len(report.conflicts) == 4, report.conflicts
    assert report.mirrored > 4000, report.mirrored
    print(
        f"{source.images} images in {seconds:.1f} s: {source.different} different, {share:.1%} of"
        f" the official test images have a twin in Training, {len(report.conflicts)} label"
        f" conflicts, {report.mirrored} mirrored pairs"
    )


if __name__ == "__main__":
    main()
