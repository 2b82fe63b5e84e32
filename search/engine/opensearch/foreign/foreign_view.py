"""An index that others built at one moment, with all by which it is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from search.engine.opensearch.article_memory import ArticleMemory
from search.engine.opensearch.foreign.foreign_query import ForeignQuery
from search.errors import IndexFailedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from search.archive_address import ArchiveAddress
    from search.archive_options import ArchiveOptions
    from search.engine.opensearch.foreign.field_map import FieldMap
    from search.engine.opensearch.point_in_time import View


@dataclass(frozen=True, slots=True)
class ForeignView:
    """A view of an index.

    Attributes:
        address, options: where it is, and how it is asked.
        fields: what its fields are.
        view: the point in time.
        tell_once: passes a sentence on to the user, unless it was told before.
        memory: articles that were read.
    """

    address: ArchiveAddress
    options: ArchiveOptions
    fields: FieldMap
    view: View
    tell_once: Callable[[str], None]
    memory: ArticleMemory = field(default_factory=ArticleMemory)

    @property
    def query(self) -> ForeignQuery:
        """What translates queries for it."""
        return ForeignQuery(self.address, self.fields)

    @property
    def source(self) -> list[str]:
        """The fields that are asked for to read an article."""
        return list(self.fields.read)

    def refused(self, what: str) -> IndexFailedError:
        """Give the error for what its mapping can't do."""
        return IndexFailedError(self.address, f"its mapping can't {what}")
