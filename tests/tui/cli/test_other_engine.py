"""Every verb on an engine in memory: what is printed is that of the embedded one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from engines import in_memory
from memory_engine import MemoryEngine

from search import bundled
from search.engine import State

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run

DW = "dw-guaido-seeks-pentagon-talks.txt"
INDEPENDENT = "independent-direct-contact-with-military.txt"
VOLATILE = {"took_ms", "seconds", "score", "engine"}
"""What differs from run to run, or from engine to engine on purpose."""
VERBS: dict[str, tuple[str, ...]] = {
    "index": ("index", "--json"),
    "search": ("search", "pompeo", "--sort", "newest", "--json"),
    "a misspelt search": ("search", "pomepo", "--json"),
    "a search that finds nothing": ("search", "xylophone", "--json"),
    "show": ("show", DW, "--json"),
    "show all": ("show", "--all"),
    "concordance": ("concordance", "sanctions", "--json"),
    "compare": ("compare", DW, INDEPENDENT, "--json"),
    "compare as text": ("compare", DW, INDEPENDENT),
    "compare as a page": ("compare", DW, INDEPENDENT, "--html"),
    "sources": ("sources", "DW", "The Independent", "--json"),
}


@pytest.fixture
def own_home(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run with a home of its own, whose caches are empty."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "100")
    return run


def steady(value: Any) -> Any:
    """Leave out what differs from run to run."""
    if isinstance(value, dict):
        return {key: steady(one) for key, one in value.items() if key not in VOLATILE}
    if isinstance(value, list):
        return [steady(one) for one in value]
    return value


def documents(out: str) -> list[Any]:
    if not out.startswith("{"):
        return [out]
    try:
        return [steady(json.loads(out))]
    except ValueError:
        return [steady(json.loads(line)) for line in out.splitlines()]


@pytest.mark.parametrize("texts", [False, True], ids=["texts in files", "texts in the engine"])
@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_says_the_same(
    own_home: Run, monkeypatch: pytest.MonkeyPatch, verb: str, *, texts: bool
) -> None:
    asked = [*VERBS[verb], "--library", str(bundled())]
    embedded = own_home(*asked)
    in_memory(monkeypatch, texts=texts)
    other = own_home(*asked)
    assert documents(other.out) == documents(embedded.out)
    assert (other.code, other.err) == (embedded.code, embedded.err)


@pytest.mark.parametrize("asked", [("rivals", DW), ("rivals", "--all"), ("stories",)])
def test_verbs_that_weigh_answer_in_the_same_shape(
    own_home: Run, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...]
) -> None:
    how = [*asked, "--library", str(bundled()), *([] if "--all" in asked else ["--json"])]
    embedded = own_home(*how)
    in_memory(monkeypatch)
    other = own_home(*how)
    assert other.code == embedded.code == 0
    assert [one.keys() for one in documents(other.out)] == [
        one.keys() for one in documents(embedded.out)
    ]


def test_a_list_of_pairs(own_home: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.tsv"
    pairs.write_text(f"{DW}\t{INDEPENDENT}\n{DW}\tnowhere\n")
    asked = ("compare", "--pairs", str(pairs), "--library", str(bundled()))
    embedded = own_home(*asked)
    in_memory(monkeypatch, texts=True)
    other = own_home(*asked)
    assert (other.code, documents(other.out)) == (embedded.code, documents(embedded.out))
    assert other.code == 3


def test_the_doctor_needs_no_disk(own_home: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    in_memory(monkeypatch)
    done = own_home("doctor", "--library", str(bundled()), "--json")
    checks = {check["name"]: check for check in done.document["checks"]}
    assert checks["index"]["value"] == "none yet; the first search builds it"
    assert checks.keys().isdisjoint({"cache", "space", "lock"})
    own_home("index", str(bundled()))
    again = own_home("doctor", "--library", str(bundled()), "--json").document
    (index,) = [check for check in again["checks"] if check["name"] == "index"]
    assert index["value"] == "ready, 5 articles, memory"


def test_a_total_that_is_not_exact_says_so(own_home: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    in_memory(monkeypatch, most_counted=2)
    asked = ("search", "venezuela", "--limit", "1", "--library", str(bundled()))
    document = own_home(*asked, "--json").document
    assert (document["total"], document["exact"]) == (2, False)
    said = own_home(*asked).out
    assert said.startswith("at least 2 articles: ")
    assert "… and at least 1 more" in said


def test_a_total_at_least_leaves_nothing_out(
    own_home: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_memory(monkeypatch, most_counted=2)
    done = own_home("show", "--all", "--library", str(bundled()))
    assert len(done.lines) == 5
    uses = own_home("concordance", "pompeo", "--library", str(bundled()), "--json").document
    assert len(uses["sources"]) == 2
    assert len({line["id"] for line in uses["lines"]}) == 3


def test_the_doctor_says_what_cant_be_reached_and_where(
    own_home: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_memory(monkeypatch)
    gone = State("unreachable", "connection refused")
    monkeypatch.setattr(MemoryEngine, "state", lambda _: gone)
    done = own_home("doctor", "--library", str(bundled()), "--json").document
    (index,) = [check for check in done["checks"] if check["name"] == "index"]
    assert index["value"] == "this process: unreachable: connection refused"
    assert index["mend"] == "start it, or mend the way to it"
