"""A cache that others can write to isn't believed."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest
from found import storage_of

from search import Desk, bundled, load_first_page
from search.desk.cache_trust import distrust

if TYPE_CHECKING:
    from pathlib import Path

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="no right to give a folder away")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    desk = Desk(bundled(), cache=tmp_path / "cache")
    desk.sync()
    desk.close()
    return tmp_path / "cache"


def refused(cache: Path) -> str | None:
    desk = Desk(bundled(), cache=cache)
    said = storage_of(desk).refused
    assert (load_first_page(bundled(), cache=cache) is None) == (said is not None)
    desk.close()
    return said


def test_a_cache_of_ones_own_is_believed(cache: Path) -> None:
    assert refused(cache) is None
    (home,) = cache.iterdir()
    assert (cache.stat().st_mode & 0o777, home.stat().st_mode & 0o777) == (0o700, 0o700)
    home.chmod(0o755)
    assert refused(cache) is None


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o720, 0o702, 0o3770])
def test_where_others_can_write_nothing_is_believed(cache: Path, mode: int) -> None:
    (home,) = cache.iterdir()
    home.chmod(mode)
    said = refused(cache)
    assert said
    assert said.startswith(f"other users can write to {home}")
    assert said.endswith(f"chmod -R go-w {home}")
    assert "\n" not in said


def test_only_a_base_where_others_cannot_touch_what_is_not_theirs_may_be_shared(
    cache: Path,
) -> None:
    cache.chmod(0o1777)
    assert refused(cache) is None
    cache.chmod(0o777)
    assert str(refused(cache)).startswith(f"other users can write to {cache}")


@pytest.mark.parametrize("name", ["g-*", "g-*/whoosh", "g-*/whoosh/*.toc", "current"])
def test_what_others_can_write_to_further_down_is_found_where_they_may_enter(
    cache: Path, name: str
) -> None:
    (home,) = cache.iterdir()
    (path,) = home.glob(name)
    path.chmod(path.stat().st_mode | 0o020)
    assert refused(cache) is None  # nobody else gets there
    for folder in (parent for parent in path.parents if parent.is_relative_to(home)):
        folder.chmod(0o755)
    assert str(path) in str(refused(cache))


def test_a_link_in_place_of_the_cache_is_not_followed(cache: Path, tmp_path: Path) -> None:
    (home,) = cache.iterdir()
    home.rename(tmp_path / "elsewhere")
    home.symlink_to(tmp_path / "elsewhere")
    assert "is a link" in str(refused(cache))


@AS_ROOT
def test_what_belongs_to_another_user_is_not_believed(cache: Path) -> None:
    (home,) = cache.iterdir()
    for path in (home, cache):
        shutil.chown(path, 4242)
        said = refused(cache)
        assert said
        assert said.startswith(f"{path} belongs to another user (number 4242)")
        assert said.endswith("set XDG_CACHE_HOME to a folder of your own")
        shutil.chown(path, 0)


def test_what_is_not_there_can_be_made(tmp_path: Path) -> None:
    assert distrust(tmp_path / "base", tmp_path / "base" / "folder") is None
