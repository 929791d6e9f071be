#!/usr/bin/env python3
"""Article texts by trafilatura, as it comes: its own settings, without readers' comments.

    trafilatura_pages.py < pages.jsonl > texts.jsonl      {"id","path"} a line in, {"id","text","ms"} a line out
    trafilatura_pages.py --version
"""
import gzip
import json
import pathlib
import sys
import time

import trafilatura


def main():
    if "--version" in sys.argv:
        print("trafilatura", trafilatura.__version__)
        return
    for line in sys.stdin:
        page = json.loads(line)
        raw = pathlib.Path(page["path"]).read_bytes()
        html = gzip.decompress(raw) if page["path"].endswith(".gz") else raw
        start = time.perf_counter()
        text = trafilatura.extract(html, include_comments=False) or ""
        milliseconds = 1000 * (time.perf_counter() - start)
        print(json.dumps({"id": page["id"], "text": text, "ms": milliseconds}), flush=True)


if __name__ == "__main__":
    main()
