"""How long a keystroke of a note takes until it is safe on the disk."""

from benchmarks.figures import Figure, show
from benchmarks.stage import percentile_95, phone

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
NOTE = "Drowning in audits, wants somebody who has been through one and lived to tell the tale"


def measure() -> list[Figure]:
    """Measure the transaction of each keystroke, strict durability included."""
    with phone() as (_, device):
        device.page.add_init_script(TIME_EACH_WRITE)
        page = device.open("/note")
        page.get_by_label("Their problem").press_sequentially(NOTE, delay=60)
        page.wait_for_function("() => window.written_ms.length > 40")
        written = page.evaluate("window.written_ms")
    return [Figure("a note saved (strict), p95", percentile_95(written), "ms", 50, 20)]


if __name__ == "__main__":
    show(measure())
