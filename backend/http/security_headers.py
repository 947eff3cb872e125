"""The security headers of every response: Content-Security-Policy, permissions, caching."""

from flask import Flask, Response, request

from backend.http.build import Build

PERMISSIONS = (
    "accelerometer=(), camera=(self), display-capture=(), geolocation=(), gyroscope=(), "
    "hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), "
    "xr-spatial-tracking=()"
)
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": PERMISSIONS,
    # Search engines are to list neither the app nor a calendar feed.
    "X-Robots-Tag": "noindex",
}
YEAR_SECONDS = 31_536_000
# The one script that may compile WebAssembly; browsers ask a worker's own answer, not the page's.
QR_READER = "/assets/qr_reader_worker"


def init_security_headers(app: Flask, build: Build) -> None:
    """Add the headers to every response, refusals included."""
    scripts = " ".join(["'self'", *(f"'{digest}'" for digest in build.script_hashes)])
    policy = _content_policy(build, scripts)
    policy_of_reader = _content_policy(build, "'self' 'wasm-unsafe-eval'")

    @app.after_request
    def put_headers(answer: Response) -> Response:
        answer.headers.update(FIXED)
        is_reader = request.path.startswith(QR_READER)
        answer.headers["Content-Security-Policy"] = policy_of_reader if is_reader else policy
        if request.is_secure:
            answer.headers["Strict-Transport-Security"] = f"max-age={YEAR_SECONDS}"
        if request.path.startswith("/api/"):
            answer.headers["Cache-Control"] = "no-store"
        return answer


def _content_policy(build: Build, scripts: str) -> str:
    styles = " ".join(f"'{digest}'" for digest in build.style_hashes)
    rules = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": f"'self' {styles}",
        "img-src": "'self' data: blob:",
        "connect-src": "'self'",
        "font-src": "'self'",
        "manifest-src": "'self'",
        "worker-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "earshot",
    }
    return "; ".join(f"{name} {value.strip()}" for name, value in rules.items())
