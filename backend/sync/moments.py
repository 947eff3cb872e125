"""Writes moments as they travel: UTC, milliseconds, Z."""

from datetime import UTC, datetime


def in_json(moment: datetime) -> str:
    """Write a moment as a device writes its own."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
