"""A plain BERT encoder (post-norm), with the added input features, written out so that it exports cleanly."""

import torch
import torch.nn as nn
import torch.nn.functional as F


def attend(q, k, v, bias):
    """Written out: on a CPU in bfloat16 its gradient takes half the time of the fused operator's."""
    scores = torch.matmul(q * q.shape[-1] ** -0.5, k.transpose(-1, -2))
    return torch.matmul(torch.softmax(scores + bias.to(scores.dtype), -1), v)


class Layer(nn.Module):
    def __init__(self, hidden, heads, inner, dropout):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = dropout

    def forward(self, x, mask):
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        y = attend(q, k, v, mask)
        y = self.out(y.transpose(1, 2).reshape(b, t, h))
        x = self.norm1(x + F.dropout(y, self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


class Encoder(nn.Module):
    """Word pieces and features in, one vector a piece out.

    With `narrow` below the hidden width the word embeddings are a product of two matrices (tiny).
    """

    def __init__(self, vocab, hidden, layers, heads, inner, positions, features, dropout=0.1, narrow=0):
        super().__init__()
        width = narrow or hidden
        self.words = nn.Embedding(vocab, width)
        self.widen = nn.Linear(width, hidden, bias=False) if narrow else nn.Identity()
        self.positions = nn.Embedding(positions, hidden)
        self.features = nn.ModuleList(nn.Embedding(n, hidden) for n in features)
        self.norm = nn.LayerNorm(hidden, eps=1e-12)
        self.layers = nn.ModuleList(Layer(hidden, heads, inner, dropout) for _ in range(layers))
        self.dropout = dropout
        for table in [self.words, self.positions, *self.features]:
            nn.init.normal_(table.weight, std=0.02)

    def forward(self, ids, features, mask):
        """ids [B, T]; features [B, T, F]; mask [B, T], true where there is a piece."""
        t = ids.shape[1]
        x = self.widen(self.words(ids)) + self.positions(torch.arange(t, device=ids.device))
        for index, table in enumerate(self.features):
            x = x + table(features[:, :, index])
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = torch.zeros(mask.shape, dtype=x.dtype, device=x.device).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load_minilm(folder, encoder):
    """Fill an encoder with the weights of a BERT checkpoint (safetensors)."""
    from safetensors.torch import load_file
    w = load_file(f"{folder}/model.safetensors")
    w = {k.removeprefix("bert."): v.float() for k, v in w.items()}
    with torch.no_grad():
        encoder.words.weight.copy_(w["embeddings.word_embeddings.weight"])
        n = encoder.positions.weight.shape[0]
        encoder.positions.weight.copy_(w["embeddings.position_embeddings.weight"][:n]
                                       + w["embeddings.token_type_embeddings.weight"][0])
        encoder.norm.weight.copy_(w["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(w["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(encoder.layers):
            p = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                getattr(layer.qkv, kind).copy_(torch.cat(
                    [w[f"{p}attention.self.{x}.{kind}"] for x in ("query", "key", "value")]))
                getattr(layer.out, kind).copy_(w[f"{p}attention.output.dense.{kind}"])
                getattr(layer.norm1, kind).copy_(w[f"{p}attention.output.LayerNorm.{kind}"])
                getattr(layer.up, kind).copy_(w[f"{p}intermediate.dense.{kind}"])
                getattr(layer.down, kind).copy_(w[f"{p}output.dense.{kind}"])
                getattr(layer.norm2, kind).copy_(w[f"{p}output.LayerNorm.{kind}"])
        for table in encoder.features:
            table.weight.mul_(0.5)
    return encoder
