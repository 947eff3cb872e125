"""Errors as responses: what a client can learn from one besides its code."""

import pytest

from tests.cast import Person


@pytest.mark.parametrize(
    ("path", "allowed"),
    [("/api/sync", {"POST", "OPTIONS"}), ("/version", {"GET", "HEAD", "OPTIONS"})],
)
def test_a_method_that_is_not_allowed_is_answered_with_those_that_are(
    ada: Person, path: str, allowed: set[str]
) -> None:
    answer = ada.phone.call("DELETE", path)

    assert (answer.status_code, answer.json["code"]) == (405, "not_allowed")
    assert set(answer.headers["Allow"].split(", ")) == allowed
