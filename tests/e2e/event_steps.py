"""The steps that people take with events, and the moment at which theirs begins."""

import re
from datetime import datetime

from playwright.sync_api import FilePayload, Page, expect

from tests.e2e.walking import BETWEEN_KEYS_MS

BEGIN = datetime(2031, 5, 14, 19, 0).astimezone()
ONE_EVENT = """BEGIN:VEVENT
UID:{uid}
SUMMARY:{name}
DTSTART:20310514T190000
DTEND:20310514T220000
LOCATION:{place}
END:VEVENT
"""


def at(page: Page, moment: datetime) -> Page:
    """Set the clock to this moment, and come back to the app."""
    page.clock.set_fixed_time(moment)
    page.reload()
    return page


def calendar(*events: str) -> str:
    """Return a calendar of these events."""
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:test\n{''.join(events)}END:VCALENDAR\n"


def take_in_calendar(page: Page, *events: str) -> None:
    """Open a calendar file with these events; one alone is taken in at once."""
    open_file(page, calendar(*events))
    if len(events) == 1:
        page.wait_for_url(re.compile("/events/[0-9a-f]{8}-"))


def open_file(page: Page, text: str) -> None:
    """Open a file with this text where calendar files are chosen."""
    page.get_by_role("navigation").get_by_role("link", name="Events").click()
    page.get_by_role("link", name="Add an event").first.click()
    file = FilePayload(name="fair.ics", mimeType="text/calendar", buffer=text.encode())
    page.get_by_label("From a calendar file").set_input_files(file)


def fair(**differing: str) -> str:
    """Return the fair as a calendar tells it."""
    return ONE_EVENT.format(**{"uid": "fair", "name": "Fjord fair", "place": "Oslo", **differing})


def fill(page: Page, field: str, words: str) -> None:
    """Type into a field where it stands, and leave it."""
    page.get_by_role("button", name=f"Add {field}", exact=True).first.click()
    page.get_by_label(field, exact=True).fill(words)
    leave(page, field)


def leave(page: Page, field: str) -> None:
    """Leave a field by Enter, which gives the focus back to where it now stands."""
    page.keyboard.press("Enter")
    place = page.get_by_role("button", name=f"Edit {field}", exact=True)
    expect(place.first).to_be_focused()


def want(page: Page, who: str) -> None:
    """Add somebody to meet."""
    page.get_by_role("button", name="Add someone to meet").click()
    page.get_by_label("Who do you want to meet?").press_sequentially(who, delay=BETWEEN_KEYS_MS)
    page.keyboard.press("Enter")
    wanted = page.get_by_role("listitem").filter(has_text=re.compile(f"^{who}"))
    expect(wanted).to_be_visible()


def now(page: Page) -> Page:
    """Go to the first screen."""
    page.get_by_role("navigation").get_by_role("link", name="Now").click()
    return page
