"""The invariants of sync that are not the judge's: each checks one and says what it met."""

from collections.abc import Iterator

from tests.faults.device import Device, Saved, words_in
from tests.faults.dump import Dump, everything
from tests.faults.world import World, rewound


def check_edits_are_shown(device: Device) -> None:
    """An edit never vanishes from its own screen, not between push and pull either."""
    contents = device.holds
    for id in {row.id for row in contents.outbox}:
        typed: dict[str, object] = {}
        for row in contents.rows(id):
            typed |= row.set or {}
        body = contents.records[id].body
        assert {name: body.get(name) for name in typed} == typed, (device.name, id)


def check_known_up_to_cursor(device: Device, server: Dump) -> None:
    """No record at or below the cursor is unknown to the device."""
    contents = device.holds
    below = {id: r for id, r in server.of(device.account_id).items() if r.seq <= contents.cursor}
    known = {id: record.seq for id, record in contents.records.items()}
    unknown = [id for id, record in below.items() if known.get(id, 0) < record.seq]
    assert unknown == [], (device.name, contents.cursor, unknown)


def check_history(devices: list[Device], server: Dump) -> None:
    """Undoing the history gives back every state that was ever told."""
    for device in devices:
        for told in device.told:
            record = server.of(device.account_id)[told["id"]]
            if told["deleted_at"] is None:
                assert _without_deletion(rewound(record, told["seq"])) == told["body"], told


def check_idle_rounds(world: World) -> None:
    """A round with nothing to do writes nothing."""
    before = everything(world.file)
    for device in world.devices:
        device.sync(world.way(device))
    assert everything(world.file) == before


def check_words(world: World, removed: set[str]) -> None:
    """Inserted words survive every merge of texts and lists, and only what was typed appears."""
    for one, device in _saved(world.devices, {"notes", "emails"}):
        record = world.server.of(device.account_id)[one.id]
        words = words_in(record.body.get(one.field))
        assert one.word in words or one.word in removed, (one, record)


def check_own_fields(world: World) -> None:
    """Edits of different fields never overwrite one another: whoever is alone in one has it."""
    single = {"name", "organisation", "colour"}
    last: dict[tuple[str, str, str], dict[str, str]] = {}
    for one, device in _saved(world.devices, single):
        by_device = last.setdefault((device.account_id, one.id, one.field), {})
        by_device[device.name] = one.word
    for (account_id, id, field), by_device in last.items():
        if len(by_device) == 1:
            body = world.server.of(account_id)[id].body
            assert body.get(field) == next(iter(by_device.values())), (id, field)


def _saved(devices: list[Device], fields: set[str]) -> Iterator[tuple[Saved, Device]]:
    """Return what was saved in these fields and not refused for something beside it."""
    for device in devices:
        contents = device.holds
        for one in device.owed():
            refused = words_in(contents.records[one.id].refused)
            if one.field in fields and one.word not in refused:
                yield one, device


def _without_deletion(state: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in state.items() if name != "deleted_at"}
