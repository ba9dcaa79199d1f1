"""What each view says: one file a view, from its value and the state to lines. `tui/registry.py` lists them."""
