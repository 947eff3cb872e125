"""Reads one change as a device sent it, strictly."""

from typing import Annotated, Any

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from backend.errors import Code, Refusal
from backend.schema.validate import NAME, validate_fields
from backend.schema.values import Id, Moment
from backend.sync.merge.apply_change import Action, Change
from backend.sync.round.request import NUMBER_AT_MOST, Number

STRICT = ConfigDict(strict=True, extra="forbid")
Name = Annotated[str, Field(pattern=f"^{NAME.pattern}$")]


class ChangeFrame(TypedDict):
    """The fields of a change besides its kind and content."""

    number: Number
    id: Id
    base_seq: Number
    made_at: Moment
    action: Action


@with_config(STRICT)
class SentChange(ChangeFrame):
    """A change of any kind, with any content."""

    kind: Name
    set: dict[str, Any] | None


IS_ID = TypeAdapter(Id, config=STRICT).validator.isinstance_python
SENT: TypeAdapter[SentChange] = TypeAdapter(SentChange)


def read_number(raw: Any, place: int) -> int:
    """Return the number of a change, even where nothing else of it can be read.

    Raises:
        Refusal: Of the whole round: a change without a number can't be answered.
    """
    number = raw.get("number") if isinstance(raw, dict) else None
    if type(number) is not int or not 0 < number <= NUMBER_AT_MOST:
        raise Refusal(Code.BAD_REQUEST, {f"changes.{place}.number": Code.INVALID_VALUE.value})
    return number


def read_id(raw: Any) -> str | None:
    """Return the id of a change's record, where it can be read."""
    id = raw.get("id") if isinstance(raw, dict) else None
    return id if IS_ID(id) else None


def read_change(raw: Any, head: int, is_good: bool) -> Change:
    """Read one change whose content may be stored.

    Args:
        raw: The change as it was sent.
        head: The owner's newest seq, above which no device can be.
        is_good: Whether the whole round was already found valid.

    Raises:
        Refusal: Of this change alone.
    """
    change = Change(**(raw if is_good else _validated(raw)))
    if change.base_seq > head:
        raise Refusal(Code.INVALID_CHANGE, {"base_seq": Code.INVALID_VALUE.value})
    if (change.action == "set" and change.set is None) or (
        change.action == "delete" and change.set
    ):
        raise Refusal(Code.INVALID_CHANGE, {"set": Code.INVALID_VALUE.value})
    return change


def _validated(raw: Any) -> SentChange:
    try:
        sent = SENT.validate_python(raw)
    except ValidationError as error:
        raise Refusal(Code.INVALID_CHANGE, _fields(error)) from None
    validate_fields(sent["kind"], sent["set"] or {})
    return sent


def _fields(error: ValidationError) -> dict[str, str]:
    # A name that a stranger made up is not repeated unless it looks like one of ours.
    names = {str(problem["loc"][0]) for problem in error.errors() if problem["loc"]}
    return {name: Code.INVALID_VALUE.value for name in sorted(names) if NAME.fullmatch(name)}
