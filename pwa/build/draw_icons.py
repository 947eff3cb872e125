"""Draw the app's icons anew from public/favicon.svg, with the system's Chromium."""

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PUBLIC = Path(__file__).parent.parent / "public"
CHROMIUM = "/usr/bin/chromium"
GROUND = 'rx="15"'
# The drawing stays within the inner 80 per cent, which no mask cuts away.
FULL_BLEED = 'rx="0"'


def main() -> None:
    """Write every size that the manifest and index.html name."""
    rounded = (PUBLIC / "favicon.svg").read_text()
    full = rounded.replace(GROUND, FULL_BLEED)
    (PUBLIC / "icons" / "maskable.svg").write_text(full)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        for size in (192, 512):
            draw(page, rounded, size, f"icon_{size}.png")
            draw(page, full, size, f"maskable_{size}.png")
        draw(page, full, 180, "apple_touch_icon.png")
        browser.close()


def draw(page: Page, svg: str, size: int, name: str) -> None:
    """Write one drawing at one size."""
    page.set_viewport_size({"width": size, "height": size})
    page.set_content(f"<style>body {{ margin: 0 }} svg {{ display: block }}</style>{svg}")
    page.screenshot(path=PUBLIC / "icons" / name, omit_background=True)


if __name__ == "__main__":
    main()
