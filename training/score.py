"""Score statements against gold, in code points: the same figures as the project's scorer."""
import re

from .data import PARTS, runs

QUOTED = re.compile(r"“[^”]*(”|$)|\"[^\"]*(\"|$)|«[^»]*(»|$)")


def overlap(a, b):
    return any(s < f and e < t for s, t in a for e, f in b)


def linked(gold, found):
    return (overlap(gold[1], found[1]) and overlap(gold[2], found[2])
            and (overlap(gold[0], found[0]) or (not gold[0] and not found[0])))


def matching(gold, found):
    edges = [[j for j, f in enumerate(found) if linked(g, f)] for g in gold]
    taken = {}

    def place(i, seen):
        for j in edges[i]:
            if j not in seen:
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    for i in range(len(gold)):
        place(i, set())
    return {i: j for j, i in taken.items()}


def kind(text, content):
    marked = unmarked = False
    for start, end in content:
        if start and text[start - 1] in "“\"«":
            start -= 1
        if end < len(text) and text[end] in "”\"»":
            end += 1
        run = text[start:end]
        marked |= bool(QUOTED.search(run))
        unmarked |= bool(re.search(r"\w", QUOTED.sub("", run)))
    return "indirect" if not marked else "mixed" if unmarked else "direct"


def statement(text, raw):
    return tuple(tuple(runs(text, raw[part])) for part in PARTS)


def score(rows):
    """rows: (text, gold attributions, found statements), all with code point spans."""
    count = {k: [0, 0, 0] for k in (*PARTS, "exact", "overlap")}
    kinds = {k: [0, 0] for k in ("direct", "mixed", "indirect")}
    for text, gold, found in rows:
        gold = sorted({statement(text, a) for a in gold})
        found = sorted({statement(text, s) for s in found})
        for i, key in enumerate(PARTS):
            g = {span for s in gold for span in s[i]}
            f = {span for s in found for span in s[i]}
            for k, value in enumerate((len(g & f), len(f), len(g))):
                count[key][k] += value
        match = matching(gold, found)
        for key, tp in (("exact", len(set(gold) & set(found))), ("overlap", len(match))):
            for k, value in enumerate((tp, len(found), len(gold))):
                count[key][k] += value
        for i, g in enumerate(gold):
            bucket = kinds[kind(text, g[2])]
            bucket[0] += i in match
            bucket[1] += 1
    out = {k: round(200 * tp / max(1, f + g), 2) for k, (tp, f, g) in count.items()}
    out.update({k: round(100 * a / max(1, b), 1) for k, (a, b) in kinds.items()})
    out["found"], out["gold"] = count["exact"][1], count["exact"][2]
    return out
