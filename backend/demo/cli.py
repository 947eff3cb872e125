"""The command that creates the demo."""

from datetime import datetime

import click
from flask.cli import with_appcontext

from backend.accounts.sign_up import DEMO_EMAIL
from backend.config import config
from backend.db import utc_now
from backend.demo.account import make_demo

EVENING = 19


@click.command("demo")
@click.option("--seed", default=1, show_default=True, help="Another seed gives another year.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The evening on which the year ends; default: now.",
)
@with_appcontext
def demo(seed: int, today: datetime | None) -> None:
    """Create an account with a believable year in it, and an event that is on now."""
    if not config().is_loopback_only():
        raise click.ClickException(
            "The demo is for a server that only this machine can call: HOST and TRUSTED_HOSTS "
            "127.0.0.1 or localhost, and PROXY_COUNT 0."
        )
    # Where the machine is, breakfasts are to be in the morning.
    now = (today.replace(hour=EVENING) if today else utc_now()).astimezone()
    password = make_demo(seed, now)
    if password is None:
        click.echo(f"The demo already exists: {DEMO_EMAIL}.")
        click.echo(f"For a new password: .venv/bin/flask account set-password {DEMO_EMAIL}")
        return
    click.echo('The demo is ready. Open Earshot, choose "I have an account", and')
    click.echo(f"sign in as {DEMO_EMAIL} with the password {password}")
