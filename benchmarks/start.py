"""From the icon to typing: a warm start without network on a slow phone, beside a bare page."""

from playwright.sync_api import Page

from benchmarks.bare_page import bare_page, keep_on_device
from benchmarks.figures import Figure, show
from benchmarks.stage import phone, slow_down

STARTS = 10
# A frame after the field has the focus is the first at which a person sees the cursor in it.
NOTE_WHEN_TYPED_INTO = """
  const look = () => document.activeElement?.id === "who" && document.activeElement.offsetHeight > 0
    ? requestAnimationFrame(() => { window.ready_ms = performance.now(); })
    : requestAnimationFrame(look);
  requestAnimationFrame(look);
"""


def measure() -> list[Figure]:
    """Measure how long it takes until the form stands and can be typed into."""
    with phone() as (server, device), bare_page() as bare:
        page = device.page
        keep_on_device(page, bare)
        for one in (server, bare):
            one.stop()
        page.add_init_script(NOTE_WHEN_TYPED_INTO)
        slow_down(page)
        ours, bares = starts(page, [server.address, bare.address])
    return [
        Figure("warm start, offline, 4x slower: form in place", min(ours), "ms", 2, 150, min(bares))
    ]


def starts(page: Page, addresses: list[str]) -> list[list[float]]:
    """Open the form of each address in turn, and return for each how many ms its starts took."""
    rounds = [[ready_ms(page, address) for address in addresses] for _ in range(STARTS)]
    return [list(column) for column in zip(*rounds, strict=True)]


def ready_ms(page: Page, address: str) -> float:
    """Return how long it takes from the address until the form can be typed into."""
    page.goto("about:blank")
    page.goto(f"{address}/note")
    page.wait_for_function("() => window.ready_ms !== undefined")
    taken: float = page.evaluate("window.ready_ms")
    return taken


if __name__ == "__main__":
    show(measure())
