// Says when an answer did not come, and leads the keyboard to what has to be put right. Every page works without it.
const trouble = document.getElementById("trouble");
const tell = (text) => { trouble.textContent = text; trouble.hidden = false; };
document.addEventListener("htmx:responseError", (event) => tell(event.detail.xhr.status === 401 ? trouble.dataset.signedOut : trouble.dataset.refused));
document.addEventListener("htmx:sendError", () => tell(trouble.dataset.unreached));
document.addEventListener("htmx:beforeRequest", () => { trouble.hidden = true; });
document.querySelector(".summary")?.focus();
