"""Adds people with signed-in devices to a server's database, without 500 slow sign-ups."""

import json
from pathlib import Path
from uuid import uuid4

from backend import create_app
from backend.accounts.models import User
from backend.accounts.sessions import COOKIE, open_session
from backend.config import Config
from backend.db import db, utc_now, write_transaction

DEVICES_EACH = 2
BROWSER = "Firefox/150.0 (Android)"


def sign_in(database_url: str, device_count: int, devices: Path) -> None:
    """Add people with two devices each, and write the devices' accounts and cookies to a file."""
    app = create_app(Config(database_url=database_url))
    with app.app_context():
        signed_in = [
            {"account_id": owner_id, "cookie": f"{COOKIE}={open_session(owner_id, BROWSER)}"}
            for owner_id in _people(device_count // DEVICES_EACH)
            for _ in range(DEVICES_EACH)
        ]
        db.engine.dispose()
    devices.write_text(json.dumps(signed_in))


def _people(count: int) -> list[str]:
    ids = [str(uuid4()) for _ in range(count)]
    with write_transaction() as session:
        session.add_all(
            User(id=id, email=f"{id}@earshot.test", password_hash="none", created_at=utc_now())
            for id in ids
        )
    return ids
