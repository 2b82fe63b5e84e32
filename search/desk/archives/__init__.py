"""Archives as libraries: which engine a library has, and pushing one to an archive."""
