"""Export a trained model: one ONNX graph from a window's arrays to its candidates, weights in int8, and its JSON.

    python -m training.export --model OUT.pt --base MINILM_DIR --out models --name small
"""
import argparse
import hashlib
import copy
import json
import math
import os
import shutil
import tempfile

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F

from . import decode, windows
from .data import LABELS, load
from .model import PARAGRAPHS, SENTENCES, Config, Model
from .text import ABBREVIATIONS


class Attend(torch.autograd.Function):
    """Multi-head attention as the one operator that onnxruntime has for it."""

    @staticmethod
    def forward(ctx, q, k, v, heads):
        b, t, h = q.shape
        split = lambda x: x.view(b, t, heads, h // heads).transpose(1, 2)
        return F.scaled_dot_product_attention(split(q), split(k), split(v)).transpose(1, 2).reshape(b, t, h)

    @staticmethod
    def symbolic(g, q, k, v, heads):
        out = g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads)
        out.setType(q.type())
        return out


class Graph(nn.Module):
    """The run-time graph. Everything but the choice among candidates."""

    def __init__(self, model, floor, scales=None):
        super().__init__()
        self.m = model
        self.floor = math.log(floor / (1 - floor))
        self.anchor = nn.Linear(model.config.hidden, 1)
        with torch.no_grad():
            self.anchor.weight.copy_(model.words.weight[:1])
            self.anchor.bias.copy_(model.words.bias[:1])
        if scales is not None:
            model = copy.deepcopy(model)
            self.m = model
            for i, layer in enumerate(model.encoder.layers):
                for name in ("up", "down"):
                    s = scales[name, i]
                    with torch.no_grad():
                        getattr(layer, name).weight.mul_(s)
                    self.register_buffer(f"{name}{i}", 1 / s)
        self.scaled = scales is not None
        self.qkv = nn.ModuleList()   # three matrices a layer, so that each is a constant of its own
        for layer in model.encoder.layers:
            h = layer.out.weight.shape[0]
            for i in range(3):
                part = nn.Linear(h, h)
                part.weight = nn.Parameter(layer.qkv.weight[i * h:(i + 1) * h].detach().clone())
                part.bias = nn.Parameter(layer.qkv.bias[i * h:(i + 1) * h].detach().clone())
                self.qkv.append(part)

    def forward(self, ids, features, first, sentence, paragraph):
        e = self.m.encoder
        t = ids.shape[0]
        x = e.widen(e.words(ids)) + e.positions.weight[:t]
        for index, table in enumerate(e.features):
            x = x + table(features[:, index])
        x = e.norm(x)[None]
        for index, layer in enumerate(e.layers):
            q, k, v = (part(x) for part in self.qkv[3 * index:3 * index + 3])
            x = layer.norm1(x + layer.out(Attend.apply(q, k, v, layer.heads)))
            if self.scaled:
                y = F.gelu(layer.up(x * getattr(self, f"up{index}"))) * getattr(self, f"down{index}")
            else:
                y = F.gelu(layer.up(x))
            x = layer.norm2(x + layer.down(y))
        x = x[0].index_select(0, first)                       # [W, H]: the words
        sure = self.anchor(x)[:, 0]
        vectors = self.m.vectors(x)
        anchors = (sure > self.floor).nonzero()[:, 0]
        return (anchors.to(torch.int32), torch.sigmoid(sure.index_select(0, anchors)),
                *self.pair(vectors, anchors, sentence.long(), paragraph.long()))

    def pair(self, vectors, anchors, sentence, paragraph):
        p, w = self.m.pair, self.m.pair.width
        count = vectors.shape[0]
        position = anchors[:, None] + torch.arange(-p.before, p.after)
        valid = (position >= 0) & (position < count)
        position = position.clamp(min=0)
        position = torch.minimum(position, torch.ones_like(position) * (count - 1))
        flat = position.reshape(-1)
        around = vectors.index_select(0, flat).view(-1, p.span, 3 * w)
        centre = vectors.index_select(0, anchors)[:, None]
        s = sentence.index_select(0, flat).view(-1, p.span) - sentence.index_select(0, anchors)[:, None]
        q = paragraph.index_select(0, flat).view(-1, p.span) - paragraph.index_select(0, anchors)[:, None]
        x = (around[:, :, :w] * (1 + centre[:, :, 2 * w:]) + centre[:, :, w:2 * w] + p.distance.weight
             + p.sentence(s.clamp(-SENTENCES, SENTENCES) + SENTENCES)
             + p.paragraph(q.clamp(-PARAGRAPHS, PARAGRAPHS) + PARAGRAPHS))
        x = p.norm(x)
        bias = torch.where(valid, 0.0, -1e4)[:, None, None, :]
        b = p.block
        y = b.qkv(b.norm1(x)).view(-1, p.span, 3, b.heads, w // b.heads).permute(2, 0, 3, 1, 4)
        a = torch.softmax(y[0] @ y[1].transpose(-1, -2) / math.sqrt(w // b.heads) + bias, -1) @ y[2]
        x = x + b.out(a.transpose(1, 2).reshape(-1, p.span, w))
        x = p.last(x + b.down(F.relu(b.up(b.norm2(x)))))
        return torch.log_softmax(p.labels(x), -1), torch.sigmoid(p.score(x[:, p.before])[:, 0])


INPUTS = ["ids", "features", "first", "sentence", "paragraph"]
OUTPUTS = ["anchors", "anchor", "labels", "score"]


@torch.no_grad()
def outliers(model, arrays, limit=192, rank=12, power=1.0):
    """What to divide the inputs of the two inner matrices by, channel by channel. One or two channels reach several
    times the size of all others and would leave int8 few steps for the rest; the matrix is multiplied in return."""
    top, hooks = {}, []
    for i, layer in enumerate(model.encoder.layers):
        for name in ("up", "down"):
            def see(module, inputs, key=(name, i)):
                x = inputs[0].abs().amax((0, 1))
                top[key] = torch.maximum(top.get(key, torch.zeros_like(x)), x)
            hooks.append(getattr(layer, name).register_forward_pre_hook(see))
    for a in arrays:
        for start, end, _, _ in decode.run_windows(a, limit, 0):
            batch = windows.collate([windows.example(a, start, end, None)])
            model.encode(batch["ids"], batch["features"], batch["mask"], batch["first"])
    for hook in hooks:
        hook.remove()
    return {k: (x / x.topk(rank).values[-1]).clamp(min=1) ** power for k, x in top.items()}


def to_onnx(model, path, floor, scales=None):
    graph = Graph(model, floor, scales).eval()
    t, w = 24, 20
    feed = (torch.randint(1000, 2000, (t,), dtype=torch.int32), torch.zeros(t, 3, dtype=torch.int32),
            torch.arange(1, w + 1, dtype=torch.int32), torch.zeros(w, dtype=torch.int32),
            torch.zeros(w, dtype=torch.int32))
    graph.floor = -50.0   # trace with candidates; the real floor is put in below
    axes = {"ids": {0: "pieces"}, "features": {0: "pieces"}, "first": {0: "words"}, "sentence": {0: "words"},
            "paragraph": {0: "words"}, **{o: {0: "candidates"} for o in OUTPUTS}}
    torch.onnx.export(graph, feed, path, input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
                      opset_version=17, dynamo=False, custom_opsets={"com.microsoft": 1})
    m = onnx.load(path)
    want = math.log(floor / (1 - floor))
    hit = 0
    for node in m.graph.node:
        if node.op_type == "Constant" and node.attribute[0].t.dims == [] and node.attribute[0].t.data_type == 1:
            if onnx.numpy_helper.to_array(node.attribute[0].t) == -50.0:
                node.attribute[0].t.CopyFrom(onnx.numpy_helper.from_array(np.array(want, np.float32)))
                hit += 1
    assert hit == 1, hit
    onnx.save(m, path)


def quantise(source, target, embeddings=True, keep=()):
    from onnxruntime.quantization import QuantType, quantize_dynamic
    m = onnx.load(source)
    weights = {i.name for i in m.graph.initializer}
    skip = [n.name for n in m.graph.node
            if (n.op_type == "MatMul" and not any(i in weights for i in n.input))
            or any(k in n.name for k in keep)
            or (n.op_type == "Gather" and not (embeddings and "/words/" in n.name))]
    quantize_dynamic(source, target, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=skip,
                     op_types_to_quantize=["MatMul", "Gemm", "Gather"],
                     extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT, "MatMulConstBOnly": True})
    m = onnx.load(target)
    m.doc_string = ""
    m.producer_name, m.producer_version = "onrecord", ""
    for node in m.graph.node:
        node.doc_string = ""
    onnx.save(m, target)


def digest(path):
    with open(path, "rb") as handle:
        return hashlib.sha256(handle.read()).hexdigest()


def load_model(path):
    kept = torch.load(path, map_location="cpu")
    model = Model(Config(**kept["config"]))
    model.load_state_dict(kept["state"])
    return model.eval()


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--model", required=True)
    p.add_argument("--base", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--name", default="small")
    p.add_argument("--floor", type=float, default=0.15)
    p.add_argument("--limit", type=int, default=192)
    p.add_argument("--overlap", type=int, default=32)
    p.add_argument("--keep", default="", help="parts of node names whose matrices stay fp32, with commas")
    p.add_argument("--data", help="look at the inputs of the matrices in some training articles, for a better int8")
    p.add_argument("--cache")
    p.add_argument("--fp32", action="store_true", help="keep the fp32 graph too")
    args = p.parse_args()
    os.makedirs(args.out, exist_ok=True)
    model = load_model(args.model)
    with tempfile.TemporaryDirectory() as tmp:
        full = os.path.join(tmp, "full.onnx")
        scales = None
        if args.data:
            articles = load(args.data, "train", os.path.join(args.base, "vocab.txt"), args.cache)[:30]
            scales = outliers(model, [windows.Arrays(a) for a in articles])
        to_onnx(model, full, args.floor, scales)
        quantise(full, os.path.join(args.out, f"{args.name}.onnx"), keep=[k for k in args.keep.split(",") if k])
        if args.fp32:
            shutil.copy(full, os.path.join(args.out, f"{args.name}.fp32.onnx"))
    if not os.path.exists(os.path.join(args.out, "vocab.txt")):
        shutil.copy(os.path.join(args.base, "vocab.txt"), os.path.join(args.out, "vocab.txt"))
    path = os.path.join(args.out, f"{args.name}.json")
    settings = {
        # a file that is damaged, or of another model, is told by its digest
        "format": 1, "name": args.name, "weights": digest(os.path.join(args.out, f"{args.name}.onnx")),
        "vocabulary": digest(os.path.join(args.out, "vocab.txt")), "labels": LABELS, "before": model.config.before, "after": model.config.after,
        "floor": args.floor, "limit": args.limit, "overlap": args.overlap,
        "features": {"case": ["none", "lower", "title", "upper", "mixed", "digit"],
                     "quote": ["outside", "inside", "open", "close"],
                     "gap": ["none", "space", "sentence", "paragraph"]},
        "abbreviations": sorted(ABBREVIATIONS), "inputs": INPUTS, "outputs": OUTPUTS, "special": {"pad": 0, "unk": 100, "cls": 101, "sep": 102},
        # the next three are set by calibrate.py
        "threshold": 0.4, "thresholdQuoted": 0.4, "confidence": {"weights": [0.5, 0.5, 0, 0, 0, 0, 0], "bias": 0}}
    with open(path, "w") as handle:
        json.dump(settings, handle, indent=1)
        handle.write("\n")


if __name__ == "__main__":
    main()
