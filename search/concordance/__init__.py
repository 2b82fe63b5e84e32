"""Every use of a word, in its context."""

from search.concordance.order import GROUPS, ORDERS, Group, Order, ordered
from search.concordance.uses import uses
from search.concordance.values import Concordance, Use

__all__ = ["GROUPS", "ORDERS", "Concordance", "Group", "Order", "Use", "ordered", "uses"]
