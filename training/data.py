"""Articles, their annotations and the silver analysis, as arrays of words."""
import gzip
import hashlib
import json
import os
import pickle
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from .text import Read, WordPiece, paragraphs

SOURCE, CUE, CONTENT = 0, 1, 2
PARTS = ("source", "cue", "content")
# labels of a word beside one cue: O, then B I E S of source, cue, content
LABELS = ["O"] + [f"{b}-{p}" for p in PARTS for b in "BIES"]


@dataclass
class Article:
    id: str
    text: str
    read: Read
    copies: list                       # one list of statements for each annotator: (spans of words a part, anchor)
    silver: list = field(default_factory=list)   # (pos, relation, offset of the head) ids a word


def lines(path):
    with gzip.open(path, "rt", encoding="utf8") as handle:
        for line in handle:
            if line.strip():
                yield json.loads(line)


def silver_docs(path):
    name, tokens, sentence, base = None, [], [], 0
    with gzip.open(path, "rt", encoding="utf8") as handle:
        for line in handle:
            line = line.rstrip("\n")
            if line.startswith("# doc ") and "\t" not in line:
                if name is not None:
                    yield name, tokens
                name, tokens, base = line[6:], [], 0
            elif line:
                c = line.split("\t")
                if c[0] == "1":
                    base = len(tokens)
                head = int(c[7])
                tokens.append((int(c[1]), int(c[2]), c[5], c[8].split(":")[0], base + head - 1 if head else -1))
    if name is not None:
        yield name, tokens


def runs(text, spans):
    merged = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1]:start].strip(" \t\u00a0") and start >= merged[-1][1]:
            merged[-1][1] = end
        elif merged and start < merged[-1][1]:
            merged[-1][1] = max(end, merged[-1][1])
        else:
            merged.append([start, end])
    return [p for s, e in merged for p in paragraphs(text, s, e)]


def to_words(read, span):
    a = bisect_right(read.end, span[0])
    b = bisect_left(read.start, span[1])
    return (a, b) if a < b else None


def anchor_of(read, cue, tokens, starts):
    """The word of a cue that stands for it: its syntactic head in the silver parse."""
    begin, end = read.start[cue[0]], read.end[cue[1] - 1]
    inside = [i for i in range(bisect_left(starts, begin), bisect_left(starts, end))]
    tops = [i for i in inside if tokens[i][4] not in inside]
    if not tops:
        return cue[0]
    verbs = [i for i in tops if tokens[i][2].startswith("VB")]
    top = (verbs or tops)[0]
    word = bisect_right(read.start, tokens[top][0]) - 1
    return min(max(word, cue[0]), cue[1] - 1)


def load(folder, split, vocab, cache=None, silver=True):
    """All articles of a split. `vocab` is the path of vocab.txt."""
    path = cache and os.path.join(cache, f"{split}.pickle")
    if path and os.path.exists(path):
        with open(path, "rb") as handle:
            return pickle.load(handle)
    with open(vocab, encoding="utf8") as handle:
        wordpiece = WordPiece(handle)
    docs = dict(silver_docs(os.path.join(folder, f"{split}.tokens.tsv.gz")))
    ids = {"pos": {}, "rel": {}}
    out = []
    for row in lines(os.path.join(folder, f"{split}.jsonl.gz")):
        text = row["text"]
        read = Read(text, wordpiece)
        tokens = docs.get(row["id"], [])
        starts = [t[0] for t in tokens]
        copies = []
        for annotator in row["annotators"]:
            statements, seen = [], {}
            for a in annotator["attributions"]:
                spans = [sorted({w for w in (to_words(read, s) for s in runs(text, a[p])) if w}) for p in PARTS]
                if not spans[CUE] or not spans[CONTENT]:
                    continue
                anchor = anchor_of(read, spans[CUE][0], tokens, starts)
                if anchor in seen:   # the same cue twice: one statement with both contents
                    old = seen[anchor]
                    for p in (SOURCE, CONTENT):
                        old[0][p] = old[0][p] or spans[p] if p == SOURCE else sorted(set(old[0][p] + spans[p]))
                    continue
                seen[anchor] = (spans, anchor)
                statements.append(seen[anchor])
            copies.append(statements)
        word_silver = []
        for s in read.start:
            i = bisect_right(starts, s) - 1
            if i < 0 or tokens[i][1] <= s:
                word_silver.append((-100, -100, -100))
                continue
            _, _, pos, rel, head = tokens[i]
            offset = 0 if head < 0 else max(-8, min(8, head - i)) + 9
            word_silver.append((ids["pos"].setdefault(pos, len(ids["pos"])),
                                ids["rel"].setdefault(rel, len(ids["rel"])), offset))
        out.append(Article(row["id"], text, read, copies, word_silver))
    assert len(ids["pos"]) <= 64 and len(ids["rel"]) <= 64, (len(ids["pos"]), len(ids["rel"]))
    if path:
        os.makedirs(cache, exist_ok=True)
        with open(path, "wb") as handle:
            pickle.dump(out, handle)
    return out


def held_out(articles, count=40, seed=7):
    """A slice of train for choosing: the `count` articles whose seeded hash is smallest."""
    key = lambda a: hashlib.sha256(f"{seed}:{a.id}".encode()).hexdigest()
    chosen = {a.id for a in sorted(articles, key=key)[:count]}
    return [a for a in articles if a.id not in chosen], [a for a in articles if a.id in chosen]
