"""The documents other programs rely on."""

from __future__ import annotations

import io
import json
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest
from flood import write_flood
from packing import lines

from search import bundled

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tui.cli.conftest import Run

DW = "dw-guaido-seeks-pentagon-talks.txt"
JAZEERA = "al-jazeera-us-diplomats-leave-venezuela.txt"

Text = (str, type(None))
SIDE = {
    "id": str,
    "path": str,
    "title": Text,
    "source": Text,
    "published": Text,
    "whole": bool,
}
MARKS = {"read": bool, "starred": bool, "tags": [str], "notes": int}
SHAPES: dict[str, Any] = {
    "add": {
        "library": str,
        "added": [{"path": str, "title": Text, "source": Text, "published": Text, "from": str}],
        "changed": [{"path": str, "from": str, "revision": int}],
        "duplicates": [{"from": str, "of": str, "why": str}],
        "failed": [{"from": str, "reason": str}],
        "feeds": [str],
        "seconds": float,
    },
    "update": {
        "library": str,
        "feeds": [
            {
                "url": str,
                "title": str,
                "status": str,
                "added": int,
                "changed": int,
                "reason": Text,
                "next": Text,
            }
        ],
        "added": int,
        "changed": int,
        "failed": int,
        "seconds": float,
    },
    "feeds": {
        "feeds": [
            {
                "url": str,
                "title": str,
                "kind": str,
                "articles": int,
                "checked": Text,
                "failing": int,
            }
        ]
    },
    "revisions": {
        "id": str,
        "path": str,
        "revisions": [{"n": int, "seen": Text, "title": Text, "words": int}],
        "changes": [{"kind": str, "before": Text, "after": Text, "at": (list, type(None))}],
    },
    "mark": {"marked": [{"id": str, "path": str} | MARKS]},
    "notes": {
        "notes": [
            {
                "id": Text,
                "path": str,
                "note": int,
                "text": str,
                "passage": str,
                "at": (list, type(None)),
                "made": str,
                "changed": str,
            }
        ]
    },
    "saved": {
        "searches": [{"name": str, "query": str, "total": int, "unread": int, "new": int}],
    },
    "index": {
        "library": str,
        "articles": int,
        "added": int,
        "changed": int,
        "removed": int,
        "failed": [{"path": str, "reason": str}],
        "seconds": float,
    },
    "search": {
        "query": str,
        "read_as": str,
        "total": int,
        "folded": int,
        "took_ms": float,
        "hits": [
            SIDE
            | {
                "score": float,
                "matches": int,
                "title_spans": [[int]],
                "marks": MARKS,
                "excerpt": {"text": str, "spans": [[int]]},
            }
        ],
        "sources": dict,
        "months": dict,
        "suggestion": Text,
    },
    "concordance": {
        "word": str,
        "total": int,
        "lines": [
            {
                "id": str,
                "path": str,
                "source": Text,
                "published": Text,
                "at": [int],
                "before": str,
                "match": str,
                "after": str,
            }
        ],
        "rates": dict,
        "collocates": [{"word": str, "times": int, "log_dice": float}],
        "clusters": [{"text": str, "times": int}],
        "sources": dict,
        "months": dict,
    },
    "show": SIDE
    | {
        "authors": [str],
        "updated": Text,
        "url": Text,
        "language": Text,
        "words": int,
        "marks": MARKS,
        "blocks": [{"kind": str, "text": str}],
        "evidence": dict,
    },
    "rivals": {
        "article": str,
        "rivals": [SIDE | {"score": float, "same_story": bool, "why": [str]}],
    },
    "stories": {
        "stories": [
            {
                "id": str,
                "title": str,
                "first": Text,
                "last": Text,
                "articles": [str],
                "sources": [str],
                "why": [str],
            }
        ]
    },
    "compare": {
        "left": SIDE,
        "right": SIDE,
        "sentences": {"left": [[int]], "right": [[int]]},
        "links": [{"left": int, "right": int, "score": float, "tier": str}],
        "apart": [[int]],
        "runs": [{"left": [int], "right": [int], "words": int}],
        "shared": {"left": float, "right": float},
        "unmatched": {"left": [int], "right": [int]},
        "vocabulary": [{"word": str, "left": int, "right": int, "z": float}],
        "names": {"both": list, "left": list, "right": list},
        "naming": list,
        "quotes": {"left": list, "right": list},
        "quoted": {"left": float, "right": float},
        "figures": list,
        "took_ms": float,
    },
}


def fits(value: object, shape: Any, where: str = "") -> None:
    """Check that a document has every field of a shape; it may have more."""
    match shape:
        case dict():
            assert isinstance(value, dict), where
            assert shape.keys() <= value.keys(), where
            for name, inner in shape.items():
                fits(value[name], inner, f"{where}.{name}")
        case [inner]:
            assert isinstance(value, list), where
            for one in value:
                fits(one, inner, f"{where}[]")
        case _:
            assert isinstance(value, shape), f"{where}: {value!r}"


@pytest.mark.parametrize(
    "arguments",
    [
        ["index"],
        ["index", "--rebuild"],
        ["search", "pompeo"],
        ["search", "nowhere"],
        ["show", DW],
        ["concordance", "guaido"],
        ["rivals", DW],
        ["revisions", DW],
        ["rivals", DW, "--same-source"],
        ["counterparts", DW],
        ["stories"],
        ["stories", "--claims"],
        ["compare", DW, JAZEERA],
    ],
    ids=" ".join,
)
def test_each_verb_prints_one_document_of_its_shape(run: Run, arguments: list[str]) -> None:
    done = run(*arguments, "--json")
    assert done.out.count("\n") == 1
    fits(done.document, SHAPES[arguments[0].replace("counterparts", "rivals")])
    assert done.err == ""


def test_what_is_kept_is_told_in_documents_of_their_shapes(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))  # the other tests' home is to have no marks
    for arguments in (
        ["mark", DW, "--read", "--note", "Why?", "--tag", "x"],
        ["notes"],
        ["saved", "--add", "oil", "sanctions"],
    ):
        done = run(*arguments, "--json")
        assert (done.code, done.out.count("\n"), done.err) == (0, 1, "")
        fits(done.document, SHAPES[arguments[0]])


def test_what_comes_in_is_told_in_a_document_of_its_shape(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "dump.jsonl"
    file.write_bytes(lines("Anna", "Berta"))
    (tmp_path / "library").mkdir()
    what = [str(file), str(tmp_path / "nothing"), "--to", str(tmp_path / "library")]
    for counts in ((2, 0), (0, 2)):
        done = run("add", *what, "--json")
        assert (done.code, done.out.count("\n")) == (0, 1)
        fits(done.document, SHAPES["add"])
        assert (len(done.document["added"]), len(done.document["duplicates"])) == counts
        assert [one["from"] for one in done.document["failed"]] == [what[1]]


def test_subscriptions_are_told_in_documents_of_their_shapes(run: Run, tmp_path: Path) -> None:
    library = str(tmp_path)
    assert run("feeds", library, "--json").code == 1
    assert run("update", library).code == 1
    (tmp_path / "feeds.toml").write_text('[[feed]]\nurl = "http://127.0.0.1:9/f"\n', "utf-8")
    done = run("update", library, "--json")
    assert (done.code, done.err.count("\n")) == (3, 1)
    fits(done.document, SHAPES["update"])
    listed = run("feeds", library, "--json")
    fits(listed.document, SHAPES["feeds"])
    assert listed.document["feeds"][0]["failing"] == 1
    opml = run("feeds", library, "--opml").out
    (tmp_path / "list.opml").write_text(opml, "utf-8")
    assert run("feeds", library, "--remove", "http://127.0.0.1:9/f").code == 0
    added = run("add", str(tmp_path / "list.opml"), "--to", library, "--json")
    assert added.document["feeds"] == []  # a file of the library itself is there already
    outside = tmp_path.parent / f"{tmp_path.name}.opml"
    outside.write_text(opml, "utf-8")
    added = run("add", str(outside), "--to", library, "--json")
    assert added.document["feeds"] == ["http://127.0.0.1:9/f"]
    assert run("feeds", library).out == "http://127.0.0.1:9/f (failed 1 time)\n"


def test_a_concordance_gives_each_use_and_where_it_stands(run: Run) -> None:
    found = run("concordance", "guaido", "--json").document
    blocks: dict[str, Any] = {}
    for line in found["lines"]:
        if line["id"] not in blocks:
            blocks[line["id"]] = run("show", line["id"], "--json").document["blocks"]
        block, start, stop = line["at"]
        assert blocks[line["id"]][block]["text"][start:stop] == line["match"]
    assert found["total"] == len(found["lines"]) == 25
    assert sum(found["sources"].values()) + found["unknown"]["source"] == 25
    assert sum(found["months"].values()) + found["unknown"]["date"] == 25


def test_a_concordance_can_be_cut_ordered_and_grouped(run: Run) -> None:
    found = run("concordance", "guaido", "--sort", "before", "--limit", "3", "--json").document
    assert (found["total"], len(found["lines"])) == (25, 3)
    grouped = run("concordance", "guaido", "--by-source", "--json").document["lines"]
    names = [line["source"] for line in grouped]
    assert names == sorted(names, key=lambda name: (name is None, (name or "").casefold()))
    printed = run("concordance", "interim president")
    assert printed.out.startswith("3 uses in 3 articles: exactly “interim president”")
    columns = {line.find("interim pr") for line in printed.out.split("\n")[1:4]}
    assert len(columns) == 1
    assert min(columns) > 20
    assert run("concordance", "zebra").code == 1
    assert run("concordance", "a OR b").code == 2
    assert "position 1: a concordance is of one word" in run("concordance", "title:a").err


def test_index_counts(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A title\n\nA body of some words.\n", "utf-8")
    (tmp_path / "empty.txt").touch()
    done = run("index", str(tmp_path), "--json")
    assert done.code == 0
    assert done.document["library"] == str(tmp_path.resolve())
    assert (done.document["articles"], done.document["added"]) == (1, 1)
    (failed,) = done.document["failed"]
    assert failed["path"] == "empty.txt"
    assert done.err == f"diptych: empty.txt: {failed['reason']}\n"
    assert run("index", "--library", str(tmp_path), "--json").document["added"] == 0


def test_index_says_what_it_passes_over_each_time(run: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / "names.json").write_text('{"name": "diptych"}', "utf-8")
    (tmp_path / "saved.csv").write_text(
        "title,url,time_added,tags,status\nSea,https://a.com/2,1,,unread\n", "utf-8"
    )
    for file in tmp_path.iterdir():
        os.utime(file, (1_500_000_000, 1_500_000_000))
    for _ in range(2):
        done = run("index", str(tmp_path), "--json")
        assert (done.code, done.document["articles"]) == (1, 0)
        told = {(one["suffix"], one["files"]): one for one in done.document["skipped"]}
        assert set(told) == {(".png", 1), (".json", 1), (".csv", 1)}
        assert all(set(one) == {"suffix", "files", "why", "needs"} for one in told.values())
        assert told[".png", 1]["needs"] is None
        assert done.document["addresses"] == 1
        assert "diptych: passed over: 1 .png file: " in done.err
        assert done.err.splitlines()[-1].endswith("there are no articles in it")


def test_an_article_in_a_container_is_named_by_its_number(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "dump.jsonl"
    file.write_bytes(lines("Anna", "Berta"))
    shown = run("show", "dump.jsonl#2", "--library", str(tmp_path), "--json").document
    assert (shown["title"], shown["path"]) == ("Berta sinks", "dump.jsonl#2")
    assert run("show", shown["id"][:8], "--library", str(tmp_path), "--json").document == shown
    assert run("show", f"{file}#2", "--library", str(tmp_path), "--json").document == shown
    (hit,) = run("search", "Anna", str(tmp_path), "--json").document["hits"]
    assert hit["path"] == "dump.jsonl#1"
    done = run("show", "dump.jsonl#3", "--library", str(tmp_path))
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "it holds 2 articles, so there is no number 3" in done.err
    assert run("show", "dump.jsonl", "--library", str(tmp_path)).code != 0


def test_search_counts_all_matches_and_prints_some(run: Run) -> None:
    done = run("search", "guaido", "--limit", "2", "--sort", "oldest", "--json")
    found = done.document
    assert (done.code, found["total"], len(found["hits"])) == (0, 5, 2)
    assert [hit["published"][:10] for hit in found["hits"]] == ["2019-02-08", "2019-03-14"]
    assert sum(found["sources"].values()) + found["unknown"]["source"] == 5
    assert sum(found["months"].values()) + found["unknown"]["date"] == 5
    assert found["months"]["2019-05"] == 1


def test_without_words_the_newest_comes_first_with_words_the_best(run: Run) -> None:
    def days(*options: str) -> list[str | None]:
        return [hit["published"] and hit["published"][:10] for hit in found(*options)]

    def found(*options: str) -> list[Any]:
        hits: list[Any] = run("search", *options, "--json").document["hits"]
        return hits

    assert days("") == [*days("after:2019", "--sort", "newest"), None, None]
    assert days("", "--sort", "oldest")[0] == "2019-02-08"
    scores = [hit["score"] for hit in found("guaido")]
    assert scores == sorted(scores, reverse=True)
    by_source = [hit["source"] for hit in found("", "--sort", "source")]
    assert by_source == [*sorted(name for name in by_source if name), None]


def test_spans_lie_in_the_string_beside_them(run: Run) -> None:
    for hit in run("search", "guaido", "--json").document["hits"]:
        lit = [hit["title"][a:b] for a, b in hit["title_spans"]]
        lit += [hit["excerpt"]["text"][a:b] for a, b in hit["excerpt"]["spans"]]
        assert lit
        assert {word.lower().replace("ó", "o") for word in lit} == {"guaido"}


def test_nothing_found_is_1_with_the_document(run: Run) -> None:
    done = run("search", "pomepo", "--json")
    assert (done.code, done.document["total"], done.document["suggestion"]) == (1, 0, "pompeo")


def test_a_query_may_begin_with_a_dash(run: Run) -> None:
    done = run("search", "-pompeo", "--json")
    assert (done.document["query"], done.document["total"]) == ("-pompeo", 2)


def test_places_of_a_comparison_lie_in_the_blocks_show_prints(run: Run) -> None:
    found = run("compare", DW, JAZEERA, "--json").document
    for side, name in (("left", DW), ("right", JAZEERA)):
        shown = run("show", name, "--json").document
        assert found[side]["id"] == shown["id"]
        for block, start, stop in found["sentences"][side]:
            text = shown["blocks"][block]["text"][start:stop]
            assert text
            assert text == text.strip()
            assert shown["blocks"][block]["kind"] != "boilerplate"
        linked = {link[side] for link in found["links"]}
        assert linked | set(found["unmatched"][side]) == set(range(len(found["sentences"][side])))
        assert not linked & set(found["unmatched"][side])


def test_an_article_is_named_by_path_id_or_its_beginning(run: Run) -> None:
    id_ = run("show", DW, "--json").document["id"]
    for name in (id_, id_[:5], str(bundled() / DW)):
        assert run("show", name, "--json").document["id"] == id_


def test_show_all_prints_a_line_for_each_article_and_failure(run: Run, tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / f"{name}.txt").write_text(f"Title {name}\n\nSome words.\n", "utf-8")
    assert [line["path"] for line in run("show", "--all", str(tmp_path)).lines] == [
        "a.txt",
        "b.txt",
    ]
    (tmp_path / "aa.txt").touch()
    done = run("show", "--all", "--library", str(tmp_path))
    assert done.code == 3
    assert [line["path"] for line in done.lines] == ["a.txt", "aa.txt", "b.txt"]
    assert done.lines[1]["error"]["what"] == "aa.txt"
    assert done.lines[1]["error"]["why"]


def test_every_article_is_in_one_story_and_the_largest_comes_first(run: Run) -> None:
    found = run("stories", "--json").document["stories"]
    told = [one for story in found for one in story["articles"]]
    assert len(told) == len(set(told)) == 5
    sizes = [len(story["articles"]) for story in found]
    assert sizes == sorted(sizes, reverse=True)
    assert run("stories", "--limit", "1", "--json").document["stories"] == found[:1]
    assert found[0]["title"] in run("stories").out


def test_claims_of_a_story_name_places_in_its_articles(run: Run, tmp_path: Path) -> None:
    library = str(write_flood(tmp_path / "flood"))
    told = run("stories", library, "--claims", "--limit", "1", "--json")
    story = told.document["stories"][0]
    assert story["claims_left_out"] == []
    shown = [run("show", one, "--library", library, "--json") for one in story["articles"]]
    articles = {one.document["id"]: one.document for one in shown}
    counts = []
    for claim in story["claims"]:
        fits(claim, {"text": str, "told": dict, "related": dict, "alone": bool})
        places = {**claim["told"], **claim["related"]}
        assert len(places) == len(claim["told"]) + len(claim["related"])
        sources = {articles[one]["source"] for one in claim["told"]}
        counts.append(len(sources))
        assert not claim["alone"] or len(places) == 1
        texts = {one: articles[one]["blocks"][at[0]]["text"] for one, at in places.items()}
        assert all(texts[one][at[1] : at[2]] for one, at in places.items())
        assert any(claim["text"] in text for text in texts.values())
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 1


def test_the_story_of_one_article_is_told_with_its_claims(run: Run, tmp_path: Path) -> None:
    library = str(write_flood(tmp_path / "flood"))
    found = run("stories", library, "--of", "herald.md", "--json").document["stories"]
    assert [len(one["articles"]) for one in found] == [2]
    assert "claims" not in found[0]
    shown = run("stories", library, "--of", "herald.md", "--claims").out
    assert "1 Valley Herald  2 The Courier" in shown
    assert "●●  “We warned the ministry about the dam" in shown
    assert "▲ " in shown


def test_a_library_without_articles_has_no_stories(run: Run, tmp_path: Path) -> None:
    done = run("stories", str(tmp_path), "--json")
    assert (done.code, done.document) == (1, {"left_out": 0, "stories": []})


def test_rivals_all_prints_a_line_for_each_article(run: Run) -> None:
    done = run("rivals", "--all", "--limit", "1")
    assert done.code == 0
    assert len(done.lines) == 5
    for line in done.lines:
        fits(line, SHAPES["rivals"])
        assert len(line["rivals"]) <= 1


def test_compare_pairs_goes_on_after_a_bad_line(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{DW}\t{JAZEERA}\nnowhere\t{DW}\nno tab\n\n{JAZEERA}\t{DW}\r\n"
    (tmp_path / "pairs").write_text(text, "utf-8")
    done = run("compare", "--pairs", str(tmp_path / "pairs"))
    assert done.code == 3
    first, missing, malformed, last = done.lines
    assert (first["left"]["path"], last["left"]["path"]) == (DW, JAZEERA)
    assert missing["error"] == {"what": "nowhere", "why": "no article has this path or id"}
    assert (missing["left"], missing["right"]) == ("nowhere", DW)
    assert malformed["error"]["what"] == "no tab"
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))
    again = run("compare", "--pairs", "-")
    assert [line.keys() for line in again.lines] == [line.keys() for line in done.lines]


def test_json_holds_nothing_a_terminal_obeys(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m\x9b\u202e\udce9.txt").write_text("A title\n\nSome words.\n", "utf-8")
    done = run("search", "words", str(tmp_path), "--json")
    assert done.out.rstrip("\n").isprintable()
    assert json.loads(done.out)["hits"][0]["path"] == "a\x1b[31m\x9b\u202e\udce9.txt"


@pytest.mark.parametrize("verb", ["show", "rivals"])
def test_a_batch_over_no_articles_is_1_and_says_so(run: Run, tmp_path: Path, verb: str) -> None:
    done = run(verb, "--all", str(tmp_path))
    assert (done.code, done.out) == (1, "")
    assert done.err == f"diptych: {tmp_path.resolve()}: there are no articles\n"


def test_no_pairs_is_1_and_says_so(run: Run) -> None:
    done = run("compare", "--pairs", "/dev/null")
    assert (done.code, done.out, done.err) == (1, "", "diptych: no pairs to compare\n")


def test_pairs_may_name_any_bytes_and_begin_with_a_mark(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = b"\xef\xbb\xbf" + f"{DW}\t{JAZEERA}\na: b\t{DW}\n".encode() + b"caf\xe9\tx\n"
    (tmp_path / "pairs").write_bytes(text)
    stream = io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", errors="strict")
    monkeypatch.setattr(sys, "stdin", stream)
    for name in (str(tmp_path / "pairs"), "-"):
        done = run("compare", "--pairs", name)
        assert done.code == 3
        assert done.lines[0]["left"]["path"] == DW
        assert done.lines[1]["error"]["what"] == "a: b"
        assert done.lines[2]["error"]["what"] == "caf\udce9"


def test_counterparts_are_rivals_by_another_name(run: Run) -> None:
    assert run("counterparts", DW, "--json").out == run("rivals", DW, "--json").out
    assert run("counterparts", "--all").out == run("rivals", "--all").out
    assert run("counterparts").err.startswith("diptych: counterparts: which article?")
    assert "diptych counterparts" in run("counterparts", "--help").out
