// SPDX-License-Identifier: EUPL-1.2
// The chat page without reloading. Everything also works when this file does not arrive: the forms
// are ordinary forms, and any fault here falls back to sending them the ordinary way.

const region = () => document.getElementById("gesprek");

function showNewest() {
  const answers = region().querySelectorAll(".message.resident");
  const from = answers[answers.length - 1];
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  (from ?? region()).scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
}

async function send(form, button) {
  const data = new FormData(form, button);
  const status = document.getElementById("status");
  if (status) status.textContent = "Bezig…";
  region().setAttribute("aria-busy", "true");
  const answer = await fetch(form.action, { method: "POST", body: data, credentials: "same-origin" });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("gesprek");
  if (!fresh) throw new Error("no talk in the answer");
  region().replaceWith(fresh);
  const text = document.getElementById("text");
  if (fresh.querySelector("#probleem") || document.activeElement === document.body) {
    text?.focus({ preventScroll: true });
  }
  showNewest();
}

let sending = false;

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!region()?.contains(form)) return;
  event.preventDefault();
  if (sending) return; // pressed twice: once is enough
  sending = true;
  send(form, event.submitter)
    .catch(() => {
      const button = event.submitter;
      if (button?.name) {
        const field = document.createElement("input");
        field.type = "hidden";
        field.name = button.name;
        field.value = button.value;
        form.append(field);
      }
      form.submit();
    })
    .finally(() => {
      sending = false;
    });
});

if (region()?.querySelector(".message.resident")) showNewest();
