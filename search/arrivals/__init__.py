"""News that comes in: what a user names, told from what the library has, and saved as files."""
