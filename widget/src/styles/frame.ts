// SPDX-License-Identifier: EUPL-1.2
// Place and ground: launcher, panel, head, menu, foot. Sizes are in em of a wrapper that follows
// the visitor's own letter size, whatever the page around it does.

import { css } from "lit";

export const frameStyles = css`
  *, *::before, *::after { box-sizing: border-box; }
  :host { position: fixed; inset-block-end: 0; inset-inline-end: 0; z-index: 2147483000; display: block; }
  :host([hidden]) { display: none; }
  :host([data-side="start"]) { inset-inline: 0 auto; }
  .medium { font-size: medium; }
  .root {
    font: var(--gg-base-size)/1.5 var(--gg-font);
    color: var(--gg-text);
    text-align: start;
    overflow-wrap: break-word;
    --round: clamp(4px, var(--gg-radius), 16px);
  }
  h2, p, ul, ol, dl, dd { margin: 0; padding: 0; }
  a { color: var(--gg-link); text-underline-offset: .15em; }
  a:hover { text-decoration-thickness: .14em; }
  .icon, .mark { flex: none; width: 1.5em; height: 1.5em; fill: none; stroke: currentcolor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
  .mark { width: 2.3em; height: 2.3em; stroke: none; stroke-width: 0; }
  .muted { color: var(--gg-muted); }
  .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  :focus-visible { outline: 3px solid var(--gg-focus); outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }

  .launcher {
    display: inline-flex; align-items: center; gap: .6em;
    margin: 1em; min-height: 3.25em; padding: .6em 1.3em .6em 1.1em;
    border: 2px solid var(--gg-on-launcher); border-radius: 2em;
    background: var(--gg-launcher); color: var(--gg-on-launcher);
    font: inherit; font-weight: 600; cursor: pointer;
    box-shadow: 0 2px 12px rgb(0 0 0 / .3);
  }
  .launcher:hover { box-shadow: inset 0 0 0 100vmax rgb(0 0 0 / .12), 0 2px 12px rgb(0 0 0 / .3); }
  .launcher:focus-visible { outline-offset: 3px; box-shadow: 0 0 0 3px #fff; }
  .unread { padding: .05em .65em; border-radius: 1em; background: var(--gg-on-launcher); color: var(--gg-launcher); font-size: .88em; }

  .panel {
    position: relative; display: flex; flex-direction: column; overflow: hidden;
    width: min(25em, 100vw - 2em); height: min(40em, 100dvh - 2em); margin: 1em;
    border: 1px solid var(--gg-control-border); border-radius: var(--round);
    background: var(--gg-surface);
    box-shadow: 0 6px 32px rgb(0 0 0 / .28);
  }
  .top { display: flex; align-items: center; gap: .7em; flex: none; padding: .55em .4em .55em .9em; background: var(--gg-primary); color: var(--gg-on-primary); }
  .title { flex: 1 1 auto; min-width: 0; }
  .title h2 { font: 700 1.15em/1.2 var(--gg-heading-font); }
  .title p { font-size: .82em; line-height: 1.25; }
  .bar { display: inline-flex; align-items: center; justify-content: center; gap: .4em; min-width: 2.75em; min-height: 2.75em; padding: .2em .5em; border: 0; border-radius: var(--round); background: none; color: inherit; font: inherit; cursor: pointer; }
  .bar:hover { background: rgb(255 255 255 / .16); }
  .bar:focus-visible { outline-color: var(--gg-on-primary); outline-offset: -3px; box-shadow: none; }

  .menu { flex: none; padding: .4em .9em .7em; border-block-end: 1px solid var(--gg-control-border); background: var(--gg-tint); }
  .menu ul { list-style: none; }
  .menu p { padding-block: .35em; }
  .menu .muted { font-size: .9em; }
  .item { display: flex; align-items: center; width: 100%; min-height: 2.75em; padding: .3em 0; border: 0; background: none; color: var(--gg-link); font: inherit; text-align: start; text-decoration: underline; text-underline-offset: .15em; cursor: pointer; }
  .item:hover { text-decoration-thickness: .14em; }
  .menu p:focus { outline: none; }

  .foot { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 1em; flex: none; padding: .1em .9em; border-block-start: 1px solid var(--gg-border); background: var(--gg-tint); font-size: .93em; }
  .foot a, .foot .link { display: inline-flex; align-items: center; gap: .4em; min-height: 3em; white-space: nowrap; }
  .foot .icon { width: 1.25em; height: 1.25em; color: var(--gg-accent); }

  /* Full screen on phones; everything in one flow where there is hardly any height (400 % zoom). */
  @media (max-width: 479.98px) {
    .panel { width: 100vw; height: 100dvh; margin: 0; border: 0; border-radius: 0; }
  }
  @media (max-width: 22em) {
    .menu-button span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .top { padding-inline-start: .6em; gap: .4em; }
    .top .mark { display: none; }
  }
  @media (max-height: 399.98px) {
    .panel { display: block; width: min(40em, 100vw); height: 100dvh; margin: 0; overflow: auto; }
    .panel .log { overflow: visible; }
  }

  @media (prefers-reduced-motion: no-preference) {
    .panel { animation: rise .16s ease-out; }
    @keyframes rise { from { opacity: 0; transform: translateY(1em); } }
  }
  @media (forced-colors: active) {
    .launcher, .panel { border: 2px solid ButtonText; }
    .top { border-block-end: 2px solid CanvasText; }
    .unread { border: 1px solid ButtonText; }
    .item { color: LinkText; }
    .foot .icon { color: CanvasText; }
  }
  @media print { :host { display: none; } }
`;
