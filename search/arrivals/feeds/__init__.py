"""What a library subscribes to: which feeds and pages, what is remembered of each, and what comes of them."""
