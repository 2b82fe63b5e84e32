"""Concordance: every use of a word, in its context, and the company it keeps."""

from search.concordance.concordance_tables import (
    ConcordanceTables,
    UseRow,
    UseTable,
    concordance_tables,
    uses_note,
)
from search.concordance.find_uses import find_uses
from search.concordance.keyword_in_context import Cluster, Collocate, Concordance, Use
from search.concordance.sort_uses import GROUPS, ORDERS, Group, Order, ordered
from search.concordance.word_company import beside, clusters, weigh_collocates

__all__ = [
    "GROUPS",
    "ORDERS",
    "Cluster",
    "Collocate",
    "Concordance",
    "ConcordanceTables",
    "Group",
    "Order",
    "Use",
    "UseRow",
    "UseTable",
    "beside",
    "clusters",
    "concordance_tables",
    "find_uses",
    "ordered",
    "uses_note",
    "weigh_collocates",
]
