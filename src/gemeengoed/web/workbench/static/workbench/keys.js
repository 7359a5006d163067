// SPDX-License-Identifier: EUPL-1.2
// One letter does what a button of the processing list does. WCAG 2.1.4: the keys can be turned off,
// which this browser remembers, and they never work while something is typed or chosen. Without this
// script all of it works by the buttons.
(() => {
  const panel = document.querySelector("[data-keys]");
  if (!panel) return;
  const KEPT = "gemeengoed-keys";
  // A second press of an impatient finger must not decide on the next one, unseen.
  const UNSEEN_MS = 350;
  const FIELDS = "input, textarea, select, [contenteditable]";
  const box = panel.querySelector("[data-keys-on]");
  let sent = false;

  const read = () => {
    try {
      return localStorage.getItem(KEPT) !== "off";
    } catch {
      return true; // a browser that keeps nothing: on, and off for this page only
    }
  };
  const show = () => {
    for (const hint of document.querySelectorAll("kbd")) hint.hidden = !box.checked;
  };

  box.checked = read();
  panel.hidden = false;
  show();
  box.addEventListener("change", () => {
    show();
    try {
      localStorage.setItem(KEPT, box.checked ? "on" : "off");
    } catch {
      // for this page only
    }
  });

  function open(summary) {
    const block = summary.parentElement;
    block.open = true;
    (block.querySelector("textarea, select") ?? summary).focus();
  }

  function close(block) {
    block.open = false;
    block.querySelector("summary").focus();
  }

  document.addEventListener("keydown", (event) => {
    const block = event.target.closest?.("details[open]");
    if (event.key === "Escape" && block) return close(block);
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.repeat);
    if (!box.checked || !isPlain || sent || event.target.closest?.(FIELDS)) return;
    const wanted = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!wanted || panel.dataset.keys !== "ready") return;
    event.preventDefault();
    if (wanted.matches("summary")) return open(wanted);
    sent = true;
    wanted.click();
  });

  setTimeout(() => (panel.dataset.keys = "ready"), UNSEEN_MS);
  // Back by the button of the browser: the page is as it was left.
  addEventListener("pageshow", () => (sent = false));
})();
