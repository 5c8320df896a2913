// Asking the program to do something, and showing what it says.
const SHOWN_MILLISECONDS = 8000;

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

async function answered(request) {
  let reply;
  try {
    const answer = await request;
    if (answer.status === 413) throw new Error("te groot");
    reply = await answer.json();
  } catch {
    complain(["De toepassing antwoordt niet, of het bestand is te groot. Start ze opnieuw als dit blijft duren."]);
    return null;
  }
  if (reply.fouten?.length) complain(reply.fouten);
  if (reply.zeg) say(reply.zeg);
  if (reply.ga) window.location.assign(reply.ga);
  return reply;
}

export function post(url, fields) {
  const body = JSON.stringify(fields ?? {});
  return answered(fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body }));
}

export function upload(url, file) {
  const address = new URL(url, window.location.href);
  address.searchParams.set("naam", file.name);
  return answered(fetch(address, { method: "POST", body: file }));
}
