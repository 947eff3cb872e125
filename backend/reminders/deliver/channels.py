"""The channels on which a user can be reached: their subscriptions, e-mail, the feed."""

import json
import time
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from backend.accounts.models import User
from backend.config import Config
from backend.db import db
from backend.reminders.deliver.message import Message
from backend.reminders.feed_address import owners_with_feed
from backend.reminders.mail import Mail, is_mailed, send_mail
from backend.reminders.models import Reminded, Subscription
from backend.reminders.push.push_sender import Outcome, PushSender
from backend.reminders.push.subscriptions import push_target, subscriptions_of

MAIL, FEED = "mail", "feed"
MAIL_AGAIN_SECONDS = 900
SUBJECT = "Earshot: for today"


@dataclass(frozen=True)
class Channel:
    """One channel to one user: a subscription, an e-mail address, or the feed, which is read."""

    id: str
    subscription: Subscription | None = None
    email: str = ""


def channels_of(users: Collection[Reminded]) -> dict[str, list[Channel]]:
    """Return, by user, the channels on which they can be reached."""
    found: dict[str, list[Channel]] = {user.owner_id: [] for user in users}
    for one in subscriptions_of(set(found)):
        found[one.owner_id].append(Channel(one.id, one))
    mailed = {user.owner_id for user in users if is_mailed(user)}
    emails = select(User.id, User.email).where(User.id.in_(mailed))
    for owner_id, email in db.session.execute(emails) if mailed else ():
        found[owner_id].append(Channel(MAIL, email=email))
    for owner_id in owners_with_feed(set(found)):
        found[owner_id].append(Channel(FEED))
    return found


def takes(channel: Channel, message: Message) -> bool:
    """Check whether a message goes to this channel: not where it was sent, or done, before."""
    row = message.row
    if row.left is not None and channel.id not in json.loads(row.left):
        return False
    if channel.subscription is None:
        return channel.id == MAIL and bool(message.mail)
    did_it = row.what == "settled" and row.value == channel.subscription.device_id
    return message.push is not None and not did_it


@dataclass(frozen=True)
class Dispatcher:
    """Sends messages until `ends_at`, by the machine's own clock."""

    push_sender: PushSender
    settings: Config
    ends_at: float

    def send(self, channel: Channel, message: Message) -> Outcome | None:
        """Send a message to a channel, once; return None where there is no time left."""
        if time.monotonic() > self.ends_at:
            return None
        if channel.subscription is None:
            mail = Mail(channel.email, SUBJECT, message.mail)
            is_taken = send_mail(self.settings, mail)
            return Outcome("taken") if is_taken else Outcome("later", MAIL_AGAIN_SECONDS)
        to, before = push_target(channel.subscription), message.row.tries - 1
        push = message.push
        return self.push_sender.send(to, push, before) if push else Outcome("taken")
