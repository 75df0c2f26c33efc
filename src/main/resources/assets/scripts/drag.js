/* Rows are dragged to a folder: the one under the pointer, or all that are ticked. */
(() => {
  const { one, all, onPage } = postroom;
  let carried = null;

  const folder = event => event.target.closest?.("a[data-mailbox]");

  document.addEventListener("dragstart", event => {
    const row = event.target.closest?.(".row");
    if (!row) {
      return;
    }
    const own = one("[name=message]", row);
    const ticked = all(".row [name=message]:checked");
    carried = (own.checked ? ticked : [own]).map(box => box.value);
    event.dataTransfer.clearData();
    event.dataTransfer.setData("application/x-postroom", String(carried.length));
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setDragImage(row, 16, 16);
  });

  document.addEventListener("dragover", event => {
    const over = carried && folder(event);
    for (const other of all("a[data-mailbox][data-drop]")) {
      other.toggleAttribute("data-drop", other === over);
    }
    if (over && !over.hasAttribute("aria-current")) {
      event.preventDefault();
      over.setAttribute("data-drop", "");
    }
  });

  document.addEventListener("drop", event => {
    const target = carried && folder(event);
    if (target) {
      event.preventDefault();
      const messages = carried.map(reference => ["message", reference]);
      const fields = postroom.hidden(one("#list-actions"));
      postroom.submit("/changes", [...fields, ...messages, ["action", "move"], ["target", target.dataset.mailbox]]);
    }
  });

  document.addEventListener("dragend", () => {
    carried = null;
    all("[data-drop]").forEach(other => other.removeAttribute("data-drop"));
  });

  onPage(() => all(".row:not([draggable])").forEach(row => { row.draggable = true; }));
})();
