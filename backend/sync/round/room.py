"""The room that a round has: what it may write, and what is left of its owner's quota."""

from backend.errors import Code, Refusal
from backend.sync.merge.apply_change import AppliedChange
from backend.sync.store.record_state import ServerRecord
from backend.sync.store.row_bytes import record_bytes, revision_bytes
from backend.sync.store.usage import Amount, Usage, usage_of

# What one round may write, counted as a quota counts. The largest single change fits.
ROUND_BYTES = 4 * 1024 * 1024


class Room:
    """What an account stores while a round is applied, change by change."""

    def __init__(self, usage: Usage, quota: Amount) -> None:
        self.usage, self._quota = usage, quota
        self._sizes: dict[str, int] = {}
        self._written_bytes = 0
        self.was_missing = False

    def take(self, before: ServerRecord | None, applied: AppliedChange, is_deletion: bool) -> None:
        """Count what a change stores.

        Args:
            before: The record before it.
            applied: The record after it, with what it overwrote.
            is_deletion: A deletion always has room.

        Raises:
            Refusal: `quota`; nothing is counted.
        """
        record = applied.record
        if record is before:
            return
        size = record_bytes(record)
        history = sum(revision_bytes(one.overwritten, one.sent) for one in applied.revisions)
        grown = self.usage.plus(usage_of(record, size)).plus(Usage(live_bytes=history))
        if before:
            grown = grown.minus(usage_of(before, self._size_of(before)))
        if not is_deletion and not self._has_room(grown):
            self.was_missing = True
            raise Refusal(Code.QUOTA)
        self.usage = grown
        self._written_bytes += history + size - self._sizes.get(record.id, 0)
        self._sizes[record.id] = size

    def free(self, freed_bytes: int) -> None:
        """Count what the history forgot."""
        self.usage = self.usage.minus(Usage(live_bytes=freed_bytes))

    @property
    def is_round_full(self) -> bool:
        """Check whether the round writes more than one round may."""
        return self._written_bytes > ROUND_BYTES

    def _size_of(self, before: ServerRecord) -> int:
        return self._sizes.get(before.id) or record_bytes(before)

    def _has_room(self, grown: Usage) -> bool:
        """Check what is used afterwards; what takes no more than before has room, too."""
        before, after = self.usage.used(self._quota), grown.used(self._quota)
        return all(map(_fits, before, after, self._quota))


def _fits(before: int, after: int, most: int) -> bool:
    return after <= max(before, most)
