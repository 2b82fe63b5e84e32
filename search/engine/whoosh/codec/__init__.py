"""Whoosh's extension points on arrays: field type, codec, storage, searcher."""
