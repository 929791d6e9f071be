"""Train the reading model.

    python -m training.train --data DIR --base MINILM_DIR --out OUT.pt
"""
import argparse
import copy
import json
import math
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from . import decode, windows
from .data import held_out, load
from .encoder import load_minilm
from .model import Config, Model
from .score import score


KEYS = ("source", "cue", "content", "exact", "overlap")


def groups(model, lr, head_lr, decay, weight_decay=0.01):
    """Parameter groups: the learning rate falls from the top layer down."""
    out, n = [], len(model.encoder.layers)

    def add(module, rate):
        for name, p in module.named_parameters():
            if p.requires_grad:
                out.append({"params": [p], "base": rate, "lr": rate,
                            "weight_decay": 0.0 if p.ndim < 2 else weight_decay})
    for i, layer in enumerate(model.encoder.layers):
        add(layer, lr * decay ** (n - 1 - i))
    low = lr * decay ** n
    for module in (model.encoder.words, model.encoder.widen, model.encoder.positions, model.encoder.norm):
        add(module, low)
    add(model.encoder.features, lr * 4)
    for module in (model.words, model.vectors, model.pair, model.silver):
        add(module, head_lr)
    return out


def batches(arrays, limit, budget, rng):
    """One epoch: batches of examples of like length, in random order."""
    items = []
    for number, a in enumerate(arrays):
        copies = a.article.copies
        gold = copies[0] if len(copies) == 1 or rng.random() < 0.5 else rng.choice(copies[1:])
        for start, end in windows.training_windows(a, limit, rng):
            items.append({**windows.example(a, start, end, gold), "span": (start, end), "article": number})
    rng.shuffle(items)
    out = []
    for i in range(0, len(items), 512):
        chunk = sorted(items[i:i + 512], key=lambda x: len(x["ids"]))
        batch, longest = [], 0
        for item in chunk:
            longest = max(longest, len(item["ids"]))
            if batch and longest * (len(batch) + 1) > budget:
                out.append(batch)
                batch, longest = [], len(item["ids"])
            batch.append(item)
        if batch:
            out.append(batch)
    rng.shuffle(out)
    return out


def pair_batch(batch, anchor_logits, rng, negatives, before, after):
    """Candidates for the pair head: gold cues (now and then by another of their words) and false ones."""
    rows, anchors, labels, target = [], [], [], []
    for row, anchor, gold, cue in batch["pairs"]:
        if len(cue) > 1 and rng.random() < 0.15:
            anchor = rng.choice(cue)
        rows.append(row)
        anchors.append(anchor)
        labels.append(windows.around(gold, anchor, before, after))
        target.append(1.0)
    if negatives:
        wrong = (anchor_logits > -2.5) & (batch["anchor"] == 0)
        for row, anchor in wrong.nonzero().tolist()[:len(rows) + 8]:
            rows.append(row)
            anchors.append(anchor)
            labels.append(np.full(before + after, -100, np.int64))
            target.append(0.0)
    if not rows:
        return None
    return (torch.tensor(rows), torch.tensor(anchors), torch.from_numpy(np.stack(labels)), torch.tensor(target))


def losses(model, batch, rng, negatives, weights):
    h = model.encode(batch["ids"], batch["features"], batch["mask"], batch["first"])
    words = model.words(h).float()
    n = len(batch["ids"])
    scale = 1.0 / (n * 8)
    real = batch["anchor"] >= 0
    out = {"anchor": F.binary_cross_entropy_with_logits(
        words[:, :, 0][real], (batch["anchor"][real] == 1).float(), reduction="sum") * scale}
    out["tags"] = sum(F.cross_entropy(words[:, :, 1 + 5 * k:6 + 5 * k].transpose(1, 2), batch["tags"][:, k],
                                      ignore_index=-100, reduction="sum") for k in range(3)) * scale
    if weights["silver"]:
        out["silver"] = sum(F.cross_entropy(head(h).float().transpose(1, 2), batch["silver"][:, :, k],
                                            ignore_index=-100, reduction="mean")
                            for k, head in enumerate(model.silver))
    pairs = pair_batch(batch, words[:, :, 0].detach(), rng, negatives, model.config.before, model.config.after)
    if pairs:
        row, anchor, labels, target = pairs
        got, sure, _ = model.pair(model.vectors(h), row, anchor, batch["sentence"], batch["paragraph"], batch["count"])
        out["pair"] = F.cross_entropy(got.float().transpose(1, 2), labels, ignore_index=-100, reduction="sum") * scale
        out["score"] = F.binary_cross_entropy_with_logits(sure.float(), target, reduction="sum") * scale
    return out


@torch.no_grad()
def candidates(model, arrays, limit=288, overlap=72, floor=0.1, batch_size=16):
    """Every article's candidates, by the torch model."""
    model.eval()
    jobs = [(i, w) for i, a in enumerate(arrays) for w in decode.run_windows(a, limit, overlap)]
    out = [[] for _ in arrays]
    order = sorted(range(len(jobs)), key=lambda j: jobs[j][1][1] - jobs[j][1][0])
    for k in range(0, len(order), batch_size):
        part = [jobs[j] for j in order[k:k + batch_size]]
        batch = windows.collate([windows.example(arrays[i], s, e, None) for i, (s, e, _, _) in part])
        h = model.encode(batch["ids"], batch["features"], batch["mask"], batch["first"])
        first = torch.sigmoid(model.words(h).float()[:, :, 0])
        rows, anchors = [], []
        for r, (i, (s, e, own, stop)) in enumerate(part):
            for a in (first[r, :e - s] > floor).nonzero()[:, 0].tolist():
                if own <= a + s < stop:
                    rows.append(r)
                    anchors.append(a)
        if not rows:
            continue
        labels, sure, _ = model.pair(model.vectors(h), torch.tensor(rows), torch.tensor(anchors),
                                     batch["sentence"], batch["paragraph"], batch["count"])
        labels, sure = labels.float().numpy(), torch.sigmoid(sure.float())
        for c, (r, a) in enumerate(zip(rows, anchors)):
            i, (s, e, _, _) = part[r]
            got = decode.read_candidate(labels[c], a, e - s, model.config.before)
            if got:
                got["spans"] = [[(x + s, y + s) for x, y in spans] for spans in got["spans"]]
                got["anchor"], got["score"] = float(first[r, a]), float(sure[c])
                got["p"] = math.sqrt(got["anchor"] * got["score"])
                out[i].append(got)
    return out


def gold_rows(articles, folder, split):
    """The raw annotations: scoring must not see them through our words."""
    from .data import lines
    rows = {r["id"]: r["annotators"][0]["attributions"] for r in lines(os.path.join(folder, f"{split}.jsonl.gz"))}
    return [rows[a.id] for a in articles]


def evaluate(arrays, gold, found, threshold, quoted=None):
    rows = []
    for a, g, c in zip(arrays, gold, found):
        kept = decode.choose(c, threshold, quoted)
        rows.append((a.read.text, g, decode.statements(a.read, [(k["spans"], k["p"]) for k in kept])))
    return score(rows)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--data", required=True)
    p.add_argument("--base", required=True, help="folder with model.safetensors and vocab.txt")
    p.add_argument("--out", required=True)
    p.add_argument("--cache")
    p.add_argument("--epochs", type=float, default=8)
    p.add_argument("--minutes", type=float, default=0, help="bring the schedule to its end by then")
    p.add_argument("--limit", type=int, default=240)
    p.add_argument("--budget", type=int, default=2600)
    p.add_argument("--lr", type=float, default=1e-4)
    p.add_argument("--head-lr", type=float, default=6e-4)
    p.add_argument("--decay", type=float, default=0.9)
    p.add_argument("--dropout", type=float, default=0.1)
    p.add_argument("--silver", type=float, default=0.2)
    p.add_argument("--ema", type=float, default=0.98)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--eval-every", type=float, default=1)
    p.add_argument("--train-embeddings", action="store_true")
    p.add_argument("--init", help="start from this model instead of the base")
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    articles = load(args.data, "train", os.path.join(args.base, "vocab.txt"), args.cache)
    train, held = held_out(articles)
    gold = gold_rows(held, args.data, "train")
    train, held = [windows.Arrays(a) for a in train], [windows.Arrays(a) for a in held]
    model = Model(Config(dropout=args.dropout))
    load_minilm(args.base, model.encoder)
    if args.init:
        model.load_state_dict(torch.load(args.init, map_location="cpu")["state"])
    model.encoder.words.weight.requires_grad_(args.train_embeddings)
    params = [q for q in model.parameters() if q.requires_grad]
    opt = torch.optim.AdamW(groups(model, args.lr, args.head_lr, args.decay), fused=True, betas=(0.9, 0.98))
    average = copy.deepcopy(model)
    kept = [q for q in average.parameters() if q.requires_grad]
    per_epoch = len(batches(train, args.limit, args.budget, random.Random(0)))
    total = int(per_epoch * args.epochs)
    begun, step, epoch, seen, running = time.time(), 0, 0, 0, {}
    weights = {"silver": args.silver}
    print(json.dumps({"steps an epoch": per_epoch, **vars(args)}), flush=True)

    def check(name):
        t = time.time()
        found = candidates(average, held, args.limit)
        best = max(((evaluate(held, gold, found, th), th) for th in (0.3, 0.4, 0.5)),
                   key=lambda r: sum(r[0][k] for k in KEYS))
        print(name, json.dumps({"threshold": best[1], **best[0]}), f"{time.time() - t:.0f}s", flush=True)
        torch.save({"config": model.config.dict(), "state": average.state_dict(), "args": vars(args)}, args.out)

    progress, next_check = 0.0, args.eval_every
    while progress < 1:
        for items in batches(train, args.limit, args.budget, rng):
            progress = step / total
            if os.path.exists(args.out + ".minutes"):   # the end of the schedule can be moved while it runs
                with open(args.out + ".minutes") as handle:
                    args.minutes = float(handle.read())
            if args.minutes:
                progress = max(progress, (time.time() - begun) / 60 / args.minutes)
            if progress >= 1:
                break
            factor = min(1.0, (step + 1) / 150) * (1 - progress) ** 1.0
            for g in opt.param_groups:
                g["lr"] = g["base"] * factor
            batch = windows.collate(items)
            model.train()
            with torch.autocast("cpu", torch.bfloat16):
                parts = losses(model, batch, rng, bool(args.init) or step > per_epoch // 2, weights)
                loss = (parts["anchor"] + 0.5 * parts["tags"] + args.silver * parts.get("silver", 0)
                        + parts.get("pair", 0) + parts.get("score", 0))
            opt.zero_grad(set_to_none=True)
            loss.backward()
            norm = torch.nn.utils.clip_grad_norm_(params, 2.0)
            opt.step()
            step += 1
            seen += int(batch["mask"].sum())
            if step % 4 == 0:
                d = min(args.ema, step / (step + 40))
                with torch.no_grad():
                    torch._foreach_lerp_(kept, params, 1 - d)
            for k, v in parts.items():
                running[k] = 0.98 * running.get(k, float(v.detach())) + 0.02 * float(v.detach())
            if step % 50 == 0:
                print(f"step {step} epoch {step / per_epoch:.2f} progress {progress:.3f} "
                      f"{seen / (time.time() - begun):.0f} pieces/s norm {float(norm):.2f} "
                      + " ".join(f"{k} {v:.3f}" for k, v in running.items()), flush=True)
            if step / per_epoch >= next_check:
                next_check += args.eval_every
                check(f"epoch {step / per_epoch:.1f}")
    check("end")


if __name__ == "__main__":
    main()
