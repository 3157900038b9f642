// Takes a file that is dropped on the page, and opens a claim's evidence when its mark is chosen.
// The page works without this file: the file is chosen by its field, and marks are links.
(() => {
  "use strict";
  for (const form of document.querySelectorAll("[data-article-form]")) {
    const field = form.elements.file;
    const hint = form.querySelector("[data-drop-hint]");
    hint.hidden = false;
    for (const name of ["dragover", "dragenter"]) {
      document.addEventListener(name, (event) => {
        if (![...event.dataTransfer.types].includes("Files")) return;
        event.preventDefault();
        form.classList.add("drop-here");
      });
    }
    document.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) form.classList.remove("drop-here");
    });
    document.addEventListener("drop", (event) => {
      form.classList.remove("drop-here");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      field.files = event.dataTransfer.files;
      hint.textContent = hint.dataset.chosen + " " + field.files[0].name;
      form.querySelector("button").focus();
    });
  }

  const open = (number) => {
    const claim = document.getElementById("claim-" + number);
    if (!claim) return;
    const evidence = claim.querySelector("details");
    if (evidence) evidence.open = true;
  };
  document.addEventListener("click", (event) => {
    const badge = event.target.closest(".badge");
    if (badge) open(badge.hash.replace("#claim-", ""));
    const mark = event.target.closest("mark[data-claim]");
    if (mark && !badge && String(getSelection()) === "") {
      open(mark.dataset.claim);
      location.hash = "claim-" + mark.dataset.claim;
    }
  });
  if (location.hash.startsWith("#claim-")) open(location.hash.slice("#claim-".length));
})();
