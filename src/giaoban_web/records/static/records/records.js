// The confirmation screen by keyboard: j and k move, Enter confirms, e edits, x rejects, u takes back. Each key presses a button that is there anyway.
const finds = document.getElementById("finds");
const text = document.getElementById("text");
const cards = () => [...finds.querySelectorAll(".find")];
const now = () => finds.querySelector(".find.now");
const marksOf = (id) => text.querySelectorAll(`mark[data-all~="${id}"]`);

function choose(card, { focus = true } = {}) {
  now()?.classList.remove("now");
  text.querySelectorAll("mark.now").forEach((mark) => mark.classList.remove("now"));
  if (!card) return;
  card.classList.add("now");
  const marks = marksOf(card.dataset.find);
  marks.forEach((mark) => mark.classList.add("now"));
  if (focus) card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  if (window.matchMedia("(min-width: 56.01rem)").matches) marks[0]?.scrollIntoView({ block: "center" });
}

function step(by) {
  const all = cards();
  const at = all.indexOf(now());
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

const press = (act) => now()?.querySelector(`[data-act="${act}"]`)?.click();
const keys = { j: () => step(1), k: () => step(-1), Enter: () => press("confirm"), e: () => press("edit"), x: () => press("reject"), u: () => press("undo") };
const typing = (target) => target.closest("input, select, textarea, button, a[href], summary, [contenteditable]");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target.closest(".editing")) return event.target.closest(".editing").querySelector('[data-act="cancel"]').click();
  const act = keys[event.key];
  if (!act || typing(event.target)) return;
  event.preventDefault();
  act();
});

text.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (mark && getSelection().isCollapsed) choose(document.getElementById(`find-${mark.dataset.find}`));
});
finds.addEventListener("focusin", (event) => {
  const card = event.target.closest(".find");
  if (card && card !== now()) choose(card, { focus: false });
});

// After a decision the marks of the find follow its card, and the next undecided card comes forward.
let decided = null;
document.addEventListener("htmx:beforeRequest", (event) => {
  const card = event.target.closest(".find");
  decided = card && { id: card.dataset.find, moved: event.target.dataset.act === "confirm" || event.target.dataset.act === "reject" };
});
document.addEventListener("htmx:afterSettle", () => {
  if (!decided) return;
  const { id, moved } = decided;
  decided = null;
  const card = document.getElementById(`find-${id}`);
  if (!card) return;
  marksOf(id).forEach((mark) => { if (mark.dataset.find === id) { mark.classList.toggle("done", card.classList.contains("done")); mark.classList.toggle("rejected", card.dataset.state === "rejected"); } });
  if (card.matches(".editing")) return card.querySelector(".summary, textarea")?.focus();
  const later = cards().slice(cards().indexOf(card) + 1).find((each) => !each.classList.contains("done") && !each.matches(".editing"));
  choose(moved && card.classList.contains("done") && later ? later : card);
});

// Words selected in the text go into the form of what was missed.
function offset(node, within) {
  const block = (node.nodeType === 1 ? node : node.parentElement).closest("[data-start]");
  if (!block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, within);
  return Number(block.dataset.start) + [...range.toString()].length;
}
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.isCollapsed || !text.contains(selection.anchorNode)) return;
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const words = selection.toString().trim();
  const adding = document.getElementById("adding");
  if (!adding || start === null || !words) return;
  adding.open = true;
  const lead = [...range.toString()].length - [...range.toString().trimStart()].length;
  adding.querySelectorAll("a.add").forEach((link) => { link.search = new URLSearchParams({ quote: words, start: String(start + lead) }); });
});

choose(document.getElementById(location.hash.slice(1)) ?? cards().find((card) => !card.classList.contains("done")), { focus: Boolean(location.hash) });
