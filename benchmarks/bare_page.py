"""The reference of the screens: the page of the build, its form and styles without a script."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from gzip import compress
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from benchmarks.stage import built
from tests.e2e.server import Server

SCRIPTS = re.compile(r"<script.*?</script>|<link rel=\"modulepreload\"[^>]*>", re.S)
# A worker that does nothing but answer with the page, as ours does without a network.
WORKER = """
addEventListener("install", (event) =>
  event.waitUntil(caches.open("bare").then((cache) => cache.add("/"))));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => event.respondWith(caches.match("/")));
"""
KEEP_ON_DEVICE = """
async () => {
  const policy = trustedTypes.createPolicy("earshot", { createScriptURL: (address) => address });
  const controlled = new Promise((done) =>
    navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  await navigator.serviceWorker.register(policy.createScriptURL("/service_worker.js"));
  await controlled;
}
"""


@contextmanager
def bare_page() -> Iterator[Server]:
    """Serve the bare page as Earshot serves its own: same server, same headers, compressed."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        shell = folder / "shell"
        shell.mkdir()
        page = SCRIPTS.sub("", (built() / "index.html").read_text()).encode()
        (shell / "index.html").write_bytes(page)
        (shell / "index.html.gz").write_bytes(compress(page, 9))
        (shell / "service_worker.js").write_text(WORKER)
        shutil.copy(built() / "build.json", shell)
        server = Server(folder, SHELL_DIR=str(shell))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def keep_on_device(page: Page, server: Server) -> None:
    """Install the bare page on the device, so that it opens without a network."""
    page.goto(server.address)
    page.evaluate(KEEP_ON_DEVICE)
