"""Ada's devices, with everything that they keep."""

import pytest

from tests.cast import Person
from tests.faults.device import Device


@pytest.fixture
def phone(ada: Person) -> Device:
    return Device("phone", ada.id)


@pytest.fixture
def laptop(ada: Person) -> Device:
    return Device("laptop", ada.id)
