"""A rate limit in this process: how often an address, or an account, may ask within a minute."""

import math
import time
from collections import Counter
from threading import Lock

from backend.errors import Code, Refusal

MINUTE_SECONDS = 60


class RateLimiter:
    """Counts the calls under each name within the current minute, whatever the time of day does."""

    def __init__(self, most_per_minute: int) -> None:
        self._most_per_minute = most_per_minute
        self._guard, self._minute = Lock(), 0.0
        self._counts: Counter[str] = Counter()

    def count(self, name: str) -> None:
        """Count one more call.

        Args:
            name: Who calls: an address, or the id of an account.

        Raises:
            Refusal: `too_many` with the seconds until the next minute, where it is over its limit.
        """
        minute, spent_seconds = divmod(time.monotonic(), MINUTE_SECONDS)
        with self._guard:
            if minute != self._minute:
                self._minute, self._counts = minute, Counter()
            self._counts[name] += 1
            if self._counts[name] > self._most_per_minute:
                wait = math.ceil(MINUTE_SECONDS - spent_seconds)
                raise Refusal(Code.TOO_MANY, retry_after_seconds=wait)
