// SPDX-License-Identifier: EUPL-1.2
// <gemeengoed-chat gemeente="waterdam" server="">: the chat of one municipality on any page.

import { html, LitElement, nothing, type PropertyValues } from "lit";
import { Api } from "./api";
import { Conversation } from "./conversation";
import { PageAround } from "./page";
import { Reading } from "./reading";
import { SessionStore } from "./session";
import { frameStyles } from "./styles/frame";
import { talkStyles } from "./styles/talk";
import { themeCss } from "./theme";
import type { Said } from "./types";
import { launcher } from "./view/launcher";
import { panel } from "./view/panel";
import type { Screen } from "./view/screen";

export class GemeengoedChat extends LitElement {
  static override styles = [frameStyles, talkStyles];
  static override properties = { gemeente: { type: String }, server: { type: String } };

  declare gemeente: string;
  declare server: string;
  private talk: Conversation | undefined;
  isOpen = false;
  private menu: Screen["menu"] = "closed";
  private judged = new Map<number, string>();
  private wasTyping = false;
  private readonly theme = new CSSStyleSheet();
  private readonly page = new PageAround(this);
  private readonly reading = new Reading(this);

  constructor() {
    super();
    this.gemeente = this.server = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.theme.replaceSync(themeCss({}));
    const root = this.renderRoot as ShadowRoot;
    if (!root.adoptedStyleSheets.includes(this.theme)) root.adoptedStyleSheets.push(this.theme);
    this.page.watch();
    if (this.hasUpdated) this.start();
  }

  override disconnectedCallback(): void {
    this.page.leave();
    this.talk?.disconnect();
    super.disconnectedCallback();
  }

  /** Show the panel; the focus goes to where the resident types. */
  open(): void {
    if (!this.talk || this.isOpen) return;
    this.isOpen = true;
    this.talk.isShown = true;
    void this.talk.begin();
    this.requestUpdate();
    void this.updateComplete.then(() => {
      this.reading.toUnread(this.talk?.store.get().lastSeq ?? 0);
      this.reading.focusInput();
    });
  }

  /** Back to the launcher; the conversation stays. */
  close(focus = true): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.menu = "closed";
    if (this.talk) this.talk.isShown = false;
    this.requestUpdate();
    if (focus) void this.updateComplete.then(() => this.find(".launcher")?.focus());
  }

  /** Open the panel and ask this; false when the chat cannot be used now. */
  ask(question: string): boolean {
    if (!this.talk?.municipality || this.talk.failure) return false;
    this.open();
    this.say({ text: question }, question);
    return true;
  }

  /** Hidden pages hold no connection; what was missed comes when they are looked at again. */
  pageShown(isVisible: boolean): void {
    isVisible ? this.talk?.connect() : this.talk?.disconnect();
  }

  find<T extends HTMLElement>(selector: string): T | null {
    return this.renderRoot.querySelector<T>(selector);
  }

  protected override willUpdate(changes: PropertyValues): void {
    this.wasTyping = (this.renderRoot as ShadowRoot).activeElement?.id === "bericht";
    if (changes.has("gemeente") || changes.has("server")) this.start();
  }

  protected override updated(): void {
    // The kind of field may have followed the question: who was typing goes on typing.
    if (this.wasTyping && !(this.renderRoot as ShadowRoot).activeElement) this.reading.focusInput();
    if (!this.talk || !this.isOpen) return;
    this.reading.after(this.talk.log.messages);
    if (!document.hidden) this.talk.markRead();
  }

  protected override render(): unknown {
    const { talk } = this;
    if (!talk || talk.failure === "unknown" || (!talk.municipality && !talk.failure)) return nothing;
    const view = this.isOpen ? panel(this.screen(talk)) : launcher(this.screen(talk));
    return html`<div class="medium"><div class="root" lang="nl" @keydown=${this.keys}>${view}</div></div>`;
  }

  private start(): void {
    this.talk?.disconnect();
    this.talk = undefined;
    if (!this.gemeente) return;
    const store = new SessionStore(`gemeengoed-chat:${this.server}:${this.gemeente}`);
    const api = new Api(this.server, this.gemeente);
    const talk = new Conversation(api, store, () => this.requestUpdate());
    this.talk = talk;
    void talk.load().then(() => this.theme.replaceSync(themeCss(talk.municipality?.theme ?? {})));
  }

  private screen(talk: Conversation): Screen {
    const place = `${this.server}/${encodeURIComponent(this.gemeente)}`;
    return {
      talk,
      words: talk.words,
      menu: this.menu,
      hasNewBelow: this.reading.hasNewBelow,
      judged: this.judged,
      starters: this.page.starters,
      draft: talk.store.get().draft,
      fullPage: `${place}/chat`,
      drawing: (name) => `${place}/tekening/${encodeURIComponent(name)}.svg`,
      open: () => this.open(),
      close: () => this.close(),
      showMenu: (menu) => this.showMenu(menu),
      say: (said, words) => this.say(said, words),
      judge: (seq, value) => this.judge(seq, value),
      erase: () => this.erase(talk),
      typed: (text) => talk.store.set({ draft: text }),
      sendTyped: () => this.sendTyped(talk),
      discard: (clientId) => this.discard(talk, clientId),
      toNewest: () => this.reading.toNewest(),
      beginBeside: () => void talk.beginBeside().then(() => this.reading.focusInput()),
      reload: () => void talk.load().then(() => talk.begin()),
    };
  }

  private say(said: Said, words: string): void {
    const isInLog = this.find(".log")?.contains((this.renderRoot as ShadowRoot).activeElement);
    this.reading.follow();
    this.talk?.say(said, words);
    // The pressed button goes away with the answer: the focus stays with what was said.
    if (isInLog) void this.updateComplete.then(() => this.reading.focusOwn());
  }

  private sendTyped(talk: Conversation): void {
    const text = talk.store.get().draft.trim();
    if (text) {
      talk.store.set({ draft: "" });
      this.say({ text }, text);
    }
    this.requestUpdate();
  }

  private judge(seq: number, value: "up" | "down"): void {
    if (this.judged.has(seq)) return;
    this.judged.set(seq, value);
    this.reading.follow();
    this.talk?.say({ action: "feedback", name: String(seq), value }, value === "up" ? "Ja" : "Nee");
  }

  private discard(talk: Conversation, clientId: string): void {
    const text = talk.outbox.remove(clientId)?.said.text;
    const { draft } = talk.store.get();
    if (text !== undefined) talk.store.set({ draft: draft ? `${text}\n${draft}` : text });
    this.requestUpdate();
    void this.updateComplete.then(() => this.reading.focusInput());
  }

  private showMenu(menu: Screen["menu"]): void {
    this.menu = menu;
    this.requestUpdate();
    const goal = menu === "erasing" ? "#wissen" : menu === "open" ? ".item" : ".menu-button";
    void this.updateComplete.then(() => this.find(goal)?.focus());
  }

  private erase(talk: Conversation): void {
    this.menu = "closed";
    void talk.erase().then(() => this.reading.focusInput());
    this.requestUpdate();
  }

  private keys(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented || !this.isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.menu === "closed") this.close();
    else this.showMenu("closed");
  }
}
