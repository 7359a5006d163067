// SPDX-License-Identifier: EUPL-1.2
// Where the resident is reading: what they said last comes to the top with its answer below it;
// who scrolled up is left in peace and gets a button.

import type { ReactiveController } from "lit";
import type { GemeengoedChat } from "./element";
import type { Message } from "./types";

const NEAR_END = 40; // pixels

export class Reading implements ReactiveController {
  hasNewBelow = false;
  private isFollowing = true;
  private lastSeq = 0;
  private lastCount = 0;
  private scroller: HTMLElement | null = null;

  constructor(private readonly host: GemeengoedChat) {
    host.addController(this);
  }

  hostUpdated(): void {
    const log = this.host.find(".log");
    const isOneFlow = log !== null && getComputedStyle(log).overflowY === "visible";
    const scroller = isOneFlow ? this.host.find(".panel") : log;
    if (scroller === this.scroller) return;
    this.scroller?.removeEventListener("scroll", this.scrolled);
    this.scroller = scroller;
    scroller?.addEventListener("scroll", this.scrolled, { passive: true });
    this.lastCount = 0;
  }

  /** After messages were drawn. */
  after(messages: readonly Message[]): void {
    const last = messages.at(-1)?.seq ?? 0;
    const isNew = last > this.lastSeq;
    this.lastSeq = last;
    const count = this.host.renderRoot.querySelectorAll(".bubble, .unsent").length;
    const hasGrown = count !== this.lastCount;
    this.lastCount = count;
    if (this.isFollowing) {
      if (hasGrown || isNew) this.toTurn();
    } else if (isNew && !this.hasNewBelow) {
      this.hasNewBelow = true;
      this.host.requestUpdate();
    }
  }

  /** From now on the newest is shown again. */
  follow(): void {
    this.isFollowing = true;
    this.hasNewBelow = false;
  }

  toNewest(): void {
    this.follow();
    this.toTurn();
    this.host.find(".log")?.focus({ preventScroll: true });
    this.host.requestUpdate();
  }

  /** On opening: to the first message that was not read, else to the last turn. */
  toUnread(lastSeq: number): void {
    this.follow();
    const shown = [...this.host.renderRoot.querySelectorAll<HTMLElement>("[data-seq]")];
    const first = shown.find((bubble) => Number(bubble.dataset.seq) > lastSeq);
    if (first && lastSeq > 0) this.toTop(first);
    else this.toTurn();
  }

  focusOwn(): void {
    [...this.host.renderRoot.querySelectorAll<HTMLElement>("[data-own]")]
      .at(-1)
      ?.focus({ preventScroll: true });
  }

  focusInput(): void {
    const { host } = this;
    (host.find("#bericht") ?? host.find(".panel button"))?.focus({ preventScroll: true });
  }

  private toTurn(): void {
    const own = [...this.host.renderRoot.querySelectorAll<HTMLElement>("[data-own]")].at(-1);
    if (own) this.toTop(own);
  }

  private toTop(bubble: HTMLElement): void {
    const { scroller } = this;
    if (!scroller) return;
    const distance = bubble.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += distance - 8;
  }

  private scrolled = (): void => {
    const { scroller } = this;
    if (!scroller) return;
    const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    const own = [...this.host.renderRoot.querySelectorAll<HTMLElement>("[data-own]")].at(-1);
    const isAtTurn = own
      ? own.getBoundingClientRect().top - scroller.getBoundingClientRect().top < scroller.clientHeight
      : true;
    this.isFollowing = below < NEAR_END || isAtTurn;
    if (below < NEAR_END && this.hasNewBelow) {
      this.hasNewBelow = false;
      this.host.requestUpdate();
    }
  };
}
