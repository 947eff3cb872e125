"""Waiting for something to become true, for a bounded time."""

import time
from collections.abc import Callable

# Below the minute in which the app looks for news by itself: what should come sooner has to.
PATIENCE_SECONDS = 40
BETWEEN_LOOKS_SECONDS = 0.05


def wait_until(
    is_so: Callable[[], object],
    what: str,
    explain: Callable[[], str] = lambda: "",
    seconds: float = PATIENCE_SECONDS,
) -> None:
    """Return when it is so.

    Raises:
        AssertionError: It names what was waited for.
    """
    until = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > until:
            raise AssertionError(f"waited in vain for {what} {explain()}")
        time.sleep(BETWEEN_LOOKS_SECONDS)
