// SPDX-License-Identifier: EUPL-1.2
// The stream of one conversation, kept open: reconnects after the last event, with backoff.

import { type Api, ApiError, type Key } from "./api";
import { EventParser } from "./sse";
import type { Message } from "./types";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const SILENCE_MS = 45_000; // the server gives a sign of life every 15 seconds

export interface Listener {
  onMessage(message: Message): void;
  onConnected(isConnected: boolean): void;
  onGone(): void;
  onMoved(): void;
}

export class Stream {
  private stopped = new AbortController();
  private wait = FIRST_WAIT_MS;

  constructor(
    private readonly api: Api,
    private readonly key: Key,
    private lastId: string,
    private readonly listener: Listener,
  ) {}

  async run(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      try {
        await this.once();
      } catch (error) {
        if (this.stopped.signal.aborted) return;
        if (error instanceof ApiError && error.isGone) {
          error.isMoved ? this.listener.onMoved() : this.listener.onGone();
          return;
        }
      }
      if (this.stopped.signal.aborted) return;
      this.listener.onConnected(false);
      await this.pause(this.wait * (0.75 + Math.random() / 2)); // not all at the same moment
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
    }
  }

  stop(): void {
    this.stopped.abort();
  }

  /** Read until the connection ends, or falls silent for too long. */
  private async once(): Promise<void> {
    const line = new AbortController();
    const stop = () => line.abort();
    this.stopped.signal.addEventListener("abort", stop);
    let alarm = setTimeout(stop, SILENCE_MS);
    try {
      const body = await this.api.stream(this.key, this.lastId, line.signal);
      this.listener.onConnected(true);
      const reader = body.getReader();
      const decoder = new TextDecoder();
      const parser = new EventParser(this.lastId);
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        clearTimeout(alarm);
        alarm = setTimeout(stop, SILENCE_MS);
        this.wait = parser.retry ?? FIRST_WAIT_MS;
        for (const event of parser.push(decoder.decode(piece.value, { stream: true }))) {
          this.lastId = event.lastId;
          if (event.type === "moved") throw new ApiError(403, "", true);
          if (event.type === "message") this.listener.onMessage(JSON.parse(event.data) as Message);
        }
      }
    } finally {
      clearTimeout(alarm);
      this.stopped.signal.removeEventListener("abort", stop);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((go) => {
      const timer = setTimeout(go, milliseconds);
      this.stopped.signal.addEventListener("abort", () => (clearTimeout(timer), go()));
    });
  }
}
