"""The records of the second reader: whom it asks, what came back, and what stands beside the rule coder's."""

from __future__ import annotations

from dataclasses import dataclass, field

from marsad.records import EventMention, Span

TIMEOUT = 60.0  # seconds for one answer; a local model on a laptop takes 20 to 40 for an article
TRIES = 4  # how often one request is made before the part is given up
LONGEST_WAIT = 60.0  # seconds; an endpoint that asks for a longer pause is given up


@dataclass(frozen=True, slots=True)
class Price:
    """What a million tokens cost, in whatever currency the endpoint bills; None: not told."""

    read: float | None = None  # prompt tokens
    written: float | None = None  # completion tokens


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An OpenAI-compatible endpoint: its base address (…/v1), the model, and how patient to be.

    The key never stands in a representation, a message or a log.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = TIMEOUT
    tries: int = TRIES
    longest_wait: float = LONGEST_WAIT
    price: Price = Price()


@dataclass(frozen=True, slots=True)
class Usage:
    """Calls that may be billed and the tokens that the endpoint counted; `unstated` calls told none."""

    calls: int = 0
    unstated: int = 0
    read: int = 0  # prompt tokens
    written: int = 0  # completion tokens

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.calls + other.calls,
            self.unstated + other.unstated,
            self.read + other.read,
            self.written + other.written,
        )

    def cost(self, price: Price) -> float | None:
        """What the calls cost; None where a call's tokens or a price that is needed are unknown."""
        if self.unstated or price.read is None or price.written is None:
            return None
        return (self.read * price.read + self.written * price.written) / 1_000_000


@dataclass(frozen=True, slots=True)
class Refusal:
    """A proposal that is not taken: why, and its JSON as the model wrote it (long ones cut)."""

    reason: str
    proposal: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a second reader proposes for one article, every quoted word found in the text."""

    model: str
    mentions: tuple[EventMention, ...]
    refused: tuple[Refusal, ...]
    problems: tuple[str, ...]  # why parts of the article have no answer, one line each
    heard: tuple[Span, ...]  # the stretches of the text for which there is an answer
    usage: Usage


@dataclass(frozen=True, slots=True)
class Beside:
    """One mention as both readers have it, or only one of them: never a decision, always both sides."""

    verdict: str  # agrees, differs, only_second, only_rules
    coded: EventMention | None  # the rule coder's
    proposed: EventMention | None
    fields: tuple[str, ...] = ()  # in which they differ
