// SPDX-License-Identifier: EUPL-1.2
// The chat page without reloading: sends the same forms, takes the new messages out of the page that
// comes back. Whatever goes wrong here, the form is sent in the ordinary way.
(() => {
  const talk = document.querySelector("[data-talk]");
  if (!talk || !window.DOMParser || !window.fetch) return;
  let busy = false;

  const newest = () => talk.querySelector(".bubbles > li:last-child");
  const status = (words) => {
    const line = talk.querySelector("[data-status]");
    if (line) line.textContent = words;
  };

  // Only what is new goes into the log, so that a screen reader reads only that.
  function take(page) {
    const fresh = page.querySelector("[data-talk]");
    const list = talk.querySelector(".bubbles");
    if (!fresh || page.querySelector("#fout")) return false;
    talk.querySelectorAll(".bubbles [data-now], .bubbles .waiting").forEach((old) => old.remove());
    talk.querySelectorAll(".is-live").forEach((old) => old.classList.remove("is-live"));
    const all = [...fresh.querySelectorAll(".bubbles > li")];
    list.append(...all.filter((item) => !item.id || !document.getElementById(item.id)));
    talk.querySelector(".start")?.remove();
    talk.querySelector("#fout")?.remove();
    talk.querySelector("#invoer").replaceWith(fresh.querySelector("#invoer"));
    document.querySelector(".nav")?.replaceWith(page.querySelector(".nav"));
    return true;
  }

  // The button that was pressed is gone: go to the next thing to do, without a jump for the eye.
  function goOn(typed) {
    const own = [...talk.querySelectorAll(".bubble-own")].pop();
    const next = newest()?.querySelector("[data-first]");
    const composer = talk.querySelector("#bericht");
    const target = next ?? (typed ? composer : null) ?? newest();
    target?.focus({ preventScroll: true });
    (own ?? newest())?.scrollIntoView({ block: "start" });
  }

  async function send(form, button) {
    const data = new FormData(form);
    if (button?.name) data.set(button.name, button.value);
    const typed = form.hasAttribute("data-composer");
    status("Bezig…");
    // Not form.action: a button named "action" hides that.
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body: data });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!take(page)) {
      const whole = page.querySelector("[data-talk]");
      if (!whole) throw new Error(`answered ${answer.status}`);
      talk.replaceChildren(...whole.childNodes);
      talk.querySelector("#fout")?.focus();
    } else {
      goOn(typed);
    }
  }

  talk.addEventListener("submit", (event) => {
    const { target: form, submitter } = event;
    event.preventDefault();
    if (busy) return;
    busy = true;
    send(form, submitter)
      .catch(() => {
        // The form's key makes a repeat harmless: what did arrive is not stored twice.
        if (submitter?.name) {
          const field = Object.assign(document.createElement("input"), { type: "hidden" });
          Object.assign(field, { name: submitter.name, value: submitter.value });
          form.append(field);
        }
        HTMLFormElement.prototype.submit.call(form);
      })
      .finally(() => {
        busy = false;
        status("");
      });
  });

  // Enter sends, Shift+Enter begins a new line.
  talk.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!event.target.matches("textarea")) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });
})();
