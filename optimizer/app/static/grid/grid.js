// One grid: rows and columns of the program that are edited like a sheet of Excel.
import { post, say } from "../ask.js";
import { inTurns } from "../turns.js";
import { fromText, spread, toText } from "./clip.js";
import { GridData } from "./data.js";
import { Editor } from "./editor.js";
import { Selection } from "./selection.js";
import { GridView } from "./view.js";

export class Grid {
  #ask = inTurns(() => this.#load());
  #fresh = false;
  #sending = 0;

  constructor(host) {
    this.host = host;
    this.url = host.dataset.blad;
    this.params = new URLSearchParams(window.location.search);
    this.data = new GridData();
    this.view = new GridView(host, this.data);
    this.selection = new Selection(this.view, this.data);
    this.storeKey = `${this.url} ${host.dataset.label}`;
    this.editor = new Editor(this.view, this.data, {
      storeKey: `typen ${this.storeKey}`,
      onCommit: (cells) => this.send(cells),
      onClose: () => this.focusActive(),
    });
    this.#listen();
    host.grid = this;
  }

  // Asks what changed; `fresh` asks for everything, as another filter shows other rows.
  sync(fresh = false) {
    this.#fresh ||= fresh;
    return this.#ask();
  }

  async #load() {
    if (this.#fresh) this.data.version = -1;
    this.#fresh = false;
    const query = new URLSearchParams(this.params);
    query.set("vanaf", String(this.data.version));
    const answer = await fetch(`${this.url}?${query}`);
    if (answer.ok) this.#take(await answer.json());
  }

  // Nothing in here waits: what is active and typed in is what it is when the answer is there.
  #take(answer) {
    const isFirst = this.data.rows.length === 0;
    const { active, anchor } = this.selection.named();
    const hadFocus = this.view.grid.contains(document.activeElement);
    const { newColumns, newOrder } = this.data.take(answer);
    this.editor.hold(() => {
      const isOther = newColumns && this.view.layOut();
      const isMoved = (newOrder || isOther) && !isFirst;
      if (isMoved) this.#follow(active, anchor);
      this.view.redraw();
      if (isMoved && hadFocus && !this.editor.isOpen) this.focusActive();
    });
    this.host.dispatchEvent(new CustomEvent("blad:stand", { bubbles: true }));
    if (isFirst) this.#begin();
  }

  // After other rows or columns came: the same cells stay chosen, wherever they are now.
  #follow(active, anchor) {
    const placeOf = ({ row, column }) => ({
      row: Math.max(0, this.data.placeOf(row)),
      column: Math.max(0, this.data.columnOf(column)),
    });
    this.view.active = placeOf(active);
    this.selection.anchor = placeOf(anchor);
  }

  // The first time: the cell of the address, or where the window was; and what was being typed.
  #begin() {
    const kept = JSON.parse(sessionStorage.getItem(this.storeKey) ?? "null");
    const asked = this.host.dataset.cel ? JSON.parse(this.host.dataset.cel) : null;
    const typed = Editor.remembered(`typen ${this.storeKey}`);
    const wanted = typed ?? asked ?? kept;
    if (kept) Object.assign(this.view.grid, { scrollTop: kept.top, scrollLeft: kept.left });
    if (!wanted) return this.view.redraw();
    const row = this.data.placeOf(wanted.row);
    const column = this.data.columnOf(wanted.column);
    if (row < 0 || column < 0) return undefined;
    this.selection.go(row, column, { focus: Boolean(typed ?? asked) });
    if (typed) this.editor.open(row, column, typed.text);
    return undefined;
  }

  focusActive() {
    const { row, column } = this.selection.active;
    this.view.cellAt(row, column)?.focus({ preventScroll: true });
  }

  // Until the answer is shown the grid says that it is busy.
  async send(cells) {
    if (!cells.length) return;
    const settle = this.data.put(cells);
    this.view.redraw();
    this.#count(1);
    await post(this.url, { cellen: cells, filter: this.params.toString() });
    await this.sync();
    settle();
    this.view.redraw();
    this.#count(-1);
  }

  #count(step) {
    this.#sending += step;
    this.view.grid.setAttribute("aria-busy", String(this.#sending > 0));
  }

  // What is fixed is left out, and said.
  async sendPlaces(places) {
    const free = places.filter(([row, column]) => row < this.data.rows.length && !this.data.isFixed(row, column));
    if (free.length < places.length) say(`${places.length - free.length} cellen kunt u hier niet wijzigen.`);
    await this.send(free.map(([row, column, text]) => [this.data.rows[row].i, this.data.columns[column].k, text]));
  }

  #listen() {
    const { grid } = this.view;
    grid.addEventListener("keydown", (event) => this.#key(event));
    grid.addEventListener("mousedown", (event) => this.#press(event));
    grid.addEventListener("dblclick", (event) => {
      const place = this.view.placeOf(event.target);
      if (place && !this.editor.isOpen) this.editor.open(place.row, place.column);
    });
    grid.addEventListener("scroll", () => this.#keepPlace());
    this.host.addEventListener("blad:cel", () => this.#keepPlace());
    for (const kind of ["copy", "cut", "paste"]) document.addEventListener(kind, (event) => this.#clip(event));
    document.addEventListener("taak:werk", () => this.sync());
  }

  #keepPlace() {
    const { scrollTop: top, scrollLeft: left } = this.view.grid;
    sessionStorage.setItem(this.storeKey, JSON.stringify({ ...this.selection.named().active, top, left }));
  }

  #press(event) {
    const place = this.view.placeOf(event.target);
    if (!place || event.button !== 0 || event.target.matches("input")) return;
    event.preventDefault();
    const { active } = this.selection;
    const again = place.row === active.row && place.column === active.column;
    const carried = again && this.host.dataset.sleep && this.data.shown(place.row, place.column);
    this.selection.go(place.row, place.column, { extend: event.shiftKey });
    this.#drag(carried ? this.selection.named().active : null);
  }

  // Dragging chooses a block; dragging the active cell of a board carries what stands in it.
  #drag(carried) {
    let over = null;
    const move = (event) => {
      const place = this.view.placeOf(event.target);
      if (!place) return;
      if (!carried) return void this.selection.go(place.row, place.column, { extend: true });
      over?.classList.remove("doel");
      over = this.view.cellAt(place.row, place.column);
      over?.classList.add("doel");
    };
    const up = (event) => {
      document.removeEventListener("mousemove", move);
      over?.classList.remove("doel");
      const place = this.view.placeOf(event.target);
      if (!carried || !place || !over) return;
      const detail = { from: carried, to: { row: this.data.rows[place.row].i, column: this.data.columns[place.column].k } };
      if (detail.from.column !== detail.to.column || detail.from.row !== detail.to.row) {
        this.host.dispatchEvent(new CustomEvent("blad:sleep", { bubbles: true, detail }));
      }
    };
    document.addEventListener("mousemove", move);
    document.addEventListener("mouseup", up, { once: true });
  }

  #key(event) {
    if (this.editor.isOpen) return this.#typing(event);
    const control = event.ctrlKey || event.metaKey;
    const { row, column } = this.selection.active;
    const target = this.selection.target(event.key, control);
    if (event.key === " " && event.shiftKey) this.#wholeRow(row);
    else if (target) this.selection.go(...target, { extend: event.shiftKey });
    else if (event.key === "Enter" || event.key === "F2") this.editor.open(row, column);
    else if (event.key === "Delete" || event.key === "Backspace") this.#empty();
    else if (control && event.key.toLowerCase() === "a") this.#all();
    else if (control && event.key.toLowerCase() === "d") this.#fillDown();
    else if (!control && !event.altKey && event.key.length === 1) this.editor.open(row, column, event.key);
    else return undefined;
    event.preventDefault();
    return undefined;
  }

  #typing(event) {
    const { row, column } = this.selection.active;
    const control = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && control) return this.#fillAll(event);
    if (event.key.toLowerCase() === "s" && control) return this.editor.close(true);
    const step = { Enter: [event.shiftKey ? -1 : 1, 0], Tab: [0, event.shiftKey ? -1 : 1], Escape: [0, 0] }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    this.editor.close(event.key !== "Escape");
    this.selection.go(row + step[0], column + step[1]);
  }

  // Ctrl+Enter gives the whole choice what was typed, as in Excel.
  #fillAll(event) {
    event.preventDefault();
    const { value } = this.editor.input;
    this.editor.close(false);
    return this.sendPlaces(this.selection.places().map(([row, column]) => [row, column, value]));
  }

  #empty() {
    return this.sendPlaces(this.selection.places().map(([row, column]) => [row, column, ""]));
  }

  #wholeRow(row) {
    this.selection.anchor = { row, column: this.data.columns.length - 1 };
    this.selection.go(row, 0, { extend: true });
  }

  #all() {
    this.selection.anchor = { row: 0, column: 0 };
    this.selection.go(this.data.rows.length - 1, this.data.columns.length - 1, { extend: true });
  }

  #fillDown() {
    const { top } = this.selection.block;
    const below = this.selection.places().filter(([row]) => row > top);
    return this.sendPlaces(below.map(([row, column]) => [row, column, this.data.editable(top, column)]));
  }

  // Columns that the program computes do not take part in a block from Excel: it goes on beside them.
  #besideFixed(places) {
    const left = this.selection.block.left;
    const open = this.data.columns.map((_, index) => index).filter((index) => index >= left && !this.data.columns[index].r);
    return places.filter(([, column]) => column - left < open.length)
      .map(([row, column, text]) => [row, open[column - left], text]);
  }

  #clip(event) {
    if (!this.view.grid.contains(document.activeElement) || this.editor.isOpen) return;
    event.preventDefault();
    if (event.type === "paste") {
      const block = fromText(event.clipboardData.getData("text/plain"));
      this.sendPlaces(this.#besideFixed(spread(block, this.selection.block)));
      return;
    }
    const { top, bottom, left, right } = this.selection.block;
    const rows = [];
    for (let row = top; row <= bottom; row += 1) {
      const cells = [];
      for (let column = left; column <= right; column += 1) cells.push(this.data.editable(row, column));
      rows.push(cells);
    }
    event.clipboardData.setData("text/plain", toText(rows));
    if (event.type === "cut") this.#empty();
  }
}

export function startGrids() {
  for (const host of document.querySelectorAll("[data-blad]")) {
    const grid = new Grid(host);
    grid.sync();
  }
  for (const form of document.querySelectorAll("form[data-filter]")) filterWith(form);
  for (const button of document.querySelectorAll("[data-paint]")) paintWith(button);
}

// The fields above a grid say which of its rows are shown.
function filterWith(form) {
  const grid = () => document.getElementById(form.dataset.filter)?.grid;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    grid().params = new URLSearchParams(new FormData(form));
    for (const link of document.querySelectorAll(`[data-uitvoer="${form.dataset.filter}"]`)) {
      link.href = `${link.pathname}?${grid().params}`;
    }
    grid().sync(true);
  });
}

// A button that gives all chosen cells the same text.
function paintWith(button) {
  button.addEventListener("click", async () => {
    const { grid } = document.getElementById(button.dataset.bladId);
    await grid.sendPlaces(grid.selection.places().map(([row, column]) => [row, column, button.dataset.paint]));
    grid.focusActive();
  });
}
