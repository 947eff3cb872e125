"""Deleting, bringing back, and what happens when another device edits meanwhile."""

from tests.sync.device import Device

DONE_AT = "2026-05-04T18:00:00.000Z"


def test_a_deleted_record_goes_everywhere_without_its_content(
    phone: Device, laptop: Device, maria: str
) -> None:
    phone.round(phone.change(maria, None, action="delete"))

    tombstone = laptop.catch_up()[maria]
    assert tombstone["body"] == {}
    assert tombstone["deleted_at"] == "2026-05-04T18:30:00.000Z"


def test_a_record_brought_back_is_whole(phone: Device, laptop: Device, maria: str) -> None:
    phone.round(phone.change(maria, None, action="delete"))
    laptop.catch_up()

    laptop.round(laptop.change(maria, None, action="restore"))

    assert phone.catch_up()[maria]["body"] == {"name": "Maria", "notes": "grows tomatoes"}
    assert phone.holds[maria]["deleted_at"] is None


def test_an_edit_beats_a_deletion_and_says_so(phone: Device, laptop: Device, maria: str) -> None:
    phone.round(phone.change(maria, None, action="delete"))

    result = laptop.round(laptop.change(maria, {"role": "CTO"}))["results"][0]

    assert result["outcome"] == "merged"
    assert phone.catch_up()[maria]["body"]["role"] == "CTO"
    assert phone.holds[maria]["body"]["name"] == "Maria"


def test_what_a_deletion_hid_from_a_device_is_not_taken_for_removed_by_it(
    phone: Device, laptop: Device, maria: str
) -> None:
    phone.round(phone.change(maria, {"emails": ["maria@fjord.example"]}))
    phone.round(phone.change(maria, None, action="delete"))
    laptop.catch_up()

    edit = laptop.change(maria, {"emails": ["li@fjord.example"], "notes": "moved to Bergen"})
    laptop.round(edit, laptop.change(maria, {"name": "Mary"}))

    brought_back = phone.catch_up()[maria]
    assert brought_back["body"]["emails"] == ["maria@fjord.example", "li@fjord.example"]
    assert "grows tomatoes" in brought_back["body"]["notes"]
    assert "moved to Bergen" in brought_back["body"]["notes"]
    assert brought_back["body"]["name"] == "Mary"
    assert [kept["value"] for kept in brought_back["kept"]["name"]] == ["Maria"]


def test_who_deleted_a_record_has_seen_what_it_held(phone: Device, maria: str) -> None:
    phone.round(phone.change(maria, {"emails": ["maria@fjord.example"]}))
    phone.round(phone.change(maria, None, action="delete"))

    phone.round(phone.change(maria, {"emails": ["li@fjord.example"]}))

    assert phone.catch_up()[maria]["body"]["emails"] == ["li@fjord.example"]


def test_a_record_that_another_device_edited_is_not_deleted(
    phone: Device, laptop: Device, maria: str
) -> None:
    phone.round(phone.change(maria, {"role": "CTO"}))

    result = laptop.round(laptop.change(maria, None, action="delete"))["results"][0]

    assert (result["outcome"], result["code"]) == ("rejected", "edited_since")
    assert laptop.holds[maria]["body"]["role"] == "CTO"


def test_a_device_may_delete_what_it_edited_itself(phone: Device, maria: str) -> None:
    edit = phone.change(maria, {"role": "CTO"}, base_seq=1)
    deletion = phone.change(maria, None, action="delete", base_seq=1)

    results = phone.round(edit, deletion)["results"]

    assert [result["outcome"] for result in results] == ["applied", "applied"]


def test_an_overwritten_edit_of_another_device_still_stops_a_deletion(
    phone: Device, laptop: Device, maria: str
) -> None:
    edit = laptop.change(maria, {"name": "Marie"})
    deletion = laptop.change(maria, None, action="delete")
    phone.round(phone.change(maria, {"name": "Mary"}))

    results = laptop.round(edit, deletion)["results"]

    assert [result["outcome"] for result in results] == ["merged", "rejected"]


def test_deleting_twice_deletes_once(phone: Device, laptop: Device, maria: str) -> None:
    phone.round(phone.change(maria, None, action="delete"))

    result = laptop.round(laptop.change(maria, None, action="delete"))["results"][0]

    assert (result["outcome"], result["seq"]) == ("applied", 2)


def test_done_on_one_device_is_done_on_all(phone: Device, laptop: Device) -> None:
    created = phone.change(phone.id, {"what": "send the deck"}, kind="follow_up")
    phone.round(created)
    laptop.catch_up()
    promise = created["id"]
    phone.round(phone.change(promise, {"done_at": DONE_AT}, kind="follow_up"))

    laptop.round(laptop.change(promise, {"done_at": None, "what": "send it"}, kind="follow_up"))

    assert laptop.holds[promise]["body"] == {"what": "send it", "done_at": DONE_AT}


def test_done_is_taken_back_on_purpose(phone: Device, laptop: Device) -> None:
    promise = phone.change(phone.id, {"what": "send the deck"}, kind="follow_up")
    phone.round(promise)
    laptop.catch_up()
    phone.round(phone.change(promise["id"], {"done_at": DONE_AT}, kind="follow_up"))

    undo = {"kind": "follow_up", "action": "restore"}
    laptop.round(laptop.change(promise["id"], {"done_at": None}, **undo))

    assert "done_at" not in phone.catch_up()[promise["id"]]["body"]
