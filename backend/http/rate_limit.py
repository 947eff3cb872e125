"""A rate limit for calls without a session: how often each address may ask within a minute."""

import time
from collections import Counter
from threading import Lock

from backend.errors import Code, Refusal

MINUTE_SECONDS = 60


class RateLimiter:
    """Counts the calls of each address within the current minute, in this process."""

    def __init__(self, most_per_minute: int) -> None:
        self._most_per_minute = most_per_minute
        self._guard, self._minute = Lock(), 0
        self._counts: Counter[str] = Counter()

    def count(self, address: str) -> None:
        """Count one more call.

        Raises:
            Refusal: `too_many`, where the address is over its limit.
        """
        minute = int(time.monotonic() // MINUTE_SECONDS)
        with self._guard:
            if minute != self._minute:
                self._minute, self._counts = minute, Counter()
            self._counts[address] += 1
            if self._counts[address] > self._most_per_minute:
                raise Refusal(Code.TOO_MANY, retry_after_seconds=MINUTE_SECONDS)
