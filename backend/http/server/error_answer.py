"""Answers and logs what the web server itself refuses, in the form of the app's own answers."""

import json

from waitress.task import ErrorTask

from backend.errors import RETRY_AFTER_SECONDS, Code
from backend.http.access_log import log_refusal
from backend.http.security_headers import FIXED

CODES = {413: Code.TOO_LARGE, 500: Code.SERVER_ERROR, 503: Code.BUSY}
HEADERS = {
    **FIXED,
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Content-Type": "application/json",
    "Cache-Control": "no-store",
}


class ErrorAnswer(ErrorTask):  # type: ignore[misc]
    """The answer to a request that is not passed on; the connection ends with it."""

    def execute(self) -> None:
        """Write the answer."""
        error = self.request.error
        body = json.dumps({"code": CODES.get(error.code, Code.BAD_REQUEST), "fields": {}}).encode()
        self.status = f"{error.code} {error.reason}"
        self.response_headers.extend(HEADERS.items())
        if error.code == 503:
            self.response_headers.append(("Retry-After", str(RETRY_AFTER_SECONDS)))
        # Whatever was asked for, it is not kept alive.
        self.request.headers.pop("CONNECTION", None)
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)
        log_refusal(error.code)
