"""What the cast can be sorted by."""

from enum import Enum


class Order(Enum):
    """What the cast is sorted by."""

    MET = "in the order met"
    SEEN = "last seen first"
    NAME = "by name"

    def next(self) -> "Order":
        """The order after this one."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]
