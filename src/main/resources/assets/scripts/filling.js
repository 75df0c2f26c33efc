/* While headers are still fetched, the list is looked at again and again; not while somebody works in it. */
(() => {
  const { one } = postroom;
  const STRIP = "[data-testid=index-progress] > progress";
  let looking = false;
  const isBusy = () => document.hidden || one("#list-actions input:checked, #list-pane details[open]") !== null;

  document.addEventListener("htmx:beforeRequest", event => {
    if (event.detail.elt.matches(STRIP) && isBusy()) {
      event.preventDefault();
    }
  });

  // Whoever has begun meanwhile is not disturbed either, nor is another list that has come.
  document.addEventListener("htmx:beforeSwap", event => {
    const { requestConfig, target } = event.detail;
    looking = requestConfig.elt.matches(STRIP);
    if (looking && (isBusy() || !target.isConnected || !requestConfig.elt.isConnected)) {
      event.detail.shouldSwap = false;
    }
  });

  // What has been done stays said.
  document.addEventListener("htmx:oobBeforeSwap", event => {
    if (looking && event.detail.target.id === "notice") {
      event.detail.shouldSwap = false;
    }
  });

  document.addEventListener("htmx:afterSettle", event => {
    if (event.detail.target?.id !== "list-pane") {
      return;
    }
    const open = one("#message-pane")?.dataset.open;
    const row = open && one(`.row[data-message="${CSS.escape(open)}"]`);
    row?.setAttribute("data-open", "");
    row && one(".link", row).setAttribute("aria-current", "true");
    postroom.drawn();
  });
})();
