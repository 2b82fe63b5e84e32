"""The settings: seeing and changing them."""
