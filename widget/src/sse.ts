// SPDX-License-Identifier: EUPL-1.2
// The parser of server-sent events (HTML standard, section 9.2.6), for streams read with fetch:
// EventSource cannot send an Authorization header.

export interface ServerEvent {
  type: string;
  data: string;
  lastId: string;
}

export class EventParser {
  lastId: string;
  /** Milliseconds to wait before reconnecting, when the server said so. */
  retry: number | undefined;
  private rest = "";
  private data: string[] = [];
  private type = "";
  private id: string;
  private isFirst = true;

  constructor(lastId = "") {
    this.lastId = lastId;
    this.id = lastId;
  }

  /** The events that are complete with this piece of text, which may end anywhere. */
  push(piece: string): ServerEvent[] {
    let text = this.rest + piece;
    if (this.isFirst && text !== "") {
      this.isFirst = false;
      text = text.replace(/^\uFEFF/, "");
    }
    const events: ServerEvent[] = [];
    // A CR at the very end may be half of CR LF: it waits for the next piece.
    const end = /\r\n|\n|\r(?=[^])/g;
    let from = 0;
    for (let found = end.exec(text); found; found = end.exec(text)) {
      const event = this.line(text.slice(from, found.index));
      if (event) events.push(event);
      from = end.lastIndex;
    }
    this.rest = text.slice(from);
    return events;
  }

  private line(line: string): ServerEvent | undefined {
    if (line === "") return this.dispatch();
    const colon = line.indexOf(":");
    if (colon === 0) return undefined; // a comment
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "data") this.data.push(value);
    else if (field === "event") this.type = value;
    else if (field === "id" && !value.includes("\0")) this.id = value;
    else if (field === "retry" && /^\d+$/.test(value)) this.retry = Number(value);
    return undefined;
  }

  private dispatch(): ServerEvent | undefined {
    this.lastId = this.id;
    const event = { type: this.type || "message", data: this.data.join("\n"), lastId: this.lastId };
    const isEmpty = this.data.length === 0;
    this.data = [];
    this.type = "";
    return isEmpty ? undefined : event;
  }
}
