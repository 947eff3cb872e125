"""The commands `flask account ...`, for whoever runs the server."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from flask.cli import AppGroup
from sqlalchemy import func, select

from backend.accounts.change_password import change_password
from backend.accounts.emails import normalize_email
from backend.accounts.erasure import ask_for_erasure
from backend.accounts.invites import make_invite
from backend.accounts.models import Session, User
from backend.accounts.sign_up import create_account
from backend.db import db, iso_utc
from backend.errors import Refusal
from backend.sync.purge.erase_account import erase_account

account = AppGroup("account", short_help="Create, list and mend accounts.")


@account.command("create")
@click.argument("email")
def create(email: str) -> None:
    """Create an account; asks for its password, or reads it from standard input."""
    with _refusals_said():
        create_account(normalize_email(email), _read_password())
    click.echo("Account created. Sign in with its e-mail and password.")


@account.command("list")
def list_accounts() -> None:
    """List every account: e-mail, created, last seen, records, and bytes as the quota counts."""
    seen_at = func.max(Session.seen_at)
    query = select(User, seen_at).outerjoin(Session, Session.user_id == User.id).group_by(User.id)
    click.echo("e-mail\tcreated\tlast seen\trecords\tbytes")
    for user, seen in db.session.execute(query.order_by(User.created_at, User.email)):
        last_seen = iso_utc(seen)[:10] if seen else "-"
        held = f"{user.live_records}\t{user.live_bytes}"
        click.echo(f"{user.email}\t{iso_utc(user.created_at)[:10]}\t{last_seen}\t{held}")


@account.command("invite")
def invite() -> None:
    """Create a code with which one person can sign up, once, within 30 days."""
    click.echo(make_invite())


@account.command("set-password")
@click.argument("email")
def set_password(email: str) -> None:
    """Set a new password for an account, sign it out everywhere, and end its calendar address."""
    with _refusals_said():
        change_password(_user_with(email), _read_password(), None)
    click.echo("Password changed. Every device has to sign in again.")


@account.command("delete")
@click.argument("email")
@click.option("--now", is_flag=True, help="Erase it at once, without seven days to take it back.")
@click.confirmation_option(prompt="Delete the account and everything in it?")
def delete_account(email: str, now: bool) -> None:
    """Delete an account in seven days, unless its user signs in before."""
    with _refusals_said():
        user = _user_with(email)
        if now:
            erase_account(user.id)
            click.echo("Account deleted. Backups from before still hold it.")
            return
        until = ask_for_erasure(user.id)
    click.echo(f"Signed out everywhere. Signing in until {iso_utc(until)} keeps the account.")


def _user_with(email: str) -> User:
    user = db.session.scalar(select(User).filter_by(email=normalize_email(email)))
    if user is None:
        raise click.ClickException("No account has this e-mail.")
    return user


def _read_password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\r\n")


@contextmanager
def _refusals_said() -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        raise click.ClickException(f"Refused: {refusal.fields or refusal.code}.") from None
