"""Cutting an article into windows of words, and windows into batches."""
import numpy as np
import torch

from .data import CONTENT, CUE, SOURCE
from .text import CLS, SEP

BIES = {"B": 1, "I": 2, "E": 3, "S": 4}


class Arrays:
    """An article's words as numpy arrays, made once."""

    def __init__(self, article):
        r = self.read = article.read
        self.article = article
        self.size = np.array([len(p) for p in r.pieces], dtype=np.int64)
        self.offset = np.concatenate([[0], np.cumsum(self.size)])
        self.flat = np.array([p for w in r.pieces for p in w], dtype=np.int64)
        word = np.repeat(np.arange(len(self.size)), self.size)
        lead = np.zeros(len(self.flat), dtype=bool)
        lead[self.offset[:-1]] = True
        case, quote, gap = (np.array(x, dtype=np.int64) for x in (r.case, r.quote, r.gap))
        self.features = np.stack([case[word], quote[word], np.where(lead, gap[word], 0)], 1)
        self.gap = gap
        self.sentence = np.array(r.sentence, dtype=np.int64)
        self.paragraph = np.array(r.paragraph, dtype=np.int64)
        self.silver = np.array(article.silver, dtype=np.int64) if article.silver else None


def cut(arrays, at, limit, paragraph=None):
    """The end (in words) of a window that starts at word `at`: as many words as have at most `limit` pieces,
    back to the last sentence start when that leaves at least half of them; at run time, where `paragraph` is the first
    word that the window has to read, rather back to the last paragraph start that leaves half of those."""
    n = len(arrays.size)
    end = int(np.searchsorted(arrays.offset, arrays.offset[at] + limit, side="right")) - 1
    end = max(end, at + 1)
    if end >= n:
        return n
    if paragraph is not None:
        for back in range(end, paragraph + (end - paragraph) // 2, -1):
            if arrays.gap[back] == 3:
                return back
    for back in range(end, at + (end - at) // 2, -1):
        if arrays.gap[back] >= 2:
            return back
    return end


def training_windows(arrays, limit, rng):
    """Windows that tile an article, starting with one of random length so that the cuts differ each time."""
    at, n, first = 0, len(arrays.size), True
    while at < n:
        end = cut(arrays, at, rng.randint(limit // 4, limit) if first else limit)
        yield at, end
        at, first = end, False


def tags(spans, n, start, out):
    for a, b in spans:
        a, b = a - start, b - start
        if b <= 0 or a >= n:
            continue
        if b - a == 1:
            out[a] = 4
            continue
        for i in range(max(a, 0), min(b, n)):
            out[i] = 1 if i == a else 3 if i == b - 1 else 2
    return out


def example(arrays, start, end, statements, keep_cut=False):
    """One window as a dict of arrays; `statements` gold or None."""
    p0, p1 = arrays.offset[start], arrays.offset[end]
    pieces = np.concatenate([[CLS], arrays.flat[p0:p1], [SEP]])
    features = np.zeros((len(pieces), 3), dtype=np.int64)
    features[1:-1] = arrays.features[p0:p1]
    n = end - start
    item = {"ids": pieces, "features": features, "first": arrays.offset[start:end] - p0 + 1,
            "sentence": arrays.sentence[start:end] - arrays.sentence[start],
            "paragraph": arrays.paragraph[start:end] - arrays.paragraph[start]}
    if arrays.silver is not None:
        item["silver"] = arrays.silver[start:end]
    if statements is None:
        return item
    anchor = np.zeros(n, dtype=np.int64)           # 1 anchor, 2 another word of a cue
    word_tags = np.zeros((3, n), dtype=np.int64)
    pairs = []
    for spans, at in statements:
        for part, row in ((CUE, 0), (SOURCE, 1), (CONTENT, 2)):
            tags(spans[part], n, start, word_tags[row])
        a = at - start
        for s, e in spans[CUE]:
            for i in range(max(s - start, 0), min(e - start, n)):
                anchor[i] = max(anchor[i], 2)
        if 0 <= a < n:
            anchor[a] = 1
            low = min(s for p in spans for s, _ in p) - start
            high = max(e for p in spans for _, e in p) - start
            if keep_cut or (low >= 0 and high <= n) or high - low > 150:
                labels = np.zeros(n, dtype=np.int64)
                for part in (SOURCE, CUE, CONTENT):
                    mine = tags(spans[part], n, start, np.zeros(n, dtype=np.int64))
                    labels = np.where(mine > 0, mine + 4 * part, labels)
                cue = [i for s, e in spans[CUE] for i in range(max(s - start, 0), min(e - start, n))]
                pairs.append((a, labels, cue))
    item.update(anchor=anchor, tags=word_tags, pairs=pairs)
    return item


def collate(items):
    """Pad a list of examples into tensors."""
    t = max(len(i["ids"]) for i in items)
    w = max(len(i["first"]) for i in items)
    b = len(items)
    out = {"ids": np.zeros((b, t), np.int64), "features": np.zeros((b, t, 3), np.int64), "mask": np.zeros((b, t), bool),
           "first": np.zeros((b, w), np.int64), "sentence": np.zeros((b, w), np.int64),
           "paragraph": np.zeros((b, w), np.int64), "count": np.zeros(b, np.int64)}
    gold = "anchor" in items[0]
    if gold:
        out.update(anchor=np.full((b, w), -100, np.int64), tags=np.full((b, 3, w), -100, np.int64),
                   silver=np.full((b, w, 3), -100, np.int64))
    for r, item in enumerate(items):
        n, m = len(item["ids"]), len(item["first"])
        out["ids"][r, :n], out["features"][r, :n], out["mask"][r, :n] = item["ids"], item["features"], True
        out["count"][r] = m
        for key in ("first", "sentence", "paragraph"):
            out[key][r, :m] = item[key]
        if gold:
            out["anchor"][r, :m], out["tags"][r, :, :m] = item["anchor"], item["tags"]
            if "silver" in item:
                out["silver"][r, :m] = item["silver"]
    out = {k: torch.from_numpy(v) for k, v in out.items()}
    if gold:
        out["pairs"] = [(r, *pair) for r, item in enumerate(items) for pair in item["pairs"]]
    return out


def around(labels, anchor, before, after):
    """A window's labels as the pair head sees them: relative to the anchor, -100 outside of the window."""
    out = np.full(before + after, -100, np.int64)
    low, high = max(0, anchor - before), min(len(labels), anchor + after)
    out[low - anchor + before:high - anchor + before] = labels[low:high]
    return out
