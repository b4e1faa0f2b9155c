"""Take the picture of the README: `python tools/picture.py` writes docs/images/report.png.

It shows the incident of examples/demo with the most figures, as the page of `make demo` has it. Needs the development
environment and Debian's Chromium.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import FloatRect, sync_playwright

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "images" / "report.png"
WIDTH, HEIGHT = 1180, 1110  # CSS pixels: of the window, and of the picture at most
MARGIN = 12
LARGEST = 300_000  # bytes: the picture lies in the repository


def main() -> int:
    """Run the demo in a folder of its own, open its page, take the picture; return the exit code."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("no Chromium: apt-get install chromium", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "demo.html"
        bilan = [sys.executable, "-m", "bilan"]
        casebook = str(Path(folder) / "casebook")
        demo = str(ROOT / "examples" / "demo")
        subprocess.run([*bilan, "run", demo, "--casebook", casebook], check=True, capture_output=True)  # noqa: S603
        command = [*bilan, "report", casebook, "--output", str(page), "--title", "Bilan: the demo"]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        _shoot(chromium, page)
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size} bytes")
    return 0 if TARGET.stat().st_size <= LARGEST else 1


def _shoot(chromium: str, page: Path) -> None:
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        tab = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        tab.goto(page.as_uri())
        cards = tab.locator("article.card").all()
        box = max(cards, key=lambda card: card.locator(".figure").count()).bounding_box()
        if box is None:
            raise SystemExit("the page shows no incident")
        left, top = box["x"] - MARGIN, box["y"] - MARGIN
        height = min(HEIGHT, box["height"] + 2 * MARGIN)
        clip: FloatRect = {"x": left, "y": top, "width": box["width"] + 2 * MARGIN, "height": height}
        tab.screenshot(path=TARGET, full_page=True, clip=clip)
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
