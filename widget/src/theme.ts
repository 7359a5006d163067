// SPDX-License-Identifier: EUPL-1.2
// The look of a municipality: design tokens as custom properties --gg-<name> on the element.
// The same names, defaults and forms as the server's; what does not fit is left to its default.

const COLOUR = /^#[0-9a-f]{6}$/i;
const LENGTH = /^\d{1,3}(\.\d{1,3})?(px|em)$/;
const FONT = /^[\w "',-]{1,200}$/;

// "=name" is: the same as that earlier token.
const TOKENS: readonly [name: string, fits: RegExp, standard: string][] = [
  ["primary", COLOUR, "#1f4e79"],
  ["on-primary", COLOUR, "#ffffff"],
  ["accent", COLOUR, "=primary"],
  ["tint", COLOUR, "#eef3f8"],
  ["surface", COLOUR, "#ffffff"],
  ["text", COLOUR, "#1b2126"],
  ["muted", COLOUR, "#4c5860"],
  ["link", COLOUR, "=primary"],
  ["border", COLOUR, "#d3dae0"],
  ["control-border", COLOUR, "#66737d"],
  ["focus", COLOUR, "#101418"],
  ["ok", COLOUR, "#1d6434"],
  ["warn", COLOUR, "#704400"],
  ["warn-tint", COLOUR, "#fdf2d8"],
  ["error", COLOUR, "#a81f17"],
  ["error-tint", COLOUR, "#fdecea"],
  ["info", COLOUR, "#0c4f8a"],
  ["info-tint", COLOUR, "#e6f0fa"],
  ["bubble-in", COLOUR, "=surface"],
  ["on-bubble-in", COLOUR, "=text"],
  ["bubble-out", COLOUR, "=tint"],
  ["on-bubble-out", COLOUR, "=text"],
  ["launcher", COLOUR, "=primary"],
  ["on-launcher", COLOUR, "=on-primary"],
  ["radius", LENGTH, "6px"],
  ["control-height", LENGTH, "2.75em"],
  ["base-size", LENGTH, "1em"],
  ["font", FONT, "system-ui, sans-serif"],
  ["heading-font", FONT, "=font"],
];

/** Every token with a value that is safe inside CSS. */
export function resolved(theme: Readonly<Record<string, string>>): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, fits, standard] of TOKENS) {
    const given = Object.hasOwn(theme, name) ? theme[name] : undefined;
    const other = standard.startsWith("=") ? values.get(standard.slice(1)) : standard;
    values.set(name, given !== undefined && fits.test(given) ? given : (other ?? ""));
  }
  return values;
}

/** The tokens as the text of a style sheet for a shadow root. */
export function themeCss(theme: Readonly<Record<string, string>>): string {
  const lines = [...resolved(theme)].map(([name, value]) => `--gg-${name}:${value};`);
  return `:host{${lines.join("")}}`;
}
