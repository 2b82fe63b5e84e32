"""`diptych compare`: two articles compared."""
