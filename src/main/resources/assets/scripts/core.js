/* What the other files share. Every file is a script of its own; they are served one after another as one. */
const postroom = (() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const drawers = [];

  /* Does something to this page, and to each page that takes its place. */
  function onPage(draw) {
    drawers.push(draw);
    draw();
  }

  const drawn = () => drawers.forEach(draw => draw());
  const word = name => one("#words")?.dataset[name] ?? "";

  /* The hidden fields of a form: its token, and which list it belongs to. */
  const hidden = form => all("input[type=hidden]", form).map(field => [field.name, field.value]);

  /* A part that tells of a failure. */
  function say(html) {
    one("#notice").innerHTML = html;
  }

  function unanswered() {
    const [notice, text] = ["div", "p"].map(name => document.createElement(name));
    notice.className = "notice";
    text.textContent = word("unanswered");
    notice.append(text);
    one("#notice")?.replaceChildren(notice);
  }

  /* Sends a form's fields without a new page; tells whether it worked, and shows the failure if not. */
  async function post(action, fields) {
    const body = new URLSearchParams(fields);
    const answer = await fetch(action, { method: "POST", body, headers: { "HX-Request": "true" } }).catch(() => null);
    const elsewhere = answer?.headers.get("HX-Redirect");
    if (elsewhere) {
      location.assign(elsewhere);
    } else if (answer && !answer.ok) {
      say(await answer.text());
    } else if (!answer) {
      unanswered();
    }
    return answer?.ok ?? false;
  }

  /* Sends fields as a form of the page would: the answer is the next page. */
  function submit(action, fields) {
    const form = document.createElement("form");
    form.method = "post";
    form.action = action;
    form.hidden = true;
    for (const [name, value] of fields) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      form.append(field);
    }
    document.body.append(form);
    htmx.process(form);
    form.requestSubmit();
  }

  return { one, all, onPage, drawn, word, hidden, post, submit, say, unanswered };
})();
