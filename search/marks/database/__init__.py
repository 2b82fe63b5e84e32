"""The one database of marks: its tables, its file, and what may be wrong with it."""
