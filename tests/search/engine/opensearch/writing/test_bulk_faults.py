"""Sending documents to a server on loopback that refuses, lies, or breaks off."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from false_archive import false_archive

from search.engine.opensearch.archive_connection import Connection
from search.engine.opensearch.writing.bulk_requests import BulkSender, Change
from search.errors import IndexFailedError

if TYPE_CHECKING:
    from threading import Event

    from false_archive import FalseArchive

    from search.engine.archive_protocol import Rejected

pytest.importorskip("opensearchpy")


def at_once(stopped: Event, pause: float) -> bool:
    """Let no time pass."""
    del pause
    return stopped.is_set()


def items(*told: object) -> tuple[int, bytes]:
    """Give an answer that says something of each change."""
    return 200, json.dumps({"items": [{"index": one} for one in told]}).encode()


def send(archive: FalseArchive, *names: str) -> list[Rejected]:
    connection = Connection(archive.address)
    sender = BulkSender(connection, "news", lambda: None, at_once)
    try:
        sender.send([Change(name, '{"a":1}') for name in names])
        sender.finish()
    finally:
        sender.close()
        connection.close()
    return sender.refused


def test_what_came_too_fast_is_sent_again_and_only_that() -> None:
    busy = {"status": 429, "error": {"reason": "queue full"}}
    with false_archive((429, b"{}"), items({"status": 201}, busy), items({"status": 201})) as one:
        assert send(one, "a", "b") == []
        assert len(one.asked) == 3


def test_a_document_whose_shard_is_moving_is_sent_again() -> None:
    moving = {"status": 503, "error": {"reason": "primary shard is not active"}}
    with false_archive(items({"status": 201}, moving), items({"status": 201})) as one:
        assert send(one, "a", "b") == []
        assert len(one.asked) == 2


def test_what_is_too_large_is_sent_in_halves_and_alone_refused() -> None:
    with false_archive((413, b"{}"), (413, b"{}"), items({"status": 201})) as one:
        (refused,) = send(one, "a", "b")
    assert refused.id == "a"
    assert "too large" in refused.reason


def test_a_document_that_is_refused_is_told_with_the_reason_in_one_bounded_line() -> None:
    wrong = {"type": "x", "reason": "failed to parse\n\x1b[31m", "caused_by": {"reason": "y" * 999}}
    with false_archive(items({"status": 201}, {"status": 400, "error": wrong})) as one:
        (refused,) = send(one, "a", "b")
    assert refused.id == "b"
    assert refused.reason.startswith("failed to parse")
    assert refused.reason.isprintable()
    assert len(refused.reason) < 500


@pytest.mark.parametrize(
    "told", [[], [{"status": 201}] * 3, None, {"a": 1}], ids=["none", "more", "null", "object"]
)
def test_an_answer_that_does_not_speak_of_each_document_is_a_fault(told: object) -> None:
    answer = (
        {"items": [{"index": one} for one in told]} if isinstance(told, list) else {"items": told}
    )
    with (
        false_archive((200, json.dumps(answer).encode())) as one,
        pytest.raises(IndexFailedError, match="not what an OpenSearch gives"),
    ):
        send(one, "a", "b")


@pytest.mark.parametrize("told", ["x", [], {}, {"status": "many"}, {"status": None}])
def test_a_document_of_which_nothing_is_told_counts_as_refused(told: object) -> None:
    with false_archive(items({"status": 201}, told)) as one:
        (refused,) = send(one, "a", "b")
    assert (refused.id, refused.reason) == ("b", "the archive did not say what became of it")


def test_an_archive_that_stays_busy_is_a_fault() -> None:
    with false_archive((429, b"{}")) as one:
        with pytest.raises(IndexFailedError, match="too busy all the time"):
            send(one, "a")
        assert len(one.asked) == 8


def test_what_a_node_failed_to_take_is_sent_again_but_not_for_long() -> None:
    with false_archive((503, b"{}"), (200, b"no JSON"), items({"status": 201})) as one:
        assert send(one, "a") == []
    with false_archive((503, b"{}")) as one, pytest.raises(IndexFailedError, match="503"):
        send(one, "a")


def test_an_answer_without_an_end_or_cut_short_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("search.engine.opensearch.nodes.archive_node.LARGEST_ANSWER", 1_000)
    with (
        false_archive((200, b"[" * 9_999)) as one,
        pytest.raises(IndexFailedError, match="its answer doesn't end"),
    ):
        send(one, "a")
    with false_archive((200, b'{"items":['), longer=99) as one, pytest.raises(IndexFailedError):
        send(one, "a")
