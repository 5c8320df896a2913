"""What holds for all tests."""

from hypothesis import settings

# A test never fails because a machine was busy.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")
