"""A tie as it is read from the bodies of records, which name only what was ever set."""

from zoneinfo import ZoneInfo

from backend.warmth.read_tie import RecordsAbout, tie_to
from backend.warmth.tie import Contact, Tie

BERLIN = ZoneInfo("Europe/Berlin")


def test_of_an_empty_record_nothing_is_known() -> None:
    assert tie_to({}, RecordsAbout(), BERLIN) == Tie(zone=BERLIN)


def test_a_conversation_counts_when_it_happened_else_when_it_was_captured() -> None:
    about = RecordsAbout(
        conversations=[
            {"happened_at": "2026-05-01T18:00:00Z", "captured_at": "2026-05-02T08:00:00Z"},
            {
                "captured_at": "2026-05-03T08:00:00Z",
                "channel": "message",
                "begun_by": "me",
                "answered_at": "2026-05-04T08:00:00Z",
            },
            {"notes": "when was that?"},
        ]
    )

    assert tie_to({}, about, BERLIN).contacts == [
        Contact("2026-05-01T18:00:00Z"),
        Contact("2026-05-03T08:00:00Z", "message", "me", "2026-05-04T08:00:00Z"),
    ]


def test_promises_kept_count_of_both_sides_and_broken_ones_of_mine() -> None:
    about = RecordsAbout(
        follow_ups=[
            {"done_at": "2026-05-01T18:00:00Z"},
            {"owed_by": "them", "done_at": "2026-05-02T18:00:00Z"},
            {"dropped_at": "2026-05-03T18:00:00Z", "broken_at": "2026-05-03T18:00:00Z"},
            {"owed_by": "them", "broken_at": "2026-05-04T18:00:00Z"},
            {"done_at": "2026-05-06T18:00:00Z", "broken_at": "2026-05-05T18:00:00Z"},
        ]
    )

    tie = tie_to({}, about, BERLIN)

    assert [at[:10] for at in tie.kept] == ["2026-05-01", "2026-05-02", "2026-05-06"]
    assert [at[:10] for at in tie.broken] == ["2026-05-03"]


def test_what_the_user_said_of_the_person_and_of_the_nudge_is_read() -> None:
    person = {"ring": "inner", "let_go_at": "2026-05-01T18:00:00Z", "is_me": True}
    about = RecordsAbout(nudge={"put_off_to": "2026-05-09", "passed_at": "2026-05-02T18:00:00Z"})

    tie = tie_to(person, about, BERLIN)

    assert (tie.ring, tie.let_go_at, tie.is_me) == ("inner", "2026-05-01T18:00:00Z", True)
    assert (tie.put_off_to, tie.passed_at) == ("2026-05-09", "2026-05-02T18:00:00Z")
