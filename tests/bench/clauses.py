#!/usr/bin/env python3
"""How well clause analysis agrees with treebanks of Universal Dependencies.

usage: clauses.py PROGRAM FILE.conllu...      (PROGRAM: build/tests/bench-clauses)

Finite verbs: recall counts those that are read as verbs; precision counts, of the words read as the finite verb of a
clause, those that are finite. Subjects and objects: of the verbs that a clause is built on, those whose gold subject
(object) lies in the phrase that has that function. With -v the sentences that fail are listed.
"""
import re, subprocess, sys


def sentences(paths):
    for path in paths:
        for block in open(path, encoding="utf-8").read().strip().split("\n\n"):
            text, words, at = None, [], 0
            for line in block.split("\n"):
                if line.startswith("# text = "):
                    text = line[9:]
                elif line and line[0].isdigit():
                    columns = line.split("\t")
                    if "-" in columns[0] or "." in columns[0]:
                        continue
                    at = text.index(columns[1], at)
                    begin = len(text[:at].encode())
                    words.append(dict(form=columns[1], pos=columns[3], feats=columns[5], head=int(columns[6]) - 1, rel=columns[7],
                                      begin=begin, end=begin + len(columns[1].encode())))
                    at += len(columns[1])
            yield text, words


def main():
    verbose = "-v" in sys.argv
    program, *paths = [a for a in sys.argv[1:] if a != "-v"]
    gold = list(sentences(paths))
    out = subprocess.run([program], input="\n".join(t for t, _ in gold) + "\n", capture_output=True, text=True, check=True).stdout
    read = [block.strip().split("\n") if block.strip() else [] for block in out.split("#\n")[1:]]
    assert len(read) == len(gold)
    n = dict.fromkeys(["finite", "found", "taken", "right", "subjects", "subjects_right", "objects", "objects_right"], 0)
    for (text, words), lines in zip(gold, read):
        verbs, clauses = {}, {}
        for line in lines:
            kind, *rest = line.split()
            if kind == "v":
                verbs[int(rest[0])] = rest[2] == "1"
            else:
                clauses[int(rest[0])] = [None if r == "-" else tuple(map(int, r.split("-"))) for r in rest[1:]]
        wrong = []
        at = {w["begin"]: w for w in words}
        for w in words:
            if "VerbForm=Fin" in w["feats"]:
                n["finite"] += 1
                n["found"] += w["begin"] in verbs
                if w["begin"] not in verbs:
                    wrong.append("missed " + w["form"])
        for begin, finite in verbs.items():
            if finite:
                good = begin in at and "VerbForm=Fin" in at[begin]["feats"]
                n["taken"] += 1
                n["right"] += good
                if not good:
                    wrong.append("taken " + text.encode()[begin:].split()[0].decode())
        for w in words:
            head = words[w["head"]] if w["head"] >= 0 else None
            if head is None or head["begin"] not in clauses:
                continue
            subject, direct, indirect = clauses[head["begin"]]
            inside = lambda phrase: phrase is not None and phrase[0] <= w["begin"] < phrase[1]
            if w["rel"] in ("nsubj", "nsubj:pass"):
                n["subjects"] += 1
                n["subjects_right"] += inside(subject)
                if not inside(subject):
                    wrong.append(f"subject {w['form']} of {head['form']}, got {text.encode()[slice(*subject)].decode() if subject else '-'}")
            if w["rel"] == "obj":
                n["objects"] += 1
                n["objects_right"] += inside(direct)
                if not inside(direct):
                    wrong.append(f"object {w['form']} of {head['form']}, got {text.encode()[slice(*direct)].decode() if direct else '-'}")
        if verbose and wrong:
            print(text, *wrong, sep="\n    ")
    rate = lambda a, b: f"{n[a] / max(n[b], 1):.3f} ({n[a]} of {n[b]})"
    print("sentences", len(gold))
    print("finite verbs read as verbs", rate("found", "finite"))
    print("words taken for finite verbs that are", rate("right", "taken"))
    print("subjects", rate("subjects_right", "subjects"))
    print("objects", rate("objects_right", "objects"))


main()
