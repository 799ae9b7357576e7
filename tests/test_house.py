"""The house's own rules, as far as linters cannot hold them: sizes, words in front, who may import what."""

import ast
from functools import cache
from pathlib import Path
from typing import Any

from pages.ui.navigation import ENTRIES

ROOT = Path(__file__).resolve().parent.parent
PURE = ("core", "market", "bots", "forecast", "options", "chat", "traders", "scoring.py", "ranking", "experiments")
IMPURE = {"os", "time", "socket", "sqlalchemy", "urllib", "requests", "dotenv"}
FOLDERS = ("engine", "pages", "personalize_model_parameters")
SHIPPED = [ROOT / "app.py", *(path for name in FOLDERS for path in sorted((ROOT / name).rglob("*.py")))]
WRITTEN = [*SHIPPED, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "benchmarks").rglob("*.py"))]
MARKUP = "_".join(("unsafe", "allow", "html"))  # Streamlit's way to run markup, put together so as to stand nowhere
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def parts(path: Path, kind: Any) -> list[Any]:
    """Every node of this kind in a file, however deep."""
    return [node for node in ast.walk(tree(path)) if isinstance(node, kind)]


def named(path: Path, node: Any = None, what: str = "") -> str:
    """Where a rule is broken, as an editor opens it."""
    place = f":{node.lineno}" if node else ""
    return f"{path.relative_to(ROOT).as_posix()}{place} {what}".rstrip()


def imported(path: Path) -> set[str]:
    """The top names of everything a file imports, wherever in it."""
    plain = {each.name for node in parts(path, ast.Import) for each in node.names}
    return {name.split(".")[0] for name in plain | {node.module or "" for node in parts(path, ast.ImportFrom)}}


def test_every_file_says_what_it_is_for() -> None:
    """A newcomer reads the first line and knows whether to read on; `__init__.py` is empty."""
    silent = [path for path in WRITTEN if path.name != "__init__.py" and not ast.get_docstring(tree(path))]
    full = [path for path in WRITTEN if path.name == "__init__.py" and path.read_text("utf-8")]
    assert [named(path) for path in (*silent, *full)] == []


def test_every_file_is_at_most_300_lines() -> None:
    """What is longer holds two ideas."""
    lines = {path: path.read_text("utf-8").count("\n") for path in WRITTEN}
    assert [named(path, what=f"{count} lines") for path, count in lines.items() if count > 300] == []


def test_every_function_is_at_most_40_lines() -> None:
    """Compiled loops too."""
    found = [(path, each, each.end_lineno - each.lineno + 1) for path in WRITTEN for each in parts(path, Function)]
    assert [named(path, each, f"{each.name} {count} lines") for path, each, count in found if count > 40] == []


def test_every_function_asks_for_at_most_6_things() -> None:
    """Commands may take one argument an option; tests, one a column of their table."""
    found = []
    for path in (path for path in WRITTEN if ROOT / "tests" not in path.parents and path.parent.name != "cli"):
        for each in parts(path, Function):
            given = [*each.args.posonlyargs, *each.args.args, *each.args.kwonlyargs]
            if len([one for one in given if one.arg not in ("self", "cls")]) > 6:
                found.append(named(path, each, each.name))
    assert found == []


def test_nothing_shipped_does_what_is_never_done() -> None:
    """`hash` differs from process to process; markup from outside is code; a blanket catch hides mistakes."""
    found = [named(path, what=MARKUP) for path in SHIPPED if MARKUP in path.read_text("utf-8")]
    for path in SHIPPED:
        calls = [each for each in parts(path, ast.Call) if ast.unparse(each.func) == "hash"]
        caught = [each for each in parts(path, ast.ExceptHandler) if not each.type or "Exception" in names(each.type)]
        found += [named(path, each, ast.unparse(each).splitlines()[0]) for each in (*calls, *caught)]
    assert found == []


def names(node: ast.expr) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def test_pure_code_knows_no_clock_no_network_and_no_database() -> None:
    """The same values in, the same values out, on every machine."""
    pure = [path for path in SHIPPED if set(path.relative_to(ROOT).parts[:2]) & {*PURE} and "engine" in path.parts]
    clocks = [(path, each) for path in pure for each in parts(path, ast.Attribute) if each.attr in ("now", "utcnow")]
    assert len(pure) > 20
    assert [named(path, what=str(imported(path) & IMPURE)) for path in pure if imported(path) & IMPURE] == []
    assert [named(path, each, ast.unparse(each)) for path, each in clocks] == []


def test_only_the_application_and_its_pages_know_streamlit() -> None:
    """The engine runs without a browser."""
    knowing = [path for path in SHIPPED if "streamlit" in imported(path)]
    assert [named(path) for path in knowing if path != ROOT / "app.py" and ROOT / "pages" not in path.parents] == []


def test_the_menu_lists_the_pages_that_there_are() -> None:
    """A page without an entry cannot be reached, an entry without a page cannot be opened."""
    files = {path.stem for path in (ROOT / "pages").glob("*.py")} - {"__init__"}
    assert {entry.file for entry in ENTRIES} == files


def test_a_page_is_at_most_100_lines() -> None:
    """A page reads inputs, calls a service and draws the answer; what is longer does something itself."""
    pages = {path: path.read_text("utf-8").count("\n") for path in (ROOT / "pages").glob("*.py")}
    assert len(pages) > 2
    assert [named(path, what=f"{count} lines") for path, count in pages.items() if count > 100] == []


def test_only_one_file_reads_and_writes_what_a_session_remembers() -> None:
    """Two places that write the same key undo each other."""
    found = [(path, each) for path in SHIPPED for each in parts(path, ast.Attribute) if each.attr == "session_state"]
    assert {path.relative_to(ROOT).as_posix() for path, _ in found} == {"pages/ui/state.py"}


def test_pages_reach_candles_and_desk_through_services() -> None:
    """What a screen may do is a journey: found in one folder, and the command line can do it too."""
    reached = [
        named(path, each, ast.unparse(each))
        for path in SHIPPED
        if ROOT / "pages" in path.parents
        for each in parts(path, ast.Attribute)
        if ast.unparse(each).startswith("engine().") and each.attr in ("candles", "desk", "store", "quotas")
    ]
    assert reached == []


def test_a_hidden_label_carries_no_help() -> None:
    """Streamlit draws the question mark beside the label: where that is hidden, nobody can reach it."""
    found = []
    for path in (path for path in SHIPPED if ROOT / "pages" in path.parents):
        for call in parts(path, ast.Call):
            given = {each.arg for each in call.keywords}
            if {"label_visibility", "help"} <= given:
                found.append(named(path, call))
    assert found == []


def test_the_readme_names_the_two_commands() -> None:
    """Whoever finds the project starts and checks it with what stands there."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert "make run" in readme
    assert "make test" in readme
