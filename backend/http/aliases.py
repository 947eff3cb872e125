"""Old addresses of the API that released apps still call, and the last release that needs each.

An alias can go once `MIN_CLIENT` no longer lets an app of that release sync.
"""

from typing import NamedTuple

from flask import Flask


class Alias(NamedTuple):
    """An old address of a call, its address of today, and the last release that needs the old."""

    old: str
    new: str
    last_needed_by: str


ALIASES = (
    Alias("/api/door", "/api/session", "0.2.0"),
    Alias("/api/poke", "/api/stream", "0.2.0"),
    Alias("/api/push/test", "/api/push/trial", "0.2.0"),
)


def init_aliases(app: Flask) -> None:
    """Answer each old address as its new one; to be called after all routes are registered."""
    rules = list(app.url_map.iter_rules())
    for alias in ALIASES:
        for rule in (rule for rule in rules if rule.rule == alias.new):
            view = app.view_functions[rule.endpoint]
            app.add_url_rule(alias.old, rule.endpoint, view, methods=rule.methods)
