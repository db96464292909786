// Files dropped on the form are chosen; while they are read, the page says so. Works without, as a plain form.
const form = document.querySelector(".drop");
if (form) {
  const input = form.querySelector("input[type=file]");
  for (const name of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(name, (event) => { event.preventDefault(); form.classList.toggle("over", name === "dragover"); });
  }
  form.addEventListener("drop", (event) => { input.files = event.dataTransfer.files; });
  form.addEventListener("submit", () => { form.querySelector(".wait").hidden = false; });
}
