"""Quotations: where they stand, and who is said to have spoken."""
