"""Installed packages for tests: a module and its dist-info in a folder, as pip leaves them."""

from collections.abc import Mapping
from pathlib import Path

GROUP = "toption.forecast_models"


def install(folder: Path, package: str, code: str, entries: Mapping[str, str], version: str = "1.0") -> Path:
    """A package of one module, and what it brings under our group: names and what they lead to."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{package}.py").write_text(code, "utf-8")
    info = folder / f"{package}-{version}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n", "utf-8")
    named = "".join(f"{name} = {package}:{what}\n" for name, what in entries.items())
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{named}", "utf-8")
    return folder
