// Passkeys (WebAuthn Level 3), confirmation of what can't be undone, unsaved text, shortcuts.
(() => {
  "use strict";
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const post = (path, body, type) => fetch(path, {method: "POST", headers: {"Content-Type": type || "text/plain"}, body: body || ""});
  const refused = () => { const p = document.getElementById("refused"); if (p) { p.hidden = false; p.focus(); } };
  // What the authenticator computed (PRF) is a secret: it goes nowhere but to the unlocking.
  const said = ({prf, ...others}) => others;
  const packed = made => ({id: made.id, rawId: text(made.rawId), type: made.type, authenticatorAttachment: made.authenticatorAttachment || undefined, clientExtensionResults: said(made.getClientExtensionResults())});

  const ask = async (options, extensions) => {
    options.challenge = bytes(options.challenge);
    options.allowCredentials = (options.allowCredentials || []).map(c => ({...c, id: bytes(c.id)}));
    if (extensions) options.extensions = extensions;
    return navigator.credentials.get({publicKey: options});
  };
  const answered = used => ({...packed(used), response: {clientDataJSON: text(used.response.clientDataJSON), authenticatorData: text(used.response.authenticatorData), signature: text(used.response.signature), userHandle: used.response.userHandle ? text(used.response.userHandle) : undefined}});

  const use = async path => {
    const offer = await post("/desk/sign-in/options");
    return post(path, JSON.stringify(answered(await ask(await offer.json()))), "application/json");
  };

  // The key of sealed messages opens with what a passkey computes; without that, with the passphrase.
  const unlock = async path => {
    const note = document.getElementById("unlock-refused");
    const tell = words => { note.textContent = words; note.hidden = false; note.focus(); };
    try {
      const offer = await post(path + "/options");
      if (!offer.ok) return tell(note.dataset.failed);
      const {salt, options} = await offer.json();
      const used = await ask(options, {prf: {eval: {first: bytes(salt)}}});
      const {prf} = used.getClientExtensionResults();
      if (!prf || !prf.results || !prf.results.first) return tell(note.dataset.none);
      const answer = await post(path, JSON.stringify({credential: answered(used), prf: text(prf.results.first)}), "application/json");
      const said = await answer.json();
      if (!answer.ok) return tell(said.text || note.dataset.failed);
      location.assign(said.to);
    } catch (e) {
      tell(note.dataset.failed);
    }
  };

  const make = async path => {
    const offer = await post(path + "/options", location.hash.slice(1));
    if (!offer.ok) return offer;
    const options = await offer.json();
    options.challenge = bytes(options.challenge);
    options.user.id = bytes(options.user.id);
    options.excludeCredentials = (options.excludeCredentials || []).map(c => ({...c, id: bytes(c.id)}));
    options.extensions = {...options.extensions, prf: {}};
    const made = await navigator.credentials.create({publicKey: options});
    const answer = made.response;
    const label = encodeURIComponent(document.getElementById("label").value);
    return post(path + "?label=" + label, JSON.stringify({...packed(made), response: {clientDataJSON: text(answer.clientDataJSON), attestationObject: text(answer.attestationObject), transports: answer.getTransports ? answer.getTransports() : []}}), "application/json");
  };

  const go = async (ceremony, form) => {
    try {
      const answer = await ceremony();
      if (!answer.ok) return refused();
      saved = true;
      if (form) return document.getElementById(form).submit();
      location.assign((await answer.json()).to);
    } catch (e) {
      refused();
    }
  };

  document.addEventListener("click", event => {
    const button = event.target.closest("[data-passkey],[data-enrol],[data-unlock]");
    if (!button) return;
    const {passkey, enrol, form, to} = button.dataset;
    if (button.dataset.unlock) unlock(button.dataset.unlock);
    else if (passkey) go(() => use(passkey + "?to=" + encodeURIComponent(to || "/desk")), form);
    else go(() => make(enrol));
  });

  if (window.PublicKeyCredential) document.querySelectorAll("[data-scripted]").forEach(part => { part.hidden = false; });

  // A form sent once is not sent twice by a double click; one that was changed asks before it is left.
  let saved = false, changed = false;
  document.addEventListener("input", event => { if (event.target.form && event.target.form.dataset.keep) changed = true; });
  document.addEventListener("submit", event => {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
    saved = true;
    setTimeout(() => delete event.target.dataset.sent, 3000);
  });
  addEventListener("beforeunload", event => { if (changed && !saved) event.preventDefault(); });
  addEventListener("pageshow", () => { saved = false; });

  const faults = document.getElementById("faults");
  if (faults) faults.focus();

  // "/" goes to the search field, Ctrl+Enter sends the form one writes in.
  document.addEventListener("keydown", event => {
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.key === "/" && !typing) {
      const search = document.querySelector("input[type=search]");
      if (search) { event.preventDefault(); search.focus(); }
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.form) {
      event.target.form.requestSubmit();
    }
  });
})();
