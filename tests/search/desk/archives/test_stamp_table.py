"""What an archive holds, by id."""

from __future__ import annotations

from search.article import ArticleId
from search.desk.archives.stamp_table import StampTable

FIRST, SECOND, THIRD = (ArticleId(f"{number:016x}") for number in (7, 2**63 + 1, 2**64 - 1))
DIGEST = "0123456789abcdef" * 2


def test_digests_are_found_by_id_and_the_rest_is_left() -> None:
    table = StampTable([(FIRST, DIGEST), (SECOND, DIGEST[::-1]), (THIRD, DIGEST)])
    assert len(table) == 3
    assert table.take(SECOND) == DIGEST[::-1]
    assert table.take(ArticleId(f"{9:016x}")) is None
    assert list(table.left()) == [FIRST, THIRD]


def test_ids_and_digests_of_another_form_are_told_as_other_articles() -> None:
    table = StampTable(
        [("ABCDEFABCDEFABCD", DIGEST), ("", ""), (FIRST, "no digest"), ("z", DIGEST)]
    )
    assert table.take(FIRST) == "00" * 16
    assert table.take(ArticleId("z")) == ""
    assert list(table.left()) == ["", "ABCDEFABCDEFABCD"]
