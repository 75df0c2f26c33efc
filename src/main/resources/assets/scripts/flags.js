/* A star changes where it stands; no page has to come for that. */
(() => {
  const { one, all } = postroom;
  const LISTED = ".rows button.star";
  const OPEN = "button.star[form=message-actions]";

  function draw(button, on) {
    button.classList.toggle("on", on);
    button.setAttribute("aria-label", postroom.word(on ? "unstar" : "star"));
    const use = one("use", button);
    use.setAttribute("href", use.getAttribute("href").replace(/#.*/, on ? "#star-on" : "#star"));
    button.closest(".row")?.toggleAttribute("data-starred", on);
    button[button.form?.id === "message-actions" ? "value" : "name"] = on ? "unstar" : "star";
  }

  /* The same message may stand in the list and in the pane. */
  function drawAll(reference, on) {
    all(LISTED).filter(button => button.value === reference).forEach(button => draw(button, on));
    const open = one(OPEN);
    if (open && one("input[name=message]", open.form).value === reference) {
      draw(open, on);
    }
  }

  document.addEventListener("click", async event => {
    const button = event.target.closest(`${LISTED}, ${OPEN}`);
    if (!button) {
      return;
    }
    event.preventDefault();
    const listed = button.matches(LISTED);
    const reference = listed ? button.value : one("input[name=message]", button.form).value;
    const on = !button.classList.contains("on");
    const fields = postroom.hidden(button.form).filter(([name]) => name !== "message");
    drawAll(reference, on);
    if (!await postroom.post("/changes", [...fields, [on ? "star" : "unstar", reference]])) {
      drawAll(reference, !on);
    }
  });
})();
