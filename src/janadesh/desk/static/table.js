// Sorts and filters the table of constituencies without asking the server again.
// The page works without this file: its headings are links and its filters are a form.
(() => {
  "use strict";
  const table = document.querySelector("[data-contests]");
  const form = document.querySelector("[data-filters]");
  if (!table || !form) return;
  const body = table.tBodies[0];
  const headings = [...table.tHead.rows[0].cells];
  const shown = form.querySelector("[data-shown]");
  const reset = form.querySelector(".reset");
  const none = document.querySelector(".none-shown");
  const number = (row) => Number(row.cells[0].dataset.value);

  const value = (row, column) => {
    const written = row.cells[column].dataset.value || "";
    if (written === "") return null;
    return headings[column].classList.contains("number") ? Number(written) : written;
  };

  const sortBy = (column, descending) => {
    const rows = [...body.rows].map((row) => [value(row, column), row]);
    rows.sort(([a, one], [b, other]) => {
      // rows without a value stay last in both directions, as on the server
      if (a === b) return number(one) - number(other);
      if (a === null || b === null) return (a === null) - (b === null);
      return (a < b) === descending ? 1 : -1;
    });
    body.append(...rows.map(([, row]) => row));
    headings.forEach((heading, i) => {
      if (heading.hasAttribute("aria-sort")) {
        heading.setAttribute("aria-sort", i !== column ? "none" : descending ? "descending" : "ascending");
      }
    });
  };

  // Names in Devanagari are found by their sound, which the server hears: what it was asked last, and what it found.
  const devanagari = /[\u0900-\u097f]/;
  const seatOf = (row) => row.id.slice("live-".length);
  const shownRows = [...body.rows].filter((row) => !row.hidden);
  let heard = { text: form.elements.q.defaultValue.trim(), seats: new Set(shownRows.map(seatOf)) };
  let waiting = 0;
  const listen = () => {
    clearTimeout(waiting);
    const text = form.elements.q.value.trim();
    if (!devanagari.test(text) || text === heard.text) return;
    waiting = setTimeout(async () => {
      const wanted = new URLSearchParams({ q: text });
      if (form.elements.as_of) wanted.set("as_of", form.elements.as_of.value);
      try {
        const answer = await fetch(`${form.dataset.filters}?${wanted}`);
        heard = { text, seats: new Set(answer.ok ? await answer.json() : []) };
      } catch {
        // a published copy has no server: the names that are written on the page are all there is
        heard = { text, seats: new Set() };
      }
      filter();
    }, 200);
  };

  const filter = () => {
    const wanted = new FormData(form);
    const text = (wanted.get("q") || "").trim();
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const seats = text && text === heard.text ? heard.seats : new Set();
    const equal = ["party", "region", "phase"].filter((name) => wanted.get(name));
    let count = 0;
    for (const row of body.rows) {
      const fits =
        equal.every((name) => row.dataset[name] === wanted.get(name)) &&
        (words.every((word) => row.dataset.search.includes(word)) || seats.has(seatOf(row)));
      row.hidden = !fits;
      count += fits;
    }
    shown.textContent = count;
    none.hidden = count > 0;
    reset.hidden = !words.length && !equal.length;
  };

  const remember = () => {
    // the address says what is shown, so that it can be sent to somebody
    const address = new URL(location.href);
    for (const name of ["q", "party", "region", "phase"]) {
      const wanted = new FormData(form).get(name);
      if (wanted) address.searchParams.set(name, wanted);
      else address.searchParams.delete(name);
    }
    const sorted = headings.find((heading) => /scending/.test(heading.getAttribute("aria-sort")));
    const link = sorted && sorted.querySelector("[data-sort]");
    if (link) {
      address.searchParams.set("sort", link.dataset.sort);
      if (sorted.getAttribute("aria-sort") === "descending") address.searchParams.set("order", "desc");
      else address.searchParams.delete("order");
    }
    history.replaceState(null, "", address);
  };

  table.tHead.addEventListener("click", (event) => {
    const link = event.target.closest("[data-sort]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const heading = link.closest("th");
    sortBy(heading.cellIndex, heading.getAttribute("aria-sort") === "ascending");
    remember();
  });
  form.addEventListener("input", () => {
    filter();
    remember();
    listen();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    filter();
    remember();
  });
  reset.addEventListener("click", (event) => {
    event.preventDefault();
    for (const field of form.elements) if (field.type !== "hidden" && "value" in field) field.value = "";
    filter();
    remember();
    form.elements.q.focus();
  });
  // a published copy has no server that reads the address
  const begun = new URL(location.href).searchParams;
  for (const name of ["q", "party", "region", "phase"]) if (begun.get(name)) form.elements[name].value = begun.get(name);
  form.hidden = false;
  filter();
  listen();
  // with this script the button has nothing left to do
  form.classList.add("at-once");
})();
