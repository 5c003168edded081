#!/usr/bin/env python3
"""A copy of the Dutch pack with many more rules, to measure what rules cost.

usage: more_rules.py PACK TEXT.ndjson OUT [--times N]

OUT becomes a copy of the folder PACK with N (10) times as many rules of events, claims and time. The generated ones have
shapes that occur in the pack, in equal parts: an event at a noun, at a verb and at a phrase of two words, a reporting verb,
a time expression of three words. Their words are those that occur once in TEXT (what text.py wrote, unrepeated), and where
these run out invented ones, which no text has. So some rules fire, and most never do, as it is with rules.
"""
import argparse
import collections
import json
import pathlib
import re
import shutil

RULE = re.compile(r"^ *- (\{ )?id:", re.MULTILINE)
SYLLABLES = ("blu", "krij", "dro", "spe", "wui", "vlo", "knau", "sti", "gra", "pje")


def count(pack):
    return sum(len(RULE.findall(path.read_text(encoding="utf-8"))) for part in ("events", "claims", "time") for path in sorted((pack / part).glob("*.yaml")))


def invented():
    """Words like "blukrijdrospeffel": no language has them."""
    number = 0
    while True:
        yield "".join(SYLLABLES[int(digit)] for digit in f"{number:05d}") + "ffel"
        number += 1


def rare_words(path):
    seen = collections.Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        seen.update(re.findall(r"(?<![\w'-])[a-z]{5,20}(?![\w'-])", json.loads(line)["text"]))
    return [word for word, times in sorted(seen.items()) if times == 1]


def example(text):
    return f'      - {{ text: "{text}", published: 2025-03-05, gives: [] }}\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pack", type=pathlib.Path)
    parser.add_argument("text", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--times", type=int, default=10)
    wanted = parser.parse_args()
    shutil.copytree(wanted.pack, wanted.out)
    rules = count(wanted.pack)
    words = iter(rare_words(wanted.text))
    more = invented()
    fresh = lambda: next(words, None) or next(more)
    events, claims, times, nouns, verbs = ["rules:\n"], ["verbs:\n"], ["rules:\n"], [], []
    kinds = collections.Counter()
    for number in range(rules * (wanted.times - 1)):
        kind = ("noun", "verb", "phrase", "report", "time")[number % 5]
        kinds[kind] += 1
        if kind in ("noun", "phrase"):
            word = fresh()
            nouns.append(word)
            trigger = f"noun: [{word}]" if kind == "noun" else f'phrase: ["{word} (over|met|van)", "<{word}> {{any}}? {next(more)}"]'
            events.append(f"  - id: bench.{number}\n    event: meeting\n    trigger: {{ {trigger} }}\n"
                          "    roles:\n      participants: [of, nationality, { prep: [met, tussen] }]\n    actors: 1\n    examples:\n" + example(f"Het woord is {word}."))
        elif kind in ("verb", "report"):
            stem = next(more) + "k"
            verbs.append(stem + "en")
            if kind == "verb":
                events.append(f"  - id: bench.{number}\n    event: meeting\n    trigger: {{ verb: [{stem}en] }}\n"
                              "    roles:\n      participants: [subject, { prep: [met] }]\n    actors: 1\n    examples:\n" + example(f"De kinderen {stem}en."))
            else:
                claims.append(f"  - id: report.bench{number}\n    verb: {stem}en\n    takes: [that, said]\n    stance: asserts\n    examples:\n" + example(f"De kinderen {stem}en."))
        else:
            word = fresh()
            times.append(f'  - id: time.bench{number}\n    pattern: ["{{n:number}} {word} {{u:time_unit}}"]\n    value: "amount({{n}}, {{u}})"\n    examples:\n' + example(f"Het woord is {word}."))
    (wanted.out / "events" / "bench.yaml").write_text("".join(events), encoding="utf-8")
    (wanted.out / "claims" / "verbs-bench.yaml").write_text("".join(claims), encoding="utf-8")
    (wanted.out / "time" / "bench.yaml").write_text("".join(times), encoding="utf-8")
    (wanted.out / "lexicon" / "bench.yaml").write_text("words:\n  - class: [common_noun]\n    pos: noun\n    words: [" + ", ".join(sorted(set(nouns))) + "]\n", encoding="utf-8")
    (wanted.out / "lexicon" / "verbs" / "bench.yaml").write_text("weak:\n  regular: [" + ", ".join(verbs) + "]\n", encoding="utf-8")
    print(f"{rules} rules, and {sum(kinds.values())} more: " + ", ".join(f"{kind} {n}" for kind, n in kinds.items()))


main()
