"""Diptych without a screen: a folder of articles, searched, read and compared.

Everything an interface needs stands here. The heavy parts load when first used, so importing
this package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # A name a line would make this table three times as long.
    # isort: off
    from search.archive_address import is_archive
    from search.archive_options import (
        ARCHIVE_FIELDS, ArchiveOptions, Archives, NamedArchive, archive_and_article, archive_at, library_named, shown_library, unsafe, without_login,
    )  # fmt: skip
    from search.arrivals.arrival import (
        ChangedArticle, Decision, Duplicate, FeedSeen, NewArticle, Rejected,
    )  # fmt: skip
    from search.arrivals.arrival_preview import (
        MOST_PREVIEWED, ArrivalPreview, BroughtIn, CutOff, LookingAt, PassedOver, Previewed,
    )  # fmt: skip
    from search.arrivals.arrivals import Arrivals
    from search.arrivals.completed_article import complete_article
    from search.arrivals.feeds.feed_update import FeedUpdate
    from search.arrivals.passed_over import passed_over
    from search.arrivals.typed_sources import dropped_sources, typed_sources
    from search.arrivals.updates import Updates
    from search.article import Article, ArticleId, Block, BlockKind, Head
    from search.article_words import (
        NOT_WHOLE, NOT_WHOLE_COMPARED, NO_DATE, UNKNOWN_SOURCE, counted, day, lacking, month,
    )  # fmt: skip
    from search.compare import (
        At, Comparison, Epithet, Figure, Judgement, Link, Meets, Name, Naming, QuotationPair, Quote, Run, Tier, Usage, Wording,
    )  # fmt: skip
    from search.compare.claims.claim_values import Claim, ClaimSentence, StoryClaims, Telling
    from search.compare.comparison import text_at
    from search.compare.gathered_wording import GatheredWording, Replacement, WordingExample
    from search.compare.report import Report, ReportGroup, ReportLine, ReportPiece, ReportSection
    from search.compare.report.comparison_report import report_of
    from search.compare.sentences.own_words import own_words
    from search.compare.signs import SIDE_SIGNS, SIGNS
    from search.compare.version_changes import ChangeKind, VersionChange
    from search.concordance import (
        GROUPS, ORDERS, Cluster, Collocate, Concordance, ConcordanceTables, Group, Order, Use, UseRow, UseTable, concordance_tables, ordered,
        uses_note,
    )  # fmt: skip
    from search.desk.answer import Answer, Hit, Missing
    from search.desk.archives.push_library import PushReport, push_library
    from search.desk.concordance_search import concordance_query
    from search.desk.desk import Desk
    from search.desk.fields.field_values import FieldWithValues
    from search.desk.first_page import FirstPage, load_first_page
    from search.desk.library_condition import Condition
    from search.desk.library_watch import watch_library
    from search.desk.pairs.meeting_passages import MeetingPassage, meeting_passage, near_articles
    from search.desk.pairs.pair_comparison import judgements
    from search.desk.revisions.article_revisions import Revision, Revisions
    from search.desk.revisions.revision_id import named_revision, revision_id
    from search.desk.saved_searches import SavedCount
    from search.engine import Counts, Health, SharedStory, Sort, State, Storage
    from search.errors import (
        ArticleError, CancelledError, IndexFailedError, IndexLockedError, LibraryError, NoSuchArticleError, QueryError, SearchError, reason_of,
    )  # fmt: skip
    from search.export.articles.articles_document import article_document, word_count
    from search.export.articles.articles_markdown import article_markdown, article_text
    from search.export.citation import cite
    from search.export.citation_styles import CITATION_STYLES, CitationStyle
    from search.export.claims.claims_document import claims_fields
    from search.export.claims.claims_words import ALONE_SIGN, CELL_SIGNS
    from search.export.comparison.comparison_document import comparison_document
    from search.export.comparison.comparison_markdown import comparison_markdown
    from search.export.comparison.comparison_page import comparison_page
    from search.export.comparison.comparison_words import apart_words, meets_split, tier_words
    from search.export.comparison.judged_table import judged_table
    from search.export.contrast.contrast_document import contrast_document
    from search.export.contrast.contrast_markdown import contrast_markdown
    from search.export.contrast.contrast_report import (
        ContrastReport, UsedMore, WordingTold, contrast_report, more_note,
    )  # fmt: skip
    from search.export.contrast.contrast_words import (
        MEANING, TOO_FEW, lack_note, level_note, months_note, scope_note, size_note, size_notes, stories_note, wording_note,
    )  # fmt: skip
    from search.export.export_formats import (
        FORMATS, PICTURE_SUFFIX, REFERENCE_FORMATS, ExportFormat, format_of, free_name, proposed_name, with_suffix,
    )  # fmt: skip
    from search.export.exports import Export, Exports
    from search.export.json_output import Document, json_text
    from search.export.notes.article_notes import note_document
    from search.export.subjects import (
        ArticlePair, ClaimsOf, FoundArticles, NamedArticles, ReaderNotes, SourcePair, StoriesOf, StoryOf, Subject, UsesOf, formats_for,
    )  # fmt: skip
    from search.export.uses.uses_document import uses_document
    from search.export.whole_file import NotWrittenError, write_whole
    from search.formats.linked_addresses import ArticleLink
    from search.highlight import Excerpt, Highlighter
    from search.ingest.sync_progress import SyncProgress
    from search.ingest.sync_report import Skipped, SyncReport
    from search.keyness import Contrast, Preference
    from search.library import bundled
    from search.library.chosen_columns import COLUMN_ROLES, ChosenColumns
    from search.library.file_names import pattern_fault
    from search.library.line_in_file import line_in_file
    from search.library.links_in_file import article_links
    from search.library.watching.folder_watch import FolderWatch
    from search.marks import MarkChange, Marks, Note
    from search.marks.judged_links import JudgedLink
    from search.marks.mark_text import note_text, tag_name
    from search.marks.mark_values import LONGEST_NAME, Passage
    from search.marks.note_search import note_test
    from search.marks.other_readers import SIGNATURE, newsboat_items, read_items
    from search.marks.passages import PassagePlace, PlacedNote, passage_at
    from search.marks.reading_places import ReadingPlace
    from search.misspelt import did_you_mean
    from search.query import Query, describe, parse
    from search.query.any_word import word_fault, word_list
    from search.regular_file import read_regular, save_regular, set_aside
    from search.sealed_file import DamagedFileError, load_sealed, save_sealed
    from search.sides import Side, Sides
    from search.stories import Counterpart, Story, StoryHead, Version
    from search.text import Span, sentences, tokenize
    from search.typed_path import named_path
    from search.untrusted import is_web_address, iso_day, iso_time
    from search.user_folders import substitute_home, user_folder
    # isort: on

_HOMES = {
    "archive_options": (
        "ARCHIVE_FIELDS", "ArchiveOptions", "Archives", "NamedArchive", "archive_and_article", "archive_at", "library_named", "shown_library", "unsafe", "without_login",
    ),
    "arrivals.arrival": ("ChangedArticle", "Decision", "Duplicate", "FeedSeen", "NewArticle", "Rejected"),
    "arrivals.arrival_preview": ("MOST_PREVIEWED", "ArrivalPreview", "BroughtIn", "CutOff", "LookingAt", "PassedOver", "Previewed"),
    "arrivals.arrivals": ("Arrivals",),
    "archive_address": ("is_archive",),
    "arrivals.completed_article": ("complete_article",),
    "arrivals.feeds.feed_update": ("FeedUpdate",),
    "arrivals.passed_over": ("passed_over",),
    "arrivals.typed_sources": ("dropped_sources", "typed_sources"),
    "arrivals.updates": ("Updates",),
    "article": ("Article", "ArticleId", "Block", "BlockKind", "Head"),
    "compare": (
        "At", "Comparison", "Epithet", "Figure", "Judgement", "Link", "Meets", "Name", "Naming", "QuotationPair", "Quote", "Run", "Tier",
        "Usage", "Wording",
    ),
    "compare.sentences.own_words": ("own_words",),
    "compare.claims.claim_values": ("Claim", "ClaimSentence", "StoryClaims", "Telling"),
    "compare.gathered_wording": ("GatheredWording", "Replacement", "WordingExample"),
    "compare.version_changes": ("ChangeKind", "VersionChange"),
    "concordance": (
        "GROUPS", "ORDERS", "Cluster", "Collocate", "Concordance", "ConcordanceTables", "Group", "Order", "Use", "UseRow", "UseTable",
        "concordance_tables", "ordered", "uses_note",
    ),
    "compare.comparison": ("text_at",),
    "compare.report": ("Report", "ReportGroup", "ReportLine", "ReportPiece", "ReportSection"),
    "compare.report.comparison_report": ("report_of",),
    "compare.signs": ("SIDE_SIGNS", "SIGNS"),
    "desk.answer": ("Answer", "Hit", "Missing"),
    "desk.concordance_search": ("concordance_query",),
    "desk.desk": ("Desk",),
    "desk.first_page": ("FirstPage", "load_first_page"),
    "desk.library_condition": ("Condition",),
    "desk.library_watch": ("watch_library",),
    "desk.pairs.meeting_passages": ("MeetingPassage", "meeting_passage", "near_articles"),
    "desk.pairs.pair_comparison": ("judgements",),
    "desk.archives.push_library": ("PushReport", "push_library"),
    "desk.revisions.article_revisions": ("Revision", "Revisions"),
    "desk.revisions.revision_id": ("named_revision", "revision_id"),
    "engine": ("Counts", "Health", "SharedStory", "Sort", "State", "Storage"),
    "errors": (
        "ArticleError", "CancelledError", "IndexFailedError", "IndexLockedError", "LibraryError", "NoSuchArticleError", "QueryError",
        "SearchError", "reason_of",
    ),
    "article_words": ("NO_DATE", "NOT_WHOLE", "NOT_WHOLE_COMPARED", "UNKNOWN_SOURCE", "counted", "day", "lacking", "month"),
    "export.articles.articles_document": ("article_document", "word_count"),
    "export.articles.articles_markdown": ("article_markdown", "article_text"),
    "export.citation": ("cite",),
    "export.citation_styles": ("CITATION_STYLES", "CitationStyle"),
    "export.claims.claims_document": ("claims_fields",),
    "export.claims.claims_words": ("ALONE_SIGN", "CELL_SIGNS"),
    "export.comparison.comparison_document": ("comparison_document",),
    "export.comparison.comparison_markdown": ("comparison_markdown",),
    "export.comparison.comparison_page": ("comparison_page",),
    "export.comparison.comparison_words": ("apart_words", "meets_split", "tier_words"),
    "export.comparison.judged_table": ("judged_table",),
    "export.contrast.contrast_document": ("contrast_document",),
    "export.contrast.contrast_markdown": ("contrast_markdown",),
    "export.contrast.contrast_report": ("ContrastReport", "UsedMore", "WordingTold", "contrast_report", "more_note"),
    "export.contrast.contrast_words": (
        "MEANING", "TOO_FEW", "lack_note", "level_note", "months_note", "scope_note", "size_note", "size_notes",
        "stories_note", "wording_note",
    ),
    "export.export_formats": (
        "FORMATS", "PICTURE_SUFFIX", "REFERENCE_FORMATS", "ExportFormat", "format_of", "free_name", "proposed_name", "with_suffix",
    ),
    "export.exports": ("Export", "Exports"),
    "export.json_output": ("Document", "json_text"),
    "export.notes.article_notes": ("note_document",),
    "export.subjects": (
        "ArticlePair", "ClaimsOf", "FoundArticles", "NamedArticles", "ReaderNotes", "SourcePair", "StoriesOf", "StoryOf", "Subject", "UsesOf",
        "formats_for",
    ),
    "export.uses.uses_document": ("uses_document",),
    "export.whole_file": ("NotWrittenError", "write_whole"),
    "highlight": ("Excerpt", "Highlighter"),
    "ingest.sync_progress": ("SyncProgress",),
    "ingest.sync_report": ("Skipped", "SyncReport"),
    "keyness": ("Contrast", "Preference"),
    "library": ("bundled",),
    "library.chosen_columns": ("COLUMN_ROLES", "ChosenColumns"),
    "library.file_names": ("pattern_fault",),
    "library.line_in_file": ("line_in_file",),
    "library.links_in_file": ("article_links",),
    "formats.linked_addresses": ("ArticleLink",),
    "library.watching.folder_watch": ("FolderWatch",),
    "marks": ("MarkChange", "Marks", "Note"),
    "marks.judged_links": ("JudgedLink",),
    "marks.mark_text": ("note_text", "tag_name"),
    "marks.note_search": ("note_test",),
    "marks.passages": ("PassagePlace", "PlacedNote", "passage_at"),
    "marks.mark_values": ("LONGEST_NAME", "Passage"),
    "desk.saved_searches": ("SavedCount",),
    "desk.fields.field_values": ("FieldWithValues",),
    "marks.reading_places": ("ReadingPlace",),
    "misspelt": ("did_you_mean",),
    "typed_path": ("named_path",),
    "query": ("Query", "describe", "parse"),
    "marks.other_readers": ("SIGNATURE", "newsboat_items", "read_items"),
    "query.any_word": ("word_fault", "word_list"),
    "regular_file": ("read_regular", "save_regular", "set_aside"),
    "sealed_file": ("DamagedFileError", "save_sealed", "load_sealed"),
    "sides": ("Side", "Sides"),
    "stories": ("Counterpart", "Story", "StoryHead", "Version"),
    "text": ("Span", "sentences", "tokenize"),
    "untrusted": ("is_web_address", "iso_day", "iso_time"),
    "user_folders": ("substitute_home", "user_folder"),
}  # fmt: skip
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "ALONE_SIGN", "ARCHIVE_FIELDS", "CELL_SIGNS", "CITATION_STYLES", "COLUMN_ROLES", "FORMATS", "GROUPS", "LONGEST_NAME", "MEANING",
    "MOST_PREVIEWED", "NOT_WHOLE", "NOT_WHOLE_COMPARED", "NO_DATE", "ORDERS", "PICTURE_SUFFIX", "REFERENCE_FORMATS", "SIDE_SIGNS", "SIGNATURE",
    "SIGNS", "TOO_FEW", "UNKNOWN_SOURCE", "Answer", "ArchiveOptions", "Archives", "ArrivalPreview", "Arrivals", "Article", "ArticleError",
    "ArticleId", "ArticleLink", "ArticlePair", "At", "Block", "BlockKind", "BroughtIn", "CancelledError", "ChangeKind", "ChangedArticle",
    "ChosenColumns", "CitationStyle", "Claim", "ClaimSentence", "ClaimsOf", "Cluster", "Collocate", "Comparison", "Concordance", "ConcordanceTables",
    "Condition", "Contrast", "ContrastReport", "Counterpart", "Counts", "CutOff", "DamagedFileError", "Decision", "Desk", "Document", "Duplicate",
    "Epithet", "Excerpt", "Export", "ExportFormat", "Exports", "FeedSeen", "FeedUpdate", "FieldWithValues", "Figure", "FirstPage", "FolderWatch",
    "FoundArticles", "GatheredWording", "Group", "Head", "Health", "Highlighter", "Hit", "IndexFailedError", "IndexLockedError", "JudgedLink",
    "Judgement", "LibraryError", "Link", "LookingAt", "MarkChange", "Marks", "MeetingPassage", "Meets", "Missing", "Name", "NamedArchive",
    "NamedArticles", "Naming", "NewArticle", "NoSuchArticleError", "NotWrittenError", "Note", "Order", "Passage", "PassagePlace", "PassedOver", "PlacedNote",
    "Preference", "Previewed", "PushReport", "Query", "QueryError", "QuotationPair", "Quote", "ReaderNotes", "ReadingPlace", "Rejected",
    "Replacement", "Report", "ReportGroup", "ReportLine", "ReportPiece", "ReportSection", "Revision", "Revisions", "Run", "SavedCount",
    "SearchError", "SharedStory", "Side", "Sides", "Skipped", "Sort", "SourcePair", "Span", "State", "Storage", "StoriesOf", "Story", "StoryClaims",
    "StoryHead", "StoryOf", "Subject", "SyncProgress", "SyncReport", "Telling", "Tier", "Updates", "Usage", "Use", "UseRow", "UseTable", "UsedMore",
    "UsesOf", "Version", "VersionChange", "Wording", "WordingExample", "WordingTold", "apart_words", "archive_and_article", "archive_at", "article_document",
    "article_links", "article_markdown", "article_text", "bundled", "cite", "claims_fields", "comparison_document", "comparison_markdown",
    "comparison_page", "complete_article", "concordance_query", "concordance_tables", "contrast_document", "contrast_markdown", "contrast_report",
    "counted", "day", "describe", "did_you_mean", "dropped_sources", "format_of", "formats_for", "free_name", "is_archive", "is_web_address", "iso_day", "iso_time",
    "json_text", "judged_table", "judgements", "lack_note", "lacking", "level_note", "library_named", "line_in_file", "load_first_page",
    "load_sealed", "meeting_passage", "meets_split", "month", "months_note", "more_note", "named_path", "named_revision", "near_articles",
    "newsboat_items", "note_document", "note_test", "note_text", "ordered", "own_words", "parse", "passage_at", "passed_over", "pattern_fault",
    "proposed_name", "push_library", "read_items", "read_regular", "reason_of", "report_of", "revision_id", "save_regular", "save_sealed",
    "scope_note", "sentences", "set_aside", "shown_library", "size_note", "size_notes", "stories_note", "substitute_home", "tag_name", "text_at",
    "tier_words", "tokenize", "typed_sources", "unsafe", "user_folder", "uses_document", "uses_note", "watch_library", "with_suffix",
    "without_login", "word_count", "word_fault", "word_list", "wording_note", "write_whole",
]  # fmt: skip


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
