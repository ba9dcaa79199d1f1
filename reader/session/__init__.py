"""What the reader does: the state, the views, the moves and the commands; no screen is needed for any of it."""
