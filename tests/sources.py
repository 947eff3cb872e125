"""Reads the project's own source files for the house rules: names, text, imports, functions."""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
IMPORT = re.compile(
    r"""(?:^|\n)\s*(?:import|export)\b[^"';]*?["']([^"']+)["']|import\(["']([^"']+)"""
)
COMMENT = re.compile(r"/\*(.*?)\*/|(?<![:\"'])//([^\n]*)", re.S)
EXPORTED_FUNCTION = re.compile(
    r"^export (?:default )?(?:async )?function \*?\w+|^export const \w+ = (?:async )?\(", re.M
)


@dataclass(frozen=True)
class Function:
    """One Python function: where it stands, how long it is, how much it takes."""

    place: str
    name: str
    lines: int
    arguments: int


def committed(*patterns: str) -> list[Path]:
    """List the project's files, committed or about to be, that match git's patterns."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [ROOT / name for name in names.splitlines() if (ROOT / name).exists()]


def name_of(path: Path) -> str:
    """Return a file's name as the project says it, from its own root."""
    return path.relative_to(ROOT).as_posix()


def python_functions(path: Path) -> Iterator[Function]:
    """Return every function of a Python file, methods and nested ones too."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            taken = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            arguments = sum(argument.arg not in ("self", "cls") for argument in taken)
            lines = (node.end_lineno or 0) - node.lineno + 1
            yield Function(name_of(path), node.name, lines, arguments)


def docstrings(path: Path) -> Iterator[str]:
    """Yield every docstring of a Python file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""


def comments(path: Path) -> Iterator[str]:
    """Yield every comment of a TypeScript file, without its signs."""
    for block, line in COMMENT.findall(path.read_text()):
        yield re.sub(r"\n\s*\*+", "\n", block or line).strip("* \n")


def undocumented_exports(path: Path) -> Iterator[str]:
    """Yield the functions that a TypeScript file exports without a TSDoc comment before them."""
    text = path.read_text()
    for export in EXPORTED_FUNCTION.finditer(text):
        if not text[: export.start()].rstrip().endswith("*/"):
            yield f"{name_of(path)}: {export[0]}"


def python_imports(path: Path) -> set[str]:
    """Return which modules of ours a Python file imports, by their dotted names."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found & {module_of(path) for path in committed("backend/*.py")}


def browser_imports(path: Path) -> set[str]:
    """Return what a TypeScript file imports: our files from `pwa/src`, others by package name."""
    found = {first or second for first, second in IMPORT.findall(path.read_text())}
    return {_resolved(path, name) if name.startswith(".") else name for name in found}


def circles(imports: dict[str, set[str]]) -> list[list[str]]:
    """Return each chain of imports that comes back to where it began."""
    found: list[list[str]] = []
    done: set[str] = set()

    def follow(name: str, trail: list[str]) -> None:
        if name in trail:
            found.append([*trail[trail.index(name) :], name])
        elif name not in done:
            for other in sorted(imports.get(name, ())):
                follow(other, [*trail, name])
            done.add(name)

    for name in sorted(imports):
        follow(name, [])
    return found


def module_of(path: Path) -> str:
    """Return the dotted name under which a Python file is imported."""
    dotted = name_of(path).removesuffix(".py").replace("/", ".")
    return dotted.removesuffix(".__init__")


def _resolved(importer: Path, name: str) -> str:
    target = (importer.parent / re.sub(r"\?.*$", "", name)).resolve()
    for ending in ("", ".ts", ".tsx", "/index.ts", "/index.tsx"):
        candidate = Path(f"{target}{ending}")
        if candidate.is_file():
            return candidate.relative_to(ROOT / "pwa/src").as_posix()
    return name
