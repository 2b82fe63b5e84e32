"""Answering queries from arrays. No Whoosh in here either."""
