"""Brings back the files beside the database, without undoing what happened since the backup."""

from pathlib import Path

from backend.private_file import write_private_file
from backend.sync.purge.purge_list import FILE as PURGED
from backend.sync.purge.purge_list import merge_purge_list


def put_beside(unpacked: Path, folder: Path) -> None:
    """Merge the files of a backup into those of this server.

    Purges of both are kept. Keys of this server come first, because devices use them now. The
    secret of this server stays.

    Args:
        unpacked: The folder in which the backup was unpacked.
        folder: The folder of the database and of the server's own keys.
    """
    merge_purge_list(_text(unpacked / PURGED))
    ours, theirs = (_text(where / "vapid_keys").split() for where in (folder, unpacked))
    if set(theirs) - set(ours):
        both = "\n".join([*dict.fromkeys(ours + theirs), ""]).encode()
        write_private_file(folder / "vapid_keys", both, replaces=True)
    if (unpacked / "secret").exists() and not (folder / "secret").exists():
        secret = (unpacked / "secret").read_bytes()
        write_private_file(folder / "secret", secret, replaces=True)


def _text(path: Path) -> str:
    return path.read_text() if path.exists() else ""
