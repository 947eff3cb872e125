"""Documents stay true: settings, the proxy that is run, the files that they name, their form."""

import re
from pathlib import Path

from backend.config import Config
from tests.sources import ROOT

README = (ROOT / "README.md").read_text()


def test_the_settings_of_the_readme_are_those_of_the_server():
    told = dict(re.findall(r"^\| `([A-Z_]+)` \|\s*`?([^`|]*?)`?\s*\|", README, re.M))

    assert told == _defaults()


def test_the_example_of_an_environment_lists_each_setting_with_a_comment():
    lines = (ROOT / ".env.example").read_text().partition("\n\n")[2].splitlines()
    comments, settings = lines[::2], lines[1::2]

    assert dict(line.removeprefix("#").split("=", 1) for line in settings) == _defaults()
    assert [c for c in comments if not re.fullmatch(r"# \S.*\.", c)] == []


def test_the_proxy_of_the_readme_is_the_one_that_is_run():
    blocks = re.findall(r"```\n(\{\$EARSHOT_SITE\}.*?)```", README, re.S)
    caddyfile = (ROOT / "deploy/Caddyfile").read_text()
    without_comments = re.sub(r"^\s*#.*\n", "", caddyfile, flags=re.M).strip()

    assert [block.strip() for block in blocks] == [without_comments]


def _defaults() -> dict[str, str]:
    return {name.upper(): _written(default) for name, default in Config()}


def _written(default: object) -> str:
    if isinstance(default, bool):
        return str(default).lower()
    is_inside = isinstance(default, Path) and default.is_absolute()
    return str(default.relative_to(ROOT)) if is_inside else str(default)
