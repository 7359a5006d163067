# SPDX-License-Identifier: EUPL-1.2
"""The look of a municipality: design tokens, their defaults, and the check on contrast. Pure.

A municipality gives some tokens in its gemeente.yaml; the others follow from those or keep their
default. Screens read them as CSS custom properties ``--gg-<name>``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

TEXT_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3
CONTROL_CONTRAST = 3.0  # WCAG 2.2, success criterion 1.4.11


class Kind(Enum):
    """What a token's value may be; the pattern fits the whole value and nothing else of CSS."""

    COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
    LENGTH = re.compile(r"\d{1,3}(\.\d{1,3})?(px|em)")
    FONT = re.compile(r"[\w \"',-]{1,200}")
    MARK = re.compile(r"[a-z]{1,20}")


@dataclass(frozen=True, slots=True)
class Token:
    """default is a value, or ``=name``: the same as that earlier token."""

    kind: Kind
    default: str
    meaning: str


def _colour(default: str, meaning: str) -> Token:
    return Token(Kind.COLOUR, default, meaning)


TOKENS: Mapping[str, Token] = {
    "primary": _colour("#1f4e79", "header, main buttons, launcher"),
    "on-primary": _colour("#ffffff", "text on primary"),
    "accent": _colour("=primary", "second colour: lines and icons"),
    "tint": _colour("#eef3f8", "light ground of cards and bands"),
    "page": _colour("#ffffff", "ground of the page"),
    "surface": _colour("#ffffff", "ground of cards, fields and the chat"),
    "text": _colour("#1b2126", "running text"),
    "muted": _colour("#4c5860", "less important text"),
    "link": _colour("=primary", "links"),
    "border": _colour("#d3dae0", "lines that only decorate"),
    "control-border": _colour("#66737d", "edge of fields and buttons"),
    "focus": _colour("#101418", "ring around what has the focus"),
    "ok": _colour("#1d6434", "text: it worked"),
    "ok-tint": _colour("#e6f4ea", "ground under ok"),
    "warn": _colour("#704400", "text: mind this"),
    "warn-tint": _colour("#fdf2d8", "ground under warn"),
    "error": _colour("#a81f17", "text: this went wrong"),
    "error-tint": _colour("#fdecea", "ground under error"),
    "info": _colour("#0c4f8a", "text: good to know"),
    "info-tint": _colour("#e6f0fa", "ground under info"),
    "bubble-in": _colour("=surface", "ground of what the assistant says"),
    "on-bubble-in": _colour("=text", "text on bubble-in"),
    "bubble-out": _colour("=tint", "ground of what the resident says"),
    "on-bubble-out": _colour("=text", "text on bubble-out"),
    "launcher": _colour("=primary", "the button that opens the chat"),
    "on-launcher": _colour("=on-primary", "text on launcher"),
    "radius": Token(Kind.LENGTH, "6px", "how round corners are"),
    "control-height": Token(Kind.LENGTH, "2.75em", "height of fields and buttons; at least 44 px"),
    "base-size": Token(Kind.LENGTH, "1em", "size of running text, of what the visitor set"),
    "font": Token(Kind.FONT, "system-ui, sans-serif", "running text; fonts of the device only"),
    "heading-font": Token(Kind.FONT, "=font", "headings"),
    "mark": Token(Kind.MARK, "plein", "which drawn mark: golf, heide, poort or plein"),
}

# (foreground, background, least ratio): each pair stands on a screen somewhere.
PAIRS: tuple[tuple[str, str, float], ...] = (
    *((name, ground, TEXT_CONTRAST) for name in ("text", "muted", "link")
      for ground in ("page", "surface", "tint")),
    ("on-primary", "primary", TEXT_CONTRAST),
    ("on-launcher", "launcher", TEXT_CONTRAST),
    ("on-bubble-in", "bubble-in", TEXT_CONTRAST),
    ("link", "bubble-in", TEXT_CONTRAST),
    ("on-bubble-out", "bubble-out", TEXT_CONTRAST),
    *((name, ground, TEXT_CONTRAST) for name in ("ok", "warn", "error", "info")
      for ground in ("surface", f"{name}-tint")),
    *((name, ground, CONTROL_CONTRAST) for name in ("primary", "accent", "control-border", "focus")
      for ground in ("page", "surface", "tint")),
    ("launcher", "page", CONTROL_CONTRAST),
)  # fmt: skip


def resolved(theme: Mapping[str, str]) -> dict[str, str]:
    """Every token with its value, in the order of TOKENS.

    What does not fit is left out in favour of the default, so the values are safe inside CSS.
    """
    values: dict[str, str] = {}
    for name, token in TOKENS.items():
        given = theme.get(name)
        if given is not None and token.kind.value.fullmatch(given):
            values[name] = given
        elif token.default.startswith("="):
            values[name] = values[token.default[1:]]
        else:
            values[name] = token.default
    return values


def theme_faults(theme: Mapping[str, str]) -> list[str]:
    """All that is wrong: unknown names, values that do not fit, too little contrast."""
    faults = [f"{name!r} is no design token" for name in theme if name not in TOKENS]
    for name, value in theme.items():
        token = TOKENS.get(name)
        if token is not None and not token.kind.value.fullmatch(value):
            faults.append(f"{name}: {value!r} is no {token.kind.name.lower()}")
    values = resolved(theme)
    for front, ground, least in PAIRS:
        ratio = contrast(values[front], values[ground])
        if ratio < least:
            faults.append(
                f"{front} {values[front]} on {ground} {values[ground]}: "
                f"contrast {ratio:.2f}, must be at least {least}"
            )
    return faults


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours ``#rrggbb``, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
