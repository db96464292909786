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

// Looking for a place keeps what is typed: the form is sent along to be shown again, not saved.
document.querySelector("form:has(#place_like)")?.addEventListener("submit", (event) => {
  const task = document.getElementById("task"), look = task?.querySelector("[name=check]");
  if (!look || task === event.target) return;
  event.preventDefault();
  task.action = `?${new URLSearchParams(new FormData(event.target))}`;
  task.requestSubmit(look);
});

// Enter looks for a criterion where its words are typed, and saves anywhere else.
const sought = document.getElementById("id_serves_like"), usual = document.querySelector("#task [name=enter]");
usual?.removeAttribute("name");
sought?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  sought.form.requestSubmit(sought.closest(".seeking").querySelector("[name=check]"));
});
