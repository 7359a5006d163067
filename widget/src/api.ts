// SPDX-License-Identifier: EUPL-1.2
// The requests of the widget. Every refusal becomes an ApiError; status 0 is: nothing came back.

import type { Message, Municipality, Opened, Said } from "./types";

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
    /** Somebody logged in: the conversation goes on on the pages of the municipality. */
    readonly isMoved = false,
  ) {
    super(detail);
  }

  /** The conversation is gone, or its token no longer opens it. */
  get isGone(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }

  /** The same request may well work a little later. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 408 || this.status >= 500;
  }
}

export interface Key {
  id: string;
  token: string;
}

const GIVE_UP_MS = 30_000;

export class Api {
  private readonly root: string;

  constructor(
    server: string,
    readonly gemeente: string,
    private readonly get: typeof fetch = (...request) => fetch(...request),
  ) {
    this.root = `${server.replace(/\/+$/, "")}/api/v1/${encodeURIComponent(gemeente)}`;
  }

  municipality(): Promise<Municipality> {
    return this.json("GET", "");
  }

  open(): Promise<Opened> {
    return this.json("POST", "/conversations");
  }

  async post(key: Key, clientId: string, said: Said): Promise<Message[]> {
    const body = { client_id: clientId, ...said };
    const path = `/conversations/${key.id}/messages`;
    return (await this.json<{ messages: Message[] }>("POST", path, key, body)).messages;
  }

  async erase(key: Key): Promise<void> {
    await this.request("DELETE", `/conversations/${key.id}`, { key });
  }

  /** The open stream of server-sent events after `lastId`. */
  async stream(key: Key, lastId: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const headers = { Accept: "text/event-stream", "Last-Event-ID": lastId };
    const path = `/conversations/${key.id}/stream`;
    const answer = await this.request("GET", path, { key, headers, signal });
    if (!answer.body) throw new ApiError(0, "");
    return answer.body;
  }

  private async json<T>(method: string, path: string, key?: Key, body?: unknown): Promise<T> {
    const signal = AbortSignal.timeout(GIVE_UP_MS);
    const answer = await this.request(method, path, { key, body, signal });
    try {
      return (await answer.json()) as T;
    } catch {
      throw new ApiError(0, "");
    }
  }

  private async request(
    method: string,
    path: string,
    rest: {
      key?: Key | undefined;
      body?: unknown;
      headers?: Record<string, string>;
      signal?: AbortSignal;
    },
  ): Promise<Response> {
    const headers: Record<string, string> = { Accept: "application/json", ...rest.headers };
    if (rest.key) headers.Authorization = `Bearer ${rest.key.token}`;
    if (rest.body !== undefined) headers["Content-Type"] = "application/json";
    const init: RequestInit = { method, headers, credentials: "omit", cache: "no-store" };
    if (rest.body !== undefined) init.body = JSON.stringify(rest.body);
    if (rest.signal) init.signal = rest.signal;
    let answer: Response;
    try {
      answer = await this.get(this.root + path, init);
    } catch {
      throw new ApiError(0, "");
    }
    if (answer.ok) return answer;
    throw await refusal(answer);
  }
}

async function refusal(answer: Response): Promise<ApiError> {
  const problem: unknown = await answer.json().catch(() => null);
  const { detail, errors } = (problem ?? {}) as { detail?: unknown; errors?: { code?: unknown }[] };
  const isMoved = Array.isArray(errors) && errors.some((error) => error?.code === "moved");
  return new ApiError(answer.status, typeof detail === "string" ? detail : "", isMoved);
}
