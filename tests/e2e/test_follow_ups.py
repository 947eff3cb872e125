"""Follow-ups: kept on one device and gone on the other, dropped with a reason, written about."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.server import Server
from tests.e2e.walking import (
    sign_in,
    sign_up,
    take_note,
    wait_until_kept,
    wait_until_kept_whole,
    wait_until_synced,
)


def test_a_promise_made_offline_is_done_at_the_desk_and_gone_from_the_phone(
    ada: Owner, server: Server
) -> None:
    sign_up(ada.laptop, ada.email, ada.password)
    wait_until_kept_whole(sign_in(ada.phone, ada.email, ada.password))
    server.stop()
    take_note(ada.phone.open("/note"), who="Li Wen", promise="Send the deck")
    ada.phone.page.get_by_text("Tomorrow").click()
    wait_until_kept(ada.phone.page)
    expect(_open(ada.phone.open("/follow-ups"), "Send the deck")).to_be_visible()

    server.start()
    wait_until_synced(ada.phone.open("/follow-ups"))
    desk = ada.laptop.open("/follow-ups")
    expect(_open(desk, "Send the deck")).to_be_visible()
    _open(desk, "Send the deck").click()
    undo = desk.get_by_role("button", name="Undo")
    undo.hover()
    expect(_open(ada.phone.page, "Send the deck")).to_have_count(0)

    undo.click()
    expect(_open(desk, "Send the deck")).to_be_visible()
    expect(_open(ada.phone.page, "Send the deck")).to_be_visible()


def test_what_is_too_late_is_dropped_with_that_reason_and_can_be_opened_again(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    elsewhere.send("follow_up", what="Send the deck", due_on="2026-05-04")
    sign_in(ada.phone, ada.email, ada.password)
    page = ada.phone.open("/follow-ups")

    page.get_by_role("button", name="Drop: Send the deck").click()
    page.get_by_role("button", name="Too late").click()
    expect(_open(page, "Send the deck")).to_have_count(0)
    page.get_by_text("Recently done or dropped").click()
    expect(page.get_by_text("too late")).to_be_visible()
    page.get_by_role("button", name="Reopen: Send the deck").click()

    expect(_open(page, "Send the deck")).to_be_visible()


def test_a_reason_can_be_said_in_words_of_ones_own(ada: Owner, elsewhere: Elsewhere) -> None:
    owed = elsewhere.send("follow_up", what="Send the deck")
    sign_in(ada.phone, ada.email, ada.password)
    page = ada.phone.open(f"/follow-ups/{owed}")

    page.get_by_role("button", name="Drop").last.click()
    page.get_by_role("textbox", name="Another reason").fill("The pilot was called off")
    page.keyboard.press("Enter")

    expect(page.get_by_role("article").get_by_text("The pilot was called off")).to_be_visible()
    expect(page.get_by_role("button", name="Reopen").first).to_be_visible()


def test_a_follow_up_opens_by_its_address_without_a_server(
    ada: Owner, elsewhere: Elsewhere, server: Server
) -> None:
    met = elsewhere.send("person", name="Li Wen")
    conversation = elsewhere.send("conversation", person_ids=[met], problem="Drowning in audits")
    about = {"person_ids": [met], "conversation_id": conversation, "due_on": "2026-05-04"}
    owed = elsewhere.send("follow_up", what="Send the deck", **about)
    wait_until_kept_whole(sign_in(ada.phone, ada.email, ada.password))
    expect(_open(ada.phone.open("/follow-ups"), "Send the deck")).to_be_visible()
    server.stop()

    page = ada.phone.open(f"/follow-ups/{owed}")
    expect(page.get_by_role("heading", name="I owe Li Wen")).to_be_visible()
    expect(page.get_by_text("Drowning in audits")).to_be_visible()
    page.get_by_role("article").get_by_role("button", name="Done", exact=True).click()

    expect(page.get_by_role("article").get_by_text(re.compile("^done"))).to_be_visible()
    ada.phone.open("/follow-ups/0198c0de-0000-7000-8000-00000000dead")
    expect(page.get_by_text("This follow-up isn't here")).to_be_visible()


def test_five_are_shown_at_first_and_the_rest_one_tap_away(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    for number in range(7):
        elsewhere.send("follow_up", what=f"Promise {number}", due_on=tomorrow)
    sign_in(ada.phone, ada.email, ada.password)
    page = ada.phone.open("/follow-ups")
    expect(page.get_by_role("button", name=re.compile("^Done: Promise"))).to_have_count(5)

    page.get_by_role("button", name="Show all 7").click()

    expect(page.get_by_role("button", name=re.compile("^Done: Promise"))).to_have_count(7)


def test_the_list_is_worked_by_keys_alone(ada: Owner, elsewhere: Elsewhere) -> None:
    for what, day in (("First", "2026-05-04"), ("Second", "2026-05-05"), ("Third", "2026-05-06")):
        elsewhere.send("follow_up", what=what, due_on=day)
    sign_in(ada.laptop, ada.email, ada.password)
    desk = ada.laptop.open("/follow-ups")
    expect(_open(desk, "First")).to_be_visible()

    desk.keyboard.press("j")
    expect(desk.get_by_role("article").get_by_text("First")).to_be_visible()
    desk.keyboard.press("d")
    expect(desk.get_by_role("article").get_by_text("Second")).to_be_visible()
    expect(_open(desk, "First")).to_have_count(0)
    desk.keyboard.press("u")
    expect(_open(desk, "First")).to_be_visible()
    desk.keyboard.press("e")
    desk.keyboard.type(" and last")
    desk.keyboard.press("Control+Enter")

    expect(_open(desk, "Second and last")).to_be_visible()


def test_escape_folds_up_a_choice_before_it_leads_back_to_the_list(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    owed = elsewhere.send("follow_up", what="Send the deck")
    sign_in(ada.laptop, ada.email, ada.password)
    desk = ada.laptop.open(f"/follow-ups/{owed}")
    shown = desk.get_by_role("article")
    shown.get_by_role("button", name="Later: Send the deck").click()
    expect(desk.get_by_role("group", name="When instead: Send the deck")).to_be_visible()

    desk.keyboard.press("x")
    reasons = desk.get_by_role("group", name="Why drop: Send the deck")
    expect(reasons).to_be_visible()
    expect(desk.get_by_role("group", name="When instead: Send the deck")).to_have_count(0)
    desk.keyboard.press("Escape")
    expect(reasons).to_have_count(0)
    expect(shown.get_by_role("button", name="Drop: Send the deck")).to_be_focused()

    desk.keyboard.press("Escape")
    expect(shown).to_have_count(0)


def test_a_follow_up_is_put_right_where_it_stands(ada: Owner, elsewhere: Elsewhere) -> None:
    elsewhere.send("person", name="Bo")
    owed = elsewhere.send("follow_up", what="Send the deck", due_on="2099-05-04")
    sign_in(ada.phone, ada.email, ada.password)
    page = ada.phone.open(f"/follow-ups/{owed}")
    expect(page.get_by_role("heading", name="I owe myself")).to_be_visible()

    page.get_by_role("button", name="Add time of day").click()
    page.get_by_label("time of day", exact=True).fill("09:30")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Change").click()
    page.get_by_role("button", name=re.compile("Someone")).click()
    page.get_by_role("searchbox").fill("Bo")
    page.get_by_role("button", name=re.compile("^Bo")).click()
    page.get_by_role("article").get_by_text("They owe me").click()

    expect(page.get_by_role("heading", name="Bo owes me")).to_be_visible()
    expect(page.get_by_text("at 09:30")).to_be_visible()
    wait_until_synced(page)


def test_a_draft_leaves_by_mail_and_is_logged(ada: Owner, elsewhere: Elsewhere) -> None:
    met = elsewhere.send("person", name="Li Wen", emails=["li@fjord.example"])
    conversation = elsewhere.send("conversation", person_ids=[met], problem="drowning in audits")
    about = {"person_ids": [met], "conversation_id": conversation}
    elsewhere.send("follow_up", what="Send her the deck", due_on="2026-05-04", **about)
    sign_in(ada.phone, ada.email, ada.password)
    page = ada.phone.open("/follow-ups")
    page.get_by_role("link", name="Send her the deck").click()
    page.get_by_role("link", name="Write to Li Wen").click()

    message = page.get_by_label("Your message")
    expect(message).to_have_value(re.compile("“drowning in audits”"))
    message.press("Control+End")
    message.press_sequentially(" Yours, Ada")
    mail = page.get_by_role("link", name="Mail")
    expect(mail).to_have_attribute("href", re.compile("mailto:li.fjord.example.*Ada$"))
    assert _body_of(mail) == message.input_value()
    assert "send you the deck: here it is" in _body_of(mail)

    page.get_by_role("button", name="Sent").click()
    page.get_by_role("button", name="Done: Send her the deck").click()
    page.get_by_role("link", name="Back to Li Wen").click()
    expect(page.get_by_role("combobox", name="How").first).to_have_value("message")
    expect(page.get_by_text("1 done or dropped")).to_be_visible()


def test_a_draft_asks_for_their_words_where_the_card_has_none(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    met = elsewhere.send("person", name="Li Wen")
    elsewhere.send("conversation", person_ids=[met], captured_at="2026-05-04T18:30:00Z")
    sign_in(ada.phone, ada.email, ada.password)
    page = ada.phone.open(f"/people/{met}/draft")
    expect(page.get_by_role("heading", name="What did Li tell you?")).to_be_visible()
    expect(page.get_by_role("button", name="Write the draft")).to_be_disabled()

    page.get_by_label("Their problem, in their words").press_sequentially("drowning in audits")
    page.get_by_role("button", name="Write the draft").click()

    expect(page.get_by_label("Your message")).to_have_value(re.compile("“drowning in audits”"))


def _open(page: Page, what: str) -> Locator:
    return page.get_by_role("button", name=f"Done: {what}", exact=True)


def _body_of(mail: Locator) -> str:
    address = urlsplit(mail.get_attribute("href") or "")
    return parse_qs(address.query)["body"][0].replace("\r\n", "\n")
