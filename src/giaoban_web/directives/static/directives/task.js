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
});
