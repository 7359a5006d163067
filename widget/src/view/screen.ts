// SPDX-License-Identifier: EUPL-1.2
// What the templates need to know and may ask for.

import type { Conversation } from "../conversation";
import type { Said } from "../types";
import type { Words } from "../words";

export interface Screen {
  talk: Conversation;
  words: Words;
  menu: "closed" | "open" | "erasing";
  /** New messages came while the resident was reading further up. */
  hasNewBelow: boolean;
  /** What was judged on this page: sequence of the message, "up" or "down". */
  judged: ReadonlyMap<number, string>;
  /** Questions that the page around the widget offers as a start. */
  starters: readonly string[];
  draft: string;
  fullPage: string;
  /** The address of the drawing of this name. */
  drawing(name: string): string;
  open(): void;
  close(): void;
  showMenu(menu: Screen["menu"]): void;
  say(said: Said, words: string): void;
  judge(seq: number, value: "up" | "down"): void;
  erase(): void;
  typed(text: string): void;
  sendTyped(): void;
  discard(clientId: string): void;
  toNewest(): void;
  reload(): void;
  beginBeside(): void;
}
