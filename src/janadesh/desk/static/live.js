// Repaints what changed while votes are counted, without loading the page again.
// The page works without this file: loading it again shows the same figures.
(() => {
  "use strict";
  const box = document.querySelector("[data-live]");
  if (!box || !window.EventSource) return;
  const state = box.querySelector("[data-live-state]");
  const listening = state.textContent;
  const said = box.querySelector("[data-live-said]");
  const only = box.dataset.only;
  const SOON = 100;
  const SPREAD = 400;
  const MOST_NAMED = 60;
  const FOCUSABLE = "a[href], button, input, select, summary, [tabindex]";
  let places = new Set();
  let waits = false;
  let asks = false;

  // what the reader or another script changed is no change of the figures
  const plain = (piece) => {
    const copy = piece.cloneNode(true);
    copy.removeAttribute("hidden");
    copy.classList.remove("fresh");
    if (copy.className === "") copy.removeAttribute("class");
    for (const details of copy.querySelectorAll("details")) details.removeAttribute("open");
    return copy.outerHTML;
  };

  const replace = (old, piece) => {
    const opened = [...old.querySelectorAll("details")].map((details) => details.open);
    piece.querySelectorAll("details").forEach((details, i) => (details.open = Boolean(opened[i])));
    const scrolled = [...old.querySelectorAll(".scrolls")].map((region) => region.scrollLeft);
    const focused = [...old.querySelectorAll(FOCUSABLE)].indexOf(document.activeElement);
    piece.hidden = old.hidden;
    piece.classList.add("fresh");
    old.replaceWith(piece);
    piece.querySelectorAll(".scrolls").forEach((region, i) => (region.scrollLeft = scrolled[i] || 0));
    const again = focused < 0 ? null : piece.querySelectorAll(FOCUSABLE)[focused];
    if (again) again.focus({ preventScroll: true });
  };

  const headline = () => {
    const line = document.querySelector("[data-headline]");
    return line ? line.textContent.trim().replace(/\s+/g, " ") : "";
  };

  const repaint = (page) => {
    const before = headline();
    for (const piece of page.querySelectorAll("[data-piece]")) {
      const old = document.getElementById(piece.id);
      if (!old) {
        // the page has come to look otherwise: its count has begun
        location.reload();
        return;
      }
      const here = document.importNode(piece, true);
      if (plain(old) !== plain(here)) replace(old, here);
    }
    document.title = page.title;
    if (headline() !== before) said.textContent = headline();
    state.textContent = box.dataset.updated.replace("{time}", new Date().toLocaleTimeString());
  };

  const ask = async () => {
    const named = places;
    places = new Set();
    const address = new URL(location.href);
    address.hash = "";
    address.searchParams.set("fragment", box.dataset.parts);
    if (named.size <= MOST_NAMED) address.searchParams.set("of", [...named].join(" "));
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    repaint(new DOMParser().parseFromString(await answer.text(), "text/html"));
  };

  const soon = () => {
    if (waits || asks) return;
    waits = true;
    // browsers that hear at once do not all ask at once
    setTimeout(async () => {
      waits = false;
      asks = true;
      const wanted = places;
      try {
        await ask();
      } catch {
        state.textContent = box.dataset.unanswered;
        for (const place of wanted) places.add(place);
        setTimeout(soon, 5000);
        return;
      } finally {
        asks = false;
      }
      if (places.size) soon();
    }, SOON + Math.random() * SPREAD);
  };

  const source = new EventSource(box.dataset.live);
  source.addEventListener("change", (event) => {
    const { constituencies } = JSON.parse(event.data);
    if (only && constituencies.length && !constituencies.includes(only)) return;
    for (const place of constituencies.length ? constituencies : [""]) places.add(place);
    soon();
  });
  source.addEventListener("error", () => (state.textContent = box.dataset.lost));
  source.addEventListener("open", () => (state.textContent = listening));
  box.hidden = false;
})();
