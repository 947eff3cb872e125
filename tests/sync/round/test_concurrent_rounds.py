"""Many devices at once: nothing lost, no hole in the order, nobody sees another's records."""

from concurrent.futures import ThreadPoolExecutor
from itertools import chain, repeat

from flask import Flask

from tests.cast import Person, signed_in
from tests.sync.device import Device

DEVICES = 4
ROUNDS = 6


def test_devices_that_push_at_once_lose_nothing(app: Flask, ada: Person) -> None:
    devices = [Device(ada, signed_in(app, ada.id)) for _ in range(DEVICES)]

    with ThreadPoolExecutor(DEVICES) as pool:
        sent = [id for ids in pool.map(_push, devices) for id in ids]

    record = devices[0].catch_up()
    assert sorted(record) == sorted(sent)
    assert sorted(one["seq"] for one in record.values()) == list(range(1, DEVICES * ROUNDS * 2 + 1))


def test_a_reader_never_sees_a_seq_before_a_lower_one(
    app: Flask, ada: Person, phone: Device
) -> None:
    writers = [Device(ada, signed_in(app, ada.id)) for _ in range(DEVICES - 1)]

    with ThreadPoolExecutor(DEVICES) as pool:
        pushed = [pool.submit(_push, writer) for writer in writers]
        pages = []
        while not all(push.done() for push in pushed):
            pages += [record["seq"] for record in phone.round(limit=5)["records"]]
    pages += [record["seq"] for record in phone.round()["records"]]

    assert pages == list(range(1, len(writers) * ROUNDS * 2 + 1))


def test_one_record_edited_everywhere_at_once_keeps_every_word(
    app: Flask, ada: Person, phone: Device, maria: str
) -> None:
    writers = [Device(ada, signed_in(app, ada.id)) for _ in range(DEVICES)]
    words = [[f"word{number}x{n}" for n in range(ROUNDS)] for number in range(DEVICES)]
    for writer in writers:
        writer.catch_up()

    with ThreadPoolExecutor(DEVICES) as pool:
        list(pool.map(_write_words, writers, repeat(maria), words))

    notes = phone.catch_up()[maria]["body"]["notes"].split()
    assert sorted(notes) == sorted(["grows", "tomatoes", *chain(*words)])


def test_ada_and_ben_may_hold_records_of_the_same_id(
    phone: Device, laptop: Device, bens_phone: Device
) -> None:
    adas = phone.new(name="Ada's Maria")
    bens = bens_phone.change(adas["id"], {"name": "Ben's Maria"})

    phone.round(adas)
    bens_phone.round(bens)

    assert laptop.catch_up()[adas["id"]]["body"]["name"] == "Ada's Maria"
    assert bens_phone.catch_up()[adas["id"]]["body"]["name"] == "Ben's Maria"


def test_ben_can_neither_edit_nor_delete_what_is_adas(
    phone: Device, laptop: Device, bens_phone: Device
) -> None:
    maria = phone.new(name="Maria")
    phone.round(maria)
    bens_phone.round(bens_phone.new(name="Li"))

    edit = bens_phone.change(maria["id"], {"name": "Mine"}, base_seq=1)
    deletion = bens_phone.change(maria["id"], None, action="delete", base_seq=1)
    results = bens_phone.round(edit, deletion)["results"]

    assert [result["code"] for result in results] == ["no_record", "no_record"]
    assert laptop.catch_up()[maria["id"]]["body"] == {"name": "Maria"}


def test_ben_may_have_a_device_of_the_same_name(phone: Device, bens_phone: Device) -> None:
    bens_phone.id = phone.id
    phone.round(phone.new(name="Maria"))

    result = bens_phone.round(bens_phone.new(name="Li"))["results"][0]

    assert (result["outcome"], result["seen_before"], result["seq"]) == ("applied", False, 1)


def _push(device: Device) -> list[str]:
    changes = [device.new(name=f"Person {n}") for n in range(ROUNDS * 2)]
    for start in range(0, len(changes), 2):
        device.round(*changes[start : start + 2])
    return [change["id"] for change in changes]


def _write_words(device: Device, id: str, words: list[str]) -> None:
    for word in words:
        notes = f"{device.holds[id]['body']['notes']} {word}"
        device.round(device.change(id, {"notes": notes}))
