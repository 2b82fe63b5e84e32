"""Concordance: every use of a word, in its context."""

from search.concordance.find_uses import find_uses
from search.concordance.keyword_in_context import Concordance, Use
from search.concordance.sort_uses import GROUPS, ORDERS, Group, Order, ordered

__all__ = ["GROUPS", "ORDERS", "Concordance", "Group", "Order", "Use", "find_uses", "ordered"]
