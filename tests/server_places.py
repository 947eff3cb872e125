"""The server's places from bottom to top, and which others each may import from."""

from tests.sources import ROOT

# A module belongs to the longest name that fits.
BASE = {"config", "db", "errors"}
MAY_IMPORT: dict[str, set[str]] = {
    "private_file": set(),
    "config": {"private_file"},
    "errors": set(),
    "turns": {"errors"},
    "db": {"turns"},
    "http": {"config", "errors"},
    "schema": {"errors"},
    "warmth": set(),
    "accounts.models": {"db"},
    "accounts": {*BASE, "turns", "http", "accounts.models"},
    "accounts.cli": {"db", "errors", "accounts", "accounts.models", "sync.purge"},
    "sync.models": {"db", "accounts.models"},
    "sync.answers": {"http"},
    "sync.store": {"errors", "schema", "accounts.models", "sync.models"},
    "sync.history": {"db", "errors", "sync.models", "sync.store"},
    "sync.merge": {"errors", "schema", "sync.store", "sync.history"},
    "sync.live": {"db", "errors"},
    "sync.purge": {
        *(*BASE, "accounts", "accounts.models"),
        *("sync.models", "sync.store", "sync.history", "sync.live"),
    },
    "sync.round": {
        *(*BASE, "http", "schema", "accounts.models"),
        *("sync.models", "sync.store", "sync.history", "sync.merge", "sync.live"),
    },
    "sync.routes": {
        *("config", "errors", "http", "schema", "accounts", "accounts.models", "sync.answers"),
        *("sync.history", "sync.live", "sync.purge", "sync.round"),
    },
    "reminders.models": {"db", "accounts.models"},
    "reminders.state": {"db", "accounts.models", "reminders.models"},
    "reminders.notification_texts": set(),
    "reminders.channel": {"reminders.models", "reminders.notification_texts"},
    "reminders.push": {
        *(*BASE, "private_file", "accounts", "accounts.models"),
        *("reminders.models", "reminders.state", "reminders.channel"),
    },
    "reminders.mail": {
        *("config", "db", "accounts.models", "reminders.models"),
        *("reminders.notification_texts", "reminders.channel"),
    },
    "reminders.calendar_feed_address": {
        *("db", "errors", "accounts", "reminders.models", "reminders.state", "reminders.channel"),
    },
    "reminders.channels": {
        *("reminders.models", "reminders.channel"),
        *("reminders.push", "reminders.mail", "reminders.calendar_feed_address"),
    },
    "reminders.plan": {
        *("db", "schema", "warmth", "accounts.models", "sync.models"),
        *("reminders.models", "reminders.state", "reminders.channels"),
    },
    "reminders.deliver": {
        *("db", "schema", "sync.models", "reminders.models", "reminders.state"),
        *(
            "reminders.notification_texts",
            "reminders.channel",
            "reminders.channels",
            "reminders.plan",
        ),
    },
    "reminders.calendar_feed": {
        *("db", "schema", "sync.models", "reminders.models", "reminders.state"),
        *("reminders.notification_texts", "reminders.plan", "reminders.deliver"),
    },
    "reminders.session_ends": {"config", "db", "accounts", "accounts.models", "reminders.models"},
    "reminders.worker": {
        "sync.purge",
        *("db", "reminders.models", "reminders.state", "reminders.plan", "reminders.deliver"),
        "reminders.session_ends",
    },
    "reminders.routes": {
        *("db", "errors", "http", "schema", "accounts", "accounts.models", "reminders.push"),
        *(
            "reminders.mail",
            "reminders.channel",
            "reminders.calendar_feed_address",
            "reminders.notification_texts",
            "reminders.calendar_feed",
        ),
    },
    "reminders.cli": {"config", "http", "reminders.push", "reminders.worker"},
    "backups": {"config", "db", "private_file", "sync.purge"},
    "checks": {"config", "db", "http", "reminders.mail", "reminders.push"},
    "demo": {*BASE, "schema", "warmth", "accounts", "accounts.models", "sync.models", "sync.round"},
}


def may_import(importer: str, imported: str) -> bool:
    """Check whether one module of the server may import another."""
    if (ROOT / imported.replace(".", "/")).is_dir():
        # A package: what is imported from it is judged by its own name.
        return True
    place, other = _place(importer), _place(imported)
    # Only `create_app`, in the package itself, stands above all.
    return importer == "backend" or place == other or other in MAY_IMPORT[place]


def _place(module: str) -> str:
    inside = module.removeprefix("backend.")
    fits = [place for place in MAY_IMPORT if f"{inside}.".startswith(f"{place}.")]
    return max(fits, key=len, default="")
