"""How easy a password is to guess, by zxcvbn: common ones, dates, rows of keys, the e-mail."""

import re
from typing import Literal

from zxcvbn import zxcvbn

PRODUCT = "earshot"
# By zxcvbn's scale: below it, a million guesses at most are enough.
SCORE_AT_LEAST = 2
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
    typed = password.casefold()
    of_email = {email, *re.split(r"[^\w]+|_", email)} - {PRODUCT}
    parts = [part for part in of_email if len(part) >= PART_CHARACTERS]
    words = [part[:READ_CHARACTERS] for part in (*parts, PRODUCT)]
    # It stores the words of this call in a dictionary of its module.
    guessed = zxcvbn(password[:READ_CHARACTERS], user_inputs=words)
    if typed != email and guessed["score"] >= SCORE_AT_LEAST:
        return None
    return "like_email" if any(part in typed for part in parts) else "too_common"
