"""The command `flask check`: what is wrong, in plain lines."""

from collections.abc import Callable, Iterator

import click
from flask.cli import with_appcontext

from backend.checks.outside import check_mail_server, check_push_services
from backend.checks.own_machine import check_database, check_disk, check_keys, check_settings

CHECKS: dict[str, Callable[[], Iterator[str]]] = {
    "settings": check_settings,
    "keys": check_keys,
    "database": check_database,
    "disk": check_disk,
    "mail server": check_mail_server,
    "push services": check_push_services,
}


@click.command("check")
@with_appcontext
def check() -> None:
    """Look for what is wrong with this server; ends with 1 if anything is. Sends no mail."""
    found = {name: list(look()) for name, look in CHECKS.items()}
    for name, problems in found.items():
        for line in [f"wrong: {problem}" for problem in problems] or ["ok"]:
            click.echo(f"{name}: {line}")
    if any(found.values()):
        raise click.exceptions.Exit(1)
