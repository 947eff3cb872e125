"""Settings: read from the environment, refused when they make no sense."""

from pathlib import Path

import pytest

from backend.config import BadConfig, Config


def test_without_settings_it_serves_this_machine_only() -> None:
    config = Config.from_environment({})

    assert (config.host, config.port, config.sign_up) == ("127.0.0.1", 8000, "closed")
    assert config.database().startswith("sqlite:////")
    assert config.database().endswith("/instance/earshot.db")


def test_an_empty_setting_counts_as_not_given() -> None:
    assert Config.from_environment({"PORT": " ", "SIGN_UP": ""}) == Config()


@pytest.mark.parametrize(
    ("name", "nonsense"),
    [
        ("PORT", "http"),
        ("PORT", "0"),
        ("SIGN_UP", "perhaps"),
        ("SESSION_IDLE_DAYS", "0"),
        ("SESSION_IDLE_DAYS", "1.5"),
        ("BODY_BYTES", "1"),
        ("PROXY_COUNT", "-1"),
        ("MIN_CLIENT", "latest"),
        ("KILL_WORKER", "maybe"),
        ("DATABASE_URL", "mysql://earshot:tomatoes@localhost/earshot"),
        ("DATABASE_URL", "tomatoes"),
    ],
)
def test_nonsense_is_refused_by_name_and_not_repeated(name: str, nonsense: str) -> None:
    with pytest.raises(BadConfig, match=f"^{name} is invalid") as refused:
        Config.from_environment({name: nonsense})

    assert "tomatoes" not in str(refused.value)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(BadConfig) as refused:
        Config.from_environment({"PORT": "x", "SIGN_UP": "y"})

    assert "PORT" in str(refused.value)
    assert "SIGN_UP" in str(refused.value)


def test_the_secret_is_made_once_and_readable_by_its_owner_only(tmp_path: Path) -> None:
    config = Config(instance_dir=tmp_path / "instance")

    secret = config.secret()

    assert len(secret) == 32
    assert config.secret() == secret
    assert (config.instance_dir / "secret").stat().st_mode & 0o777 == 0o600
    assert config.instance_dir.stat().st_mode & 0o777 == 0o700
