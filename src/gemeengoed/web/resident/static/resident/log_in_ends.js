// SPDX-License-Identifier: EUPL-1.2
// Warns before a log-in ends and puts it off at the press of a button, without touching what is being
// typed. When it ends, what is typed is kept by the server's own pages, and nothing personal stays.
(() => {
  const WARN_SECONDS = 180;
  const AFTER_SECONDS = 2; // the server ends it first
  const TYPED = "textarea, input:not([type=hidden]):not([type=checkbox])";
  let seen = null; // the part of the page that tells the end: a new turn brings a new one
  let endsAt = 0;
  let isOver = false;

  const part = (name) => seen.querySelector(`[data-${name}]`);

  function look() {
    const found = document.querySelector("[data-ends-in]");
    if (!found || isOver) return;
    if (found !== seen) {
      seen = found;
      endsAt = Date.now() + Number(found.dataset.endsIn) * 1000;
      part("stay")?.addEventListener("submit", stay);
    }
    const left = (endsAt - Date.now()) / 1000;
    if (left <= -AFTER_SECONDS) end();
    else if (left <= WARN_SECONDS) warn();
  }

  function warn() {
    const box = part("ending");
    if (!box.hidden) return;
    const { warn: words, last, typed } = part("words").dataset;
    const canStay = "canStay" in seen.dataset;
    box.hidden = false;
    part("stay").hidden = !canStay;
    // Put in after it is shown: only a change is read aloud.
    part("warning").textContent = (canStay ? words : last) + (part("ended") ? typed : "");
    if (document.activeElement !== document.body) {
      document.activeElement.scrollIntoView({ block: "nearest" });
    }
  }

  let before = null; // where the resident was before the button
  document.addEventListener("focusin", ({ target, relatedTarget }) => {
    if (target.closest("[data-ending]") && !relatedTarget?.closest?.("[data-ending]")) {
      before = relatedTarget;
    }
  });

  async function stay(event) {
    event.preventDefault();
    event.stopPropagation(); // it is no message of the conversation
    const form = event.target;
    const init = { method: "POST", body: new FormData(form), redirect: "manual" };
    const answer = await fetch(form.getAttribute("action"), init).catch(() => null);
    if (!answer) return; // no connection: the warning stays, and the button too
    if (!answer.ok) return end();
    const { seconds, can_stay: canStay, sentence } = await answer.json();
    endsAt = Date.now() + seconds * 1000;
    seen.toggleAttribute("data-can-stay", canStay);
    part("until").textContent = sentence;
    part("warning").textContent = "";
    part("ending").hidden = true;
    part("stayed").textContent = part("words").dataset.stayedWords;
    (before?.isConnected ? before : document.querySelector("#bericht, main"))?.focus();
  }

  /** In a conversation what is typed goes along, to be there again after the next log-in. */
  function end() {
    isOver = true;
    const form = part("ended");
    if (!form) return location.reload();
    const fields = [...document.querySelectorAll(`[data-talk] :is(${TYPED})`)];
    const typed = fields.find((each) => each.value && each.type !== "date");
    const day = fields.find((each) => each.value);
    const kept = form.elements.namedItem("text");
    if (!typed && day) kept.name = day.name; // said in words, as when it is sent
    kept.value = (typed ?? day)?.value ?? "";
    form.submit();
  }

  addEventListener("pageshow", look); // a page that comes back from the browser's memory
  setInterval(look, 1000);
})();
