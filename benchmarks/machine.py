"""What the benchmark ran on: machine and versions."""

import os
import platform
from pathlib import Path

from benchmarks.peers.catalogue import PEERS
from optimizer.run.versions import versions

GIB_IN_KIB = 1024 * 1024


def machine_facts() -> dict[str, str]:
    """Cores, processor, memory, system and the versions of everything that was compared."""
    facts = {
        "cores": str(os.cpu_count()),
        "processor": _entry(Path("/proc/cpuinfo"), "model name") or platform.processor(),
        "memory": _memory(),
        "system": platform.platform(),
        "load when it began": f"{os.getloadavg()[0]:.1f}",
    }
    own = ", ".join(f"{name} {number}" for name, number in versions().items())
    return facts | {"versions": own, "peers": ", ".join(peer.version for peer in PEERS)}


def _memory() -> str:
    found = _entry(Path("/proc/meminfo"), "MemTotal").split()
    return f"{int(found[0]) / GIB_IN_KIB:.0f} GiB" if found else "unknown"


def _entry(file: Path, name: str) -> str:
    """The first value of a name in a file of lines `name : value`."""
    if not file.exists():
        return ""
    lines = (line.partition(":") for line in file.read_text(encoding="utf-8").splitlines())
    return next((value.strip() for key, _, value in lines if key.strip() == name), "")
