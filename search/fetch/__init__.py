"""Fetching from the web: one address at a time, checked, bounded in time and in size.

The standard library does it, and nothing else is installed for it: a connection has to be made to
the very address that was checked, which clients of the web leave to layers of their own.
"""
