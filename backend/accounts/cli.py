"""Commands about accounts."""

import click
from flask.cli import with_appcontext

from backend.accounts.invites import make_invite


@click.command("invite")
@with_appcontext
def invite() -> None:
    """Make a code that lets one person sign up, once, within thirty days."""
    click.echo(make_invite())
