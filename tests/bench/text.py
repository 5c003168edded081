#!/usr/bin/env python3
"""Makes text to measure speed on: NDJSON, one article a line.

usage: text.py [--size MB] [--by-month] [FOLDER]... > text.ndjson

Takes examples/articles and, of every FOLDER, sentences of .conllu files (`# text = `, 24 to an article, 4 to a paragraph)
and articles (.txt, .md). With --size all of it is repeated until the articles have that many megabytes; without, everything
stands in it once. --by-month dates every article by its month only.
"""
import argparse
import json
import pathlib
import sys

ARTICLES = pathlib.Path(__file__).resolve().parents[2] / "examples" / "articles"


def from_conllu(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    sentences = [line[len("# text = "):] for line in lines if line.startswith("# text = ")]
    for i in range(0, len(sentences), 24):
        part = sentences[i:i + 24]
        yield "\n\n".join(" ".join(part[j:j + 4]) for j in range(0, len(part), 4))


def texts(folders):
    for folder in [ARTICLES, *folders]:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if path.suffix in (".txt", ".md"):
                yield path.read_text(encoding="utf-8")
            elif path.suffix == ".conllu":
                yield from from_conllu(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=float, metavar="MB")
    parser.add_argument("--by-month", action="store_true")
    parser.add_argument("folders", nargs="*")
    wanted = parser.parse_args()
    published = "2025-03" if wanted.by_month else "2025-03-19"
    articles = list(texts(wanted.folders))
    size = 0
    while True:
        for text in articles:
            sys.stdout.write(json.dumps({"published": published, "text": text}, ensure_ascii=False) + "\n")
            size += len(text.encode())
            if wanted.size and size >= wanted.size * 1e6:
                return
        if not wanted.size:
            return


main()
