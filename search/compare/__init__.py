"""Two articles side by side: where they meet, and how each tells it."""

from search.compare.meeting import compare
from search.compare.values import At, Comparison, Link, Run, Sides, Tier, Usage

__all__ = ["At", "Comparison", "Link", "Run", "Sides", "Tier", "Usage", "compare"]
