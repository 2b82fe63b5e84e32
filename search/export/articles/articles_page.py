"""Articles as one HTML page that has no script, fetches nothing and prints an article a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE, day, lacking
from search.export.article_name import name_of
from search.export.web_text import PAGE_END, escaped, language_of, page_begin, web_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import Article
    from search.export.articles.exported import ArticleSet

_TAGS = {"heading": "h3", "quote": "blockquote"}


def articles_page(exported: ArticleSet) -> Iterator[str]:
    """Yield a whole page; all text from articles is escaped."""
    heading = exported.heading
    begun = False
    for one in exported.articles:
        if not begun:
            yield page_begin(heading or name_of(one.article)) + _opening(heading)
            begun = True
        yield _article(one.article)
    if not begun:
        yield page_begin(heading or "nothing found") + _opening(heading)
    yield "</main>\n" + PAGE_END


def _opening(heading: str) -> str:
    title = f'<h1 dir="auto">{escaped(heading)}</h1>\n' if heading else ""
    return f'<main class="sheet">\n{title}'


def _article(article: Article) -> str:
    lacks = lacking(article)
    cut = f"<br>{escaped(lacks)}" if lacks else ""
    return (
        f'<article{language_of(article)}>\n<h2 dir="auto">{escaped(name_of(article))}</h2>\n'
        f'<p class="about">{about(article)}{cut}</p>\n{"".join(_blocks(article))}</article>\n'
    )


def about(article: Article) -> str:
    """Give source, authors, day and address as HTML."""
    facts = [article.source or UNKNOWN_SOURCE, ", ".join(article.authors), day(article.published)]
    said = [f"<bdi>{escaped(fact)}</bdi>" for fact in facts if fact]
    return " · ".join([*said, *filter(None, [web_link(article, escaped(article.url or ""))])])


def _blocks(article: Article) -> Iterator[str]:
    """Yield the blocks of the story, those of a list together in one."""
    in_list = False
    for _, block in article.story:
        if in_list != (block.kind == "list"):
            yield "</ul>\n" if in_list else "<ul>\n"
            in_list = not in_list
        tag = "li" if in_list else _TAGS.get(block.kind, "p")
        text = escaped(block.text)
        yield f'<{tag} class="block {block.kind}" dir="auto">{text}</{tag}>\n'
    if in_list:
        yield "</ul>\n"
