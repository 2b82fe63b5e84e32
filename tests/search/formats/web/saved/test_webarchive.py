from __future__ import annotations

import plistlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.formats.web.saved.webarchive import page_of_webarchive

MAIN = {
    "WebResourceData": b"<p>tide",
    "WebResourceURL": "http://a.example/b",
    "WebResourceTextEncodingName": "UTF-8",
}
BINARY = plistlib.dumps({"WebMainResource": MAIN}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize("kind", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_the_main_resource_is_the_page(kind: plistlib.PlistFormat) -> None:
    page = page_of_webarchive(
        plistlib.dumps({"WebMainResource": MAIN, "WebSubresources": []}, fmt=kind)
    )
    assert page is not None
    assert (page.data, page.charset, page.url) == (b"<p>tide", "UTF-8", "http://a.example/b")


@pytest.mark.parametrize(
    "held",
    [{}, {"WebMainResource": []}, {"WebMainResource": {"WebResourceData": "text"}}, [], "text"],
)
def test_any_other_list_has_no_page(held: Any) -> None:
    assert page_of_webarchive(plistlib.dumps(held)) is None


@given(st.integers(0, len(BINARY) - 1), st.binary(max_size=6))
def test_a_damaged_archive_has_a_page_or_none(at: int, other: bytes) -> None:
    page = page_of_webarchive(BINARY[:at] + other + BINARY[at + len(other) :])
    assert page is None or isinstance(page.data, bytes)


@pytest.mark.parametrize(
    "data",
    [
        b"<?xml version='1.0'?><!DOCTYPE plist [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><plist><string>&b;</string></plist>",
        b"<?xml version='1.0'?><plist>" + b"<array>" * 100_000,
        b"<?xml version='1.0'?><plist><date>now</date></plist>",
        b"<?xml version='1.0'?><plist><integer>" + b"9" * 9_000 + b"</integer></plist>",
        b"bplist00" + b"\xff" * 64,
    ],
)
def test_a_bomb_is_no_archive(data: bytes) -> None:
    assert page_of_webarchive(data) is None
