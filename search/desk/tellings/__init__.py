"""What is asked of all articles of a story, or of several stories."""
