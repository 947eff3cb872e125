"""A budget of bytes that all requests of this process share, with a part for each client."""

from collections import Counter
from threading import Lock


class ByteBudget:
    """Counts the bytes that are held in memory for requests."""

    def __init__(self, all_bytes: int, each_bytes: int) -> None:
        self._all, self._each = all_bytes, each_bytes
        self._guard = Lock()
        self._held: Counter[str] = Counter()

    def reserve(self, client: str, byte_count: int) -> bool:
        """Count bytes that are about to be held, or return False where there is no room."""
        with self._guard:
            held = self._held[client] + byte_count
            if held > self._each or self._held.total() + byte_count > self._all:
                return False
            self._held[client] = held
        return True

    def release(self, client: str, byte_count: int) -> None:
        """Count bytes that are no longer held."""
        with self._guard:
            self._held -= Counter({client: byte_count})
