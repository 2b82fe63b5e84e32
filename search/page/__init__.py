"""The text of a page: which lines are its head, which its story, and which it says besides."""
