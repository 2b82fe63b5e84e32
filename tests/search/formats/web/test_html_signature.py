from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from search.formats.web import is_web_page

SAMPLES = Path(__file__).parent / "samples"


@pytest.mark.parametrize(
    ("head", "is_page"),
    [
        (b"<!DOCTYPE html><html>", True),
        (b"\xef\xbb\xbf\n <!-- saved from url=(0014)about:internet -->\r\n<HTML lang=en>", True),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN">', True),
        ("<html>".encode("utf-16"), True),
        (b"<head><title>a", True),
        (b"<rss version='2.0'>", False),
        (b'<?xml version="1.0"?><feed>', False),
        (b"<p>a", False),
        (b"Tides\n\n<html> is a tag", False),
        (b"", False),
        (b"<!--" * 2_000, False),
        (plistlib.dumps({"WebMainResource": {}}), True),
        (plistlib.dumps({"WebMainResource": {}}, fmt=plistlib.FMT_BINARY), True),
        (plistlib.dumps({"Library": {}}), False),
        (b"From: a@b.example\nSubject: hi\nContent-Type: text/plain\n\nhello", False),
    ],
)
def test_a_page_is_known_by_how_it_begins(head: bytes, is_page: bool) -> None:
    assert is_web_page(head) is is_page


@pytest.mark.parametrize("name", ["tide.html", "tide.mhtml", "tide-in-one-file.html"])
def test_what_browsers_saved_is_known(name: str) -> None:
    assert is_web_page((SAMPLES / name).read_bytes()[:4096])
