#!/usr/bin/env python3
"""Score attributed statements under measures that a reader of quotations alone can reach.

    wider_score.py SCORER GOLD.jsonl[.gz] PREDICTED.jsonl

SCORER is `score_attribution.py`: its spans, its kinds and its one-to-one matching are used as they are.
Prints one JSON object of precision, recall and F1, in per cent, of the linked overlap

  without cue             source and content overlap, whatever the cue; with the recall by kind
  quotations              as the scorer has it, but direct and mixed statements alone, on both sides
  quotations without cue  both
"""
import importlib.util
import json
import sys


def load(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def without_cue(statement):
    """The scorer wants overlapping cues: contents in their place ask for nothing that is not asked already."""
    source, _, content = statement
    return source, content, content


def main():
    scorer_path, gold_path, predicted_path = sys.argv[1:]
    scorer = load(scorer_path)
    predicted = {row["id"]: row["statements"] for row in scorer.lines(predicted_path)}
    counts = {(quoted, cue): [0, 0, 0] for quoted in (False, True) for cue in (False, True)}
    kinds = {name: [0, 0] for name in ("direct", "mixed", "indirect")}
    for row in scorer.lines(gold_path):
        text = row["text"]
        table = scorer.code_points(text)
        gold_all = [scorer.statement(text, raw) for raw in row["annotators"][0]["attributions"]]
        found_all = [scorer.statement(text, raw, table) for raw in predicted.get(row["id"], [])]
        for (quoted, cue), count in counts.items():
            gold, found = (
                sorted(
                    {
                        one if cue else without_cue(one)
                        for one in side
                        if not quoted or scorer.kind(text, one[2]) != "indirect"
                    }
                )
                for side in (gold_all, found_all)
            )
            match = scorer.matching(gold, found)
            for at, value in enumerate((len(match), len(found), len(gold))):
                count[at] += value
            if not quoted and not cue:
                for at, one in enumerate(gold):
                    bucket = kinds[scorer.kind(text, one[2])]
                    bucket[0] += at in match
                    bucket[1] += 1
    share = {name: round(100 * found / total, 1) if total else None for name, (found, total) in kinds.items()}
    json.dump(
        {
            "without cue": scorer.prf(*counts[False, False]),
            "recall by kind without cue": share,
            "quotations": scorer.prf(*counts[True, True]),
            "quotations without cue": scorer.prf(*counts[True, False]),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
