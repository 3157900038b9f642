"""
Which packs there are: those that Janadesh brings, by name, and anybody's own, by folder.

The *bundled* packs are loaded into a new record. A pack whose `datapackage.json` says `"by_name_only": true` waits
until somebody asks for it, and so does an *example* (`"example": true`), which is of a place that does not exist.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from janadesh.errors import JanadeshError
from janadesh.sources.near import did_you_mean
from janadesh.sources.pack_descriptor import DESCRIPTOR


class NoSuchPack(JanadeshError):  # noqa: N818 - the name is the diagnosis
    """Neither a bundled pack nor a folder bears this name."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class BundledPack:
    """A pack that Janadesh brings."""

    name: str
    title: str
    folder: Path
    is_example: bool = False
    """Whether it is made up, and so loaded by name only."""
    by_name_only: bool = False
    """Whether a new record is made without it."""


def bundled_packs() -> tuple[BundledPack, ...]:
    """List the packs that Janadesh brings and loads into a new record, by name."""
    return tuple(pack for pack in all_packs() if not pack.by_name_only)


def all_packs() -> tuple[BundledPack, ...]:
    """List every pack that Janadesh brings, by name, those included that a new record is made without."""
    packs = Path(str(resources.files("janadesh"))) / "packs"
    return tuple(_pack(file) for file in sorted(packs.glob(f"*/{DESCRIPTOR}")))


def is_bundled(name: str | Path) -> bool:
    """Tell whether a text, not a path, is the name of a pack that Janadesh brings."""
    return isinstance(name, str) and any(pack.name == name for pack in all_packs())


def pack_folder(name_or_path: str | Path) -> Path:
    """
    Find a pack's folder by a bundled pack's name or by path.

    A text that is a bundled pack's name means that pack; `./jk-2024` is a folder of the same name.

    Raises: NoSuchPack.
    """
    bundled = {pack.name: pack.folder for pack in all_packs()}
    if is_bundled(name_or_path):
        return bundled[str(name_or_path)]
    folder = Path(name_or_path).expanduser()
    if folder.name == DESCRIPTOR and folder.is_file():
        return folder.parent
    if folder.is_dir():
        return folder
    meant = did_you_mean(folder.name, bundled).replace("Known are", "Packs that come with Janadesh:")
    raise NoSuchPack(f"There is no pack, folder or file {str(name_or_path)!r}. {meant}")


def _pack(file: Path) -> BundledPack:
    described = json.loads(file.read_text(encoding="utf-8"))
    name = file.parent.name
    is_example = described.get("example") is True
    return BundledPack(
        name=name,
        title=described.get("title", name),
        folder=file.parent,
        is_example=is_example,
        by_name_only=is_example or described.get("by_name_only") is True,
    )
