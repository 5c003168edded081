"""The completions of bash, zsh and fish, asked as their users ask. A shell that is not installed is skipped."""
import os, pathlib, pty, re, select, shlex, shutil, subprocess, tempfile, time, unittest

from small_pack import PROGRAM, ROOT

INSTALL = ROOT / "src/cli/install"
COMMANDS = ["timeline", "extract", "assemble", "check", "explain", "diff", "format", "schema"]

# Prints what the function would offer for the words of the line.
BASH = """source {script}
COMP_WORDS=({words}); COMP_CWORD=$(({count} - 1)); COMPREPLY=()
_kroniek
printf '%s\\n' "${{COMPREPLY[@]}}"
"""

# A Tab that writes down the matches instead of showing them.
ZSH = """PS1= RPS1=; unsetopt zle_bracketed_paste beep
fpath=({install} $fpath); autoload -Uz compinit; compinit -D -u
compadd() {{
  local -a hits; local i
  for ((i = 1; i <= $#; ++i)); do [[ $argv[i] == (-|--) ]] && break; [[ $argv[i] == -[OADl] && $argv[i] != -l ]] && {{ builtin compadd "$@"; return }}; done
  builtin compadd -A hits "$@"; (( $#hits )) && print -rl -- $hits >> {out}
  builtin compadd "$@"
}}
tab() {{ _main_complete; print -r -- DONE >> {out}; compstate[insert]= compstate[list]= }}
zle -C tab complete-word tab; bindkey '^I' tab
print -r -- READY >> {out}
"""


class Shell(unittest.TestCase):
    def offered(self, line):
        raise NotImplementedError

    def check_all(self):
        """Every option of every --help is offered, and nothing else."""
        for command in COMMANDS:
            told = set(re.findall(r"^  (?:-\w \[ )?(--[\w-]+)", subprocess.run([PROGRAM, command, "--help"], capture_output=True, text=True).stdout, re.M))
            self.assertIn("--help", told)
            self.assertEqual({o.rstrip("=") for o in self.offered(f"kroniek {command} --") if o.startswith("--")}, told, command)
        self.assertLessEqual(set(COMMANDS), set(self.offered("kroniek ")))
        self.assertEqual(set(self.offered("kroniek schema ")) & {"events", "places"}, {"events", "places"})
        formats = re.findall(r"^  ([\w-]+)  +\w", subprocess.run([PROGRAM, "timeline", "--help"], capture_output=True, text=True).stdout.split("formats:")[1].split("\n\n")[0], re.M)
        self.assertGreater(len(formats), 8)
        self.assertEqual(set(self.offered("kroniek timeline --format ")), set(formats))
        self.assertEqual(set(self.offered("kroniek assemble --format ")), set(formats) - {"timeml"})
        self.assertEqual(set(self.offered("kroniek diff --format ")), {"text", "json", "markdown"})
        self.assertEqual(self.offered("kroniek check --fail-on w"), ["warning"])


@unittest.skipUnless(shutil.which("bash"), "bash is not installed")
class Bash(Shell):
    def test_it_offers_what_the_program_takes(self):
        self.check_all()

    def offered(self, line):
        words = line.split(" ")
        script = BASH.format(script=shlex.quote(str(INSTALL / "kroniek.bash")), words=" ".join(shlex.quote(w) for w in words), count=len(words))
        return subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, timeout=120).stdout.split()


@unittest.skipUnless(shutil.which("fish"), "fish is not installed")
class Fish(Shell):
    def test_it_offers_what_the_program_takes(self):
        self.check_all()

    def offered(self, line):
        done = subprocess.run(["fish", "--no-config", "-c", f"source {INSTALL}/kroniek.fish; complete -C {shlex.quote(line)}"], capture_output=True, text=True, timeout=120, cwd=INSTALL / "..")
        self.assertEqual(done.stderr, "")
        return [row.split("\t")[0] for row in done.stdout.splitlines()]


@unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
class Zsh(Shell):
    def test_it_offers_what_the_program_takes(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        folder = pathlib.Path(temporary.name)
        self.out = folder / "out"
        start = folder / "start.zsh"
        start.write_text(ZSH.format(install=shlex.quote(str(INSTALL)), out=shlex.quote(str(self.out))))
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvp("zsh", ["zsh", "-f", "-i"])
        self.addCleanup(self.end)
        self.type(f"source {shlex.quote(str(start))}\n", "READY")
        self.check_all()

    def end(self):
        os.close(self.terminal)
        os.waitpid(self.child, 0)

    def type(self, keys, until):
        """The lines that are written down before `until`."""
        os.write(self.terminal, keys.encode())
        limit = time.monotonic() + 120
        while time.monotonic() < limit:
            if select.select([self.terminal], [], [], 0.05)[0]:
                os.read(self.terminal, 65536)
            lines = self.out.read_text().splitlines() if self.out.exists() else []
            if until in lines:
                self.out.unlink()
                return lines[: lines.index(until)]
        self.fail(f"zsh does not answer to {keys!r}")

    def offered(self, line):
        offered = self.type("\x15" + line + "\t", "DONE")
        return [word.split(":")[0] for word in offered]
