"""The app's one push sender, made when it is first needed or when the server starts."""

import logging
from functools import cached_property

import httpx
from flask import Flask, current_app

from backend.config import Config
from backend.reminders.push.http_transport import GuardedTransport
from backend.reminders.push.push_sender import PushSender
from backend.reminders.push.push_services import PushServices, read_networks
from backend.reminders.push.vapid_keys import load_keys

log = logging.getLogger("earshot.reminders")


class PushSenders:
    """Makes the push sender of one app from its settings."""

    def __init__(self, config: Config, transport: httpx.BaseTransport | None) -> None:
        self._config, self._transport = config, transport
        self._open: list[GuardedTransport] = []

    @cached_property
    def push_sender(self) -> PushSender:
        """Return the sender, made on first use.

        Raises:
            ValueError: The configured keys are invalid.
        """
        config = self._config
        networks = read_networks(config.push_addresses)
        if networks:
            log.warning("PUSH_ADDRESSES lets pushes go to addresses that may be private")
        services = PushServices(config.push_hosts.split(","), networks)
        transport = self._transport or self._wire(services)
        keys = load_keys(config.vapid_keys, config.instance_dir)
        return PushSender(keys, services, transport, _contact(config))

    def close(self) -> None:
        """Close the connections to push services. Safe to repeat."""
        for wire in self._open:
            wire.close()

    def _wire(self, services: PushServices) -> GuardedTransport:
        self._open.append(GuardedTransport(services))
        return self._open[0]


def init_push(app: Flask, transport: httpx.BaseTransport | None) -> None:
    """Set up sending pushes: over the network, or over the given transport."""
    app.extensions["senders"] = PushSenders(app.extensions["config"], transport)


def push_sender() -> PushSender:
    """Return the push sender of the current app."""
    senders: PushSenders = current_app.extensions["senders"]
    return senders.push_sender


def _contact(config: Config) -> str:
    """Return the contact that push services get (RFC 8292, section 2.1)."""
    if config.push_contact:
        return f"mailto:{config.push_contact}"
    return f"https://{config.trusted_hosts.split(',')[0]}"
