from __future__ import annotations

from pathlib import Path

import pytest

from search.archive_address import ArchiveAddress, archive_address, is_archive
from search.errors import LibraryError


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("opensearch://desk:9201/news", ArchiveAddress((("desk", 9201),), "news")),
        ("opensearch://desk/news/", ArchiveAddress((("desk", 9200),), "news")),
        ("opensearch+https://a:1,b:2/n-1", ArchiveAddress((("a", 1), ("b", 2)), "n-1", True)),
        ("opensearch://[::1]:9200/news", ArchiveAddress((("[::1]", 9200),), "news")),
    ],
)
def test_an_address_is_read_as_text_and_as_a_path(text: str, expected: ArchiveAddress) -> None:
    assert archive_address(text) == expected
    assert archive_address(str(Path(text))) == expected
    assert archive_address(str(expected)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "opensearch://desk:9200",
        "opensearch://desk:0/news",
        "opensearch://desk:99999/news",
        "opensearch:///news",
        "opensearch://a,,b/news",
        "opensearch://desk/News",
        "opensearch://desk/_all",
        "opensearch://desk/a/b",
        "opensearch://desk/news?x=1",
    ],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    assert is_archive(text)
    with pytest.raises(LibraryError):
        archive_address(text)


def test_a_password_is_refused_and_not_repeated() -> None:
    with pytest.raises(LibraryError) as refused:
        archive_address("opensearch://ana:s3cr@et@desk/news")
    assert "s3cr" not in str(refused.value)
    assert "et@" not in str(refused.value)
    assert "DIPTYCH_ARCHIVE_PASSWORD" in str(refused.value)


@pytest.mark.parametrize("text", ["opensearch", "./opensearch", "news", "/a/opensearch:/b"])
def test_other_paths_are_no_archives(text: str) -> None:
    assert not is_archive(text)
