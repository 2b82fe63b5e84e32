"""Text of word processors' documents: paragraphs out of DOCX, ODT and RTF, by this package alone."""
