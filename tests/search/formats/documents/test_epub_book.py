"""An EPUB: which of its pages are articles, and what they are called."""

from __future__ import annotations

import io
import zipfile

import pytest
from epub_files import METADATA, TOLD, chapter, epub, magazine, nav, ncx, package, page
from opened import articles, opened, owns, story

from search import ArticleError
from search.formats.documents import KINDS

EPUB = KINDS[0]
NCX = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'


def book(metadata: str = METADATA) -> bytes:
    return epub({"book.opf": package(["a.xhtml"], metadata), "a.xhtml": chapter("Bridge reopens")})


def test_a_chapter_is_an_article_and_the_book_its_source() -> None:
    data = magazine()
    assert EPUB.recognises
    assert EPUB.recognises(data[:65_536])
    first, second = articles(EPUB, data)
    assert (first.title, second.title) == ("Bridge reopens", "Harbour closes")
    assert first.source == "The River Quarterly"
    assert first.authors == ("Jane Doe",)
    assert first.published == "2019-03-14"
    assert first.language == "en"
    assert first.evidence["source"] == "EPUB package"
    assert story(first) == [(TOLD * 3).strip()]
    assert owns(EPUB, data) == ["OPS/a.xhtml", "OPS/b.xhtml"]


def test_contents_of_epub_2_name_chapters_and_files_go_on() -> None:
    spine = ["a_1.html", "a_2.html", "b.html"]
    files = {
        "book.opf": package(spine, more=NCX),
        "toc.ncx": ncx({"a_1.html": "One", "b.html#top": "Two"}),
        "a_1.html": page(f"<p>{TOLD * 2}</p>"),
        "a_2.html": page(f"<p>{TOLD}goes on.</p>"),
        "b.html": page(f"<p>{TOLD * 3}</p>"),
    }
    first, second = articles(EPUB, epub(files))
    assert (first.title, second.title) == ("One", "Two")
    assert story(first) == [(TOLD * 2).strip(), f"{TOLD}goes on."]


def test_without_contents_the_heading_is_the_title() -> None:
    files = {
        "book.opf": package(["a.xhtml", "b.xhtml"]),
        "a.xhtml": chapter("One"),
        "b.xhtml": chapter("Two"),
    }
    assert [article.title for article in articles(EPUB, epub(files))] == ["One", "Two"]


@pytest.mark.parametrize(
    ("names", "titles"),
    [
        (("Bridge reopens", "Harbour closes"), ["Bridge reopens", "Harbour closes"]),
        (("Unknown", "Unknown"), [None, None]),
        (("The River Quarterly", "Harbour closes"), [None, "Harbour closes"]),
    ],
)
def test_without_a_heading_the_title_of_the_page_is_that(
    names: tuple[str, str], titles: list[str | None]
) -> None:
    pages = [page(f"<p>{TOLD * 3}</p>") for _ in names]
    files = {
        "book.opf": package(["a.xhtml", "b.xhtml"], METADATA),
        **{
            f"{letter}.xhtml": text.replace("<title>x<", f"<title>{name}<", 1)
            for letter, text, name in zip("ab", pages, names, strict=True)
        },
    }
    assert [article.title for article in articles(EPUB, epub(files))] == titles


@pytest.mark.parametrize(
    ("metadata", "published"),
    [
        ("<dc:date>2019-03-14T10:00:00+01:00</dc:date>", "2019-03-14T10:00:00+01:00"),
        ('<dc:date opf:event="publication">2019-03-14</dc:date>', "2019-03-14"),
        ('<dc:date opf:event="modification">2019-03-14</dc:date>', None),
        ('<meta property="dcterms:modified">2019-03-14T10:00:00Z</meta>', None),
        ("<dc:date>0101-01-01T00:00:00+00:00</dc:date>", None),
        ("<dc:date>2019</dc:date>", None),
    ],
)
def test_only_a_day_of_publication_is_one(metadata: str, published: str | None) -> None:
    [article] = articles(EPUB, book(f"<dc:title>A</dc:title>{metadata}"))
    assert article.published == published


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("The Week [Fri, 12 Mar 2021]", "The Week"),
        ("The Week – 12 March 2021", "The Week"),
        ("Nature, March 12, 2021", "Nature"),
        ("12 March 2021", "12 March 2021"),
        ("The Road to 12 March 2021 and Beyond", "The Road to 12 March 2021 and Beyond"),
    ],
)
def test_the_day_of_an_issue_is_no_part_of_its_name(title: str, source: str) -> None:
    [article] = articles(EPUB, book(f"<dc:title>{title}</dc:title>"))
    assert article.source == source


@pytest.mark.parametrize(
    ("metadata", "authors"),
    [
        ("<dc:creator>calibre</dc:creator>", ()),
        ("<dc:creator>The Guardian</dc:creator>", ()),
        ("<dc:creator>A</dc:creator>", ()),
        ('<dc:creator opf:role="edt">Jane Doe</dc:creator>', ()),
        ('<dc:creator opf:role="aut">Jane Doe</dc:creator>', ("Jane Doe",)),
        (
            '<dc:creator id="c">Jane Doe</dc:creator><meta refines="#c" property="role">ill</meta>',
            (),
        ),
        (
            "<dc:creator>Jane Doe</dc:creator><dc:creator>Joe Bloggs</dc:creator>",
            ("Jane Doe", "Joe Bloggs"),
        ),
    ],
)
def test_who_wrote_it(metadata: str, authors: tuple[str, ...]) -> None:
    [article] = articles(EPUB, book(f"<dc:title>A</dc:title>{metadata}"))
    assert article.authors == authors


def test_a_byline_is_believed_where_the_book_names_nobody() -> None:
    files = {
        "book.opf": package(["a.xhtml"], "<dc:title>A</dc:title>"),
        "a.xhtml": page(f"<h1>One</h1><p>By Jane Doe</p><p>{TOLD * 3}</p>"),
    }
    [article] = articles(EPUB, epub(files))
    assert article.authors == ("Jane Doe",)
    assert story(article) == [(TOLD * 3).strip()]


def test_where_a_program_fetched_it_is_its_address() -> None:
    body = f"<p>{TOLD * 3}</p><p>This article was downloaded by <b>calibre</b> from <a>https://a.example/b</a></p>"
    files = {"book.opf": package(["a.xhtml"]), "a.xhtml": page(body)}
    [article] = articles(EPUB, epub(files))
    assert article.url == "https://a.example/b"
    assert story(article) == [(TOLD * 3).strip()]


def test_pages_of_links_and_of_the_guide_are_no_articles() -> None:
    links = "".join(f'<p><a href="a{n}.xhtml">{TOLD}</a></p>' for n in range(9))
    files = {
        "book.opf": package(
            ["l.xhtml", "r.xhtml", "a.xhtml"],
            guide='<reference type="copyright-page" href="r.xhtml"/>',
        ),
        "l.xhtml": page(links),
        "r.xhtml": page(f"<p>{TOLD * 9}</p>"),
        "a.xhtml": chapter("One"),
    }
    assert [article.title for article in articles(EPUB, epub(files))] == ["One"]


def test_a_chapter_that_is_missing_or_leads_out_stops_no_other() -> None:
    spine = ["../../../etc/passwd", "gone.xhtml", "a.xhtml"]
    assert len(articles(EPUB, epub({"book.opf": package(spine), "a.xhtml": chapter("One")}))) == 1


def refused(data: bytes) -> str:
    with pytest.raises(ArticleError) as told:
        list(opened(EPUB, data, "a.epub"))
    assert "\n" not in str(told.value)
    return str(told.value)


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + package(["a.xhtml"])
    assert "declares entities" in refused(epub({"book.opf": bomb, "a.xhtml": chapter("One")}))


def test_deep_nesting_is_refused() -> None:
    deep = "<a>" * 5_000 + "</a>" * 5_000
    assert "nests deeper" in refused(epub({"book.opf": deep, "a.xhtml": chapter("One")}))


def test_bombs_are_refused() -> None:
    spine = [f"{n}.xhtml" for n in range(9)]
    files: dict[str, str | bytes] = dict.fromkeys(spine, b" " * (9 << 20))
    assert "larger than 64 MB" in refused(epub({"book.opf": package(spine), **files}))
    assert "no text in the EPUB" in refused(
        epub({"book.opf": package(spine[:1]), spine[0]: b" " * (9 << 20)})
    )


def test_what_is_encrypted_says_so() -> None:
    locked = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData><CipherData>'
        '<CipherReference URI="OPS/{}"/></CipherData></EncryptedData></encryption>'
    )
    files = {"book.opf": package(["a.xhtml"]), "a.xhtml": chapter("One"), "a.otf": "hidden"}
    hidden = {name: locked.format(name) for name in files}
    assert "encrypted (DRM)" in refused(
        epub({**files, "/META-INF/encryption.xml": hidden["a.xhtml"]})
    )
    assert len(articles(EPUB, epub({**files, "/META-INF/encryption.xml": hidden["a.otf"]}))) == 1


def test_other_archives_and_damaged_ones() -> None:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        archive.writestr("a.txt", "A text.")
    assert EPUB.recognises
    assert not EPUB.recognises(into.getvalue())
    assert "has no META-INF/container.xml" in refused(into.getvalue())
    assert "damaged" in refused(magazine()[:500])
    assert "no chapters" in refused(epub({"book.opf": package([])}))
    assert "broken" in refused(epub({"book.opf": "<package>"}))


def test_contents_that_cannot_be_read_cost_only_the_names() -> None:
    files = {
        "book.opf": package(["a.xhtml"], more=NCX),
        "toc.ncx": "<ncx",
        "a.xhtml": chapter("One"),
    }
    assert [article.title for article in articles(EPUB, epub(files))] == ["One"]
    assert nav({}) not in files.values()
