/* A pressed button says what it is doing; after a while a line shows that something is under way. */
(() => {
  const { all } = postroom;
  const waiting = new Set();

  function text(button) {
    const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      if (texts.currentNode.data.trim()) {
        return texts.currentNode;
      }
    }
    return null;
  }

  const deed = (button, form) =>
    form.matches("[data-testid=undo]") ? "undo" : button.name === "confirmed" ? "confirmed" : button.value;

  function label(button, form) {
    const name = deed(button, form).replace(/(^|-)(\w)/g, (_, dash, letter) => letter.toUpperCase());
    const word = postroom.word(`busy${name}`);
    const node = word && text(button);
    if (node) {
      button.dataset.was = node.data;
      node.data = word;
      button.setAttribute("aria-disabled", "true");
    }
  }

  function restore(button) {
    const node = text(button);
    if (node) {
      node.data = button.dataset.was;
    }
    delete button.dataset.was;
    button.removeAttribute("aria-disabled");
  }

  document.addEventListener("submit", event => {
    if (event.submitter?.dataset.was) {
      event.preventDefault(); // pressed already
      event.stopImmediatePropagation();
    } else if (event.submitter && event.target.method === "post") {
      label(event.submitter, event.target);
    }
  }, true);
  document.addEventListener("htmx:beforeRequest", event => {
    const { xhr } = event.detail;
    waiting.add(xhr);
    document.documentElement.classList.add("loading");
    xhr.addEventListener("loadend", () => {
      waiting.delete(xhr);
      document.documentElement.classList.toggle("loading", waiting.size > 0);
      all("button[data-was]").forEach(restore);
    });
  });
})();
