"""From the table that a settings file holds to settings: each value is checked, none is trusted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from search import CITATION_STYLES, did_you_mean
from tui.settings.key_choices import read_keys
from tui.settings.own_themes import read_themes
from tui.settings.problem_list import ProblemList, short, unknown
from tui.settings.settings_value import (
    COLUMN,
    LEAST_MEMORY,
    LINEAR,
    MEMORY,
    MOST_MEMORY,
    MOST_UPDATE,
    NARROWEST,
    UPDATE,
    WATCH,
    WIDEST,
    Settings,
)
from tui.settings.word_list_table import read_word_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from search import Archives, ChosenColumns, CitationStyle

_NAMES = frozenset(
    (
        "library theme column memory names citation columns keys themes words linear archives watch "
        "cookies hosts update"
    ).split()
)


def read_table(table: Mapping[str, object], text: str, path: Path) -> Settings:
    """Check a table, parsed from `text`; what can't be used is a problem and falls back.

    Args:
        table: the values.
        text: what they were parsed from, for the lines of problems.
        path: the file; the files of word lists are named from its folder.
    """
    problems = ProblemList(text)
    library = _path(table, "library", problems)
    cookies = _path(table, "cookies", problems)
    theme = _theme(table.get("theme"), problems)
    column = _whole(table, "column", COLUMN, (NARROWEST, WIDEST), problems)
    memory = _whole(table, "memory", MEMORY, (LEAST_MEMORY, MOST_MEMORY), problems)
    names = _pattern(table.get("names", {}), problems)
    citation = _citation(table.get("citation", CITATION_STYLES[0]), problems)
    columns = _columns(table.get("columns", {}), problems)
    keys = read_keys(table.get("keys", {}), problems)
    themes = read_themes(table.get("themes", {}), problems)
    words = read_word_lists(table.get("words", {}), path.parent, problems)
    linear = _flag(table, "linear", LINEAR, problems)
    watch = _flag(table, "watch", WATCH, problems)
    archives = _archives(table.get("archives", {}), path.parent, problems)
    update = _whole(table, "update", UPDATE, (0, MOST_UPDATE), problems)
    hosts = _hosts(table.get("hosts", ""), problems)
    for name in table:
        if name not in _NAMES:
            meant = did_you_mean(name, sorted(_NAMES))
            problems.add((name,), f'"{short(name)}" means nothing here{meant}')
    given = _given(table, problems, names=bool(names), keys=keys)
    return Settings(
        library,
        theme,
        column,
        memory,
        names,
        citation,
        columns,
        keys,
        themes,
        words,
        linear,
        archives,
        watch,
        hosts,
        update,
        problems.problems(),
        given,
        cookies,
    )


def _given(
    table: Mapping[str, object], problems: ProblemList, *, names: bool, keys: Mapping[str, str]
) -> frozenset[str]:
    """Name the settings that the file has and that can be used."""
    plain = {
        name
        for name in _NAMES - {"names", "keys"}
        if table.get(name) not in ({}, None) and not problems.concerns(name)
    }
    named = {"names.pattern"} if names else set()
    return frozenset(plain | named | {f"keys.{name}" for name in keys})


def _theme(value: object, problems: ProblemList) -> str | None:
    if value is None or (isinstance(value, str) and value):
        return value
    problems.add(("theme",), "theme wants a name in quotes")
    return None


def _path(table: Mapping[str, object], name: str, problems: ProblemList) -> Path | None:
    value = table.get(name)
    if value is None or (isinstance(value, str) and value and "\0" not in value):
        return Path(value) if value else None
    problems.add((name,), f"{name} wants a path in quotes")
    return None


def _archives(chosen: object, folder: Path, problems: ProblemList) -> Archives:
    """Give the archives below [archives]."""
    if chosen == {}:
        return ()
    from tui.settings.archive_table import read_archives  # noqa: PLC0415 - for few, as below

    return read_archives(chosen, folder, problems)


def _hosts(value: object, problems: ProblemList) -> tuple[str, ...]:
    """Give names of hosts, in lower case; what are none is a problem."""
    names = value.lower().replace(",", " ").split() if isinstance(value, str) else []
    if not isinstance(value, str) or any("/" in name for name in names):
        problems.add(("hosts",), "hosts wants names in quotes, with commas between")
        return ()
    return tuple(names)


def _flag(table: Mapping[str, object], name: str, without: object, problems: ProblemList) -> bool:
    """Give whether something is on; what is neither is a problem, and as without it."""
    value = table.get(name, without)
    if not isinstance(value, bool):
        problems.add((name,), f"{name} wants true or false")
        return bool(without)
    return value


def _citation(chosen: object, problems: ProblemList) -> CitationStyle:
    """Give a style of citations; what is none is a problem."""
    for style in CITATION_STYLES:
        if chosen == style:
            return style
    problems.add(("citation",), f"citation wants one of {', '.join(CITATION_STYLES)}")
    return CITATION_STYLES[0]


def _pattern(chosen: object, problems: ProblemList) -> str:
    """Give the pattern of the table [names]; what can't be used is a problem."""
    pattern = chosen.get("pattern", "") if isinstance(chosen, dict) else None
    if not isinstance(chosen, dict) or not isinstance(pattern, str):
        problems.add(("names",), 'names wants a table, [names], with pattern = "…"')
        return ""
    for key in chosen:
        if key != "pattern":
            problems.add(("names", key), f"names has no {unknown(key, ['pattern'])}")
    if not pattern:
        return ""
    from search import pattern_fault  # noqa: PLC0415 - it loads what reads names, for few

    if why := pattern_fault(pattern):
        problems.add(("names", "pattern"), f"the pattern of names {why}")
        return ""
    return pattern


def _columns(chosen: object, problems: ProblemList) -> ChosenColumns:
    """Give the tables below [columns], by the patterns that name them; what is no name is a problem."""
    if not isinstance(chosen, dict) or not all(isinstance(one, dict) for one in chosen.values()):
        problems.add(("columns",), 'columns wants tables, [columns."*.csv"], with title = "…"')
        return ()
    if not chosen:
        return ()
    from search import COLUMN_ROLES  # noqa: PLC0415 - for few, as above

    found: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    for pattern, columns in chosen.items():
        named: list[tuple[str, str]] = []
        for role, name in columns.items():
            path = ("columns", pattern, role)
            if role not in COLUMN_ROLES:
                problems.add(
                    path, f"no column of {short(pattern)} holds {unknown(role, COLUMN_ROLES)}"
                )
            elif not isinstance(name, str) or not name.strip():
                problems.add(path, f"{role} of {short(pattern)} wants a name in quotes")
            else:
                named.append((role, name))
        found.append((pattern, tuple(named)))
    return tuple(found)


def _whole(
    table: Mapping[str, object],
    name: str,
    without: int,
    bounds: tuple[int, int],
    problems: ProblemList,
) -> int:
    """Give a whole number within bounds, to which one beyond them is brought."""
    value = table.get(name, without)
    if isinstance(value, bool) or not isinstance(value, int):
        problems.add((name,), f"{name} wants a whole number")
        return without
    least, most = bounds
    kept = max(least, min(most, value))
    if kept != value:
        problems.add((name,), f"{name} goes from {least} to {most}, so {kept} is taken")
    return kept
