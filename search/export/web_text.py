"""HTML: escaping text, and the frame of a page that has no script, fetches nothing and can be printed."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from search.export.tidy_text import tidy_piece
from search.untrusted import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterable

    from search.article import Article

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"

PAGE_END = "</body>\n</html>\n"


def escaped(text: str) -> str:
    """Escape a piece of text for HTML, in an element or a quoted attribute. Cost: linear."""
    return escape(tidy_piece(text), quote=True)


def page_begin(title: str) -> str:
    """Give the beginning of a page, up to its body; the title is text."""
    style = Path(__file__).with_name("web_text.css").read_text(encoding="utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )


def web_link(article: Article, said: str) -> str:
    """Give a link to where an article was published, said so; empty without a web address."""
    url = article.url or ""
    if not is_web_address(url):
        return ""
    return f'<a rel="noreferrer" href="{escaped(url)}">{said}</a>'


def language_of(article: Article) -> str:
    """Give the attribute that says the language of an article; empty where that isn't known."""
    return f' lang="{escaped(article.language)}"' if article.language else ""


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Give a table of cells that are HTML already."""
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "\n".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>\n<tr>{heads}</tr>\n{body}\n</table>"
