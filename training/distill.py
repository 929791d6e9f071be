"""Distil a smaller model from a trained one.

    python -m training.distill targets --data DIR --base MINILM_DIR --teacher SMALL.pt[,MORE.pt] --out TARGETS.pickle
    python -m training.distill train   --data DIR --base MINILM_DIR --teacher SMALL.pt --targets TARGETS.pickle --out TINY.pt

The targets are the teacher's outputs over the training texts, read once as at run time; several teachers are averaged.
The student starts from the first teacher: its embeddings, chosen layers, and the inner units of each that matter most.
"""
import argparse
import copy
import json
import os
import pickle
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from . import decode, windows
from .data import held_out, load
from .export import load_model
from .model import Config, Model
from .train import KEYS, batches, candidates, evaluate, gold_rows, groups


@torch.no_grad()
def targets(models, arrays, limit=288, overlap=72, floor=0.08):
    """For each article: word logits [n, 16] and {anchor word: (score, label logits)}."""
    out = []
    for number, a in enumerate(arrays):
        n = len(a.size)
        words = np.zeros((n, 16), np.float16)
        pairs = {}
        for start, end, own, stop in decode.run_windows(a, limit, overlap):
            batch = windows.collate([windows.example(a, start, end, None)])
            with torch.autocast("cpu", torch.bfloat16):
                hs = [m.encode(batch["ids"], batch["features"], batch["mask"], batch["first"]) for m in models]
                w = torch.stack([m.words(h)[0].float() for m, h in zip(models, hs)]).mean(0)
                words[own:stop] = w[own - start:stop - start].numpy()
                at = (torch.sigmoid(w[:, 0]) > floor).nonzero()[:, 0]
                at = at[(at + start >= own) & (at + start < stop)]
                if not len(at):
                    continue
                got = [m.pair(m.vectors(h), torch.zeros_like(at), at, batch["sentence"], batch["paragraph"],
                              batch["count"])[:2] for m, h in zip(models, hs)]
            labels = torch.stack([g[0].float().log_softmax(-1) for g in got]).mean(0).numpy().astype(np.float16)
            score = torch.stack([g[1].float() for g in got]).mean(0).numpy()
            for k, i in enumerate(at.tolist()):
                pairs[i + start] = (float(score[k]), labels[k])
        out.append((words, pairs))
        if number % 50 == 0:
            print("targets", number, flush=True)
    return out


def student_of(teacher, layers, inner, config):
    """A student that starts from the teacher's weights."""
    model = Model(config)
    t, s = teacher.encoder, model.encoder
    with torch.no_grad():
        s.words.load_state_dict(t.words.state_dict())
        s.positions.load_state_dict(t.positions.state_dict())
        s.features.load_state_dict(t.features.state_dict())
        s.norm.load_state_dict(t.norm.state_dict())
        for to, index in zip(s.layers, layers):
            of = t.layers[index]
            for part in ("qkv", "out", "norm1", "norm2"):
                getattr(to, part).load_state_dict(getattr(of, part).state_dict())
            weight = of.up.weight.norm(dim=1) * of.down.weight.norm(dim=0)
            keep = weight.topk(inner).indices.sort().values
            to.up.weight.copy_(of.up.weight[keep])
            to.up.bias.copy_(of.up.bias[keep])
            to.down.weight.copy_(of.down.weight[:, keep])
            to.down.bias.copy_(of.down.bias)
        model.words.load_state_dict(teacher.words.state_dict())
        model.silver.load_state_dict(teacher.silver.state_dict())
    return model


def soften(items_of, arrays_index, soft):
    """Give every example its slice of the teacher's targets."""
    words, pairs = soft[arrays_index]
    start, end = items_of["span"]
    items_of["soft"] = words[start:end].astype(np.float32)
    items_of["soft_pairs"] = [(a - start, *pairs[a]) for a in range(start, end) if a in pairs]


def losses(model, batch, items, rng, before):
    c = model.config
    h = model.encode(batch["ids"], batch["features"], batch["mask"], batch["first"])
    words = model.words(h).float()
    scale = 1.0 / (len(items) * 8)
    w = words.shape[1]
    soft = np.zeros((len(items), w, 16), np.float32)
    real = batch["anchor"] >= 0
    for r, item in enumerate(items):
        soft[r, :len(item["soft"])] = item["soft"]
    soft = torch.from_numpy(soft)
    hard = (batch["anchor"] == 1).float()
    goal = 0.7 * torch.sigmoid(soft[:, :, 0]) + 0.3 * hard
    out = {"anchor": F.binary_cross_entropy_with_logits(words[:, :, 0][real], goal[real], reduction="sum") * scale}
    out["tags"] = sum(-(soft[:, :, k:k + 5].softmax(-1) * words[:, :, k:k + 5].log_softmax(-1)).sum(-1)[real].sum()
                      for k in (1, 6, 11)) * scale
    gold = {(r, a): labels for r, a, labels, _ in batch["pairs"]}
    rows, anchors, labels, goals, target = [], [], [], [], []
    span = c.before + c.after
    known = set()
    for r, item in enumerate(items):
        for a, score, logits in item["soft_pairs"]:
            known.add((r, a))
            g = gold.get((r, a))
            rows.append(r)
            anchors.append(a)
            labels.append(windows.around(g, a, c.before, c.after) if g is not None else np.full(span, -100, np.int64))
            goals.append(np.exp(logits[before - c.before:before + c.after].astype(np.float32)))
            target.append(0.7 / (1 + np.exp(-score)) + 0.3 * float(batch["anchor"][r, a] == 1))
    for (r, a), g in gold.items():
        if (r, a) not in known:
            rows.append(r)
            anchors.append(a)
            labels.append(windows.around(g, a, c.before, c.after))
            goals.append(np.zeros((span, goals[0].shape[1] if goals else 13), np.float32))
            target.append(0.3)
    if rows:
        got, sure, valid = model.pair(model.vectors(h), torch.tensor(rows), torch.tensor(anchors), batch["sentence"],
                                      batch["paragraph"], batch["count"])
        logp = got.float().log_softmax(-1)
        target = torch.tensor(target, dtype=torch.float32)
        # what the teacher thinks improbable is not worth learning to delimit
        each = -(torch.from_numpy(np.stack(goals)) * logp).sum(-1)
        out["pair"] = (each * valid).sum(1).mul(target.clamp(min=0.1)).sum() * scale
        out["hard"] = F.nll_loss(logp.transpose(1, 2), torch.from_numpy(np.stack(labels)), ignore_index=-100,
                                 reduction="sum") * scale
        out["score"] = F.binary_cross_entropy_with_logits(sure.float(), target, reduction="sum") * scale
    return out


def main():
    p = argparse.ArgumentParser()
    p.add_argument("step", choices=["targets", "train"])
    p.add_argument("--data", required=True)
    p.add_argument("--base", required=True)
    p.add_argument("--cache")
    p.add_argument("--teacher", required=True)
    p.add_argument("--targets")
    p.add_argument("--out", required=True)
    p.add_argument("--layers", default="0,4", help="the teacher's layers that the student starts from")
    p.add_argument("--inner", type=int, default=512)
    p.add_argument("--pair", type=int, default=64)
    p.add_argument("--pair-heads", type=int, default=2)
    p.add_argument("--pair-inner", type=int, default=128)
    p.add_argument("--before", type=int, default=40)
    p.add_argument("--after", type=int, default=64)
    p.add_argument("--same", action="store_true", help="a student of the teacher's shape and weights")
    p.add_argument("--epochs", type=float, default=12)
    p.add_argument("--minutes", type=float, default=0)
    p.add_argument("--limit", type=int, default=200)
    p.add_argument("--budget", type=int, default=2600)
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--head-lr", type=float, default=1e-3)
    p.add_argument("--decay", type=float, default=0.95)
    p.add_argument("--ema", type=float, default=0.98)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--threads", type=int, default=2)
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    articles = load(args.data, "train", os.path.join(args.base, "vocab.txt"), args.cache)
    train, held = held_out(articles)
    gold = gold_rows(held, args.data, "train")
    train, held = [windows.Arrays(a) for a in train], [windows.Arrays(a) for a in held]
    teachers = [load_model(t) for t in args.teacher.split(",")]
    if args.step == "targets":
        with open(args.out, "wb") as handle:
            pickle.dump(targets(teachers, train), handle)
        return
    with open(args.targets, "rb") as handle:
        soft = pickle.load(handle)
    teacher = teachers[0]
    if args.same:
        model = copy.deepcopy(teacher)
    else:
        layers = [int(i) for i in args.layers.split(",")]
        config = Config(layers=len(layers), inner=args.inner, pair=args.pair, pair_heads=args.pair_heads,
                        pair_inner=args.pair_inner, before=args.before, after=args.after, dropout=0.05)
        model = student_of(teacher, layers, args.inner, config)
    model.encoder.words.weight.requires_grad_(False)
    params = [q for q in model.parameters() if q.requires_grad]
    opt = torch.optim.AdamW(groups(model, args.lr, args.head_lr, args.decay), fused=True, betas=(0.9, 0.98))
    average = copy.deepcopy(model)
    kept = [q for q in average.parameters() if q.requires_grad]
    per_epoch = len(batches(train, args.limit, args.budget, random.Random(0)))
    total, step, begun, seen, running, progress = int(per_epoch * args.epochs), 0, time.time(), 0, {}, 0.0
    before = teacher.config.before
    print(json.dumps({"steps an epoch": per_epoch, "parameters": sum(q.numel() for q in params), **vars(args)}), flush=True)

    def check(name):
        found = candidates(average, held, args.limit)
        best = max(((evaluate(held, gold, found, th), th) for th in (0.3, 0.4, 0.5)),
                   key=lambda r: sum(r[0][k] for k in KEYS))
        print(name, json.dumps({"threshold": best[1], **best[0]}), flush=True)
        torch.save({"config": model.config.dict(), "state": average.state_dict(), "args": vars(args)}, args.out)

    epoch = 0
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
            for g in opt.param_groups:
                g["lr"] = g["base"] * min(1.0, (step + 1) / 100) * (1 - progress)
            for item in items:
                soften(item, item["article"], soft)
            batch = windows.collate(items)
            model.train()
            with torch.autocast("cpu", torch.bfloat16):
                parts = losses(model, batch, items, rng, before)
                loss = (parts["anchor"] + 0.3 * parts["tags"] + parts.get("pair", 0) + 0.3 * parts.get("hard", 0)
                        + parts.get("score", 0))
            opt.zero_grad(set_to_none=True)
            loss.backward()
            norm = torch.nn.utils.clip_grad_norm_(params, 2.0)
            opt.step()
            step += 1
            seen += int(batch["mask"].sum())
            if step % 4 == 0:
                d = min(args.ema, step / (step + 40))
                with torch.no_grad():
                    torch._foreach_lerp_(kept, [q.detach() for q in params], 1 - d)
            for k, v in parts.items():
                running[k] = 0.98 * running.get(k, float(v.detach())) + 0.02 * float(v.detach())
            if step % 50 == 0:
                print(f"step {step} epoch {step / per_epoch:.2f} progress {progress:.3f} "
                      f"{seen / (time.time() - begun):.0f} pieces/s norm {float(norm):.2f} "
                      + " ".join(f"{k} {v:.3f}" for k, v in running.items()), flush=True)
        epoch += 1
        if progress < 1:
            check(f"epoch {epoch}")
    check("end")


if __name__ == "__main__":
    main()
