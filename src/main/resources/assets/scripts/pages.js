/* Links and forms are answered with whole pages, which are morphed into this one: what stays the same stays put. */
(() => {
  const { one } = postroom;
  const scrolls = new Map(); // by address, for the way back; in memory only
  let here = location.href;
  let restoring = false;

  /* Which list an address shows; the same list keeps its place when a message is opened beside it. */
  function listOf(address) {
    const query = new URL(address).searchParams;
    const parts = ["q", "scope", "sort", "reverse", "filter", "page", "from"].map(name => query.get(name) ?? "");
    return [query.get("name") ?? query.get("in") ?? "", ...parts].join("\n");
  }

  function remember() {
    scrolls.set(here, { page: scrollY, rows: one(".rows")?.scrollTop ?? 0 });
  }

  function scroll() {
    const comesBack = restoring || here.includes("/message?");
    const place = (comesBack && scrolls.get(location.href)) || { page: 0, rows: 0 };
    const rows = one(".rows");
    if (rows && listOf(here) !== listOf(location.href)) {
      rows.scrollTop = place.rows;
    }
    if (here !== location.href) {
      scrollTo(0, place.page);
    }
  }

  /* The body's own attributes are not part of what is morphed. */
  function dress(html) {
    const tag = /<body class="([^"]*)"(?: data-view="([^"]*)")?/.exec(html);
    if (tag) {
      document.body.className = tag[1];
      document.body.dataset.view = tag[2] ?? "";
    }
    return tag !== null;
  }

  document.addEventListener("htmx:beforeSwap", remember);

  document.addEventListener("htmx:afterOnLoad", event => {
    if (dress(event.detail.xhr.responseText)) {
      scroll();
      if (document.activeElement === document.body) {
        one("main")?.focus({ preventScroll: true });
      }
      postroom.drawn();
    }
    here = location.href;
    restoring = false;
  });

  // What a form was posted to is no page to come back to, nor is the same list twice.
  document.addEventListener("htmx:beforeHistoryUpdate", event => {
    const { requestConfig, pathInfo, history: update } = event.detail;
    const own = location.pathname + location.search;
    if (requestConfig.verb === "post" && update.path === pathInfo.requestPath) {
      update.path = own;
    }
    if (update.path.replace(/[?&]done=[^&]*/, "") === own) {
      update.type = "replace";
    }
  });

  // Back and forward are morphed like every other page.
  document.addEventListener("htmx:historyCacheMiss", event => {
    event.preventDefault();
    restoring = true;
    const headers = { "HX-History-Restore-Request": "true" };
    htmx.ajax("GET", event.detail.path, { target: document.body, swap: "morph:innerHTML", headers });
  });

  // Enter in a tick box presses the first button, which is there to do nothing.
  document.addEventListener("submit", event => {
    if (event.submitter?.getAttribute("formmethod") === "dialog") {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  }, true);
})();
