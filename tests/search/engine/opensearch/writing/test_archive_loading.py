"""The replicas of an index that is filled for the first time, on a running OpenSearch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from archive_to_test import archive_for_test, ask_archive
from engines import make_article

from search.engine import engine_choice
from search.library import FilesUpdate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from search.archive_address import ArchiveAddress
    from search.engine import Writer
    from search.engine.archive_protocol import Archive

pytestmark = pytest.mark.archive

NOTHING = FilesUpdate((), (), (), "")


@pytest.fixture
def address(tmp_path: Path) -> ArchiveAddress:
    return archive_for_test(tmp_path)


@pytest.fixture
def engine(address: ArchiveAddress) -> Iterator[Archive]:
    engine = engine_choice.open_archive(address)
    yield engine
    engine.close()


def indexes(address: ArchiveAddress) -> dict[str, Any]:
    found: Any = ask_archive("GET", f"/{address.index}-*/_settings?flat_settings=true")
    return {name: one["settings"] for name, one in found.items() if not name.endswith("-state")}


def replicas(address: ArchiveAddress) -> str:
    (settings,) = indexes(address).values()
    return str(settings["index.number_of_replicas"])


def put(writer: Writer) -> None:
    writer.put(make_article("a", "One."))
    writer.save()
    writer.note(NOTHING)


def test_a_new_index_has_no_replicas_while_it_is_filled(
    engine: Archive, address: ArchiveAddress
) -> None:
    def during(writer: Writer) -> str:
        put(writer)
        return replicas(address)

    assert (engine.write(during), replicas(address)) == ("0", "1")
    assert (engine.write(during), replicas(address)) == ("1", "1")


def test_they_come_back_when_the_work_fails(engine: Archive, address: ArchiveAddress) -> None:
    def fails(_: Writer) -> None:
        raise ValueError

    with pytest.raises(ValueError, match=r"\A\Z"):
        engine.write(fails)
    assert replicas(address) == "1"


def test_whoever_writes_next_gives_back_what_a_killed_program_took(
    engine: Archive, address: ArchiveAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = "search.engine.opensearch.archive_engine.Loading.end"
    with monkeypatch.context() as killed:
        killed.setattr(where, lambda _: None)
        engine.write(put)
    assert replicas(address) == "0"
    engine.write(put)
    assert replicas(address) == "1"


def test_an_index_begun_anew_by_a_killed_program_is_removed(
    engine: Archive, address: ArchiveAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.write(put)
    (before,) = indexes(address)
    with monkeypatch.context() as killed:
        for name in ("Loading.end", "ArchiveEngine._settle"):
            where = f"search.engine.opensearch.archive_engine.{name}"
            killed.setattr(where, lambda *_: None)
        engine.write(put, rebuild=True)
    assert len(indexes(address)) == 2
    engine.write(put)
    assert list(indexes(address)) == [before]
    assert replicas(address) == "1"
