"""How easy a password is to guess, by zxcvbn: common ones, dates, rows of keys, the e-mail."""

import re
import unicodedata
from typing import Literal

from zxcvbn import zxcvbn

PRODUCT = "earshot"
# What everybody knows and zxcvbn doesn't: it has English lists only.
FAMOUS = (
    *(PRODUCT, "correcthorsebatterystaple", "passwort", "motdepasse", "contraseña", "wachtwoord"),
    *("parola", "hasło", "пароль", "йцукен", "привет", "любовь", "κωδικός", "סיסמה", "كلمةالسر"),
    *("密码", "密碼", "パスワード", "비밀번호"),
)
# By zxcvbn's scale: below it, a hundred million guesses at most are enough.
SCORE_AT_LEAST = 3
# What it reads takes long in the worst case: 0.4 seconds for 32 characters, 7 for 72. A password
# whose beginning is hard to guess is hard to guess.
READ_CHARACTERS = 32
PART_CHARACTERS = 3


def weakness(password: str, email: str) -> Literal["too_common", "like_email"] | None:
    """Return why a password is too easy to guess, or None; one call at a time.

    Args:
        password: The password, normalized.
        email: The address of its account, normalized.
    """
    of_email = {email, email.rpartition(".")[0], *re.split(r"[^\w]+|_", email)} - {PRODUCT}
    parts = sorted(part for part in of_email if len(part) >= PART_CHARACTERS)
    folded, words = _fold(password), [*parts, *FAMOUS]
    forms = {password.casefold(), folded}
    if not _is_made_of(words, folded) and all(_is_hard_to_guess(form, words) for form in forms):
        return None
    return "like_email" if any(part in folded for part in parts) else "too_common"


def _fold(password: str) -> str:
    """Return what a password is to whoever guesses it: no wide letters, no blanks around it."""
    return unicodedata.normalize("NFKC", password).strip().casefold()


def _is_made_of(words: list[str], folded: str) -> bool:
    """Check whether a password has no letters but those of some words, such as `Ada-2026`."""
    letters = rest = _letters(folded)
    for word in sorted(map(_letters, words), key=len, reverse=True):
        rest = rest.replace(word, "")
    return rest == "" != letters


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


def _is_hard_to_guess(form: str, words: list[str]) -> bool:
    if not form:
        return False
    known = [word[:READ_CHARACTERS] for word in words]
    # It stores the words of this call in a dictionary of its module.
    score: int = zxcvbn(form[:READ_CHARACTERS], user_inputs=known)["score"]
    return score >= SCORE_AT_LEAST
