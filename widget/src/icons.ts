// SPDX-License-Identifier: EUPL-1.2
// Drawings, all of our own. They only decorate: words stand beside them or are read instead.

import { html, type TemplateResult } from "lit";

export const chatIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 5h16v11H11l-5 4v-4H4z" /><path d="M8 9.5h8M8 12.5h5" /></svg>`;
export const menuIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M4 7h16M4 12h16M4 17h16" /></svg>`;
export const minimiseIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="m6 9.5 6 6 6-6" /></svg>`;
export const sendIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M3.5 12 20.5 4l-5 16.5-4-6.5z" /><path d="m11.5 14 9-10" /></svg>`;
export const phoneIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M5 3.5h4l1.5 5-2.3 1.7a12 12 0 0 0 5.6 5.6l1.7-2.3 5 1.5v4c0 .8-.7 1.5-1.5 1.5C10.5 20.5 3.5 13.5 3.5 5c0-.8.7-1.5 1.5-1.5z" /></svg>`;
export const personIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="8" r="4" /><path d="M4 21c.6-4.5 3.8-7 8-7s7.4 2.5 8 7" /></svg>`;
export const checkIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9" /><path d="m8 12.3 2.8 2.7L16 9.5" /></svg>`;
export const infoIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9" /><path d="M12 11v5.5M12 7.5v.2" /></svg>`;
export const permitIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6 2.800h8.500L19 7.300v13.900H6z" /><path d="M14 3v5h5M9 12.500h7M9 16.500h4" /></svg>`;
export const questionIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="12" cy="12" r="9" /><path d="M9.300 9.500a2.700 2.700 0 1 1 3.900 2.400c-.8.400-1.200 1-1.200 1.900M12 16.800v.2" /></svg>`;
export const warnIcon = html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3.5 22 20.5H2zM12 10v5M12 17.6v.2" /></svg>`;

const MARKS: Record<string, TemplateResult> = {
  golf: html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true"><path d="M24 4c7 8.4 13 15 13 23a13 13 0 0 1-26 0c0-8 6-14.6 13-23z" fill="none" stroke="currentColor" stroke-width="3" stroke-linejoin="round" /><path d="M12 27c4-3.5 8-3.5 12 0s8 3.5 12.5 0M14 33.5c3.4-2.8 6.6-2.8 10 0s6.6 2.8 10 0" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" /></svg>`,
  heide: html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true"><path d="M24 45V13" fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" /><path d="M24 40c-6-1-9-4-11-9M24 34c6-1 9-4 11-9" fill="none" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" /><g fill="currentColor"><circle cx="24" cy="7" r="4" /><circle cx="17.5" cy="12.5" r="3.8" /><circle cx="30.5" cy="12.5" r="3.8" /><circle cx="18" cy="21" r="3.6" /><circle cx="30" cy="20" r="3.6" /><circle cx="11" cy="29" r="3.6" /><circle cx="37" cy="23" r="3.6" /></g></svg>`,
  poort: html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true"><path d="M5 44V12h5v4h4v-4h5v9h10v-9h5v4h4v-4h5v32H31V35a7 7 0 0 0-14 0v9z" fill="currentColor" /><path d="M24 4v14M24 5h8l-2.5 2.8L32 10.5h-8z" fill="currentColor" stroke="currentColor" stroke-width="2" stroke-linejoin="round" /></svg>`,
  plein: html`<svg class="mark" viewBox="0 0 48 48" aria-hidden="true"><rect x="6" y="6" width="15" height="15" rx="3" fill="currentColor" /><rect x="27" y="6" width="15" height="15" rx="7.5" fill="currentColor" /><rect x="6" y="27" width="15" height="15" rx="7.5" fill="currentColor" /><rect x="27" y="27" width="15" height="15" rx="3" fill="none" stroke="currentColor" stroke-width="3" /></svg>`,
};

/** The drawn mark of the municipality. */
export function mark(name: string | undefined): TemplateResult {
  return (name !== undefined && Object.hasOwn(MARKS, name) && MARKS[name]) || MARKS.plein!;
}
