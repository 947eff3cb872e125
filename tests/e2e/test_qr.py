"""Cards that pass from screen to camera: read, shown as what they are, offered, kept."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.adas_code import show_code
from tests.e2e.device import Device, Owner
from tests.e2e.filmed import film, give_camera
from tests.e2e.furnished import PASTE
from tests.e2e.server import Server
from tests.e2e.walking import person_row, take_note, wait_for_page, wait_until_kept_whole

READER_IS_KEPT = """
async () => (await (await caches.open("code_reader")).keys()).length === 2
"""


def test_ben_scans_the_code_on_adas_phone_without_a_network(
    ada: Owner, ben: Owner, server: Server, tmp_path: Path
) -> None:
    give_camera(ben.phone, film(show_code(ada.phone), tmp_path / "adas_code.mjpeg"))
    page = ben.phone.open("/scan")
    wait_until_kept_whole(page)
    page.reload()
    wait_for_page(page, READER_IS_KEPT)
    server.stop()

    page = ben.phone.open("/scan")
    expect(page.get_by_role("heading", name="A contact card")).to_be_visible()
    page.get_by_role("button", name="Add to a new note").click()

    expect(page.get_by_label("Who", exact=True)).to_have_value("Ada King Lovelace")
    page.get_by_role("link", name="Done", exact=True).click()
    page.get_by_role("link", name="People", exact=True).click()
    person_row(page, "Ada King Lovelace").click()
    expect(page.get_by_role("link", name="ada@example.org")).to_be_visible()
    expect(page.get_by_role("link", name="Call")).to_have_attribute("href", "tel:+442079460018")


def test_a_code_scanned_from_an_open_card_comes_back_to_that_card(
    ada: Owner, ben: Owner, tmp_path: Path
) -> None:
    give_camera(ben.phone, film(show_code(ada.phone), tmp_path / "adas_code.mjpeg"))
    page = ben.phone.open("/note")
    take_note(page, who="Li", problem="Drowning in audits")

    page.get_by_role("link", name="Scan a code").click()
    page.get_by_role("button", name="Add to the open note").click()

    expect(page.get_by_label("Their problem")).to_have_value("Drowning in audits")
    expect(page.get_by_role("button", name="Remove Li")).to_be_visible()
    expect(page.get_by_label("Who", exact=True)).to_have_value("Ada King Lovelace")


def test_the_own_reader_of_a_browser_is_used_where_it_has_one(
    ada: Owner, ben: Owner, tmp_path: Path
) -> None:
    """Chromium on Linux has none, so a stand-in with its published interface says what it sees."""
    give_camera(ben.phone, film(show_code(ada.phone), tmp_path / "adas_code.mjpeg"))
    ben.phone.context.add_init_script("""
      globalThis.BarcodeDetector = class {
        static getSupportedFormats = async () => ["ean_13", "qr_code"];
        detect = async (seen) =>
          seen.videoWidth > 0 ? [{ rawValue: "MECARD:N:Seen by itself;;" }] : [];
      };
    """)

    page = ben.phone.open("/scan")

    expect(page.get_by_text("Seen by itself")).to_be_visible()
    assert not [one.url for one in ben.phone.requests if "qr_reader_worker" in one.url]


def test_a_reader_of_the_browser_that_does_not_work_is_replaced_by_ours(
    ada: Owner, ben: Owner, tmp_path: Path
) -> None:
    give_camera(ben.phone, film(show_code(ada.phone), tmp_path / "adas_code.mjpeg"))
    ben.phone.context.add_init_script("""
      globalThis.BarcodeDetector = class {
        static getSupportedFormats = async () => ["qr_code"];
        detect = async () => { throw new DOMException("no service", "NotSupportedError"); };
      };
    """)

    page = ben.phone.open("/scan")

    expect(page.get_by_text("Ada King Lovelace")).to_be_visible()


def test_a_camera_that_is_refused_says_how_to_allow_it(ben: Owner) -> None:
    ben.phone.arguments += ["--use-fake-device-for-media-stream", "--deny-permission-prompts"]
    page = ben.phone.open("/scan")
    expect(page.get_by_text("Your browser will ask")).to_be_visible()

    page.get_by_role("button", name="Turn on the camera").click()

    expect(page.get_by_role("heading", name="Camera access is blocked")).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_enabled()


@pytest.mark.parametrize(
    ("error", "heading"),
    [
        ("NotReadableError", "The camera is in use"),
        ("OverconstrainedError", "No camera found"),
        ("UnknownError", "The camera didn't start"),
    ],
)
def test_what_keeps_a_camera_from_starting_is_said_in_words(
    ben: Owner, error: str, heading: str
) -> None:
    """Such cameras cannot be had here, so the browser's answer is put in their place."""
    ben.phone.context.add_init_script(f"""
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException("", "{error}"));
    """)
    page = ben.phone.open("/scan")

    page.get_by_role("button", name="Turn on the camera").click()

    expect(page.get_by_role("heading", name=heading)).to_be_visible()


def test_without_a_secure_address_pictures_are_still_read(ben: Owner) -> None:
    """The tests' own address counts as secure, so the browser's answer is taken away."""
    ben.phone.context.add_init_script(
        "Object.defineProperty(navigator, 'mediaDevices', { value: undefined });"
    )

    page = ben.phone.open("/scan")

    expect(page.get_by_role("heading", name="The camera needs HTTPS")).to_be_visible()
    expect(page.get_by_role("button", name="Turn on the camera")).to_have_count(0)
    expect(page.get_by_text("Choose a picture")).to_be_visible()


def test_a_device_without_a_camera_reads_pictures_and_knows_who_is_known(
    ada: Owner, ben: Owner, tmp_path: Path
) -> None:
    (tmp_path / "code.png").write_bytes(show_code(ada.phone).screenshot())
    page = ben.laptop.open("/note")
    take_note(page, who="ADA KING LOVELACE")
    page.get_by_role("link", name="Done", exact=True).click()

    page = open_without_camera(ben.laptop)
    page.get_by_label("Choose a picture").set_input_files(tmp_path / "code.png")
    page.get_by_role("button", name="Add to ADA KING LOVELACE (same name)").click()

    expect(page.get_by_role("button", name="Remove ADA KING LOVELACE")).to_be_visible()
    page = ben.laptop.open("/people")
    expect(person_row(page, "ADA KING LOVELACE")).to_have_count(1)


def test_a_picture_without_a_code_and_a_file_that_is_none_are_told_apart(
    ben: Owner, tmp_path: Path
) -> None:
    page = ben.laptop.open("/scan")
    (tmp_path / "none.png").write_bytes(page.screenshot())
    (tmp_path / "text.png").write_text("no picture at all")

    page.get_by_label("Choose a picture").set_input_files(tmp_path / "none.png")
    expect(page.get_by_text("No QR code in this picture.")).to_be_visible()
    page.get_by_label("Choose a picture").set_input_files(tmp_path / "text.png")

    expect(page.get_by_text("This file can't be opened as a picture")).to_be_visible()


def test_a_code_that_is_half_hidden_is_called_damaged(
    ada: Owner, ben: Owner, tmp_path: Path
) -> None:
    code = show_code(ada.phone)
    code.evaluate("""() => {
      const drawn = document.querySelector(".vcard_code");
      const stain = drawn.appendChild(drawn.querySelector("rect").cloneNode());
      stain.setAttribute("transform", "translate(15 15) scale(0.4)");
    }""")
    (tmp_path / "stained.png").write_bytes(code.screenshot())

    page = ben.laptop.open("/scan")
    page.get_by_label("Choose a picture").set_input_files(tmp_path / "stained.png")

    expect(page.get_by_text("damaged, blurred or cut off")).to_be_visible()


def test_what_is_too_long_for_a_code_is_left_to_a_note(ben: Owner) -> None:
    page = open_without_camera(ben.laptop)

    page.evaluate(PASTE, "long " * 2000)

    expect(page.get_by_text("That's too long for a QR code.")).to_be_visible()


@pytest.mark.parametrize(
    ("pasted", "heading", "shown"),
    [
        ("https://www.linkedin.com/in/li-wen", "A link", "https://www.linkedin.com/in/li-wen"),
        ("javascript:alert(1)", "A text", "javascript:alert(1)"),
        ("BEGIN:VCARD\nFN:<img src=x>\nURL:data:text/html,x", "A contact card", "<img src=x>"),
        ("tel:+4790012345", "A phone number", "+4790012345"),
    ],
)
def test_what_is_scanned_is_shown_as_what_it_is_and_opens_nothing(
    ben: Owner, pasted: str, heading: str, shown: str
) -> None:
    page = open_without_camera(ben.laptop)
    asked = len(ben.laptop.requests)

    page.evaluate(PASTE, pasted)

    expect(page.get_by_role("heading", name=heading)).to_be_visible()
    expect(page.get_by_text(shown, exact=True)).to_be_visible()
    targets = (
        page.get_by_role("main").get_by_role("link").evaluate_all("all => all.map(a => a.href)")
    )
    assert all(target.startswith(("https://", "tel:")) for target in targets)
    assert [one for one in ben.laptop.requests[asked:] if ben.laptop.address not in one.url] == []
    assert len(ben.laptop.context.pages) == 1


def open_without_camera(device: Device) -> Page:
    """Go to where codes are scanned, on a device that has been found to lack a camera."""
    page = device.open("/scan")
    page.get_by_role("button", name="Turn on the camera").click()
    expect(page.get_by_role("heading", name="No camera found")).to_be_visible()
    return page


def test_two_cards_in_one_paste_are_two_people_on_one_note(ada: Owner) -> None:
    card = "BEGIN:VCARD\nFN:{}\nEND:VCARD\n"
    page = ada.phone.open("/scan")

    page.evaluate(PASTE, card.format("Ana Berg") + card.format("Bo Lund") + card.format("Cy"))
    page.get_by_role("button", name="Add to a new note").click()
    expect(page.get_by_role("heading", name="Contact card 2 of 3")).to_be_focused()
    page.get_by_role("button", name="Leave this one out").click()
    page.get_by_role("button", name="Add to the open note").click()

    expect(page.get_by_role("button", name="Remove Ana Berg")).to_be_visible()
    expect(page.get_by_label("Who", exact=True)).to_have_value("Cy")
