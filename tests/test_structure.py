"""The structure of the house: what a stranger who looks for a place may rely on."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.message import Message
from textual.message_pump import MessagePump

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGES = ("search", "tui")
REPEATED = {"__init__", "__main__", "screen", "text"}
"""Names of modules that the layout repeats on purpose."""
MOST_MODULES = 20
MOST_LINES = 300
MOST_ANCESTORS = 2
MOST_LINES_OF_APP = 120


def modules() -> list[Path]:
    return sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def test_no_module_is_called_like_another() -> None:
    names = Counter(path.stem for path in modules())
    assert [name for name, count in names.items() if count > 1 and name not in REPEATED] == []


def test_every_folder_fits_a_screen() -> None:
    folders = Counter(path.parent for path in modules() if path.stem != "__init__")
    assert [str(at) for at, count in folders.items() if count > MOST_MODULES] == []


def test_no_module_is_too_long() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert [str(path) for path, lines in lengths.items() if lines > MOST_LINES] == []
    assert lengths[ROOT / "tui" / "app.py"] <= MOST_LINES_OF_APP


def classes() -> list[type]:
    """Give every class of the reader that handles messages."""
    found = [
        value
        for path in modules()
        if path.is_relative_to(ROOT / "tui") and path.stem != "__main__"
        for value in vars(import_module(dotted(path))).values()
        if inspect.isclass(value) and issubclass(value, MessagePump)
    ]
    return sorted({one for one in found if ours(one)}, key=lambda one: one.__qualname__)


def ours(one: type) -> bool:
    return one.__module__.split(".")[0] in PACKAGES


@pytest.mark.parametrize("one", classes(), ids=lambda one: one.__name__)
def test_few_classes_of_our_own_stand_above_another(one: type) -> None:
    above = [base for base in one.__mro__[1:] if ours(base)]
    assert len(above) <= MOST_ANCESTORS


@pytest.mark.parametrize("one", classes(), ids=lambda one: one.__name__)
def test_no_message_is_handled_by_several_ancestors(one: type) -> None:
    handlers = Counter(
        name for base in one.__mro__ if ours(base) for name in vars(base) if name.startswith("on_")
    )
    assert [name for name, count in handlers.items() if count > 1] == []


def message_handlers() -> set[str]:
    """Give the names by which any message there is would be handled."""
    found: set[str] = set()
    wanted = Message.__subclasses__()
    while wanted:
        kind = wanted.pop()
        found.add(kind.handler_name)
        wanted += kind.__subclasses__()
    return found


@pytest.mark.parametrize("one", classes(), ids=lambda one: one.__name__)
def test_what_handles_a_message_is_called_as_a_message_is(one: type) -> None:
    handled = {name for name in vars(one) if name.startswith("on_")}
    assert sorted(handled - message_handlers()) == []


def imports(path: Path, known: set[str]) -> Iterator[str]:
    """Yield the modules of ours that one needs to run, also those it imports within functions."""
    tree = ast.parse(path.read_text("utf-8"))
    for_types = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and "TYPE_CHECKING" in ast.dump(branch.test)
        for statement in branch.body
        for node in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if id(node) in for_types:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module in known:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            within = [name for name in inner if name in known]
            yield from within
            if len(within) < len(inner):
                yield node.module


def test_no_import_leads_back_to_where_it_came_from() -> None:
    known = {dotted(path): path for path in modules()}
    needs = {name: sorted(set(imports(path, set(known))) - {name}) for name, path in known.items()}
    done: set[str] = set()
    circles: list[str] = []

    def visit(name: str, way: tuple[str, ...]) -> None:
        if name in way:
            circles.append(" > ".join([*way[way.index(name) :], name]))
        elif name not in done:
            for other in needs[name]:
                visit(other, (*way, name))
            done.add(name)

    for name in needs:
        visit(name, ())
    assert circles == []
