"""The Diptych reader: a Textual app, and the command line."""
