// The board: the cell that is looked at is told about beside it; a cell can be carried to another.
import { post } from "./ask.js";
import { refresh } from "./live.js";

const WAIT_MILLISECONDS = 150;
let timer = null;

export function startBoard() {
  const host = document.getElementById("bord");
  if (!host) return;
  host.addEventListener("blad:cel", (event) => {
    clearTimeout(timer);
    timer = setTimeout(() => tell(event.detail), WAIT_MILLISECONDS);
  });
  host.addEventListener("blad:sleep", (event) => carry(event.detail));
  document.addEventListener("bord:open", ({ detail }) => goTo(host.grid, detail.rij, detail.kolom));
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-goto]");
    if (button) goTo(host.grid, button.dataset.goto, button.dataset.column);
  });
}

function tell({ row, column }) {
  const part = document.getElementById("cel");
  part.dataset.query = new URLSearchParams({ rij: row ?? "", kolom: column ?? "" }).toString();
  refresh(part);
}

function carry({ from, to }) {
  const person = (column) => column.replace(/^p:/, "");
  if (from.row !== to.row || !to.column.startsWith("p:") || !from.column.startsWith("p:")) return;
  post("/doe/verplaats", { rij: from.row, van: person(from.column), naar: person(to.column) });
}

async function goTo(grid, row, column) {
  let place = grid.data.placeOf(row);
  if (place < 0) {
    document.querySelector('form[data-filter="bord"]').reset();
    grid.params = new URLSearchParams();
    await grid.sync(true);
    place = grid.data.placeOf(row);
  }
  const there = column ? grid.data.columnOf(column) : grid.selection.active.column;
  if (place >= 0) grid.selection.go(place, Math.max(0, there));
}
