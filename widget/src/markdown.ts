// SPDX-License-Identifier: EUPL-1.2
// The small Markdown of the assistant as a tree: paragraphs, lists, bold, links. Never HTML.

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "em"; children: Inline[] }
  | { kind: "link"; href: string; children: Inline[] };

export type Block =
  | { kind: "paragraph"; children: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][][] }; // of each item its paragraphs

const SAFE = /^(https?:\/\/|tel:|mailto:)[^\s]+$/i;
const ITEM = /^ {0,3}(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/;
// Tried in this order at each place: escape, link, address in angles, bold, emphasis, bare address.
const INLINE = new RegExp(
  [
    /\\([!-/:-@[-`{-~])/,
    /\[([^[\]]+)\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)/,
    /<((?:https?:\/\/|tel:|mailto:)[^\s<>]+)>/,
    /\*\*(?=\S)(.+?)(?<=\S)\*\*/,
    /(?<![*\w])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![*\w])/,
    /(?<![\w/])(https?:\/\/[^\s<>()[\]]*[^\s<>()[\].,:;!?"'])/,
  ]
    .map((each) => each.source)
    .join("|"),
  "gs",
);

export function parse(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let list: { ordered: boolean; items: string[][] } | undefined;
  const close = () => {
    if (lines.length) blocks.push({ kind: "paragraph", children: inline(lines.join(" ")) });
    if (list) blocks.push({ kind: "list", ordered: list.ordered, items: list.items.map((each) => each.map(inline)) });
    lines = [];
    list = undefined;
  };
  let wasBlank = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const item = ITEM.exec(line);
    if (item) {
      const ordered = item[1] !== undefined;
      if (lines.length || (list && list.ordered !== ordered)) close();
      list ??= { ordered, items: [] };
      list.items.push([item[2] ?? ""]);
    } else if (line.trim() === "") {
      if (!list) close();
    } else if (list && (!wasBlank || /^ {2,}/.test(line))) {
      const last = list.items.at(-1) ?? [];
      last.push(wasBlank ? line.trim() : `${last.pop() ?? ""} ${line.trim()}`);
    } else {
      if (list) close();
      lines.push(line.trim());
    }
    wasBlank = line.trim() === "";
  }
  close();
  return blocks;
}

function inline(text: string): Inline[] {
  const found: Inline[] = [];
  const say = (typed: string) => {
    const words = typed.replace(/€ (?=\d)/g, "€\u00a0"); // an amount stays on one line
    const last = found.at(-1);
    if (last?.kind === "text") last.text += words;
    else if (words) found.push({ kind: "text", text: words });
  };
  let from = 0;
  for (const hit of text.matchAll(INLINE)) {
    say(text.slice(from, hit.index));
    const [all, escaped, label, target, angled, strong, em, bare] = hit;
    const address = angled ?? bare;
    if (escaped !== undefined) say(escaped);
    else if (strong !== undefined) found.push({ kind: "strong", children: inline(strong) });
    else if (em !== undefined) found.push({ kind: "em", children: inline(em) });
    else if (address !== undefined)
      found.push({ kind: "link", href: address, children: [{ kind: "text", text: address }] });
    else if (label !== undefined && target !== undefined && isSafe(target))
      found.push({ kind: "link", href: target, children: inline(label) });
    else say(all);
    from = hit.index + all.length;
  }
  say(text.slice(from));
  return found;
}

/** Whether an address may become a link: the web, a phone number, an e-mail address. */
export function isSafe(address: string): boolean {
  return SAFE.test(address);
}
