"""The calls of sync: a round, a purge, a record's history."""

import gzip
import json
from uuid import UUID

from flask import Blueprint, Response, g, request

from backend.accounts.models import me
from backend.body import Body, PlainText, read
from backend.errors import Code, Refusal
from backend.records.values import Id
from backend.sync.exchange import exchange
from backend.sync.past import past_of, read_place
from backend.sync.purge import purge
from backend.sync.request import Round

WORTH_PACKING_BYTES = 1024

rounds = Blueprint("sync", __name__)


class Purge(Body):
    """What a purge takes."""

    account_id: PlainText
    id: Id


@rounds.post("/api/sync")
def take_round() -> Response:
    """Take a device's changes in, and tell it what is new."""
    return _packed(exchange(me(), read(Round), g.session_label))


@rounds.post("/api/purge")
def purge_person() -> Response:
    """Remove a person for ever, from the server and with the next rounds from every device."""
    wanted = read(Purge)
    if wanted.account_id != me().id:
        raise Refusal(Code.WRONG_ACCOUNT)
    purge(me().id, wanted.id)
    return Response(status=204)


@rounds.get("/api/history/<uuid:record_id>")
def history(record_id: UUID) -> Response:
    """Show what a record said before."""
    return _packed(past_of(me().id, str(record_id), read_place(request.args.get("before"))))


def _packed(reply: dict[str, object]) -> Response:
    content = json.dumps(reply, ensure_ascii=False, separators=(",", ":")).encode()
    answer = Response(content, mimetype="application/json")
    answer.vary.add("Accept-Encoding")
    if len(content) > WORTH_PACKING_BYTES and request.accept_encodings["gzip"] > 0:
        answer.set_data(gzip.compress(content, compresslevel=1, mtime=0))
        answer.content_encoding = "gzip"
    return answer
