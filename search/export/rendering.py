"""Each kind of thing in each format that it has, as text in pieces.

What turns it into text is loaded when it is first needed: a list of references needs no page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from search.compare import Comparison
    from search.compare.claims.claim_values import StoryClaims
    from search.compare.gathered_wording import GatheredWording
    from search.concordance import Concordance
    from search.export.articles.exported import ArticleSet
    from search.export.export_formats import ExportFormat
    from search.export.notes.article_notes import ArticleNotes
    from search.export.reference import Reference
    from search.keyness import Contrast
    from search.stories import StoryHead

# ruff: noqa: PLC0415 - see above


def set_pieces(exported: ArticleSet, form: ExportFormat) -> Iterator[str]:
    """Yield articles in a format."""
    if form == "markdown":
        from search.export.articles.articles_markdown import articles_markdown

        return articles_markdown(exported)
    if form == "html":
        from search.export.articles.articles_page import articles_page

        return articles_page(exported)
    if form == "json":
        from search.export.articles.articles_document import articles_json

        return articles_json(exported)
    from search.export.articles.articles_table import articles_table, references

    return articles_table(exported) if form == "csv" else _listed(references(exported), form)


def comparison_pieces(comparison: Comparison, form: ExportFormat) -> Iterator[str]:
    """Yield a comparison in a format that isn't one of references."""
    if form == "markdown":
        from search.export.comparison.comparison_markdown import comparison_markdown

        return iter([comparison_markdown(comparison)])
    if form == "html":
        from search.export.comparison.comparison_page import comparison_page

        return iter([comparison_page(comparison)])
    if form == "csv":
        from search.export.comparison.comparison_table import comparison_table

        return comparison_table(comparison)
    from search.export.comparison.comparison_document import comparison_document
    from search.export.json_output import json_text

    return iter([json_text(comparison_document(comparison)) + "\n"])


def contrast_pieces(
    contrast: Contrast, form: ExportFormat, wording: GatheredWording | None = None
) -> Iterator[str]:
    """Yield two sources in a format that isn't one of references; a table has no wording."""
    if form == "markdown":
        from search.export.contrast.contrast_markdown import contrast_markdown

        return iter([contrast_markdown(contrast, wording=wording)])
    if form == "html":
        from search.export.contrast.contrast_page import contrast_page

        return contrast_page(contrast, wording)
    if form == "csv":
        from search.export.contrast.contrast_table import contrast_table

        return contrast_table(contrast)
    from search.export.contrast.contrast_document import contrast_document
    from search.export.json_output import json_text

    return iter([json_text(contrast_document(contrast, wording=wording)) + "\n"])


def claims_pieces(title: str, claims: StoryClaims, form: ExportFormat) -> Iterator[str]:
    """Yield the claims of a story in a format that isn't one of references."""
    if form == "markdown":
        from search.export.claims.claims_markdown import claims_markdown

        return iter([claims_markdown(title, claims)])
    if form == "html":
        from search.export.claims.claims_page import claims_page

        return claims_page(title, claims)
    if form == "csv":
        from search.export.claims.claims_table import claims_table

        return claims_table(claims)
    from search.export.claims.claims_document import claims_fields
    from search.export.json_output import json_text

    return iter([json_text({"title": title, **claims_fields(claims)}) + "\n"])


def story_pieces(query: str, stories: Sequence[StoryHead], form: ExportFormat) -> Iterator[str]:
    """Yield stories, one row each, in a format that isn't one of references."""
    from search.export.stories.stories_text import (
        stories_json,
        stories_markdown,
        stories_page,
        stories_table,
    )

    heading = query.strip() or "All stories"
    match form:
        case "csv":
            return stories_table(stories)
        case "json":
            return stories_json(query, stories)
        case "html":
            return stories_page(heading, stories)
        case _:
            return stories_markdown(heading, stories)


def uses_pieces(found: Concordance, form: ExportFormat) -> Iterator[str]:
    """Yield every use of a word in a format that isn't one of references."""
    if form == "json":
        from search.export.json_output import json_text
        from search.export.uses.uses_document import uses_document

        return iter([json_text(uses_document(found, found.uses)) + "\n"])
    from search.export.uses.uses_text import uses_markdown, uses_page, uses_table

    if form == "csv":
        return uses_table(found)
    return uses_markdown(found) if form == "markdown" else uses_page(found)


def note_pieces(noted: Iterable[ArticleNotes], form: ExportFormat) -> Iterator[str]:
    """Yield notes in a format; references are to the articles, with their notes."""
    if form in {"markdown", "html"}:
        from search.export.notes.notes_text import notes_markdown, notes_page

        return notes_markdown(noted) if form == "markdown" else notes_page(noted)
    from search.export.notes.notes_table import noted_references, notes_json, notes_table

    if form == "json":
        return notes_json(noted)
    return notes_table(noted) if form == "csv" else _listed(noted_references(noted), form)


def _listed(references: Iterable[Reference], form: ExportFormat) -> Iterator[str]:
    if form == "bibtex":
        from search.export.bibtex import bibtex

        return bibtex(references)
    if form == "ris":
        from search.export.ris import ris

        return ris(references)
    from search.export.csl_json import csl_json

    return csl_json(references)
