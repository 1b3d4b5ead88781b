"""A dated diagnostic as a folder of files that never change: established, kept, read back, compared."""

from coeurdeville.reports.editions.comparing import Difference, difference
from coeurdeville.reports.editions.edition import Edition
from coeurdeville.reports.editions.editions import Editions
from coeurdeville.reports.editions.establishing import Established, establish
from coeurdeville.reports.editions.interactive_map import InteractiveMap

__all__ = ["Difference", "Edition", "Editions", "Established", "InteractiveMap", "difference", "establish"]
