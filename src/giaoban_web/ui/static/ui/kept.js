// What was typed into a form is not lost when the session ended before it was sent: this tab keeps it until the form can be shown again.
// It is forgotten with the next page that tells the form arrived, when another person signs in, and with the tab.
const KEPT = "kept", token = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
const here = () => location.pathname + location.search, who = document.body.dataset.who;
const fields = (form) => [...form.elements].filter((each) => each.name && each.name !== "csrfmiddlewaretoken" && /^(TEXTAREA|SELECT|INPUT)$/.test(each.tagName) && !/^(hidden|password|file|submit|button)$/.test(each.type));
const same = (action) => [...document.querySelectorAll("main form")].filter((form) => form.method === "post" && form.getAttribute("action") === action);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.elements.csrfmiddlewaretoken && token()) form.elements.csrfmiddlewaretoken.value = token();
  if (!who) return;
  sessionStorage.removeItem(KEPT);
  const typed = fields(form).map(({ name, value, type, checked }) => ({ name, value, on: /^(checkbox|radio)$/.test(type) ? checked : undefined }));
  if (!form.closest("main") || event.defaultPrevented || !typed.some((each) => each.on === undefined && each.value.trim())) return;
  const action = form.getAttribute("action");
  sessionStorage.setItem(KEPT, JSON.stringify({ who, page: here(), action, at: same(action).indexOf(form), typed }));
});
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!token()) return;
  detail.headers["X-CSRFToken"] = token();
  if (detail.parameters.csrfmiddlewaretoken) detail.parameters.csrfmiddlewaretoken = token();
});

const fill = (form, typed) => fields(form).forEach((field, at) => {
  const was = typed[at];
  if (!was || was.name !== field.name) return;
  if (was.on !== undefined) field.checked = was.on; else if (field.value !== was.value) field.value = was.value; else return;
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null"), refused = document.getElementById("kept");
if (kept && (!who || refused)) {
  sessionStorage.setItem(KEPT, JSON.stringify({ ...kept, lost: true }));
  if (refused) { refused.hidden = false; refused.querySelector("a").href = kept.page; }
} else if (kept?.lost && kept.who === who && kept.page === here()) {
  const form = same(kept.action)[kept.at];
  if (form) { fill(form, kept.typed); const told = document.getElementById("trouble"); told.textContent = told.dataset.kept; told.hidden = false; form.scrollIntoView?.({ block: "nearest" }); }
  sessionStorage.removeItem(KEPT);
} else if (kept && !(kept.lost && kept.who === who)) sessionStorage.removeItem(KEPT);
