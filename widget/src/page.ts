// SPDX-License-Identifier: EUPL-1.2
// The page around the widget: its questions, what has the focus, whether it is looked at.

import type { GemeengoedChat } from "./element";

const QUESTION = "data-gemeengoed-vraag";
const MOST_STARTERS = 4;
const FULL_SCREEN = "(max-width: 479.98px)";

export class PageAround {
  private listening: AbortController | undefined;

  constructor(private readonly widget: GemeengoedChat) {}

  watch(): void {
    this.leave();
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("click", this.clicked, { signal });
    document.addEventListener("focusin", this.focused, { signal });
    document.addEventListener("keydown", this.pressed, { signal });
    const shown = () => this.widget.pageShown(!document.hidden);
    document.addEventListener("visibilitychange", shown, { signal });
    addEventListener("pagehide", () => this.widget.pageShown(false), { signal });
    addEventListener("pageshow", () => this.widget.pageShown(true), { signal });
  }

  leave(): void {
    this.listening?.abort();
  }

  /** Questions that links of the page stand for: a start for who does not know what to ask. */
  get starters(): string[] {
    const found = [...document.querySelectorAll(`[${QUESTION}]`)];
    const questions = found.map((each) => each.getAttribute(QUESTION)?.trim() ?? "");
    return [...new Set(questions.filter(Boolean))].slice(0, MOST_STARTERS);
  }

  /** A link with a question opens the chat with it; new tab and the like stay the browser's. */
  private clicked = (event: MouseEvent): void => {
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!isPlain || event.altKey || event.defaultPrevented) return;
    const link = event.target instanceof Element ? event.target.closest(`[${QUESTION}]`) : null;
    const question = link?.getAttribute(QUESTION)?.trim();
    if (question && this.widget.ask(question)) event.preventDefault();
  };

  /** What has the focus must not be hidden (WCAG 2.2, 2.4.11). */
  private focused = (event: FocusEvent): void => {
    const target = event.target;
    if (!(target instanceof Element) || target === this.widget) return;
    if (this.widget.isOpen) {
      if (matchMedia(FULL_SCREEN).matches) this.widget.close(false);
      return;
    }
    if (this.isUnder(target)) {
      const isAtStart = this.widget.dataset.side === "start";
      this.widget.dataset.side = isAtStart ? "end" : "start";
    }
  };

  /** Escape also uncovers what has the focus below the open panel. */
  private pressed = (event: KeyboardEvent): void => {
    const focus = document.activeElement;
    if (event.key !== "Escape" || event.defaultPrevented || focus === this.widget) return;
    if (this.widget.isOpen && focus && focus !== document.body && this.isUnder(focus))
      this.widget.close(false);
  };

  private isUnder(element: Element): boolean {
    const [one, other] = [element.getBoundingClientRect(), this.widget.getBoundingClientRect()];
    const isBeside = one.right <= other.left || one.left >= other.right;
    return !isBeside && one.bottom > other.top && one.top < other.bottom;
  }
}
