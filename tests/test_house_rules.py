"""The house rules of docs/architecture.md, kept by reading the source: imports, sizes, words."""

import ast
import json
import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement

from backend.schema import export
from backend.schema.settings import SettingName
from tests.server_places import MAY_IMPORT as SERVER_MAY_IMPORT
from tests.server_places import may_import as server_may_import
from tests.sources import (
    ROOT,
    browser_imports,
    circles,
    comments,
    committed,
    docstrings,
    module_of,
    name_of,
    python_functions,
    python_imports,
    undocumented_exports,
)

PYTHON = committed("*.py")
SERVER = committed("backend/*.py")
BROWSER = committed("pwa/src/*.ts", "pwa/src/*.tsx")
TYPESCRIPT = committed("pwa/*.ts", "pwa/*.tsx")
WRITTEN = [path for path in (*PYTHON, *TYPESCRIPT) if not path.name.endswith(".gen.ts")]
LOCKS = committed("requirements*.lock", "*package-lock.json")

# What the schema generates holds no database, so that the pure rules may know it too.
SCHEMA = "data/kinds.gen.ts"
# The browser's rooms, and which others each may import from; a screen never another screen.
RULES = {"domain", "trusted_address"}
BROWSER_FLOORS = {
    "main": {"app", "routes", "screens", "notifications", "service_worker", "sync", "data", "ui"},
    "app": {"routes", "screens", "components", "service_worker", "data", "ui", "api"},
    "routes": {"screens", "ui"},
    "screens": RULES | {"components", "notifications", "service_worker", "data", "ui", "api"},
    "components": RULES | {"data", "ui", "api"},
    "notifications": RULES | {"data", "ui", "api"},
    "service_worker": RULES | {"notifications", "sync", "data", "api"},
    "sync": RULES | {"data", "api"},
    "data": RULES,
    "ui": RULES,
    "api": {"data"},
}
# Rooms that hold rooms: which of those may import from which others of the same floor.
ROOMS_WITHIN = {
    "screens": {},
    "components": {
        "event": {"inline_edit"},
        "promise": {"inline_edit"},
        "strengths": {"inline_edit"},
    },
    "domain": {
        "dates": {"own_value.ts"},
        **{
            r: {"dates", "latin_digits.ts", "own_value.ts"}
            for r in ("events", "note_parser", "prompts", "vcard", "warmth")
        },
    },
}
ENTRIES_AT_THE_TOP = 12
WITHOUT_SENSE = {"utils", "helpers", "common", "manager", "service", "base", "misc"}
PLACE_OF_A_MACHINE = re.compile(r"(?<![\w.])/(?:work|home|root|Users)/|/tmp/\w")
ENTRY_POINTS = {"__init__", "__main__", "conftest", "ics_worker", "build.d"}
OLD_BEGINNING = re.compile(r"(?:Give|Say|Let|Tell|Have)s?\b")
OLD_TAG = re.compile(r"^\s*(?:takes|gives|raises|source):", re.M)
PUT_OFF = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")


def test_the_server_imports_down_only() -> None:
    upward = [
        f"{module_of(path)} -> {module}"
        for path in SERVER
        for module in python_imports(path)
        if not server_may_import(module_of(path), module)
    ]

    assert upward == []


def test_no_place_of_the_server_stands_above_itself() -> None:
    assert circles({place: others - {place} for place, others in SERVER_MAY_IMPORT.items()}) == []
    assert set().union(*SERVER_MAY_IMPORT.values()) <= set(SERVER_MAY_IMPORT)


def test_the_browser_imports_down_only() -> None:
    upward = [
        f"{_inside(path)} -> {imported}"
        for path in BROWSER
        for imported in browser_imports(path)
        if _is_ours(imported) and not _may_import(_inside(path), imported)
    ]

    assert upward == []


def test_the_browser_has_few_rooms() -> None:
    entries = {_inside(path).split("/")[0] for path in BROWSER}

    assert len({entry for entry in entries if "." not in entry}) <= ENTRIES_AT_THE_TOP


def test_no_import_comes_back_to_where_it_began() -> None:
    server = {module_of(path): python_imports(path) for path in SERVER}
    browser = {_inside(path): browser_imports(path) for path in BROWSER}

    assert circles(server) == []
    assert circles(browser) == []


def test_only_data_knows_the_database_of_the_browser() -> None:
    importers = {_folder(_inside(path)) for path in BROWSER if "idb" in browser_imports(path)}

    assert importers == {"data"}


def test_only_the_api_file_and_the_worker_fetch() -> None:
    callers = {_inside(path) for path in BROWSER if re.search(r"\bfetch\(", path.read_text())}

    assert "api.ts" in callers
    assert {_folder(caller) for caller in callers} <= {"api", "service_worker"}


def test_only_one_file_knows_web_push() -> None:
    knows = re.compile(r"^\s*(?:from|import) webpush\b", re.M)

    importers = [name_of(path) for path in SERVER if knows.search(path.read_text())]

    assert importers == ["backend/reminders/push/push_sender.py"]


def test_the_schema_alone_says_what_closes_a_record() -> None:
    named = [name_of(path) for path in SERVER if '"dropped_at"' in path.read_text()]

    assert named == ["backend/demo/follow_ups.py", "backend/schema/kinds.py"]


def test_the_names_of_settings_stand_in_the_schema_alone() -> None:
    literal = re.compile("|".join(f'"{name.value}"' for name in SettingName))

    assert [name_of(path) for path in SERVER if literal.search(path.read_text())] == [
        "backend/schema/settings.py"
    ]


def test_moments_are_written_for_json_in_one_place() -> None:
    written = [name_of(path) for path in SERVER if 'timespec="milliseconds"' in path.read_text()]

    assert written == ["backend/db.py"]


def test_files_stay_short() -> None:
    long = [name_of(path) for path in WRITTEN if len(path.read_text().splitlines()) > 300]

    assert long == []


def test_no_file_is_a_splinter() -> None:
    short = [path for path in (*PYTHON, *BROWSER) if len(path.read_text().splitlines()) < 20]

    assert [name_of(path) for path in short if not _is_entry_point(path)] == []


def test_functions_stay_short_and_take_little() -> None:
    functions = [function for path in PYTHON for function in python_functions(path)]
    long = [f for f in functions if f.lines > (25 if f.name.startswith("test_") else 40)]
    greedy = [f for f in functions if f.arguments > 4 and not f.place.startswith("tests/")]

    assert long == []
    assert greedy == []


def test_the_sizes_of_functions_in_the_browser_are_kept_by_its_linter() -> None:
    rules = json.loads((ROOT / "pwa/biome.json").read_text())
    limits = re.findall(r'"noExcessiveLinesPerFunction".*?"maxLines": (\d+)', json.dumps(rules))

    assert limits == ["40", "79", "25"]
    assert '"useMaxParams"' in json.dumps(rules)


def test_every_file_starts_with_a_sentence_on_what_it_is_for() -> None:
    silent = [name_of(path) for path in WRITTEN if not _first_sentence(path).rstrip().endswith(".")]

    assert silent == []


def test_no_docstring_or_comment_is_in_the_old_manner() -> None:
    written = [(path, docstrings(path)) for path in PYTHON]
    written += [(path, comments(path)) for path in TYPESCRIPT if path in WRITTEN]
    old = [f"{name_of(path)}: {t}" for path, texts in written for t in texts if _is_old(t)]

    assert old == []


def test_whatever_the_browser_exports_is_documented() -> None:
    assert [export for path in BROWSER for export in undocumented_exports(path)] == []


def test_names_are_snake_case_and_mean_something() -> None:
    odd = [name_of(path) for path in WRITTEN if not re.fullmatch(r"[a-z0-9_.-]+", path.name)]
    empty = [name_of(path) for path in WRITTEN if path.name.split(".")[0] in WITHOUT_SENSE]

    assert odd == []
    assert empty == []


def test_nothing_is_put_off_and_no_machine_is_named() -> None:
    text = {name_of(path): path.read_text() for path in committed("*") if _is_read_by_people(path)}

    assert [name for name, words in text.items() if PUT_OFF.search(words)] == []
    assert [name for name, words in text.items() if PLACE_OF_A_MACHINE.search(words)] == []


def test_the_schema_written_as_typescript_is_fresh() -> None:
    assert export.TARGET.read_text() == export.as_typescript()


def test_the_locks_name_no_place_to_download_from() -> None:
    assert len(LOCKS) >= 4
    assert [name_of(lock) for lock in LOCKS if re.search(r"https?://", _sources(lock))] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]

    for lock, asked in {
        "requirements.lock": project["dependencies"] + extras["postgres"],
        "requirements-dev.lock": project["dependencies"] + extras["postgres"] + extras["dev"],
        "requirements-bench.lock": project["dependencies"] + extras["postgres"] + extras["bench"],
        "requirements-line.lock": project["dependencies"] + extras["postgres"] + extras["line"],
        "requirements-node.lock": extras["node"],
    }.items():
        locked = dict(re.findall(r"^([\w.-]+)==([\w.]+)", (ROOT / lock).read_text(), re.M))
        wanted = [Requirement(line) for line in asked]
        missing = [w.name for w in wanted if not w.specifier.contains(locked.get(w.name, ""))]
        assert missing == [], lock


def _inside(path: Path) -> str:
    return path.relative_to(ROOT / "pwa/src").as_posix()


def _folder(inside: str) -> str:
    return inside.partition("/")[0].partition(".")[0]


def _is_ours(imported: str) -> bool:
    return (ROOT / "pwa/src" / imported).is_file()


def _may_import(importer: str, imported: str) -> bool:
    floor, other = _folder(importer), _folder(imported)
    if imported == SCHEMA:
        return True
    if floor != other:
        return other in BROWSER_FLOORS.get(floor, set())
    if floor not in ROOMS_WITHIN:
        return True
    room, other_room = importer.split("/")[1], imported.split("/")[1]
    return room == other_room or other_room in ROOMS_WITHIN[floor].get(room, set())


def _first_sentence(path: Path) -> str:
    text = path.read_text()
    if path.suffix == ".py":
        return (ast.get_docstring(ast.parse(text)) or "").split("\n\n")[0]
    comment = re.match(r"\s*(?:/\*\*?(.*?)\*/|//([^\n]*))", text, re.S)
    return (comment.group(1) or comment.group(2)) if comment else ""


def _is_entry_point(path: Path) -> bool:
    return path.stem in ENTRY_POINTS or path.name.startswith("test_")


def _is_old(text: str) -> bool:
    return bool(OLD_BEGINNING.match(text) or OLD_TAG.search(text))


def _is_read_by_people(path: Path) -> bool:
    read = {".py", ".ts", ".tsx", ".css", ".html", ".md", ".json", ".toml", ".sh", ".yml", ""}
    return path.suffix in read and path != Path(__file__) and path not in LOCKS


def _sources(lock: Path) -> str:
    """Return a lock without the addresses of people who ask to be funded."""
    if lock.suffix != ".json":
        return lock.read_text()
    packages = json.loads(lock.read_text())["packages"].values()
    return json.dumps([package.get("resolved", "") for package in packages])
