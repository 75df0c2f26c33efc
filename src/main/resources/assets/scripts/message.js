/* A message opens in its pane; the list beside it stays as it is. */
(() => {
  const { one, all, onPage } = postroom;
  const PANE = "message-pane";

  document.addEventListener("htmx:configRequest", event => {
    if (event.detail.target.id === PANE) {
      delete event.detail.headers["HX-Boosted"]; // only the part is wanted
    }
  });

  const opened = () => one(`#${PANE} input[name=message]`)?.value;
  const rowOf = reference => all(".row").find(row => one("[name=message]", row)?.value === reference);

  function markOpen(row) {
    for (const other of all(".row[data-open]")) {
      other.removeAttribute("data-open");
      one(".link", other).removeAttribute("aria-current");
    }
    row?.setAttribute("data-open", "");
    row && one(".link", row).setAttribute("aria-current", "true");
    row?.scrollIntoView({ block: "nearest" });
  }

  function countDown(mailbox) {
    const link = all("a[data-mailbox]").find(folder => folder.dataset.mailbox === mailbox);
    const count = link && one(".count", link);
    const unseen = Math.max(0, Number(link?.dataset.unseen ?? 0) - 1);
    if (!count || !/\d/.test(count.textContent)) {
      return;
    }
    link.dataset.unseen = unseen;
    if (unseen === 0) {
      count.remove();
      link.classList.remove("loud");
    } else {
      count.firstChild.data = new Intl.NumberFormat(document.documentElement.lang).format(unseen);
    }
  }

  function markRead(row) {
    if (row?.hasAttribute("data-unread")) {
      row.removeAttribute("data-unread");
      one(".dot", row)?.remove();
      countDown(row.dataset.in);
    }
  }

  document.addEventListener("htmx:afterOnLoad", event => {
    const { xhr, requestConfig } = event.detail;
    if (requestConfig.headers["HX-Target"] !== PANE || xhr.status !== 200 || !opened()) {
      return;
    }
    if (requestConfig.elt.matches("[data-testid=content-pending]")) {
      return; // the same message, whose text has come
    }
    const row = rowOf(opened());
    markOpen(row);
    markRead(row);
    document.body.dataset.view = "message";
    document.title = document.title.replace(/^.*(?= – )/, one("#subject").textContent);
    scrollTo(0, 0);
    one("#subject").focus({ preventScroll: true });
  });

  onPage(() => one(".row[data-open]")?.scrollIntoView({ block: "nearest" }));
})();
