// What was typed into a form is not lost when the session ended before it was sent, or no answer came: this tab keeps it until the form can
// be shown again. It is forgotten with the next page that tells the form arrived, when another person signs in, and with the tab.
// What was typed into other forms of the page, and not sent with this one, is kept until the page is there again.
const KEPT = "kept", BESIDE = "beside", token = () => /(?:^|; )csrftoken=([^;]+)/.exec(document.cookie)?.[1];
const here = () => location.pathname + location.search, who = document.body.dataset.who;
const fields = (form) => [...form.elements].filter((each) => each.name && each.name !== "csrfmiddlewaretoken" && /^(TEXTAREA|SELECT|INPUT)$/.test(each.tagName) && !/^(hidden|password|file|submit|button)$/.test(each.type));
const same = (action) => [...document.querySelectorAll("main form")].filter((form) => form.method === "post" && form.getAttribute("action") === action);

const typedIn = (form) => fields(form).map(({ name, value, type, checked }) => ({ name, value, on: /^(checkbox|radio)$/.test(type) ? checked : undefined }));
const placed = (form) => ({ action: form.getAttribute("action"), at: same(form.getAttribute("action")).indexOf(form), typed: typedIn(form) });
const unsent = (form) => fields(form).some((each) => /^(TEXTAREA|INPUT)$/.test(each.tagName) && !/^(checkbox|radio)$/.test(each.type) && each.value !== each.defaultValue);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.elements.csrfmiddlewaretoken && token()) form.elements.csrfmiddlewaretoken.value = token();
  if (!who) return;
  sessionStorage.removeItem(KEPT);
  if (!form.closest("main") || event.defaultPrevented) return;
  const forms = [...document.querySelectorAll("main form[method=post]")].filter((each) => each !== form && unsent(each)).map(placed);
  if (forms.length) sessionStorage.setItem(BESIDE, JSON.stringify({ who, page: here(), forms }));
  const told = placed(form);
  if (told.typed.some((each) => each.on === undefined && each.value.trim())) sessionStorage.setItem(KEPT, JSON.stringify({ who, page: here(), ...told }));
});
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!token()) return;
  detail.headers["X-CSRFToken"] = token();
  if (detail.parameters.csrfmiddlewaretoken) detail.parameters.csrfmiddlewaretoken = token();
});

// As the page has a field, whatever the browser may have put back into it by itself.
const begun = (field) => (/^(checkbox|radio)$/.test(field.type) ? field.defaultChecked : field.defaultValue ?? field.value);
const fill = (form, typed) => fields(form).forEach((field, at) => {
  const was = typed[at];
  if (was?.name !== field.name || (was.on ?? was.value) === begun(field)) return;
  if (was.on !== undefined) field.checked = was.on; else field.value = was.value;
  for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
const tell = (what, form) => { const told = document.getElementById("trouble"); told.textContent = told.dataset[what]; told.hidden = false; form.scrollIntoView?.({ block: "nearest" }); };
const read = (name) => JSON.parse(sessionStorage.getItem(name) ?? "null"), mine = (each) => who && each?.who === who && each.page === here();
const beside = read(BESIDE), kept = read(KEPT), refused = document.getElementById("kept");
const found = ({ action, at }) => same(action)[at];
function putBack(each) {
  fill(found(each), each.typed);
  tell("beside", found(each));
}
// A form that a link brings into the page is brought again.
function fetched(each) {
  const link = [...document.querySelectorAll("main a[hx-get]")].find((one) => one.getAttribute("hx-get") === each.action);
  if (!link) return;
  const arrived = () => { if (!found(each)) return; document.removeEventListener("htmx:afterSettle", arrived); putBack(each); };
  document.addEventListener("htmx:afterSettle", arrived);
  addEventListener("load", () => link.click());
}
if (mine(beside)) beside.forms.forEach((each) => (found(each) ? putBack(each) : fetched(each)));
if (mine(beside) || (who && beside?.who !== who)) sessionStorage.removeItem(BESIDE);
// A page that is come back to without any page between was given no answer.
const unanswered = performance.getEntriesByType("navigation")[0]?.type === "back_forward";
if (kept && (!who || refused)) {
  sessionStorage.setItem(KEPT, JSON.stringify({ ...kept, lost: refused?.dataset.why ?? "kept" }));
  if (refused) { refused.hidden = false; refused.querySelector("a").href = kept.page; }
} else if (mine(kept) && (kept.lost || unanswered)) {
  const form = same(kept.action)[kept.at];
  if (form) { fill(form, kept.typed); tell(kept.lost ?? "unanswered", form); }
  sessionStorage.removeItem(KEPT);
} else if (kept && !(kept.lost && kept.who === who)) sessionStorage.removeItem(KEPT);
