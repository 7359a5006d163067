// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { Log } from "../src/log";
import type { Message } from "../src/types";

const message = (seq: number, rest: Partial<Message> = {}): Message => ({
  seq,
  at: "2026-11-23T10:00:00+01:00",
  sender: "assistant",
  kind: "text",
  text: `bericht ${seq}`,
  choices: [],
  sources: [],
  ...rest,
});

function logOf(...messages: Message[]): Log {
  const log = new Log();
  for (const each of messages) log.add(each);
  return log;
}

test("each message once, in order, whichever way it came", () => {
  const log = logOf(message(3), message(1));
  assert.equal(log.add(message(3)), false);
  assert.equal(log.add(message(2)), true);
  assert.deepEqual(log.messages.map((each) => each.seq), [1, 2, 3]);
});

test("only what was said since can still be pressed", () => {
  const [before, said, after] = [message(1), message(2, { sender: "resident" }), message(3)];
  const log = logOf(before, said, after);
  assert.deepEqual([before, said, after].map((each) => log.isLive(each)), [false, false, true]);
});

test("an open question takes over from the answer above it", () => {
  const [answer, question] = [message(2), message(3, { kind: "question" })];
  const log = logOf(message(1, { sender: "resident" }), answer, question);
  assert.equal(log.task, question);
  assert.equal(log.isLive(answer), false);
  assert.equal(log.isLive(question), true);
});

test("an answer with sources can be judged until something else is said", () => {
  const answer = message(2, { sources: [{ title: "Bron", url: "https://a.nl" }] });
  const log = logOf(message(1, { sender: "resident" }), answer);
  assert.equal(log.canBeJudged(answer), true);
  log.add(message(3, { sender: "resident", action: "feedback" }));
  assert.equal(log.canBeJudged(answer), true);
  log.add(message(4, { sender: "resident" }));
  assert.equal(log.canBeJudged(answer), false);
});

test("unread is what others said after what was read", () => {
  const log = logOf(message(1), message(2, { sender: "resident" }), message(3), message(4));
  assert.equal(log.unread(1), 2);
  assert.equal(log.unread(4), 0);
});

test("what a colleague lets know leaves the open question open", () => {
  const question = message(2, { kind: "question" });
  const told = message(3, { sender: "staff", kind: "notice" });
  const log = logOf(message(1, { sender: "resident" }), question, told);
  assert.equal(log.task, question);
  assert.equal(log.isLive(question), true);
  assert.equal(log.unread(2), 1);
});
