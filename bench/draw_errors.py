"""Draw errors of a model at random, to be read by a person: `bench/labels/errors.jsonl` was made from them.

    draw_errors.py SCORER GOLD PREDICTED COUNT SEED

Prints one error a line: the article, the gold statement (null where nothing was to be found) and the statement found
(null where nothing was), each as source, cue and content in code points. Statements that are equal are no errors;
of the others those count as one error that the scorer links by overlap.
"""
import importlib.util, json, random, sys


def main():
    scorer_path, gold_path, predicted_path, count, seed = sys.argv[1:]
    spec = importlib.util.spec_from_file_location("scorer", scorer_path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    predicted = {row["id"]: row["statements"] for row in scorer.lines(predicted_path)}
    errors = []
    for row in scorer.lines(gold_path):
        text = row["text"]
        table = scorer.code_points(text)
        gold = {scorer.statement(text, a) for a in row["annotators"][0]["attributions"]}
        found = {scorer.statement(text, s, table) for s in predicted.get(row["id"], [])}
        left, extra = sorted(gold - found), sorted(found - gold)
        match = scorer.matching(left, extra)
        pairs = [(g, extra[match[i]] if i in match else None) for i, g in enumerate(left)]
        pairs += [(None, f) for j, f in enumerate(extra) if j not in match.values()]
        errors += [{"article": row["id"], "gold": g, "found": f} for g, f in pairs]
    for error in random.Random(int(seed)).sample(errors, int(count)):
        print(json.dumps(error))


if __name__ == "__main__":
    main()
