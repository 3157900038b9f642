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

  const filter = () => {
    const wanted = new FormData(form);
    const words = (wanted.get("q") || "").toLowerCase().split(/\s+/).filter(Boolean);
    const equal = ["party", "region", "phase"].filter((name) => wanted.get(name));
    let count = 0;
    for (const row of body.rows) {
      const fits =
        equal.every((name) => row.dataset[name] === wanted.get(name)) &&
        words.every((word) => row.dataset.search.includes(word));
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
  // with this script the button has nothing left to do
  form.classList.add("at-once");
})();
