/* One box ticks the page; a range is ticked with Shift; the whole list is offered once its page is ticked. */
(() => {
  const { one, all, onPage } = postroom;
  const boxes = () => all(".row [name=message]");
  let last = null;

  function pageBox() {
    const label = document.createElement("label");
    const box = document.createElement("input");
    label.className = "page-tick";
    box.type = "checkbox";
    box.id = "page-tick";
    box.setAttribute("aria-label", postroom.word("page"));
    box.addEventListener("change", () => {
      const on = box.checked;
      boxes().forEach(other => { other.checked = on; });
      draw();
    });
    label.append(box);
    return label;
  }

  function draw() {
    const list = one("#list-pane");
    const whole = list && one("[name=select]", list);
    if (!whole) {
      return;
    }
    const ticked = boxes().filter(box => box.checked).length;
    const full = ticked > 0 && ticked === boxes().length;
    const page = one("#page-tick");
    page.checked = full || whole.checked;
    page.indeterminate = ticked > 0 && !full && !whole.checked;
    if (!full) {
      whole.checked = false;
    }
    list.toggleAttribute("data-page-ticked", full && one(".list-foot nav a", list) !== null);
    list.toggleAttribute("data-picking", ticked > 0);
  }

  function range(box) {
    const [from, to] = [boxes().indexOf(last), boxes().indexOf(box)].sort((a, b) => a - b);
    if (from >= 0) {
      boxes().slice(from, to + 1).forEach(other => { other.checked = box.checked; });
    }
  }

  document.addEventListener("click", event => {
    const box = event.target.closest(".row [name=message]");
    if (box) {
      event.shiftKey && range(box);
      last = box;
    }
  });
  document.addEventListener("change", event => event.target.closest("#list-pane") && draw());
  document.addEventListener("reset", event => event.target.id === "list-actions" && setTimeout(draw));

  onPage(() => {
    const head = one("#list-pane:has(.row) .list-head");
    if (head && !one("#page-tick")) {
      head.prepend(pageBox());
    }
    draw();
  });
})();
