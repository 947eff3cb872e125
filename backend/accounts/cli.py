"""Commands about accounts, for whoever runs the server."""

import click
from flask.cli import with_appcontext
from sqlalchemy import select

from backend.accounts.change_password import change_password
from backend.accounts.emails import normalize_email
from backend.accounts.invites import make_invite
from backend.accounts.models import User
from backend.db import db
from backend.errors import Refusal


@click.command("invite")
@with_appcontext
def invite() -> None:
    """Create a code with which one person can sign up, once, within 30 days."""
    click.echo(make_invite())


@click.command("set-password")
@click.argument("email")
@click.password_option()
@with_appcontext
def set_password(email: str, password: str) -> None:
    """Set a new password for an account, sign it out everywhere, and end its calendar address."""
    try:
        user = db.session.scalar(select(User).filter_by(email=normalize_email(email)))
        if user is None:
            raise click.ClickException("No account has this e-mail.")
        change_password(user, password, None)
    except Refusal as refusal:
        raise click.ClickException(f"Refused: {refusal.fields or refusal.code}.") from None
    click.echo("Password changed. Every device has to sign in again.")
