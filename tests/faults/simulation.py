"""The simulation: whatever three devices do and whatever goes wrong, in any order, step by step."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.faults.device import Answer, Carry, Device
from tests.faults.laws import (
    check_edits_are_shown,
    check_history,
    check_idle_rounds,
    check_known_up_to_cursor,
    check_own_fields,
    check_words,
)
from tests.faults.ways import answer_lost, first_only, request_lost, thrice
from tests.faults.world import World

DEVICES = st.integers(0, 2)
PEOPLE = st.sampled_from([str(UUID(int=number)) for number in (1, 2, 3)])
PLACES = st.integers(0, 9)
PAGES = st.sampled_from([1, 2, 500])
STEPS = 50


class _Killed(Exception):
    """The device was killed while it waited for an answer."""


class Simulation(RuleBasedStateMachine):
    """One run: a world of its own, and a judge at its end."""

    def __init__(self, new_world: Callable[[], World]) -> None:
        super().__init__()
        self.world = new_world()
        self.word_count = 0
        self.removed: set[str] = set()
        self.is_backed_up = False

    @rule(device=DEVICES, id=PEOPLE, field=st.sampled_from(["name", "organisation", "colour"]))
    def name(self, device: int, id: str, field: str) -> None:
        """Type a single value; `colour` is a field that only a newer client knows."""
        word = self._word()
        self._write(device, id, word, **{field: word})

    @rule(device=DEVICES, id=PEOPLE, place=PLACES, cut=st.booleans())
    def note(self, device: int, id: str, place: int, cut: bool) -> None:
        """Type a word somewhere in the notes, and maybe cut the one after it."""
        words, word = str(self._shown(device, id).get("notes") or "").split(), self._word()
        self.removed.update(words[place : place + cut])
        words[place : place + cut] = [word]
        self._write(device, id, word, notes=" ".join(words))

    @rule(device=DEVICES, id=PEOPLE, cut=st.booleans())
    def list_emails(self, device: int, id: str, cut: bool) -> None:
        """Add an e-mail address, and maybe take the first away."""
        emails, word = self._emails(device, id), self._word()
        self.removed.update(emails[:cut])
        self._write(device, id, word, emails=[*emails[cut:], word])

    @rule(device=DEVICES, id=PEOPLE, year=st.sampled_from([2024, 2025, None]))
    def let_go(self, device: int, id: str, year: int | None) -> None:
        """Stop staying in touch with somebody, or take that back."""
        moment = year and f"{year}-05-04T18:30:00.000Z"
        self._write(device, id, let_go_at=moment)

    @rule(device=DEVICES, id=PEOPLE)
    def write_too_much(self, device: int, id: str) -> None:
        """Type what the server will not take."""
        self._write(device, id, role="x" * 201)

    @rule(device=DEVICES, id=PEOPLE, how=st.sampled_from(["delete", "restore"]))
    def delete_or_restore(self, device: int, id: str, how: str) -> None:
        """Delete who is there, or bring back who is not."""
        record = self._device(device).holds.record(id)
        if record and record.is_deleted == (how == "restore"):
            getattr(self._device(device), how)(id)
            self.world.excuse_typed_over()

    @rule(device=DEVICES, changes=PAGES, news=PAGES)
    def sync(self, device: int, changes: int, news: int) -> None:
        """Exchange rounds, in small pages or in large ones."""
        one = self._device(device)
        one.changes_at_most, one.news_at_most = changes, news
        one.sync(self.world.way(one))
        check_known_up_to_cursor(one, self.world.server)

    @rule(
        device=DEVICES,
        fault=st.sampled_from(["answer_lost", "request_lost", "thrice", "held_up", "killed"]),
        is_late=st.booleans(),
        changes=PAGES,
    )
    def sync_badly(self, device: int, fault: str, is_late: bool, changes: int) -> None:
        """Exchange rounds over a way that breaks at once, or after the first answer."""
        one, faults = self._device(device), self._faults()
        one.changes_at_most = one.news_at_most = changes
        way = self.world.way(one)
        try:
            one.sync(first_only(way, faults[fault]) if is_late else faults[fault](way))
        except _Killed:
            check_edits_are_shown(one)

    @rule()
    def what_was_held_up_arrives(self) -> None:
        """Bring requests there that their devices have given up, the newest first."""
        self.world.held_up.let_go()

    @rule(device=DEVICES, years=st.integers(-10, 10))
    def skew_clock(self, device: int, years: int) -> None:
        """Set the clock of a device wrong by years."""
        self._device(device).clock_ahead = timedelta(days=365 * years)

    @rule()
    def back_up(self) -> None:
        """Back the server up."""
        self.world.back_up()
        self.is_backed_up = True

    @precondition(lambda self: self.is_backed_up)
    @rule(under_new_name=st.booleans())
    def put_back(self, under_new_name: bool) -> None:
        """Put the server back to its backup, by copying the file or as a restore does."""
        self.world.put_back(under_new_name)

    @invariant()
    def edits_are_shown(self) -> None:
        """Check that what was typed is on its own screen."""
        for device in self.world.devices:
            check_edits_are_shown(device)

    def teardown(self) -> None:
        """Heal everything and judge."""
        self.world.come_to_rest()
        check_history(self.world.devices, self.world.server)
        check_idle_rounds(self.world)
        if not self.world.was_put_back:
            check_words(self.world, self.removed)
            check_own_fields(self.world)

    def _faults(self) -> dict[str, Callable[[Carry], Carry]]:
        return {
            "answer_lost": answer_lost,
            "request_lost": request_lost,
            "thrice": thrice,
            "held_up": self.world.held_up.keep,
            "killed": _kill,
        }

    def _device(self, number: int) -> Device:
        return self.world.devices[number]

    def _write(self, device: int, *words: str, **fields: object) -> None:
        self._device(device).write(*words, **fields)
        self.world.excuse_typed_over()

    def _shown(self, device: int, id: str) -> dict[str, object]:
        record = self._device(device).holds.record(id)
        return record.body if record else {}

    def _emails(self, device: int, id: str) -> list[str]:
        emails: Any = self._shown(device, id).get("emails", [])
        return [*emails]

    def _word(self) -> str:
        self.word_count += 1
        return f"word_{self.word_count}"


def simulate(new_world: Callable[[], World], runs: int, number: int) -> None:
    """Run the simulation; the same seed gives the same runs.

    Raises the error of the first failing run, shortened, with its seed and steps.
    """

    class Begun(Simulation):
        def __init__(self) -> None:
            super().__init__(new_world)

    asked = settings(max_examples=runs, stateful_step_count=STEPS, deadline=None, database=None)
    try:
        run_state_machine_as_test(seed(number)(Begun), settings=asked)
    except BaseException as failure:
        failure.add_note(f"seed {number}")
        raise


def _kill(carry: Carry) -> Carry:
    def die(content: bytes) -> Answer | None:
        carry(content)
        raise _Killed

    return die
