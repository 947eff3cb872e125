"""How long a keystroke of a note takes until it is safe on the disk, beside a bare write."""

from statistics import median

from benchmarks.figures import Figure, show
from benchmarks.stage import blank_page, percentile_95, phone

TIME_EACH_WRITE = """
  window.written_ms = [];
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    const begun = performance.now();
    const made = transaction.call(this, stores, mode, options);
    if (options?.durability === "strict" && made.objectStoreNames.contains("outbox"))
      made.addEventListener("complete", () => window.written_ms.push(performance.now() - begun));
    return made;
  };
"""
OPEN_BARE = """
() => new Promise((opened) => {
  const opening = indexedDB.open("bare");
  opening.onupgradeneeded = () => opening.result.createObjectStore("note");
  opening.onsuccess = () => { window.bare = opening.result; opened(); };
})
"""
WRITE_BARE = """
(problem) => new Promise((written) => {
  const begun = performance.now();
  const transaction = bare.transaction("note", "readwrite", { durability: "strict" });
  transaction.objectStore("note").put({ problem }, "note");
  transaction.oncomplete = () => written(performance.now() - begun);
})
"""
NOTE = "Drowning in audits, wants somebody who has been through one and lived to tell the tale"


def measure() -> list[Figure]:
    """Measure the transaction of each keystroke, strict durability included."""
    with phone() as (_, device):
        device.page.add_init_script(TIME_EACH_WRITE)
        page = device.open("/note")
        plain = blank_page(device)
        plain.evaluate(OPEN_BARE)
        field = page.get_by_label("Their problem")
        bare = []
        for count, key in enumerate(NOTE, 1):
            field.press_sequentially(key)
            page.wait_for_function("(count) => window.written_ms.length >= count", arg=count)
            bare.append(plain.evaluate(WRITE_BARE, NOTE[:count]))
        written = page.evaluate("window.written_ms")
    return [
        Figure("a note saved (strict), median", median(written), "ms", 20, 10, median(bare)),
        Figure("a note saved (strict), p95", percentile_95(written), "ms", None, 20),
    ]


if __name__ == "__main__":
    show(measure())
