"""What a release is called: its version, and the names of its files."""

import configparser
import platform
from pathlib import Path

ROOT = Path(__file__).parents[1]
DIST = ROOT / "dist"
NAME = "taakverdeler"


def version() -> str:
    """The version in setup.cfg, the one place where it is set."""
    config = configparser.ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config["metadata"]["version"]


def file_stem() -> str:
    """The name of a bundle of this system, without its ending."""
    return f"{NAME}-{version()}-{platform.system().lower()}-{platform.machine().lower()}"
