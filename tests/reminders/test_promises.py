"""Promises: announced once, on their day, at the user's hour, and taken down when settled."""

from datetime import UTC, datetime

from tests.reminders.subscribed import add, choose, promise


def test_a_promise_is_announced_on_its_day_at_the_users_hour(clock, phone, adas, look):
    choose(phone, time_zone="Europe/Berlin", reminder_hour="09:30", discreet="no")
    maria = add(phone, "person", name="Maria Keller")
    id = promise(phone, "Send deck", "2026-11-27", [maria])

    clock.now = datetime(2026, 11, 27, 8, 29, tzinfo=UTC)
    look()
    assert adas.shown == []

    clock.move(minutes=1)
    look()
    look()

    assert adas.shown == [
        {
            "v": 1,
            "kind": "follow_up",
            "id": id,
            "tag": f"follow_up-{id}",
            "title": "Maria Keller",
            "body": "Send deck",
            "path": f"/follow-ups/{id}",
            "actions": ["done", "tomorrow"],
            "badge": 1,
        }
    ]
