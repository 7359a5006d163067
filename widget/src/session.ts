// SPDX-License-Identifier: EUPL-1.2
// What is remembered of a conversation in this tab: its key, what was read, typed and not yet sent.

import type { Key } from "./api";
import type { Item } from "./outbox";

export interface Session {
  key?: Key;
  /** The last sequence the resident has had before their eyes. */
  lastSeq: number;
  draft: string;
  unsent: Item[];
  /** The conversation went on elsewhere, after somebody logged in. */
  moved?: boolean;
}

type Storage = Pick<globalThis.Storage, "getItem" | "setItem" | "removeItem">;

const EMPTY: Session = { lastSeq: 0, draft: "", unsent: [] };

export class SessionStore {
  private current: Session;

  /** `storage` may be absent or throw (blocked, full): then only this page remembers. */
  constructor(
    private readonly name: string,
    private readonly storage: Storage | undefined = tabStorage(),
  ) {
    this.current = { ...EMPTY, ...this.stored() };
  }

  get(): Session {
    return this.current;
  }

  set(changes: Partial<Session>): void {
    this.current = { ...this.current, ...changes };
    try {
      this.storage?.setItem(this.name, JSON.stringify(this.current));
    } catch {
      // Blocked or full: the conversation still works on this page.
    }
  }

  /** Forget the conversation, but keep what was typed and not sent. */
  drop(): void {
    const { draft, unsent } = this.current;
    this.current = { ...EMPTY };
    this.set({ draft, unsent });
  }

  private stored(): Partial<Session> {
    try {
      const found: unknown = JSON.parse(this.storage?.getItem(this.name) ?? "null");
      return isSession(found) ? found : {};
    } catch {
      return {};
    }
  }
}

function isSession(found: unknown): found is Session {
  if (typeof found !== "object" || found === null) return false;
  const { key, lastSeq, draft, unsent } = found as Partial<Session>;
  const hasKey = key === undefined || (typeof key?.id === "string" && typeof key.token === "string");
  return hasKey && Number.isInteger(lastSeq) && typeof draft === "string" && Array.isArray(unsent);
}

function tabStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage; // reading the property alone throws when storage is blocked
  } catch {
    return undefined;
  }
}
