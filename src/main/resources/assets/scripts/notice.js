/* What has been done is said once: a reload does not say it again. It stays until it is dismissed or the next page comes. */
(() => {
  const { one, onPage } = postroom;

  onPage(() => {
    const address = new URL(location.href);
    if (address.searchParams.has("done")) {
      const query = address.search.slice(1).split("&").filter(field => !field.startsWith("done="));
      history.replaceState(history.state, "", address.pathname + (query.length ? `?${query.join("&")}` : ""));
    }
  });

  document.addEventListener("htmx:sendError", postroom.unanswered);
  document.addEventListener("htmx:timeout", postroom.unanswered);

  document.addEventListener("click", event => {
    if (event.target.closest("#notice .dismiss")) {
      event.preventDefault();
      event.stopPropagation();
      one("#notice").replaceChildren();
    }
  }, true);
})();
