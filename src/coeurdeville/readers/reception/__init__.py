"""A file that comes from outside: kept only when it is what it says and nothing in it can harm."""

from coeurdeville.readers.reception.limits import DATA, PICTURES, Limits
from coeurdeville.readers.reception.receiving import Received, receive

__all__ = ["DATA", "PICTURES", "Limits", "Received", "receive"]
