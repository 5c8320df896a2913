// Asking the program to do something, and showing what it says.
const SHOWN_MILLISECONDS = 8000;

let last = Promise.resolve();
let underWay = 0;

export function say(text) {
  const line = document.createElement("p");
  line.textContent = text;
  document.getElementById("meldingen").append(line);
  setTimeout(() => line.remove(), SHOWN_MILLISECONDS);
}

export function complain(lines) {
  const dialog = document.getElementById("fout");
  const list = document.getElementById("fout-tekst");
  list.replaceChildren(...lines.map((text) => {
    const line = document.createElement("p");
    line.textContent = text;
    return line;
  }));
  if (!dialog.open) dialog.showModal();
}

// What a window asks is done in the order in which it was asked: "Bewaren" after the last cell.
function inOrder(ask) {
  underWay += 1;
  const answer = last.then(ask).catch(() => null);
  last = answer.then(() => {
    underWay -= 1;
  });
  return answer;
}

async function replyTo(url, options) {
  const answer = await fetch(url, options);
  return answer.status === 413 ? null : answer.json();
}

async function told(asked) {
  const reply = await asked;
  if (!reply) {
    complain(["De toepassing antwoordt niet, of het bestand is te groot. Start ze opnieuw als dit blijft duren."]);
    return null;
  }
  if (reply.fouten?.length) complain(reply.fouten);
  if (reply.zeg) say(reply.zeg);
  if (reply.ga) leaveFor(reply.ga);
  if (reply.open) document.dispatchEvent(new CustomEvent("bord:open", { detail: reply.open }));
  return reply;
}

// Goes to another page once everything that was asked is done; not over a sentence that must be read.
export async function leaveFor(address) {
  while (underWay) await last;
  if (!document.getElementById("fout").open) window.location.assign(address);
}

export function isUnderWay() {
  return underWay > 0;
}

export function post(url, fields) {
  const body = JSON.stringify(fields ?? {});
  const headers = { "content-type": "application/json" };
  return told(inOrder(() => replyTo(url, { method: "POST", headers, body })));
}

export function upload(url, file) {
  const address = new URL(url, window.location.href);
  address.searchParams.set("naam", file.name);
  return told(inOrder(() => replyTo(address, { method: "POST", body: file })));
}

// A page that is left in another way than by a link of ours would drop what was not yet asked.
window.addEventListener("beforeunload", (event) => {
  if (underWay) event.preventDefault();
});
