"""Converts the user's hour on a day in their time zone to a moment; pure."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

# Within them every local time is a moment in every zone.
FIRST_DAY, LAST_DAY = date(1, 1, 3), date(9999, 12, 29)
MINUTE = timedelta(minutes=1)


def zone_of(name: str) -> ZoneInfo:
    """Return the time zone of an IANA name; UTC for an unknown name."""
    return ZoneInfo(name if name in _known_zones() else "UTC")


def at_hour(day: date, hour: str, zone: ZoneInfo) -> datetime:
    """Return the moment of an hour on a day in a time zone.

    Args:
        day: The local day.
        hour: Such as "08:00".
        zone: The time zone.

    Returns:
        The first moment after the gap where clocks skip the hour, and the first of the two
        where they show it twice.
    """
    wall = datetime.combine(min(max(day, FIRST_DAY), LAST_DAY), time.fromisoformat(hour))
    while not _is_shown(wall, zone):
        wall += MINUTE
    return wall.replace(tzinfo=zone).astimezone(UTC)


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """Return the day of a moment in a time zone."""
    if not FIRST_DAY <= moment.date() <= LAST_DAY:
        return moment.date()
    return moment.astimezone(zone).date()


def _is_shown(wall: datetime, zone: ZoneInfo) -> bool:
    there = wall.replace(tzinfo=zone)
    return there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall


@cache
def _known_zones() -> set[str]:
    return available_timezones()
