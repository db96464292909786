"""The upper layers of the model, as they are taught (torch), and what is made of two wordings behind them."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from giaoban.directives.repetition.placed_bits import Floats, Halves
from giaoban.directives.repetition.placed_network import HEADS, LEAST, MATRICES, Layer, Matrix

from .keeping import WIDE

PIECE = 192
"""How wide a piece is where it is compared with the pieces of the other wording."""
FIRST = (8.0, 8.0, 8.0, -18.0)
"""How much nearness, the less and the more of what is found in the other matter at first, and the level."""
FEW = 12
APART, SHARED = 10.0, 100.0
"""What two places differ by and share is small: made about 1."""
Place = tuple[Tensor, Tensor, Tensor]


class Upper(nn.Module):
    """A layer."""

    def __init__(self, given: Layer) -> None:
        super().__init__()
        self.matrices = nn.ModuleDict({name: _linear(given.matrices[name]) for name in MATRICES})
        self.levels = nn.ModuleDict({name: _norm(given.even[f"even {name}"]) for name in ("seen", "outer")})

    def forward(self, given: Tensor, held: Tensor, dropped: float) -> Tensor:
        many, pieces, wide = given.shape
        asked, near, told = self.matrices["qkv"](given).view(many, pieces, 3, HEADS, wide // HEADS).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(asked, near, told, attn_mask=held[:, None, None, :])
        seen = self.matrices["seen"](seen.transpose(1, 2).reshape(many, pieces, wide))
        between = self.levels["seen"](given + functional.dropout(seen, dropped, self.training))
        outer = self.matrices["outer"](functional.gelu(self.matrices["inner"](between)))
        return self.levels["outer"](between + functional.dropout(outer, dropped, self.training))

    def kept(self) -> dict[str, Floats]:
        """Its matrices by what comes of them, and its levels."""
        found = {name: _numbers(each.weight) for name, each in self.matrices.items()}
        found |= {f"{name} level": _numbers(each.bias) for name, each in self.matrices.items()}
        return found | {f"even {name}": np.stack([_numbers(each.weight), _numbers(each.bias)]) for name, each in self.levels.items()}


class Pairs(nn.Module):
    """Wordings that begin as the states of their pieces behind the lower layers; weighed two by two."""

    def __init__(self, states: Mapping[str, Halves], before: int, layers: Sequence[Layer]) -> None:
        """before  pieces that stand before a wording"""
        super().__init__()
        self.states, self.before, self.layers = states, before, nn.ModuleList(map(Upper, layers))
        self.narrow, self.matter = nn.Linear(WIDE, PIECE, bias=False), nn.Linear(WIDE, 1)
        self.between, self.weights = nn.Linear(2 * WIDE, 1), nn.Parameter(torch.tensor(FIRST))
        nn.init.orthogonal_(self.narrow.weight)
        for each in (self.matter, self.between):
            nn.init.zeros_(each.weight)
            nn.init.zeros_(each.bias)

    def placed(self, wordings: Sequence[str], dropped: float) -> dict[str, Place]:
        """By wording where it lies, and its pieces with how much each matters; those of like length at once."""
        order = sorted(wordings, key=lambda each: len(self.states[each]))
        many = len(order)
        cuts = [0, many // 2, many * 5 // 6, many] if many > FEW else [0, many]
        found: dict[str, Place] = {}
        for start, end in pairwise(cuts):
            found |= self._placed(order[start:end], dropped)
        return found

    def _placed(self, wordings: Sequence[str], dropped: float) -> dict[str, Place]:
        level, held = self._padded(wordings)
        for layer in self.layers:
            level = layer(level, held, dropped)
        among = held[..., None].float()
        whole = functional.normalize((level * among).sum(1) / among.sum(1), dim=1)
        narrow, matter = functional.normalize(self.narrow(level), dim=2), functional.softplus(self.matter(level).squeeze(2))
        its = [slice(self.before, len(self.states[each]) - 1) for each in wordings]
        return {each: (whole[at], narrow[at, its[at]], matter[at, its[at]]) for at, each in enumerate(wordings)}

    def _padded(self, wordings: Sequence[str]) -> tuple[Tensor, Tensor]:
        most = max(len(self.states[each]) for each in wordings)
        level, held = torch.zeros(len(wordings), most, WIDE), torch.zeros(len(wordings), most, dtype=torch.bool)
        for at, each in enumerate(wordings):
            state = torch.from_numpy(self.states[each].astype(np.float32))
            level[at, : len(state)], held[at, : len(state)] = state, True
        return level, held

    def weighed(self, ones: Sequence[Place], twos: Sequence[Place]) -> tuple[Tensor, Tensor]:
        """By pair the logarithm of odds that they ask the same, and how near they lie."""
        one, two = (torch.stack([place[0] for place in places]) for places in (ones, twos))
        near = (one * two).sum(1)
        found = torch.stack([torch.stack(_found(*pair)) for pair in zip(ones, twos, strict=True)])
        both = self.between(torch.cat([(one - two).abs() * APART, one * two * SHARED], 1)).squeeze(1)
        return torch.cat([near[:, None], found], 1) @ self.weights[:3] + self.weights[3] + both, near


def _found(one: Place, two: Place) -> tuple[Tensor, Tensor]:
    """How well the pieces of each are found in the other: the less, the more."""
    near = one[1] @ two[1].T
    sides = [(place[2] * near.max(axis)[0]).sum() / place[2].sum() for place, axis in ((one, 1), (two, 0))]
    return torch.minimum(*sides), torch.maximum(*sides)


def _linear(given: Matrix) -> nn.Linear:
    made = nn.Linear(*given.whole.shape[::-1])
    made.weight.data, made.bias.data = torch.tensor(given.whole), torch.tensor(given.level)
    return made


def _norm(by: Floats) -> nn.LayerNorm:
    made = nn.LayerNorm(len(by[0]), LEAST)
    made.weight.data, made.bias.data = torch.tensor(by[0]), torch.tensor(by[1])
    return made


def _numbers(of: Tensor) -> Floats:
    found: Floats = of.detach().numpy()
    return found
