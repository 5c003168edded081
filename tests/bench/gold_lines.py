#!/usr/bin/env python3
"""The lines that a faultless `kroniek extract` would write: gold_lines.py PROGRAM SCORE_FOLDER TEXTS GOLD.json...

Shows what merging makes of mentions that were all found and read right. Events of the gold take the place of those
that PROGRAM finds in TEXTS; SCORE_FOLDER holds score_timeline.py, which knows where gold evidence stands.
"""
import json, pathlib, subprocess, sys

program, score, texts = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
sys.path.insert(0, score)
from score_timeline import FAR_FUTURE, FAR_PAST, edtf_days, spans_of, squeeze


def mention(event, document, text, squeezed, chain):
    places = spans_of(event["evidence"], *squeezed)
    if not places:
        return None
    (begin, end), (earliest, latest, days) = places[0], edtf_days(event["date"])
    out = {"document": document, "type": event["type"].split("|")[0], "status": event["status"], "rule": "gold", "begin": begin, "end": end, "line": 1,
           "text": text[begin:end], "date": event["date"], "earliest": None if earliest == FAR_PAST else str(earliest), "latest": None if latest == FAR_FUTURE else str(latest)}
    if days and len(days) > 1:
        out["one_of"] = sorted(map(str, days))
    out |= {"date_basis": "gold", "participants": [{"id": p, "name": p} for p in event.get("participants") or []], "words": [], "according_to": [], "chain": chain}
    if event.get("place"):
        out["place"] = {"id": event["place"], "name": event["place"]}
    return out


lines = map(json.loads, subprocess.run([program, "extract", str(texts)], stdout=subprocess.PIPE).stdout.splitlines())
found = {pathlib.PurePath(line["document"]["source"]).name: line for line in lines}
for path in sys.argv[4:]:
    gold = json.load(open(path, encoding="utf-8"))
    if isinstance(gold, list):
        continue  # groups of merged events
    line, text = found[gold["document"]], (texts / gold["document"]).read_text(encoding="utf-8")
    told = [mention(e, line["id"], text, squeeze(text), i) for i, e in enumerate(gold["events"]) if e.get("must") is not False]
    print(json.dumps(line | {"events": [m for m in told if m], "claims": []}))
