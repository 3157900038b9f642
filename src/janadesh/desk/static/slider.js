// Tells the moment under the time slider's thumb, and goes there when it is let go.
// The page works without this file: the slider's form has a button.
(() => {
  "use strict";
  for (const form of document.querySelectorAll("[data-steps]")) {
    const slider = form.elements.step;
    const words = [...form.querySelectorAll("datalist option")].map((option) => option.label);
    const told = form.querySelector("output");
    const tell = () => {
      told.textContent = words[slider.value] || "";
      slider.setAttribute("aria-valuetext", told.textContent);
    };
    slider.addEventListener("input", tell);
    // by keyboard each press is a change, so that only the button goes there
    let isHeld = false;
    slider.addEventListener("pointerdown", () => (isHeld = true));
    slider.addEventListener("change", () => {
      if (isHeld) form.requestSubmit();
    });
    tell();
  }
})();
