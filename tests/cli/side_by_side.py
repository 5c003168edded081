"""Tests of work done side by side, of the cache of compiled packs, and of the line that tells progress. run.py runs them."""
import concurrent.futures, hashlib, json, os, pathlib, pty, random, re, resource, struct, subprocess, sys, threading, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from folder import Folder
from small_pack import PROGRAM, ROOT, run, small_pack

# Sanitizers take memory and time of their own.
SANITIZED = "KRONIEK_SANITIZED" in os.environ

ARTICLES = sorted(p for p in (ROOT / "examples" / "articles").iterdir())


def lines(count, seed=1):
    """NDJSON of articles of many lengths, made of sentences of the examples; some lines are wrong."""
    chance = random.Random(seed)
    text = " ".join(p.read_text(encoding="utf-8") for p in ARTICLES if p.suffix in (".txt", ".md"))
    sentences = [s.strip() for s in re.split(r"(?<=[.!?])\s+", text) if s.strip()]
    made = []
    for i in range(count):
        some = chance.sample(sentences, chance.choice((1, 2, 5, 30)))
        line = json.dumps({"text": " ".join(some), "published": chance.choice(("2025-03-19", "2025-03", "2025"))})
        made.append(chance.choice((line[:-1], "{\"id\": 1}", "geen JSON")) if chance.random() < 0.05 else line)
    return ("\n".join(made) + "\n").encode()


class Jobs(Folder):
    def test_the_bytes_are_the_same_with_any_number(self):
        for seed, command in ((1, "extract"), (2, "extract"), (3, "timeline")):
            path = self.folder / f"{seed}.ndjson"
            path.write_bytes(lines(80, seed))
            one, *others = [run(command, path, *ARTICLES, "--jobs", n) for n in (1, 2, 7)]
            self.assertEqual(one.returncode, 1)
            self.assertIn(b"input.", one.stderr)
            self.assertGreater(len(one.stdout), 50000)
            for other in others:
                self.assertEqual((one.returncode, one.stderr), (other.returncode, other.stderr))
                self.assertTrue(one.stdout == other.stdout, "the output differs")

    def test_the_number_is_checked(self):
        for number in ("0", "-1", "257", "zes"):
            done = run("extract", "-", "--jobs", number)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(b"jobs", done.stderr)

    @unittest.skipIf(SANITIZED, "a sanitizer takes memory of its own")
    def test_an_endless_stream_takes_no_more_memory(self):
        text = b"".join(line + b"\n" for line in lines(400, 4).split(b"\n") if line.endswith(b"}") and b'"text"' in line)
        peaks = []
        for size in (2, 10):
            process = subprocess.Popen([PROGRAM, "extract", "-", "--jobs", "2"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            for _ in range(size):
                process.stdin.write(text)
            peaks.append(peak_of(process.pid))
            process.stdin.close()
            process.wait(timeout=1200 if SANITIZED else 120)
        self.assertLess(peaks[1], 150_000)
        self.assertLess(peaks[1], peaks[0] * 1.3 + 8000)

    def test_lines_come_out_while_more_are_awaited(self):
        first = json.dumps({"text": "Nora Wiebes belde dinsdag met Jan Tolsma.", "published": "2025-03-19"}).encode() + b"\n"
        process = subprocess.Popen([PROGRAM, "extract", "-", "--jobs", "2"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.addCleanup(process.stdout.close)
        process.stdin.write(first)
        process.stdin.flush()
        with concurrent.futures.ThreadPoolExecutor(1) as reader:
            line = reader.submit(process.stdout.readline)
            try:
                self.assertEqual(json.loads(line.result(timeout=60))["events"][0]["type"], "phone_call")
            finally:
                process.stdin.close()
                process.wait(timeout=60)

    def test_a_closed_pipe_ends_it(self):
        path = self.folder / "a.ndjson"
        path.write_bytes(lines(600, 5))
        for ignored in (False, True):  # by the signal, or by the error of the write
            process = subprocess.Popen([PROGRAM, "extract", str(path), "--jobs", "3"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, restore_signals=not ignored)
            process.stdout.readline()
            process.stdout.close()
            said = process.stderr.read().decode()
            process.stderr.close()
            status = process.wait(timeout=60)
            self.assertIn(status, (1,) if ignored else (-13,))
            if ignored:
                self.assertEqual(said.splitlines()[-1], "kroniek: error: the output could not be written whole")

    def test_a_full_disk_is_told(self):
        done = subprocess.run([PROGRAM, "extract", "--jobs", "3", *map(str, ARTICLES)], stdout=open("/dev/full", "wb"), stderr=subprocess.PIPE, timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"could not be written whole", done.stderr)

    @unittest.skipIf(SANITIZED, "a sanitizer takes memory of its own")
    def test_too_little_memory_is_told(self):
        path = self.folder / "a.ndjson"
        path.write_bytes(b'{"text": "' + b"Nora Wiebes belde dinsdag met Jan Tolsma. " * 1_000_000 + b'"}\n')
        limit = 300 << 20
        done = subprocess.run([PROGRAM, "extract", str(path), "--jobs", "2"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stderr.decode().splitlines()[-1], "kroniek: error: not enough memory")


def peak_of(process):
    status = pathlib.Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1])


class Cache(Folder):
    def setUp(self):
        super().setUp()
        self.pack, self.cache = self.folder / "pack", self.folder / "cache"
        self.pack.mkdir()
        small_pack(self.pack)
        self.article = self.folder / "a.txt"
        self.article.write_text(" date 2025-03-19\n\nKuijt sprak met Tolsma. Koster had Tolsma overmorgen aan de lijn.\n")

    def extract(self, **environment):
        env = {k: v for k, v in os.environ.items() if k not in ("HOME", "XDG_CACHE_HOME")} | ({"XDG_CACHE_HOME": str(self.cache)} if not environment else environment)
        done = run("extract", self.article, "--pack", self.pack, env=env)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn(b'"meeting"', done.stdout)
        return done.stdout

    def files(self):
        return sorted((self.cache / "kroniek").iterdir())

    def test_a_pack_is_compiled_once(self):
        first = self.extract()
        (file,) = self.files()
        before = file.stat()
        self.assertEqual(self.extract(), first)
        after = file.stat()
        self.assertEqual((before.st_ino, before.st_mtime_ns), (after.st_ino, after.st_mtime_ns))
        self.assertEqual((self.cache / "kroniek").stat().st_mode & 0o777, 0o700)

    def test_it_is_used(self):
        first = self.extract()
        (file,) = self.files()
        # What the cache says is what comes out: a pack of another content under this name.
        other = self.folder / "other"
        os.rename(self.pack, other)
        self.pack.mkdir()
        small_pack(self.pack)
        rules = self.pack / "events" / "base.yaml"
        rules.write_text(rules.read_text().replace("meeting.spreken", "meeting.praten"))
        self.assertIn(b"meeting.praten", self.extract())
        (changed,) = set(self.files()) - {file}
        changed.write_bytes(file.read_bytes())
        self.assertEqual(self.extract(), first)

    def test_a_damaged_file_is_made_anew(self):
        first = self.extract()
        (file,) = self.files()
        whole = file.read_bytes()
        flipped = bytearray(whole)
        flipped[len(flipped) // 2] ^= 1
        for damaged in (whole[: len(whole) // 2], bytes(flipped)):
            file.write_bytes(damaged)
            self.assertEqual(self.extract(), first)
            (made,) = self.files()
            self.assertEqual(hashlib.sha256(made.read_bytes()[64:]).hexdigest().encode(), made.read_bytes()[:64])

    def test_a_file_of_another_version_is_not_used(self):
        """The same program with another build id: what the first one kept, it leaves alone."""
        first = self.extract()
        (file,) = self.files()
        program = bytearray(pathlib.Path(PROGRAM).read_bytes())
        at = program.find(struct.pack("<III4s", 4, 20, 3, b"GNU\0"))  # the note with the id: sizes of name and id, type, name
        if at < 0:
            self.skipTest("the program has no build id of 20 bytes, or it is that of a library")
        program[at + 16] ^= 1
        other = self.folder / "kroniek"
        other.write_bytes(program)
        other.chmod(0o755)
        file.write_bytes(b"what another version wrote")
        done = subprocess.run([other, "extract", self.article, "--pack", self.pack], capture_output=True, timeout=300, env=os.environ | {"XDG_CACHE_HOME": str(self.cache)})
        self.assertEqual((done.returncode, done.stdout), (0, first), done.stderr)
        self.assertEqual(file.read_bytes(), b"what another version wrote")
        self.assertEqual(len(self.files()), 2)

    def test_several_at_once(self):
        with concurrent.futures.ThreadPoolExecutor(3) as at_once:
            self.assertEqual(len(set(at_once.map(lambda _: self.extract(), range(3)))), 1)
        self.assertEqual(len(self.files()), 1)

    def test_without_a_place_nothing_is_kept(self):
        self.extract(PATH=os.environ["PATH"])
        self.assertFalse(self.cache.exists())
        blocked = self.folder / "file"
        blocked.write_text("no folder")
        self.extract(XDG_CACHE_HOME=str(blocked))
        self.assertEqual(blocked.read_text(), "no folder")

    def test_it_falls_back_on_the_home(self):
        self.extract(HOME=str(self.folder), XDG_CACHE_HOME="relative/path")
        self.assertEqual(len(list((self.folder / ".cache" / "kroniek").iterdir())), 1)
        self.assertFalse(pathlib.Path("relative").exists())

    def test_old_ones_go(self):
        folder = self.cache / "kroniek"
        folder.mkdir(parents=True)
        for i in range(12):
            (folder / f"{i}.pack").write_bytes(b"old")
            os.utime(folder / f"{i}.pack", (1000 + i, 1000 + i))
        self.extract()
        names = {f.name for f in self.files()}
        old = {f"{i}.pack" for i in range(12)}
        self.assertEqual(names & old, {f"{i}.pack" for i in range(5, 12)})
        self.assertEqual(len(names - old), 1)


class Progress(Folder):
    def shown(self, *arguments, stdout):
        """What a run writes to the terminal that is its standard error."""
        ours, theirs = pty.openpty()
        said = []
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdout=theirs if stdout == "terminal" else subprocess.DEVNULL, stderr=theirs, env=os.environ | {"TERM": "xterm"})
        os.close(theirs)

        def read():
            try:
                while piece := os.read(ours, 65536):
                    said.append(piece)
            except OSError:
                pass  # the terminal is gone when its last writer is

        reader = threading.Thread(target=read)
        reader.start()
        self.assertEqual(process.wait(timeout=1200 if SANITIZED else 120), 1)
        reader.join()
        os.close(ours)
        return b"".join(said).decode()

    def test_a_long_run_tells_how_far_it_is(self):
        path = self.folder / "a.ndjson"
        path.write_bytes(lines(300, 6) * 8)
        said = self.shown("extract", path, "--jobs", "1", stdout="nothing")
        drawn = re.findall(r"\r([\d,]+) documents?, ([\d.]+) MB of ([\d.]+) MB, ([\d.]+) MB/s, (\d+:\d\d) left\x1b\[K", said)
        self.assertTrue(drawn, said[:500])
        done = [float(d[1]) for d in drawn]
        self.assertEqual(done, sorted(done))
        self.assertEqual({d[2] for d in drawn}, {f"{path.stat().st_size / 1e6:.1f}"})
        # Findings stand on lines of their own, and nothing of the line is left.
        self.assertTrue(all(line.startswith(("\r\x1b[K", str(path), "  hint", "\x1b", "\r")) or "documents," not in line for line in said.split("\n")))
        self.assertEqual(said.count("\r\x1b[K") > 0, True)
        self.assertNotRegex(said.split("\n")[-1].split("\x1b[K")[-1], r"documents")

    def test_nothing_is_told_where_nobody_looks(self):
        path = self.folder / "a.ndjson"
        path.write_bytes(lines(300, 6) * 8)
        done = run("extract", path, "--jobs", "1")
        self.assertNotIn(b"MB/s", done.stderr)
        self.assertNotIn("MB/s", self.shown("extract", path, "--jobs", "1", stdout="terminal"))
