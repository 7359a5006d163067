// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiError } from "../src/api";
import { type Item, newId, Outbox } from "../src/outbox";

/** A post that answers in turn what it is told; undefined is: it arrived. */
function post(answers: (ApiError | undefined)[]) {
  const sent: Item[] = [];
  const waits: number[] = [];
  const delivery = {
    async send(item: Item) {
      sent.push(item);
      const answer = answers.shift();
      if (answer) throw answer;
    },
    explain: (error: ApiError) => `fout ${error.status}`,
    changed: () => {},
    pause: async (milliseconds: number) => void waits.push(milliseconds),
  };
  return { sent, waits, delivery };
}

const moment = () => new Promise((go) => setTimeout(go, 1));

/** Until nothing is on its way any more, and whoever waited for that had its turn. */
async function settled(outbox: Outbox): Promise<void> {
  do await moment();
  while (outbox.isBusy);
}

test("messages go one at a time, in order", async () => {
  const { sent, delivery } = post([]);
  let atOnce = 0;
  let most = 0;
  const outbox = new Outbox({
    ...delivery,
    async send(item) {
      most = Math.max(most, ++atOnce);
      await moment();
      atOnce--;
      sent.push(item);
    },
  });
  for (const words of ["een", "twee", "drie"]) outbox.add({ text: words }, words);
  assert.equal(outbox.isBusy, true);
  await settled(outbox);
  assert.deepEqual(sent.map((item) => item.words), ["een", "twee", "drie"]);
  assert.equal(most, 1);
  assert.deepEqual(outbox.items, []);
});

test("what passes is tried again with the same client id", async () => {
  const { sent, waits, delivery } = post([new ApiError(0, ""), new ApiError(503, ""), undefined]);
  const outbox = new Outbox(delivery);
  const id = outbox.add({ text: "hallo" }, "hallo");
  await settled(outbox);
  assert.deepEqual(sent.map((item) => item.clientId), [id, id, id]);
  assert.deepEqual(waits, [1000, 3000]);
  assert.deepEqual(outbox.items, []);
});

test("after three attempts it waits for the resident, and then keeps its id", async () => {
  const gone = new ApiError(0, "");
  const { sent, delivery } = post([gone, gone, gone, undefined]);
  const outbox = new Outbox(delivery);
  const id = outbox.add({ choice: "ja" }, "Ja");
  await settled(outbox);
  assert.equal(outbox.items[0]?.state, "failed");
  assert.equal(outbox.items[0]?.note, "fout 0");
  assert.equal(outbox.isBusy, false);
  outbox.retry(id);
  await settled(outbox);
  assert.equal(sent.length, 4);
  assert.equal(sent[3]?.clientId, id);
  assert.deepEqual(outbox.items, []);
});

test("a refusal is not repeated and does not hold up the next", async () => {
  const { sent, delivery } = post([new ApiError(429, ""), undefined]);
  const outbox = new Outbox(delivery);
  outbox.add({ text: "een" }, "een");
  outbox.add({ text: "twee" }, "twee");
  await settled(outbox);
  assert.deepEqual(sent.map((item) => item.words), ["een", "twee"]);
  assert.deepEqual(outbox.items.map((item) => [item.words, item.note]), [["een", "fout 429"]]);
});

test("what arrived by the stream is not sent again", async () => {
  const { sent, delivery } = post([new ApiError(0, ""), undefined]);
  const outbox = new Outbox({
    ...delivery,
    pause: async () => void outbox.remove(outbox.items[0]?.clientId ?? ""),
  });
  outbox.add({ text: "hallo" }, "hallo");
  await settled(outbox);
  assert.equal(sent.length, 1);
  assert.deepEqual(outbox.items, []);
});

test("what was left from before is sent, with the same id", async () => {
  const left: Item = { clientId: "abc", said: { text: "hoi" }, words: "hoi", state: "sending" };
  const { sent, delivery } = post([]);
  const outbox = new Outbox(delivery, [left]);
  await outbox.drain();
  assert.deepEqual(sent.map((item) => item.clientId), ["abc"]);
});

test("ids differ, also where crypto.randomUUID is absent", () => {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(crypto), "randomUUID");
  Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
  try {
    const ids = new Set(Array.from({ length: 100 }, newId));
    assert.equal(ids.size, 100);
    for (const id of ids) assert.match(id, /^[0-9a-f]{32}$/);
  } finally {
    delete (crypto as { randomUUID?: unknown }).randomUUID;
    assert.ok(own);
  }
  assert.match(newId(), /^[0-9a-f-]{36}$/);
});
