// Says when an answer did not come, and leads the keyboard to what has to be put right. Every page works without it.
const trouble = document.getElementById("trouble");
const tell = (text) => { trouble.textContent = text; trouble.hidden = false; };
document.addEventListener("htmx:responseError", (event) => tell(event.detail.xhr.status === 401 ? trouble.dataset.signedOut : trouble.dataset.refused));
document.addEventListener("htmx:sendError", () => tell(trouble.dataset.unreached));
document.addEventListener("htmx:beforeRequest", () => { trouble.hidden = true; });
// Nothing is sent into the void, nor a file that is too large to be taken: what was typed stays where it is.
const tooLarge = (form) => [...form.querySelectorAll("input[type=file][data-largest]")].find((each) => !each.checkValidity());
document.addEventListener("submit", (event) => {
  if (event.target.method !== "post") return;
  const file = tooLarge(event.target);
  if (navigator.onLine && !file) return;
  event.preventDefault();
  if (file) file.reportValidity(); else tell(trouble.dataset.unreached);
}, true);
addEventListener("online", () => { trouble.hidden = true; });
document.addEventListener("change", ({ target }) => {
  if (!target.dataset.largest) return;
  target.setCustomValidity([...target.files].some((each) => each.size > Number(target.dataset.largest)) ? target.dataset.tooLarge : "");
  target.reportValidity();
});
document.querySelector(".summary")?.focus();
// What was changed in place is on the server: whoever comes back gets the page anew, not as it was when it was first loaded.
const changedHere = `changed ${location.pathname}${location.search}`;
document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (detail.successful && detail.requestConfig.verb === "post" && detail.elt.id !== "judged") sessionStorage.setItem(changedHere, "1");
});
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) return;
  const changed = sessionStorage.getItem(changedHere);
  sessionStorage.removeItem(changedHere);
  if (changed && performance.getEntriesByType("navigation")[0]?.type === "back_forward") location.reload();
});

// On a phone what narrows a list is folded, so that the list itself is in sight; not where something in it has to be put right.
if (window.matchMedia("(max-width: 36rem)").matches) document.querySelectorAll("details.on-wide:not([data-needed])").forEach((each) => { each.open = false; });
