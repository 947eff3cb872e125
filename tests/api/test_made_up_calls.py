"""No call that can be made up from docs/openapi.json is an error of the server."""

from flask import Flask

from tests.api.made_up_calls import MadeUpCalls
from tests.cast import Clock

CALLS = 500
SEED = 1


def test_no_call_that_can_be_made_up_is_an_error_of_the_server(app: Flask, clock: Clock) -> None:
    calls = MadeUpCalls(app, clock)

    calls.make(CALLS, SEED)

    assert calls.failures == []
    # Some are taken, some are refused, with a session and without.
    assert {200, 204, 401, 404, 422} <= set(calls.statuses)
