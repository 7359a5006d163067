// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { SessionStore } from "../src/session";

function memory(start: Record<string, string> = {}) {
  const kept = new Map(Object.entries(start));
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  };
}

const KEY = { id: "1f", token: "geheim" };

test("a next page of the same tab goes on with the conversation", () => {
  const storage = memory();
  new SessionStore("waterdam", storage).set({ key: KEY, lastSeq: 4, draft: "half een" });
  const next = new SessionStore("waterdam", storage).get();
  assert.deepEqual(next, { key: KEY, lastSeq: 4, draft: "half een", unsent: [] });
});

test("each municipality has its own", () => {
  const storage = memory();
  new SessionStore("waterdam", storage).set({ key: KEY });
  assert.equal(new SessionStore("heidewoud", storage).get().key, undefined);
});

test("a dropped conversation keeps what was typed", () => {
  const storage = memory();
  const item = { clientId: "a", said: { text: "hoi" }, words: "hoi", state: "failed" as const };
  const store = new SessionStore("waterdam", storage);
  store.set({ key: KEY, lastSeq: 9, draft: "nog niet af", unsent: [item] });
  store.drop();
  const expected = { lastSeq: 0, draft: "nog niet af", unsent: [item] };
  assert.deepEqual(store.get(), expected);
  assert.deepEqual(new SessionStore("waterdam", storage).get(), expected);
});

test("blocked storage does not stop the conversation", () => {
  const blocked = () => {
    throw new Error("blocked");
  };
  const store = new SessionStore("x", { getItem: blocked, setItem: blocked, removeItem: blocked });
  store.set({ key: KEY });
  assert.deepEqual(store.get().key, KEY);
  const without = new SessionStore("x", undefined);
  without.set({ draft: "a" });
  assert.equal(without.get().draft, "a");
});

test("what cannot be read is as if nothing was kept", () => {
  const broken = ["{", "null", '"x"', "[]", '{"lastSeq":"4"}', '{"key":{"id":1},"lastSeq":1}'];
  for (const value of broken) {
    assert.deepEqual(new SessionStore("x", memory({ x: value })).get(), {
      lastSeq: 0,
      draft: "",
      unsent: [],
    });
  }
});
