"""The morning after: what comes back is kept beside the first note, which stays as it was."""

from datetime import UTC, datetime, timedelta

from playwright.sync_api import expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.stored import bodies
from tests.e2e.waiting import wait_until
from tests.e2e.walking import sign_in, wait_until_kept_whole, wait_until_synced

NAMES = ("Ana", "Bo", "Cleo", "Dag", "Eli")


def hours_ago(hours: float) -> str:
    return (datetime.now(UTC) - timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")


def an_event_last_night(elsewhere: Elsewhere) -> str:
    fair = elsewhere.send(
        "event", name="Fjord fair", starts_at=hours_ago(14), ends_at=hours_ago(10)
    )
    for nth, name in enumerate(NAMES):
        at = hours_ago(13 - nth / 2)
        person = elsewhere.send("person", name=name, captured_at=at)
        told = {"problem": f"{name}'s audits", "captured_at": at}
        elsewhere.send("conversation", person_ids=[person], event_id=fair, **told)
    return fair


def test_five_people_are_recalled_offline_before_their_cards_are_shown(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    an_event_last_night(elsewhere)
    page = sign_in(ada.phone, ada.email, ada.password)
    wait_until(lambda: len(bodies(page, "conversation")) == len(NAMES), "the cards")
    wait_until_kept_whole(page)
    ada.phone.context.set_offline(True)

    page.goto(ada.phone.address)
    page.get_by_role("link", name="Recall").click()
    for name in NAMES:
        expect(page.get_by_role("heading", name=name)).to_be_visible()
        expect(page.get_by_text(f"{name}'s audits")).to_have_count(0)
        expect(page.get_by_label("What do you remember?")).to_be_focused()
        page.keyboard.type(f"{name} climbs")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_text(f"{name}'s audits")).to_be_visible()
        page.keyboard.press("Enter")

    expect(page.get_by_text("You recalled 5 of 5")).to_be_visible()


def test_what_was_recalled_stands_beside_the_first_note_on_the_laptop(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    fair = an_event_last_night(elsewhere)
    phone = sign_in(ada.phone, ada.email, ada.password)
    wait_until_synced(phone)
    phone.goto(f"{ada.phone.address}/recall/{fair}")
    phone.get_by_label("What do you remember?").fill("two kids")
    phone.get_by_role("button", name="Show what I wrote").click()
    wait_until_synced(phone)

    laptop = sign_in(ada.laptop, ada.email, ada.password)
    laptop.goto(f"{ada.laptop.address}/people")
    laptop.get_by_role("main").get_by_role("link", name="Ana").click()

    expect(laptop.get_by_text("Recalled the morning after: two kids")).to_be_visible()
    expect(laptop.get_by_text("Ana's audits").first).to_be_visible()


def test_who_does_not_come_back_is_not_asked_for_again(ada: Owner, elsewhere: Elsewhere) -> None:
    fair = an_event_last_night(elsewhere)
    phone = sign_in(ada.phone, ada.email, ada.password)
    wait_until_synced(phone)
    phone.goto(f"{ada.phone.address}/recall/{fair}")
    phone.get_by_role("button", name="I can't recall; show it").click()
    expect(phone.get_by_text("Ana's audits")).to_be_visible()

    phone.reload()

    expect(phone.get_by_role("heading", name="Bo")).to_be_visible()
    expect(phone.get_by_text("1 of 4")).to_be_visible()
