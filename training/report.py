"""Score an exported model on dev, and time it.

    python -m training.report --data DIR --models models --name small
"""
import argparse
import gzip
import json
import os

from .data import lines
from .predict import Reader
from .score import linked, score, statement


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--models", required=True)
    p.add_argument("--name", default="small")
    p.add_argument("--file")
    p.add_argument("--split", default="dev")
    args = p.parse_args()
    reader = Reader(args.models, args.name, args.file)
    rows = []
    right = [[0, 0, 0.0] for _ in range(10)]
    for row in lines(os.path.join(args.data, f"{args.split}.jsonl.gz")):
        found = reader.read(row["text"])
        gold = row["annotators"][0]["attributions"]
        rows.append((row["text"], gold, found))
        want = [statement(row["text"], g) for g in gold]
        for s in found:
            cell = right[min(9, int(s["confidence"] * 10))]
            cell[0] += 1
            cell[1] += any(linked(w, statement(row["text"], s)) for w in want)
            cell[2] += s["confidence"]
    print(args.name, json.dumps(score(rows)))
    for i, (n, ok, total) in enumerate(right):
        if n:
            print(f"confidence {i / 10:.1f}-{(i + 1) / 10:.1f}: {n} statements, mean {total / n:.2f}, right {ok / n:.2f}")
    tokens_path = os.path.join(args.data, f"{args.split}.tokens.tsv.gz")
    if os.path.exists(tokens_path):
        tokens = sum(1 for line in gzip.open(tokens_path, "rt", encoding="utf8") if line.strip() and not line.startswith("# doc "))
        print(f"{tokens} tokens; graph {tokens / reader.seconds['model']:.0f} tokens a second on one thread")


if __name__ == "__main__":
    main()
