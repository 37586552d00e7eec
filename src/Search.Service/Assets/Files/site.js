// Keys and copying. The pages work without any of this.
(() => {
  "use strict";
  const box = document.getElementById("q");
  const keys = document.getElementById("keys");
  const keysSwitch = document.getElementById("keys-switch");
  const hits = [...document.querySelectorAll(".hit article, .unit.is-hit")];
  let at = -1;

  const read = () => { try { return localStorage.getItem("keys") !== "off"; } catch { return true; } };
  const write = on => { try { localStorage.setItem("keys", on ? "on" : "off"); } catch { /* private mode */ } };
  let isOn = read();

  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  document.body.append(said);
  let saidTimer;
  const say = text => {
    said.textContent = text;
    clearTimeout(saidTimer);
    saidTimer = setTimeout(() => { said.textContent = ""; }, 4000);
  };

  const copy = async text => {
    try {
      await navigator.clipboard.writeText(text);
      say("Copied: " + text);
    } catch {
      say(text);
    }
  };

  const move = step => {
    if (hits.length === 0) { return; }
    const focused = hits.indexOf(document.activeElement);
    at = Math.min(Math.max((focused >= 0 ? focused : at) + step, 0), hits.length - 1);
    hits[at].tabIndex = -1;
    hits[at].focus({ preventScroll: true });
    hits[at].scrollIntoView({ block: "center" });
  };

  const current = () => {
    const focused = document.activeElement && document.activeElement.closest(".hit article, .unit");
    return focused || hits[at] || document.querySelector(".unit:target, main.paragraph, .cite");
  };

  const isTyping = element => element && (element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName));

  const act = {
    "/": () => { if (box) { box.focus(); box.select(); } },
    j: () => move(1),
    k: () => move(-1),
    c: () => {
      const citation = current() && current().querySelector(".citation");
      if (citation) { copy(citation.textContent); }
    },
    "?": () => { if (keys && !keys.open) { keys.showModal(); } },
  };

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || (keys && keys.open)) { return; }
    if (event.key === "Escape" && isTyping(document.activeElement)) { document.activeElement.blur(); return; }
    if (!isOn && event.key !== "?" || isTyping(event.target)) { return; }
    if (event.key === "Escape" && document.body.matches(".document, .paragraph") && history.length > 1) { history.back(); return; }
    if (event.key === "Enter" && hits.includes(document.activeElement)) {
      const link = document.activeElement.querySelector("a.open");
      if (link) { link.click(); }
      return;
    }
    const action = act[event.key];
    if (action) { event.preventDefault(); action(); }
  });

  if (keysSwitch) {
    const show = () => { keysSwitch.textContent = isOn ? "Switch the keys off" : "Switch the keys on"; };
    keysSwitch.addEventListener("click", () => { isOn = !isOn; write(isOn); show(); });
    show();
  }

  // A button that copies, only where there is a script to do it.
  for (const citation of document.querySelectorAll(".citation.shown")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", () => copy(citation.textContent));
    citation.after(button);
  }

  // Completions of the search box, as a combobox: arrows choose, Enter takes, Escape closes. Enter without a choice
  // searches, as it does without a script.
  if (box && box.form) {
    const list = document.createElement("ul");
    list.id = "completions";
    list.className = "completions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Completions");
    box.form.append(list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
      box.setAttribute(name, value);
    }

    let chosen = -1;
    let timer;
    let asked;
    const options = () => [...list.children];
    const close = () => {
      clearTimeout(timer);
      if (asked) { asked.abort(); }
      list.hidden = true;
      chosen = -1;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    };
    const choose = at => {
      chosen = at;
      options().forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
      if (at < 0) {
        box.removeAttribute("aria-activedescendant");
      } else {
        box.setAttribute("aria-activedescendant", options()[at].id);
        options()[at].scrollIntoView({ block: "nearest" });
      }
    };
    const take = option => {
      box.value = option.dataset.text;
      close();
      box.focus();
    };
    const show = (suggestions, typed) => {
      list.replaceChildren(...suggestions.map((suggestion, index) => {
        const option = document.createElement("li");
        option.id = "completion-" + index;
        option.dir = "auto";
        option.dataset.text = suggestion.text;
        option.setAttribute("role", "option");
        // What was typed stays plain; what would be added stands out.
        const isLonger = suggestion.text.toLowerCase().startsWith(typed.toLowerCase());
        const rest = document.createElement("b");
        rest.textContent = isLonger ? suggestion.text.slice(typed.length) : suggestion.text;
        option.append(isLonger ? suggestion.text.slice(0, typed.length) : "", rest);
        return option;
      }));
      list.hidden = suggestions.length === 0;
      box.setAttribute("aria-expanded", String(!list.hidden));
      choose(-1);
    };
    const ask = async () => {
      const typed = box.value;
      asked = new AbortController();
      try {
        const answer = await fetch("/api/v1/suggest?q=" + encodeURIComponent(typed), { signal: asked.signal });
        if (answer.ok && box.value === typed && document.activeElement === box) {
          show((await answer.json()).suggestions, typed);
        }
      } catch { /* no completions, then */ }
    };

    box.addEventListener("input", event => {
      close();
      if (!event.isComposing && box.value.trim() !== "" && box.selectionStart === box.value.length) {
        timer = setTimeout(ask, 100);
      }
    });
    box.addEventListener("keydown", event => {
      if (event.isComposing) { return; }
      const count = list.hidden ? 0 : list.children.length;
      if (count > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
        const step = event.key === "ArrowDown" ? 1 : -1;
        choose((chosen + 1 + step + count + 1) % (count + 1) - 1);
        event.preventDefault();
      } else if (count > 0 && event.key === "Enter" && chosen >= 0) {
        take(options()[chosen]);
        event.preventDefault();
      } else if (count > 0 && event.key === "Escape") {
        close();
        event.preventDefault();
      } else if (event.key === "Enter" || event.key === "Tab") {
        close();
      }
    });
    // Before the box loses the focus, so that a choice by mouse or finger is one.
    list.addEventListener("pointerdown", event => {
      const option = event.target.closest("li");
      event.preventDefault();
      if (option) { take(option); }
    });
    box.addEventListener("blur", close);
  }
})();
