// Parts of a page that stay true: they are asked again when the program says that something changed.
import { say } from "./ask.js";
import { inTurns } from "./turns.js";

const FOCUSABLE = "button, a, input, select, textarea, summary";
const turns = new WeakMap();
const asked = new WeakMap();
const late = new Set();
let pressed = null;

export function refresh(part) {
  if (!turns.has(part)) turns.set(part, inTurns(() => load(part)));
  return turns.get(part)();
}

async function load(part) {
  const query = new URLSearchParams(part.dataset.query ?? "").toString();
  const answer = await fetch(`/deel/${part.dataset.part}?${query}`);
  if (answer.ok) replace(part, await answer.text(), query);
}

// What somebody is typing in or pressing on is left alone, until that is over.
function replace(part, text, query) {
  if (part.dataset.text === text) return;
  const focus = part.contains(document.activeElement) ? document.activeElement : null;
  if (part === pressed || focus?.matches("input:not([type=range]), textarea, select")) {
    late.add(part);
    return;
  }
  const place = focus && [...part.querySelectorAll(FOCUSABLE)].indexOf(focus);
  const isSame = (asked.get(part) ?? query) === query;
  const kept = isSame ? typedIn(part) : [];
  const unfolded = [...part.querySelectorAll("details")].map((each) => each.open);
  part.dataset.text = text;
  asked.set(part, query);
  part.innerHTML = text;
  for (const [id, value] of kept) putBack(id, value);
  const folds = [...part.querySelectorAll("details")];
  if (isSame && folds.length === unfolded.length) folds.forEach((each, index) => (each.open = unfolded[index]));
  if (focus) refocus(part, focus, place);
  part.dispatchEvent(new CustomEvent("part", { bubbles: true }));
}

// What was typed and not sent yet stays, as long as the part is about the same.
function typedIn(part) {
  const fields = [...part.querySelectorAll("input[id]:not([type=range]), textarea[id]")];
  return fields.filter((field) => field.value !== field.defaultValue).map((field) => [field.id, field.value]);
}

function putBack(id, value) {
  const field = document.getElementById(id);
  if (field) field.value = value;
}

// The focus goes to what has its name, or stands in its place and says the same.
function refocus(part, focus, place) {
  const there = part.querySelectorAll(FOCUSABLE)[place];
  const same = there?.textContent === focus.textContent ? there : null;
  (focus.id ? document.getElementById(focus.id) : same)?.focus();
}

function press(event) {
  pressed = event.target.closest?.("[data-part]") ?? null;
}

// A click follows what ends a press, and must find its button.
function release() {
  setTimeout(() => {
    pressed = null;
    catchUp();
  });
}

function catchUp() {
  const parts = [...late];
  late.clear();
  parts.forEach(refresh);
}

export function refreshAll(kind) {
  for (const part of document.querySelectorAll("[data-part]")) {
    if (kind === "werk" || part.dataset.on === kind || part.dataset.part === "balk") refresh(part);
  }
}

function heard(kind, detail) {
  refreshAll(kind);
  document.dispatchEvent(new CustomEvent(`taak:${kind}`, { detail }));
}

export function listen() {
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, press);
  for (const kind of ["pointerup", "pointercancel", "keyup"]) document.addEventListener(kind, release);
  document.addEventListener("focusout", () => setTimeout(catchUp));
  const stream = new EventSource("/gebeurtenissen");
  for (const kind of ["werk", "rekenen", "vraag"]) {
    stream.addEventListener(kind, (event) => heard(kind, JSON.parse(event.data)));
  }
  stream.addEventListener("einde", () => {
    stream.close();
    say("Het programma is afgesloten. U mag dit venster sluiten.");
    document.body.classList.add("ended");
  });
  // Before the stream opened, or while it was lost, anything may have happened.
  stream.addEventListener("open", () => heard("werk", {}));
}
