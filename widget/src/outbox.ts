// SPDX-License-Identifier: EUPL-1.2
// What was said and has not arrived yet. One at a time, in order; a repeat keeps its client id, so
// that the server stores it once.

import { ApiError } from "./api";
import type { Said } from "./types";

export interface Item {
  clientId: string;
  said: Said;
  /** How it reads in the conversation: the typed text or the words of the button. */
  words: string;
  state: "sending" | "failed";
  /** Why it failed, in words. */
  note?: string;
}

export interface Delivery {
  /** Hand one item over; rejects with an ApiError. */
  send(item: Item): Promise<void>;
  /** Why it failed, in words for the resident. */
  explain(error: ApiError): string;
  changed(): void;
  pause(milliseconds: number): Promise<void>;
}

const WAITS_MS = [1_000, 3_000]; // before the second and the third attempt

export class Outbox {
  private isDraining = false;

  constructor(
    private readonly delivery: Delivery,
    private list: readonly Item[] = [],
  ) {}

  get items(): readonly Item[] {
    return this.list;
  }

  get isBusy(): boolean {
    return this.list.some((item) => item.state === "sending");
  }

  add(said: Said, words: string): string {
    const clientId = newId();
    this.change([...this.list, { clientId, said, words, state: "sending" }]);
    void this.drain();
    return clientId;
  }

  retry(clientId: string): void {
    this.mark(clientId, "sending");
    void this.drain();
  }

  /** It arrived, or the resident no longer wants to send it. */
  remove(clientId: string): Item | undefined {
    const item = this.list.find((each) => each.clientId === clientId);
    if (item) this.change(this.list.filter((each) => each !== item));
    return item;
  }

  /** Send all that is waiting; does nothing when that is going on. */
  async drain(): Promise<void> {
    if (this.isDraining) return;
    this.isDraining = true;
    try {
      for (let item = this.next(); item; item = this.next()) await this.deliver(item);
    } finally {
      this.isDraining = false;
    }
  }

  private next(): Item | undefined {
    return this.list.find((item) => item.state === "sending");
  }

  private async deliver(item: Item): Promise<void> {
    for (let attempt = 0; this.list.some((each) => each.clientId === item.clientId); attempt++) {
      try {
        await this.delivery.send(item);
        this.remove(item.clientId);
        return;
      } catch (error) {
        const known = error instanceof ApiError ? error : new ApiError(0, "");
        const wait = WAITS_MS[attempt];
        if (!known.isPassing || wait === undefined) {
          this.mark(item.clientId, "failed", this.delivery.explain(known));
          return;
        }
        await this.delivery.pause(wait);
      }
    }
  }

  private mark(clientId: string, state: Item["state"], note?: string): void {
    this.change(
      this.list.map(({ note: _old, ...item }) => {
        if (item.clientId !== clientId) return _old === undefined ? item : { ...item, note: _old };
        return note === undefined ? { ...item, state } : { ...item, state, note };
      }),
    );
  }

  private change(list: readonly Item[]): void {
    this.list = list;
    this.delivery.changed();
  }
}

/** A random id; crypto.randomUUID is absent on pages without https. */
export function newId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
