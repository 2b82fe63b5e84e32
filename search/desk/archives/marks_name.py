"""By which name the marks of a library are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.desk.archives.former_names import FormerNames
from search.marks.carried_over import carried_over, kept_libraries
from search.user_folders import user_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.archive_options import Archives
    from search.library import Location

_NAMED = "archive "
"""Before the name of an archive in that of its marks."""


def marks_name(
    where: Location,
    former: str,
    archives: Archives,
    data: Path | None,
    tell: Callable[[str], object],
) -> str:
    """Give the name by which what was marked in a library is kept.

    An archive that has a name in the settings is known by it, however it was named when it was
    opened, so that its marks stay where it moves to another address. What was kept by its address
    before, or by another name that it had at this address, is carried over.

    Args:
        where: the library.
        former: its name as any library has it.
        archives: those with names.
        data: where is kept what the reader did; the user's data folder when None.
        tell: hears of what can't be carried over, and of names whose archive isn't known.
    """
    if where.archive is None:
        return former
    folder = data or user_folder("data")
    name = next((one.name for one in archives if one.name and one.address == where.archive), "")
    names = {one.name for one in archives}
    before = FormerNames(folder)
    own = f"{_NAMED}{name}" if name else former
    others = [former] if name else []
    for other in others + [_NAMED + old for old in before.of(where.archive, names)]:
        if carried_over(own, other, folder, tell) != own:
            return other
    if name:
        _tell_of_unknown(name, names, before, folder, tell)
        before.note(name, where.archive)
    return own


def _tell_of_unknown(
    name: str,
    names: set[str],
    before: FormerNames,
    folder: Path,
    tell: Callable[[str], object],
) -> None:
    """Tell of marks whose archive may be this one, as nothing is kept of it by its name."""
    kept = kept_libraries(folder, _NAMED, tell)
    if name in kept:
        return
    lost = [one for one in kept if one not in names and one not in before]
    if lost:
        tell(
            f'there are marks of "{lost[0]}", a name that no archive in the settings has: if "{name}" is'
            f' that archive, name it "{lost[0]}" once more and open it; renamed then, it keeps them'
        )
