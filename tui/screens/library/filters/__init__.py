"""Filters by sources and months: in the text of a query, counted, and picked."""
