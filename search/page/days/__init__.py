"""Days and times as pages write them, in the languages and calendars that are known."""
