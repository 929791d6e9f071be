"""Read articles with the exported model: the reference for the run time.

    python -m training.predict --models models --name small < articles.jsonl > read.jsonl

A line in: {"id", "text"}. A line out: {"id", "statements": [{"source", "cue", "content", "confidence"}]},
spans in UTF-16 code units.
"""
import argparse
import gzip
import json
import os
import sys
import time
from types import SimpleNamespace

import numpy as np

from . import decode, windows
from .text import Read, WordPiece, utf16


class Reader:
    def __init__(self, folder, name, file=None, threads=1):
        import onnxruntime
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        with open(os.path.join(folder, f"{name}.json")) as handle:
            self.settings = json.load(handle)
        with open(os.path.join(folder, "vocab.txt"), encoding="utf8") as handle:
            self.wordpiece = WordPiece(handle)
        # As the run time does: its fused sum and normalisation is slow, and rounds otherwise.
        self.session = onnxruntime.InferenceSession(os.path.join(folder, file or f"{name}.onnx"), options,
                                                    providers=["CPUExecutionProvider"],
                                                    disabled_optimizers=["SkipLayerNormFusion"])
        self.seconds = {"text": 0.0, "model": 0.0, "decode": 0.0}

    def arrays(self, text):
        return windows.Arrays(SimpleNamespace(read=Read(text, self.wordpiece), silver=None))

    def candidates(self, arrays):
        s = self.settings
        for start, end, own, stop in decode.run_windows(arrays, s["limit"], s["overlap"]):
            item = windows.example(arrays, start, end, None)
            t = time.perf_counter()
            out = self.session.run(None, {k: item[k].astype(np.int32) for k in s["inputs"]})
            self.seconds["model"] += time.perf_counter() - t
            t = time.perf_counter()
            for at, sure, labels, good in zip(*out):
                if own <= at + start < stop:
                    got = decode.read_candidate(labels, int(at), end - start, s["before"])
                    if got:
                        got["spans"] = [[(x + start, y + start) for x, y in spans] for spans in got["spans"]]
                        got["quoted"] = any(arrays.read.quote[w] for x, y in got["spans"][2] for w in range(x, y))
                        got["anchor"], got["score"] = float(sure), float(good)
                        got["p"] = decode.confidence(got, s["confidence"])
                        yield got
            self.seconds["decode"] += time.perf_counter() - t

    def read(self, text):
        """Statements with code point spans."""
        t = time.perf_counter()
        arrays = self.arrays(text)
        self.seconds["text"] += time.perf_counter() - t
        if not len(arrays.size):
            return []
        kept = decode.choose(list(self.candidates(arrays)), self.settings["threshold"],
                             self.settings["thresholdQuoted"])
        return decode.statements(arrays.read, [(k["spans"], k["p"]) for k in kept])


def in_utf16(text, statements):
    table = utf16(text)
    for s in statements:
        for part in ("source", "cue", "content"):
            s[part] = [[table[a], table[b]] for a, b in s[part]]
    return statements


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--models", required=True)
    p.add_argument("--name", default="small")
    p.add_argument("--file", help="another graph than NAME.onnx, for instance NAME.fp32.onnx")
    p.add_argument("--input", default="-")
    p.add_argument("--threads", type=int, default=1)
    args = p.parse_args()
    reader = Reader(args.models, args.name, args.file, args.threads)
    source = (sys.stdin if args.input == "-" else gzip.open(args.input, "rt", encoding="utf8")
              if args.input.endswith(".gz") else open(args.input, encoding="utf8"))
    for line in source:
        if line.strip():
            row = json.loads(line)
            found = in_utf16(row["text"], reader.read(row["text"]))
            for s in found:
                s["confidence"] = round(s["confidence"], 4)
            print(json.dumps({"id": row["id"], "statements": found}, ensure_ascii=False))
    print(json.dumps({k: round(v, 2) for k, v in reader.seconds.items()}), file=sys.stderr)


if __name__ == "__main__":
    main()
