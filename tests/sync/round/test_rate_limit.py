"""The rate limit of rounds: for each account, generous, and bounded whatever a clock does."""

import pytest

from backend.config import Config
from backend.http.rate_limit import MINUTE_SECONDS
from tests.cast import Clock, Person
from tests.sync.device import Device

MOST = 12


@pytest.fixture
def settings(settings: Config) -> Config:
    return settings.model_copy(update={"rounds_per_minute": MOST})


def test_an_account_with_more_rounds_than_its_share_is_asked_to_wait_and_others_are_not(
    phone: Device, laptop: Device, ben: Person, clock: Clock
) -> None:
    bens = Device(ben, ben.phone)
    clock.move(days=60)

    # Twice as many: a new minute may begin in between.
    answers = [phone.ask() for _ in range(2 * MOST + 1)]
    clock.move(days=-60)
    answers.append(laptop.ask())

    assert {answer.status_code for answer in answers} == {200, 429}
    refusal = next(answer for answer in answers if answer.status_code == 429)
    assert refusal.json["code"] == "too_many"
    assert 0 < int(refusal.headers["Retry-After"]) <= MINUTE_SECONDS
    assert bens.ask().status_code == 200
