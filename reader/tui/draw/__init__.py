"""What each pane says: pure functions from companion values and a size to lines."""
