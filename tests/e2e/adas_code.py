"""Ada's card with everything on it, and its code on her screen."""

from playwright.sync_api import Page, expect

from tests.e2e.device import Device

ADAS_CARD = {
    "name": "Ada King Lovelace",
    "role": "Analyst",
    "e-mail": "ada@example.org",
    "phone": "+44 20 7946 0018",
}


def show_code(phone: Device) -> Page:
    """Fill in Ada's card on a blank phone, and show its code."""
    page = phone.open("/me")
    for field, words in ADAS_CARD.items():
        page.get_by_role("button", name=f"Add {field}", exact=True).click()
        page.get_by_role("textbox", name=field, exact=True).fill(words)
        page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("link", name="Show my code").click()
    expect(page.get_by_role("img", name="QR code")).to_be_visible()
    expect(page.get_by_role("dialog")).to_contain_text("7946")
    return page
