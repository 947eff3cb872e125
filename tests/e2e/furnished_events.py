"""The screens of events, each as it looks with something on it."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.device import Device
from tests.e2e.event_steps import now

INVITATION = "Founders Night\nThursday 14 May 2031, 19:00-22:00 at Sentralen\nhttps://night.example"


def events(device: Device) -> Page:
    """Show the list of events."""
    page = device.open("/events")
    expect(page.get_by_role("link", name="Fjord fair")).to_be_visible()
    return page


def an_event(device: Device) -> Page:
    """Show an event whose second goal was refused, with somebody to meet."""
    page = events(device)
    page.get_by_role("link", name="Fjord fair").click()
    page.get_by_role("button", name="Edit one goal").click()
    page.get_by_label("one goal", exact=True).fill("Find two pilots. Meet an investor")
    page.keyboard.press("Enter")
    wanted = page.get_by_role("button", name="Met: A CTO who runs audits")
    if not wanted.is_visible():
        page.get_by_role("button", name="Add someone to meet").click()
        page.get_by_label("Who do you want to meet?").fill("A CTO who runs audits")
        page.keyboard.press("Enter")
    expect(wanted).to_be_visible()
    page.get_by_role("button", name="Add someone to meet").click()
    return page


def a_preparation(device: Device) -> Page:
    """Show the thirty seconds before an event."""
    page = an_event(device)
    page.goto(f"{page.url}/prepare")
    expect(page.get_by_role("heading", name="Say it out loud, once")).to_be_visible()
    return page


def adding_an_event(device: Device) -> Page:
    """Show the ways to a new event, with an invitation understood."""
    page = device.open("/events/new")
    page.get_by_label("From an invitation").fill(INVITATION)
    expect(page.get_by_text("Got it: Founders Night")).to_be_visible()
    return page


def an_event_that_is_on(device: Device) -> Page:
    """Show the first screen while an event is on."""
    page = an_event(device)
    start = page.get_by_role("button", name=re.compile("^Start"))
    end = page.get_by_role("button", name="End event")
    expect(start.or_(end)).to_be_visible()
    if start.is_visible():
        start.click()
    expect(end).to_be_visible()
    now(page)
    expect(page.get_by_role("link", name="Listen", exact=True)).to_be_visible()
    return page


def a_recall(device: Device) -> Page:
    """Show somebody met at an event, while it is tried what comes back."""
    page = events(device)
    page.get_by_role("link", name="Fjord fair").click()
    expect(page.get_by_role("heading", level=1, name="Fjord fair")).to_be_visible()
    page.goto(page.url.replace("/events/", "/recall/"))
    expect(page.get_by_role("heading", name="Who did you meet at Fjord fair?")).to_be_visible()
    return page


def what_was_written(device: Device) -> Page:
    """Show the card after the try; once everybody was tried, how many came back."""
    page = a_recall(device)
    show, told = page.get_by_role("button", name="show it"), page.get_by_text("You recalled")
    expect(show.or_(told)).to_be_visible()
    if show.is_visible():
        show.click()
    expect(page.get_by_role("button", name="Next").or_(told)).to_be_visible()
    return page


OF_EVENTS: list[Callable[[Device], Page]] = [
    events,
    an_event,
    a_preparation,
    adding_an_event,
    an_event_that_is_on,
    a_recall,
    what_was_written,
]
