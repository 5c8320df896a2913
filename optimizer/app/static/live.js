// Parts of a page that stay true: they are asked again when the program says that something changed.
import { say } from "./ask.js";

const waiting = new Set();

export async function refresh(part) {
  if (waiting.has(part)) return;
  waiting.add(part);
  const query = new URLSearchParams(part.dataset.query ?? "");
  const answer = await fetch(`/deel/${part.dataset.part}?${query}`);
  waiting.delete(part);
  if (answer.ok) replace(part, await answer.text());
}

// What somebody is typing in is left alone; the place of the focus is kept.
function replace(part, text) {
  if (part.dataset.text === text) return;
  const focus = part.contains(document.activeElement) ? document.activeElement : null;
  if (focus?.matches("input:not([type=range]), textarea, select")) return;
  const id = focus?.id;
  part.dataset.text = text;
  part.innerHTML = text;
  if (id) document.getElementById(id)?.focus();
  part.dispatchEvent(new CustomEvent("part", { bubbles: true }));
}

export function refreshAll(kind) {
  for (const part of document.querySelectorAll("[data-part]")) {
    if (kind === "werk" || part.dataset.on === kind || part.dataset.part === "balk") refresh(part);
  }
}

export function listen() {
  const stream = new EventSource("/gebeurtenissen");
  for (const kind of ["werk", "rekenen", "vraag"]) {
    stream.addEventListener(kind, (event) => {
      refreshAll(kind);
      document.dispatchEvent(new CustomEvent(`taak:${kind}`, { detail: JSON.parse(event.data) }));
    });
  }
  stream.addEventListener("einde", () => {
    stream.close();
    say("Het programma is afgesloten. U mag dit venster sluiten.");
    document.body.classList.add("ended");
  });
  // After a sleep or a lost stream: look at everything again.
  stream.addEventListener("open", () => refreshAll("werk"));
}
