"""Writes a realistic, valid workspace of any size: the same bytes for the same numbers, on any machine.

    python benchmarks/corpus.py DIR --partnerships 1000 --seed 1 [--layout mixed|folder|file] [--organisations N]

A partnership is about 11 kB. In the `mixed` layout every second one is a folder of about a dozen files.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from random import Random

from generator.frameworks import framework_texts
from generator.organisations import organisation, organisation_text
from generator.partnership import partnership_files
from generator.programmes import configuration, programme_texts
from generator.story import World

LAYOUTS = ("mixed", "folder", "file")
_CHUNK = 50


def main() -> int:
    """Writes the corpus that the command line asks for, and says how large it is."""
    arguments = _arguments()
    root: Path = arguments.directory
    if root.exists() and not (root / "partnerkit.yaml").exists() and any(root.iterdir()):
        print(f"{root} is not empty and no workspace: nothing is written there", file=sys.stderr)
        return 2
    shutil.rmtree(root, ignore_errors=True)
    count = arguments.partnerships
    world = World(arguments.seed, count, arguments.organisations or count // 10 + 5)
    write(root, shared_files(world))
    one = partial(_write_partnership, root / "partnerships", world, arguments.layout)
    with Pool() as pool:
        sizes = pool.map(one, range(count), _CHUNK)
    files, total = sum(size[0] for size in sizes), sum(size[1] for size in sizes)
    print(f"{count} partnerships in {files} files, {total} bytes, {total / count:.0f} each")
    return 0


def shared_files(world: World) -> dict[str, str]:
    """Everything but the partnerships, by path."""
    files = {"partnerkit.yaml": configuration(world)}
    files |= {f"frameworks/{name}.yaml": text for name, text in framework_texts(world.partnerships).items()}
    files |= {f"programmes/{name}.yaml": text for name, text in programme_texts(world).items()}
    for index in range(world.organisations):
        owner = organisation(world.seed, index)
        files[f"organisations/{owner.id}.yaml"] = organisation_text(owner, Random(f"{world.seed}/facts/{index}"))
    return files


def write(root: Path, files: dict[str, str]) -> int:
    """Writes files below a folder; gives how many bytes they hold."""
    total = 0
    for name, text in files.items():
        path, data = root / name, text.encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        total += len(data)
    return total


def _write_partnership(root: Path, world: World, layout: str, index: int) -> tuple[int, int]:
    """Writes one partnership; gives the number of its files and its bytes."""
    folder = layout == "folder" or (layout == "mixed" and index % 2 == 1)
    files = partnership_files(world, index, folder=folder)
    return len(files), write(root, files)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("directory", metavar="DIR", type=Path, help="where to write; a workspace there is replaced")
    parser.add_argument("--partnerships", metavar="N", type=int, required=True)
    parser.add_argument("--seed", metavar="S", type=int, default=1)
    parser.add_argument("--layout", choices=LAYOUTS, default="mixed")
    parser.add_argument("--organisations", metavar="N", type=int, help="at least 2; by default N/10 + 5")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
