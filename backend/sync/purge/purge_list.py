"""The list of purged people and erased accounts, beside the database: an older copy has them."""

import os

from backend.config import config

FILE = "purged"
LINE_CHARACTERS = len("019aaf00-0000-7000-8000-00000000000a 019aaf00-0000-7000-8000-00000000000a")

Purged = tuple[str, str]


def add_to_purge_list(owner_id: str, person_id: str) -> None:
    """Add a purge, by ids only, so that it outlives the database. Safe to repeat."""
    if (owner_id, person_id) in read_purge_list():
        return
    folder = config().instance_dir
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    # The line begins with its break, so that one cut short by a full disk spoils no other.
    line = f"\n{owner_id} {person_id}".encode()
    file = os.open(folder / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(file, line)
        os.fsync(file)
    finally:
        os.close(file)


def add_erased_account(account_id: str) -> None:
    """Add an account of which everything was erased. Safe to repeat."""
    # A line as of a person, for an older version of the server reads the same list.
    add_to_purge_list(account_id, account_id)


def read_erased_accounts() -> set[str]:
    """Return the accounts on the list."""
    return {owner_id for owner_id, id in read_purge_list() if owner_id == id}


def read_purge_list() -> set[Purged]:
    """Return owner and person of every purge on the list; an erased account stands for both."""
    path = config().instance_dir / FILE
    return _read(path.read_text() if path.exists() else "")


def merge_purge_list(other: str) -> None:
    """Add every purge of another list, the content of a file as ours."""
    for owner_id, person_id in sorted(_read(other)):
        add_to_purge_list(owner_id, person_id)


def _read(written: str) -> set[Purged]:
    whole = (line.split(" ") for line in written.splitlines() if len(line) == LINE_CHARACTERS)
    return {(owner_id, person_id) for owner_id, person_id in whole}
