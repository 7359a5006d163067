// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { Api } from "../src/api";
import { Conversation } from "../src/conversation";
import { SessionStore } from "../src/session";

const TOWN = { slug: "waterdam", name: "Waterdam", form: "u", assistant: "Peil", theme: {}, contact: {} };

/** A server of one municipality, as far as a conversation needs it. */
class Server {
  asked: string[] = [];
  posted: { id: string; token: string | null; clientId: string }[] = [];
  gone = new Set<string>();
  moved = new Set<string>();
  isDown = false;
  private opened = 0;

  fetch = async (url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const path = String(url).replace("/api/v1/waterdam", "");
    this.asked.push(`${init.method} ${path}`);
    if (this.isDown) throw new TypeError("no network");
    const id = /^\/conversations\/(\w+)/.exec(path)?.[1];
    if (id && this.gone.has(id)) return Response.json({ detail: "weg" }, { status: 404 });
    if (id && this.moved.has(id)) {
      return Response.json({ detail: "elders", errors: [{ code: "moved" }] }, { status: 403 });
    }
    if (path === "") return Response.json(TOWN);
    if (path === "/conversations") {
      const name = `gesprek${++this.opened}`;
      return Response.json({ id: name, token: `t-${name}`, messages: [this.message(1)] }, { status: 201 });
    }
    if (path.endsWith("/stream")) return this.quietStream(init.signal);
    if (init.method === "DELETE") return new Response(null, { status: 204 });
    const clientId = (JSON.parse(String(init.body)) as { client_id: string }).client_id;
    const token = new Headers(init.headers).get("Authorization");
    this.posted.push({ id: id ?? "", token, clientId });
    const own = { ...this.message(2), sender: "resident", client_id: clientId };
    return Response.json({ messages: [own, this.message(3)] });
  };

  private message(seq: number) {
    return { seq, at: "", sender: "assistant", kind: "text", text: `${seq}`, choices: [], sources: [] };
  }

  private quietStream(signal: AbortSignal | null | undefined): Response {
    const body = new ReadableStream({
      start: (line) => signal?.addEventListener("abort", () => line.error(new Error("stopped"))),
    });
    return new Response(body);
  }
}

function talkWith(server: Server) {
  const store = new SessionStore("x", undefined);
  const talk = new Conversation(new Api("", "waterdam", server.fetch), store, () => {});
  return { talk, store };
}

/** Nothing here waits for a clock: after some turns all that follows from something has happened. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((go) => setImmediate(go));
}

test("before use only the municipality is asked for", async () => {
  const server = new Server();
  const { talk } = talkWith(server);
  await talk.load();
  assert.deepEqual(server.asked, ["GET "]);
  assert.equal(talk.isBegun, false);
});

test("opening the panel and sending at once open one conversation", async () => {
  const server = new Server();
  const { talk } = talkWith(server);
  await talk.load();
  void talk.begin();
  talk.say({ text: "hallo" }, "hallo");
  await settled();
  assert.equal(server.asked.filter((each) => each === "POST /conversations").length, 1);
  assert.deepEqual(talk.log.messages.map((each) => each.seq), [1, 2, 3]);
  assert.deepEqual(talk.outbox.items, []);
  talk.disconnect();
});

test("a conversation that is gone makes way for a new one, with what was said", async () => {
  const server = new Server();
  const { talk, store } = talkWith(server);
  await talk.load();
  await talk.begin();
  server.gone.add("gesprek1");
  talk.say({ text: "bent u er nog" }, "bent u er nog");
  await settled();
  assert.equal(store.get().key?.id, "gesprek2");
  assert.deepEqual(server.posted.map((each) => [each.id, each.token]), [
    ["gesprek2", "Bearer t-gesprek2"],
  ]);
  assert.equal(talk.note, talk.words.startedAnew);
  assert.deepEqual(talk.log.messages.map((each) => each.seq), [1, 2, 3]);
  talk.disconnect();
});

test("erasing forgets the conversation, and the next message opens another", async () => {
  const server = new Server();
  const { talk, store } = talkWith(server);
  await talk.load();
  await talk.begin();
  await talk.erase();
  assert.ok(server.asked.includes("DELETE /conversations/gesprek1"));
  assert.equal(store.get().key, undefined);
  assert.deepEqual(talk.log.messages, []);
  talk.say({ text: "hallo" }, "hallo");
  await settled();
  assert.equal(store.get().key?.id, "gesprek2");
  talk.disconnect();
});

test("a server that is down is told, and tried again when asked", async () => {
  const server = new Server();
  const { talk } = talkWith(server);
  server.isDown = true;
  await talk.load();
  assert.equal(talk.failure, "down");
  server.isDown = false;
  await talk.load();
  server.isDown = true;
  await talk.begin();
  assert.equal(talk.failure, "down");
  server.isDown = false;
  await talk.load();
  await talk.begin();
  assert.equal(talk.failure, undefined);
  assert.equal(talk.isBegun, true);
  talk.disconnect();
});

test("after somebody logged in nothing of the conversation stays, and what was typed is not lost", async () => {
  const server = new Server();
  const { talk, store } = talkWith(server);
  await talk.load();
  await talk.begin();
  server.moved.add("gesprek1");
  talk.say({ text: "nog iets" }, "nog iets");
  await settled();
  assert.equal(talk.isMoved, true);
  assert.deepEqual(talk.log.messages, []);
  assert.equal(store.get().key, undefined);
  assert.equal(store.get().draft, "nog iets");
  assert.equal(server.asked.filter((each) => each === "POST /conversations").length, 1);
  await talk.begin();
  assert.equal(talk.isMoved, true);
  await talk.beginBeside();
  assert.equal(talk.isMoved, false);
  assert.equal(store.get().key?.id, "gesprek2");
  talk.disconnect();
});
