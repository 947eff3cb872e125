"""Refuses a path with a parameter that no address of ours can have, before any view reads it."""

import re

from flask import Flask, request

from backend.errors import Code, Refusal

CHARACTERS_AT_MOST = 2000
# U+FFFD stands where the path's bytes were no UTF-8, those of half a character among them.
NO_TEXT = re.compile("[\0\ud800-\udfff\ufffd]")


def init_path_parameters(app: Flask) -> None:
    """Check the parameters in the path before every request; PostgreSQL takes no NUL."""
    app.before_request(_refuse_odd)


def _refuse_odd() -> None:
    for value in (request.view_args or {}).values():
        if len(str(value)) > CHARACTERS_AT_MOST or NO_TEXT.search(str(value)):
            raise Refusal(Code.NOT_FOUND)
