"""Writes docs/openapi.json and docs/api.md from the code: `make schema` runs it."""

import json
from textwrap import fill

from backend import create_app
from backend.config import Config
from backend.errors import STATUS, Code
from scripts.openapi import ANY_BODY, ANY_CALL, Json, describe_api
from tests.sources import ROOT

OPENAPI = ROOT / "docs/openapi.json"
API = ROOT / "docs/api.md"
ERROR = 400
LINE = 120
WIDTH = 100
INDENT = 2
INTRODUCTION = """# The API

Made from the code by `make schema`; do not edit. [openapi.json](openapi.json) is the same for
programs, with every shape. [sync.md](sync.md) explains rounds, history and purges.

- The app signs in with a cookie. Calls marked *public* need no session, all others answer 401
  `signed_out` without one. Calls that answer 403 `sign_in_again` need a session that was opened, or
  confirmed by `POST /api/account/confirm`, within the last ten minutes.
- Calls under `/api` must come from the server's own pages: `Sec-Fetch-Site` must be `same-origin`;
  without that header, `Origin` must be ours. Otherwise they answer 403 `foreign_origin` (CSRF).
  GET, HEAD and OPTIONS are also answered without both, and with `Sec-Fetch-Site: none`.
- Bodies are JSON, and may be sent as gzip. Any body may be refused with
  {any_body}.
- An error is `{{ "code": "...", "fields": {{ ... }}, "request_id": "..." }}`; some codes carry
  more facts. A 500 stands in the log with its `request_id`, which is random. Any call may
  answer {any_call}. 429, 503 and 507 carry `Retry-After`.
- Moments are UTC in ISO 8601 with `Z`, ids are UUIDs in lower case.
- Older addresses still answer, for released apps: `backend/http/aliases.py` lists them.

## Calls
"""


def main() -> None:
    """Write both files."""
    description = read_api()
    OPENAPI.write_text(as_json(description))
    API.write_text(as_markdown(description))


def read_api() -> Json:
    """Return the description of the API of this version."""
    package = json.loads((ROOT / "pwa/package.json").read_text())
    return describe_api(create_app(Config(database_url="sqlite://")), package["version"])


def as_json(description: Json) -> str:
    """Return the text of openapi.json."""
    return json.dumps(description, indent=1, ensure_ascii=False) + "\n"


def as_markdown(description: Json) -> str:
    """Return the text of api.md: each call with its body, its answer and its errors."""
    introduction = INTRODUCTION.format(any_body=_said(ANY_BODY), any_call=_said(ANY_CALL))
    calls = [
        _call(f"{method.upper()} {path}", operation, description)
        for path, operations in description["paths"].items()
        for method, operation in operations.items()
    ]
    return introduction + "\n".join(calls)


def _call(name: str, operation: Json, description: Json) -> str:
    shapes = description["components"]["schemas"]
    lines = [f"### `{name}`", operation["summary"] + " *Public.*" * (not operation["security"])]
    if text := operation.get("description"):
        lines.append(text)
    for parameter in operation.get("parameters", ()):
        if told := parameter.get("description"):
            lines.append(f"`?{parameter['name']}=`: {told}")
    told = [_answer(status, answer, shapes) for status, answer in operation["responses"].items()]
    body = operation.get("requestBody")
    sent = [f"body {_shape(body['content']['application/json']['schema'], shapes)}"] if body else []
    lines.append("\n".join(["```", *sent, *filter(None, told), "```"]))
    if errors := _errors(operation, description["components"]["responses"]):
        lines.append(fill(f"Errors: {errors}.", LINE, break_on_hyphens=False))
    return "\n\n".join(lines) + "\n"


def _answer(status: str, answer: Json, shapes: Json) -> str:
    """Return the line of a success; errors are listed below the shapes."""
    if int(status) >= ERROR:
        return ""
    (media, content), *_ = answer.get("content", {"": None}).items() or [("", None)]
    if not content:
        return status
    is_json = media == "application/json"
    return f"{status} {_shape(content['schema'], shapes) if is_json else media}"


def _errors(operation: Json, responses: Json) -> str:
    told = []
    for status, answer in operation["responses"].items():
        if int(status) >= ERROR:
            schema = responses[answer["$ref"].rpartition("/")[2]]["content"]["application/json"]
            codes = schema["schema"]["allOf"][1]["properties"]["code"]["enum"]
            own = [code for code in codes if code not in _general(operation)]
            told += [f"{status} `{code}`" for code in own]
    return ", ".join(told)


def _general(operation: Json) -> set[str]:
    with_body = ANY_BODY if "requestBody" in operation else ()
    return {*with_body, *ANY_CALL, Code.SIGNED_OUT, Code.ACCOUNT_ERASED, Code.FOREIGN_ORIGIN}


def _shape(schema: Json, shapes: Json, depth: int = 0) -> str:
    """Return a JSON schema as a reader writes it: `{ id: string, label?: string | null }`."""
    if "$ref" in schema:
        return _shape(shapes[schema["$ref"].rpartition("/")[2]], shapes, depth)
    if "anyOf" in schema:
        return " | ".join(_shape(part, shapes, depth) for part in schema["anyOf"])
    if "enum" in schema or "const" in schema:
        return " | ".join(json.dumps(value) for value in schema.get("enum", [schema.get("const")]))
    return (
        _object(schema, shapes, depth) if "properties" in schema else _other(schema, shapes, depth)
    )


def _object(schema: Json, shapes: Json, depth: int) -> str:
    required = schema.get("required", ())
    fields = [
        f"{name}{'' if name in required else '?'}: {_shape(part, shapes, depth + 1)}"
        for name, part in schema["properties"].items()
    ]
    one_line = f"{{ {', '.join(fields)} }}"
    if len(one_line) + INDENT * depth <= WIDTH and "\n" not in one_line:
        return one_line
    inner = " " * INDENT * (depth + 1)
    return "{\n" + ",\n".join(inner + field for field in fields) + f"\n{inner[:-INDENT]}}}"


def _other(schema: Json, shapes: Json, depth: int) -> str:
    if schema.get("type") == "array":
        return f"[ {_shape(schema['items'], shapes, depth)} ]"
    values = schema.get("additionalProperties")
    if isinstance(values, dict):
        return f"{{ <name>: {_shape(values, shapes, depth)} }}"
    return str(schema.get("type", "anything"))


def _said(codes: tuple[Code, ...]) -> str:
    return ", ".join(f"{STATUS.get(code, 422)} `{code.value}`" for code in codes)


if __name__ == "__main__":
    main()
