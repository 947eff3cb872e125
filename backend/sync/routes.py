"""The API of sync: a round, a purge, history, deleted records, and the live stream (SSE)."""

import gzip
from uuid import UUID

import orjson
from flask import Blueprint, Flask, Response, current_app, g, request

from backend.accounts.models import signed_in_user
from backend.accounts.sessions import is_session_open
from backend.config import Config
from backend.errors import Code, Refusal
from backend.http.contract import answers, needs_fresh_sign_in, paged, refuses, takes
from backend.http.rate_limit import RateLimiter
from backend.http.request_body import PlainText, RequestBody
from backend.schema.values import Id
from backend.sync.answers import DeletedPage, HistoryPage, RoundAnswer
from backend.sync.history.deleted_records import BEFORE_SEQ, list_deleted, read_before_seq
from backend.sync.history.revision_history import PAGE_END, read_page_end, revision_history
from backend.sync.live.event_stream import open_streams, server_sent_events
from backend.sync.purge.purge_person import purge_person
from backend.sync.round.answer_round import answer_round
from backend.sync.round.request import Round, Sender

WORTH_PACKING_BYTES = 1024

rounds = Blueprint("sync", __name__)


def init_rounds(app: Flask, config: Config) -> None:
    """Register the routes, and the rate limit of rounds for each account."""
    app.register_blueprint(rounds)
    app.extensions["round_rate_limit"] = RateLimiter(config.rounds_per_minute)


class Purge(RequestBody):
    """The request body of a purge."""

    account_id: PlainText
    id: Id


@rounds.post("/api/sync")
@answers(200, RoundAnswer)
@refuses(
    *(Code.WRONG_ACCOUNT, Code.SEQ_GAP, Code.DEVICE_FORKED, Code.RESYNC, Code.EPOCH_CHANGED),
    *(Code.UPGRADE_REQUIRED, Code.TOO_MANY),
)
@takes(Round)
def take_round(sent: Round) -> Response:
    """Apply a device's changes, and return what is new to it."""
    limiter: RateLimiter = current_app.extensions["round_rate_limit"]
    limiter.count(signed_in_user().id)
    return _packed(answer_round(signed_in_user(), sent, Sender(g.session_id, g.session_label)))


@rounds.post("/api/purge")
@needs_fresh_sign_in
@answers(204)
@refuses(Code.WRONG_ACCOUNT, Code.NOT_FOUND, Code.WRONG_KIND)
@takes(Purge)
def purge_person_here(wanted: Purge) -> Response:
    """Remove a person for good, from the server and with the next rounds from every device."""
    if wanted.account_id != signed_in_user().id:
        raise Refusal(Code.WRONG_ACCOUNT)
    purge_person(signed_in_user().id, wanted.id, g.session_id)
    return Response(status=204)


@rounds.get("/api/history/<uuid:record_id>")
@answers(200, HistoryPage)
@paged(PAGE_END)
@refuses(Code.NOT_FOUND, Code.BAD_REQUEST)
def history(record_id: UUID) -> Response:
    """Return the history of a record."""
    return _packed(
        revision_history(
            signed_in_user().id, str(record_id), read_page_end(request.args.get("before"))
        )
    )


@rounds.get("/api/deleted")
@answers(200, DeletedPage)
@paged(BEFORE_SEQ)
@refuses(Code.BAD_REQUEST)
def deleted_records() -> Response:
    """Return a page of deleted records that can be restored."""
    return _packed(list_deleted(signed_in_user().id, read_before_seq(request.args.get("before"))))


@rounds.get("/api/stream")
@answers(200, str, media="text/event-stream")
def stream() -> Response:
    """Keep a stream of server-sent events open, which says when there is something to pull."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    open_apps = open_streams()
    waiting = open_apps.join(signed_in_user().id, g.session_id)
    is_gone = request.environ.get("waitress.client_disconnected", lambda: False)

    def may_wait() -> bool:
        with app.app_context():
            return is_session_open(waiting.session_id)

    answer = Response(server_sent_events(waiting, is_gone, may_wait), mimetype="text/event-stream")
    # nginx would keep the lines until they fill a buffer.
    answer.headers["X-Accel-Buffering"] = "no"
    answer.call_on_close(lambda: open_apps.leave(waiting))
    return answer


def _packed(reply: dict[str, object]) -> Response:
    content = orjson.dumps(reply)
    answer = Response(content, mimetype="application/json")
    answer.vary.add("Accept-Encoding")
    if len(content) > WORTH_PACKING_BYTES and request.accept_encodings["gzip"] > 0:
        answer.set_data(gzip.compress(content, compresslevel=1, mtime=0))
        answer.content_encoding = "gzip"
    return answer
