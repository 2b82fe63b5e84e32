"""Lists of saved articles and bookmarks: the texts they hold, and the addresses of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.formats.kinds import Kind

if TYPE_CHECKING:
    from search.formats.container import Container, Source


def _open_json(source: Source, name: str) -> Container:
    from search.formats.reading_lists.saved_json import open_saved_json  # noqa: PLC0415 - when asked

    return open_saved_json(source, name)


def _is_json(sample: bytes) -> bool:
    from search.formats.reading_lists.saved_json import is_saved_json  # noqa: PLC0415 - when asked

    return is_saved_json(sample)


def _open_table(source: Source, name: str) -> Container:
    from search.formats.reading_lists.saved_table import open_saved_table  # noqa: PLC0415 - when asked

    return open_saved_table(source, name)


def _is_table(sample: bytes) -> bool:
    from search.formats.reading_lists.saved_table import is_saved_table  # noqa: PLC0415 - when asked

    return is_saved_table(sample)


def _open_page(source: Source, name: str) -> Container:
    from search.formats.reading_lists.bookmark_page import open_bookmark_page  # noqa: PLC0415 - when asked

    return open_bookmark_page(source, name)


def _is_page(sample: bytes) -> bool:
    from search.formats.reading_lists.bookmark_page import is_bookmark_page  # noqa: PLC0415 - when asked

    return is_bookmark_page(sample)


def _is_xml(sample: bytes) -> bool:
    from search.formats.reading_lists.bookmark_page import is_bookmark_xml  # noqa: PLC0415 - when asked

    return is_bookmark_xml(sample)


def _open_zip(source: Source, name: str) -> Container:
    from search.formats.reading_lists.saved_zip import open_saved_zip  # noqa: PLC0415 - when asked

    return open_saved_zip(source, name)


def _is_zip(sample: bytes) -> bool:
    from search.formats.reading_lists.saved_zip import is_saved_zip  # noqa: PLC0415 - when asked

    return is_saved_zip(sample)


KINDS = (
    Kind("a reading list", (".json",), _open_json, _is_json, signed=True),
    Kind("a reading list", (".csv",), _open_table, _is_table),
    Kind("a page of bookmarks", (".html", ".htm"), _open_page, _is_page, signed=True),
    Kind("a list of bookmarks", (".xml",), _open_page, _is_xml, signed=True),
    Kind("a reading list", (".zip",), _open_zip, _is_zip, signed=True),
)
"""All are asked for before tables, pages and archives of other kinds, which their files are too."""
