// Answers at once when a party is ticked in or out, without loading the page again.
// The page works without this file: its form has a button that reckons the coalition.
(() => {
  "use strict";
  const form = document.querySelector("[data-governing]");
  if (!form || !window.fetch) return;
  const said = form.querySelector("[data-said]");
  const SOON = 100;
  let waiting = 0;
  let asked = 0;

  // the address says what is ticked, and keeps what the page was asked for beside it
  const address = () => {
    const at = new URL(location.href);
    at.hash = "";
    const inside = [...form.querySelectorAll("input[name=in]:checked")].map((box) => box.value);
    const alone = [...form.querySelectorAll("input[name^='alone:']")]
      .filter((field) => Number(field.value) > 0)
      .map((field) => field.name.slice("alone:".length) + "=" + field.value);
    at.searchParams.set("in", inside.join(",") || "-");
    if (alone.length) at.searchParams.set("alone", alone.join(","));
    else at.searchParams.delete("alone");
    return at;
  };

  const ask = async () => {
    const mine = ++asked;
    const at = address();
    history.replaceState(null, "", at);
    const part = new URL(at);
    part.searchParams.set("part", "house");
    const answer = await fetch(part);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // an answer that a later question has overtaken is dropped
    if (mine !== asked) return;
    const house = document.importNode(page.querySelector("[data-house]"), true);
    form.querySelector("[data-house]").replaceWith(house);
    said.textContent = house.dataset.say;
  };

  form.addEventListener("input", (event) => {
    if (!("in" in event.target.dataset) || !event.target.checkValidity()) return;
    const isIn = event.target.type === "checkbox" ? event.target.checked : Number(event.target.value) > 0;
    event.target.closest("tr").classList.toggle("elected", isIn);
    clearTimeout(waiting);
    waiting = setTimeout(() => ask().catch(() => form.submit()), SOON);
  });
  form.classList.add("at-once");
})();
