"""From scores to statements: windows at run time, candidates, the best path of labels, confidence."""
import numpy as np

from .data import LABELS, PARTS
from .windows import cut

NEVER = -1e4
N = len(LABELS)


def _allowed():
    """May label b follow label a? May it begin, may it end?"""
    step = np.full((N, N), NEVER, np.float32)
    opens = [0] + [4 * p + k for p in range(3) for k in (1, 4)]
    closed = [0] + [4 * p + k for p in range(3) for k in (3, 4)]
    for a in closed:
        step[a, opens] = 0
    for p in range(3):
        for a in (1, 2):
            for b in (2, 3):
                step[4 * p + a, 4 * p + b] = 0
    first, last = np.full(N, NEVER, np.float32), np.full(N, NEVER, np.float32)
    first[opens] = 0
    last[closed] = 0
    return step, first, last


STEP, FIRST, LAST = _allowed()


def viterbi(logits, low, high, before):
    """Best labels of the relative positions low..high-1 of one candidate; its anchor is held to a cue label."""
    x = logits[low:high].astype(np.float32)
    x = x - np.log(np.exp(x - x.max(1, keepdims=True)).sum(1, keepdims=True)) - x.max(1, keepdims=True)
    x = x.copy()
    at = before - low
    hold = np.full(N, NEVER, np.float32)
    hold[5:9] = 0
    y = x.copy()
    y[at] += hold
    n = len(y)
    back = np.zeros((n, N), np.int64)
    best = y[0] + FIRST
    for i in range(1, n):
        reach = best[:, None] + STEP
        back[i] = reach.argmax(0)
        best = reach.max(0) + y[i]
    best = best + LAST
    path = np.zeros(n, np.int64)
    path[-1] = int(best.argmax())
    for i in range(n - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path, x


def spans_of(path, scores):
    """Runs of each part: [[(a, b, sum of log probabilities)]] by part."""
    out = [[], [], []]
    i, n = 0, len(path)
    while i < n:
        if path[i] == 0:
            i += 1
            continue
        part, a = (path[i] - 1) // 4, i
        while (path[i] - 1) % 4 not in (2, 3):
            i += 1
        i += 1
        out[part].append((a, i, float(sum(scores[k, path[k]] for k in range(a, i)))))
    return out


def run_windows(arrays, limit, overlap):
    """Windows of an article at run time: (start, end, own_start, own_end) in words.

    A window keeps the statements whose anchor lies in the part that it owns. It ends with a paragraph where it can:
    then it owns all up to there and the next one goes back by `overlap` pieces for context only. Otherwise both share
    the overlap, which is twice as long."""
    n = len(arrays.size)
    at, own, out = 0, 0, []
    while at < n:
        end = cut(arrays, at, limit, paragraph=own)
        if end >= n:
            out.append((at, n, own, n))
            break
        whole = arrays.gap[end] == 3
        wish = int(np.searchsorted(arrays.offset, arrays.offset[end] - (overlap if whole else 2 * overlap), side="left"))
        start = wish = min(max(wish, at + 1), end)
        for word in range(wish, end + 1):
            if arrays.gap[word] >= 2:
                start = word
                break
        if not whole and start == end:
            start = wish
        middle = end if whole else max((start + end) // 2, own)
        out.append((at, end, own, middle))
        at, own = start, middle
    return out


def read_candidate(logits, anchor, count, before):
    """One candidate's statement in words of the window, or None: spans by part and log probabilities."""
    low, high = max(0, before - anchor), min(len(logits), before + count - anchor)
    path, scores = viterbi(logits, low, high, before)
    parts = spans_of(path, scores)
    at = before - low
    cue = [s for s in parts[1] if s[0] <= at < s[1]]
    shift = anchor - before + low
    source = sorted(parts[0], key=lambda s: -s[2] / (s[1] - s[0]))[:1]
    if not parts[2]:
        return None
    move = lambda spans: [(a + shift, b + shift) for a, b, _ in spans]
    logs = [sum(s[2] for s in spans) for spans in (source, cue, parts[2])]
    outside = float(sum(scores[k, 0] for k in range(len(path)) if path[k] == 0))
    return {"spans": [move(source), move(cue), move(parts[2])], "logs": logs + [outside]}


def statements(read, found):
    """Word spans -> character spans (code points). `found`: list of (spans by part, confidence)."""
    out = []
    for spans, confidence in found:
        row = {"confidence": confidence}
        for part, name in enumerate(PARTS):
            row[name] = [[read.start[a], read.end[b - 1]] for a, b in sorted(spans[part])]
        out.append(row)
    return out


def choose(candidates, threshold, quoted=None):
    """Candidates over the threshold (`quoted`: that for contents with quotation marks); where two cues overlap the
    surer one stays."""
    kept, taken = [], set()
    for c in sorted(candidates, key=lambda c: (-c["p"], c["spans"][1])):
        if c["p"] < (quoted if quoted is not None and c.get("quoted") else threshold):
            continue
        cue = range(*c["spans"][1][0])
        if not any(word in taken for word in cue):
            taken.update(cue)
            kept.append(c)
    return sorted(kept, key=lambda c: c["spans"][1])


def evidence(c):
    """What the confidence is made of: the head's two probabilities and how sure the best path is."""
    logit = lambda p: float(np.log(max(p, 1e-6) / max(1 - p, 1e-6)))
    source, cue, content, outside = c["logs"]
    return [logit(c["anchor"]), logit(c["score"]), source, cue, content, outside, 0.0 if c["spans"][0] else 1.0]


def confidence(c, settings):
    z = settings["bias"] + sum(w * x for w, x in zip(settings["weights"], evidence(c)))
    return float(1 / (1 + np.exp(-min(30, max(-30, z)))))
