#!/usr/bin/env python3
"""Kroniek beside chrono-node and dateparser, on the same text in one run: how many bytes of text each reads in a second.

usage: beside.py PROGRAM TEXT.ndjson [--npm FOLDER] [--rounds N]

TEXT is what text.py wrote. The others find dates only; kroniek does all of `extract`, with one job, the time to start
included. Time is that of the processor, so that a busy machine disturbs less; each takes its turn in every round, and the
best round counts. With two jobs it is the time that passes that is compared, which says something only on a machine that
has two processors to spare. chrono-node is taken from FOLDER/node_modules (default build/npm; `npm install --prefix
build/npm --ignore-scripts chrono-node`), dateparser from Debian (`apt-get install python3-dateparser`); who is not there is
left out, and said to be.
"""
import argparse
import json
import pathlib
import resource
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent


def size_of(path):
    with open(path, encoding="utf-8") as lines:
        return sum(len(json.loads(line)["text"].encode()) for line in lines)


def kroniek(program, path, jobs):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    subprocess.run([program, "extract", "--jobs", str(jobs), path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    elapsed = time.monotonic() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def other(command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return None
    said = json.loads(done.stdout)
    return said["bytes"] / said["seconds"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("text")
    parser.add_argument("--npm", default="build/npm")
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    size = size_of(wanted.text)
    rates = {}

    def take(name, rate):
        if rate is not None:
            rates[name] = max(rate, rates.get(name, 0))

    passed, busy = {}, {}
    for _ in range(wanted.rounds):
        for jobs in (1, 2):
            elapsed, spent = kroniek(wanted.program, wanted.text, jobs)
            passed[jobs] = min(elapsed, passed.get(jobs, elapsed))
            busy[jobs] = max(busy.get(jobs, 0), spent / elapsed)
            if jobs == 1:
                take("kroniek", size / spent)
        take("chrono-node", other(["node", HERE / "chrono.cjs", wanted.npm, wanted.text]))
        take("dateparser", other(["/usr/bin/python3", HERE / "dates.py", wanted.text, "100000"]))
    for name in ("kroniek", "chrono-node", "dateparser"):
        if name in rates:
            print(f"{name:12} {rates[name] / 1e6:8.3f} MB/s   kroniek reads {rates['kroniek'] / rates[name]:8.2f} times that")
        else:
            print(f"{name:12} is not there")
    print(f"two jobs: {passed[1] / passed[2]:.2f} times one job; processors had: {busy[1]:.2f} of 1, {busy[2]:.2f} of 2")


main()
