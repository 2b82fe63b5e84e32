"""Navigation: opening the screen of a route, going back and forward."""
