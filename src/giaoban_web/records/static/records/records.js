// The confirmation screen by keyboard: each key presses a button that is there anyway.
const finds = document.getElementById("finds");
const text = document.getElementById("text");
const help = document.getElementById("keys");
const keysOn = document.getElementById("keys-on");
const adding = document.getElementById("adding");
const told = document.getElementById("told");
const wide = window.matchMedia("(min-width: 56.01rem)");
const cards = () => [...finds.querySelectorAll(".find")];
const now = () => finds.querySelector(".find.now");
const marksOf = (id) => text.querySelectorAll(`mark[data-all~="${id}"]`);

let turns = 0;
function choose(card, { focus = true, scroll = true } = {}) {
  turns += 1;
  now()?.classList.remove("now");
  text.querySelectorAll("mark.now").forEach((mark) => mark.classList.remove("now"));
  adding?.classList.remove("selected");
  if (!card) return;
  card.classList.add("now");
  const marks = marksOf(card.dataset.find);
  marks.forEach((mark) => mark.classList.add("now"));
  if (focus) card.focus({ preventScroll: true });
  if (!scroll) return;
  card.scrollIntoView({ block: "nearest" });
  // Only the text's own box moves: the page must not jump away from the card.
  if (wide.matches && marks[0]) text.scrollTop += marks[0].getBoundingClientRect().top - text.getBoundingClientRect().top - text.clientHeight / 3;
}

function step(by) {
  const all = cards();
  const at = all.indexOf(now());
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}

// Nothing is decided about a card that nobody sees: the key brings it into view first, and one that has just come forward by itself is
// looked at for a moment, so that a second stroke meant for the card before it decides nothing.
const GLANCE = 350;
const seen = ({ top, bottom }) => top < window.innerHeight && bottom > 0;
function bring(card) {
  choose(card);
  card.classList.add("came");
  setTimeout(() => card.classList.remove("came"), GLANCE);
}
function press(act) {
  const card = now();
  if (card && !seen(card.getBoundingClientRect())) return choose(card);
  if (card?.matches(".came")) return;
  card?.querySelector(`[data-act="${act}"]`)?.click();
}
// Deciding moves on to the next card, so u right after it means the one decided last.
const strokes = [];
const undoOf = (card) => card?.querySelector('[data-act="undo"]');
finds.addEventListener("click", (event) => {
  const button = event.target.closest('[data-act="confirm"], [data-act="reject"]');
  if (button) strokes.push(button.closest(".find").id);
});
function takeBack() {
  if (undoOf(now())) return press("undo");
  const last = strokes.map((id) => document.getElementById(id)).findLast(undoOf);
  if (!last) return;
  const inView = seen(last.getBoundingClientRect());
  choose(last);
  if (inView) press("undo");
}
const keys = {
  j: () => step(1),
  k: () => step(-1),
  enter: () => press("confirm"),
  e: () => press("edit"),
  x: () => press("reject"),
  u: takeBack,
  s: () => press("same"),
  y: () => press("year"),
  "?": () => { help.open = !help.open; },
};
const steps = ["j", "k"];
const taken = { enter: "a[href], button, summary, input, select, textarea, [contenteditable]" };
const TYPING = "input, select, textarea, [contenteditable]";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const form = event.target.closest(".editing");
  if (event.key === "Escape" && form) return form.querySelector('[data-act="cancel"]').click();
  // With caps lock on, too.
  const key = event.key.toLowerCase();
  const act = keys[key];
  if (!act || !keysOn?.checked || event.target.closest(taken[key] ?? TYPING)) return;
  event.preventDefault();
  // A key that is held down decides once.
  if (!event.repeat || steps.includes(key)) act();
});

if (help) {
  help.hidden = false;
  keysOn.checked = localStorage.getItem("keys") !== "off";
  keysOn.addEventListener("change", () => localStorage.setItem("keys", keysOn.checked ? "on" : "off"));
  help.open = localStorage.getItem("help") !== "closed";
  help.addEventListener("toggle", () => localStorage.setItem("help", help.open ? "open" : "closed"));
}

text.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  if (mark && getSelection().isCollapsed) choose(document.getElementById(`find-${mark.dataset.find}`));
});
// A decided card shows what can be done with it when it is chosen; without this script, always.
finds.classList.add("alive");
finds.addEventListener("click", (event) => {
  const card = event.target.closest(".find");
  if (card && card !== now() && !event.target.closest("a, button, input, select, textarea, summary")) choose(card, { focus: false });
});
// What is pressed by finger or mouse must not move away under it.
finds.addEventListener("focusin", (event) => {
  const card = event.target.closest(".find");
  if (card && card !== now()) choose(card, { focus: false, scroll: event.target.matches(":focus-visible") });
});

// After a decision the marks of the find follow its card, and the next undecided card comes forward; after the last, what is to be done next.
// Whoever has gone on to another card meanwhile stays there: what she types goes where she sees it.
const sent = new WeakMap();
document.addEventListener("htmx:beforeRequest", ({ target, detail }) => {
  const card = target.closest(".find");
  if (card) sent.set(detail.xhr, { id: card.dataset.find, moved: ["confirm", "reject"].includes(target.dataset.act), turns });
});
document.addEventListener("htmx:afterSettle", ({ detail }) => {
  const was = sent.get(detail.xhr);
  const card = was && document.getElementById(`find-${was.id}`);
  sent.delete(detail.xhr);
  if (!card) return;
  const decided = card.classList.contains("done");
  // Read out, for it was there before.
  if (!card.matches(".editing")) told.textContent = [...card.querySelectorAll(".what, .verdict"), finds.querySelector("#progress .small")].map((each) => each.textContent.trim()).join(". ");
  marksOf(was.id).forEach((mark) => { if (mark.dataset.find === was.id) { mark.classList.toggle("done", decided); mark.classList.toggle("rejected", card.dataset.state === "rejected"); } });
  if (was.turns !== turns) return;
  if (card.matches(".editing")) return (card.querySelector(".summary") ?? card.querySelector(".fields input, .fields select"))?.focus();
  const waits = (each) => !each.classList.contains("done") && !each.matches(".editing");
  const next = was.moved && decided && (cards().slice(cards().indexOf(card) + 1).find(waits) ?? cards().find(waits));
  if (next) bring(next); else choose(card);
  if (was.moved && !next) document.querySelector("#all-decided a")?.focus();
});

// Words selected in the text go into the form of what was missed, by the code points between which they stand.
function offset(node, within) {
  const block = (node.nodeType === 1 ? node : node.parentElement).closest("[data-start]");
  if (!block) return null;
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(node, within);
  return Number(block.dataset.start) + [...range.toString()].length;
}
const chosen = adding?.querySelector(".chosen");
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (!adding || selection.isCollapsed || !text.contains(selection.anchorNode) || !text.contains(selection.focusNode)) return;
  const range = selection.getRangeAt(0);
  const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)];
  if (start === null || end === null || start >= end) return;
  adding.open = true;
  adding.classList.add("selected");
  chosen.hidden = false;
  chosen.textContent = selection.toString().trim();
  adding.querySelectorAll("a.add").forEach((link) => { link.search = new URLSearchParams({ start, end }); });
});

const asked = document.getElementById(location.hash.slice(1));
choose(asked?.closest(".find") ?? cards().find((card) => !card.classList.contains("done")), { focus: Boolean(asked), scroll: Boolean(asked) });
