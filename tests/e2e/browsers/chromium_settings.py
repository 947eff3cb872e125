"""What a person has set in a Chromium before a test begins."""

import json
from pathlib import Path

ALLOWED = 1


def let_notify(profile: Path, address: str) -> None:
    """Allow an address to notify, for good, as a person's yes does."""
    exceptions = {"notifications": {f"{address},*": {"setting": ALLOWED}}}
    settings = {"profile": {"content_settings": {"exceptions": exceptions}}}
    folder = profile / "Default"
    folder.mkdir()
    (folder / "Preferences").write_text(json.dumps(settings))
