"""The examples of the pages: what a reader types gives what the page shows. KRONIEK_UPDATE_GOLDEN=1 writes it anew."""
import os, pathlib, re, subprocess, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from folder import Folder

PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "kroniek"
ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 1200 if "KRONIEK_SANITIZED" in os.environ else 120
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.M | re.S)


class Pages(Folder):
    def follow(self, page):
        """Types every block of `sh`, in their order and in one folder; a block of `text` behind it is what comes out."""
        scratch = pathlib.Path(self.folder)
        (scratch / "build" / "src").mkdir(parents=True)
        (scratch / "build" / "src" / "kroniek").symlink_to(PROGRAM)
        for name in ("examples", "src"):
            (scratch / name).symlink_to(ROOT / name)
        here = {**os.environ, "PATH": f"{scratch}/build/src:{os.environ['PATH']}"}
        text = (ROOT / page).read_text()
        blocks = BLOCK.findall(text)
        shown = 0
        for (kind, typed), (next_kind, expected) in zip(blocks, [*blocks[1:], ("", "")]):
            if kind != "sh":
                continue
            done = subprocess.run(["bash", "-e", "-o", "pipefail", "-c", typed], cwd=scratch, env=here, capture_output=True, text=True, timeout=PATIENCE)
            if next_kind != "text":
                continue
            shown += 1
            if "KRONIEK_UPDATE_GOLDEN" in os.environ:
                text = text.replace(f"```text\n{expected}```", f"```text\n{done.stdout}```")
            else:
                self.assertEqual(done.stdout, expected, f"{page}: {typed}\n{done.stderr}")
        if text != (ROOT / page).read_text():
            (ROOT / page).write_text(text)
        return shown

    def test_the_readme(self):
        self.assertGreater(self.follow("README.md"), 4)

    def test_the_guide(self):
        self.assertGreater(self.follow("docs/guide.md"), 8)
