"""Every setting, read from the environment; the server doesn't start with an invalid one."""

import secrets
from collections.abc import Mapping
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal, Self

from flask import current_app
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from backend.private_file import write_private_file


class BadConfig(Exception):
    """The settings with which the server can't start, in one sentence."""


def _is_database_url(url: str) -> str:
    try:
        known = not url or make_url(url).get_backend_name() in ("sqlite", "postgresql")
    except ArgumentError:
        known = False
    if not known:
        raise ValueError("should begin with sqlite:/// or postgresql://")
    return url


LOOPBACK_NAMES = ("127.0.0.1", "localhost")
SECRET_BYTES = 32
SECRET_BYTES_AT_LEAST = 16
PUSH_HOSTS = (
    "fcm.googleapis.com,jmt17.google.com,updates.push.services.mozilla.com,"
    "*.push.apple.com,*.notify.windows.com"
)


def _split(words: str) -> str:
    return ",".join(word.strip() for word in words.split(",") if word.strip())


def _are_networks(words: str) -> str:
    try:
        networks = [ip_network(word) for word in words.split(",") if word]
    except ValueError:
        raise ValueError("should be addresses or networks, such as 192.168.1.5") from None
    return ",".join(map(str, networks))


Words = Annotated[str, AfterValidator(_split)]
Email = Annotated[str, Field(pattern=r"^$|^[^@\s:]+@[^@\s]+$")]


class Config(BaseModel):
    """The settings; each is read from the environment variable of its name in capitals."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8000
    instance_dir: Path = Path("instance")
    database_url: Annotated[str, AfterValidator(_is_database_url)] = ""
    shell_dir: Path = Path(__file__).parent.parent / "pwa" / "dist"
    sign_up: Literal["open", "invite", "closed"] = "closed"
    sign_ups_per_hour: Annotated[int, Field(ge=1, le=100_000)] = 20
    backup_days: Annotated[int, Field(ge=0, le=3650)] = 0
    session_idle_days: Annotated[int, Field(ge=1, le=3650)] = 180
    session_idle_despite_push: bool = False
    session_days: Annotated[int, Field(ge=0, le=3650)] = 0
    quota_bytes: Annotated[int, Field(ge=1_000_000)] = 200_000_000
    quota_records: Annotated[int, Field(ge=1)] = 200_000
    body_bytes: Annotated[int, Field(ge=65_536, le=16_777_216)] = 1_048_576
    rounds_per_minute: Annotated[int, Field(ge=10, le=1_000_000)] = 600
    trusted_hosts: Words = "127.0.0.1,localhost"
    proxy_count: Annotated[int, Field(ge=0, le=5)] = 0
    min_client: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")] = "0.1.0"
    kill_worker: bool = False
    push_hosts: Words = PUSH_HOSTS
    push_addresses: Annotated[Words, AfterValidator(_are_networks)] = ""
    push_contact: Email = ""
    vapid_keys: Words = ""
    smtp_host: str = ""
    smtp_port: Annotated[int, Field(ge=1, le=65535)] = 587
    smtp_security: Literal["starttls", "tls", "none"] = "starttls"
    smtp_user: str = ""
    smtp_password: str = ""
    smtp_from: Email = ""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Read all settings; an empty variable counts as not set.

        Raises:
            BadConfig: Names each invalid setting.
        """
        given = {name: environment.get(name.upper(), "").strip() for name in cls.model_fields}
        try:
            return cls.model_validate({name: value for name, value in given.items() if value})
        except ValidationError as error:
            raise BadConfig(_describe(error)) from None

    def is_loopback_only(self) -> bool:
        """Check whether only this machine can call; a proxy makes a loopback address public."""
        names = {self.host, *self.trusted_hosts.split(",")}
        return self.proxy_count == 0 and names <= {*LOOPBACK_NAMES, "::1"}

    def secret(self) -> bytes:
        """Return the key for hashing addresses, created on first use and readable by us only.

        Raises:
            BadConfig: The file holds too little to be a key.
        """
        path = self.instance_dir / "secret"
        if not path.exists():
            write_private_file(path, secrets.token_bytes(SECRET_BYTES), replaces=False)
        secret = path.read_bytes()
        if len(secret) < SECRET_BYTES_AT_LEAST:
            raise BadConfig(
                f"{path} has {len(secret)} bytes, which is too short for a key; delete it, and a "
                "new one is made"
            )
        return secret

    def database(self) -> str:
        """Return the URL of the database, by default a file in the instance folder."""
        return self.database_url or f"sqlite:///{self.instance_dir.resolve() / 'earshot.db'}"


def config() -> Config:
    """Return the settings of the current app."""
    settings: Config = current_app.extensions["config"]
    return settings


def _describe(error: ValidationError) -> str:
    return "; ".join(
        f"{str(problem['loc'][0]).upper()} is invalid: {problem['msg']}"
        for problem in error.errors(include_input=False)
    )
