"""Ten thousand people opened, and a keystroke of search over sixty thousand records."""

from statistics import median

from playwright.sync_api import Page

from benchmarks.figures import Figure, show
from benchmarks.many_records import fill
from benchmarks.plain_list import OPEN_PLAIN, READ_PLAIN, SCAN_PLAIN
from benchmarks.stage import blank_page, bring_to_front, percentile_95, phone, slow_down

OPENINGS = 10
OPEN_PEOPLE = """
() => new Promise((shown) => {
  const start = performance.now();
  const look = () => document.querySelector("[aria-label=People] a[href^='/people/']")
    ? requestAnimationFrame(() => shown(performance.now() - start))
    : requestAnimationFrame(look);
  document.querySelector("nav a[href='/people']").click();
  look();
})
"""
# What a keystroke changes last is when its hits have come; then one frame, to be seen. The plants
# beside the names wait on purpose until the rows have stood still.
WATCH_SEARCH = """
() => {
  const list = document.querySelector(".people_list");
  document.querySelector("input[type=search]").addEventListener("input", () => {
    window.typed_at = performance.now();
    window.seen_ms = 0;
  }, { capture: true });
  const isPlant = (node) => node instanceof SVGElement;
  const isHit = ({ addedNodes }) => !addedNodes.length || ![...addedNodes].every(isPlant);
  new MutationObserver((changes) => changes.some(isHit) && requestAnimationFrame(() => {
    window.seen_ms = performance.now() - window.typed_at;
  })).observe(list, { childList: true, subtree: true, characterData: true });
}
"""
SETTLED = "() => performance.now() - window.typed_at > window.seen_ms + 300"
TYPED = ("audits berlin", "climbs fjord", "mentor", "zoning winter", "harbour deck")


def measure() -> list[Figure]:
    """Measure how long the list takes to open, and the hits of a keystroke to appear."""
    with phone() as (_, device):
        fill(device.page, 10_000, 50_000)
        page = device.open("/")
        plain = blank_page(device)
        openings = [_open_both(page, plain) for _ in range(OPENINGS)]
        page.evaluate(OPEN_PEOPLE)
        plain.evaluate(READ_PLAIN)
        for one in (page, plain):
            slow_down(one)
        keystrokes = _type(page, plain)
    lists, plain_lists = zip(*openings, strict=True)
    hits, scans = zip(*keystrokes, strict=True)
    return [
        Figure(
            "list of 10,000 people opened, median",
            median(lists),
            "ms",
            0.6,
            100,
            median(plain_lists),
        ),
        Figure(
            "search keystroke, 60,000 records, 4x, p95",
            percentile_95(list(hits)),
            "ms",
            2.5,
            45,
            percentile_95(list(scans)),
        ),
    ]


def _open_both(page: Page, plain: Page) -> tuple[float, float]:
    taken = page.evaluate(OPEN_PEOPLE)
    page.locator("nav a[href='/']").first.click()
    bring_to_front(plain)
    plain_taken = plain.evaluate(OPEN_PLAIN)
    bring_to_front(page)
    return taken, plain_taken


def _type(page: Page, plain: Page) -> list[tuple[float, float]]:
    page.evaluate(WATCH_SEARCH)
    field = page.get_by_role("searchbox")
    field.press_sequentially("a")
    page.wait_for_timeout(5_000)
    seen = []
    for words in TYPED:
        field.fill("")
        page.wait_for_function(SETTLED)
        for count, key in enumerate(words, 1):
            field.press_sequentially(key)
            page.wait_for_function(SETTLED)
            bring_to_front(plain)
            scanned_ms = plain.evaluate(SCAN_PLAIN, words[:count])
            bring_to_front(page)
            seen.append((page.evaluate("window.seen_ms"), scanned_ms))
    return seen


if __name__ == "__main__":
    show(measure())
