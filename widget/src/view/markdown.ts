// SPDX-License-Identifier: EUPL-1.2
// The tree of markdown.ts as templates. Text goes in as text: there is no way in for HTML.

import { html, type TemplateResult } from "lit";
import { type Block, type Inline, parse } from "../markdown";

export function rendered(text: string): TemplateResult[] {
  return parse(text).map(block);
}

function block(each: Block): TemplateResult {
  if (each.kind === "paragraph") return html`<p>${each.children.map(inline)}</p>`;
  const items = each.items.map((item) => html`<li>${paragraphs(item)}</li>`);
  return each.ordered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`;
}

/** One alone needs no paragraph around it. */
function paragraphs(item: Inline[][]): TemplateResult[] {
  if (item.length === 1) return item.map((only) => html`${only.map(inline)}`);
  return item.map((words) => html`<p>${words.map(inline)}</p>`);
}

function inline(each: Inline): TemplateResult | string {
  if (each.kind === "text") return each.text;
  const children = each.children.map(inline);
  if (each.kind === "link") return html`<a href=${each.href}>${children}</a>`;
  return each.kind === "em" ? html`<em>${children}</em>` : html`<strong>${children}</strong>`;
}
