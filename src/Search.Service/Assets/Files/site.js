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
})();
