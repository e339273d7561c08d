// Everything works without this file. With it, forms that say data-quiet send without a reload, and pages that say
// data-live take over pieces as they change.
"use strict";

const tell = (words) => {
  const place = document.getElementById("news");
  if (place) place.textContent = words;
};

// A page that shows what is not there yet loads itself anew, but not under a form that is on its way: that would cut it off.
let underway = 0;
let stale = false;
const reload = () => {
  stale = true;
  if (underway === 0) location.reload();
};

const atEnd = (element) => element.scrollHeight - element.scrollTop - element.clientHeight < 40;

const put = ({ id, html }) => {
  const now = document.getElementById(id);
  if (!now) return reload();
  const before = now.children.length;
  const stay = now.matches(".bubbles") && !atEnd(now) ? now.scrollTop : null;
  const inside = now.contains(document.activeElement) ? document.activeElement.id : null;
  now.outerHTML = html;
  const next = document.getElementById(id);
  if (next.matches(".bubbles")) next.scrollTop = stay ?? next.scrollHeight;
  if (before && next.children.length > before) next.lastElementChild.classList.add("fresh");
  if (inside) document.getElementById(inside)?.focus();
};

const listen = (address) => {
  const source = new EventSource(address);
  source.addEventListener("piece", (event) => put(JSON.parse(event.data)));
  source.addEventListener("reload", reload);
  window.addEventListener("pagehide", () => source.close());
};

const send = async (form, button) => {
  const body = new FormData(form, button);
  const buttons = form.querySelectorAll("button");
  buttons.forEach((b) => (b.disabled = true));
  underway++;
  try {
    const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    if (answer.ok) {
      form.reset();
      tell("Sent.");
    } else {
      const problem = await answer.json().catch(() => ({}));
      tell(problem.detail ?? "It could not be sent. Reload the page and try again.");
    }
  } catch {
    tell("The program does not answer. Is it still running?");
  } finally {
    underway--;
    if (stale) reload();
    buttons.forEach((b) => (b.disabled = false));
    form.querySelector("input:not([type=hidden]), textarea")?.focus({ preventScroll: true });
  }
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  const sure = event.submitter?.dataset.sure;
  if (sure && !confirm(sure)) return event.preventDefault();
  if (form.matches("[data-quiet]")) {
    event.preventDefault();
    send(form, event.submitter);
  } else {
    underway++;
  }
});

document.addEventListener("input", (event) => {
  if (!event.target.matches("[data-filter]")) return;
  const words = event.target.value.trim().toLowerCase();
  let shown = 0;
  for (const item of document.querySelectorAll(event.target.dataset.filter)) {
    item.hidden = !item.textContent.toLowerCase().includes(words);
    if (!item.hidden) shown++;
  }
  tell(`${shown} shown`);
});

// On a narrow screen the menu scrolls sideways: show where one is.
const here = document.querySelector(".side [aria-current]")?.parentElement;
if (here) here.parentElement.scrollLeft = here.offsetLeft - (here.parentElement.clientWidth - here.offsetWidth) / 2;

for (const bubbles of document.querySelectorAll(".bubbles")) bubbles.scrollTop = bubbles.scrollHeight;
if (document.body.dataset.live) listen(document.body.dataset.live);
