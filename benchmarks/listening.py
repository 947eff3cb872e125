"""Listening without network, on a slow phone with 10,000 people: prompt and keyboard."""

from statistics import median

from playwright.sync_api import Page

from benchmarks.bare_page import bare_page, keep_on_device
from benchmarks.figures import Figure, show
from benchmarks.many_records import fill
from benchmarks.stage import percentile_95, phone, slow_down
from benchmarks.start import NOTE_WHEN_TYPED_INTO, starts
from tests.e2e.device import Device

TALKS = 10
# Nobody taps in the very moment of the last letter.
A_BREATH_MS = 500
FAIR = "cccccccc-0000-7000-8000-000000000000"
# An event that is on, and a year of talks; written past the app, as many_records does.
ADD_TALKS = """
async (fair) => {
  const database = await new Promise((found) => {
    const opening = indexedDB.open("earshot");
    opening.onsuccess = () => found(opening.result);
  });
  const now = Date.now();
  const at = (days) => new Date(now - days * 864e5).toISOString();
  const transaction = database.transaction(["event", "prompt_use"], "readwrite");
  transaction.objectStore("event").put({ id: fair, kind: "event", seq: 1, deleted_at: null,
    body: { name: "Fjord fair", goal: "hire a grower", started_at: at(0) } });
  for (let n = 0; n < 600; n++) transaction.objectStore("prompt_use").put({
    id: `dddddddd-0000-7000-8000-${String(n).padStart(12, "0")}`, kind: "prompt_use", seq: 2,
    deleted_at: null, body: { prompt_id: "open.busy", family: "open", style: "open_question",
      person_ids: [`aaaaaaaa-0000-7000-8000-${String(n).padStart(12, "0")}`],
      conversation_id: `bbbbbbbb-0000-7000-8000-${String(n).padStart(12, "0")}`,
      shown_at: at(1 + n / 2) } });
  await new Promise((done) => { transaction.oncomplete = done; });
  database.close();
}
"""
# From a tap until the frame after what it should bring: the first at which a person sees it.
UNTIL_SEEN = """
([tapped, came]) => new Promise((seen) => {
  const start = performance.now();
  const text = () => document.querySelector(".listen_prompt")?.textContent ?? "";
  const before = text();
  const isThere = {
    prompt: () => !["", before].includes(text()),
    field: () => document.activeElement?.id === "who" && document.activeElement.offsetHeight > 0,
  }[came];
  const look = () => isThere()
    ? requestAnimationFrame(() => seen(performance.now() - start))
    : requestAnimationFrame(look);
  document.querySelector(tapped).click();
  look();
})
"""


def measure() -> list[Figure]:
    """Measure how long the prompt takes after a tap, the field after Walk away, and the start."""
    with phone() as (server, device), bare_page() as bare:
        page = device.page
        fill(page, 10_000, 50_000)
        page.evaluate(ADD_TALKS, FAIR)
        keep_on_device(page, bare)
        for one in (server, bare):
            one.stop()
        slow_down(page)
        firsts = [_first_talk(device) for _ in range(TALKS)]
        talks = [_next_talk(page) for _ in range(TALKS)]
        page.add_init_script(NOTE_WHEN_TYPED_INTO)
        from_icon, bares = starts(page, [server.address, bare.address])
    prompts, fields = ([one[at] for one in talks] for at in (0, 1))
    bare_ms = median(bares)
    return [
        Figure("first prompt after the start, 4x, median", median(firsts), "ms", 1, 200, bare_ms),
        Figure("next prompt, 4x, median", median(prompts), "ms", 1, 150, bare_ms),
        Figure("next prompt, 4x, p95", percentile_95(prompts), "ms", None, 200),
        Figure("Walk away: keyboard, 4x, median", median(fields), "ms", 0.5, 100, bare_ms),
        Figure("Walk away: keyboard, 4x, p95", percentile_95(fields), "ms", None, 150),
        Figure("icon to keyboard, 4x, median", median(from_icon), "ms", 2.5, 300, bare_ms),
    ]


def _first_talk(device: Device) -> float:
    page = device.open("/")
    page.wait_for_selector(f"a[href='/listen?event={FAIR}']")
    taken: float = page.evaluate(UNTIL_SEEN, [f"a[href='/listen?event={FAIR}']", "prompt"])
    page.evaluate(UNTIL_SEEN, [".walk_away", "field"])
    return taken


def _next_talk(page: Page) -> tuple[float, float]:
    page.keyboard.type("Ana: drowning in audits", delay=40)
    page.wait_for_function("() => document.getElementById('problem').value !== ''")
    page.wait_for_timeout(A_BREATH_MS)
    prompt = page.evaluate(UNTIL_SEEN, ["#next_person", "prompt"])
    page.wait_for_function("() => location.search.includes('card=')")
    return prompt, page.evaluate(UNTIL_SEEN, [".walk_away", "field"])


if __name__ == "__main__":
    show(measure())
