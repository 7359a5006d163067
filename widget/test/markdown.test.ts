// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Inline, isSafe, parse } from "../src/markdown";

const text = (words: string): Inline => ({ kind: "text", text: words });
const link = (href: string, words = href): Inline => ({ kind: "link", href, children: [text(words)] });
const inline = (source: string): Inline[] => {
  const [block, ...rest] = parse(source);
  assert.ok(block?.kind === "paragraph" && rest.length === 0);
  return block.children;
};

test("a blank line parts paragraphs, a single line end does not", () => {
  assert.deepEqual(parse("Een\ntwee.\n\nDrie."), [
    { kind: "paragraph", children: [text("Een twee.")] },
    { kind: "paragraph", children: [text("Drie.")] },
  ]);
});

test("lists follow a paragraph at once, go on over a line end, and stop at a paragraph", () => {
  assert.deepEqual(parse("Neem mee:\n- een pasfoto\n  van nu\n- geld\n\nTot dan."), [
    { kind: "paragraph", children: [text("Neem mee:")] },
    { kind: "list", ordered: false, items: [[[text("een pasfoto van nu")]], [[text("geld")]]] },
    { kind: "paragraph", children: [text("Tot dan.")] },
  ]);
  assert.deepEqual(parse("1. Eerst\n\n2. Dan"), [
    { kind: "list", ordered: true, items: [[[text("Eerst")]], [[text("Dan")]]] },
  ]);
});

test("an item may go on in a paragraph of its own", () => {
  assert.deepEqual(parse("- Te hoog.\n\n  Waarom? Daarom.\n\n- Te breed.\n\nTot dan."), [
    {
      kind: "list",
      ordered: false,
      items: [[[text("Te hoog.")], [text("Waarom? Daarom.")]], [[text("Te breed.")]]],
    },
    { kind: "paragraph", children: [text("Tot dan.")] },
  ]);
});

test("bold, also with a link in it", () => {
  assert.deepEqual(inline("Kost **€ 83,87** of **[meer](https://a.nl)**"), [
    text("Kost "),
    { kind: "strong", children: [text("€\u00a083,87")] },
    text(" of "),
    { kind: "strong", children: [link("https://a.nl", "meer")] },
  ]);
});

test("links go to the web, a phone or an e-mail address", () => {
  assert.deepEqual(inline("[bel](tel:+31880000100)"), [link("tel:+31880000100", "bel")]);
  assert.deepEqual(inline("<mailto:a@b.nl>"), [link("mailto:a@b.nl")]);
  assert.deepEqual(inline("Kijk op https://www.a.nl/b."), [
    text("Kijk op "),
    link("https://www.a.nl/b"),
    text("."),
  ]);
});

test("any other address stays what was typed", () => {
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "//a.nl", "JaVaScRiPt:x", "vbscript:x"]) {
    assert.equal(isSafe(bad), false);
    assert.deepEqual(inline(`[klik](${bad})`), [text(`[klik](${bad})`)]);
  }
});

test("HTML is only text", () => {
  const html = '<img src=x onerror="alert(1)"><script>x</script>';
  assert.deepEqual(inline(html), [text(html)]);
});

test("stars and brackets that mean nothing stay, as do escaped ones", () => {
  assert.deepEqual(inline("2 * 3 * 4 en ** of [x]"), [text("2 * 3 * 4 en ** of [x]")]);
  assert.deepEqual(inline("\\*\\*niet vet\\*\\*"), [text("**niet vet**")]);
});

test("nothing gives nothing", () => {
  assert.deepEqual(parse(""), []);
  assert.deepEqual(parse("\n \n"), []);
});
