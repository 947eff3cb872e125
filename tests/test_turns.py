"""Turns: in order, given up in time, and refused at once where too many wait."""

from threading import Thread

import pytest

from backend.errors import Refusal
from backend.turns import TurnQueue


def test_turns_go_in_the_order_in_which_they_were_asked_for() -> None:
    queue, order, threads = TurnQueue(1, 8), [], []

    def take(name: int) -> None:
        with queue.turn(60):
            order.append(name)

    with queue.turn(60):
        for name in range(8):
            threads.append(Thread(target=take, args=[name]))
            threads[-1].start()
            while len(queue._turns) < name + 2:
                threads[-1].join(0.001)
    for thread in threads:
        thread.join()

    assert order == list(range(8))


def test_who_waits_in_vain_gives_up_and_blocks_nobody() -> None:
    queue = TurnQueue(1, 8)

    with queue.turn(5), pytest.raises(Refusal, match="busy"), queue.turn(0.01):
        pass
    with queue.turn(0.01):
        pass


def test_several_may_have_their_turn_at_once() -> None:
    queue = TurnQueue(2, 0)

    with queue.turn(0.01), queue.turn(0.01), pytest.raises(Refusal, match="busy"), queue.turn(60):
        pass


def test_one_name_takes_no_more_than_its_share() -> None:
    queue = TurnQueue(3, 3, each_at_most=2)

    with queue.turn(5, "ada"), queue.turn(5, "ada"):
        with pytest.raises(Refusal, match="busy"), queue.turn(60, "ada"):
            pass
        with queue.turn(0.01, "ben"):
            pass
    with queue.turn(0.01, "ada"):
        pass
