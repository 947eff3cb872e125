"""The daily e-mail: for whom chose it, where a mail server is configured; the same as the batch."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

from backend.config import Config
from tests.cast import Clock, Person
from tests.reminders.mail_server import MailServer, mail_server
from tests.reminders.subscribed import Subscribed, add, choose, promise
from tests.sync.device import Device

FRIDAY_AT_EIGHT = datetime(2026, 11, 27, 8, 0, tzinfo=UTC)


@pytest.fixture
def mails() -> Iterator[MailServer]:
    with mail_server() as server:
        yield server


@pytest.fixture
def settings(settings: Config, mails: MailServer) -> Config:
    here = {"smtp_host": "127.0.0.1", "smtp_port": mails.port, "smtp_security": "none"}
    return settings.model_copy(update=here | {"smtp_from": "earshot@example.org"})


@pytest.fixture
def due_on_friday(phone: Device) -> None:
    promise(phone, "Send deck", "2026-11-27")
    promise(phone, "Send snails", "2026-11-25")
    add(phone, "follow_up", what="the contract", owed_by="them", due_on="2026-11-27")


def test_the_email_says_what_is_due_today(
    ada: Person,
    clock: Clock,
    phone: Device,
    mails: MailServer,
    look: Callable[[], int],
    due_on_friday: None,
) -> None:
    choose(phone, daily_email="yes", discreet="no")

    clock.now = FRIDAY_AT_EIGHT
    look()
    look()

    [(to, email)] = mails.taken
    assert (to, email["To"], email["From"]) == (ada.email, ada.email, "earshot@example.org")
    assert email["Subject"] == "Earshot: today"
    assert email.get_content().splitlines()[2:5] == [
        "- Send snails (due Wed 25 Nov)",
        "- Send deck (due Fri 27 Nov)",
        "- Someone owes you: the contract",
    ]


def test_the_email_says_the_day_where_the_user_is(
    clock: Clock, phone: Device, mails: MailServer, look: Callable[[], int]
) -> None:
    choose(phone, daily_email="yes", discreet="no", time_zone="America/New_York")
    add(phone, "follow_up", what="Call back", due_at="2026-11-27T01:00:00Z")

    clock.now = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
    look()

    [(_, email)] = mails.taken
    assert "- Call back (due Thu 26 Nov)" in email.get_content()


def test_a_discreet_email_only_counts(
    clock: Clock, phone: Device, mails: MailServer, look: Callable[[], int], due_on_friday: None
) -> None:
    choose(phone, daily_email="yes")

    clock.now = FRIDAY_AT_EIGHT
    look()

    [(_, email)] = mails.taken
    assert "2 promises are due, 1 thing is owed to you" in email.get_content()
    assert "deck" not in email.get_content()


def test_who_did_not_choose_it_gets_none(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    mails: MailServer,
    look: Callable[[], int],
    due_on_friday: None,
) -> None:
    clock.now = FRIDAY_AT_EIGHT
    look()

    assert mails.taken == []
    assert len(adas.shown) == 2


def test_pushes_and_the_email_say_the_same(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    mails: MailServer,
    look: Callable[[], int],
    due_on_friday: None,
) -> None:
    choose(phone, daily_email="yes", discreet="no")

    clock.now = FRIDAY_AT_EIGHT
    look()

    assert len(mails.taken) == 1
    assert sorted(push["kind"] for push in adas.shown) == ["batch", "follow_up"]


def test_on_a_day_with_nothing_due_there_is_no_email(
    clock: Clock, phone: Device, mails: MailServer, look: Callable[[], int], due_on_friday: None
) -> None:
    choose(phone, daily_email="yes")
    clock.now = FRIDAY_AT_EIGHT
    look()

    clock.move(days=1)
    look()

    assert len(mails.taken) == 1


def test_a_failing_mail_server_steps_aside_and_is_tried_again(
    clock: Clock,
    phone: Device,
    adas: Subscribed,
    mails: MailServer,
    look: Callable[[], int],
    due_on_friday: None,
) -> None:
    choose(phone, daily_email="yes")
    mails.is_broken = True
    clock.now = FRIDAY_AT_EIGHT
    look()
    assert len(adas.shown) == 2
    assert mails.taken == []

    mails.is_broken = False
    clock.move(minutes=15)
    look()
    look()

    assert len(mails.taken) == 1
    assert len(adas.shown) == 2


def test_it_is_offered_where_there_is_a_mail_server(ada: Person) -> None:
    assert ada.phone.call("GET", "/api/push").json["mail_offered"] is True
