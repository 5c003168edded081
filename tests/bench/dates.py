#!/usr/bin/python3
"""dates.py TEXT.ndjson BYTES: finds the dates of the first articles with dateparser for Dutch; prints {"bytes", "seconds"
of the processor, "found"}, without the time that Python takes to start."""
import datetime
import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
from dateparser.search import search_dates  # noqa: E402

articles, size = [], 0
for line in open(sys.argv[1], encoding="utf-8"):
    articles.append(json.loads(line))
    size += len(articles[-1]["text"].encode())
    if size >= int(sys.argv[2]):
        break
search_dates("gisteren", languages=["nl"])  # loads the words
begin = time.process_time()
found = 0
for article in articles:
    now = datetime.datetime.fromisoformat((article["published"] + "-01-01")[:10])
    found += len(search_dates(article["text"], languages=["nl"], settings={"RELATIVE_BASE": now}) or [])
print(json.dumps({"bytes": size, "seconds": time.process_time() - begin, "found": found}))
