"""The OpenSearch that tests may use, if there is one, and a place in it for one test."""

from __future__ import annotations

import atexit
import json
import os
import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from search.archive_address import ArchiveAddress

if TYPE_CHECKING:
    from pathlib import Path

ARCHIVE_VARIABLE = "DIPTYCH_TEST_ARCHIVE"
"""The variable with the URL of a running OpenSearch, whose indexes `diptych-test-*` are deleted."""
_PREFIX = f"diptych-test-{os.getpid()}-{secrets.token_hex(3)}"


def archive_to_test() -> str | None:
    """Give the URL of an OpenSearch for tests; None where there is none."""
    return os.environ.get(ARCHIVE_VARIABLE) or None


def archive_for_test(folder: Path) -> ArchiveAddress:
    """Give the address of an archive of its own for one test, which holds nothing yet.

    Those of earlier tests are removed; `folder` is that of the test.
    """
    del folder
    url = archive_to_test()
    assert url, f"set {ARCHIVE_VARIABLE} or run make test-archive"
    remove_archives()
    parts = urlsplit(url)
    assert parts.hostname
    return ArchiveAddress(
        ((parts.hostname, parts.port or 9200),), f"{_PREFIX}-{secrets.token_hex(3)}"
    )


def ask_archive(method: str, path: str, body: object = None) -> object:
    """Ask the OpenSearch of the tests by itself, without what is tested."""
    data = json.dumps(body).encode() if body is not None else None
    asked = Request(  # noqa: S310 - the URL of a test
        f"{archive_to_test()}{path}", data, {"content-type": "application/json"}, method=method
    )
    with urlopen(asked, timeout=30) as answer:  # noqa: S310 - as above
        return json.load(answer)


def remove_archives() -> None:
    """Remove all that the tests of this process have made."""
    ask_archive("DELETE", f"/{_PREFIX}-*")


if archive_to_test():
    atexit.register(remove_archives)
