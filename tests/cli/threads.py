#!/usr/bin/env python3
"""What runs in threads, for ThreadSanitizer: threads.py PROGRAM. The last line counts: threads: N passed, N failed, N skipped."""
import pathlib, subprocess, sys, tempfile, unittest

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else "kroniek"
ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "examples" / "articles"


class Threads(unittest.TestCase):
    def same(self, *arguments, statuses=(0, 1)):
        first, *others = [subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=900) for _ in range(2)]
        self.assertNotIn(b"ThreadSanitizer", first.stderr)
        self.assertIn(first.returncode, statuses, first.stderr.decode())
        for other in others:
            self.assertEqual((other.returncode, other.stdout), (first.returncode, first.stdout))

    def test_articles(self):
        self.same("timeline", ARTICLES)

    def test_extractions(self):
        self.same("extract", ARTICLES, "--jobs", "4") if b"--jobs" in subprocess.run([PROGRAM, "extract", "--help"], capture_output=True).stdout else self.same("extract", ARTICLES)

    def test_articles_with_an_open_pack(self):
        self.same("timeline", ARTICLES, "--pack", ROOT / "src" / "packs" / "nl")

    def test_examples_of_rules(self):
        self.same("check", ROOT / "src" / "packs" / "nl", "--only", "phone_call.*", "--only", "time.*")

    def test_mutants(self):
        self.same("check", ROOT / "src" / "packs" / "nl", "--mutate", "--only", "phone_call.*")


if __name__ == "__main__":
    result = unittest.TextTestRunner(verbosity=1).run(unittest.defaultTestLoader.loadTestsFromTestCase(Threads))
    bad = len(result.failures) + len(result.errors)
    print(f"threads: {result.testsRun - bad - len(result.skipped)} passed, {bad} failed, {len(result.skipped)} skipped")
    sys.exit(bad != 0)
