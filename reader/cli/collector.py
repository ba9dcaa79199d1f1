"""Python's garbage collector: every command holds it while it starts, and releases it once its story is loaded."""

import gc


def hold_collector() -> None:
    """Switch the collector off.

    A start makes thousands of things that stay, and no garbage; to look for garbage costs a tenth of the start.
    """
    gc.disable()


def release_collector() -> None:
    """Switch the collector on again, if it is held; it leaves out what was made until now, for that stays."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
