// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { resolved, themeCss } from "../src/theme";

test("tokens that are not given follow another or their default", () => {
  const values = resolved({ primary: "#0b4766", tint: "#e5f0f5" });
  assert.equal(values.get("launcher"), "#0b4766");
  assert.equal(values.get("link"), "#0b4766");
  assert.equal(values.get("bubble-out"), "#e5f0f5");
  assert.equal(values.get("on-launcher"), "#ffffff");
});

test("a value that is no colour, length or font never reaches the style sheet", () => {
  const bad = { primary: "red;}*{display:none", radius: "url(x)", font: "a}b{", constructor: "x" };
  const css = themeCss(bad);
  assert.equal(css, themeCss({}));
  assert.equal(css.match(/[{}]/g)?.length, 2);
});
