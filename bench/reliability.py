"""How often statements read with a given confidence are right.

    reliability.py SCORER GOLD.jsonl[.gz] PREDICTED.jsonl

SCORER is score_attribution.py, whose own parsing and matching are used: a predicted statement is right when it is
matched with a gold one by linked overlap. Prints a JSON list, one entry a tenth of confidence that has statements:
{"from", "count", "confidence": their mean, "right": the share that is right}.
"""
import importlib.util
import json
import sys


def load(path):
    spec = importlib.util.spec_from_file_location("score_attribution", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main():
    scorer, gold, predicted = load(sys.argv[1]), sys.argv[2], sys.argv[3]
    statements = {row["id"]: row["statements"] for row in scorer.lines(predicted)}
    bins = [[0, 0.0, 0] for _ in range(10)]
    for row in scorer.lines(gold):
        text = row["text"]
        table = scorer.code_points(text)
        wanted = sorted({scorer.statement(text, a) for a in row["annotators"][0]["attributions"]})
        found = statements.get(row["id"], [])
        right = set(scorer.matching(wanted, [scorer.statement(text, s, table) for s in found]).values())
        for index, statement in enumerate(found):
            tenth = bins[min(9, int(10 * statement["confidence"]))]
            tenth[0] += 1
            tenth[1] += statement["confidence"]
            tenth[2] += index in right
    rows = [
        {"from": tenth / 10, "count": n, "confidence": round(total / n, 3), "right": round(hits / n, 3)}
        for tenth, (n, total, hits) in enumerate(bins)
        if n
    ]
    print(json.dumps(rows))


if __name__ == "__main__":
    main()
