"""A device with a little of everything on it, and every screen that can be looked at."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from playwright.sync_api import Page, expect

from tests.e2e.device import Device
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.event_steps import now
from tests.e2e.walking import person_row, take_note

PASTE = """(text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  document.dispatchEvent(new ClipboardEvent("paste", { clipboardData }));
}"""


def furnish(elsewhere: Elsewhere) -> None:
    """Put people, conversations, an event and follow-ups into somebody's account."""
    today = datetime.now(UTC)
    fair = elsewhere.send("event", name="Fjord fair", goal="Find two pilots")
    for number, name in enumerate(("Li Wen", "Ana Sol", "Bo", "Maria of the long name " * 3)):
        at = (today - timedelta(days=9 * number)).strftime("%Y-%m-%dT%H:%M:%SZ")
        person = elsewhere.send(
            "person", name=name, role="CTO", organisation="Fjord", traits="tall", captured_at=at
        )
        told = {"person_ids": [person], "captured_at": at, "promise": "Send the deck"}
        met = elsewhere.send(
            "conversation", **told, event_id=fair, problem="Drowning in audits", forecast="yes"
        )
        due = (today + timedelta(days=number - 2)).date().isoformat()
        owed = {"what": "Send the deck", "due_on": due, "captured_at": at, "conversation_id": met}
        elsewhere.send("follow_up", person_ids=[person], **owed)


def today(device: Device) -> Page:
    """Show what is due, also when an event is on; the icon itself may lead to a card left open."""
    page = now(device.open("/events"))
    end = page.get_by_role("button", name="End event")
    due = page.get_by_role("button", name="Done: Send the deck").first
    expect(end.or_(due)).to_be_visible()
    if end.is_visible():
        end.click()
    expect(due).to_be_visible()
    return page


def a_card(device: Device) -> Page:
    """Show a card with somebody on it and a promise with a day."""
    page = device.open("/note")
    take_note(page, who="Kim", promise="Call the notary")
    page.get_by_text("Tomorrow").click()
    return page


def a_line(device: Device) -> Page:
    """Show a card written in one line, of which a part asks."""
    page = device.open("/note")
    take_note(page, who="Kim: drowning in audits. Send her the deck by Friday. +47 900 12 345")
    expect(page.get_by_role("button", name="Edit Due")).to_be_visible()
    return page


def people(device: Device) -> Page:
    """Show the list of people."""
    page = device.open("/people")
    expect(person_row(page, "Li Wen").first).to_be_visible()
    return page


def found(device: Device) -> Page:
    """Show what a search found."""
    page = people(device)
    page.get_by_role("searchbox").fill("audits")
    expect(page.locator("mark").first).to_be_visible()
    return page


def a_person(device: Device) -> Page:
    """Show somebody's page."""
    page = people(device)
    person_row(page, "Li Wen").first.click()
    expect(page.get_by_role("heading", level=1, name="Li Wen")).to_be_visible()
    return page


def a_tie(device: Device) -> Page:
    """Show somebody's page with why the tie is as warm as it is, and a contact being logged."""
    page = a_person(device)
    page.get_by_text("Seedling").click()
    page.get_by_role("button", name="Log contact: Li Wen").first.click()
    expect(page.get_by_role("button", name="They wrote")).to_be_visible()
    return page


def garden(device: Device) -> Page:
    """Show the garden."""
    page = device.open("/garden")
    expect(page.get_by_role("region", name="Wide").get_by_role("link").first).to_be_visible()
    return page


def a_field_being_edited(device: Device) -> Page:
    """Show somebody's page while a field is edited."""
    page = a_person(device)
    page.get_by_role("button", name="Edit role").click()
    return page


def a_history(device: Device) -> Page:
    """Show the history of somebody who was never changed."""
    page = a_person(device)
    page.get_by_role("link", name="History", exact=True).click()
    expect(page.get_by_text("Never changed")).to_be_visible()
    return page


def deleted(device: Device) -> Page:
    """Show what was deleted."""
    page = device.open("/deleted")
    told = page.get_by_role("list", name=re.compile("deleted"))
    expect(told.or_(page.get_by_text("Nothing deleted"))).to_be_visible()
    return page


def account(device: Device) -> Page:
    """Show the account of somebody who is signed in."""
    page = device.open("/account")
    expect(page.get_by_role("button", name="Sign out", exact=True)).to_be_visible()
    return page


def own_card(device: Device) -> Page:
    """Show the own card with a name on it."""
    page = device.open("/me")
    blank = page.get_by_role("button", name="Add name")
    expect(blank.or_(page.get_by_role("button", name="Edit name"))).to_be_visible()
    if blank.is_visible():
        blank.click()
        page.get_by_role("textbox", name="name").fill("Ada King Lovelace")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="In my code")).to_be_visible()
    return page


def own_code(device: Device) -> Page:
    """Show the code of the own card over the whole screen."""
    page = own_card(device)
    page.get_by_role("main").get_by_role("link", name="Show my code").click()
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    return page


def scanning(device: Device) -> Page:
    """Show what the camera sees, in which there is no code."""
    page = device.open("/scan")
    expect(page.get_by_text("Hold the code inside the frame.")).to_be_visible()
    return page


def scanned(device: Device) -> Page:
    """Show a card that was scanned, of somebody who is known."""
    page = scanning(device)
    page.evaluate(PASTE, "MECARD:N:Wen,Li;TEL:+4790012345;URL:https://www.linkedin.com/in/li-wen;;")
    expect(page.get_by_role("button", name="Add to Li Wen (same name)")).to_be_visible()
    return page


def follow_ups(device: Device) -> Page:
    """Show what I owe, with the days to put one off to and the reasons to drop it."""
    page = device.open("/follow-ups")
    page.get_by_role("button", name="Later: Send the deck").first.click()
    page.get_by_role("button", name="Drop: Send the deck").first.click()
    expect(page.get_by_role("button", name="Too late")).to_be_visible()
    return page


def a_follow_up(device: Device) -> Page:
    """Show one thing that I owe, while it is said to whom."""
    page = device.open("/follow-ups")
    page.get_by_role("link", name="Send the deck").first.click()
    page.get_by_role("button", name="Change").click()
    expect(page.get_by_role("group", name="For whom")).to_be_visible()
    return page


def a_draft(device: Device) -> Page:
    """Show a message made from a card."""
    page = a_person(device)
    page.get_by_role("link", name="Write", exact=True).click()
    expect(page.get_by_label("Your message")).to_have_value(re.compile("Drowning in audits"))
    return page


def a_talk(device: Device) -> Page:
    """Show a talk whose prompt is being read, with all that can be opened on it."""
    page = device.open("/listen")
    expect(page.get_by_role("heading", name="Listen")).to_be_attached()
    page.keyboard.press("?")
    somebody_else = page.get_by_role("button", name="Someone else")
    expect(somebody_else).to_be_visible()
    page.get_by_role("group").get_by_role("button").first.click()
    somebody_else.click()
    page.get_by_label("Find a person").fill("ana")
    expect(page.get_by_role("list", name="People found")).to_be_visible()
    return page


def a_calm_talk(device: Device) -> Page:
    """Show a talk that goes on."""
    page = device.open("/listen")
    expect(page.locator(".listen.calm")).to_be_visible()
    return page


def prompts(device: Device) -> Page:
    """Show the prompts while one is written."""
    page = device.open("/prompts")
    page.get_by_role("button", name="Write a prompt").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Type the prompt first.")).to_be_visible()
    return page


def keys(device: Device) -> Page:
    """Show the list of keys."""
    page = today(device)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    return page


FURNISHED: list[Callable[[Device], Page]] = [
    today,
    a_card,
    a_line,
    people,
    found,
    a_person,
    a_tie,
    follow_ups,
    a_follow_up,
    a_draft,
    garden,
    a_field_being_edited,
    a_history,
    deleted,
    account,
    own_card,
    own_code,
    scanning,
    scanned,
    keys,
    a_talk,
    a_calm_talk,
    prompts,
]
EMPTY = [
    "/",
    "/events",
    "/events/new",
    "/note",
    "/people",
    "/follow-ups",
    "/account",
    "/sign-in",
    "/me",
    "/scan",
    "/listen",
    "/prompts",
    "/garden",
    "/deleted",
    "/recall/nothing",
    "/nowhere",
]
