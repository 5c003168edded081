#!/usr/bin/env python3
"""Texts that were made to be slow, each in three sizes: how time grows with size.

usage: worst.py PROGRAM [--size KB] [--only NAME]

Each text is measured with n, 2n and 4n bytes; a ratio near 2 is linear, near 4 is quadratic. The least time of three runs
counts, without the time that the program takes on a text of one word. Exit status 1 if some text grows by more than 3 from
2n to 4n.
"""
import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time

DATE = "2025-03-19"


def fill(piece, size):
    return (piece * (size // len(piece) + 1))[:size]


def article(text):
    return json.dumps({"published": DATE, "text": text}, ensure_ascii=False) + "\n"


CASES = {
    "plain": lambda n: article(fill("De raad vergadert over het plan. De fietser reed door de straat.\n\n", n)),
    "headings that repeat a quotation": lambda n: article(
        fill("# \u201cHet werk gaat door\u201d\n\n\u201cHet werk gaat door\u201d, zei Nora Wiebes.\n\n", n)
    ),
    "reactions before quotations": lambda n: article(fill("Nora Wiebes reageerde woedend. \u201cHet werk gaat door.\u201d ", n)),
    "spokespersons": lambda n: article(fill("Volgens een woordvoerder van Nora Wiebes gaat het werk door. ", n)),
    "one sentence": lambda n: article(fill("woord ", n)),
    "one sentence of verbs": lambda n: article(fill("zegt belde sprak eist ", n)),
    "one sentence of commas": lambda n: article(fill("Nora Wiebes, Emma Koster, ", n)),
    "one list behind a clause": lambda n: article("Morgen komen tanks uit de haven, " + fill("Nora Wiebes en Emma Koster en ", n)),
    "articles before prepositions": lambda n: article("Peru ziet " + fill("de van ", n)),
    "prepositions behind an infinitive": lambda n: article("Peru, dat om te praten " + fill("in ", n)),
    "prepositions that may open a clause": lambda n: article(fill("heeft sinds ", n)),
    "openers of infinitives": lambda n: article(fill("wil af om ", n)),
    "pronouns side by side": lambda n: article(fill("hun alsmede ", n)),
    "triggers in one clause": lambda n: article(fill("akkoord met ", n)),
    "one word": lambda n: article("a" * n),
    "one compound": lambda n: article("vredes" * (n // 6)),
    "hyphens": lambda n: article("a-" * (n // 2)),
    "quotation marks": lambda n: article(fill("\u201c ", n)),
    "open quotations": lambda n: article(fill("\u201cJa. ", n)),
    "quotations": lambda n: article(fill("\u201cWe gaan door\u201d, zei Nora Wiebes. ", n)),
    "speakers with open quotations": lambda n: article(fill('zei Nora Wiebes: "', n)),
    "straight quotation marks": lambda n: article(fill("' \" ", n)),
    "commas as quotation marks": lambda n: article(fill(",,", n)),
    "nested brackets": lambda n: article("(" * (n // 2) + ")" * (n // 2)),
    "square brackets": lambda n: article("[" * (n // 2) + "](" * (n // 4)),
    "dates": lambda n: article(fill("dinsdag 18 maart 2025 ", n)),
    "dates in sentences": lambda n: article(fill("Dinsdag was het 18 maart. ", n)),
    "counted dates": lambda n: article(fill("De dag daarna, twee dagen later. ", n)),
    "digits": lambda n: article(fill("1.2.3-4/5:6 ", n)),
    "numbers": lambda n: article(fill("tweehonderdvijfenzestigduizend ", n)),
    "triggers": lambda n: article(fill("belde sprak ontmoette dreigde eiste viel aan vuurde ", n)),
    "events": lambda n: article(fill("Nora Wiebes belde dinsdag met Jan Tolsma. ", n)),
    "events in one paragraph by month": lambda n: json.dumps({"published": "2025-03", "text": fill("Nora Wiebes belde dinsdag met Jan Tolsma. ", n)}) + "\n",
    "denials": lambda n: article(fill("Nora Wiebes zegt dat hij belde. Jan Tolsma ontkent dat. ", n)),
    "sources": lambda n: article(fill("volgens Nora Wiebes volgens Jan Tolsma ", n)),
    "pronouns": lambda n: article(fill("Hij zei dat hij hem zijn plan gaf. ", n)),
    "names": lambda n: article(fill("Jan Jansen Piet Pietersen ", n)),
    "new names": lambda n: article("".join(f"Jan Bak{i:x}er lachte. " for i in range(n // 20))),
    "subordinate clauses": lambda n: article(fill("omdat hij zei dat zij wist dat ", n)),
    "conjunctions": lambda n: article(fill("en of maar want ", n)),
    "blank lines": lambda n: article("Ja.\n" + "\n" * n),
    "short lines": lambda n: article(fill("a\n", n)),
    "photo credits": lambda n: article(fill("Foto: " + "A" * 120 + "#\n\n", n)),
    "agencies": lambda n: article(fill("ANP " + "/ , " * 20 + "x\n\n", n)),
    "short paragraphs": lambda n: article(fill("Foto: AP\n\n", n)),
    "headings": lambda n: article(fill("# Nora Wiebes belt\n\n", n)),
    "list items": lambda n: article(fill("- een\n", n)),
    "combining marks": lambda n: article("a" + "\u0301" * (n // 2)),
    "letters with marks": lambda n: article("e\u0301" * (n // 3)),
    "emoji": lambda n: article("\U0001F468\u200d\U0001F469\u200d" * (n // 14)),
    "backslashes": lambda n: article("\\" * n),
    "stars": lambda n: article("*" * n),
    "emphasis": lambda n: article(fill("*a **b ", n)),
    "links": lambda n: article(fill("[a](", n)),
    "web addresses": lambda n: article(fill("http://a.b/", n)),
    "full stops": lambda n: article("." * n),
    "bodies that speak": lambda n: article(fill("Het leger zegt dat het regent. ", n)),
    "headings by strangers": lambda n: article("".join(f"Omroep{i}: hoe het ging\n\n" for i in range(n // 26))),
    "initials": lambda n: article(fill("A.B.C. ", n)),
    "many documents": lambda n: '{"text": "Ja."}\n' * (n // 16),
    "nested JSON": lambda n: '{"text": ' + "[" * n + "\n",
}


def measure(program, text):
    with tempfile.NamedTemporaryFile("w", suffix=".ndjson", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        best = None
        for _ in range(3):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            begin = time.monotonic()
            done = subprocess.run([program, "extract", "--jobs", "1", file.name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            if done.returncode not in (0, 1):
                raise SystemExit(f"{program} ended with {done.returncode}")
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            best = spent if best is None else min(best, spent)
            if time.monotonic() - begin > 5:
                break
        return best


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--size", type=int, default=100, metavar="KB", help="n (default 100)")
    parser.add_argument("--only", action="append", metavar="NAME")
    wanted = parser.parse_args()
    start = measure(wanted.program, article("Ja."))
    print(f"{'text':34} {'2n/n':>6} {'4n/2n':>6} {'per byte, plain = 1':>20}")
    slow, plain = [], None
    for name, make in CASES.items():
        if wanted.only and name not in wanted.only and name != "plain":
            continue
        texts = [make(wanted.size * 1000 * k) for k in (1, 2, 4)]
        times = [max(measure(wanted.program, text) - start, 1e-4) for text in texts]
        cost = times[2] / len(texts[2].encode())
        plain = plain or cost
        print(f"{name:34} {times[1] / times[0]:6.2f} {times[2] / times[1]:6.2f} {cost / plain:20.2f}", flush=True)
        if times[2] / times[1] > 3:
            slow.append(name)
    if slow:
        print("more than linear: " + ", ".join(slow))
    sys.exit(bool(slow))


main()
