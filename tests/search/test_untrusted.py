"""What the standard library would raise for strangers' text, and that nobody else asks it."""

from __future__ import annotations

import ast
import codecs
from datetime import date, datetime
from encodings.aliases import aliases
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search import ArticleId
from search.formats import read_article
from search.page.days.dates import find_dates
from search.untrusted import decoded, is_web_address, iso_day, iso_time, whole_number

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
HOME = "search/untrusted.py"
ASKED = frozenset(
    "urlsplit urlparse urljoin urldefrag fromisoformat fromisocalendar strptime lookup numeric digit "
    "decimal getdecoder getreader".split()
)
OUR_OWN = {
    ("tui/commands/chosen_keys.py", "lookup"),  # a key the user names; what is none is told
    ("search/formats/feeds/feed_xml.py", "decode"),  # as in the next; and of labels that are ASCII
    ("search/formats/decode.py", "decode"),  # of UTF-8, where a fault says that it is another
    ("search/formats/web/html_encoding.py", "decode"),  # likewise; and of labels that are ASCII
    ("search/formats/web/html_tree.py", "int"),  # of the few digits that a pattern allows
    ("search/formats/heads/front_matter.py", "decode"),  # of UTF-16 with replacement
    ("search/text/clean.py", "decode"),  # likewise
    ("search/fetch/proxies.py", "urlsplit"),  # of what the environment says, and no fault passes
    ("search/text/fold.py", "decimal"),  # of characters that are decimal
    ("search/page/boilerplate_cues.py", "int"),  # of a list of ours
    ("search/formats/markdown.py", "int"),  # of a heading's level, which the parser has written
    ("search/stories/story_ids.py", "int"),  # of ids, which are hexadecimal
}
READERS = ("page", "formats", "query", "stories", "compare", "text", "highlight", "concordance")

HOSTILE = (
    "http://news.cn\uff1fid=1",
    "http://ex\u2100mple.com/a",
    "http://a\uff0fb.com",
    "http://a\uff03b",
    "http://a\uff20b/",
    "http://a\uff1a80/",
    "http://[",
    "http://[::1",
    "http://]",
    "http://[v1.a]:b",
    "http://a:99999/",
    "http://a:b/",
    "http://a:\u00b2/",
    "http://",
    "http:///a",
    "http://a b",
    "javascript://a/%0aalert(1)",
    "file:///etc/passwd",
    "",
)


@pytest.mark.parametrize("address", HOSTILE)
def test_what_no_browser_could_open_is_no_address(address: str) -> None:
    assert not is_web_address(address)


@pytest.mark.parametrize(
    "address", ["http://a.com", "HTTPS://bücher.de/ö?q=1#x", "http://[::1]:80/", "http://新闻.cn/a"]
)
def test_what_a_browser_opens_is_one(address: str) -> None:
    assert is_web_address(address)


@pytest.mark.parametrize("address", [one for one in HOSTILE if one[:7] == "http://" and one[7:]])
def test_an_address_that_is_none_costs_the_article_only_that(address: str) -> None:
    for text in (
        f"---\ntitle: Tide\nurl: '{address}'\n---\n\nThe boat left on Sunday.\n",
        f"The tide turns\n\n{address}\n\nThe boat left the harbour on Sunday, officials said.\n",
    ):
        article = read_article(text.encode(), "a.txt", ArticleId("0" * 16))
        assert any("The boat left" in block.text for block in article.blocks)
        assert article.url is None or is_web_address(article.url)
    assert article.title is not None


def test_an_address_that_is_none_is_told() -> None:
    text = "---\nurl: http://news.cn\uff1fid=1\n---\n\nThe boat left.\n"
    article = read_article(text.encode(), "a.md", ArticleId("0" * 16))
    assert article.url is None
    assert "url" not in article.evidence
    assert article.cuts == ("the url, which no browser could open",)


@given(st.text() | st.text("htp:/[]@?#.1a\uff1f\u2100 %").map("http://{}".format))
def test_an_address_is_judged_whatever_it_holds(text: str) -> None:
    assert is_web_address(text) in {True, False}


@given(st.text() | st.text("0123456789-T:+.Z²٣ ") | st.datetimes().map(datetime.isoformat))
def test_a_day_or_a_time_is_read_whatever_it_holds(text: str) -> None:
    day, time = iso_day(text), iso_time(text)
    assert day is None or isinstance(day, date)
    assert time is None or time.date().isoformat()[:4].isdecimal()


@given(st.dates())
def test_a_day_is_read_back(day: date) -> None:
    assert iso_day(day.isoformat()) == iso_day(f"{day.isoformat()}T10:00:00Z") == day
    assert iso_time(day.isoformat()) is None


@given(st.text() | st.text("0123456789²٣_ +-"))
def test_a_number_is_read_whatever_it_holds(text: str) -> None:
    number = whole_number(text)
    assert number is None or number >= 0


@given(st.integers(0, 10**18 - 1))
def test_a_number_is_read_back(number: int) -> None:
    assert whole_number(str(number)) == number


@pytest.mark.parametrize("text", ["", "²", "1_0", "+1", " 1", "9" * 5_000, "½"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert whole_number(text) is None


@given(st.binary(), st.sampled_from(sorted({*aliases, *aliases.values()})) | st.text())
def test_bytes_are_decoded_by_an_encoding_of_any_name(data: bytes, encoding: str) -> None:
    text = decoded(data, encoding)
    assert text is None or isinstance(text, str)


@pytest.mark.parametrize(
    "encoding",
    ["rot13", "hex", "zlib", "idna", "undefined", "nothing", "", "a\0b", "..", "utf-8\n"],
)
def test_what_is_no_encoding_of_text_decodes_nothing_harmful(encoding: str) -> None:
    assert decoded(b"\xff.\xfe" * 9, encoding) in {
        None,
        codecs.decode(b"\xff.\xfe" * 9, "utf-8", "replace"),
    }


@pytest.mark.parametrize(
    "line", ["3 ſept 2019", "ſept 3, 2019", "3 JUİN 2019", "3 Auguſt 2019", "3 DICİEMBRE 2019"]
)
def test_a_month_in_odd_letters_is_no_fault(line: str) -> None:
    assert all(date.fromisoformat(found.iso) for found in find_dates(line))


def calls(path: Path) -> Iterator[str]:
    """Yield what a module asks the standard library to read."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield from (name.name for name in node.names if name.name in ASKED)
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute):
            known = all(isinstance(one, ast.Constant) for one in node.args)
            yield "decode" if node.func.attr == "decode" and not known else node.func.attr
        elif isinstance(node.func, ast.Name) and node.func.id == "int":
            yield "int"


def test_nobody_else_has_the_standard_library_read_strangers_text() -> None:
    found = set()
    for path in sorted([*ROOT.glob("search/**/*.py"), *ROOT.glob("tui/**/*.py")]):
        where = path.relative_to(ROOT).as_posix()
        asked = ASKED | ({"decode", "int"} if where.split("/")[1] in READERS else set())
        found |= {(where, name) for name in calls(path) if name in asked and where != HOME}
    assert found == OUR_OWN
