"""The names of the user's settings, as their records hold them, and the values of each."""

from enum import StrEnum


class SettingName(StrEnum):
    """The name of a setting; what counts while it was never set comes first in its comment."""

    # The zone of each device; or an IANA name.
    TIME_ZONE = "time_zone"
    # "08:00"; or another time of the day.
    REMINDER_HOUR = "reminder_hour"
    # "yes", notifications show initials only; or "no".
    DISCREET = "discreet"
    # "no"; or "yes".
    DAILY_EMAIL = "daily_email"
    # "off"; or "on", the screen stays on while listening.
    TALK_AWAKE = "talk_awake"
    # "off"; or "on", the screen is covered when the app is left.
    HIDE_WHEN_LEFT = "hide_when_left"
    # "system"; or "light" or "dark".
    THEME = "theme"
    # "name"; or "last_met".
    PEOPLE_ORDER = "people_order"


# Followed by the id of a listening prompt: "off" where it is switched off.
PROMPT_OFF = "prompt_off:"
# Followed by a field of the own card: "left_out" where the QR code lacks it.
IN_CODE = "code_"
