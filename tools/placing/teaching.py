"""Teaches the upper half of the model which wordings ask the same (torch)."""

from collections.abc import Sequence
from random import Random

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from giaoban.directives.repetition.pieces import BEFORE
from giaoban.directives.repetition.placed_bits import Floats
from giaoban.directives.repetition.placed_network import Model, layer

from .lessons import Drawn, Lessons
from .network import Pairs

UPPER = 6
"""Layers that are taught; what the others make of a wording is made once."""
DROPPED, HELD, RISING, LEAST_RATE, MOST_STEP = 0.1, 0.01, 0.1, 0.02, 1.0
RATES = (1e-4, 2e-2, 1e-3)
"""Of the layers, of the weights that are four numbers, and of what else stands behind the layers."""
NEAR, STEEP, BESIDE = 0.88, 20.0, 0.2
"""From this nearness on two ask rather the same, how steeply, and how much that nearness tells it by itself matters beside the whole."""
TOLD = 10


def taught(model: Model, lessons: Lessons, passes: int, most: int | None = None) -> list[dict[str, Floats]]:
    """By upper layer its matrices, by what comes of them, and levels; the same lessons teach the same.

    most  steps, for a trial
    """
    torch.set_num_threads(1)
    torch.manual_seed(0)
    lower, wordings = model.layers - UPPER, lessons.wordings()
    states = dict(zip(wordings, (each.astype(np.float16) for each in model.states(wordings, lower)), strict=True))
    upper = [layer(model.tables, at) for at in range(lower, model.layers)]
    network = Pairs(states, 1 + len(model.pieces.parted(BEFORE)), upper).train()
    _teach(network, lessons, passes, most)
    return [layer.kept() for layer in network.layers]


def _teach(network: Pairs, lessons: Lessons, passes: int, most: int | None) -> None:
    random, whole, told = Random(0), passes * lessons.steps, []  # noqa: S311
    optimiser = _optimiser(network)
    drawn = (step for _ in range(passes) for step in lessons.once(random))
    for at, step in enumerate(drawn):
        if at == most:
            return
        for group, rate in zip(optimiser.param_groups, RATES, strict=True):
            group["lr"] = rate * min(1, (at + 1) / (RISING * whole)) * max(LEAST_RATE, 1 - at / whole)
        told.append(_step(network, optimiser, step))
        if len(told) % TOLD == 0:
            print(f"step {len(told)} of {whole}: wrong by {np.mean(told[-TOLD:]):.3f}", flush=True)


def _step(network: Pairs, optimiser: torch.optim.Optimizer, drawn: Sequence[Drawn]) -> float:
    """How wrong it was before."""
    whole, near = _wrong(network, drawn)
    optimiser.zero_grad(set_to_none=True)
    (whole + BESIDE * near).backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), MOST_STEP)
    optimiser.step()
    return float(whole.item())


def _wrong(network: Pairs, drawn: Sequence[Drawn]) -> tuple[Tensor, Tensor]:
    places = network.placed(list(dict.fromkeys(side for each in drawn for side in (each.one, each.two))), DROPPED)
    odds, near = network.weighed([places[each.one] for each in drawn], [places[each.two] for each in drawn])
    same, matter = (torch.tensor([getattr(each, name) for each in drawn]) for name in ("same", "matter"))
    by_near = STEEP * (near - NEAR) * network.weights[0].detach() / 8
    whole, nearness = (
        (functional.binary_cross_entropy_with_logits(each, same, reduction="none") * matter).sum() for each in (odds, by_near)
    )
    return whole, nearness


def _optimiser(network: Pairs) -> torch.optim.Optimizer:
    behind = [weight for part in (network.narrow, network.matter, network.between) for weight in part.parameters()]
    parts, held = (list(network.layers.parameters()), [network.weights], behind), (HELD, 0.0, HELD)
    groups = [{"params": part, "lr": rate, "weight_decay": by} for part, rate, by in zip(parts, RATES, held, strict=True)]
    return torch.optim.AdamW(groups)
