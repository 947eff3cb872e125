"""Adds many believable records to a device's database at once."""

from playwright.sync_api import Page

# Written past the app, for speed; the shapes are those of docs/data.md.
FILL = """
async ([people, conversations]) => {
  const words = ("audits berlin climbs deck engine fjord grant harbour invoice jury kitchen ledger "
    + "mentor notary orchard permit quarry roster tender vendor winter zoning").split(" ");
  const word = (n) => words[n % words.length];
  const id = (kind, n) => `${kind}${kind}-0000-7000-8000-${String(n).padStart(12, "0")}`;
  const database = await new Promise((found) => {
    const opening = indexedDB.open("earshot");
    opening.onsuccess = () => found(opening.result);
  });
  const transaction = database.transaction(["person", "conversation"], "readwrite");
  for (let n = 0; n < people; n++) transaction.objectStore("person").put({
    id: id("aaaa", n), kind: "person", seq: n + 1, deleted_at: null,
    body: { name: `${word(n * 7)} ${word(n * 11 + 3)} ${n}`, role: word(n * 5),
      organisation: word(n * 3), captured_at: new Date(1.7e12 + n * 6e4).toISOString() } });
  for (let n = 0; n < conversations; n++) transaction.objectStore("conversation").put({
    id: id("bbbb", n), kind: "conversation", seq: people + n + 1, deleted_at: null,
    body: { person_ids: [id("aaaa", n % people)],
      captured_at: new Date(1.7e12 + n * 5e4).toISOString(),
      problem: [0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => word(n * (i + 2) + i)).join(" "),
      promise: `send the ${word(n * 13)} to ${word(n * 17)}` } });
  await new Promise((done) => { transaction.oncomplete = done; });
  database.close();
}
"""


def fill(page: Page, people: int, conversations: int) -> None:
    """Store so many people and conversations on the device that shows this page."""
    page.evaluate(FILL, [people, conversations])
