"""The one thing an interface talks to: a library opened, searched, read and compared."""

from search.desk.desk import Desk
from search.desk.values import Answer, Condition, Hit, Sort, SyncProgress, SyncReport

__all__ = ["Answer", "Condition", "Desk", "Hit", "Sort", "SyncProgress", "SyncReport"]
