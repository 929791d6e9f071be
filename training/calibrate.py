"""Choose the threshold and fit the confidence on the held-out slice of train, with the exported graph.

    python -m training.calibrate --data DIR --base MINILM_DIR --models models --name small
"""
import argparse
import json
import os

import numpy as np

from . import decode
from .data import held_out, load
from .predict import Reader
from .score import linked, statement
from .train import KEYS, evaluate, gold_rows


def fit(x, y, l2=1e-2, steps=200):
    """Logistic regression by Newton's method; x standardised within."""
    mean, std = x.mean(0), x.std(0) + 1e-6
    a = np.concatenate([(x - mean) / std, np.ones((len(x), 1))], 1)
    w = np.zeros(a.shape[1])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-a @ w))
        g = a.T @ (p - y) + l2 * w
        h = (a * (p * (1 - p))[:, None]).T @ a + l2 * np.eye(len(w))
        move = np.linalg.solve(h, g)
        w -= move
        if np.abs(move).max() < 1e-8:
            break
    weights = w[:-1] / std
    return weights, w[-1] - (weights * mean).sum()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--base", required=True)
    p.add_argument("--models", required=True)
    p.add_argument("--name", default="small")
    p.add_argument("--cache")
    p.add_argument("--threads", type=int, default=1)
    args = p.parse_args()
    _, held = held_out(load(args.data, "train", os.path.join(args.base, "vocab.txt"), args.cache))
    gold = gold_rows(held, args.data, "train")
    reader = Reader(args.models, args.name, threads=args.threads)
    arrays = [reader.arrays(a.text) for a in held]
    found = [list(reader.candidates(a)) for a in arrays]
    x, y = [], []
    for a, g, c in zip(arrays, gold, found):
        text = a.read.text
        want = [statement(text, s) for s in g]
        kept = decode.choose(c, 0)
        for k, s in zip(kept, decode.statements(a.read, [(k["spans"], 0) for k in kept])):
            x.append(decode.evidence(k))
            y.append(any(linked(w, statement(text, s)) for w in want))
    x, y = np.array(x), np.array(y, float)
    weights, bias = fit(x, y)
    fitted = {"weights": [round(float(w), 5) for w in weights], "bias": round(float(bias), 5)}
    table = []
    for c in found:
        for k in c:
            k["p"] = decode.confidence(k, fitted)
    for threshold in np.arange(0.25, 0.61, 0.05):
        result = evaluate(arrays, gold, found, threshold)
        table.append((sum(result[k] for k in KEYS), round(float(threshold), 2), result))
        print(table[-1][1], json.dumps(result))
    # recall counts too: the lowest threshold that costs at most 0.3 points on average
    totals = [total for total, _, _ in table]
    smooth = [sum(totals[max(0, i - 1):i + 2]) / len(totals[max(0, i - 1):i + 2]) for i in range(len(totals))]
    threshold = min(t for total, (_, t, _) in zip(smooth, table) if total >= max(smooth) - 0.3 * len(KEYS))
    # contents with quotation marks: a lower one finds more of the mixed ones at next to no cost
    table = []
    for quoted in np.arange(0.2, threshold + 0.01, 0.05):
        result = evaluate(arrays, gold, found, threshold, quoted)
        table.append((sum(result[k] for k in KEYS), round(float(quoted), 2), result))
        print("quoted", table[-1][1], json.dumps(result))
    top = max(table)[0]
    quoted = max(t for total, t, r in table if total >= top - 0.2 * len(KEYS)
                 and r["direct"] + r["mixed"] >= max(r["direct"] + r["mixed"] for _, _, r in table) - 0.5)
    path = os.path.join(args.models, f"{args.name}.json")
    with open(path) as handle:
        settings = json.load(handle)
    settings.update(threshold=threshold, thresholdQuoted=quoted, confidence=fitted)
    with open(path, "w") as handle:
        json.dump(settings, handle, indent=1)
        handle.write("\n")
    z = 1 / (1 + np.exp(-(x @ weights + bias)))
    for low in np.arange(0, 1, 0.1):
        m = (z >= low) & (z < low + 0.1)
        if m.any():
            print(f"confidence {low:.1f}-{low + 0.1:.1f}: {m.sum():5d} statements, mean {z[m].mean():.2f}, right {y[m].mean():.2f}")
    print("threshold", threshold, "statements", len(y), "right", round(float(y.mean()), 3))


if __name__ == "__main__":
    main()
