"""Commands about reminders, for whoever runs the server."""

import signal
from threading import Event as Signal

import click
from flask import Flask, current_app
from flask.cli import with_appcontext

from backend.config import config
from backend.http.access_log import log_to_stderr
from backend.reminders.push.app_sender import push_sender
from backend.reminders.push.vapid_keys import renew_vapid_key
from backend.reminders.worker import remind_now, run_worker


@click.command("remind")
@click.option("--once", is_flag=True, help="Send what is due now, then exit.")
@with_appcontext
def remind(once: bool) -> None:
    """Send what is due, until stopped. Any number may run; each item is sent by one of them."""
    push_sender()
    log_to_stderr()
    if once:
        click.echo(f"{remind_now()} sent.")
        return
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    over = Signal()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: over.set())
    run_worker(app, over)


@click.command("renew-push-key")
@with_appcontext
def renew_push_key() -> None:
    """Make a new key for pushes; devices change to it when they next open the app."""
    if config().vapid_keys:
        raise click.ClickException("The keys are set in VAPID_KEYS: put a new one before them.")
    renew_vapid_key(config().instance_dir)
    click.echo("Done. Restart the server; the old key keeps signing for old subscriptions.")
