// Says when an answer did not come, and leads the keyboard to what has to be put right. Every page works without it.
const trouble = document.getElementById("trouble");
const main = trouble.parentElement;
// It stands beside what was pressed; else at the top of the page, where it stays in sight.
function tell(text, pressed) {
  if (pressed?.matches("button, a, form")) (pressed.closest(".acts") ?? pressed).after(trouble); else main.prepend(trouble);
  trouble.textContent = text;
  trouble.hidden = false;
}
function hush() {
  trouble.hidden = true;
  main.prepend(trouble);
}
const pressed = ({ elt, requestConfig }) => requestConfig?.triggeringEvent?.submitter ?? elt;
const why = ({ status }) => (status === 401 ? "signedOut" : status < 500 ? "refused" : "broken");
// What is refused as a whole page is told beside what was pressed: the form stays as it was typed.
const refusal = ({ status, responseText }) => status > 399 && new DOMParser().parseFromString(responseText, "text/html").querySelector(".next p")?.textContent;
document.addEventListener("htmx:beforeSwap", ({ detail }) => refusal(detail.xhr) && Object.assign(detail, { shouldSwap: false, isError: true }));
document.addEventListener("htmx:responseError", ({ detail }) => {
  const told = refusal(detail.xhr);
  tell(told ? `${told} ${trouble.dataset.stays}` : trouble.dataset[why(detail.xhr)], pressed(detail));
});
document.addEventListener("htmx:sendError", ({ detail }) => tell(trouble.dataset.unreached, pressed(detail)));
document.addEventListener("htmx:timeout", ({ detail }) => tell(trouble.dataset.late, pressed(detail)));
document.addEventListener("htmx:beforeRequest", hush);
// A form is sent once, however often it is pressed while the answer is on its way; not where each press opens a file.
const AGAIN = 10000;
let sentAt = new WeakMap();
const onItsWay = (form) => Date.now() - (sentAt.get(form) ?? 0) < AGAIN;
document.addEventListener("submit", (event) => {
  if (!onItsWay(event.target)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
document.addEventListener("submit", ({ target, submitter, defaultPrevented }) => {
  if (target.method !== "post" || defaultPrevented || target.matches("[data-opens]")) return;
  sentAt.set(target, Date.now());
  submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => submitter?.removeAttribute("aria-busy"), AGAIN);
});
// Nothing is sent into the void, nor a file that is too large to be taken: what was typed stays where it is.
const tooLarge = (form) => [...form.querySelectorAll("input[type=file][data-largest]")].find((each) => !each.checkValidity());
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post") return;
  const file = tooLarge(event.target);
  if (navigator.onLine && !file) return;
  event.preventDefault();
  if (file) file.reportValidity(); else tell(trouble.dataset.unreached, event.submitter ?? event.target);
}, true);
addEventListener("online", hush);
document.addEventListener("change", ({ target }) => {
  if (!target.dataset.largest) return;
  target.setCustomValidity([...target.files].some((each) => each.size > Number(target.dataset.largest)) ? target.dataset.tooLarge : "");
  target.reportValidity();
});
document.querySelector(location.hash ? ".summary" : ".summary, .done-now")?.focus();
// Whoever comes back to a page that was changed in place gets it anew.
const changedHere = `changed ${location.pathname}${location.search}`;
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.successful && detail.requestConfig.verb === "post" && detail.elt.id !== "judged") sessionStorage.setItem(changedHere, "1");
});
addEventListener("pageshow", ({ persisted }) => {
  sentAt = new WeakMap();
  document.querySelectorAll("[aria-busy]").forEach((each) => each.removeAttribute("aria-busy"));
  if (persisted) return;
  const changed = sessionStorage.getItem(changedHere);
  sessionStorage.removeItem(changedHere);
  if (changed && performance.getEntriesByType("navigation")[0]?.type === "back_forward") location.reload();
});

// What narrows a list is folded on a phone, unless something in it has to be put right.
if (matchMedia("(max-width: 36rem)").matches) document.querySelectorAll("details.on-wide:not([data-needed])").forEach((each) => { each.open = false; });
