// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { test } from "node:test";
import { EventParser, type ServerEvent } from "../src/sse";

const STREAM =
  "\uFEFFretry: 2000\n\n: nog verbonden\n\nid: 7\nevent: message\ndata: {\"seq\": 7}\n\n" +
  "data: een\r\ndata: twee\r\n\r\nid: 9\rdata:zonder spatie\r\revent: ping\ndata\n\n";

const EXPECTED: ServerEvent[] = [
  { type: "message", data: '{"seq": 7}', lastId: "7" },
  { type: "message", data: "een\ntwee", lastId: "7" },
  { type: "message", data: "zonder spatie", lastId: "9" },
  { type: "ping", data: "", lastId: "9" },
];

test("events are read whatever the line ends", () => {
  const parser = new EventParser();
  assert.deepEqual(parser.push(STREAM), EXPECTED);
  assert.equal(parser.retry, 2000);
  assert.equal(parser.lastId, "9");
});

test("events are the same however the stream is cut", () => {
  for (let size = 1; size < 12; size++) {
    const parser = new EventParser();
    const found: ServerEvent[] = [];
    for (let at = 0; at < STREAM.length; at += size) {
      found.push(...parser.push(STREAM.slice(at, at + size)));
    }
    assert.deepEqual(found, EXPECTED, `cut each ${size} characters`);
  }
});

test("an event that is not finished gives nothing, and its id does not count", () => {
  const parser = new EventParser("4");
  assert.deepEqual(parser.push("id: 5\ndata: half"), []);
  assert.equal(parser.lastId, "4");
  assert.deepEqual(parser.push("\n\n"), [{ type: "message", data: "half", lastId: "5" }]);
});

test("comments, unknown fields and a wrong retry are passed over", () => {
  const parser = new EventParser();
  assert.deepEqual(parser.push(": hallo\nretry: gauw\nkleur: rood\n\n"), []);
  assert.equal(parser.retry, undefined);
});
