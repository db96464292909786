// Takes a suggestion into its field at once, and marks evidence as opened. Without it both are done by the server.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-take]");
  const field = button && document.getElementById(`id_${button.dataset.take}`);
  if (!field) return;
  event.preventDefault();
  field.value = button.dataset.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches(".open-piece")) return;
  const piece = event.target.closest("li");
  piece.querySelector("[data-opened]").hidden = false;
  piece.querySelector("[data-unopened]")?.remove();
  document.querySelector(`.to-open a[href="#${piece.id}"]`)?.closest("li").remove();
  document.querySelectorAll(".to-open:not(:has(li))").forEach((note) => note.remove());
});

// Enter looks where words are typed by which something is looked for, and saves anywhere else.
document.querySelector("#task [name=enter]")?.removeAttribute("name");
document.querySelectorAll("#task .seeking").forEach((seeking) => seeking.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || event.target.type === "submit") return;
  event.preventDefault();
  event.target.form.requestSubmit(seeking.querySelector("[name=check]"));
}));
