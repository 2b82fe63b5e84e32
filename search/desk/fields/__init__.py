"""What may be asked for in the fields of the query language."""
