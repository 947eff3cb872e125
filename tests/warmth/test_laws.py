"""The laws of warmth and of nudges, on ties of every kind."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from backend.warmth.nudge import coming_nudges, next_nudge
from backend.warmth.tie import Channel, Contact, Tie
from backend.warmth.warmth import warmth
from tests.warmth.ties import random_tie, spelled

NOW = datetime(2026, 5, 12, 12, tzinfo=UTC)
AT_NOW = NOW.strftime("%Y-%m-%dT%H:%MZ")

ties = st.integers(min_value=0).map(lambda seed: spelled(random_tie(Random(seed), NOW)))
channels = st.sampled_from(["in_person", "call", "message"])
days = st.integers(0, 100)


@given(ties, channels)
def test_contact_of_now_in_both_directions_never_cools(tie: Tie, channel: Channel) -> None:
    more = replace(tie, contacts=[*tie.contacts, Contact(AT_NOW, channel)])

    assert warmth(more, NOW).warmth >= warmth(tie, NOW).warmth


@given(ties, days, days)
def test_without_contact_nothing_grows_warmer(tie: Tie, one: int, other: int) -> None:
    early, late = (NOW + timedelta(days=number) for number in sorted((one, other)))
    quiet = _of_the_last_year(tie)

    assert warmth(quiet, late).warmth <= warmth(quiet, early).warmth


@given(ties)
def test_the_order_of_arrival_does_not_matter(tie: Tie) -> None:
    other = replace(tie, contacts=tie.contacts[::-1], kept=tie.kept[::-1])

    assert warmth(other, NOW) == warmth(tie, NOW)
    assert coming_nudges(other, NOW) == coming_nudges(tie, NOW)


@given(ties, st.sampled_from(["contact", "let pass", "put off", "let go"]))
def test_an_answer_closes_the_nudge_of_today(tie: Tie, answer: str) -> None:
    today, tomorrow = (
        (NOW + timedelta(days=number)).astimezone(tie.zone).date().isoformat() for number in (0, 1)
    )
    answered = {
        "contact": replace(tie, contacts=[*tie.contacts, Contact(AT_NOW)]),
        "let pass": replace(tie, passed_at=AT_NOW),
        "put off": replace(tie, put_off_to=tomorrow),
        "let go": replace(tie, let_go_at=AT_NOW),
    }[answer]

    nudge = next_nudge(answered, NOW)

    assert nudge is None or nudge.due_on > today


def _of_the_last_year(tie: Tie) -> Tie:
    """Leave out what lies ahead, and what would leave the window of the balance meanwhile."""

    def is_of_it(at: str | None) -> bool:
        return at is not None and NOW - timedelta(days=365) < datetime.fromisoformat(at) <= NOW

    def answered(contact: Contact) -> Contact:
        known = contact.answered_at and is_of_it(contact.answered_at)
        return contact if known else replace(contact, answered_at=None)

    return replace(
        tie,
        added_at=tie.added_at if is_of_it(tie.added_at) else None,
        contacts=[answered(contact) for contact in tie.contacts if is_of_it(contact.at)],
        kept=list(filter(is_of_it, tie.kept)),
        broken=list(filter(is_of_it, tie.broken)),
        introduced=list(filter(is_of_it, tie.introduced)),
    )
