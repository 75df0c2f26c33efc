/* Keys for those who know them; the sheet lists them and can switch them off. */
(() => {
  const { one, all, onPage } = postroom;
  const YEAR = 31536000;
  let before = "";

  // A cookie, since signing out empties the storage; it says nothing about anybody.
  const areOff = () => document.cookie.split("; ").includes("keys=off");

  function switchOff(off) {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `keys=off; Path=/; SameSite=Lax; Max-Age=${off ? YEAR : 0}${secure}`;
  }

  const press = selector => one(selector)?.click();
  const reading = () => one("#message-pane #subject") !== null && !document.activeElement.closest(".rows");
  const links = () => all(".row .link");
  const current = () => document.activeElement.closest(".row") ?? one(".row[data-open]");

  function step(by) {
    if (reading()) {
      return press(by > 0 ? "[data-testid=next-message]" : "[data-testid=previous-message]");
    }
    const at = links().indexOf(current() && one(".link", current()));
    links().at(at < 0 ? 0 : Math.max(0, Math.min(at + by, links().length - 1)))?.focus();
  }

  /* On what is ticked; else on the open message; else on the row under the cursor. */
  function act(action) {
    const ticked = one(".row [name=message]:checked");
    if (!ticked && reading()) {
      return press(`#message-actions [name=action][value=${action}]`);
    }
    const box = !ticked && current() && one("[name=message]", current());
    if (box) {
      box.click();
    }
    if (ticked || box) {
      press(`#list-actions [name=action][value=${action}]`);
    }
  }

  function move() {
    const bar = one(".row [name=message]:checked") ? "#list-actions" : "#message-actions";
    const menu = one(`${bar} .targets`);
    if (menu) {
      menu.open = true;
      one("select", menu).focus();
    }
  }

  const star = () => reading() ? press("button.star[form=message-actions]") : current() && one(".star", current()).click();
  const go = kind => () => press(`a[data-special-use=${kind}]`);

  const deeds = {
    j: () => step(1),
    k: () => step(-1),
    o: () => !reading() && current() && one(".link", current()).click(),
    u: () => press("#message-pane .back"),
    x: () => current() && one("[name=message]", current()).click(),
    e: () => act("archive"),
    "#": () => act("delete"),
    "!": () => act("junk"),
    s: star,
    I: () => act("read"),
    U: () => act("unread"),
    v: move,
    "/": () => one("#q")?.select(),
    "g i": go("inbox"),
    "g s": go("sent"),
    "g d": go("drafts"),
    "g t": go("trash"),
    z: () => press("[data-testid=undo] button"),
    "?": () => one("#keys")?.showModal(),
  };

  function isTyping(target) {
    return target.matches("textarea, select, [contenteditable], input:not([type=checkbox])") || one("dialog[open]");
  }

  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) {
      return;
    }
    const deed = deeds[before === "g" ? `g ${event.key}` : event.key];
    before = before === "g" || event.key.length > 1 ? "" : event.key;
    if (deed && (event.key === "?" || !areOff())) {
      event.preventDefault();
      deed();
    }
  });

  document.addEventListener("change", event => {
    if (event.target.id === "keys-off") {
      switchOff(event.target.checked);
    }
  });

  onPage(() => {
    const off = one("#keys-off");
    const account = one(".account > .panel > form");
    if (off) {
      off.checked = areOff();
    }
    if (account && !one("#show-keys")) {
      const button = document.createElement("button");
      button.id = "show-keys";
      button.type = "button";
      button.className = "item";
      button.textContent = postroom.word("keys");
      button.addEventListener("click", deeds["?"]);
      account.before(button);
    }
  });
})();
