"""What leaves the device, and what stays in it: nobody else is asked, and no answer is cached."""

import re

from tests.e2e.device import Owner
from tests.e2e.elsewhere import Elsewhere
from tests.e2e.filmed import give_camera
from tests.e2e.furnished import FURNISHED, furnish
from tests.e2e.walking import sign_in, wait_until_installed, wait_until_synced

CACHED = """
async () => (await Promise.all((await caches.keys()).map(async (name) =>
  (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat()
"""


def test_no_screen_asks_anybody_but_its_own_server(ada: Owner, elsewhere: Elsewhere) -> None:
    furnish(elsewhere)
    give_camera(ada.laptop)
    sign_in(ada.laptop, ada.email, ada.password)

    for show in FURNISHED:
        show(ada.laptop)

    asked = {re.sub(r"^(\w+:(//[^/]+)?).*", r"\1", each.url) for each in ada.laptop.requests}
    assert asked - {"data:", "blob:"} == {ada.laptop.address}


def test_no_screen_breaks_the_content_security_policy(ada: Owner, elsewhere: Elsewhere) -> None:
    furnish(elsewhere)
    give_camera(ada.laptop)
    sign_in(ada.laptop, ada.email, ada.password)

    for show in FURNISHED:
        show(ada.laptop)

    assert ada.laptop.complaints == []


def test_no_answer_of_the_api_is_ever_cached(ada: Owner, elsewhere: Elsewhere) -> None:
    furnish(elsewhere)
    wait_until_installed(sign_in(ada.laptop, ada.email, ada.password))
    wait_until_synced(ada.laptop.open("/people"))
    ada.laptop.open("/account")

    cached = ada.laptop.page.evaluate(CACHED)

    assert "/" in cached
    assert [path for path in cached if path.startswith(("/api", "/version"))] == []
