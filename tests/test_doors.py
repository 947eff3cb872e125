"""Who may come in."""

from tests.cast import Browser, Person


def test_everything_under_api_is_closed_without_a_session(stranger: Browser) -> None:
    answer = stranger.call("GET", "/api/anything")

    assert (answer.status_code, answer.json["code"]) == (401, "signed_out")


def test_a_signed_in_phone_comes_in(ada: Person) -> None:
    answer = ada.phone.call("GET", "/api/anything")

    assert answer.status_code == 404
