"""Choosing a password: a weak one is refused in words, a new one keeps this device signed in."""

from playwright.sync_api import Page, expect

from tests.e2e.barriers import AXE, barriers
from tests.e2e.device import Owner
from tests.e2e.walking import sign_in, sign_up, take_note, wait_until_synced

NEW = "a longer green tractor"


def test_a_weak_password_is_explained_beside_its_field_and_the_next_one_is_taken(
    ada: Owner,
) -> None:
    page = ada.phone.open("/sign-in")
    page.get_by_role("button", name="Create an account").or_(
        page.get_by_role("heading", name="Create the first account")
    ).click()
    page.get_by_label("E-mail").fill(ada.email)
    password = page.get_by_label("Password", exact=True)

    for weak, words in (("password12", "too easy to guess"), (ada.email, "too much like your")):
        password.fill(weak)
        page.get_by_role("button", name="Create the account").click()
        expect(page.get_by_role("alert").filter(has_text=words)).to_be_visible()
        expect(password).to_be_focused()
    password.fill(ada.password)
    page.get_by_role("button", name="Create the account").click()

    expect(page.get_by_role("heading", name="Welcome")).to_be_visible()


def test_a_new_password_keeps_this_device_and_ends_the_address_and_the_others(ada: Owner) -> None:
    ada.phone.context.add_init_script(AXE)
    sign_up(ada.phone, ada.email, ada.password)
    sign_in(ada.laptop, ada.email, ada.password)
    page = ada.phone.open("/account")
    page.get_by_role("button", name="Create an address for my calendar").click()
    expect(page.get_by_role("button", name="Replace the address")).to_be_visible()

    change(page, ada.password)

    expect(page.get_by_text("Password changed.")).to_be_visible()
    expect(page.get_by_role("button", name="Create an address for my calendar")).to_be_visible()
    page.get_by_text("Change password").first.click()
    expect(page.get_by_label("New password", exact=True)).to_be_visible()
    expect(page.get_by_label("Delete my calendar address too")).to_have_count(0)
    take_note(ada.phone.open("/note"), who="Li Wen")
    wait_until_synced(ada.phone.open("/people"))
    expect(ada.laptop.open("/account").get_by_role("link", name="Sign in again")).to_be_visible()


def change(page: Page, old: str) -> None:
    """Change the password, with the address of the calendar as it is offered."""
    page.get_by_text("Change password").first.click()
    expect(page.get_by_label("Delete my calendar address too")).to_be_checked()
    assert barriers(page) == []
    page.get_by_label("Current password", exact=True).fill(old)
    page.get_by_label("New password", exact=True).fill(NEW)
    page.get_by_role("button", name="Change password").click()
