"""Diptych without a screen: a folder of articles, searched, read and compared.

Everything an interface needs stands here. The heavy parts load when first used, so importing
this package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.article import Article, ArticleId, Block, BlockKind, Head
    from search.compare import (
        At,
        Comparison,
        Epithet,
        Figure,
        Link,
        Meets,
        Name,
        Naming,
        QuotationPair,
        Quote,
        Run,
        Tier,
        Usage,
        Wording,
    )
    from search.concordance import GROUPS, ORDERS, Concordance, Group, Order, Use, ordered
    from search.desk.answer import Answer, Hit
    from search.desk.concordance_search import concordance_query
    from search.desk.desk import Desk
    from search.desk.first_page import FirstPage, load_first_page
    from search.desk.library_condition import Condition
    from search.desk.reader_marks import PlacedNote
    from search.desk.saved_searches import SavedCount
    from search.engine import Health, Sort, State, Storage
    from search.errors import (
        ArticleError,
        CancelledError,
        IndexFailedError,
        IndexLockedError,
        LibraryError,
        NoSuchArticleError,
        QueryError,
        SearchError,
        reason_of,
    )
    from search.highlight import Excerpt, Highlighter
    from search.ingest.sync_progress import SyncProgress
    from search.ingest.sync_report import Skipped, SyncReport
    from search.keyness import Contrast, Preference
    from search.library import bundled
    from search.library.chosen_columns import COLUMN_ROLES, ChosenColumns
    from search.library.file_names import pattern_fault
    from search.library.line_in_file import line_in_file
    from search.marks import MarkChange, Marks, Note
    from search.marks.mark_text import note_text, tag_name
    from search.marks.mark_values import LONGEST_NAME
    from search.marks.note_search import note_test
    from search.marks.other_readers import SIGNATURE, newsboat_items, read_items
    from search.marks.passages import PassagePlace, passage_at
    from search.marks.reading_places import ReadingPlace
    from search.query import Query, describe, parse
    from search.query.any_word import word_fault, word_list
    from search.regular_file import read_regular, save_regular, set_aside
    from search.sealed_file import DamagedFileError, load_sealed, save_sealed
    from search.sides import Sides
    from search.stories import Counterpart, Story, Version
    from search.text import Span, sentences, tokenize
    from search.typed_path import named_path
    from search.untrusted import is_web_address, iso_day, iso_time
    from search.user_folders import substitute_home, user_folder

_HOMES = {
    "article": ("Article", "ArticleId", "Block", "BlockKind", "Head"),
    "compare": (
        "At",
        "Comparison",
        "Figure",
        "Link",
        "Meets",
        "Name",
        "Naming",
        "Epithet",
        "QuotationPair",
        "Quote",
        "Run",
        "Tier",
        "Usage",
        "Wording",
    ),
    "concordance": ("GROUPS", "ORDERS", "Concordance", "Group", "Order", "Use", "ordered"),
    "desk.answer": ("Answer", "Hit"),
    "desk.concordance_search": ("concordance_query",),
    "desk.desk": ("Desk",),
    "desk.first_page": ("FirstPage", "load_first_page"),
    "desk.library_condition": ("Condition",),
    "desk.reader_marks": ("PlacedNote",),
    "engine": ("Health", "Sort", "State", "Storage"),
    "errors": (
        "ArticleError",
        "CancelledError",
        "IndexFailedError",
        "IndexLockedError",
        "LibraryError",
        "NoSuchArticleError",
        "QueryError",
        "SearchError",
        "reason_of",
    ),
    "highlight": ("Excerpt", "Highlighter"),
    "ingest.sync_progress": ("SyncProgress",),
    "ingest.sync_report": ("Skipped", "SyncReport"),
    "keyness": ("Contrast", "Preference"),
    "library": ("bundled",),
    "library.chosen_columns": ("COLUMN_ROLES", "ChosenColumns"),
    "library.file_names": ("pattern_fault",),
    "library.line_in_file": ("line_in_file",),
    "marks": ("MarkChange", "Marks", "Note"),
    "marks.mark_text": ("note_text", "tag_name"),
    "marks.note_search": ("note_test",),
    "marks.passages": ("PassagePlace", "passage_at"),
    "marks.mark_values": ("LONGEST_NAME",),
    "desk.saved_searches": ("SavedCount",),
    "marks.reading_places": ("ReadingPlace",),
    "typed_path": ("named_path",),
    "query": ("Query", "describe", "parse"),
    "marks.other_readers": ("SIGNATURE", "newsboat_items", "read_items"),
    "query.any_word": ("word_fault", "word_list"),
    "regular_file": ("read_regular", "save_regular", "set_aside"),
    "sealed_file": ("DamagedFileError", "save_sealed", "load_sealed"),
    "sides": ("Sides",),
    "stories": ("Counterpart", "Story", "Version"),
    "text": ("Span", "sentences", "tokenize"),
    "untrusted": ("is_web_address", "iso_day", "iso_time"),
    "user_folders": ("substitute_home", "user_folder"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "COLUMN_ROLES",
    "GROUPS",
    "LONGEST_NAME",
    "ORDERS",
    "SIGNATURE",
    "Answer",
    "Article",
    "ArticleError",
    "ArticleId",
    "At",
    "Block",
    "BlockKind",
    "CancelledError",
    "ChosenColumns",
    "Comparison",
    "Concordance",
    "Condition",
    "Contrast",
    "Counterpart",
    "DamagedFileError",
    "Desk",
    "Epithet",
    "Excerpt",
    "Figure",
    "FirstPage",
    "Group",
    "Head",
    "Health",
    "Highlighter",
    "Hit",
    "IndexFailedError",
    "IndexLockedError",
    "LibraryError",
    "Link",
    "MarkChange",
    "Marks",
    "Meets",
    "Name",
    "Naming",
    "NoSuchArticleError",
    "Note",
    "Order",
    "PassagePlace",
    "PlacedNote",
    "Preference",
    "Query",
    "QueryError",
    "QuotationPair",
    "Quote",
    "ReadingPlace",
    "Run",
    "SavedCount",
    "SearchError",
    "Sides",
    "Skipped",
    "Sort",
    "Span",
    "State",
    "Storage",
    "Story",
    "SyncProgress",
    "SyncReport",
    "Tier",
    "Usage",
    "Use",
    "Version",
    "Wording",
    "bundled",
    "concordance_query",
    "describe",
    "is_web_address",
    "iso_day",
    "iso_time",
    "line_in_file",
    "load_first_page",
    "load_sealed",
    "named_path",
    "newsboat_items",
    "note_test",
    "note_text",
    "ordered",
    "parse",
    "passage_at",
    "pattern_fault",
    "read_items",
    "read_regular",
    "reason_of",
    "save_regular",
    "save_sealed",
    "sentences",
    "set_aside",
    "substitute_home",
    "tag_name",
    "tokenize",
    "user_folder",
    "word_fault",
    "word_list",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
