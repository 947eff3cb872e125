"""The one call of sync: a round."""

import gzip
import json

from flask import Blueprint, Response, request

from backend.accounts.models import me
from backend.body import read
from backend.sync.exchange import exchange
from backend.sync.request import Round

WORTH_PACKING_BYTES = 1024

rounds = Blueprint("sync", __name__)


@rounds.post("/api/sync")
def take_round() -> Response:
    """Take a device's changes in, and tell it what is new."""
    return _packed(exchange(me(), read(Round)))


def _packed(reply: dict[str, object]) -> Response:
    content = json.dumps(reply, ensure_ascii=False, separators=(",", ":")).encode()
    answer = Response(content, mimetype="application/json")
    answer.vary.add("Accept-Encoding")
    if len(content) > WORTH_PACKING_BYTES and request.accept_encodings["gzip"] > 0:
        answer.set_data(gzip.compress(content, compresslevel=1, mtime=0))
        answer.content_encoding = "gzip"
    return answer
