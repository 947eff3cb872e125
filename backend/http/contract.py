"""What each call takes, answers and refuses: stated beside its view, and read by docs/api.md."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from pydantic import ConfigDict

from backend.errors import Code
from backend.http.request_body import RequestBody, read_body

# Shapes of answers are typed dicts with this configuration: tests then find a field without one.
ANSWER = ConfigDict(strict=True, extra="forbid")

Shape = TypeVar("Shape", bound=RequestBody)
Rest = ParamSpec("Rest")
Answer = TypeVar("Answer")
View = TypeVar("View", bound=Callable[..., object])


@dataclass
class Contract:
    """The contract of one call, beside what holds for all calls (session, CSRF, body)."""

    takes: type[RequestBody] | None = None
    before: re.Pattern[str] | None = None
    answers: Any = None
    status: int = 0
    media: str = "application/json"
    refuses: tuple[Code, ...] = ()
    needs_fresh_sign_in: bool = False


def takes(
    shape: type[Shape],
) -> Callable[[Callable[Concatenate[Shape, Rest], Answer]], Callable[Rest, Answer]]:
    """Read the request body in this shape, and pass it to the view as the first argument."""

    def decorate(view: Callable[Concatenate[Shape, Rest], Answer]) -> Callable[Rest, Answer]:
        @wraps(view)
        def with_body(*args: Rest.args, **kwargs: Rest.kwargs) -> Answer:
            return view(read_body(shape), *args, **kwargs)

        _of(with_body).takes = shape
        return with_body

    return decorate


def answers(
    status: int, shape: Any = None, *, media: str = "application/json"
) -> Callable[[View], View]:
    """State the status of success, and the shape of its JSON; None for an empty answer.

    Args:
        status: The HTTP status.
        shape: A typed dict, or `str` for an answer that is not JSON.
        media: The content type.
    """

    def decorate(view: View) -> View:
        contract = _of(view)
        contract.status, contract.answers, contract.media = status, shape, media
        return view

    return decorate


def refuses(*codes: Code) -> Callable[[View], View]:
    """State the errors of this call, beside those that any call may have."""

    def decorate(view: View) -> View:
        _of(view).refuses = codes
        return view

    return decorate


def paged(before: re.Pattern[str]) -> Callable[[View], View]:
    """State that the answer is a page, and how `?before=` for the next one is written."""

    def decorate(view: View) -> View:
        _of(view).before = before
        return view

    return decorate


def contract_of(view: Callable[..., object]) -> Contract | None:
    """Return what a view states, or None where it states nothing."""
    return getattr(view, "contract", None)


def needs_fresh_sign_in(view: View) -> View:
    """State that the session must have proved within ten minutes who uses it; checked before."""
    _of(view).needs_fresh_sign_in = True
    return view


def _of(view: Callable[..., object]) -> Contract:
    contract = contract_of(view)
    if contract is None:
        contract = Contract()
        view.contract = contract  # type: ignore[attr-defined]
    return contract
