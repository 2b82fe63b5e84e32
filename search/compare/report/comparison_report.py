"""The report of a comparison: what panel, text, JSON, Markdown and HTML lay out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from search.article_words import UNKNOWN_SOURCE
from search.compare.report.figure_section import figure_section, repeat_section
from search.compare.report.naming_section import naming_section
from search.compare.report.opening_section import opening_section
from search.compare.report.quotation_section import quotation_section
from search.compare.report.report_values import Report
from search.compare.report.version_section import version_section
from search.compare.report.word_sections import name_section, word_section
from search.compare.report.wording_section import wording_section
from search.sides import Sides

if TYPE_CHECKING:
    from search.compare.comparison import Comparison


def report_of(comparison: Comparison) -> Report:
    """Put a comparison into words: all sections in their order, the summary first; of versions what changed.

    Cost: linear in the text and the findings; see the sections.
    """
    sides = Sides(
        comparison.left.source or UNKNOWN_SOURCE, comparison.right.source or UNKNOWN_SOURCE
    )
    return Report(
        sides,
        (
            version_section(comparison)
            if comparison.versions
            else opening_section(comparison, sides),
            wording_section(comparison),
            quotation_section(comparison, sides),
            naming_section(comparison),
            word_section(comparison, sides),
            name_section(comparison, sides),
            figure_section(comparison),
            repeat_section(comparison, sides),
        ),
    )
