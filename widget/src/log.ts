// SPDX-License-Identifier: EUPL-1.2
// The messages of a conversation, each once, in order; and what can still be done with them.

import type { Message } from "./types";

const TASKS = ["question", "summary"];

export class Log {
  private bySeq = new Map<number, Message>();
  messages: readonly Message[] = [];

  /** Whether the message was new: it may come by the stream and by the answer to a post. */
  add(message: Message): boolean {
    if (this.bySeq.has(message.seq)) return false;
    this.bySeq.set(message.seq, message);
    this.messages = [...this.bySeq.values()].sort((one, other) => one.seq - other.seq);
    return true;
  }

  clear(): void {
    this.bySeq.clear();
    this.messages = [];
  }

  get last(): Message | undefined {
    return this.messages.at(-1);
  }

  get lastSeq(): number {
    return this.last?.seq ?? 0;
  }

  get lastOwnSeq(): number {
    return this.messages.findLast((message) => message.sender === "resident")?.seq ?? 0;
  }

  /** The open question or summary at the end; what a colleague lets know after it closes nothing. */
  get task(): Message | undefined {
    const last = this.messages.findLast((message) => message.sender !== "staff");
    return last && TASKS.includes(last.kind) ? last : undefined;
  }

  /** Whether the buttons of a message can be used: nothing was said since, no task came after it. */
  isLive(message: Message): boolean {
    if (message.sender === "resident") return false;
    if (message === this.last || message === this.task) return true;
    return message.seq > this.lastOwnSeq && !this.task;
  }

  /** Whether the resident may say if this helped. */
  canBeJudged(message: Message): boolean {
    return message.sender === "assistant" && message.sources.length > 0 && this.isRecent(message);
  }

  /** Of the last turn; a judgement does not begin a new one. */
  private isRecent(message: Message): boolean {
    const said = this.messages.findLast(
      (each) => each.sender === "resident" && each.action !== "feedback",
    );
    return message.seq > (said?.seq ?? 0);
  }

  unread(lastSeq: number): number {
    return this.messages.filter((each) => each.seq > lastSeq && each.sender !== "resident").length;
  }
}
