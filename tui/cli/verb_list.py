"""The list of verbs. To add one, write its file in `tui/cli/verbs` and list it here."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Purpose: TypeAlias = Literal["find", "analyse", "keep", "diagnose"]
"""What a verb is for; in the overview those for one purpose stand together, in this order."""


class ListedVerb(NamedTuple):
    """What is known of a verb before its module is loaded.

    Attributes:
        name: what is typed after `diptych`.
        usage: its arguments, as the overview shows them.
        summary: what it does, as the overview says it.
        purpose: where in the overview it stands.
        home: its module in `tui/cli/verbs`; empty where that has the name of the verb.
    """

    name: str
    usage: str
    summary: str
    purpose: Purpose
    home: str = ""

    @property
    def module(self) -> str:
        """The name of the module that has it."""
        return f"tui.cli.verbs.{self.home or self.name}"


VERBS = (
    ListedVerb("index", "[LIBRARY]", "bring the index up to date", "find"),
    ListedVerb("search", "QUERY [LIBRARY]", "search", "find"),
    ListedVerb("show", "ARTICLE", "print an article as it was understood", "find"),
    ListedVerb(
        "rivals",
        "ARTICLE [LIBRARY]",
        "the same story in other sources, best first",
        "find",
        home="counterparts",
    ),
    ListedVerb("counterparts", "ARTICLE …", "the same, by its other name", "find"),
    ListedVerb(
        "stories", "[LIBRARY]", "the library grouped into stories, largest first", "analyse"
    ),
    ListedVerb(
        "concordance", "WORD [LIBRARY]", "every use of a word or phrase, in its context", "find"
    ),
    ListedVerb("compare", "LEFT RIGHT", "compare two articles", "analyse"),
    ListedVerb(
        "sources",
        "[LEFT RIGHT] [LIBRARY]",
        "two sources over the whole library; or all there are",
        "analyse",
    ),
    ListedVerb("add", "WHAT …", "bring in files, folders, exports, addresses, feeds", "keep"),
    ListedVerb(
        "update",
        "[LIBRARY]",
        "fetch the feeds the library subscribes to",
        "keep",
        home="update_feeds",
    ),
    ListedVerb("feeds", "[LIBRARY]", "these feeds; --opml for other readers", "keep"),
    ListedVerb("revisions", "ARTICLE", "its versions as its publisher changed it", "find"),
    ListedVerb("mark", "ARTICLE …", "mark as read, star, tag, note", "keep"),
    ListedVerb("marks", "export|import [FILE]", "all marks, out or in, as one document", "keep"),
    ListedVerb("notes", "[QUERY] [LIBRARY]", "every note with its passage", "keep"),
    ListedVerb("export", "QUERY [LIBRARY]", "take out: Markdown, HTML, CSV, BibTeX …", "keep"),
    ListedVerb("push", "LIBRARY ARCHIVE", "send a library to an OpenSearch archive", "keep"),
    ListedVerb("saved", "[LIBRARY]", "saved searches with counts", "keep"),
    ListedVerb("config", "", "every setting, where it comes from, what it may be", "diagnose"),
    ListedVerb("doctor", "", "what is installed, found, broken, and how to mend it", "diagnose"),
)
"""All verbs, in the order in which errors name them."""

READER = ListedVerb("", "[LIBRARY]", "open the reader", "find", home="open_reader")
"""What runs where no verb is named."""

VERB_NAMES = tuple(verb.name for verb in VERBS)
