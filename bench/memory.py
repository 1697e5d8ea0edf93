"""Memory of this process in megabytes (10^6 bytes), now and at its highest."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

STATM = Path("/proc/self/statm")  # Linux: pages of memory, the second number is what is resident


def resident_mb() -> float:
    """What is resident now; where the system does not tell, the highest so far, which overstates it."""
    if STATM.exists():
        return int(STATM.read_text().split()[1]) * resource.getpagesize() / 1e6
    return peak_mb()


def peak_mb() -> float:
    """The highest that was resident at once."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6  # macOS counts bytes, Linux KiB
