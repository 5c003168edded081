"""A small rule pack for tests, and kroniek run on it."""
import json, os, pathlib, shutil, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "kroniek"
PACK = ROOT / "src" / "packs" / "nl"


def run(*arguments, **more):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=1200 if "KRONIEK_SANITIZED" in os.environ else 300, **more)


# ---- a small pack: the words of the Dutch one, rules of its own
ACTORS = """actors:
  - { id: koster, kind: person, name: Emma Koster, names: [Koster], sex: f, country: france, offices: [{ office: president, of: france, from: 2017-05-14, until: 2030-01-01 }] }
  - { id: tolsma, kind: person, name: Jan Tolsma, names: [Tolsma], sex: m, country: poland }
  - { id: kuijt, kind: person, name: Bram Kuijt, names: [Kuijt], sex: m }
  - { id: france, kind: country, name: Frankrijk, names: [Frankrijk], adjectives: [Frans] }
  - { id: poland, kind: country, name: Polen, names: [Polen] }
offices:
  - { id: president, sex: any, nouns: [president] }
"""
EVENTS = """types:
  - { id: phone_call, plover: CONSULT, headline: { nl: [Gesprek], en: [Call] } }
  - { id: meeting, plover: CONSULT, headline: { nl: [Ontmoeting], en: [Meeting] } }
rules:
  - id: meeting.spreken
    event: meeting
    trigger: { verb: spreken }
    roles: { participants: [subject, object, { prep: met }] }
    actors: 2
    examples:
      - { text: Kuijt sprak met Tolsma., gives: [{ type: meeting, participants: [kuijt, tolsma] }] }
      - { text: Tolsma zweeg., gives: [] }
  - id: phone_call.lijn
    event: phone_call
    trigger: { phrase: "aan de lijn" }
    roles: { participants: [subject, object] }
    actors: 2
    examples:
      - { text: Kuijt had Tolsma aan de lijn., gives: [{ type: phone_call, participants: [kuijt, tolsma] }] }
      - { text: De was hing aan de lijn., gives: [] }
"""
TIMES = """rules:
  - id: time.used
    pattern: overmorgen
    value: "shift(now, amount(2, day))"
    examples:
      - { text: Het regent overmorgen., published: 2025-03-19, gives: [{ text: overmorgen, value: 2025-03-21 }] }
      - { text: Het regent., published: 2025-03-19, gives: [] }
"""


def small_pack(folder):
    for name in ("pack.yaml", "morphology.yaml", "lexicon", "text", "labels"):
        source = PACK / name
        shutil.copytree(source, folder / name) if source.is_dir() else shutil.copy(source, folder / name)
    for name, text in (("actors/base.yaml", ACTORS), ("events/base.yaml", EVENTS), ("time/base.yaml", TIMES)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    (folder / "claims").mkdir()
    (folder / "lexicon" / "mine-base.yaml").write_text("words:\n  - { class: [negation], pos: noun, words: [schaap|schapen] }\n")


def findings(folder, *arguments):
    done = run("check", folder, "--format", "json", *arguments)
    if done.returncode == 2 or not done.stdout:
        raise AssertionError(done.stderr.decode())
    return json.loads(done.stdout)["findings"]
