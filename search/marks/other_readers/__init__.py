"""What other programs keep of what was read: newsboat, Pocket, wallabag, Omnivore → marks."""

from search.marks.other_readers.items_document import items_document
from search.marks.other_readers.newsboat_cache import SIGNATURE, newsboat_items
from search.marks.other_readers.saved_item import SavedItem
from search.marks.other_readers.saved_items import read_items

__all__ = ["SIGNATURE", "SavedItem", "items_document", "newsboat_items", "read_items"]
