"""Each fault of an archive is one line with exit code 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from archive_perils import PERILS
from false_archive import false_archive

from search.engine.opensearch import archive_connection
from search.engine.opensearch.nodes import archive_node

if TYPE_CHECKING:
    from pathlib import Path

    from archive_perils import Peril

    from tests.tui.cli.conftest import Run


@pytest.fixture(autouse=True)
def quick(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give up early, so that no test waits; gives the settings file."""
    assert run("--version").code == 0  # its folders are set first
    monkeypatch.setattr(archive_connection, "PATIENCE", 0.0)
    monkeypatch.setattr(archive_node, "LARGEST_ANSWER", 1 << 20)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "diptych").mkdir(parents=True)
    return tmp_path / "config" / "diptych" / "settings.toml"


@pytest.mark.parametrize("peril", PERILS, ids=lambda one: one.name)
def test_a_fault_is_said_in_one_line(run: Run, quick: Path, peril: Peril) -> None:
    with false_archive() as archive:
        quick.write_text(f'[archives.desk]\naddress = "{archive.address}"\ntimeout = 1\n')
        peril.befall(archive)
        done = run("search", "harbour", "desk")
        assert (done.code, done.out) == (3, "")
        assert done.err.count("\n") == 1
        assert f"{archive.address}: {peril.said}" in done.err
        archive.recover()
        assert run("search", "harbour", "desk").code == 0


def test_the_doctor_says_what_is_wrong_with_an_archive(run: Run) -> None:
    with false_archive() as archive:
        done = run("doctor", str(archive.address), "--json")
        checks = {one["name"]: one for one in done.document["checks"]}
        assert "that Diptych pushed" in checks["index"]["value"]
        archive.answers = [(403, b"{}")]
        done = run("doctor", str(archive.address), "--json")
        checks = {one["name"]: one for one in done.document["checks"]}
        assert (done.code, checks["archive"]["ok"]) == (3, False)
        assert "may not do that" in checks["archive"]["value"]


def test_nobody_there_is_said(run: Run) -> None:
    with false_archive() as archive:
        address = str(archive.address)
    done = run("search", "x", address)
    assert (done.code, done.err.count("\n")) == (3, 1)
    assert "nothing answers there: the connection was refused" in done.err
    done = run("search", "x", "opensearch://nowhere.invalid/news")
    assert (done.code, done.err.count("\n")) == (3, 1)
    assert "there is no such host" in done.err
