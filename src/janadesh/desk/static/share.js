// Answers at once when a seat is moved by hand, without loading the page again.
// The page works without this file: its form has a button that reckons the moves.
(() => {
  "use strict";
  const form = document.querySelector("[data-moves]");
  if (!form || !window.fetch) return;
  const said = form.querySelector("[data-said]");
  const choices = [...form.querySelectorAll("select[data-best]")];
  const SOON = 150;
  let waiting = 0;
  let asked = 0;

  const address = () => {
    const moved = choices
      .filter((choice) => choice.value !== choice.dataset.best)
      .map((choice) => choice.name.slice("moved:".length) + "=" + choice.value);
    const at = new URL(form.dataset.address, location.href);
    if (moved.length) at.searchParams.set("moved", moved.join(","));
    return at;
  };

  // what the choice itself says needs no answer of the server
  const show = (choice) => {
    const row = choice.closest("tr");
    const { chance, part, colour } = choice.selectedOptions[0].dataset;
    const isMoved = choice.value !== choice.dataset.best;
    row.classList.toggle("moved-row", isMoved);
    row.querySelector("[data-chance]:not(option)").textContent = chance;
    row.querySelector(".bar").setAttribute("class", "bar " + colour);
    row.querySelector(".filled").setAttribute("width", part + "%");
    const place = form.querySelector(`path[data-place="${CSS.escape(row.dataset.place)}"]`);
    if (place) place.setAttribute("class", colour + (isMoved ? " moved-seat" : ""));
  };

  const ask = async () => {
    const mine = ++asked;
    const at = address();
    history.replaceState(null, "", at);
    const part = new URL(at);
    part.hash = "";
    part.searchParams.set("part", "plan");
    const answer = await fetch(part);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // an answer that a later question has overtaken is dropped
    if (mine !== asked) return;
    const sum = document.importNode(page.querySelector("[data-plan]"), true);
    form.querySelector("[data-plan]").replaceWith(sum);
    said.textContent = sum.dataset.say;
  };

  form.addEventListener("change", (event) => {
    if (!event.target.dataset.best) return;
    show(event.target);
    clearTimeout(waiting);
    // with the arrow keys several choices are passed on the way to one
    waiting = setTimeout(() => ask().catch(() => form.submit()), SOON);
  });
  form.classList.add("at-once");
})();
