"""The set-up code: whoever can read the server's output makes the first account, nobody else.

The code is derived from the file `secret`, so that several processes and every restart have the
same one, and nothing needs to be stored.
"""

import hmac
from base64 import b32encode
from datetime import timedelta

from flask import request

from backend.accounts.kept_rate_limits import Limit, count_attempt
from backend.config import Config, config
from backend.errors import Code, Refusal
from backend.http.client_address import is_forwarded, this_client

# 60 bits, in three groups that are easy to type.
CHARACTERS, GROUP = 12, 4
ATTEMPTS = Limit("set-up code", 10, timedelta(minutes=15))


def setup_code(settings: Config) -> str:
    """Return the code of this server, such as `ABCD-EFGH-JKLM`."""
    digest = hmac.digest(settings.secret(), b"set-up code", "sha256")
    letters = b32encode(digest).decode()[:CHARACTERS]
    return "-".join(letters[start : start + GROUP] for start in range(0, CHARACTERS, GROUP))


def is_setup_code_needed() -> bool:
    """Check whether whoever makes the current request could be a stranger."""
    return not config().is_loopback_only() or is_forwarded(request.environ)


def check_setup_code(given: str) -> None:
    """Check the code, as often as a password may be tried.

    Raises:
        Refusal: `setup_code_needed`, or `too_many`.
    """
    if not given:
        raise Refusal(Code.SETUP_CODE_NEEDED, {"setup_code": Code.SETUP_CODE_NEEDED})
    count_attempt((ATTEMPTS, this_client()))
    if not hmac.compare_digest(_letters(given), _letters(setup_code(config()))):
        raise Refusal(Code.SETUP_CODE_NEEDED, {"setup_code": Code.SETUP_CODE_NEEDED})


def _letters(code: str) -> bytes:
    return "".join(filter(str.isalnum, code)).upper().encode()
