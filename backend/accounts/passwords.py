"""Passwords: what they must be like, and argon2 with its costs."""

import secrets
import unicodedata
from contextlib import AbstractContextManager

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from flask import has_request_context

from backend.accounts.password_strength import weakness
from backend.errors import Code, Refusal
from backend.http.client_address import this_client
from backend.turns import TurnQueue

SHORTEST = 10
LONGEST = 200
# OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane.
HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# More at once would let a burst of guesses take the memory and every core, and more who wait would
# take the threads that answer all other calls.
TURNS = TurnQueue(at_once=1, waiting_at_most=8, each_at_most=6)
WAIT_SECONDS = 5
UNKNOWN_ACCOUNT_HASH = HASHER.hash(secrets.token_urlsafe())


def hash_new_password(password: str, email: str) -> str:
    """Return the hash of a password that somebody chose, unless it is a weak one.

    Args:
        password: What was typed.
        email: The address of its account, normalized.

    Raises:
        Refusal: `weak_password`, whose field says why: `too_short`, `too_long`, `too_common` or
            `like_email`; `busy`, where too many wait.
    """
    password = _normalize(password)
    if len(password) < SHORTEST:
        raise Refusal(Code.WEAK_PASSWORD, {"password": "too_short"})
    if len(password) > LONGEST:
        raise Refusal(Code.WEAK_PASSWORD, {"password": "too_long"})
    with _turn():
        if reason := weakness(password, email):
            raise Refusal(Code.WEAK_PASSWORD, {"password": reason})
        return HASHER.hash(password)


def hash_password(password: str) -> str:
    """Return the hash under which a password is stored.

    Raises:
        Refusal: `busy`, where too many wait.
    """
    with _turn():
        return HASHER.hash(_normalize(password))


def is_correct_password(password: str, password_hash: str | None) -> bool:
    """Compare a password with a stored hash; without an account it takes as long.

    Raises:
        Refusal: `busy`, where too many wait.
    """
    with _turn():
        try:
            return HASHER.verify(password_hash or UNKNOWN_ACCOUNT_HASH, _normalize(password))
        except VerifyMismatchError:
            return False


def needs_rehash(password_hash: str) -> bool:
    """Check whether a hash was made with costs other than today's."""
    return HASHER.check_needs_rehash(password_hash)


def _turn() -> AbstractContextManager[None]:
    # Commands have no client.
    return TURNS.turn(WAIT_SECONDS, this_client() if has_request_context() else "")


def _normalize(password: str) -> str:
    return unicodedata.normalize("NFC", password)
