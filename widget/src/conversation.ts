// SPDX-License-Identifier: EUPL-1.2
// One conversation of a resident with a municipality, apart from how it looks: opening, sending,
// the stream, what was read. Tells `changed` after every change.

import { type Api, ApiError, type Key } from "./api";
import { Log } from "./log";
import { Outbox } from "./outbox";
import type { SessionStore } from "./session";
import { Stream } from "./stream";
import type { Message, Municipality, Said } from "./types";
import { type Words, words } from "./words";

export class Conversation {
  readonly log = new Log();
  readonly outbox: Outbox;
  municipality: Municipality | undefined;
  /** The server does not answer, or does not know this municipality. */
  failure: "down" | "unknown" | undefined;
  /** Something to tell about the conversation as a whole. */
  note = "";
  /** The panel is open. */
  isShown = false;
  isOpening = false;
  isConnected = true;
  private opening: Promise<Key> | undefined;
  private stream: Stream | undefined;

  constructor(
    private readonly api: Api,
    readonly store: SessionStore,
    private readonly changed: () => void,
  ) {
    const delivery = {
      send: (item: { clientId: string; said: Said }) => this.deliver(item.clientId, item.said),
      explain: (error: ApiError) => this.words.failed(error),
      changed: () => this.outboxChanged(),
      pause: (ms: number) => new Promise<void>((go) => setTimeout(go, ms)),
    };
    this.outbox = new Outbox(delivery, store.get().unsent);
  }

  get words(): Words {
    return words(this.municipality?.form ?? "u");
  }

  get isBusy(): boolean {
    return this.isOpening || this.outbox.isBusy;
  }

  /** Whether this tab has a conversation already. */
  get isBegun(): boolean {
    return this.store.get().key !== undefined;
  }

  /** Somebody logged in: what is said from there on is not shown here. */
  get isMoved(): boolean {
    return this.store.get().moved === true;
  }

  get unread(): number {
    return this.log.unread(this.store.get().lastSeq);
  }

  /** Who this is; and the conversation that this tab already had. */
  async load(): Promise<void> {
    try {
      this.municipality = await this.api.municipality();
      this.failure = undefined;
    } catch (error) {
      this.failure = error instanceof ApiError && error.status === 404 ? "unknown" : "down";
    }
    this.changed();
    if (!this.failure && this.isBegun) {
      this.connect();
      void this.outbox.drain();
    }
  }

  /** The panel was opened: from here on there may be a conversation. */
  async begin(): Promise<void> {
    if (!this.municipality) await this.load();
    if (this.failure || this.isMoved) return;
    try {
      await this.opened();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.isPassing) this.failure = "down";
      else this.note = this.words.failed(error);
      this.changed();
    }
  }

  /** A new conversation beside the one that went on elsewhere. */
  async beginBeside(): Promise<void> {
    this.store.set({ moved: false });
    await this.begin();
  }

  say(said: Said, wordsOfIt: string): void {
    this.note = "";
    if (this.isMoved) this.store.set({ moved: false });
    this.outbox.add(said, wordsOfIt);
  }

  /** All that is shown has been read. */
  markRead(): void {
    if (this.log.lastSeq > this.store.get().lastSeq) this.store.set({ lastSeq: this.log.lastSeq });
  }

  async erase(): Promise<void> {
    const { key } = this.store.get();
    try {
      if (key) await this.api.erase(key);
    } catch (error) {
      if (!(error instanceof ApiError && error.isGone)) {
        this.note = this.words.eraseFailed;
        this.changed();
        return;
      }
    }
    this.drop(this.words.erased);
  }

  connect(): void {
    const { key } = this.store.get();
    if (this.stream || !key) return;
    const listener = {
      onMessage: (message: Message) => this.receive([message]),
      onConnected: (isConnected: boolean) => {
        this.isConnected = isConnected;
        this.changed();
      },
      onGone: () => this.beginAnew(),
      onMoved: () => this.moved(),
    };
    this.stream = new Stream(this.api, key, String(this.log.lastSeq), listener);
    void this.stream.run();
  }

  disconnect(): void {
    this.stream?.stop();
    this.stream = undefined;
    this.isConnected = true;
  }

  /** The key of the conversation, which is opened when there is none. */
  private opened(): Promise<Key> {
    const { key } = this.store.get();
    if (key) return Promise.resolve(key);
    this.opening ??= this.open().finally(() => {
      this.opening = undefined;
      this.isOpening = false;
      this.changed();
    });
    return this.opening;
  }

  private async open(): Promise<Key> {
    this.isOpening = true;
    this.changed();
    const { id, token, messages } = await this.api.open();
    this.log.clear();
    this.failure = undefined;
    this.store.set({ key: { id, token }, lastSeq: 0 });
    this.receive(messages);
    this.connect();
    return { id, token };
  }

  private async deliver(clientId: string, said: Said): Promise<void> {
    const key = await this.opened();
    try {
      this.receive(await this.api.post(key, clientId, said));
    } catch (error) {
      if (!(error instanceof ApiError && error.isGone)) throw error;
      if (error.isMoved) return this.moved();
      if (this.store.get().key?.id === key.id) this.drop(this.words.startedAnew);
      this.receive(await this.api.post(await this.opened(), clientId, said));
    }
  }

  private beginAnew(): void {
    this.drop(this.isShown ? this.words.startedAnew : "");
    if (this.isShown) void this.begin();
  }

  /** Nothing of the conversation stays here; what was typed and not sent goes back to the field. */
  private moved(): void {
    const unsent = this.outbox.items.map(({ clientId }) => this.outbox.remove(clientId)?.said.text);
    const texts = [...unsent, this.store.get().draft].filter(Boolean);
    this.store.set({ draft: texts.join("\n") });
    this.drop("");
    this.store.set({ moved: true });
    this.changed();
  }

  private receive(messages: readonly Message[]): void {
    for (const message of messages) {
      if (this.log.add(message) && message.client_id) this.outbox.remove(message.client_id);
    }
    this.changed();
  }

  /** The conversation is gone; what was typed stays. */
  private drop(note: string): void {
    this.disconnect();
    this.store.drop();
    this.log.clear();
    this.note = note;
    this.changed();
  }

  private outboxChanged(): void {
    this.store.set({ unsent: [...this.outbox.items] });
    this.changed();
  }
}
