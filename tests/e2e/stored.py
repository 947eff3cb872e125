"""What lies in the database of a browser, as its own developer tools would show it."""

from typing import Any

from playwright.sync_api import Page

READ_STORE = """
(name) => new Promise((resolve, reject) => {
  const opening = indexedDB.open("earshot");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const reading = opening.result.transaction(name).objectStore(name).getAll();
    reading.onsuccess = () => {
      opening.result.close();
      resolve(reading.result);
    };
  };
})
"""
READ_ALL = f"""
async (kind) => (await ({READ_STORE})(kind)).filter(({{ deleted_at }}) => deleted_at === null)
"""
IS_ALL_SENT = f"async () => (await ({READ_STORE})('outbox')).length === 0"


def bodies(page: Page, kind: str) -> list[dict[str, Any]]:
    """Return the fields of every record of a kind that this browser holds."""
    records: list[dict[str, Any]] = page.evaluate(READ_ALL, kind)
    return [record["body"] for record in records]
