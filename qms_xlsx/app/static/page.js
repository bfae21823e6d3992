// What plain forms cannot do: large drops in batches, a text copied, trouble told where one is.
"use strict";
(() => {
  const BATCH = 20;
  document.documentElement.classList.add("js");

  document.addEventListener("dragover", (event) => {
    event.preventDefault(); // a file dropped beside the field must not replace the page
    for (const own of document.querySelectorAll("[data-drop]")) own.classList.toggle("over", own.contains(event.target));
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const drops = [...document.querySelectorAll("[data-drop]")];
    const own = drops.find((one) => one.contains(event.target)) || (drops.length === 1 ? drops[0] : null);
    for (const one of drops) one.classList.remove("over");
    if (!own || !event.dataTransfer.files.length) return;
    own.querySelector("input").files = event.dataTransfer.files;
    own.querySelector("input").dispatchEvent(new Event("change", { bubbles: true }));
  });

  // A folder without a name bears the year that is typed.
  document.addEventListener("input", (event) => {
    const own = document.querySelector(`[data-follows="${event.target.id}"]`);
    if (own) own.placeholder = own.placeholder.replace(/[^-]*$/, event.target.value);
  });

  // Forms that were dropped are taken in at once; a decision waits for the year beside it.
  document.addEventListener("change", (event) => {
    const chosen = event.target.parentElement.querySelector(".chosen");
    if (chosen) chosen.textContent = [...event.target.files].map((file) => file.name).slice(0, 8).join(", ");
    const form = event.target.closest("form[data-batches]");
    if (form && event.target.type === "file" && event.target.files.length) form.requestSubmit();
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const input = form.matches("[data-batches]") && form.querySelector("input[type=file]");
    if (!input || !input.files.length) return;
    event.preventDefault();
    send(form, [...input.files]).catch(() => form.submit());
  });

  async function send(form, files) {
    const told = form.querySelector("[role=status]");
    for (const button of form.querySelectorAll("button")) button.disabled = true;
    for (let at = 0; at < files.length; at += BATCH) {
      const body = new FormData();
      for (const file of files.slice(at, at + BATCH)) body.append("files", file);
      if (at) body.append("later", "1");
      if (at + BATCH < files.length) body.append("more", "1");
      const answer = await fetch(form.action, { method: "POST", body });
      told.textContent = `${Math.min(at + BATCH, files.length)} / ${files.length}`;
      if (!answer.ok || answer.redirected) return show(answer);
    }
  }

  async function show(answer) {
    if (answer.redirected) return location.assign(answer.url);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.querySelector("main").replaceChildren(...page.querySelector("main").childNodes);
  }

  document.addEventListener("click", async (event) => {
    if (event.target.closest("[data-print]")) window.print();
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    const text = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(text.value);
    } catch {
      text.select();
      document.execCommand("copy");
    }
    button.textContent = button.dataset.copied;
  });

  // A figure that a link names shows why at once.
  const open = () => {
    const own = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (own && own.tagName === "DETAILS") own.open = true;
    const file = own && own.querySelector("[data-download]");
    if (!file) return;
    history.replaceState(null, "", location.pathname); // loaded again, the page fetches nothing
    file.click();
  };
  addEventListener("hashchange", open);
  addEventListener("load", open); // a file fetched before would stop the page from loading

  // What still waits is what is still shown as waiting, whichever answer came first.
  document.addEventListener("htmx:afterSettle", () => {
    const left = document.getElementById("left");
    if (left) left.textContent = left.dataset.says.replace("#", document.querySelectorAll("article.open").length);
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    if (event.detail.requestConfig.verb === "post") document.getElementById("told").replaceChildren();
  });
  for (const name of ["htmx:sendError", "htmx:responseError"]) document.addEventListener(name, () => {
    const told = document.getElementById("told");
    if (told.childElementCount) return;
    const said = document.createElement("p");
    said.className = "card trouble";
    said.textContent = told.dataset.silent;
    told.replaceChildren(said);
  });
})();
