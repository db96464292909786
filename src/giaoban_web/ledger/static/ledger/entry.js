// The entry grid by keyboard, saved row by row, and nothing lost without a connection. Without this file it is one plain form.
const table = document.getElementById("entry");
const banner = document.getElementById("offline");
const store = table.dataset.store;
const RETRY = 15000;
const rowsOf = () => [...table.querySelectorAll("tr[data-row]")];
const fieldsOf = (row) => [...row.querySelectorAll("input[name], select[name]")];
const typed = (row) => fieldsOf(row).filter((field) => field.type !== "hidden");
const saved = new Map();
const note = (row) => typed(row).forEach((field) => saved.set(field, field.value));
const read = () => JSON.parse(localStorage.getItem(store) || "{}");
const write = (kept) => (Object.keys(kept).length ? localStorage.setItem(store, JSON.stringify(kept)) : localStorage.removeItem(store));
const state = (row) => Object.fromEntries(fieldsOf(row).map((field) => [field.name, field.value]));
const same = (one, two) => JSON.stringify(one) === JSON.stringify(two);

// What is typed lies in the browser until the server has it.
function keep(row) {
  row.classList.add("unsent");
  write({ ...read(), [row.dataset.row]: state(row) });
}
function forget(row) {
  const { [row.dataset.row]: _gone, ...rest } = read();
  row.classList.remove("unsent");
  write(rest);
}
const pending = () => rowsOf().filter((row) => row.classList.contains("unsent"));
const send = (row) => htmx.trigger(row, "keep");
function tellOff(text) {
  banner.textContent = text;
  banner.hidden = !text;
}

table.addEventListener("input", (event) => keep(event.target.closest("tr")));
table.addEventListener("change", (event) => send(event.target.closest("tr")));

const sent = new WeakMap();
table.addEventListener("htmx:beforeRequest", (event) => sent.set(event.detail.xhr, state(event.target)));
for (const unanswered of ["htmx:sendError", "htmx:timeout"]) {
  table.addEventListener(unanswered, (event) => {
    event.stopPropagation();
    tellOff(banner.dataset.offline);
  });
}
table.addEventListener("htmx:responseError", (event) => { if (event.detail.xhr.status === 401) event.stopPropagation(); });
table.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  const row = event.target.closest("tr");
  if (xhr.getResponseHeader("X-Row") !== row.dataset.row) {
    event.detail.shouldSwap = false;
    if (xhr.status === 401) tellOff(banner.dataset.expired);
    return;
  }
  row.classList.toggle("wrong", xhr.status !== 200);
  if (same(sent.get(xhr), state(row))) {
    if (xhr.status === 200) { forget(row); note(row); } else row.classList.remove("unsent");
  }
  if (!pending().length) tellOff("");
});
table.addEventListener("click", (event) => {
  if (event.target.dataset.act !== "again") return;
  event.preventDefault();
  const row = event.target.closest("tr");
  keep(row);
  send(row);
});
addEventListener("online", () => pending().forEach(send));
addEventListener("offline", () => tellOff(banner.dataset.offline));
setInterval(() => pending().filter((row) => !row.contains(document.activeElement) || !banner.hidden).forEach(send), RETRY);

// Enter and the arrows move, Esc gives back what was saved.
function step(field, down, right) {
  const rows = rowsOf();
  const at = rows.indexOf(field.closest("tr"));
  const fields = typed(rows[at]);
  const place = fields.indexOf(field) + right;
  if (right && fields[place]) return fields[place].focus();
  if (right) return undefined;
  const name = field.name.slice(field.name.lastIndexOf("-"));
  for (let next = at + down; rows[next]; next += down) {
    const wanted = typed(rows[next]).find((each) => each.name.endsWith(name));
    if (wanted) return wanted.focus();
  }
  return undefined;
}
const atEdge = (field, end) => {
  if (field.matches("select")) return true;
  const { selectionStart: from, selectionEnd: to, value } = field;
  return (from === 0 && to === value.length) || (from === to && from === (end ? value.length : 0));
};
const moves = {
  Enter: (field, event) => step(field, event.shiftKey ? -1 : 1, 0),
  ArrowDown: (field) => step(field, 1, 0),
  ArrowUp: (field) => step(field, -1, 0),
  ArrowRight: (field) => step(field, 0, 1),
  ArrowLeft: (field) => step(field, 0, -1),
};
table.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.matches("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    field.value = saved.get(field);
    const row = field.closest("tr");
    if (typed(row).every((each) => each.value === saved.get(each))) forget(row);
    return;
  }
  const sideways = event.key === "ArrowRight" || event.key === "ArrowLeft";
  if (!moves[event.key] || (sideways && !atEdge(field, event.key === "ArrowRight")) || (field.matches("select") && /^Arrow(Up|Down)$/.test(event.key))) return;
  event.preventDefault();
  moves[event.key](field, event);
});
table.addEventListener("focusin", (event) => event.target.matches("input") && event.target.select());

// What an earlier visit could not send is put back, with what was seen then: another's figure typed meanwhile is not overwritten.
rowsOf().forEach(note);
for (const [key, fields] of Object.entries(read())) {
  const row = rowsOf().find((each) => each.dataset.row === key);
  if (!row) continue;
  if (typed(row).every((field) => field.value === fields[field.name])) { forget(row); continue; }
  fieldsOf(row).forEach((field) => { if (field.name in fields) field.value = fields[field.name]; });
  row.classList.add("unsent");
}
if (pending().length) addEventListener("load", () => pending().forEach(send));
