"""Python's garbage collector: the program switches it off while it starts, and on again once a story is loaded."""

import gc


def hold_collector() -> None:
    """Switch the collector off.

    Starting makes thousands of objects and no garbage. Looking for garbage would take a tenth of the time.
    """
    gc.disable()


def release_collector() -> None:
    """Switch the collector on again if it is off. It will never look at the objects made so far, because they stay."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
