"""What a search is filtered by: sources, saved searches, months."""
