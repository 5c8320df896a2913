// What every screen does: buttons that ask something of the program, and parts that stay true.
import { listen } from "./live.js";
import { isUnderWay, leaveFor, post, upload } from "./ask.js";
import { startBoard } from "./board.js";
import { startGrids } from "./grid/grid.js";

function fieldsOf(element) {
  if (element instanceof HTMLFormElement) return Object.fromEntries(new FormData(element));
  return JSON.parse(element.dataset.fields ?? "{}");
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button, a");
  if (!button) return;
  if (button.dataset.post) {
    if (button.dataset.ask && !window.confirm(button.dataset.ask)) return;
    await post(button.dataset.post, fieldsOf(button));
  } else if (button.dataset.dialog) {
    openDialog(document.getElementById(button.dataset.dialog));
  } else if (button.dataset.map !== undefined) {
    showFolder(button.closest("[data-folder]"), button.dataset.map);
  } else if (button.hasAttribute("data-close")) {
    button.closest("dialog").close();
  } else if (button.hasAttribute("data-print")) {
    window.print();
  } else if (isUnderWay() && isPlainLink(event, button)) {
    // What was typed last is done first.
    event.preventDefault();
    leaveFor(button.href);
  }
});

function isPlainLink(event, link) {
  return link.href && !link.target && !(event.ctrlKey || event.metaKey || event.shiftKey);
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.post) return;
  event.preventDefault();
  await post(form.dataset.post, fieldsOf(form));
});

// A slider says its value beside it.
document.addEventListener("input", (event) => {
  const input = event.target;
  if (input.type === "range") document.querySelector(`output[for="${input.id}"]`).value = input.value;
});

document.addEventListener("change", (event) => {
  const input = event.target;
  if (!input.dataset.upload) return;
  const files = [...input.files];
  // The same file can then be chosen again.
  input.value = "";
  files.forEach((file) => upload(input.dataset.upload, file));
});

function openDialog(dialog) {
  dialog.showModal();
  const folder = dialog.querySelector("[data-folder]");
  if (folder) showFolder(folder, "");
}

async function showFolder(place, folder) {
  const answer = await fetch(`/map?${new URLSearchParams(folder ? { map: folder } : {})}`);
  place.innerHTML = await answer.text();
  place.querySelector("button")?.focus();
}

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const typing = event.target.closest("input, textarea, select");
  const shortcuts = { s: "bewaar", z: event.shiftKey ? "opnieuw" : "ongedaan", y: "opnieuw" };
  const wanted = shortcuts[event.key.toLowerCase()];
  if (!wanted || (typing && wanted !== "bewaar")) return;
  event.preventDefault();
  // Also when the button does not know yet that there is something to do.
  const button = document.getElementById(wanted);
  if (button) post(button.dataset.post);
});

startGrids();
startBoard();
listen();
