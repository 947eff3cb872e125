"""From the icon to typing: a warm start without network on a slow phone, the minimum of ten."""

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
    """Measure how long it takes until the form is there and can be typed into."""
    with phone() as (server, device):
        server.stop()
        page = device.page
        page.add_init_script(NOTE_WHEN_TYPED_INTO)
        slow_down(page)
        starts = []
        for _ in range(STARTS):
            device.open("/note")
            page.wait_for_function("() => window.ready_ms !== undefined")
            starts.append(page.evaluate("window.ready_ms"))
    return [Figure("warm start, offline, 4x slower: form in place", min(starts), "ms", 300, 150)]


if __name__ == "__main__":
    show(measure())
