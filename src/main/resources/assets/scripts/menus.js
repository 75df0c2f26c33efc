/* Menus are details; with a script they also close by themselves. */
(() => {
  const { one, all } = postroom;
  const OPEN = "details[name=menu][open]";

  document.addEventListener("click", event => {
    for (const menu of all(OPEN)) {
      const chosen = event.target.closest(".item, .deeds button");
      if (!menu.contains(event.target) || (chosen && menu.contains(chosen))) {
        menu.open = false;
      }
    }
  });

  document.addEventListener("keydown", event => {
    const menu = event.key === "Escape" && one(OPEN);
    if (menu) {
      event.preventDefault();
      menu.open = false;
      one("summary", menu).focus();
    }
  });
})();
