// SPDX-License-Identifier: EUPL-1.2
// The shapes of the API (/api/v1/openapi.json), as far as the widget reads them.

export type Form = "je" | "u";

export interface Municipality {
  slug: string;
  name: string;
  form: Form;
  assistant: string;
  tagline?: string;
  theme: Record<string, string>;
  contact: { phone?: string | null; website?: string | null; opening_hours?: string | null };
}

export interface Choice {
  id: string;
  label: string;
}

export interface Source {
  title: string;
  url: string;
  checked_on?: string | null;
}

export interface Line {
  name: string;
  label: string;
  value: string;
  changeable: boolean;
}

/** A picture with the question; the alt tells what it shows. */
export interface Drawing {
  name: string;
  alt: string;
}

/** Of the outcome of a procedure, as far as the widget shows it; the reasons are in the text. */
export interface Explanation {
  tone: "good" | "attention" | "unknown" | "neutral";
  headline: string;
}

export interface Message {
  seq: number;
  at: string;
  sender: "resident" | "assistant" | "staff" | "system";
  kind: "text" | "question" | "choices" | "summary" | "receipt" | "notice" | "handover";
  text: string;
  choices: Choice[];
  topic?: string | null;
  sources: Source[];
  input?: { type: string; name: string; optional?: boolean; level?: string | null } | null;
  step?: { number: number; of: number } | null;
  lines?: Line[];
  drawing?: Drawing | null;
  explanation?: Explanation | null;
  client_id?: string | null;
  action?: string | null;
}

export interface Opened {
  id: string;
  token: string;
  messages: Message[];
}

/** What a resident says: exactly one of text, choice and action. */
export interface Said {
  text?: string;
  choice?: string;
  action?: "back" | "change" | "cancel" | "confirm" | "feedback";
  name?: string;
  value?: string;
}
