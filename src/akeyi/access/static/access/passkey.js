// Asks the device for a passkey and sends what it answered; without one, nothing of it is shown.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const all = (sign) => document.querySelectorAll(`[data-${sign}]`);
  // A passkey belongs to a name; a number of the network has none.
  const isName = !/^(\d+\.){3}\d+$|^\[/.test(location.hostname);
  const can = isName && webauthnJSON.supported();
  for (const hint of all("passkey-cannot")) hint.hidden = can;
  for (const form of all("passkey")) {
    form.hidden = !can;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      for (const said of all("passkey-says")) said.hidden = true;
      try {
        const options = form.dataset.options
          ? JSON.parse(form.dataset.options)
          : await (await fetch(form.action, { headers: { Accept: "application/json" } })).json();
        const asked = options.creation_options ?? options.request_options;
        form.elements.credential.value = JSON.stringify(await webauthnJSON[form.dataset.passkey](asked));
        // Not as a click would: that would ask the device again.
        HTMLFormElement.prototype.submit.call(form);
      } catch {
        for (const said of all("passkey-says")) said.hidden = false;
      }
    });
  }
  for (const button of all("print")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
});
