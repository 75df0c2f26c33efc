/* A search that is not over goes on by itself, and adds what it finds to the list. */
(() => {
  const { one, onPage } = postroom;
  let going = null;

  const running = () => one("[data-testid=search-status][data-state=running]");
  const next = () => one("#list-pane [data-testid=next-page]")?.href;

  async function part(address, signal) {
    const answer = await fetch(address, { signal, headers: { "HX-Request": "true" } });
    const elsewhere = answer.headers.get("HX-Redirect");
    if (elsewhere) {
      location.assign(elsewhere);
    }
    const html = await answer.text();
    if (!answer.ok) {
      postroom.say(html);
      throw new Error(`The search stopped: ${answer.status}`);
    }
    return new DOMParser().parseFromString(html, "text/html");
  }

  function add(found) {
    const rows = one("#list-pane .rows > ol");
    const nothing = one(".empty", found);
    if (nothing) {
      one("#list-actions").append(nothing);
    }
    const open = one("#message-pane")?.dataset.open;
    const added = [...found.querySelectorAll(".row")];
    added.forEach(row => row.dataset.message === open && row.setAttribute("data-open", ""));
    rows.append(...added);
    for (const place of ["[data-testid=message-count]", "[data-testid=search-status]", ".list-foot", ".bar .all > span"]) {
      const [old, fresh] = [one(`#list-pane ${place}`), one(place, found)];
      old && fresh && old.replaceWith(fresh);
    }
    htmx.process(one("#list-pane"));
    postroom.drawn();
  }

  function end(state) {
    going?.abort();
    going = null;
    const strip = running();
    if (strip) {
      strip.dataset.state = state;
      one("[data-testid=stop-search]", strip)?.remove();
    }
    one("#list-pane")?.setAttribute("aria-busy", "false");
  }

  async function goOn(list) {
    going = new AbortController();
    const { signal } = going;
    try {
      while (running() && next()) {
        const found = await part(next(), signal);
        if (signal.aborted || one("#list-pane") !== list) {
          return;
        }
        add(found);
      }
      end("done");
    } catch (failure) {
      if (!signal.aborted) {
        end("partial");
      }
    }
  }

  document.addEventListener("submit", event => {
    if (event.target.matches("[data-testid=stop-search]")) {
      event.preventDefault();
      end("partial");
    }
  });
  // Another page may have come in the place of the search.
  document.addEventListener("htmx:beforeSwap", event => {
    if (event.detail.target === document.body) {
      going?.abort();
      going = null;
    }
  });

  onPage(() => {
    if (!going && running() && next()) {
      goOn(one("#list-pane"));
    }
  });
})();
