"""What axe finds on a page that stands between it and somebody, in light and in dark."""

from playwright.sync_api import Page

from tests.sources import ROOT

AXE = (ROOT / "pwa/node_modules/axe-core/axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIND_BARRIERS = """
async (rules) => (await axe.run({ runOnly: rules })).violations
  .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`)
"""
# Inherited colours move one after the other, so some frames in a row must stand still.
STILL = """
async () => {
  for (let frames = 0; frames < 3; frames++) {
    await new Promise(requestAnimationFrame);
    if (document.getAnimations().some(({ playState }) => playState === "running")) frames = 0;
  }
}
"""


def barriers(page: Page) -> list[str]:
    """Return what bars somebody from this page, into which `AXE` was put as it began."""
    found: list[str] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.evaluate(STILL)
        found += [f"{scheme} {barrier}" for barrier in page.evaluate(FIND_BARRIERS, RULES)]
    return found
