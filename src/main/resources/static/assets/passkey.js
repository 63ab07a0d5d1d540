// Passkeys: <form data-passkey="create|get" data-passkey-options="address of what to sign">. The form
// is hidden until a browser can do it; its button asks the device, and then the form is sent.
"use strict";
(() => {
  if (!window.PublicKeyCredential || document.documentElement.dataset.passkeys) {
    return;
  }
  document.documentElement.dataset.passkeys = "on";

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-")
      .replace(/\//g, "_")
      .replace(/=+$/, "");
  const known = (list) => (list ?? []).map((each) => ({ ...each, id: bytes(each.id) }));

  // Browsers of 2023 and older lack PublicKeyCredential.parse…FromJSON and toJSON.
  const readable = (options) => ({
    ...options,
    challenge: bytes(options.challenge),
    ...(options.user ? { user: { ...options.user, id: bytes(options.user.id) } } : {}),
    ...(options.allowCredentials ? { allowCredentials: known(options.allowCredentials) } : {}),
    ...(options.excludeCredentials ? { excludeCredentials: known(options.excludeCredentials) } : {}),
  });
  const written = (credential) => {
    const response = { clientDataJSON: text(credential.response.clientDataJSON) };
    for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (credential.response[part]) {
        response[part] = text(credential.response[part]);
      }
    }
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      response,
      clientExtensionResults: {},
    });
  };

  const ask = async (form) => {
    const answer = await fetch(form.dataset.passkeyOptions, {
      method: "POST",
      body: new URLSearchParams({ _csrf: form.elements._csrf.value }),
    });
    if (!answer.ok) {
      throw new Error(answer.status);
    }
    const publicKey = readable(await answer.json());
    return navigator.credentials[form.dataset.passkey]({ publicKey });
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const button = form.querySelector("button");
    const fault = form.querySelector("[data-passkey-fault]");
    form.hidden = false;
    const go = async () => {
      if (!form.reportValidity()) {
        return;
      }
      button.disabled = true;
      fault.hidden = true;
      try {
        form.elements[form.dataset.passkeyField].value = written(await ask(form));
        form.submit();
      } catch {
        // The person said no, or the device did: the page tells it and stays.
        fault.hidden = false;
        button.disabled = false;
      }
    };
    button.addEventListener("click", go);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopPropagation();
      go();
    });
  }
})();
