"""Ada's and Ben's devices, as the server meets them."""

import pytest

from tests.cast import Person
from tests.sync.device import Device


@pytest.fixture
def bens_phone(ben: Person) -> Device:
    return Device(ben, ben.phone)


@pytest.fixture
def maria(phone: Device, laptop: Device) -> str:
    """Somebody whom both of Ada's devices know; her notes say that she grows tomatoes."""
    created = phone.new(name="Maria", notes="grows tomatoes")
    phone.round(created)
    laptop.catch_up()
    return str(created["id"])
