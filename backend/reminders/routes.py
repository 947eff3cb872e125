"""The API of reminders: push subscriptions, a trial push, and the calendar feed."""

from datetime import timedelta
from typing import Annotated
from uuid import uuid4

from flask import Blueprint, Flask, Response, current_app, g, jsonify
from pydantic import Field, with_config
from typing_extensions import TypedDict

from backend.accounts.kept_rate_limits import Limit, count_attempt
from backend.accounts.models import signed_in_user
from backend.db import iso_utc
from backend.errors import Code, Refusal
from backend.http.client_address import this_client
from backend.http.contract import ANSWER, answers, needs_fresh_sign_in, refuses, takes
from backend.http.rate_limit import RateLimiter
from backend.http.request_body import PlainText, RequestBody
from backend.reminders.calendar_feed import feed_text
from backend.reminders.calendar_feed_address import create_feed, feed_of, feed_owner, revoke_feed
from backend.reminders.channel import Outcome
from backend.reminders.mail import is_offered
from backend.reminders.notification_texts import trial_push
from backend.reminders.push import subscriptions
from backend.reminders.push.app_sender import push_sender
from backend.reminders.push.payload import fit_payload
from backend.reminders.push.push_sender import Push, PushTarget
from backend.reminders.push.trial import PushTrials
from backend.reminders.push.vapid_keys import is_public_key
from backend.schema.values import Id

reminders = Blueprint("reminders", __name__)

TEST_SECONDS = 60
TRIALS = Limit("push trial", 10, timedelta(minutes=15))
POINT_OF_65_BYTES = r"^[A-Za-z0-9_-]{87}=?$"
SIXTEEN_BYTES = r"^[A-Za-z0-9_-]{22}(==)?$"
FEED_CALLS_PER_MINUTE = 30


class PushKeys(RequestBody):
    """The keys that the browser made for one subscription."""

    p256dh: Annotated[str, Field(pattern=POINT_OF_65_BYTES)]
    auth: Annotated[str, Field(pattern=SIXTEEN_BYTES)]


class NewSubscription(RequestBody):
    """A browser's new subscription; `key` is the server's key that it was made with."""

    endpoint: Annotated[PlainText, Field(max_length=2000)]
    keys: PushKeys
    key: Annotated[str, Field(max_length=100)]
    device_id: Id


@with_config(ANSWER)
class PushState(TypedDict):
    """The VAPID key to subscribe with, this session's endpoint, and what else can remind."""

    key: str
    endpoint: str | None
    mail_offered: bool
    feed_made_at: str | None


@with_config(ANSWER)
class PushTrial(TypedDict):
    """The id that the trial push carries."""

    id: str


@with_config(ANSWER)
class FeedAddress(TypedDict):
    """The path of a calendar feed, shown this once."""

    path: str


def init_reminders(app: Flask) -> None:
    """Register the routes; set up the calendar feed's rate limit, and trial pushes."""
    app.register_blueprint(reminders)
    app.extensions["push_trials"] = PushTrials()
    app.extensions["feed_rate_limit"] = RateLimiter(FEED_CALLS_PER_MINUTE)


@reminders.get("/api/push")
@answers(200, PushState)
def push() -> Response:
    """Return the key to subscribe with, and what this session has."""
    mine, feed = subscriptions.subscription_of(g.session_id), feed_of(signed_in_user().id)
    return jsonify(
        {
            "key": push_sender().keys.current.public,
            "endpoint": mine and mine.endpoint,
            "mail_offered": is_offered(),
            "feed_made_at": feed and iso_utc(feed.made_at),
        }
    )


@reminders.put("/api/push")
@answers(204)
@refuses(Code.ENDPOINT_REFUSED, Code.OTHER_KEY)
@takes(NewSubscription)
def subscribe(given: NewSubscription) -> Response:
    """Send this session's pushes to this subscription from now on."""
    by = push_sender()
    by.services.check(given.endpoint)
    if not is_public_key(given.keys.p256dh):
        raise Refusal(Code.BAD_REQUEST, {"keys.p256dh": Code.INVALID_VALUE})
    if given.key != by.keys.current.public:
        raise Refusal(Code.OTHER_KEY, key=by.keys.current.public)
    fields = {**given.model_dump(exclude={"keys"}), **given.keys.model_dump()}
    subscriptions.subscribe(signed_in_user().id, g.session_id, fields)
    return Response(status=204)


@reminders.delete("/api/push")
@answers(204)
def unsubscribe() -> Response:
    """Stop sending pushes to this session."""
    subscriptions.unsubscribe(g.session_id)
    return Response(status=204)


@reminders.post("/api/push/trial")
@answers(202, PushTrial)
@refuses(Code.NOT_FOUND, Code.PUSH_GONE, Code.PUSH_FAILED, Code.TOO_MANY)
def try_push() -> tuple[PushTrial, int]:
    """Send a trial push to this session.

    If the push service does not answer at once, the push may still arrive.
    """
    mine, id = subscriptions.subscription_of(g.session_id), str(uuid4())
    if mine is None:
        raise Refusal(Code.NOT_FOUND)
    count_attempt((TRIALS, mine.owner_id))
    trial = Push(fit_payload(trial_push(id), badge=0), "test", TEST_SECONDS, "high")
    outcome = _send_trial(subscriptions.push_target(mine), trial, mine.id)
    if outcome is None or outcome.kind == "taken":
        return {"id": id}, 202
    raise Refusal(Code.PUSH_GONE if outcome.kind == "gone" else Code.PUSH_FAILED)


def _send_trial(target: PushTarget, trial: Push, subscription_id: str) -> Outcome | None:
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    trials: PushTrials = current_app.extensions["push_trials"]
    sender = push_sender()

    def send() -> Outcome:
        outcome = sender.send(target, trial)
        if outcome.kind == "gone":
            with app.app_context():
                subscriptions.remove_subscription(subscription_id)
        return outcome

    return trials.send(signed_in_user().id, send)


@reminders.post("/api/feed")
@needs_fresh_sign_in
@answers(201, FeedAddress)
def create_feed_here() -> tuple[FeedAddress, int]:
    """Create a secret feed address in place of the former one."""
    return {"path": f"/feed/{create_feed(signed_in_user().id)}.ics"}, 201


@reminders.delete("/api/feed")
@needs_fresh_sign_in
@answers(204)
def revoke_feed_here() -> Response:
    """Revoke the feed address."""
    revoke_feed(signed_in_user().id)
    return Response(status=204)


@reminders.get("/feed/<token>.ics")
@answers(200, str, media="text/calendar")
@refuses(Code.NOT_FOUND, Code.TOO_MANY)
def feed(token: str) -> Response:
    """Return the calendar to whoever knows its secret address."""
    limiter: RateLimiter = current_app.extensions["feed_rate_limit"]
    limiter.count(this_client())
    answer = Response(feed_text(feed_owner(token)), mimetype="text/calendar")
    answer.headers["Cache-Control"] = "no-store"
    return answer
