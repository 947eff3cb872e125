"""Splits a note into tokens; `pwa/src/domain/note_parser/tagger/tokens.ts` does exactly the same.

Words are runs of letters and marks, numbers are runs of digits, an e-mail address or a web address
is one token, an English ending after an apostrophe ('ll, 's) is one, any other sign is one.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["email", "url", "ending", "word", "number", "break", "sign"]

# What is read of one note: a longer one is read up to here.
MOST_TOKENS = 512
# What JavaScript and Python agree to call white space, apart from the line break.
SPACE = "\t\v\f\r\x1c-\x1f \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
BLANK = re.compile(f"[{SPACE}]+")
EMAIL = re.compile(
    r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64}){1,4}", re.ASCII
)
URL = re.compile(rf"(?:[Hh]ttps?://|[Ww]ww\.)[^{SPACE}\n]{{1,2000}}")
ENDING = re.compile(r"['’](?:ll|LL|ve|VE|re|RE|[mdstMDST])", re.ASCII)
LETTERS = {"ß": "ss", "ø": "o", "ł": "l", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe"}


@dataclass(frozen=True)
class Token:
    """A token and its place: `note[start:end]`, in code points."""

    start: int
    end: int
    kind: Kind
    text: str


def tokens_of(note: str) -> list[Token]:
    """Split a note into its first `MOST_TOKENS` tokens."""
    tokens: list[Token] = []
    at = 0
    while at < len(note) and len(tokens) < MOST_TOKENS:
        if blank := BLANK.match(note, at):
            at = blank.end()
            continue
        kind, end = _token_at(note, at)
        tokens.append(Token(at, end, kind, note[at:end]))
        at = end
    return tokens


def fold(word: str) -> str:
    """Return a word in lower case without accents, as the lists have it."""
    plain = unicodedata.normalize("NFD", word.lower())
    kept = "".join(letter for letter in plain if not unicodedata.category(letter).startswith("M"))
    return "".join(LETTERS.get(letter, letter) for letter in kept)


def is_letter(sign: str) -> bool:
    """Return whether a sign is a letter or a mark on one (Unicode L or M)."""
    return unicodedata.category(sign)[0] in "LM"


def is_digit(sign: str) -> bool:
    """Return whether a sign is a number of any kind (Unicode N)."""
    return unicodedata.category(sign)[0] == "N"


def _token_at(note: str, at: int) -> tuple[Kind, int]:
    if address := EMAIL.match(note, at):
        return "email", address.end()
    if address := URL.match(note, at):
        return "url", address.end()
    ending = ENDING.match(note, at)
    if ending and not (ending.end() < len(note) and is_letter(note[ending.end()])):
        return "ending", ending.end()
    if is_letter(note[at]):
        return "word", _run(note, at, is_letter)
    if is_digit(note[at]):
        return "number", _run(note, at, is_digit)
    return ("break" if note[at] == "\n" else "sign"), at + 1


def _run(note: str, at: int, belongs: Callable[[str], bool]) -> int:
    while at < len(note) and belongs(note[at]):
        at += 1
    return at
