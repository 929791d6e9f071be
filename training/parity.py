"""Write parity.jsonl: made-up texts with the values of every step, for the run time's tests.

    python -m training.parity --models models --names small,tiny --out parity.jsonl
"""
import argparse
import json

import numpy as np

from . import decode, windows
from .predict import Reader, in_utf16
from .text import utf16

TEXTS = [
    "“The bridge will open in March,” said Ilse Vanterpool, who runs the harbour office.",
    "Harbour office delays bridge again\n\nMayor Tomas Okereke told reporters on Monday that the work \"is not finished\" "
    "and that nobody had been paid since June.\n\nAccording to the union, 40 welders have left.",
    "Dr. Amara Lindqvist, a chemist at St. Brannoc College, wrote that the river was \"cleaner than the pipes we drink from.\" "
    "She added: “We tested it twice. U.S. laboratories agreed.”\n\n“Nobody asked us,” she said, “and nobody will.”",
    "The company denied the claim. Its spokesman, Piet Aldana, called the report “nonsense” and said Rosa Quill had told "
    "the committee that she was never shown the letter.",
    "“We waited for nine years.\n\n“We will wait for nine more,” Yusra Bello said in a statement e-mailed to the Daily Lantern.",
    "İlkay Öztürk’s café — 新 疆 路 — isn't “closed”, naïve critics claim 😀; O'Malley-Brandt (aged 71) says it re-opens at 7 p.m. on Fri.",
    "No one spoke.",
    "",
    "SENATOR HALE: WE DO NOT AGREE. The senator’s office declined to comment.\nA second line follows, it said.",
    "Experts believe prices may fall, though the ministry, citing two officials, reported on Tuesday that they would rise "
    "by more than 30 per cent; \"That is false,\" insisted Ms. Orla Fenn. \"Ask anyone.\" " * 6,
]


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--models", required=True)
    p.add_argument("--names", default="small")
    p.add_argument("--out", required=True)
    args = p.parse_args()
    readers = {n: Reader(args.models, n) for n in args.names.split(",")}
    any_reader = next(iter(readers.values()))
    with open(args.out, "w", encoding="utf8") as handle:
        for number, text in enumerate(TEXTS):
            arrays = any_reader.arrays(text)
            r, table = arrays.read, utf16(text)
            row = {"id": f"made-up-{number}", "text": text,
                   "words": [[table[s], table[e]] for s, e in zip(r.start, r.end)], "pieces": r.pieces,
                   "case": r.case, "quote": r.quote, "gap": r.gap, "sentence": r.sentence, "paragraph": r.paragraph,
                   "models": {}}
            for name, reader in readers.items():
                limit, overlap = reader.settings["limit"], reader.settings["overlap"]
                cuts = decode.run_windows(arrays, limit, overlap) if r.start else []
                seen = []
                for start, end, own, stop in cuts:
                    item = windows.example(arrays, start, end, None)
                    feed = {k: item[k].astype(np.int32) for k in reader.settings["inputs"]}
                    anchors, sure, labels, good = reader.session.run(None, feed)
                    seen.append({"window": [start, end, own, stop], "ids": item["ids"].tolist(), "first": item["first"].tolist(),
                                 "anchors": anchors.tolist(), "anchor": [round(float(v), 4) for v in sure],
                                 "score": [round(float(v), 4) for v in good]})
                found = in_utf16(text, reader.read(text))
                for s in found:
                    s["confidence"] = round(s["confidence"], 4)
                row["models"][name] = {"windows": seen, "statements": found}
            handle.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
