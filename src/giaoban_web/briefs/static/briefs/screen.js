// Turns the slides by the keys that a pointer in a meeting room sends; without it they are links one under the other.
const slides = [...document.querySelectorAll(".slide")];
const turns = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 };
const shown = () => slides.reduce((best, each, at) => Math.abs(each.getBoundingClientRect().top) < Math.abs(slides[best].getBoundingClientRect().top) ? at : best, 0);

function show(at) {
  const slide = slides[Math.min(Math.max(at, 0), slides.length - 1)];
  slide.scrollIntoView();
  slide.focus({ preventScroll: true });
  history.replaceState(null, "", `#${slide.id}`);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.key === " " && event.target.closest("a"))) return;
  const to = { Home: 0, End: slides.length - 1 }[event.key] ?? (turns[event.key] ? shown() + turns[event.key] : null);
  if (to === null) return;
  event.preventDefault();
  // What is taller than the screen is read to its end first.
  const { top, bottom } = slides[shown()].getBoundingClientRect();
  const ahead = turns[event.key] > 0 && bottom > innerHeight + 2, behind = turns[event.key] < 0 && top < -2;
  if (ahead || behind) scrollBy({ top: turns[event.key] * innerHeight * 0.8 }); else show(to);
});
document.querySelector(".keys").hidden = false;
