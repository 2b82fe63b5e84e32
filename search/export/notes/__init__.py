"""The notes of a reader in each format."""
