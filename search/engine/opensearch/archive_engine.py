"""The engine on OpenSearch; see `search.engine.protocol.Engine`."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from search.archive_options import ArchiveOptions
from search.engine.cancellation import never_cancelled
from search.engine.empty import EmptySnapshot
from search.engine.opensearch.archive_connection import Connection, patiently
from search.engine.opensearch.archive_documents import FORMAT, index_body
from search.engine.opensearch.archive_query import translate
from search.engine.opensearch.archive_snapshot import ArchiveSnapshot, Bounds
from search.engine.opensearch.archive_state import ArchiveState, Content
from search.engine.opensearch.article_json import load_head, load_profile
from search.engine.opensearch.article_memory import ArticleMemory
from search.engine.opensearch.grouped_here import (
    GroupedStories,
    Told,
    group_stories,
    story_set,
    tell_set,
)
from search.engine.opensearch.nodes.archive_faults import MAY_PASS
from search.engine.opensearch.point_in_time import View, buckets_of
from search.engine.opensearch.profile_weights import StemCounts, StemWeights
from search.engine.opensearch.writing.archive_loading import Loading
from search.engine.opensearch.writing.archive_lock import ArchiveLock
from search.engine.opensearch.writing.archive_writer import ArchiveWriter
from search.engine.state import Health, State
from search.errors import IndexFailedError
from search.library import KnownFiles

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from search.archive_address import ArchiveAddress
    from search.article import ArticleId
    from search.engine.opensearch.grouped_here import StorySet
    from search.engine.protocol import Pair, Snapshot
    from search.engine.writer_protocol import Writer
    from search.query import Query

T = TypeVar("T")
_AS_ANY = ArchiveOptions()
_RULES = 100
"""Rules of stemming that are looked for; there are some thirty."""
_NEWEST = [{"when": {"order": "desc", "missing": "_last"}}]
_BELIEVED = 1.0
"""Seconds for which reading doesn't ask again whether something else is there now."""


class _Opened(NamedTuple):
    """A view of what there is, the rules that stem any of its articles, and what was read of it."""

    version: str
    view: View
    rules: tuple[str, ...]
    memory: ArticleMemory
    counts: StemCounts


class ArchiveEngine:
    """Articles in an archive. It holds their texts, and stories are grouped here for each run."""

    holds_texts = True

    def __init__(
        self,
        address: ArchiveAddress,
        options: ArchiveOptions = _AS_ANY,
        tell: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._connection = Connection(address, options)
        self._tell = tell
        self._state = ArchiveState(self._connection)
        self._opened: _Opened | None = None
        self._seen: tuple[Content | None, float] = None, -_BELIEVED
        self._lock = Lock()
        self._stories = GroupedStories({}, 0)
        self._grouped: object = None
        self._among: Query | None = None
        self._counted = "", 0

    def state(self) -> State:
        """Say whether it can be searched; one question, two where it can't."""
        content = self._look()
        if content and content.version:
            if content.made_as != FORMAT:
                return State("outdated", "it was pushed by another Diptych; push it again")
            return State("ready")
        if self._state.locked():
            return State("building", "a program is pushing to it for the first time")
        if self._connection.there(f"/{self._connection.address.index}"):
            return State("empty", "Diptych did not push it, and only what it pushed can be opened")
        return State("empty", "there is no such index; diptych push LIBRARY ARCHIVE makes one")

    def is_foreign(self) -> bool:
        """Tell whether there is such an index that Diptych didn't push; two questions."""
        if self._state.content() is not None or self._state.locked():
            return False
        return self._connection.there(f"/{self._connection.address.index}")

    def version(self) -> str:
        """Give a version; one question."""
        content = self._look()
        return f"{content.holder}:{content.version}" if content else ""

    def _look(self) -> Content | None:
        """Ask what there is; reading believes the answer for a second."""
        content = self._state.content()
        self._seen = content, time.monotonic()
        return content

    def read(self, task: Callable[[Snapshot], T], *, aside: bool = False) -> T:
        """Do a task with a view of the archive; again where that has expired or a node fails meanwhile."""
        del aside

        def once() -> T:
            opened = self._current()
            return task(self._snapshot(opened) if opened else EmptySnapshot())

        return patiently(once, self._forget_view, passing=MAY_PASS)

    def _forget_view(self) -> None:
        self._seen = None, -_BELIEVED
        with self._lock:
            self._opened = None

    def write(self, task: Callable[[Writer], T], *, rebuild: bool = False) -> T:
        """Do a task with the right to write; see `search.engine.Engine.write`."""
        return self._write(task, rebuild=rebuild)

    def write_archive(self, task: Callable[[ArchiveWriter], T]) -> T:
        """Do a task with the right to write, and learn what is rejected."""
        return self._write(task, rebuild=False)

    def _write(self, task: Callable[[ArchiveWriter], T], *, rebuild: bool) -> T:
        self._state.begin()
        lock = ArchiveLock(self._connection)
        loading = Loading(self._connection, self._state)
        try:
            content = self._state.content() or self._begun()
            rebuild = rebuild or content.made_as != FORMAT
            anew = self._new_index() if rebuild and content.version else ""
            writer = ArchiveWriter(self._connection, self._state, lock, content, anew)
            try:
                loading.begin(anew or content.holder, fresh=writer.fresh)
                return task(writer)
            finally:
                writer.close()
                loading.end()
                self._settle(content, writer.content, anew)
        finally:
            self._seen = None, -_BELIEVED
            lock.release()

    def group_stories(
        self,
        together: Collection[Pair],
        apart: Collection[Pair],
        changed: Collection[ArticleId] = (),
        cancelled: Callable[[], bool] = never_cancelled,
        among: Query | None = None,
    ) -> int:
        """Group the newest of what is wanted here, as many as the options say; nothing is written there."""
        del changed
        opened = self._current()
        if opened is None:
            return 0
        said = (frozenset(together), frozenset(apart))
        among = None if self._all_fit(opened) else among if among is not None else self._among
        asked = (opened.version, said, among)
        if asked != self._grouped:
            articles = len(self._snapshot(opened))
            stems = StemWeights(opened.view, articles, opened.counts)
            rules, chosen = opened.rules, self._connection.options
            these = story_set(lambda node: translate(node, rules), chosen, among, newest=True)
            tell_set(opened.view, these, self._tell)
            told = _dwelt_on(opened.view, these, cancelled)
            labels = self._stories.labels
            self._stories = group_stories(told, stems, said, labels, cancelled)
            self._grouped, self._among = asked, among
        return self._stories.left_out

    def _all_fit(self, opened: _Opened) -> bool:
        """Tell whether all articles are grouped, whatever is searched; one question for each state."""
        if self._counted[0] != opened.version:
            self._counted = opened.version, len(self._snapshot(opened))
        return self._counted[1] <= self._connection.options.sample

    def known_files(self) -> KnownFiles:
        """Give the files its articles were read from."""
        content = self._state.content()
        return self._state.files(content.holder) if content else KnownFiles()

    def health(self) -> Health:
        """Ask it how it is."""
        told = self._connection.ask("/").get("version", {})
        name = f"OpenSearch {told.get('number', '')}".strip()
        return Health(self.state(), name, str(self._connection.address), None)

    def close(self) -> None:
        """Let go of the view and of all connections."""
        with suppress(IndexFailedError), self._lock:
            if self._opened:
                self._opened.view.close()
                self._opened = None
        self._connection.close()

    def _current(self) -> _Opened | None:
        content, at = self._seen
        if time.monotonic() - at > _BELIEVED:
            content = self._look()
        if content is None or not content.version:
            return None
        if content.made_as != FORMAT:
            raise self._connection.failed("it was pushed by another Diptych; push it again")
        version = f"{content.holder}:{content.version}"
        with self._lock:
            if self._opened is None or self._opened.version != version:
                self._check_mapping(content.holder)
                view = View(self._connection, content.holder)
                self._opened = _Opened(version, view, _rules(view), ArticleMemory(), StemCounts())
            return self._opened

    def _check_mapping(self, index: str) -> None:
        """Raise IndexFailedError if the index lacks a field: what is asked of it would find nothing."""
        wanted = index_body()["mappings"]["properties"]
        told = self._connection.ask(f"/{index}/_field_caps", fields="*").get("fields")
        there = told if isinstance(told, dict) else {}
        lacking = [name for name, how in wanted.items() if name not in there and _asked(how)]
        if lacking:
            reason = f"its mapping lacks the field {lacking[0]}; push it again, to another name"
            raise self._connection.failed(reason)

    def _snapshot(self, opened: _Opened) -> ArchiveSnapshot:
        chosen = self._connection.options
        bounds = Bounds(chosen.count_to, chosen.sample)
        return ArchiveSnapshot(
            opened.view,
            opened.rules,
            self._stories.labels,
            bounds,
            self._tell,
            opened.memory,
            opened.counts,
        )

    def _begun(self) -> Content:
        content = Content(self._new_index())
        self._state.keep(content)
        return content

    def _new_index(self) -> str:
        name = f"{self._state.name}-{secrets.token_hex(4)}"
        self._connection.send("PUT", f"/{name}", index_body())
        return name

    def _settle(self, before: Content, after: Content, anew: str) -> None:
        """Give the archive's name to the index in use, and remove the one that isn't."""
        if after.version and (after.holder != before.holder or not before.version):
            name = self._state.name
            actions = [
                {"remove": {"index": f"{name}-*", "alias": name, "must_exist": False}},
                {"add": {"index": after.holder, "alias": name}},
            ]
            self._connection.send("POST", "/_aliases", {"actions": actions})
        unused = before.holder if after.holder != before.holder else anew
        if unused:
            self._connection.send("DELETE", f"/{unused}")
            self._state.forget_files(unused)


def _dwelt_on(view: View, these: StorySet, cancelled: Callable[[], bool]) -> Iterator[Told]:
    """Yield the articles of a set, the newest first, with what each dwells on."""
    fields = ["head", "profile", "weekdays"]
    for one in view.each(these.query, fields, cancelled, most=these.most, first=_NEWEST):
        named = one.get("weekdays")
        days = named if isinstance(named, int) and named > 0 else 0
        yield Told(load_head(one.get("head", "")), load_profile(one.get("profile")), days)


def _asked(how: dict[str, Any]) -> bool:
    return how.get("index") is not False


def _rules(view: View) -> tuple[str, ...]:
    asked = {"rules": {"terms": {"field": "stemmer", "size": _RULES}}}
    answer = view.ask({"size": 0, "track_total_hits": False, "aggs": asked})
    return tuple(sorted(str(one["key"]) for one in buckets_of(answer, "rules"))) or ("",)
