"""Tests of the rule workbench: check and its reports, explain, diff, format, schema, recipes. run.py runs them."""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile, unittest, xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from folder import Folder
from small_pack import PACK, PROGRAM, ROOT, findings, run, small_pack


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name) / "a pack, (odd) name"
        cls.folder.mkdir()
        small_pack(cls.folder)
        (cls.folder / "events" / "mine.yaml").write_text(
            'rules:\n  - id: call.bellen\n    event: phone_call\n    trigger: { verb: [bellen, bellen] }\n    roles: { participants: [subject, { prep: met }] }\n    actors: 2\n    not: ["{any} punten"]\n'
            '    examples:\n      - { text: "Koster belde <met> & \\"Tolsma\\"\\u0007.", gives: [{ type: meeting }] }\n      - { text: Koster belde met Tolsma., gives: [{ type: phone_call }] }\n      - { text: Tolsma belde Kuijt terug., known: miss, gives: [{ type: phone_call, participants: [tolsma] }] }\n      - { text: Tolsma zwom., gives: [] }\n')

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def check(self, *arguments):
        return run("check", self.folder, "--files", "mine.yaml", *arguments)

    def test_text_has_source_lines_and_carets(self):
        done = self.check()
        self.assertEqual(done.returncode, 1)
        text = done.stdout.decode()
        self.assertIn("[trigger.repeated]", text)
        self.assertRegex(text, r" 4 \|     trigger: \{ verb: \[bellen, bellen\] \}\n   \| {31}\^~~~~~\n")
        self.assertNotIn("\033[", text)

    def test_colours_are_for_terminals(self):
        import pty
        for environment, coloured in (({}, True), ({"NO_COLOR": "1"}, False)):
            main, other = pty.openpty()
            process = subprocess.Popen([PROGRAM, "check", str(self.folder), "--files", "mine.yaml"], stdout=other, stderr=subprocess.DEVNULL, env={**{k: v for k, v in os.environ.items() if k != "NO_COLOR"}, **environment})
            os.close(other)
            text = b""
            try:
                while chunk := os.read(main, 65536):
                    text += chunk
            except OSError:
                pass
            os.close(main)
            process.wait(timeout=60)
            self.assertEqual(b"\033[" in text, coloured)

    def test_status(self):
        self.assertEqual(self.check("--only", "call.bellen").returncode, 1)
        self.assertEqual(run("check", self.folder, "--files", "base.yaml", "--fail-on", "warning").returncode, 0)
        self.assertEqual(run("check", self.folder, "--only", "meeting.spreken").returncode, 0)
        self.assertEqual(run("check", self.folder, "--only", "no.such").returncode, 1)
        self.assertEqual(run("check", self.folder, "--fail-on", "note").returncode, 2)
        self.assertEqual(run("check", self.folder / "none").returncode, 1)

    def test_json(self):
        report = json.loads(self.check("--format", "json").stdout)
        self.assertEqual(report["failed"], 1)
        self.assertEqual(sorted({o["outcome"] for o in report["outcomes"]}), ["failed", "known", "passed"])
        repeated = next(f for f in report["findings"] if f["code"] == "trigger.repeated")
        self.assertEqual((repeated["line"], repeated["column"], repeated["length"], repeated["fixable"], repeated["rule"]), (4, 31, 6, True, "call.bellen"))

    def test_junit_is_xml_that_counts_right(self):
        root = xml.etree.ElementTree.fromstring(self.check("--format", "junit").stdout)
        self.assertEqual(root.tag, "testsuites")
        cases = root.findall("testsuite/testcase")
        failures = root.findall("testsuite/testcase/failure")
        self.assertEqual((int(root.get("tests")), int(root.get("failures"))), (len(cases), len(failures)))
        self.assertEqual(len(root.findall("testsuite/testcase/skipped")), 1)
        for suite in root:
            self.assertEqual((suite.tag, int(suite.get("tests"))), ("testsuite", len(suite)))
            self.assertEqual(int(suite.get("failures")), len(suite.findall("testcase/failure")))
            for case in suite:
                self.assertTrue(case.get("name") and case.get("classname"))
        self.assertIn("<met>", "".join(case.get("name") for case in cases))

    def test_junit_fits_the_xsd(self):
        if not shutil.which("xmllint"):
            self.skipTest("xmllint is not installed")
        # JUNIT_XSD may name the published one of the Jenkins xUnit plugin, junit-10.xsd.
        for schema in filter(None, (ROOT / "tests" / "rules" / "junit.xsd", os.environ.get("JUNIT_XSD"))):
            done = subprocess.run(["xmllint", "--noout", "--schema", schema, "-"], input=self.check("--format", "junit").stdout, capture_output=True)
            self.assertEqual(done.returncode, 0, done.stderr.decode())

    def test_sarif_has_what_the_standard_asks_for(self):
        log = json.loads(self.check("--format", "sarif").stdout)
        self.assertEqual(log["version"], "2.1.0")
        (only,) = log["runs"]
        rules = only["tool"]["driver"]["rules"]
        self.assertEqual(len({r["id"] for r in rules}), len(rules))
        self.assertTrue(only["results"])
        for result in only["results"]:
            self.assertEqual(rules[result["ruleIndex"]]["id"], result["ruleId"])
            self.assertIn(result["level"], ("none", "note", "warning", "error"))
            self.assertTrue(result["message"]["text"])
            place = result["locations"][0]["physicalLocation"]
            self.assertNotRegex(place["artifactLocation"]["uri"], r"[ (),]")
            self.assertGreaterEqual(place["region"]["startLine"], 1)
            self.assertGreater(place["region"].get("endColumn", 2), place["region"].get("startColumn", 1))

    def test_sarif_fits_the_published_schema(self):
        schema = os.environ.get("SARIF_SCHEMA", "")
        try:
            import jsonschema
        except ImportError:
            self.skipTest("the Python package jsonschema is not installed")
        if not os.path.exists(schema):
            self.skipTest("SARIF_SCHEMA names no file: the published schema is not here")
        jsonschema.validate(json.loads(self.check("--format", "sarif").stdout), json.load(open(schema)))

    def test_github_annotations(self):
        lines = self.check("--format", "github").stdout.decode().splitlines()
        self.assertTrue(lines)
        for line in lines:
            self.assertRegex(line, r"^::(error|warning|notice) file=[^,:]+(%2C[^,:]*)?,line=\d+(,col=\d+)?(,endColumn=\d+)?,title=[a-z]+\.[a-z-]+::.+$")

    def test_a_report_goes_to_a_file(self):
        target = pathlib.Path(self.temporary.name) / "out.xml"
        done = self.check("--format", "junit", "-o", target)
        self.assertEqual(done.stdout, b"")
        xml.etree.ElementTree.parse(target)


class Work(Folder):
    def setUp(self):
        super().setUp()
        self.beside = self.folder
        self.folder = self.beside / "pack"
        self.folder.mkdir()
        small_pack(self.folder)

    def test_fix_leaves_comments_and_order(self):
        path = self.write("lexicon/mine.yaml", "# my words\nwords:\n  - { class: [negation], pos: adverb, words: [bloep, Bloep, blaap] }  # odd\n")
        done = run("check", self.folder, "--fix", "--files", "lexicon/mine.yaml")
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        self.assertEqual(path.read_text(), "# my words\nwords:\n  - { class: [negation], pos: adverb, words: [bloep, blaap] }  # odd\n")
        self.assertIn(b"1 fixes applied", done.stderr)

    def test_fix_takes_away_known(self):
        path = self.write("events/mine.yaml", "rules:\n  - id: call.bellen\n    event: phone_call\n    trigger: { verb: bellen }\n    roles: { participants: [subject, { prep: met }] }\n    actors: 2\n    examples:\n      - text: Koster belde met Tolsma.\n        known: miss\n        gives: [{ type: phone_call }]\n      - { text: Tolsma zwom., known: false-hit, gives: [] }\n")
        self.assertEqual(run("check", self.folder, "--files", "events/mine.yaml").returncode, 1)
        self.assertEqual(run("check", self.folder, "--files", "events/mine.yaml", "--fix").returncode, 0)
        self.assertNotIn("known", path.read_text())

    def test_paragraphs_in_test_files(self):
        self.write("mine.test.yaml", "tests:\n  - text: |\n      Koster sprak met Tolsma.\n\n      Kuijt zweeg.\n    complete: true\n    gives: [{ type: meeting, participants: [koster, tolsma] }]\n")
        self.assertEqual(run("check", self.folder, "--files", "mine.test.yaml").returncode, 0)
        other = self.beside / "tests"
        other.mkdir()
        (other / "bad.test.yaml").write_text("tests:\n  - { text: Koster sprak met Tolsma., gives: [] }\n")
        done = run("check", self.folder, "--tests", other)
        self.assertEqual(done.returncode, 1)
        self.assertIn("bad.test.yaml:2", done.stdout.decode())
        self.assertIn("unexpected meeting", done.stdout.decode())

    def test_silent_texts(self):
        corpus = self.beside / "silent"
        corpus.mkdir()
        (corpus / "a.txt").write_text(" date 2025-03-19\n\nHet recept vraagt om twee eieren.\n\nKoster sprak met Tolsma over koken.\n")
        done = run("check", self.folder, "--silent", corpus)
        self.assertEqual(done.returncode, 1)
        self.assertIn("[silent.hit]", done.stdout.decode())
        (corpus / "allowed-hits.yaml").write_text("allowed:\n  - { file: a.txt, rule: meeting.spreken, text: Koster sprak, reason: they did }\n")
        done = run("check", self.folder, "--silent", corpus)
        self.assertEqual(done.returncode, 0, done.stdout.decode())
        (corpus / "a.txt").write_text(" date 2025-03-19\n\nHet recept vraagt om twee eieren.\n")
        self.assertIn("[silent.stale]", run("check", self.folder, "--silent", corpus).stdout.decode())

    def test_coverage(self):
        report = json.loads(run("check", self.folder, "--coverage", "--format", "json").stdout)["coverage"]
        self.assertEqual((report["rules"]["covered"], report["rules"]["all"]), (3, 3))
        self.assertEqual(run("check", self.folder, "--min-coverage", "100").returncode, 0)
        self.write("events/mine.yaml", "rules:\n  - { id: call.bellen, event: phone_call, trigger: { verb: bellen }, examples: [{ text: Tolsma zwom., gives: [] }] }\n")
        done = run("check", self.folder, "--min-coverage", "100")
        self.assertEqual(done.returncode, 1)
        self.assertIn("not: call.bellen", done.stdout.decode())
        self.assertEqual(run("check", self.folder, "--min-coverage", "75").returncode, 0)
        corpus = self.beside / "corpus"
        corpus.mkdir()
        (corpus / "a.txt").write_text(" date 2025-03-19\n\nTolsma belde.\n")
        report = json.loads(run("check", self.folder, "--coverage=" + str(corpus), "--format", "json").stdout)["coverage"]
        self.assertEqual(report["rules"]["missed"], ["meeting.spreken", "phone_call.lijn", "time.used"])
        self.assertEqual(run("check", self.folder, "--min-coverage", "many").returncode, 2)

    def test_mutation_names_what_no_example_notices(self):
        self.write("events/mine.yaml", "rules:\n  - id: call.bellen\n    event: phone_call\n    trigger: { verb: [bellen, telefoneren] }\n    roles: { participants: [subject, { prep: met }] }\n    actors: 2\n    lacks: [negation]\n    examples:\n      - { text: Koster belde met Tolsma., gives: [{ type: phone_call, participants: [koster, tolsma] }] }\n      - { text: Koster belde niet met Tolsma., gives: [] }\n      - { text: Koster belde., gives: [] }\n")
        mutation = json.loads(run("check", self.folder, "--mutate", "--only", "call.bellen", "--format", "json").stdout)["mutation"]
        self.assertEqual([s["what"] for s in mutation["survivors"]], ["without trigger telefoneren"])
        self.assertEqual(mutation["mutants"], 6)

    def test_explain(self):
        done = run("explain", "--pack", self.folder, "--text", "Koster sprak met Tolsma.", "--why-not", "phone_call.lijn")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertIn("fired  meeting.spreken", done.stdout.decode())
        self.assertIn("trigger: no pattern of it begins in the sentence", done.stdout.decode())
        data = json.loads(run("explain", "--text", "Nora Wiebes belde met Jan Tolsma.", "--published", "2025-03-19", "--format", "json").stdout)
        self.assertTrue(any(r["rule"] == "phone_call.bellen" and r["fired"] for r in data["sentences"][0]["rules"]))
        text = self.beside / "a.txt"
        text.write_text(" date 2025-03-19\n\nNora Wiebes belde met Jan Tolsma.\n\nBram Kuijt zweeg daarna een hele tijd.\n")
        lines = run("explain", f"{text}:5").stdout.decode()
        self.assertIn("Bram Kuijt zweeg", lines)
        self.assertNotIn("Nora Wiebes belde", lines)
        self.assertEqual(run("explain", f"{text}:99").returncode, 1)
        self.assertEqual(run("explain").returncode, 2)
        self.assertEqual(run("explain", "--text", "Nora Wiebes belde met Jan Tolsma.", "--why-not", "no.such").returncode, 1)

    def test_diff(self):
        text = self.beside / "a.txt"
        text.write_text(" date 2025-03-19\n\nKoster sprak dinsdag met Tolsma.\n\nKuijt had Tolsma aan de lijn.\n")
        old, new = self.beside / "old.json", self.beside / "new.json"
        run("timeline", text, "--pack", self.folder, "-o", old)
        self.assertEqual(run("diff", old, old).returncode, 0)
        rules = (self.folder / "events" / "base.yaml").read_text()
        (self.folder / "events" / "base.yaml").write_text(rules.replace("event: meeting\n", "event: phone_call\n").replace("aan de lijn\"", "aan de draad\""))
        run("timeline", text, "--pack", self.folder, "-o", new)
        done = run("diff", old, new)
        self.assertEqual(done.returncode, 1)
        self.assertIn("~ entry retyped", done.stdout.decode())
        self.assertIn("meeting -> phone_call", done.stdout.decode())
        self.assertIn("- entry lost", done.stdout.decode())
        self.assertIn("a.txt:", done.stdout.decode())
        changes = json.loads(run("diff", old, new, "--format", "json").stdout)["entries"]
        self.assertEqual(sorted(c["kind"] for c in changes), ["lost", "retyped"])
        back = json.loads(run("diff", new, old, "--format", "json").stdout)["entries"]
        self.assertEqual(sorted(c["kind"] for c in back), ["gained", "retyped"])
        self.assertIn("### Another type (entries)", run("diff", old, new, "--format", "markdown").stdout.decode())
        bad = self.beside / "bad.json"
        bad.write_text("{")
        done = run("diff", old, bad)
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertIn("bad.json", done.stderr.decode())
        self.assertEqual(run("diff", old).returncode, 2)

    def test_format(self):
        self.write("events/mine.yaml", "# head\n\n\nrules:\n# the call\n- event: phone_call   \n  # what makes it look\n  trigger: { verb: bellen }\n  id: call.bellen\n  examples:\n  - text: |\n      Koster belde.\n\n      Tolsma zwom.\n    gives: []\n\n\n# second\n- {id: a.b , event: meeting,  trigger: {  verb: [ zien,horen ], phrase: \"a { b\", noun: zo'n}} # { x}")
        self.assertEqual(run("format", self.folder, "--check").returncode, 1)
        self.assertEqual(run("format", self.folder).returncode, 0)
        self.assertEqual((self.folder / "events" / "mine.yaml").read_text(),
                         "# head\n\nrules:\n  # the call\n  - id: call.bellen\n    event: phone_call\n    # what makes it look\n    trigger: { verb: bellen }\n    examples:\n    - text: |\n        Koster belde.\n\n        Tolsma zwom.\n      gives: []\n\n  # second\n  - { id: a.b, event: meeting, trigger: { verb: [zien, horen], phrase: \"a { b\", noun: zo'n } } # { x}\n")
        self.assertEqual(run("format", self.folder, "--check").returncode, 0)

    def test_schema_has_the_keys_of_the_loader(self):
        probes = {
            "events": ("events/mine.yaml", [("types", "event type"), ("rules", "event rule"), ("cues", "cue")]),
            "time": ("time/mine.yaml", [("rules", "time rule")]),
            "claims": ("claims/mine.yaml", [("verbs", "verb report"), ("nouns", "noun report"), ("cues", "source"), ("stances", "stance rule")]),
            "lexicon": ("lexicon/mine.yaml", [("words", "word list")]),
            "actors": ("actors/mine.yaml", [("actors", "actor"), ("offices", "office"), ("groups", "group")]),
            "places": ("places/mine.yaml", [("places", "place")]),
        }
        for kind, (name, lists) in probes.items():
            schema = json.loads(run("schema", kind, "--pack", self.folder).stdout)
            definitions = schema["$defs"]
            (self.folder / name).parent.mkdir(exist_ok=True)
            told = []
            for text in ("zqzqzqzqzq: 1\n", "".join(f"{top}:\n  - {{ id: x.y, zqzqzqzqzq: 1 }}\n" for top, _ in lists)):
                path = self.write(name, text)
                told += [set(f["hint"].removeprefix("known keys here: ").split(", ")) for f in findings(self.folder, "--files", name) if f["code"] == "rule.unknown-key" and "zqzqzqzqzq" in f["message"]]
                path.unlink()
            for own in [schema["$ref"].removeprefix("#/$defs/"), *[d for _, d in lists]]:
                with self.subTest(map=own):
                    self.assertIn(set(definitions[own]["properties"]) - {"experimental"}, told)

    def test_rules_of_the_pack_fit_the_schema(self):
        try:
            import jsonschema, yaml
        except ImportError:
            self.skipTest("the Python packages jsonschema and yaml are not installed")
        for kind in ("events", "time", "claims", "lexicon", "actors", "places"):
            schema = json.loads(run("schema", kind).stdout)
            validator = jsonschema.Draft202012Validator(schema) if hasattr(jsonschema, "Draft202012Validator") else jsonschema.Draft7Validator(schema)
            for path in sorted((PACK / kind).glob("*.yaml")):
                with self.subTest(path=path.name):
                    document = json.loads(json.dumps(yaml.safe_load(path.read_text()), default=str))
                    self.assertEqual([e.message[:200] for e in validator.iter_errors(document)][:3], [])


class Recipes(unittest.TestCase):
    """The kroniek commands of examples/ci, run on a small pack: those that check pass on a good one and fail on a bad one."""

    def commands(self, name):
        text = (ROOT / "examples" / "ci" / name).read_text()
        found = re.findall(r"(?:run: |- |entry: |^ +)(kroniek [^\n]*)", text, re.M)
        self.assertTrue(found)
        return found

    def test_recipes(self):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            (folder / "bin").mkdir()
            (folder / "bin" / "kroniek").symlink_to(PROGRAM)
            for pack in ("my-pack", "before/my-pack"):
                (folder / pack).mkdir(parents=True)
                small_pack(folder / pack)
            (folder / "texts").mkdir()
            (folder / "texts" / "a.txt").write_text(" date 2025-03-19\n\nKoster sprak met Tolsma.\n")
            environment = {**os.environ, "PATH": f"{folder / 'bin'}:{os.environ['PATH']}", "PACK": "my-pack", "TEXTS": "texts"}

            def sh(command):
                return subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=300)

            for name in ("github-actions.yml", "gitlab-ci.yml", "pre-commit-config.yaml"):
                for command in self.commands(name):
                    # Words of the Dutch pack that the small one does not use are its own affair.
                    command = command.replace("--fail-on warning ", "") + (" my-pack/events/base.yaml" if command.endswith("--files") else "")
                    with self.subTest(recipe=name, command=command):
                        if "--check" in command:
                            sh("kroniek format my-pack")
                        done = sh(command)
                        self.assertEqual(done.returncode, 0, done.stdout.decode()[-800:] + done.stderr.decode())
            self.assertIn("Nothing changed", (folder / "diff.md").read_text())
            rules = folder / "my-pack" / "events" / "base.yaml"
            rules.write_text(rules.read_text().replace("verb: spreken", "verb: zwemmen"))
            for name in ("github-actions.yml", "gitlab-ci.yml", "pre-commit-config.yaml"):
                checks = [c for c in self.commands(name) if "kroniek check" in c and "|| true" not in c]
                for command in checks:
                    with self.subTest(recipe=name, bad=command):
                        self.assertEqual(sh(command + (" my-pack/events/base.yaml" if command.endswith("--files") else "")).returncode, 1)


class Dutch(unittest.TestCase):
    def test_the_pack_is_clean(self):
        done = run("check", PACK, "--fail-on", "warning")
        self.assertEqual(done.returncode, 0, done.stdout.decode()[-3000:])

    def test_ninety_five_percent_of_the_rules_are_covered(self):
        self.assertEqual(run("check", PACK, "--min-coverage", "95", "--format", "json").returncode, 0)

    @unittest.skipIf("KRONIEK_SANITIZED" in os.environ, "it measures the rules, and takes an hour under sanitizers")
    def test_mutants_of_the_dutch_pack(self):
        mutation = json.loads(run("check", PACK, "--mutate", "--format", "json").stdout)["mutation"]
        self.assertGreater(mutation["mutants"], 5000)
        self.assertGreaterEqual(mutation["noticed"] / mutation["mutants"], 0.8)

    def test_classes_that_the_program_names_are_known_to_the_lint(self):
        source = (ROOT / "src" / "rules" / "lints" / "program_classes.cpp").read_text()
        block = source[source.index("is_program_class"):source.index("binary_search")]
        listed = set(re.findall(r'"([a-z_0-9]+)"', block))
        self.assertEqual(re.findall(r'"([a-z_0-9]+)"', block), sorted(listed))
        classes = set()
        for path in (PACK / "lexicon").glob("*.yaml"):
            for match in re.finditer(r"class: *(\[[^\]]*\]|[a-z_0-9]+)", path.read_text()):
                classes.update(re.findall(r"[a-z_0-9]+", match[1]))
        literals = set()
        for folder in ("text", "time", "actors", "clauses", "events", "claims", "timeline"):
            for path in (ROOT / "src" / folder).glob("*.[ch]pp"):
                literals.update(re.findall(r'"([a-z_0-9]+)"', path.read_text()))
        self.assertEqual((classes & literals) - listed, set(), "add these to src/rules/lints/program_classes.cpp")


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
