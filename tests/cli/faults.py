"""What goes wrong around the program: disks, pipes, signals, names, places and memory."""
import json, os, pathlib, pwd, resource, signal, subprocess, sys, threading, time, unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from folder import Folder

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "kroniek"
ARTICLES = ROOT / "examples" / "articles"
CALL = " date 2025-03-19\n\nMinister Nora Wiebes belde dinsdag met minister Jan Tolsma.\n"
# Sanitizers take address space without end, and catch signals themselves.
SANITIZED = "KRONIEK_SANITIZED" in os.environ


class Place(Folder):
    def setUp(self):
        super().setUp()
        self.folder.chmod(0o755)
        self.source = self.folder / "a.txt"
        self.source.write_text(CALL)

    def run_program(self, *arguments, **more):
        return subprocess.run([PROGRAM, *map(str, arguments)], **{"stdin": subprocess.DEVNULL, "capture_output": True, "timeout": 300, "cwd": self.folder} | more)

    def start(self, *arguments, **more):
        # In the background of a shell, or under nohup, some signals are ignored, and what is started inherits that.
        more.setdefault("preexec_fn", lambda: [signal.signal(number, signal.SIG_DFL) for number in (signal.SIGINT, signal.SIGHUP)])
        return subprocess.Popen([PROGRAM, *map(str, arguments)], **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": self.folder} | more)

    def assertSaid(self, done, status, *words):
        self.assertEqual(done.returncode, status, done.stderr.decode("utf-8", "replace"))
        for word in words:
            self.assertIn(word, done.stderr.decode("utf-8", "replace"))

    def files(self):
        return sorted(p.name for p in self.folder.iterdir())

    def as_nobody(self):
        """Arguments of a run that may not do everything; what is made for it must be its own."""
        if os.geteuid() != 0:
            return {}
        try:
            user = pwd.getpwnam("nobody")
        except KeyError:
            self.skipTest("there is no user nobody")
        if subprocess.run([PROGRAM, "--version"], capture_output=True, user=user.pw_uid, group=user.pw_gid).returncode != 0:
            self.skipTest("nobody may not run the program")
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


class Output(Place):
    @unittest.skipUnless(os.path.exists("/dev/full"), "no /dev/full")
    def test_a_full_disk_is_said_by_every_command(self):
        lines = self.folder / "lines.ndjson"
        lines.write_bytes(self.run_program("extract", "a.txt").stdout)
        commands = (["timeline", "a.txt"], ["timeline", "a.txt", "--format", "html"], ["extract", "a.txt"], ["assemble", lines], ["explain", "a.txt"], ["schema", "events"], ["--help"])
        for command in commands:
            with open("/dev/full", "wb") as full:
                done = self.run_program(*command, capture_output=False, stdout=full, stderr=subprocess.PIPE)
            self.assertSaid(done, 1, "written")
        for command in commands[:2]:
            self.assertSaid(self.run_program(*command, "-o", "/dev/full"), 1, "/dev/full", "No space left")

    def test_a_file_that_cannot_grow_leaves_the_old_one(self):
        def small():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
        (self.folder / "out.json").write_text("old")
        done = self.run_program("timeline", "a.txt", "-o", "out.json", preexec_fn=small)
        self.assertSaid(done, 1, "out.json", "File too large")
        self.assertEqual((self.folder / "out.json").read_text(), "old")
        self.assertEqual(self.files(), ["a.txt", "out.json"])

    def test_an_end_in_the_middle_of_writing_leaves_the_old_file(self):
        def killed_when_writing():
            resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        (self.folder / "out.json").write_text("old")
        done = self.run_program("timeline", "a.txt", "-o", "out.json", preexec_fn=killed_when_writing)
        self.assertEqual(done.returncode, -signal.SIGXFSZ)
        self.assertEqual((self.folder / "out.json").read_text(), "old")

    def test_a_signal_while_reading_leaves_the_old_file(self):
        os.mkfifo(self.folder / "slow.txt")
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
            (self.folder / "out.json").write_text("old")
            program = self.start("timeline", "a.txt", "slow.txt", "-o", "out.json")
            writer = os.open(self.folder / "slow.txt", os.O_WRONLY)  # opens when the program reads
            program.send_signal(number)
            os.close(writer)
            program.communicate(timeout=60)
            self.assertEqual(program.returncode, -number)
            self.assertEqual((self.folder / "out.json").read_text(), "old")
            self.assertEqual(self.files(), ["a.txt", "out.json", "slow.txt"])

    def test_a_closed_pipe_ends_every_command(self):
        for command in (["timeline", ARTICLES], ["extract", ARTICLES], ["timeline", ARTICLES, "--format", "html"]):
            for ignored in (signal.SIG_DFL, signal.SIG_IGN):
                program = self.start(*command, preexec_fn=lambda: signal.signal(signal.SIGPIPE, ignored), restore_signals=False)
                program.stdout.close()
                said = program.stderr.read()
                program.stderr.close()
                status = program.wait(timeout=120)
                self.assertIn(status, (1, -signal.SIGPIPE), said)
                self.assertNotIn(b"terminate", said)

    def test_a_folder_that_may_not_be_written_to(self):
        nobody = self.as_nobody()
        closed = self.folder / "closed"
        closed.mkdir()
        closed.chmod(0o555)
        if not nobody:
            self.addCleanup(closed.chmod, 0o755)
        self.assertSaid(self.run_program("timeline", "a.txt", "-o", closed / "out.json", **nobody), 1, "out.json", "Permission denied")
        self.assertSaid(self.run_program("timeline", "a.txt", "-o", "a.txt/out.json", **nobody), 1, "Not a directory")
        self.assertSaid(self.run_program("timeline", "a.txt", "-o", closed, **nobody), 1, "closed")
        (self.folder / "page.html").write_text("<html><body><p>" + CALL)
        self.assertSaid(self.run_program("timeline", "page.html", "--save-text", closed / "texts", **nobody), 1, "closed")


class Input(Place):
    def test_a_file_that_vanishes_after_it_was_listed(self):
        os.mkfifo(self.folder / "1.txt")
        (self.folder / "2.txt").write_text(CALL)
        program = self.start("extract", "1.txt", "2.txt", "a.txt")
        writer = os.open(self.folder / "1.txt", os.O_WRONLY)  # the program has listed all, and reads the first
        (self.folder / "2.txt").unlink()
        os.write(writer, CALL.encode())
        os.close(writer)
        out, said = program.communicate(timeout=120)
        self.assertEqual(program.returncode, 1)
        self.assertIn(b"2.txt: error: there is no such file", said)
        lines = [json.loads(line) for line in out.splitlines()]
        self.assertEqual([line["document"] and line["document"]["source"] for line in lines], ["1.txt", None, "a.txt"])

    def test_a_file_that_grows_or_shrinks_while_it_is_read(self):
        path, stop = self.folder / "grows.txt", threading.Event()

        def change():
            while not stop.is_set():
                path.write_text(CALL)
                with open(path, "a") as file:
                    for _ in range(2000):
                        file.write("Het regende dinsdag in Parijs. ")
        changer = threading.Thread(target=change)
        path.write_text(CALL)
        changer.start()
        try:
            for _ in range(10):
                done = self.run_program("extract", "grows.txt", "a.txt")
                self.assertIn(done.returncode, (0, 1), done.stderr)
                lines = [json.loads(line) for line in done.stdout.splitlines()]
                self.assertEqual(lines[-1]["document"]["source"], "a.txt")
        finally:
            stop.set()
            changer.join()

    def test_links_that_lead_nowhere_or_in_circles(self):
        (self.folder / "loop.txt").symlink_to("loop.txt")
        (self.folder / "gone.txt").symlink_to("nowhere.txt")
        (self.folder / "self").symlink_to(".")
        done = self.run_program("extract", ".")
        self.assertSaid(done, 1, "loop.txt: error: cannot be read: Too many levels of symbolic links", "gone.txt: error: there is no such file")
        self.assertEqual(len([1 for line in done.stdout.splitlines() if json.loads(line)["document"]]), 1)

    def test_what_is_no_file(self):
        (self.folder / "folder.txt").mkdir()
        done = self.run_program("extract", "folder.txt", "/proc/self/mem", "a.txt/b.txt", "a.txt")
        self.assertSaid(done, 1, "folder.txt: error:", "/proc/self/mem: error: cannot be read", "a.txt/b.txt: error:")
        self.assertEqual(len([1 for line in done.stdout.splitlines() if json.loads(line)["document"]]), 1)

    def test_what_may_not_be_read(self):
        nobody = self.as_nobody()
        closed = self.folder / "closed"
        closed.mkdir()
        (closed / "b.txt").write_text(CALL)
        (self.folder / "c.txt").write_text(CALL)
        (self.folder / "c.txt").chmod(0)
        closed.chmod(0)
        self.addCleanup(closed.chmod, 0o755)
        done = self.run_program("extract", ".", **nobody)
        self.assertSaid(done, 1, "closed: error: cannot be read: Permission denied", "c.txt: error: cannot be read: Permission denied")
        self.assertEqual(len([1 for line in done.stdout.splitlines() if json.loads(line)["document"]]), 1)
        self.assertSaid(self.run_program("timeline", "a.txt", "--edits", "c.txt", **nobody), 1, "c.txt", "Permission denied")
        self.assertSaid(self.run_program("timeline", "a.txt", "--pack", "closed", **nobody), 1, "closed")

    def test_a_name_that_is_no_utf8(self):
        name = os.fsencode(self.folder) + b"/b\xff\xfe\x80.txt"
        with open(name, "wb") as file:
            file.write(CALL.encode())
        for form in ("json", "html", "markdown", "csv", "ics", "timelinejs", "timelinejs-csv", "jsonld", "timeml", "timesketch"):
            done = self.run_program("timeline", ".", "--format", form)
            self.assertSaid(done, 0)
            done.stdout.decode()
        done = self.run_program("extract", ".", os.fsencode(self.folder) + b"/none\xff")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len([1 for line in done.stdout.decode().splitlines() if json.loads(line)["document"]]), 2)

    def test_links_in_a_pack(self):
        pack = self.folder / "pack"
        subprocess.run(["cp", "-r", str(ROOT / "src/packs/nl"), str(pack)], check=True)
        (pack / "events" / "loop.yaml").symlink_to("loop.yaml")
        (pack / "events" / "up").symlink_to("../..")
        done = self.run_program("check", "pack")
        self.assertEqual(done.returncode, 1)
        self.assertIn(b"events/loop.yaml: error: the file cannot be read", done.stdout + done.stderr)


class Surroundings(Place):
    def test_the_same_bytes_wherever_it_runs(self):
        def out(**environment):
            done = self.run_program("timeline", ARTICLES, "--format", "html", env=environment)
            self.assertEqual(done.returncode, wanted.returncode, done.stderr.decode())
            return done.stdout
        wanted = self.run_program("timeline", ARTICLES, "--format", "html")
        for environment in ({}, {"HOME": "/nonexistent"}, {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "C"}, {"LC_ALL": "nl_NL.UTF-8", "LANG": "nl"}, {"LC_ALL": "no such place"}, {"LC_NUMERIC": "de_DE.UTF-8"},
                            {"TZ": "Pacific/Kiritimati"}, {"TZ": "XXX-99"}, {"TZ": ":/etc/passwd"}, {"TZ": ""}, {"TMPDIR": "/nonexistent"}, {"PATH": ""}, {"COLUMNS": "-1", "TERM": "\x1b[31m"}):
            self.assertEqual(out(**environment), wanted.stdout, environment)

    def test_a_system_that_is_read_only(self):
        (self.folder / "out.json").write_text("old")
        pack = self.folder / "pack"
        subprocess.run(["cp", "-r", str(ROOT / "src/packs/nl"), str(pack)], check=True)
        # Every file system of a namespace of its own; /proc and the like stay what they are.
        frozen = ["unshare", "--mount", "sh", "-c", "while read -r _ place _; do mount -o remount,bind,ro \"$place\" 2>/dev/null; done </proc/self/mounts; touch probe 2>/dev/null && exit 99; exec \"$@\"", "sh", PROGRAM]

        def run_frozen(*arguments):
            return subprocess.run([*frozen, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, timeout=300, cwd=self.folder)
        try:
            plain = run_frozen("--version")
        except FileNotFoundError:
            self.skipTest("there is no unshare")
        if plain.returncode != 0:
            self.skipTest(f"no file system can be made read-only here: {plain.stderr.decode()[:100]} {plain.returncode}")
        for arguments in (["timeline", "a.txt"], ["timeline", "a.txt", "--pack", pack], ["timeline", "a.txt", "--format", "html"]):
            done = run_frozen(*arguments)
            self.assertSaid(done, 0)
            self.assertEqual(done.stdout, self.run_program(*arguments).stdout)
        self.assertSaid(run_frozen("timeline", "a.txt", "-o", "out.json"), 1, "out.json", "Read-only file system")
        self.assertSaid(run_frozen("timeline", "a.txt", "-o", "new.json"), 1, "new.json", "Read-only file system")
        self.assertEqual((self.folder / "out.json").read_text(), "old")
        self.assertEqual(self.files(), ["a.txt", "out.json", "pack"])

    @unittest.skipIf(SANITIZED, "a sanitizer needs address space")
    def test_too_little_memory_is_said(self):
        text = self.folder / "long.txt"
        text.write_text(CALL + "Nora Wiebes belde dinsdag met Jan Tolsma in Parijs. " * 40000)
        page = self.folder / "long.html"
        page.write_text("<html><body>" + "<p>Nora Wiebes belde dinsdag met Jan Tolsma in Parijs.</p>" * 40000)
        limited = lambda size: lambda: (resource.setrlimit(resource.RLIMIT_AS, (size, size)), resource.setrlimit(resource.RLIMIT_CORE, (0, 0)))
        base = next(size for size in range(8 << 20, 1 << 30, 4 << 20) if self.run_program("--version", preexec_fn=limited(size)).returncode == 0)
        short = 0
        for source in (text, page):
            for more in (0, 1, 2, 5, 10, 15, 20, 30, 50, 80, 120, 160):
                done = self.run_program("timeline", source.name, "a.txt", preexec_fn=limited(base + (more << 20)))
                said = done.stderr.decode("utf-8", "replace")
                self.assertIn(done.returncode, (0, 1), (source.name, more, said))
                if b"phone_call" in done.stdout and "memory" not in said:
                    continue
                short += 1
                self.assertEqual(done.returncode, 1, (source.name, more, said))
                self.assertIn("memory", said, (source.name, more))
        self.assertGreater(short, 5)

    def test_a_rule_file_that_is_no_utf8(self):
        pack = self.folder / "pack"
        for name in ("morphology.yaml", "text/furniture.yaml", "events/talks.yaml"):
            subprocess.run(["rm", "-rf", str(pack)], check=True)
            subprocess.run(["cp", "-r", str(ROOT / "src/packs/nl"), str(pack)], check=True)
            path = pack / name
            path.write_bytes(path.read_bytes().replace(b"a", b"\xe9", 1))
            done = self.run_program("check", "pack")
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"not UTF-8 at byte offset", done.stdout + done.stderr)
            self.assertIn(name.encode(), done.stdout + done.stderr)
