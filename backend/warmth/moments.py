"""Moments as whole milliseconds since 1970, and the local days on which they are."""

from datetime import UTC, date, datetime, timedelta, tzinfo

DAY_MS = 86_400_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST = -70 * 365 * DAY_MS


def in_milliseconds(moment: datetime) -> int:
    """Return a moment in milliseconds, as the browser counts them."""
    return (moment - _EPOCH) // timedelta(milliseconds=1)


def read_moment(moment: str | None, now: int) -> int | None:
    """Read a moment in ISO 8601; None where there is none, or where it does not count.

    The future does not count yet, and years before 1900 are typing errors.
    """
    at = in_milliseconds(datetime.fromisoformat(moment)) if moment else None
    return at if at is not None and _EARLIEST <= at <= now else None


def local_day(at: int, zone: tzinfo) -> str:
    """Return the day of a moment where the user lives."""
    return (_EPOCH + timedelta(milliseconds=at)).astimezone(zone).date().isoformat()


def days_between(earlier: str, later: str) -> int:
    """Count the days from one local day to another."""
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


def days_after(day: str, days: int) -> str:
    """Return the local day that is so many days after another."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
