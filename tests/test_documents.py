"""Documents stay true: settings, the files that they name, their form."""

import re
from pathlib import Path

import pytest

from backend.config import Config
from backend.db import db
from backend.schema.kinds import KINDS
from tests.sources import ROOT, committed, name_of

DOCUMENTS = committed("*.md")
# Rows of a table cannot be broken; the longest names the push services.
LINE, ROW = 120, 200
# What a document may name although it is made only when something runs.
MADE = {"instance/", "pwa/dist", "pwa/node_modules", "test-results/"}


def test_the_settings_that_are_explained_are_those_of_the_server() -> None:
    running = (ROOT / "docs/running.md").read_text()
    told = dict(re.findall(r"^\| `([A-Z_]+)` \|\s*`?([^`|]*?)`?\s*\|", running, re.M))

    assert told == _defaults()


def test_the_example_of_an_environment_lists_each_setting_with_a_comment() -> None:
    lines = (ROOT / ".env.example").read_text().partition("\n\n")[2].splitlines()
    comments, settings = lines[::2], lines[1::2]

    assert dict(line.removeprefix("#").split("=", 1) for line in settings) == _defaults()
    assert [c for c in comments if not re.fullmatch(r"# \S.*\.", c)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_lines_are_short_enough_to_be_read_anywhere(document: Path) -> None:
    lines = document.read_text().splitlines()

    assert [line for line in lines if len(line) > (ROW if line.startswith("|") else LINE)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_link_leads_to_a_file_and_a_heading_that_exist(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)|src=\"([^\"]+)\"", document.read_text())
    ours = [link or picture for link, picture in links if "://" not in link]

    assert [link for link in ours if not _leads_somewhere(document, link)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_every_path_that_is_named_exists(document: Path) -> None:
    named = set(re.findall(r"`([\w.*/-]+)`", document.read_text()))
    tops = {path.name for path in ROOT.iterdir() if path.is_dir()}
    paths = {name for name in named if "/" in name and name.split("/")[0] in tops} - MADE

    assert [path for path in paths if not any(ROOT.glob(path.rstrip("/")))] == []


def test_every_make_target_that_is_named_exists() -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", _text("Makefile"), re.M))
    named = {n for path in DOCUMENTS for n in re.findall(r"`make ([a-z0-9-]+)", path.read_text())}

    assert named - targets == set()


def test_every_heading_that_the_code_refers_to_exists() -> None:
    refers = re.compile(r"(docs/\w+\.md),? \"([^\"]+)\"")
    texts = [path.read_text() for path in committed("*.py", "*.ts", "*.tsx")]
    told = {found for text in texts for found in refers.findall(text)}

    assert [place for place in told if f"## {place[1]}\n" not in _text(place[0])] == []


def test_the_kinds_and_tables_that_are_explained_are_all_there_are() -> None:
    kinds, tables = (_first_column(heading) for heading in ("Records", "The server's tables"))

    assert kinds == list(KINDS)
    assert set(tables) == set(db.metadata.tables)


def test_every_function_that_is_explained_is_exported() -> None:
    rows = re.findall(r"^\| `(\w+\.ts)` \| (.+?) \|", _text("docs/data.md"), re.M)
    named = [(file, name) for file, names in rows for name in re.findall(r"`(\w+)`", names)]

    assert len(named) > 40
    assert [pair for pair in named if not _is_exported(*pair)] == []


def test_the_index_lists_every_document() -> None:
    index = (ROOT / "docs/README.md").read_text()
    names = {path.name for path in committed("docs/*.md")} - {"README.md"}

    assert names == set(re.findall(r"^- \[(\w+\.md)\]\(\1\)", index, re.M))


def test_the_index_of_decisions_lists_every_decision() -> None:
    index, decisions = _text("docs/decisions.md").split("\n## 2", 1)
    headings = re.findall(r"^## (.+)$", f"\n## 2{decisions}", re.M)

    assert sorted(re.findall(r"\(#([^)]+)\)", index)) == sorted(map(_anchor, headings))


def _leads_somewhere(document: Path, link: str) -> bool:
    name, _, anchor = link.partition("#")
    target = document.parent / name if name else document
    headings = re.findall(r"^#+ (.+)$", target.read_text(), re.M) if anchor else []
    return target.exists() and (not anchor or anchor in map(_anchor, headings))


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _first_column(heading: str) -> list[str]:
    section = _text("docs/data.md").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(\w+)`", section, re.M)


def _is_exported(file: str, name: str) -> bool:
    path = ROOT / "pwa/src/data" / file
    return path.exists() and bool(re.search(rf"^export .*\b{name}\b", path.read_text(), re.M))


def _text(name: str) -> str:
    return (ROOT / name).read_text()


def _defaults() -> dict[str, str]:
    return {name.upper(): _written(default) for name, default in Config()}


def _written(default: object) -> str:
    if isinstance(default, bool):
        return str(default).lower()
    if isinstance(default, Path) and default.is_absolute():
        return str(default.relative_to(ROOT))
    return str(default)
