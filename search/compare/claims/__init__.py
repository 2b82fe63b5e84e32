"""What the versions of a story claim: sentences of several articles that say the same."""
