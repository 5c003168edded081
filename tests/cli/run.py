#!/usr/bin/env python3
"""Tests of the program as a user meets it: run.py PROGRAM. The last line counts: cli: N passed, N failed, N skipped."""
import gzip, json, os, pathlib, random, re, subprocess, sys, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from folder import Folder

PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "kroniek"
ROOT = pathlib.Path(__file__).resolve().parents[2]
ARTICLES = ROOT / "examples" / "articles"
ARTICLE = " date 2025-03-19\n\nMinister Nora Wiebes belde dinsdag met minister Jan Tolsma. Het gesprek duurde een uur.\n"

CALL = " date 2025-03-19\n\nMinister Nora Wiebes belde dinsdag met minister Jan Tolsma.\n"


# A sanitizer takes its time.
SANITIZED = "KRONIEK_SANITIZED" in os.environ
PATIENCE = 1200 if SANITIZED else 120


def run(*arguments, stdin=b"", **more):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=PATIENCE, **more)


class Told(Folder):
    def timeline(self, *arguments, status=0, **more):
        done = run("timeline", *arguments, **more)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        return json.loads(done.stdout), done.stderr.decode()


class MainJob(Told):
    def test_who_is_accused_of_an_attack_is_told_to_have_made_it(self):
        result, _ = self.timeline(self.write("a.txt", " date 2025-03-19\n\nDe gouverneur beschuldigde Noorwegen maandag van een droneaanval op een boerderij.\n"))
        self.assertEqual([(e["headline"], e["status"]) for e in result["entries"]], [("Noorwegen voert een aanval uit", "unconfirmed")])

    def test_a_call_is_found_dated_and_peopled(self):
        result, _ = self.timeline(self.write("a.txt", ARTICLE))
        calls = [e for e in result["entries"] if e["type"] == "phone_call"]
        self.assertEqual(len(calls), 1)
        self.assertEqual(calls[0]["date"], "2025-03-18")
        self.assertEqual({p["id"] for p in calls[0]["participants"]}, {"wiebes", "tolsma"})

    def test_a_name_in_gz_may_have_been_unpacked_on_its_way(self):
        line = json.dumps({"published": "2025-03-19", "text": "Nora Wiebes belde dinsdag met Jan Tolsma."})
        for name, content in (("a.ndjson.gz", (line + "\n" + line.replace("belde", "mailde")).encode()), ("b.ndjson.gz", gzip.compress(line.encode()))):
            result, _ = self.timeline(self.write(name, content))
            self.assertEqual([e["headline"] for e in result["entries"]], ["Nora Wiebes belt met Jan Tolsma"])
            self.assertEqual(result["documents"][0]["source_line"], 1)

    def test_standard_input_is_a_source(self):
        result, _ = self.timeline("-", stdin=ARTICLE.encode())
        self.assertEqual(len(result["documents"]), 1)
        self.assertTrue(result["entries"])

    def test_the_window_cuts_and_counts(self):
        path = self.write("a.txt", ARTICLE)
        result, _ = self.timeline(path, "--from", "2025-04-01", "--to", "2025-04-30")
        self.assertEqual([e for e in result["entries"] if e["type"] == "phone_call"], [])
        self.assertGreaterEqual(result["outside_window"], 1)

    def test_the_words_of_trigger_and_roles_are_told(self):
        text = " date 2025-03-19\n\nJan Tolsma belde dinsdag Nora Wiebes op. Hij zat maandag in Parijs met Bram Kuijt aan tafel.\n"
        result, _ = self.timeline(self.write("a.txt", text))
        words = {e["type"]: e["mentions"][0]["words"] for e in result["entries"]}
        for all_words in words.values():
            for word in all_words:
                self.assertEqual(text[word["begin"]:word["end"]], word["text"])
        told = {t: [(w["role"], w.get("id"), w["text"]) for w in ws] for t, ws in words.items()}
        self.assertEqual(told["phone_call"], [("trigger", None, "belde"), ("trigger", None, "op"), ("initiator", "tolsma", "Jan Tolsma"), ("target", "wiebes", "Nora Wiebes")])
        self.assertEqual(told["meeting"][0], ("trigger", None, "aan tafel"))
        self.assertLessEqual({("initiator", "tolsma", "Hij"), ("target", "kuijt", "Bram Kuijt"), ("place", "paris", "Parijs")}, set(told["meeting"][1:]))

    def test_markdown_in_both_languages(self):
        path = self.write("a.txt", ARTICLE)
        dutch = run("timeline", path, "--format", "markdown").stdout.decode()
        english = run("timeline", path, "--format", "markdown", "--language", "en").stdout.decode()
        self.assertIn("Dinsdag 18 maart 2025", dutch)
        self.assertIn("18 March 2025", english)
        self.assertIn("- Nora Wiebes belt met Jan Tolsma", dutch)
        self.assertIn("- Nora Wiebes calls Jan Tolsma", english)

    def test_the_same_bytes_twice(self):
        self.assertEqual(run("timeline", ARTICLES).stdout, run("timeline", ARTICLES).stdout)

    def test_ndjson_lines_are_documents(self):
        lines = [json.dumps({"id": "n1", "text": ARTICLE.split("\n\n")[1], "published": "2025-03-19"}), json.dumps({"id": "n2", "text": "Niets."})]
        path = self.write("a.ndjson", "\n".join(lines) + "\n")
        result, _ = self.timeline(path, status=1)  # the second has no date
        self.assertEqual([d["id"] for d in result["documents"]], ["n1", "n2"])
        self.assertTrue(result["entries"])

    def test_every_span_is_its_text(self):
        result, _ = self.timeline(*[p for p in sorted(ARTICLES.iterdir()) if p.suffix in (".txt", ".md")])
        texts = {d["id"]: pathlib.Path(d["source"]).read_bytes().decode() for d in result["documents"]}
        spans = [(m["document"], m) for e in result["entries"] + result["undated"] for m in e["mentions"]]
        spans += [(d, m["date"]) for d, m in spans if m["date"]]
        spans += [(c["document"], c) for c in result["claims"]]
        self.assertGreater(len(spans), 100)
        for document, span in spans:
            self.assertEqual(texts[document][span["begin"]:span["end"]], span["text"])

    def test_a_running_head_does_not_cut_a_sentence(self):
        head = "Een lange kop van een dagblad over de reis"
        text = f"{head}\n\n date 2025-04-20\n\nDe gezant Bram Kuijt had vrijdag in Parijs\n\n{head}\n\neen ontmoeting met minister Nora Wiebes.\n\n{head}\n\nDat was alles wat er die dag te melden viel.\n"
        path = self.write("a.txt", text)
        result, _ = self.timeline(path, "--published", "2025-04-20")
        meetings = [e for e in result["entries"] + result["undated"] if e["type"] == "meeting"]
        self.assertTrue(any({"kuijt", "wiebes"} <= {p["id"] for p in e["participants"]} for e in meetings), meetings)
        for entry in meetings:
            for mention in entry["mentions"]:
                self.assertEqual(text[mention["begin"]:mention["end"]], mention["text"])


class Parts(Told):
    """extract and assemble, with lines between them."""

    def lines(self, *paths, status=(0, 1)):
        done = run("extract", *paths)
        self.assertIn(done.returncode, status, done.stderr.decode())
        return done.stdout.splitlines(keepends=True)

    def test_parts_in_any_cut_and_order_give_what_one_run_gives(self):
        articles = sorted(p for p in ARTICLES.iterdir() if p.suffix in (".txt", ".md", ".ndjson"))
        missing = self.folder / "missing.txt"
        for form in ("json", "csv"):  # Markdown quotes what furniture cut in two, for which it needs the articles
            whole = run("timeline", *articles, missing, "--format", form)
            for seed in range(4):
                dice = random.Random(seed)
                left, lines = articles + [missing], []
                dice.shuffle(left)
                while left:
                    size = dice.randint(1, 5)
                    lines += self.lines(*left[:size])
                    left = left[size:]
                dice.shuffle(lines)
                cut = dice.randrange(len(lines))
                parts = [self.write("1.ndjson", b"".join(lines[:cut])), self.write("2.ndjson", b"".join(lines[cut:]))]
                done = run("assemble", *[p for p in parts if p.stat().st_size], "--format", form)
                self.assertEqual(done.returncode, whole.returncode)
                self.assertEqual(done.stdout, whole.stdout)

    def test_lines_of_another_version_or_pack_are_refused(self):
        line = json.loads(self.lines(self.write("a.txt", CALL))[0])
        for change in ({"kroniek": "0.0.1"}, {"pack": line["pack"] | {"version": "7", "sha256": "0" * 64}}, {"kroniek": "9.0", "later": 1}):
            path = self.write("old.ndjson", json.dumps(line | change))
            done = run("assemble", path)
            self.assertEqual((done.returncode, done.stdout), (1, b""))
            said = done.stderr.decode()
            self.assertIn("extraction.other-origin", said)
            self.assertIn("kroniek " + line["kroniek"], said)
            self.assertIn(change.get("kroniek") or "7 (000000000000)", said)
        forced = run("assemble", self.write("old.ndjson", json.dumps(line | {"kroniek": "0.0.1"})), "--force")
        self.assertEqual(forced.returncode, 1)
        self.assertEqual(len(json.loads(forced.stdout)["entries"]), 1)

    def test_a_broken_line_is_named_and_the_others_are_used(self):
        path = self.write("a.ndjson", b"".join([b"{oops\n", *self.lines(self.write("a.txt", CALL))]))
        done = run("assemble", path)
        self.assertEqual(done.returncode, 1)
        self.assertIn("a.ndjson:1:", done.stderr.decode())
        self.assertEqual(len(json.loads(done.stdout)["entries"]), 1)
        self.assertEqual(run("assemble", self.folder / "none.ndjson").returncode, 1)

    def test_edits_are_done_and_the_output_can_be_their_file(self):
        source = self.write("a.txt", CALL)
        plain, _ = self.timeline(source)
        edits = self.write("edits.yaml", f"- redate: {plain['entries'][0]['id']}\n  date: 2025-03-17\n- add: {{ type: visit, date: 2025-03-20, headline: Op reis }}\n")
        edited = run("timeline", source, "--edits", edits)
        self.assertEqual(edited.returncode, 0, edited.stderr.decode())
        self.assertEqual([e["date"] for e in json.loads(edited.stdout)["entries"]], ["2025-03-17", "2025-03-20"])
        again = run("timeline", source, "--edits", self.write("edited.json", edited.stdout))
        self.assertEqual(again.stdout, edited.stdout)
        wrong = run("timeline", source, "--edits", self.write("wrong.yaml", "- drop: e-000000000000\n- dorp: e-1\n"))
        self.assertEqual(wrong.returncode, 1)
        self.assertIn("wrong.yaml:1: warning: there is no entry e-000000000000", wrong.stderr.decode())
        self.assertIn("wrong.yaml:2: error: 'dorp' is nothing that an edit has", wrong.stderr.decode())
        self.assertEqual(run("timeline", source, "--edits", self.folder / "none.yaml").returncode, 1)

    def test_entries_can_be_chosen(self):
        path = self.write("a.txt", CALL)
        for options, left in ((["--type", "phone_call"], 1), (["--type", "visit"], 0), (["--actor", "wiebes", "--actor", "xi"], 1), (["--status", "planned"], 0), (["--min-sources", "2"], 0)):
            result, _ = self.timeline(path, *options)
            self.assertEqual((len(result["entries"]), result["not_selected"]), (left, 1 - left), options)
        self.assertEqual(run("timeline", path, "--status", "gepland").returncode, 2)


class Usage(Told):
    def test_wrong_use_is_two_and_helps(self):
        for arguments in ([], ["tijdlijn"], ["timeline"], ["timeline", "--formaat", "x"], ["timeline", "x", "--format", "pdf"], ["timeline", "x", "--from", "gisteren"], ["timeline", "x", "--from", "2025-04", "--to", "2025-03"], ["extract", "x", "--published", "ooit"], ["extract", "x", "--style", "x"], ["assemble"], ["assemble", "x", "--format", "pdf"], ["check"]):
            done = run(*arguments)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertTrue(done.stderr, arguments)
            self.assertEqual(done.stdout, b"", arguments)

    def test_every_help_has_an_example(self):
        for command in ("timeline", "extract", "assemble", "check", "explain", "diff", "format", "schema"):
            said = run(command, "--help").stdout.decode()
            self.assertIn(f"kroniek {command} ", said.split("examples:\n")[1], command)

    def test_help_and_version(self):
        for arguments in (["--help"], ["--version"], ["timeline", "--help"], ["extract", "--help"], ["assemble", "--help"], ["check", "--help"]):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, b""), arguments)
            self.assertTrue(done.stdout)

    def test_output_is_written_whole_or_not_at_all(self):
        source = self.write("a.txt", ARTICLE)
        target = self.folder / "out.json"
        self.assertEqual(run("timeline", source, "-o", target).returncode, 0)
        self.assertEqual(json.loads(target.read_text())["documents"][0]["source"], str(source))
        missing = self.folder / "none" / "out.json"
        done = run("timeline", source, "-o", missing)
        self.assertEqual(done.returncode, 1)
        self.assertIn(str(missing), done.stderr.decode())
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()), ["a.txt", "out.json"])

    def test_output_leaves_devices_and_links_as_they_are(self):
        source = self.write("a.txt", ARTICLE)
        pipe, link = self.folder / "pipe", self.folder / "link.json"
        os.mkfifo(pipe)
        reader = subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE)
        self.assertEqual(run("timeline", source, "-o", pipe).returncode, 0)
        self.assertTrue(json.loads(reader.communicate(timeout=60)[0])["entries"])
        self.assertTrue(pipe.is_fifo())
        (self.folder / "real.json").write_text("old")
        link.symlink_to("real.json")
        self.assertEqual(run("timeline", source, "-o", link).returncode, 0)
        self.assertTrue(link.is_symlink())
        self.assertTrue(json.loads((self.folder / "real.json").read_text())["entries"])

    def test_a_closed_pipe_ends_it_quietly(self):
        program = subprocess.Popen([PROGRAM, "timeline", str(ARTICLES)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        program.stdout.close()
        self.assertNotIn(b"terminate", program.stderr.read())
        program.stderr.close()
        self.assertNotEqual(program.wait(timeout=60), 0)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_full_disk_is_said(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "timeline", str(self.write("a.txt", ARTICLE))], stdout=full, stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"written", done.stderr)


class BadInput(Told):
    """Each fault is named on stderr and in the JSON; the document beside it is still done."""

    def faulty(self, name, content, said):
        good = self.write("good.txt", ARTICLE)
        bad = self.write(name, content) if content is not None else self.folder / name
        result, stderr = self.timeline(bad, good, status=1)
        self.assertIn(said, stderr)
        self.assertIn(name, stderr)
        self.assertTrue(any(said in w["message"] for w in result["warnings"]), result["warnings"])
        self.assertTrue(any(e["type"] == "phone_call" for e in result["entries"]))
        return result

    def test_not_utf8(self):
        self.faulty("bad.txt", b"Goedendag caf\xe9 en verder.\n", "UTF-8")

    def test_nul_bytes(self):
        self.faulty("bad.txt", b"Goedendag\x00en verder.\n", "NUL")

    def test_empty(self):
        self.faulty("bad.txt", b"", "empty")

    def test_missing(self):
        done = run("timeline", self.folder / "weg.txt", self.write("good.txt", ARTICLE))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"weg.txt", done.stderr)
        self.assertTrue(json.loads(done.stdout)["entries"])

    def test_no_json_on_a_line(self):
        done = run("timeline", self.write("bad.ndjson", '{"id": "x", "text": "Niets.", "published": "2025-03-01"}\n{broken\n{"id": "y"}\n'))
        self.assertEqual(done.returncode, 1)
        stderr = done.stderr.decode()
        self.assertIn("bad.ndjson:2", stderr)
        self.assertIn("bad.ndjson:3", stderr)
        self.assertEqual([d["id"] for d in json.loads(done.stdout)["documents"]], ["x"])

    def test_an_impossible_date(self):
        result = self.faulty("bad.txt", " date 2025-02-30\n\nMinister Nora Wiebes belde dinsdag met minister Jan Tolsma.\n", "2025-02-30")
        self.assertEqual(len(result["documents"]), 2)

    def test_an_impossible_date_in_the_text(self):
        self.faulty("bad.txt", " date 2025-03-19\n\nOp 30 februari 2025 belde minister Nora Wiebes met minister Jan Tolsma.\n", "30 februari 2025")

    @unittest.skipIf(os.geteuid() == 0, "root reads everything")
    def test_unreadable(self):
        path = self.write("bad.txt", ARTICLE)
        path.chmod(0)
        done = run("timeline", path, self.write("good.txt", ARTICLE))
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"cannot be read", done.stderr)
        self.assertTrue(json.loads(done.stdout)["entries"])

    def test_no_date_at_all(self):
        done = run("timeline", self.write("bad.txt", "Minister Nora Wiebes belde dinsdag met minister Jan Tolsma.\n"))
        result = json.loads(done.stdout)
        self.assertEqual(done.returncode, 1)
        self.assertIsNone(result["documents"][0]["published"])
        self.assertTrue([e for e in result["undated"] if e["type"] == "phone_call"])

    def test_a_note_is_told_and_fails_nothing(self):
        path = self.write("open.txt", " date 2025-03-19\n\nMinister Nora Wiebes zei dinsdag: “Wij bellen morgen.\n")
        extracted = run("extract", path)
        for done in (extracted, run("timeline", path), run("explain", path)):
            self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn(b"note: a quotation mark opens", extracted.stderr)
        done = run("assemble", self.write("open.ndjson", extracted.stdout))
        self.assertEqual([w["severity"] for w in json.loads(done.stdout)["warnings"]], ["note"])
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_one_line_of_fifty_megabytes(self):
        path = self.folder / "long.txt"
        with open(path, "wb") as out:
            out.write(b"2025-03-19 ")
            for _ in range(5 if SANITIZED else 50):
                out.write(b"woord " * 174763)
        done = subprocess.run([PROGRAM, "extract", str(path)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=max(300, PATIENCE))
        self.assertIn(done.returncode, (0, 1), done.stderr.decode()[-500:])


class Rules(Told):
    def test_faults_of_a_pack_are_told_with_their_place(self):
        pack = self.folder / "pack"
        subprocess.run(["cp", "-r", str(ROOT / "src/packs/nl"), str(pack)], check=True)
        path = pack / "events" / "eigen.yaml"
        path.write_text("rules:\n"
                        "  - id: eigen.een\n    event: phone_cal\n    triger: { verb: bellen }\n"
                        "  - id: phone_call.bellen\n    event: phone_call\n    trigger: { verb: blelen }\n"
                        "  - id: eigen.twee\n    event: phone_call\n    trigger: { phrase: \"aan [de\" }\n"
                        "    examples:\n      - { text: Niets., gives: [{ type: phone_call, date: 2025-03-01 }] }\n")
        done = run("check", pack)
        said = done.stdout.decode()
        self.assertEqual(done.returncode, 1)
        for place, what in (("eigen.yaml:4", "triger"), ("talks.yaml:2", "phone_call.bellen"), ("eigen.yaml:7", "blelen"), ("eigen.yaml:10", "bracket"), ("eigen.yaml:12", "published")):
            self.assertTrue(any(place in line and what in line for line in said.splitlines()), (place, what, said[:2000]))

    def test_a_failing_example_fails_the_check(self):
        pack = self.folder / "pack"
        subprocess.run(["cp", "-r", str(ROOT / "src/packs/nl"), str(pack)], check=True)
        (pack / "events" / "eigen.yaml").write_text(
            "rules:\n  - id: eigen.een\n    event: phone_call\n    trigger: { verb: bellen }\n    roles: { participants: [subject, { prep: met }] }\n    actors: 2\n"
            "    examples:\n      - { text: Er gebeurde niets., published: 2025-03-01, gives: [{ type: phone_call }] }\n")
        done = run("check", pack)
        self.assertEqual(done.returncode, 1)
        self.assertIn("eigen.yaml:8", done.stdout.decode())


class Halves(Told):
    def test_without_the_articles_markdown_is_the_same(self):
        head = "Een lange kop van een dagblad over de reis"
        page = f"{head}\n\nVolgens Emma Koster gaat Peru niet akkoord met een *bestand* dat voor\n\n{head}\n\niedereen aan het front zou gelden.\n\n{head}\n\nNora Wiebes belde dinsdag met Jan Tolsma.\n"
        article = self.write("a.md", "---\npublished: 2025-03-19\n---\n" + page)
        for options in ([], ["--language", "en"]):
            whole = run("timeline", article, ARTICLES, "--format", "markdown", *options).stdout
            self.assertEqual(run("assemble", "-", "--format", "markdown", *options, stdin=run("extract", article, ARTICLES).stdout).stdout, whole)
        self.assertIn("dat voor iedereen aan het front zou gelden", whole.decode())
        self.assertNotIn("voor " + head, whole.decode())


class Sources(unittest.TestCase):
    def test_every_source_file_is_built(self):
        lists = (ROOT / "src/meson.build").read_text()
        for path in sorted((ROOT / "src").rglob("*.cpp")):
            self.assertIn(f"'{path.relative_to(ROOT / 'src').as_posix()}'", lists)
        lists = (ROOT / "tests/meson.build").read_text()
        for path in sorted((ROOT / "tests").rglob("*_test.cpp")):
            self.assertIn(f"'{path.relative_to(ROOT / 'tests').as_posix()}'", lists)

    def test_every_reason_for_a_date_has_its_words(self):
        # No other strings of several words stand in these files.
        code = [line.split("//")[0] for name in ("counted", "dating", "scenes", "tense") for line in (ROOT / f"src/events/{name}.cpp").read_text().splitlines()]
        reasons = set(re.findall(r'"([a-z]+(?:,? [a-z]+)+)"', "\n".join(code)))
        self.assertGreater(len(reasons), 20)
        for language in ("nl", "en"):
            labels = (ROOT / f"src/packs/nl/labels/{language}.yaml").read_text()
            self.assertEqual([r for r in reasons if f"\nbasis.{r}: " not in labels], [], language)


if __name__ == "__main__":
    import completions, faults, lints, pages, side_by_side, workbench

    modules = (sys.modules[__name__], completions, faults, lints, pages, side_by_side, workbench)
    suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromModule(module) for module in modules)
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    bad = len(result.failures) + len(result.errors)
    print(f"cli: {result.testsRun - bad - len(result.skipped)} passed, {bad} failed, {len(result.skipped)} skipped")
    sys.exit(bad != 0)
