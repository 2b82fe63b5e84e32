"""Articles as Markdown (CommonMark) and as plain text, each paragraph in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE, day, lacking
from search.export.article_name import name_of
from search.export.markdown_text import plain
from search.export.tidy_text import tidy
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from search.article import Article, Block
    from search.export.articles.exported import ArticleSet


def articles_markdown(exported: ArticleSet) -> Iterator[str]:
    """Yield the heading of a set, if it has one, and then each article; all text is escaped."""
    level = 1
    if exported.heading:
        yield f"# {plain(exported.heading)}\n\n"
        level = 2
    for number, one in enumerate(exported.articles):
        rule = "---\n\n" if number else ""
        yield rule + article_markdown(one.article, level)


def article_markdown(article: Article, level: int = 1) -> str:
    """Give an article with its title as a heading of a level, without what isn't its story."""
    parts = [f"{'#' * level} {plain(name_of(article))}", _about(article)]
    if lacks := lacking(article):
        parts.append(f"*{plain(lacks)}*")
    if story := story_markdown(article, level):
        parts.append(story)
    return "\n\n".join(parts) + "\n\n"


def story_markdown(article: Article, level: int = 1) -> str:
    """Give an article's story, its headings a level below `level`; empty if nothing is told."""
    parts: list[str] = []
    before = ""
    for _, block in article.story:
        text = _block(block, level)
        if block.kind == before and before in {"list", "code"}:
            parts[-1] += f"\n{text}"
        else:
            parts.append(text)
        before = block.kind
    return "\n\n".join(parts)


def article_text(article: Article) -> str:
    """Give an article as plain text: title, what is known of it, and its story, unwrapped."""
    where = [article.source or UNKNOWN_SOURCE, ", ".join(article.authors), day(article.published)]
    parts = [name_of(article), tidy(" · ".join(filter(None, where)))]
    parts += [tidy(block.text) for _, block in article.story]
    return "\n\n".join(parts) + "\n"


def _about(article: Article) -> str:
    facts = [article.source or UNKNOWN_SOURCE, ", ".join(article.authors), day(article.published)]
    said = " · ".join(plain(fact) for fact in facts if fact)
    url = article.url or ""
    return f"{said} · <{_address(url)}>" if is_web_address(url) else said


def _address(url: str) -> str:
    """Give an address as it may stand in angle brackets; it has no spaces (`is_web_address`)."""
    return url.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")


def _block(block: Block, level: int) -> str:
    text = plain(block.text)
    match block.kind:
        case "heading":
            return f"{'#' * (level + 1)} {text}"
        case "quote":
            return f"> {text}"
        case "list":
            return f"{'  ' * block.depth}- {text}"
        case "code":
            return f"    {' ' * block.depth}{tidy(block.text)}"
        case "caption":
            return f"*{text}*"
        case _:
            return text
