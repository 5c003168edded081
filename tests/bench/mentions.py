#!/usr/bin/env python3
"""Lines as `kroniek extract` writes them, with mentions of invented events: mentions.py PROGRAM MENTIONS EVENTS

Ten mentions a document, each of an event at random; the same for the same numbers. An event has a type, a day, two
people and perhaps a place, a duration and a number. Mentions know the day, its week or its month, and leave things out.
"""
import datetime, json, random, subprocess, sys

TYPES = ["phone_call", "meeting", "visit", "attack", "agreement", "arms_delivery", "arms_pledge", "prisoner_exchange", "sanction", "proposal"]
PLACES = ["riyadh", "paris", "london", "kyiv", "moscow", "geneva", "berlin", "brussels", "istanbul", "washington"]
EPOCH, DAYS, PER_DOCUMENT = datetime.date(2015, 1, 1), 3650, 10


def event(number):
    dice = random.Random(number)
    return {"type": dice.choice(TYPES), "day": EPOCH + datetime.timedelta(dice.randrange(DAYS)), "people": dice.sample(range(3000), 2),
            "place": dice.choice(PLACES + [None] * 10), "hours": dice.choice([None, None, 1, 2, 3, 4]), "count": dice.choice([None, None, dice.randrange(10, 500)])}


def dated(day, dice):
    kind = dice.random()
    if kind < 0.7:
        return day.isoformat(), day, day
    if kind < 0.9:
        first = day - datetime.timedelta(day.weekday())
        last = first + datetime.timedelta(6)
        return f"{first}/{last}", first, last
    first = day.replace(day=1)
    last = (first + datetime.timedelta(31)).replace(day=1) - datetime.timedelta(1)
    return f"{first:%Y-%m}", first, last


def mention(document, chain, number, dice):
    e = event(number)
    edtf, first, last = dated(e["day"], dice)
    begin = 200 * chain
    out = {"document": document, "type": e["type"], "status": "occurred", "rule": "bench.rule", "begin": begin, "end": begin + 60, "line": chain + 1,
           "text": f"een zin van zestig tekens over gebeurtenis {number:>7} in dit stuk", "date": edtf, "earliest": str(first), "latest": str(last),
           "date_basis": "time expression in the clause",
           "participants": [{"id": f"persoon-{p}", "name": f"Persoon {p}", "role": "participant"} for p in e["people"] if dice.random() < 0.95]}
    if e["place"] and dice.random() < 0.5:
        out["place"] = {"id": e["place"], "name": e["place"].capitalize()}
    if e["hours"] and dice.random() < 0.5:
        out["duration"] = f"PT{e['hours']}H"
    words = [{"role": "trigger", "begin": begin + 30, "end": begin + 42, "text": "gebeurtenis"}]
    words += [{"role": p["role"], "id": p["id"], "begin": begin, "end": begin + 3, "text": "een"} for p in out["participants"]]
    out |= {"words": words, "according_to": [], "chain": chain}
    if e["count"] and dice.random() < 0.5:
        out["amounts"] = [{"number": e["count"], "of": "tenten"}]
    return out


def main():
    program, mentions, events = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    line = subprocess.run([program, "extract", "-", "--published", "2025-01-01"], input=b"Een regel.\n", stdout=subprocess.PIPE, check=True).stdout
    origin = {key: json.loads(line)[key] for key in ("kroniek", "pack")}
    dice = random.Random(mentions)
    for d in range(mentions // PER_DOCUMENT):
        name = f"bench-{d:07}"
        numbers = set()
        while len(numbers) < min(PER_DOCUMENT, events):
            numbers.add(dice.randrange(events))
        record = {"id": name, "source": name + ".txt", "title": "", "language": "nl", "sha256": f"{d:064x}",
                  "published": {"date": "2025-01-01", "earliest": "2025-01-01", "latest": "2025-01-01", "basis": "option"}}
        told = [mention(name, i, n, dice) for i, n in enumerate(sorted(numbers))]
        print(json.dumps(origin | {"id": name, "document": record, "times": [], "events": told, "claims": [], "warnings": []}, separators=(",", ":")))


main()
