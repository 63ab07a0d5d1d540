// What a page gains from a script: drafts survive a lost session, texts are counted, forms are sent
// once, lists are walked by keys, long selects are filtered. Every page works without it.
"use strict";
(() => {
  // What it says stands in the words files; the page hands it over with the script.
  const texts = document.currentScript.dataset;
  const say = (name, value = "") => texts[name].replace("{}", value);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, properties = {}, ...children) => {
    const node = Object.assign(document.createElement(tag), properties);
    node.append(...children);
    return node;
  };

  // Messages of the last act are said once.
  const address = new URL(location.href);
  if (address.searchParams.has("said")) {
    address.searchParams.delete("said");
    history.replaceState(null, "", address);
  }

  // Drafts: <form data-draft="name">. Kept on this device for a week, dropped after success.
  const WEEK = 7 * 24 * 3600 * 1000;
  const keyOf = (form) => `draft:${location.pathname}:${form.dataset.draft}`;
  const stored = (key) => {
    try {
      const draft = JSON.parse(localStorage.getItem(key) ?? "null");
      return draft && Date.now() - draft.at < WEEK ? draft : null;
    } catch {
      return null;
    }
  };
  const forget = (key) => {
    try {
      localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  };
  const written = (form) =>
    all("input, textarea, select", form).filter(
      (field) =>
        field.name &&
        field.name !== "_csrf" &&
        field.name !== "command" &&
        !["file", "password", "hidden", "submit"].includes(field.type) &&
        !field.matches("[data-no-draft]"),
    );
  const save = (form) => {
    const values = written(form).flatMap((field) =>
      ["checkbox", "radio"].includes(field.type)
        ? field.checked ? [[field.name, field.value]] : []
        : field.value ? [[field.name, field.value]] : [],
    );
    try {
      localStorage.setItem(keyOf(form), JSON.stringify({ at: Date.now(), values }));
    } catch {
      // Without storage there is no draft; the form itself still works.
    }
  };
  const fill = (form, values) => {
    const seen = {};
    for (const field of written(form)) {
      if (["checkbox", "radio"].includes(field.type)) {
        field.checked = values.some(([name, value]) => name === field.name && value === field.value);
      } else {
        const mine = values.filter(([name]) => name === field.name);
        const value = mine[seen[field.name] ?? 0]?.[1];
        seen[field.name] = (seen[field.name] ?? 0) + 1;
        if (value !== undefined) {
          field.value = value;
        }
      }
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  };
  const untouched = (form) => JSON.stringify(written(form).map((field) => [field.value, field.checked]));
  const restore = (form) => {
    const key = keyOf(form);
    const draft = stored(key);
    const before = new FormData(form);
    const differs = draft?.values.some(([name, value]) => !before.getAll(name).includes(value));
    if (!differs) {
      return;
    }
    const original = untouched(form);
    fill(form, draft.values);
    if (original === untouched(form)) {
      return;
    }
    const at = new Date(draft.at);
    const when = `${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`;
    const drop = make("button", { type: "button", className: "button plain small", textContent: say("draftDrop") });
    const note = make(
      "div",
      { className: "notice act" },
      make("div", { className: "draft-note" }, make("span", { textContent: say("draft", when) }), drop),
    );
    note.setAttribute("role", "status");
    drop.addEventListener("click", () => {
      forget(key);
      form.reset();
      written(form).forEach((field) => field.dispatchEvent(new Event("input", { bubbles: true })));
      note.remove();
    });
    form.prepend(note);
  };
  const drafts = (root) =>
    all("form[data-draft]", root).forEach((form) => {
      restore(form);
      let timer;
      const later = () => {
        clearTimeout(timer);
        timer = setTimeout(() => save(form), 400);
      };
      form.addEventListener("input", (event) => event.isTrusted && later());
      form.addEventListener("change", later);
      form.addEventListener("submit", () => {
        clearTimeout(timer);
        save(form);
        sends(keyOf(form));
      });
    });
  const sends = (key) => {
    try {
      sessionStorage.setItem("sent", key);
      sessionStorage.setItem("sentFrom", location.href.split("#")[0]);
    } catch {
      // Then the draft simply stays until it is a week old.
    }
  };
  // A preview sends what the form before it has written: <form data-sends-draft="name">.
  document.addEventListener("submit", (event) => {
    const name = event.target.dataset.sendsDraft;
    if (name) {
      sends(`draft:${location.pathname}:${name}`);
    }
  });
  // The server answers an act with a redirect; a sending that broke off is followed by none.
  const answered = () => {
    const arrival = performance.getEntriesByType("navigation")[0] ?? performance.navigation;
    return arrival.redirectCount > 0 && document.referrer === sessionStorage.getItem("sentFrom");
  };
  // A draft is dropped when the page after sending answers it, is no refusal, shows no faults, does
  // not ask to sign in again, and is no preview (data-sends-draft).
  const settle = () => {
    try {
      const key = answered() ? sessionStorage.getItem("sent") : null;
      sessionStorage.removeItem("sent");
      const failed = document.querySelector(".refusal, .faults, .wrong");
      const preview = document.querySelector("form[data-sends-draft]");
      if (key && !preview && !failed && !location.pathname.startsWith("/sign-in")) {
        forget(key);
      }
    } catch {
      // No storage, no draft.
    }
  };

  // Counters: <textarea data-count="id of the counter" maxlength>.
  const counters = (root) =>
    all("[data-count]", root).forEach((area) => {
      const counter = document.getElementById(area.dataset.count);
      const show = () => {
        const length = [...area.value].length;
        counter.textContent = length === 0 ? counter.dataset.empty : `${length} / ${area.maxLength}`;
        counter.classList.toggle("over", area.value.length >= area.maxLength);
      };
      counter.dataset.empty = counter.textContent;
      area.addEventListener("input", show);
      show();
    });

  // A form is sent once; the server also knows the hidden command.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const question = event.submitter?.dataset.confirm ?? form.dataset.confirm;
    if (question && !confirm(question)) {
      event.preventDefault();
      return;
    }
    if (form.method !== "post" || form.matches("[hx-post]")) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
    setTimeout(() => all("button", form).forEach((button) => button.setAttribute("aria-disabled", "true")));
    setTimeout(() => release(form), 15000);
  });
  const release = (form) => {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
    all("button", form).forEach((button) => button.removeAttribute("aria-disabled"));
  };
  addEventListener("pageshow", (event) => event.persisted && all("form[data-sent]").forEach(release));

  // Long selects: a box before the select keeps the options whose name, initials or code match.
  const filters = (root) =>
    all("select[data-filter]", root).forEach((select) => {
      const options = [...select.options];
      if (options.length < 12) {
        return;
      }
      const box = make("input", { type: "search", placeholder: select.dataset.filter, autocomplete: "off" });
      box.setAttribute("aria-label", select.dataset.filter);
      box.setAttribute("data-no-draft", "");
      box.addEventListener("input", (event) => {
        event.stopPropagation();
        const wish = box.value.trim().toLowerCase();
        const chosen = select.value;
        const fitting = options.filter(
          (option) =>
            !wish || !option.value || option.value === chosen ||
            `${option.text} ${option.dataset.search ?? ""}`.toLowerCase().includes(wish),
        );
        select.replaceChildren(...fitting);
        select.value = chosen;
        const first = fitting.find((option) => option.value && option.value !== chosen);
        if (wish && first && fitting.filter((option) => option.value && option.value !== chosen).length === 1) {
          select.value = first.value;
          select.dispatchEvent(new Event("change", { bubbles: true }));
        }
      });
      box.addEventListener("keydown", (event) => {
        if (event.key === "Enter") {
          event.preventDefault();
          select.focus();
        }
      });
      select.before(box);
    });

  // Suggestions: <button data-take="id of the select" data-value data-key="1">, also by Alt and the digit.
  const take = (button) => {
    const field = document.getElementById(button.dataset.take);
    const box = field?.previousElementSibling;
    if (box?.matches("input[type=search]") && box.value) {
      box.value = "";
      box.dispatchEvent(new Event("input"));
    }
    if (field) {
      field.value = button.dataset.value;
      all(`[data-take="${button.dataset.take}"]`).forEach((each) => each.setAttribute("aria-pressed", String(each === button)));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  document.addEventListener("keydown", (event) => {
    const alone = event.altKey && !event.ctrlKey && !event.metaKey;
    const digit = alone && /^Digit([1-9])$/.exec(event.code);
    const button = digit && document.querySelector(`button[data-key="${digit[1]}"]`);
    const letter = alone && /^Key([A-Z])$/.exec(event.code);
    const hot = letter && document.querySelector(`[data-hotkey="${letter[1]}"]`);
    const send = event.ctrlKey && event.key === "Enter" && document.querySelector("[data-send]");
    if (button || hot || send) {
      event.preventDefault();
    }
    button && button.click();
    send && send.click();
    if (hot) {
      const aim = hot.matches("div") ? (hot.querySelector("input:checked") ?? hot.querySelector("input, select, textarea")) : hot;
      aim.focus();
      hot.matches("button, a, summary, input[type=radio]") && hot.click();
    }
  });
  // An answer of the knowledge base: <button data-answer="text" data-value="id">; it is cited too.
  const answer = (button) => {
    const area = document.getElementById("f-answer");
    area.value = button.dataset.answer;
    area.dispatchEvent(new Event("input", { bubbles: true }));
    const cites = document.getElementById("cites");
    if (!cites.querySelector(`[value="${button.dataset.value}"]`)) {
      const cite = make("input", { type: "hidden", name: "cite", value: button.dataset.value });
      cites.append(make("li", {}, cite, make("span", { textContent: button.dataset.cited })));
    }
    if (document.querySelector("[name=kind][value=INQUIRY]:checked, [name=kind][value=SUGGESTION]:checked")) {
      choose("ANSWER");
    }
    area.focus();
  };
  // What is added to a matter that is there needs no place and no category: <input name="more">.
  document.addEventListener("change", (event) => {
    if (event.target.name === "more") {
      event.target.form.noValidate = event.target.value !== "";
    }
  });
  // What is chosen inside <div data-sets="ACT"> chooses what is done at once.
  const choose = (act) => {
    const radio = document.querySelector(`[name=act][value="${act}"]`);
    if (radio && !radio.checked) {
      radio.click();
    }
  };
  document.addEventListener("change", (event) => {
    const sets = event.target.matches("select") && event.target.value && event.target.closest("[data-sets]");
    sets && choose(sets.dataset.sets);
  });

  // Copy and read aloud: <button data-copy="id"> and <button data-speak="id" hidden>.
  document.addEventListener("click", async (event) => {
    const copy = event.target.closest("[data-copy]");
    if (copy) {
      const text = document.getElementById(copy.dataset.copy).textContent.trim();
      await navigator.clipboard?.writeText(text);
      copy.textContent = say("copied");
    }
    const speak = event.target.closest("[data-speak]");
    if (speak) {
      const text = document.getElementById(speak.dataset.speak).textContent.trim();
      const speech = new SpeechSynthesisUtterance(/^[\w -]+$/.test(text) ? [...text.replace(/[ -]/g, "")].join(", ") : text);
      speech.lang = document.documentElement.lang;
      speech.rate = 0.75;
      speechSynthesis.cancel();
      speechSynthesis.speak(speech);
    }
    const back = event.target.closest("[data-back]");
    if (back && history.length > 1) {
      event.preventDefault();
      history.back();
    }
    const phrase = event.target.closest("[data-phrase]");
    if (phrase) {
      const area = document.getElementById(phrase.dataset.phrase);
      area.setRangeText(phrase.textContent.trim(), area.selectionStart, area.selectionEnd, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
      area.focus();
    }
    const offered = event.target.closest("[data-take]");
    if (offered) {
      take(offered);
    }
    const answered = event.target.closest("[data-answer]");
    if (answered) {
      answer(answered);
    }
    const toggle = event.target.closest("[data-all]");
    if (toggle) {
      all(`input[type=checkbox][name="${toggle.dataset.all}"]`).forEach((box) => {
        box.checked = toggle.checked;
      });
    }
    if (event.target.closest("[data-print]")) {
      print();
    }
    all(".staff-bar details[open]").forEach((open) => {
      if (!open.contains(event.target)) {
        open.open = false;
      }
    });
  });
  const speakers = (root) => {
    if ("speechSynthesis" in window) {
      all("[data-speak][hidden]", root).forEach((button) => (button.hidden = false));
    }
    all("button[data-print][hidden]", root).forEach((button) => (button.hidden = false));
  };

  // Voice note: <input type=file data-voice="label"> gains a record button.
  const SECONDS_MAX = 120;
  const voices = (root) => {
    if (!navigator.mediaDevices?.getUserMedia || !("MediaRecorder" in window)) {
      return;
    }
    all("input[type=file][data-voice]", root).forEach((input) => {
      const label = input.dataset.voice;
      const button = make("button", { type: "button", className: "button", textContent: label });
      const heard = make("audio", { controls: true, hidden: true });
      let recorder;
      let ticking;
      const stop = () => recorder?.state === "recording" && recorder.stop();
      const start = async () => {
        let stream;
        try {
          stream = await navigator.mediaDevices.getUserMedia({ audio: true });
        } catch {
          button.textContent = say("microphone");
          return;
        }
        const pieces = [];
        recorder = new MediaRecorder(stream);
        recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
        recorder.addEventListener("stop", () => {
          clearInterval(ticking);
          stream.getTracks().forEach((track) => track.stop());
          const type = recorder.mimeType.split(";")[0];
          const ending = { "audio/webm": "webm", "audio/ogg": "ogg", "audio/mp4": "m4a" }[type] ?? "webm";
          const transfer = new DataTransfer();
          transfer.items.add(new File(pieces, `voice.${ending}`, { type }));
          input.files = transfer.files;
          heard.src = URL.createObjectURL(input.files[0]);
          heard.hidden = false;
          button.textContent = say("recordAgain");
        });
        recorder.start();
        const begun = Date.now();
        ticking = setInterval(() => {
          const seconds = Math.round((Date.now() - begun) / 1000);
          button.textContent = say("recording", seconds);
          if (seconds >= SECONDS_MAX) {
            stop();
          }
        }, 250);
      };
      button.addEventListener("click", () => (recorder?.state === "recording" ? stop() : start()));
      input.before(make("p", { className: "buttons" }, button, heard));
    });
  };

  // Keys: / search, j and k move in a list, Enter opens, ? shows this.
  const rows = () => all("tr[data-row]");
  const current = () => document.querySelector("tr[data-row].current");
  const move = (step) => {
    const list = rows();
    const next = list[Math.min(list.length - 1, Math.max(0, list.indexOf(current()) + step))];
    current()?.classList.remove("current");
    next?.classList.add("current");
    next?.scrollIntoView({ block: "nearest" });
    next?.querySelector("a[href]")?.focus({ preventScroll: true });
  };
  const help = () => {
    const open = document.querySelector(".keys");
    if (open) {
      open.remove();
      return;
    }
    const lines = [
      ["/", say("keysSearch")],
      ["j / k", say("keysRow")],
      ["Enter", say("keysOpen")],
      ["?", say("keysHelp")],
    ];
    const list = make("dl", {}, ...lines.flatMap(([key, text]) => [make("dt", {}, make("kbd", { textContent: key })), make("dd", { textContent: text })]));
    const box = make("div", { className: "keys", tabIndex: -1 }, make("strong", { textContent: say("keys") }), list);
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-label", say("keys"));
    document.body.append(box);
    box.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document.querySelector(".keys")?.remove();
      all(".staff-bar details[open]").forEach((open) => {
        open.open = false;
        open.querySelector("summary").focus();
      });
      return;
    }
    const writing = event.target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
    if (writing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const search = all("[role=search] input:not([type=hidden]), input[type=search]").find((each) => each.offsetParent);
    if (event.key === "/" && search) {
      event.preventDefault();
      search.focus();
    } else if (event.key === "j" && rows().length) {
      move(1);
    } else if (event.key === "k" && rows().length) {
      move(-1);
    } else if (event.key === "?") {
      help();
    }
  });

  // A piece that could not be fetched is said aloud; refusals of pieces come into view.
  const notice = document.getElementById("notice");
  for (const failure of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(failure, () => {
      const text = make("div", { textContent: say("offline") });
      notice.replaceChildren(make("div", { className: "notice soon" }, make("i", { className: "mark" }), text));
      notice.scrollIntoView({ block: "center" });
    });
  }
  document.addEventListener("htmx:afterSwap", (event) => event.detail.target === notice && notice.scrollIntoView({ block: "center" }));

  const prepare = (root) => {
    counters(root);
    filters(root);
    speakers(root);
    voices(root);
    drafts(root);
  };
  settle();
  prepare(document);
  const first = document.querySelector("[data-first]");
  first && document.getElementById(first.dataset.first)?.focus();
  document.querySelector(".faults")?.focus();
  document.addEventListener("htmx:load", (event) => event.detail.elt !== document.body && prepare(event.detail.elt));
})();
