// SPDX-License-Identifier: EUPL-1.2
// The talk: bubbles, controls, the place to type. The look follows that of the chat page.

import { css } from "lit";

export const talkStyles = css`
  .log { flex: 1 1 auto; min-height: 0; overflow: hidden auto; overscroll-behavior: contain; padding: .3em .9em 1em; }
  .log:focus-visible { outline-offset: -3px; box-shadow: none; }
  .bubbles { list-style: none; display: flex; flex-direction: column; gap: .35em; }
  .bubble { align-self: flex-start; max-width: 96%; min-width: 0; }
  .bubble:focus { outline: none; }
  .bubble:focus-visible { outline: 3px solid var(--gg-focus); }
  .own { align-self: flex-end; max-width: 86%; }
  .question, .summary, .receipt, .notice { width: 100%; max-width: 100%; }
  .who { margin: .6em 0 .15em; font-size: .85em; color: var(--gg-muted); }
  .own .who { text-align: end; }

  .said { padding: .65em .9em; border: 1px solid var(--gg-border); border-radius: var(--round); border-start-start-radius: 3px; background: var(--gg-bubble-in); color: var(--gg-on-bubble-in); }
  .own .said { border-color: color-mix(in srgb, var(--gg-primary) 30%, var(--gg-bubble-out)); border-radius: var(--round); border-end-end-radius: 3px; background: var(--gg-bubble-out); color: var(--gg-on-bubble-out); }
  .typed { white-space: pre-line; }
  .sending .said { border-style: dashed; border-color: var(--gg-control-border); }
  .failed .said { border: 2px solid var(--gg-error); }
  .words > * + * { margin-block-start: .6em; }
  .words ul { list-style: disc; }
  .words ul, .words ol { padding-inline-start: 1.3em; }
  .words li > p { margin: 0; }
  .words li > p + p { margin-block-start: .2em; color: var(--gg-muted); }
  .words li:has(p) { margin-block-end: .6em; }
  .words a { overflow-wrap: anywhere; }

  .question .said, .summary .said, .handover .said { border-inline-start: 4px solid var(--gg-accent); }
  .step { margin-block-end: .15em; font-size: .88em; color: var(--gg-muted); }
  .question.live .words { font-weight: 600; }
  .question.live .words ul { font-weight: 400; }
  .head { display: flex; align-items: center; gap: .45em; margin-block-end: .3em; font-weight: 700; }
  .receipt .said { border-color: var(--gg-ok); border-inline-start-width: 4px; background: var(--gg-surface); color: var(--gg-text); }
  .receipt .head { color: var(--gg-ok); }
  .state { font-size: 1.08em; }
  .attention .said { border-color: var(--gg-warn); }
  .attention .state { color: var(--gg-warn); }
  .unknown .said, .neutral .said { border-color: var(--gg-info); }
  .unknown .state, .neutral .state { color: var(--gg-info); }
  .drawing { display: block; width: 340px; max-width: 100%; height: auto; margin-block-start: .6em; border: 1px solid var(--gg-border); border-radius: min(var(--round), 8px); }
  /* In the small panel whole below its question, with letters of at least 12 pixels. */
  @media (min-width: 480px) { .drawing { width: 250px; } }
  .notice .said { border-color: var(--gg-info); border-inline-start-width: 4px; background: var(--gg-info-tint); color: var(--gg-text); }
  .notice .head { color: var(--gg-info); }
  .urgent .said { border: 2px solid var(--gg-error); border-inline-start-width: 6px; background: var(--gg-surface); color: var(--gg-text); }
  .urgent .head { color: var(--gg-error); }

  .lines { margin-block-start: .5em; }
  .line { padding: .35em 0; border-block-start: 1px solid var(--gg-border); }
  .line dt { font-size: .9em; color: var(--gg-muted); }
  .line dd { display: flex; justify-content: space-between; align-items: flex-end; gap: 1em; font-weight: 600; }
  .line dd > .typed { min-width: 0; }
  .line .link { flex: none; align-self: flex-end; margin-block: -.7em; }

  .sources { margin-block-start: .4em; font-size: .92em; }
  .sources summary { display: inline-flex; align-items: center; min-height: 2.9em; color: var(--gg-link); cursor: pointer; }
  .sources summary::before { content: "▸"; margin-inline-end: .4em; }
  .sources[open] summary::before { content: "▾"; }
  .sources ul { padding-inline-start: 1.1em; }
  .sources a { display: inline-block; padding-block: .2em; }

  .main, .quiet, .choice {
    display: inline-flex; align-items: center; justify-content: center; gap: .5em;
    min-height: max(var(--gg-control-height), 2.75em); padding: .4em 1em;
    border: 1.5px solid var(--gg-control-border); border-radius: var(--round);
    background: var(--gg-surface); color: var(--gg-link);
    font: inherit; font-weight: 600; line-height: 1.25; cursor: pointer;
  }
  .choice { text-align: start; }
  .quiet:hover, .choice:hover { border-color: var(--gg-primary); background: var(--gg-tint); }
  .main { border-color: var(--gg-primary); background: var(--gg-primary); color: var(--gg-on-primary); }
  .main:hover { box-shadow: inset 0 0 0 100vmax rgb(0 0 0 / .12); }
  .main:focus-visible { box-shadow: 0 0 0 2px #fff; }
  .link { min-height: 2.75em; padding: .2em .1em; border: 0; background: none; color: var(--gg-link); font: inherit; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
  .link:hover { text-decoration-thickness: .14em; }
  [aria-disabled="true"] { cursor: default; }

  .now { margin-block-start: .7em; font-weight: 400; }
  .now > * + * { margin-block-start: .4em; }
  .choices, .row { display: flex; flex-wrap: wrap; gap: .5em; }
  .column { flex-direction: column; align-items: stretch; }
  .column .choice { justify-content: flex-start; text-align: start; }
  .bubble:not(.question) .choice { border-radius: 1.6em; }
  .ways { gap: 0 1.2em; }
  .date input { flex: 1 1 9em; min-width: 0; }

  .judge { display: flex; flex-wrap: wrap; align-items: center; gap: .3em .6em; padding-block-start: .35em; font-size: .92em; color: var(--gg-muted); }
  .small { min-width: 3.4em; min-height: 3em; padding: .2em .9em; }
  .small[aria-pressed="true"] { border-color: var(--gg-primary); background: var(--gg-primary); color: var(--gg-on-primary); }

  .unsent { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: .3em .8em; padding-block-start: .35em; }
  .unsent p { display: flex; gap: .4em; flex: 1 0 100%; color: var(--gg-error); }
  .note { margin-block-start: 1em; padding: .6em .8em; border-inline-start: 4px solid var(--gg-info); background: var(--gg-info-tint); }
  .starters { display: flex; flex-direction: column; gap: .4em; margin-block-start: 1em; }
  .starters .choice { justify-content: flex-start; border-radius: var(--round); text-align: start; }
  .down > * + * { margin-block-start: .8em; }
  .down { padding-block-start: 1em; }

  .newest { align-self: center; flex: none; margin-block: -3.2em .4em; border-radius: 2em; box-shadow: 0 2px 8px rgb(0 0 0 / .25); z-index: 1; }

  .composer { flex: none; padding: .45em .9em .75em; border-block-start: 1px solid var(--gg-border); }
  .composer-top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1em; margin-block-end: .25em; font-size: .92em; }
  .composer label { font-weight: 600; }
  .status { color: var(--gg-muted); }
  .hint { margin-block-end: .25em; font-size: .9em; color: var(--gg-muted); }
  .composer-line { display: flex; gap: .5em; align-items: flex-end; }
  textarea, input {
    width: 100%; min-height: 2.75em; padding: .55em .7em;
    border: 1.5px solid var(--gg-control-border); border-radius: min(var(--round), 10px);
    background: var(--gg-surface); color: var(--gg-text); font: inherit; line-height: 1.4;
  }
  textarea { display: block; resize: none; max-height: 8em; field-sizing: content; }
  .send { flex: none; width: 2.75em; padding: 0; }

  @media (forced-colors: active) {
    .said, .own .said { border: 1px solid CanvasText; }
    .own .said { border-width: 2px; }
    .main, .quiet, .choice { border: 2px solid ButtonText; }
    .link { color: LinkText; }
    .small[aria-pressed="true"] { forced-color-adjust: none; border-color: Highlight; background: Highlight; color: HighlightText; }
  }
`;
