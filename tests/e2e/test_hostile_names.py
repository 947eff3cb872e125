"""Names that every object of JavaScript has, and records that no device can keep."""

import json
import sqlite3
from contextlib import closing
from typing import Any
from uuid import uuid4

from playwright.sync_api import expect

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.server import Server
from tests.e2e.stored import bodies
from tests.e2e.walking import person_row, sign_in, wait_for_page, wait_until_synced
from tests.sync.round.test_hostile_names import NAMES

WRITE_AS_ANOTHER_BUILD = """
async (records) => {
  const opening = indexedDB.open("earshot");
  await new Promise((done) => { opening.onsuccess = done; });
  const transaction = opening.result.transaction(["other", "person", "outbox"], "readwrite");
  for (const { kind, id, body } of records) {
    const set = Object.fromEntries(body);
    const store = kind === "person" ? "person" : "other";
    transaction.objectStore(store).put({ id, kind, seq: 0, body: set, deleted_at: null });
    transaction.objectStore("outbox").put({
      number: null, kind, id, action: "set", set, was: {}, base_seq: 0,
      made_at: new Date().toISOString(),
    });
  }
  await new Promise((done) => { transaction.oncomplete = done; });
  opening.result.close();
}
"""
IS_OUTBOX_EMPTY = """
async () => {
  const opening = indexedDB.open("earshot");
  await new Promise((done) => { opening.onsuccess = done; });
  const asked = opening.result.transaction("outbox").objectStore("outbox").count();
  await new Promise((done) => { asked.onsuccess = done; });
  opening.result.close();
  return asked.result === 0;
}
"""


def test_hostile_kinds_and_fields_of_the_server_hold_nothing_up(
    ada: Owner, elsewhere: Elsewhere, server: Server
) -> None:
    elsewhere.send("person", name="Ana")
    of_kinds = [elsewhere.send("of_later", name="x") for _ in NAMES]
    of_fields = [elsewhere.send("person", name=f"Field {n}") for n, _ in enumerate(NAMES)]
    elsewhere.send("person", name="Li Wen")
    for id, name in zip(of_kinds, NAMES, strict=True):
        _rewrite(server, id, kind=name)
    for n, (id, name) in enumerate(zip(of_fields, NAMES, strict=True)):
        _rewrite(server, id, body=json.dumps({"name": f"Field {n}", name: "x"}))

    sign_in(ada.laptop, ada.email, ada.password)
    page = ada.laptop.open("/people")

    expect(person_row(page, "Li Wen")).to_be_visible()
    expect(person_row(page, f"Field {len(NAMES) - 1}")).to_be_visible()
    wait_until_synced(page)
    assert len(bodies(page, "other")) == len(NAMES)
    page.reload()
    elsewhere.send("person", name="Ben")
    expect(person_row(page, "Ben")).to_be_visible()
    expect(ada.laptop.open("/account").get_by_text("couldn't be saved")).to_have_count(0)


def test_hostile_kinds_and_fields_of_a_device_hold_nothing_up(
    ada: Owner, elsewhere: Elsewhere
) -> None:
    page = sign_in(ada.laptop, ada.email, ada.password)
    wait_until_synced(page)
    kinds = [{"kind": name, "id": str(uuid4()), "body": [["name", "x"]]} for name in NAMES]
    fields = [{"kind": "person", "id": str(uuid4()), "body": [[name, "x"]]} for name in NAMES]
    last = {"kind": "person", "id": str(uuid4()), "body": [["name", "Li Wen"]]}

    page.evaluate(WRITE_AS_ANOTHER_BUILD, [*kinds, *fields, last])
    page.reload()
    wait_for_page(page, IS_OUTBOX_EMPTY)

    names = [record["body"].get("name") for record in elsewhere.round()["records"]]
    assert names == ["Li Wen"]
    expect(person_row(ada.laptop.open("/people"), "Li Wen")).to_be_visible()


def test_a_record_that_the_device_cannot_keep_is_named_and_tried_again(
    ada: Owner, elsewhere: Elsewhere, server: Server
) -> None:
    odd = elsewhere.send("person", name="Odd")
    elsewhere.send("person", name="Li Wen")
    _rewrite(server, odd, body='"no fields"')

    sign_in(ada.phone, ada.email, ada.password)
    expect(person_row(ada.phone.open("/people"), "Li Wen")).to_be_visible()
    page = ada.phone.open("/account")
    named = page.get_by_role("main").get_by_text("1 person couldn't be saved on this device.")
    expect(named).to_be_visible()
    page.get_by_role("button", name="Try again").click()
    expect(named).to_be_visible()
    expect(page.get_by_role("button", name="1 person couldn't be saved")).to_be_visible()

    _rewrite(server, odd, body='{"name": "Odd"}')
    page.reload()
    expect(page.get_by_text("couldn't be saved")).to_have_count(0)
    expect(person_row(ada.phone.open("/people"), "Odd")).to_be_visible()


def _rewrite(server: Server, id: str, **columns: Any) -> None:
    """Change a record behind the server's back, as an older server stored it."""
    path = server.folder / "instance" / "earshot.db"
    with closing(sqlite3.connect(path, timeout=20)) as database, database:
        for column, value in columns.items():
            database.execute(f"UPDATE record SET {column} = ? WHERE id = ?", (value, id))
