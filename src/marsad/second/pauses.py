"""How long to wait before a request is made again: what the endpoint asks for, else longer each time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

FIRST, LONGEST = 0.5, 8.0  # seconds; doubled from try to try up to the longest


def pause(headers: Mapping[str, str], tried: int) -> float:
    """The seconds to wait after the try of this number (from 0).

    >>> pause({"retry-after": "7"}, 0), [pause({}, tried) for tried in range(6)]
    (7.0, [0.5, 1.0, 2.0, 4.0, 8.0, 8.0])
    """
    asked = _asked(headers.get("retry-after", "").strip())
    return min(FIRST * 2**tried, LONGEST) if asked is None else asked


def _asked(value: str) -> float | None:
    """Seconds or an HTTP date, the two forms of the header; None for anything else."""
    if re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", value):
        return float(value)
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
