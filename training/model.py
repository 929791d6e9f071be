"""Encoder, word heads and the cue-centred head that reads one statement's source, cue and content."""
from dataclasses import asdict, dataclass

import torch
import torch.nn as nn
import torch.nn.functional as F

from .data import LABELS
from .encoder import Encoder, attend
from .text import FEATURES

SENTENCES, PARAGRAPHS = 3, 2     # distances in sentences and paragraphs are clipped to these
# word heads: anchor of a cue 1, cue BIES+O 5, source BIES+O 5, content BIES+O 5
WORD_HEADS = {"anchor": 1, "cue": 5, "source": 5, "content": 5}


@dataclass
class Config:
    vocab: int = 30522
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 512
    narrow: int = 0
    pair: int = 96
    pair_heads: int = 4
    pair_inner: int = 192
    before: int = 56     # words beside a cue that its statement may reach: relative positions -before .. after-1
    after: int = 88
    dropout: float = 0.1

    def dict(self):
        return asdict(self)


class PairBlock(nn.Module):
    """One pre-norm transformer layer over the words around a cue."""

    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x, bias):
        c, k, w = x.shape
        q, key, v = self.qkv(self.norm1(x)).view(c, k, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        y = attend(q, key, v, bias)
        x = x + self.out(y.transpose(1, 2).reshape(c, k, w))
        return x + self.down(F.relu(self.up(self.norm2(x))))


class Pair(nn.Module):
    def __init__(self, config):
        super().__init__()
        w = config.pair
        self.width = w
        self.before, self.after, self.span = config.before, config.after, config.before + config.after
        self.distance = nn.Embedding(self.span, w)
        self.sentence = nn.Embedding(2 * SENTENCES + 1, w)
        self.paragraph = nn.Embedding(2 * PARAGRAPHS + 1, w)
        for table in (self.distance, self.sentence, self.paragraph):
            nn.init.normal_(table.weight, std=0.3)
        with torch.no_grad():   # neighbouring distances start alike
            smooth = F.avg_pool1d(self.distance.weight.t()[None], 9, 1, 4, count_include_pad=False)[0].t()
            near = torch.arange(self.span).sub(self.before).abs().clamp(max=8)[:, None] / 8
            self.distance.weight.copy_(near * smooth + (1 - near) * self.distance.weight)
        self.norm = nn.LayerNorm(w)
        self.block = PairBlock(w, config.pair_heads, config.pair_inner)
        self.last = nn.LayerNorm(w)
        self.labels = nn.Linear(w, len(LABELS))
        self.score = nn.Linear(w, 1)
        self.dropout = config.dropout

    def forward(self, vectors, row, anchor, sentence, paragraph, count):
        """vectors [B, W, 3P]; row, anchor [C]: window and word; sentence, paragraph [B, W]; count [B] words.

        Returns labels [C, span, 13] and score [C].
        """
        position = anchor[:, None] + torch.arange(-self.before, self.after, device=anchor.device)
        valid = (position >= 0) & (position < count[row][:, None])
        position = position.clamp(min=0).minimum(count[row][:, None] - 1)
        w = self.width
        around = vectors[row[:, None], position]                 # [C, span, 3P]
        centre = vectors[row, anchor]                            # [C, 3P]
        s = sentence[row[:, None], position] - sentence[row, anchor][:, None]
        p = paragraph[row[:, None], position] - paragraph[row, anchor][:, None]
        x = (around[:, :, :w] * (1 + centre[:, None, 2 * w:]) + centre[:, None, w:2 * w]
             + self.distance.weight
             + self.sentence(s.clamp(-SENTENCES, SENTENCES) + SENTENCES)
             + self.paragraph(p.clamp(-PARAGRAPHS, PARAGRAPHS) + PARAGRAPHS))
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = torch.zeros(valid.shape, dtype=x.dtype, device=x.device).masked_fill(~valid, -1e4)[:, None, None, :]
        x = self.last(self.block(x, bias))
        x = F.dropout(x, self.dropout, self.training)
        return self.labels(x), self.score(x[:, self.before])[:, 0], valid


class Model(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        self.encoder = Encoder(config.vocab, config.hidden, config.layers, config.heads, config.inner,
                               config.positions, FEATURES, config.dropout, config.narrow)
        self.words = nn.Linear(config.hidden, sum(WORD_HEADS.values()))
        self.vectors = nn.Linear(config.hidden, 3 * config.pair)
        self.pair = Pair(config)
        # silver tasks, for training only
        self.silver = nn.ModuleList(nn.Linear(config.hidden, n) for n in (64, 64, 18))

    def encode(self, ids, features, mask, first):
        """first [B, W]: the index of each word's first piece. Returns the words' vectors."""
        h = self.encoder(ids, features, mask)
        h = h.gather(1, first[:, :, None].expand(-1, -1, h.shape[2]))
        return F.dropout(h, self.config.dropout, self.training)
