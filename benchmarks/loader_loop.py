"""The yardstick: reads every YAML file below a folder with PyYAML's CSafeLoader, and does nothing with it.

python benchmarks/loader_loop.py DIR
"""

from __future__ import annotations

import os
import sys

import yaml


def main(root: str) -> int:
    """Loads the files in one plain loop; gives how many they are."""
    files = 0
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith((".yaml", ".yml")):
                with open(os.path.join(folder, name), "rb") as file:  # noqa: PTH118, PTH123 - the loop is to be bare
                    for _ in yaml.load_all(file.read(), Loader=yaml.CSafeLoader):
                        pass
                files += 1
    return files


if __name__ == "__main__":
    print(main(sys.argv[1]), "files")
