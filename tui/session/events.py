"""What a session tells its screen; each is handled as `on_session_…`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from search import Answer, ArticleId, Front, Hit, Rival, SearchError, SyncProgress, SyncReport
    from tui.render.article_page import Reading
    from tui.session.requests import Page, Question


class Opened(Message, namespace="session"):
    """The desk can be asked."""


class Fronted(Message, namespace="session"):
    """What an empty search found last time, to be shown until there is an answer."""

    def __init__(self, front: Front) -> None:
        super().__init__()
        self.front = front


class Found(Message, namespace="session"):
    """A search was answered."""

    def __init__(self, question: Question, page: Page) -> None:
        super().__init__()
        self.question = question
        self.page = page


class Faulty(Message, namespace="session"):
    """A search could not be answered."""

    def __init__(self, question: Question, error: SearchError) -> None:
        super().__init__()
        self.question = question
        self.error = error


class Rows(Message, namespace="session"):
    """Further rows of an answer, by their places."""

    def __init__(self, answer: Answer, rows: dict[int, Hit]) -> None:
        super().__init__()
        self.answer = answer
        self.rows = rows


class Read(Message, namespace="session"):
    """An article was read."""

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self.reading = reading


class Unreadable(Message, namespace="session"):
    """An article could not be read."""

    def __init__(self, error: SearchError) -> None:
        super().__init__()
        self.error = error


class Looked(Message, namespace="session"):
    """What was to be found in an article, or why it can't be."""

    def __init__(self, reading: Reading | None, error: SearchError | None = None) -> None:
        super().__init__()
        self.reading = reading
        self.error = error


class Ranked(Message, namespace="session"):
    """The counterparts of an article, best first."""

    def __init__(self, article: ArticleId, rivals: list[Rival]) -> None:
        super().__init__()
        self.article = article
        self.rivals = rivals


class Resolved(Message, namespace="session"):
    """Two articles that were named, as ids."""

    def __init__(self, left: ArticleId, right: ArticleId) -> None:
        super().__init__()
        self.left = left
        self.right = right


class Progressed(Message, namespace="session"):
    """A sync has come so far."""

    def __init__(self, progress: SyncProgress) -> None:
        super().__init__()
        self.progress = progress


class Synced(Message, namespace="session"):
    """A sync is done."""

    def __init__(self, report: SyncReport) -> None:
        super().__init__()
        self.report = report


class Noted(Message, namespace="session"):
    """There is something the user should know."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__()
        self.sentences = sentences


class Refused(Message, namespace="session"):
    """Articles could not be ranked or found by name; the error says it in one line."""

    def __init__(self, error: SearchError) -> None:
        super().__init__()
        self.error = error


class Failed(Message, namespace="session"):
    """Opening or the sync went wrong; the error says it in one line."""

    def __init__(self, error: SearchError) -> None:
        super().__init__()
        self.error = error
