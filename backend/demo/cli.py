"""The command that makes the demo."""

from datetime import date, datetime

import click
from flask.cli import with_appcontext

from backend.accounts.sign_up import DEMO_EMAIL
from backend.db import utc_now
from backend.demo.account import make_demo


@click.command("demo")
@click.option("--seed", default=1, show_default=True, help="Another seed tells another year.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day up to which it is told.")
@with_appcontext
def demo(seed: int, today: datetime | None) -> None:
    """Make an account with a believable year of people, events and conversations."""
    day: date = today.date() if today else utc_now().date()
    password = make_demo(seed, day)
    if password is None:
        click.echo(f"The demo is there already: {DEMO_EMAIL}.")
        return
    click.echo(f"A year is waiting. Sign in as {DEMO_EMAIL} with the password {password}")
