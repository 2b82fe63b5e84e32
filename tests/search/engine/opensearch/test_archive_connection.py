"""Each fault of an archive has its sentence."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

import pytest
from false_archive import false_archive

from search.archive_address import ArchiveAddress
from search.engine import while_wanted
from search.engine.engine_choice import open_archive
from search.engine.opensearch import archive_connection
from search.engine.opensearch.archive_connection import Connection, NotThereError
from search.engine.opensearch.nodes import archive_node
from search.engine.opensearch.point_in_time import POSITION, View
from search.errors import CancelledError, IndexFailedError

if TYPE_CHECKING:
    from search.engine import Snapshot

READY = json.dumps(
    {
        "_source": {
            "told": {"holder": "news-1", "version": 1, "failures": "[]", "folder": "", "made_as": 1}
        }
    }
).encode()
PIT = b'{"pit_id": "a"}'


def refusal(status: int, body: bytes, *, longer: int = 0) -> str:
    with false_archive((status, body), longer=longer) as archive:
        connection = Connection(archive.address)
        with pytest.raises(IndexFailedError) as failed:
            connection.ask("/x")
        connection.close()
    assert "\n" not in failed.value.reason
    return failed.value.reason


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_connection, "_PAUSE", 0.001)
    monkeypatch.setattr(archive_connection, "PATIENCE", 0.05)


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (401, b"{}", "another user or password"),
        (403, b"{}", "may not do that"),
        (429, b"{}", "too busy"),
        (500, b'{"error": {"reason": "disk"}}', "it failed: disk (status 500)"),
        (503, b"oops", "status 503"),
        (400, b'{"error": {"root_cause": [{"reason": "too\\nmany"}]}}', "too many (status 400)"),
        (400, b'{"error": [1]}', "status 400"),
        (
            400,
            b'{"error": {"reason": "maxClauseCount is set to 1024"}}',
            "more words than it takes",
        ),
        (200, b"<html>", "no JSON"),
        (200, b'{"a": ', "no JSON"),
        (200, b"[]", "not what an OpenSearch gives"),
        (200, b"\xff\xfe{", ""),
        (200, b'{"_shards": {"total": 12, "failed": 2}}', "2 of 12 shards did not answer"),
    ],
)
def test_what_it_answers_is_said_in_a_line(status: int, body: bytes, expected: str) -> None:
    assert expected in refusal(status, body)


def test_a_body_cut_short_is_no_answer() -> None:
    assert refusal(200, b'{"a": 1', longer=50)


def test_terminals_get_no_signs_of_an_archive() -> None:
    body = json.dumps({"error": {"reason": "a\x1b[31mb" + "c" * 5_000}}).encode()
    said = refusal(400, body)
    assert said.isprintable()
    assert len(said) < 300


def test_nobody_there_is_said() -> None:
    with false_archive((200, b"{}")) as archive:
        address = archive.address
    connection = Connection(address)
    with pytest.raises(IndexFailedError, match="refused"):
        connection.ask("/x")
    connection = Connection(ArchiveAddress((("nowhere.invalid", 9200),), "news"))
    with pytest.raises(IndexFailedError, match="no such host"):
        connection.ask("/x")


def test_what_speaks_no_tls_is_said() -> None:
    with false_archive((200, b"{}")) as archive:
        connection = Connection(ArchiveAddress(archive.address.hosts, "news", encrypted=True))
        with pytest.raises(IndexFailedError, match="TLS"):
            connection.ask("/x")


def test_a_node_that_fails_once_is_asked_again() -> None:
    with false_archive((500, b"{}"), (500, b"{}"), (200, b'{"a": 1}')) as archive:
        assert Connection(archive.address).ask("/x") == {"a": 1}
        assert len(archive.asked) == 3


def test_what_isn_t_there_is_told_apart() -> None:
    with false_archive((404, b"{}")) as archive, pytest.raises(NotThereError):
        Connection(archive.address).ask("/x")


def test_the_user_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPTYCH_ARCHIVE_USER", "ana")
    monkeypatch.setenv("DIPTYCH_ARCHIVE_PASSWORD", "secret")
    with false_archive((401, b"{}")) as archive, pytest.raises(IndexFailedError) as failed:
        Connection(archive.address).ask("/x")
    assert "secret" not in str(failed.value)


def test_without_its_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "opensearchpy", None)
    with pytest.raises(IndexFailedError, match=r"pip install 'diptych\[archive\]'"):
        open_archive(ArchiveAddress((("localhost", 9200),), "news"))


@pytest.mark.parametrize(
    "answer",
    [
        b"{}",
        b'{"hits": 5}',
        b'{"hits": {"total": {"value": "many"}}}',
        b'{"hits": {"total": {"value": 1}, "hits": [5]}}',
        b'{"hits": {"total": {"value": 1}, "hits": [{"_id": "a", "_source": {"head": "[]"}}]}}',
    ],
)
def test_nonsense_is_a_failed_index_whatever_was_asked(answer: bytes) -> None:
    def ask(snapshot: Snapshot) -> object:
        return len(snapshot), snapshot.heads([one]), snapshot.beginning(["a"])[0][0][99]

    from search.article import ArticleId

    one = ArticleId("a")
    with false_archive((200, READY), (200, PIT), (200, answer)) as archive:
        engine = open_archive(archive.address)
        with pytest.raises(IndexFailedError):
            engine.read(ask)
        engine.close()


def test_another_node_is_asked_where_one_fails_or_is_gone() -> None:
    with false_archive((200, b'{"a": 1}')) as well, false_archive((500, b"{}")) as ill:
        hosts = (*ill.address.hosts, *well.address.hosts)
        connection = Connection(ArchiveAddress(hosts, "news"))
        assert [connection.ask("/x") for _ in range(4)] == [{"a": 1}] * 4
    with false_archive((200, b'{"a": 1}')) as well:
        connection = Connection(ArchiveAddress((*ill.address.hosts, *well.address.hosts), "news"))
        assert [connection.ask("/x") for _ in range(4)] == [{"a": 1}] * 4


def test_what_nobody_waits_for_any_more_ends_there_too() -> None:
    asked: list[float] = []

    def cancelled() -> bool:
        asked.append(time.monotonic())
        return len(asked) > 3

    with false_archive((200, b"{}")) as archive:
        archive.late = 20.0
        with pytest.raises(CancelledError), while_wanted(cancelled):
            Connection(archive.address).ask("/x")
        assert archive.gone.wait(5)


def test_an_answer_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_node, "LARGEST_ANSWER", 1 << 20)
    with false_archive((200, b"{}")) as archive:
        archive.endless = True
        with pytest.raises(IndexFailedError, match="doesn't end"):
            Connection(archive.address).ask("/x")


def test_a_view_that_was_let_go_is_opened_again_by_whoever_asks() -> None:
    lost = json.dumps({"error": {"root_cause": [{"type": "search_context_missing_exception"}]}})
    with false_archive((200, b'{"pit_id": "a"}')) as archive:
        view = View(Connection(archive.address), "news")
        archive.answers = [(404, lost.encode()), (200, PIT), (200, b'{"hits": 1}')]
        assert view.ask_again({}) == {"hits": 1}
        archive.answers = [(404, lost.encode())]
        with pytest.raises(NotThereError, match="let go"):
            view.ask({})


def test_pages_begin_anew_without_what_was_given_where_documents_lie_elsewhere_in_a_new_view() -> (
    None
):
    def page(*names: int) -> bytes:
        held = [{"_id": f"{one}", "sort": [one]} for one in names]
        return json.dumps({"hits": {"hits": held}}).encode()

    with false_archive((200, PIT)) as archive:
        view = View(Connection(archive.address), "news", POSITION)
        archive.answers = [
            (200, page(0, 1)),
            (500, b"{}"),
            (200, PIT),
            (200, page(5)),  # behind a place that means nothing in the new view
            (200, page(3, 0)),
            (200, page(2)),
        ]
        found = view.hits({}, [], lambda: False, None, at_once=2)
        assert [hit["_id"] for hit in found] == ["0", "1", "3", "2"]


def test_pages_go_on_behind_the_last_document_where_a_node_fails_between() -> None:
    def page(count: int) -> bytes:
        held = [{"_id": f"{one}", "sort": [f"{one}"]} for one in range(count)]
        return json.dumps({"hits": {"hits": held}}).encode()

    with false_archive((200, PIT)) as archive:
        view = View(Connection(archive.address), "news")
        archive.answers = [(200, page(1_000)), (500, b"{}"), (200, PIT), (200, page(2))]
        found = list(view.hits({}, [], lambda: False, None))
    assert len(found) == 1_002
    assert archive.asked[-3:] == [
        "POST /_search?cancel_after_time_interval=30s",
        "POST /news/_search/point_in_time?keep_alive=5m",
        "POST /_search?cancel_after_time_interval=30s",
    ]
