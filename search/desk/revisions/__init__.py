"""The versions of an article as its publisher changed it: where they are kept, and which there are."""
