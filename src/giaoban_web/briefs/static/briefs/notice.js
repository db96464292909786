// Paragraphs can also be drawn to another place, and moved by Alt with an arrow. The buttons do the same without this.
const list = document.querySelector(".paras[data-arrange]");
const form = document.getElementById("arrange");
let held = null;
const movable = (target) => target.closest?.(".para[data-mark]");
const block = (item) => {
  const found = [item];
  if (item.dataset.level === undefined) return found;
  for (let next = item.nextElementSibling; next && next.dataset.mark; next = next.nextElementSibling) {
    if (next.dataset.level !== undefined && next.dataset.level <= item.dataset.level) break;
    found.push(next);
  }
  return found;
};
if (list && form) {
  list.addEventListener("dragstart", (event) => {
    if (!event.target.classList?.contains("grip")) return;
    held = movable(event.target);
    held.classList.add("held");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", held.dataset.mark);
  });
  list.addEventListener("dragover", (event) => {
    const over = movable(event.target);
    if (!held || !over || block(held).includes(over)) return;
    event.preventDefault();
    list.querySelectorAll(".over").forEach((each) => each.classList.remove("over"));
    over.classList.add("over");
  });
  list.addEventListener("drop", (event) => {
    const over = movable(event.target);
    if (!held || !over || block(held).includes(over)) return;
    event.preventDefault();
    block(held).forEach((each) => over.before(each));
    form.elements.order.value = [...list.querySelectorAll(".para[data-mark]")].map((each) => each.dataset.mark).join(" ");
    form.elements.moved.value = held.dataset.mark;
    form.requestSubmit();
  });
  list.addEventListener("dragend", () => {
    held?.classList.remove("held");
    list.querySelectorAll(".over").forEach((each) => each.classList.remove("over"));
    held = null;
  });
  list.addEventListener("keydown", (event) => {
    const way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
    if (!event.altKey || !way || event.target.matches("textarea, select")) return;
    const button = event.target.closest(".para")?.querySelector(`button[value=${way}]`);
    if (button) { event.preventDefault(); button.click(); }
  });
  addEventListener("load", () => {
    document.getElementById(location.hash.slice(1))?.querySelector(".acts button")?.focus({ preventScroll: true });
  });
}
