"""A record as the server stores it, and the version of each of its fields."""

from typing import Any, NamedTuple

DELETION = "deleted_at"
# The device of a purge, which is nobody's edit: no device counts as having seen it.
NO_DEVICE = ""


class FieldVersion(NamedTuple):
    """The last change of a field; `as_sent` is false where a merge made the value.

    `nth` counts how often the field was overwritten.
    """

    seq: int
    device_id: str
    as_sent: bool = True
    nth: int = 0

    def is_seen_by(self, device_id: str, base_seq: int) -> bool:
        """Check whether a device knew of this when it made a change based on `base_seq`."""
        return self.seq <= base_seq or (self.device_id == device_id and self.as_sent)


class ServerRecord(NamedTuple):
    """One record.

    `field_versions` has only fields that changed after the record was created. `kept` holds, by
    field, what the person should still look at: `{ seq, value }` or `{ seq, two_versions: true }`.
    """

    id: str
    kind: str
    seq: int
    created: FieldVersion
    body: dict[str, Any]
    field_versions: dict[str, FieldVersion]
    kept: dict[str, list[dict[str, Any]]]
    deleted_at: str | None = None
    purged_at: str | None = None

    def version_of(self, name: str) -> FieldVersion | None:
        """Return the version of a field; None where it was never set."""
        return self.field_versions.get(name) or (self.created if name in self.body else None)

    def is_edited_since(self, base_seq: int, device_id: str) -> bool:
        """Check whether another device changed this record after `base_seq`."""
        field_versions = [self.created, *self.field_versions.values()]
        if not all(version.is_seen_by(device_id, base_seq) for version in field_versions):
            return True
        return any(entry["seq"] > base_seq for entries in self.kept.values() for entry in entries)
