"""The user's preferences for reminders, read from their setting records."""

import re
from collections.abc import Mapping
from typing import Any

from backend.reminders.models import ReminderState
from backend.reminders.plan.local_hours import zone_of
from backend.reminders.plan.schedule import Preferences
from backend.schema.settings import SettingName

HOUR = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
DEFAULT_HOUR, DEFAULT_ZONE = "08:00", "UTC"


def preferences_of(user: ReminderState) -> Preferences:
    """Return the user's hour and time zone."""
    return Preferences(zone_of(user.zone), user.hour)


def apply_setting(user: ReminderState, setting: Mapping[str, Any]) -> bool:
    """Store a changed setting, and return whether everything due has to be planned anew."""
    before = (user.zone, user.hour, user.by_mail)
    value = setting.get("value") or ""
    match setting.get("name"):
        case SettingName.TIME_ZONE:
            user.zone = value or DEFAULT_ZONE
        case SettingName.REMINDER_HOUR:
            user.hour = value if HOUR.fullmatch(value) else DEFAULT_HOUR
        case SettingName.DISCREET:
            user.is_discreet = value != "no"
        case SettingName.DAILY_EMAIL:
            user.by_mail = value == "yes"
    return (user.zone, user.hour, user.by_mail) != before
