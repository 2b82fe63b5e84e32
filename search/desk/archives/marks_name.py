"""By which name the marks of a library are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.marks.carried_over import carried_over
from search.user_folders import user_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from search.archive_options import Archives
    from search.library import Location


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
    before is carried over.

    Args:
        where: the library.
        former: its name as any library has it.
        archives: those with names.
        data: where is kept what the reader did; the user's data folder when None.
        tell: hears of what can't be carried over.
    """
    if where.archive is None:
        return former
    name = next((one.name for one in archives if one.name and one.address == where.archive), "")
    return (
        carried_over(f"archive {name}", former, data or user_folder("data"), tell)
        if name
        else former
    )
