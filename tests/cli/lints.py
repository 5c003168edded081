"""Tests of the lints: docs/lints.md, and a pack with planted faults. run.py runs them."""
import concurrent.futures, pathlib, re, shutil, sys, tempfile, unittest

from small_pack import ROOT, findings, small_pack


def keys_of(text):
    """A map as [(key, lines)]: a key at the margin and what is indented below it."""
    keys = []
    for line in text.rstrip("\n").split("\n"):
        if line[:1] in (" ", "-"):
            keys[-1][1].append(line)
        else:
            keys.append((line.split(":")[0], [line]))
    return keys


LISTS = {"event": ("events/mine.yaml", "rules"), "time": ("time/mine.yaml", "rules"), "verb": ("claims/mine.yaml", "verbs"), "actor": ("actors/mine.yaml", "actors")}


class Lints:
    """docs/lints.md, read."""

    def __init__(self):
        self.bases, self.pairs, code, text = {}, {}, None, (ROOT / "docs" / "lints.md").read_text()
        for match in re.finditer(r"^### (\S+)$|^```yaml (base|bad|good) (\S+)\n(.*?)^```$", text, re.M | re.S):
            if match[1]:
                code = match[1]
            elif match[2] == "base":
                self.bases[match[3]] = keys_of(match[4])
            else:
                self.pairs.setdefault(code, {})[match[2]] = (match[3], match[4])

    def file(self, target, text):
        """Name and content of the file for a snippet, and other codes that it may give."""
        also = re.findall(r"^also: (.*)$", text, re.M)
        text = re.sub(r"^also: .*\n", "", text, flags=re.M)
        if target not in self.bases:
            return target, text, also
        changed = dict(keys_of(text))
        lines = []
        for key, own in self.bases[target]:
            lines += changed.pop(key, own)
        for own in changed.values():
            lines += own
        name, top = LISTS[target]
        body = "\n".join("    " + line for line in lines)
        return name, f"{top}:\n  -{body[3:]}\n", also


class Golden(unittest.TestCase):
    """Each lint finds its fault in the bad example and nothing in the good one."""

    def test_every_pair(self):
        lints = Lints()
        self.assertGreater(len(lints.pairs), 50)
        with tempfile.TemporaryDirectory() as temporary:
            base = pathlib.Path(temporary) / "base"
            base.mkdir()
            small_pack(base)
            self.assertEqual([f for f in findings(base) if f["file"].split("/")[-1] == "base.yaml"], [])

            def look(code, kind):
                target, text = lints.pairs[code][kind]
                name, content, also = lints.file(target, text)
                folder = pathlib.Path(temporary) / f"{code}-{kind}"
                shutil.copytree(base, folder)
                path = folder / name
                if name == "text/furniture.yaml":
                    content = re.sub(r"^drop:$", lambda _: content.rstrip(), path.read_text(), count=1, flags=re.M)
                path.parent.mkdir(exist_ok=True)
                path.write_text(content)
                found = [f for f in findings(folder, "--files", name) if f["severity"] != "note" or f["code"] == code]
                shutil.rmtree(folder)
                return code, kind, also, found

            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                results = list(pool.map(lambda pair: look(*pair), [(code, kind) for code in lints.pairs for kind in lints.pairs[code]]))
        for code, kind, also, found in results:
            with self.subTest(code=code, kind=kind):
                codes = {f["code"] for f in found}
                told = [(f["code"], f["message"]) for f in found]
                if kind == "good":
                    self.assertEqual(codes, set(), told)
                else:
                    self.assertIn(code, codes, told)
                    self.assertEqual(codes - {code, *also}, set(), told)
                    self.assertTrue(all(f["line"] > 0 for f in found), told)

    def test_every_code_has_a_pair(self):
        source = (ROOT / "src" / "rules" / "lints" / "registry.cpp").read_text()
        codes = re.findall(r'^      \{"([a-z]+\.[a-z-]+)", ', source, re.M)
        self.assertGreater(len(codes), 60)
        text = (ROOT / "docs" / "lints.md").read_text()
        others = {*re.findall(r"^\| `([a-z]+\.[a-z-]+)` \|", text[text.index("## Others"):], re.M)}
        pairs = Lints().pairs
        for code in codes:
            with self.subTest(code=code):
                self.assertTrue(code in others or set(pairs.get(code, {})) == {"bad", "good"})


class Others(unittest.TestCase):
    """The codes that are about more than a rule: each comes from its fault, and none from a sound pack."""

    def test_each(self):
        text = (ROOT / "docs" / "lints.md").read_text()
        wanted = re.findall(r"^\| `([a-z]+\.[a-z-]+)` \|", text[text.index("## Others"):], re.M)
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary) / "pack"
            folder.mkdir()
            small_pack(folder)
            silent = pathlib.Path(temporary) / "silent"
            silent.mkdir()
            (silent / "a.txt").write_text("Kuijt sprak met Tolsma.\n")
            stale = pathlib.Path(temporary) / "stale"
            stale.mkdir()
            (stale / "a.txt").write_text("Het regent in het dorp.\n")
            (stale / "allowed-hits.yaml").write_text("allowed:\n  - { file: a.txt, rule: meeting.spreken, text: sprak, reason: once }\n")
            faults = {
                "pack.no-folder": (lambda pack: shutil.rmtree(pack), ()),
                "rule.no-file": (lambda pack: (pack / "pack.yaml").unlink(), ()),
                "rule.unreadable": (lambda pack: (pack / "text" / "furniture.yaml").unlink(), ()),
                "lexicon.verb": (lambda pack: (pack / "lexicon" / "verbs" / "mine.yaml").write_text("zwak: [bellen]\n"), ()),
                "test.no-tests": (lambda pack: (pack / "mine.test.yaml").write_text("paragraphs: []\n"), ()),
                "test.no-file": (lambda pack: None, ("--tests", "nowhere.test.yaml")),
                "silent.hit": (lambda pack: None, ("--silent", silent)),
                "silent.stale": (lambda pack: None, ("--silent", stale)),
            }
            self.assertEqual(set(wanted), set(faults))
            sound = {f["code"] for f in findings(folder)}
            for code, (spoil, arguments) in faults.items():
                with self.subTest(code=code):
                    self.assertNotIn(code, sound)
                    copy = pathlib.Path(temporary) / code
                    shutil.copytree(folder, copy)
                    spoil(copy)
                    self.assertIn(code, {f["code"] for f in findings(copy, *arguments)})


class Planted(unittest.TestCase):
    """Forty faults in one pack: all found in one run, each at its line, and no others."""

    def test_forty_faults(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            small_pack(folder)
            expected, known = set(), set()
            for source in sorted((ROOT / "tests" / "rules" / "planted").rglob("*.yaml")):
                name = source.relative_to(ROOT / "tests" / "rules" / "planted").as_posix()
                target = folder / name
                target.parent.mkdir(exist_ok=True)
                lines = source.read_text().split("\n")
                # "#! code" marks a fault in its line; it is taken out, so that nothing but the fault is there.
                for number, line in enumerate(lines, 1):
                    for code in re.findall(r"#! (\S+)", line):
                        expected.add((name, number, code))
                    lines[number - 1] = re.sub(r" *#! .*$", "", line)
                target.write_text("\n".join(lines))
                known.add(name)
            self.assertGreaterEqual(len(expected), 40)
            self.assertGreaterEqual(len({code for _, _, code in expected}), 40)
            found = set()
            for f in findings(folder):
                name = pathlib.Path(f["file"]).relative_to(folder).as_posix()
                if name in known and f["severity"] != "note":
                    found.add((name, f["line"], f["code"]))
            self.assertEqual(sorted(expected - found), [], "not found")
            self.assertEqual(sorted(found - expected), [], "false")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
