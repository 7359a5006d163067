// SPDX-License-Identifier: EUPL-1.2
// The chat page without reloading: sends the same forms, takes the new messages out of the page that
// comes back, and hears when another device or a colleague added some. Whatever goes wrong here, the
// form is sent in the ordinary way.
(() => {
  const talk = document.querySelector("[data-talk]");
  if (!talk || !window.DOMParser || !window.fetch) return;
  const TYPED = "textarea, input:not([type=hidden]):not([type=date]):not([type=file])";
  let busy = false;

  const newest = () => talk.querySelector(".bubbles > li:last-child");
  const status = (words) => {
    const line = talk.querySelector("[data-status]");
    if (line) line.textContent = words;
  };
  const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
  /** The sequence of the newest message in a talk, 0 without any. */
  const seen = (where) => {
    const last = [...where.querySelectorAll(".bubbles > li[id]")].pop();
    return Number(last?.id.split("-")[1] ?? 0);
  };

  // Only what is new goes into the log, so that a screen reader reads only that. Another talk, or a
  // page that tells what went wrong, is taken as a whole.
  function take(page) {
    const fresh = page.querySelector("[data-talk]");
    if (!fresh) throw new Error("not a chat page");
    const isOther = talk.dataset.talk && talk.dataset.talk !== fresh.dataset.talk;
    talk.dataset.talk = fresh.dataset.talk;
    document.querySelector(".nav")?.replaceWith(page.querySelector(".nav"));
    if (isOther) hangUp();
    if (isOther || fresh.querySelector("#fout")) {
      talk.replaceChildren(...fresh.childNodes);
      return;
    }
    const list = talk.querySelector(".bubbles");
    talk.querySelectorAll(".bubbles [data-now], .bubbles .waiting").forEach((old) => old.remove());
    talk.querySelectorAll(".is-live").forEach((old) => old.classList.remove("is-live"));
    const all = [...fresh.querySelectorAll(".bubbles > li")];
    list.append(...all.filter((item) => !item.id || !document.getElementById(item.id)));
    talk.querySelector(".start")?.remove();
    talk.querySelector("#fout")?.remove();
    talk.querySelector("#invoer").replaceWith(fresh.querySelector("#invoer"));
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
    take(await read(await fetch(form.getAttribute("action"), { method: "POST", body: data })));
    const problem = talk.querySelector("#fout");
    if (problem) problem.focus();
    else goOn(typed);
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
        listen();
        catchUp();
      });
  });

  // Enter sends, Shift+Enter begins a new line.
  talk.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    if (!event.target.matches("textarea")) return;
    event.preventDefault();
    event.target.form.requestSubmit();
  });

  // What was added elsewhere. The line tells that there is something; the page itself tells what.
  let line = null;
  let told = 0;
  let soon = 0;

  /** What is being typed stays, also when the place to type is another one now; so does the focus. */
  function keepingWhatIsTyped(change) {
    const held = talk.contains(document.activeElement) ? document.activeElement : null;
    const field = held?.matches(TYPED) ? held : null;
    const place = field?.selectionStart ?? null;
    const typed = field?.value || [...talk.querySelectorAll(TYPED)].find((each) => each.value)?.value;
    change();
    const next = talk.querySelector(`[data-now] :is(${TYPED})`) ?? talk.querySelector("#bericht");
    if (next && typed) next.value = typed;
    if (!held || held.isConnected) return;
    (field ? next : newest())?.focus({ preventScroll: true });
    if (place !== null && next?.selectionStart != null) next.setSelectionRange(place, place);
  }

  /** Fetches the page, and takes what is new in it; also when the talk was erased elsewhere. */
  async function look() {
    const answer = await fetch(location.pathname).catch(() => null);
    if (!answer) return;
    // Shut: somebody logged out, or logged in elsewhere. What stands here is not for who sits here now.
    if (answer.status === 403) return location.reload();
    const page = await read(answer).catch(() => null);
    const fresh = page?.querySelector("[data-talk]");
    if (!fresh || busy) return;
    if (fresh.dataset.talk === talk.dataset.talk && seen(fresh) <= seen(talk)) return;
    const { scrollHeight } = document.documentElement;
    const isAtTheEnd = window.scrollY + window.innerHeight >= scrollHeight - 100;
    keepingWhatIsTyped(() => take(page));
    if (isAtTheEnd) newest()?.scrollIntoView({ block: "nearest" });
  }

  const catchUp = () => {
    if (!busy && told > seen(talk)) look();
  };

  /** Opens the line. A hidden page has none: a browser keeps but a few to one server. */
  function listen() {
    if (line || document.hidden || !talk.dataset.talk || !window.EventSource) return;
    told = 0;
    line = new EventSource(`${talk.dataset.stream}?na=${seen(talk)}`);
    line.onmessage = ({ lastEventId }) => {
      told = Number(lastEventId);
      clearTimeout(soon);
      soon = setTimeout(catchUp, 50); // question and answer come as several
    };
    line.onerror = () => {
      if (line?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      hangUp();
      look();
      setTimeout(listen, 30_000);
    };
  }

  function hangUp() {
    line?.close();
    line = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? hangUp() : listen()));
  listen();
})();
