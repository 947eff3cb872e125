"""The user's hour on a day in their time zone, as a moment; pure."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

# Within them every local time is a moment in every zone.
FIRST_DAY, LAST_DAY = date(1, 1, 3), date(9999, 12, 29)
MINUTE = timedelta(minutes=1)


def zone_of(name: str) -> ZoneInfo:
    """Give the time zone of an IANA name; UTC for a name that means nothing."""
    return ZoneInfo(name if name in _known_zones() else "UTC")


def at_hour(day: date, hour: str, zone: ZoneInfo) -> datetime:
    """Give the moment at which a zone's clocks show an hour on a day.

    takes: hour, as 08:00
    gives: where clocks jump over it the first moment after, where they show it twice the first
    """
    wall = datetime.combine(min(max(day, FIRST_DAY), LAST_DAY), time.fromisoformat(hour))
    while not _is_shown(wall, zone):
        wall += MINUTE
    return wall.replace(tzinfo=zone).astimezone(UTC)


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """Give the day that a zone's calendars show at a moment."""
    if not FIRST_DAY <= moment.date() <= LAST_DAY:
        return moment.date()
    return moment.astimezone(zone).date()


def _is_shown(wall: datetime, zone: ZoneInfo) -> bool:
    there = wall.replace(tzinfo=zone)
    return there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wall


@cache
def _known_zones() -> set[str]:
    return available_timezones()
