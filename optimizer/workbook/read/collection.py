"""Building many small objects at once, without the garbage collector looking through them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collection() -> Iterator[None]:
    """Put off the search for reference cycles; what is no longer referred to is freed as ever.

    Reading or writing a workbook makes hundreds of thousands of objects that all stay: looking
    through them again and again takes a third of the time and finds nothing.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
