"""A small world: one server file, Ada with phone and laptop, Ben with a phone, and backups."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from flask import Flask

from backend.db import db
from tests.cast import signed_up
from tests.faults.device import Carry, Device, words_in
from tests.faults.dump import Dump, Kept, read_server
from tests.faults.judge import heal, judge
from tests.faults.ways import HeldUp, within


class World:
    """The server in this process and three devices; what one does, the others learn by rounds."""

    def __init__(self, app: Flask, file: Path, empty: Path) -> None:
        self._app, self.file = app, file
        self._lay_down(empty)
        ada, ben = signed_up(app, "ada"), signed_up(app, "ben")
        self.phone, self.laptop = Device("ada's phone", ada.id), Device("ada's laptop", ada.id)
        self.bens_phone = Device("ben's phone", ben.id)
        self.devices = [self.phone, self.laptop, self.bens_phone]
        browsers = (ada.phone, ada.laptop, ben.phone)
        pairs = zip(self.devices, browsers, strict=True)
        self._ways = {device.name: within(browser) for device, browser in pairs}
        self.held_up = HeldUp()
        self.was_put_back = False
        self._backup = file.with_name("backup.db")

    @property
    def server(self) -> Dump:
        """Return what the server's file holds now."""
        return read_server(self.file)

    def way(self, device: Device) -> Carry:
        """Return the undisturbed way from a device to the server."""
        return self._ways[device.name]

    def back_up(self) -> None:
        """Copy the server's file, as it is now, aside."""
        self._backup.unlink(missing_ok=True)
        with (
            closing(sqlite3.connect(self.file)) as source,
            closing(sqlite3.connect(self._backup)) as target,
        ):
            source.backup(target)

    def put_back(self, under_new_name: bool) -> None:
        """Copy the file back; what no device shows and the backup lacks is gone for good."""
        self._excuse_but(read_server(self._backup))
        self._lay_down(self._backup)
        if under_new_name:
            self.change("UPDATE server SET epoch = ?", str(uuid4()))
        self.held_up.throw_away()
        self.was_put_back = True
        for device in self.devices:
            heads = [record.seq for record in self.server.of(device.account_id).values()]
            device.told = [one for one in device.told if one["seq"] <= max(heads, default=0)]

    def change(self, statement: str, *values: str) -> None:
        """Change the server's file behind its back."""
        with closing(sqlite3.connect(self.file)) as connection, connection:
            connection.execute(statement, values)

    def come_to_rest(self) -> None:
        """Heal everything, and let the judge look."""
        self.held_up.let_go()
        heal(self.devices, lambda device: device.sync(self.way(device)))
        judge(self.devices, self.server)

    def excuse_typed_over(self) -> None:
        """Excuse what a person just wrote over on the only device that had it since a put-back."""
        if self.was_put_back:
            self._excuse_but(self.server)

    def _excuse_but(self, server: Dump) -> None:
        shown = [
            record
            for device in self.devices
            for record in device.holds.records.values()
            if not record.is_deleted
        ]
        words = set(words_in([shown, server.records]))
        for one in (one for device in self.devices for one in device.saved):
            one.is_withdrawn |= one.word not in words

    def _lay_down(self, copy: Path) -> None:
        with self._app.app_context():
            db.engine.dispose()
        for ending in ("-wal", "-shm"):
            self.file.with_name(self.file.name + ending).unlink(missing_ok=True)
        shutil.copy(copy, self.file)


def rewound(record: Kept, seq: int) -> dict[str, object]:
    """Return the body that a record had at a seq, by undoing its history."""
    state = dict(record.body)
    for revision in record.past:
        if revision["seq"] > seq:
            state[revision["field"]] = revision["overwritten"]
    return {name: value for name, value in state.items() if value is not None}
