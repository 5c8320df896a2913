// Draws the rows that are in sight, and a few around them; the row of the active cell always.
const ROW = 30;
const AROUND = 14;

export class GridView {
  #drawn = new Map();

  constructor(host, data) {
    this.host = host;
    this.data = data;
    this.grid = document.createElement("div");
    this.grid.className = "blad-rol";
    this.grid.setAttribute("role", "grid");
    this.grid.setAttribute("aria-label", host.dataset.label);
    this.grid.setAttribute("aria-multiselectable", "true");
    this.head = document.createElement("div");
    this.head.className = "blad-kop";
    this.head.setAttribute("role", "rowgroup");
    this.body = document.createElement("div");
    this.body.className = "blad-lijf";
    this.body.setAttribute("role", "rowgroup");
    this.grid.append(this.head, this.body);
    host.append(this.grid);
    this.active = { row: 0, column: 0 };
    this.grid.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.grid);
  }

  // Rows are made again only when the columns are others: a load that changes is a head that changes.
  layOut() {
    const shape = JSON.stringify(this.data.columns.map(({ k, w, f }) => [k, w, f]));
    const isOther = shape !== this.shape;
    this.shape = shape;
    let left = 0;
    this.places = this.data.columns.map((column) => {
      const place = { left, width: column.w };
      left += column.w;
      return place;
    });
    this.width = left;
    this.frozen = this.data.columns.filter((column) => column.f).length;
    this.grid.setAttribute("aria-colcount", String(this.data.columns.length));
    this.#drawHead();
    if (isOther) this.#forget();
    return isOther;
  }

  #forget() {
    for (const element of this.#drawn.values()) element.remove();
    this.#drawn.clear();
  }

  #drawHead() {
    const row = document.createElement("div");
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", "1");
    row.className = "blad-rij kop";
    row.style.width = `${this.width}px`;
    this.data.columns.forEach((column, index) => row.append(this.#headCell(column, index)));
    this.head.replaceChildren(row);
  }

  #headCell(column, index) {
    const cell = this.#box(index, "columnheader", `kopcel ${column.c ?? ""}`);
    const text = document.createElement("span");
    text.textContent = column.t;
    cell.append(text);
    if (column.h) cell.title = column.h;
    if (column.b) cell.append(...loadBar(column.b));
    return cell;
  }

  #box(index, role, classes) {
    const cell = document.createElement("div");
    cell.setAttribute("role", role);
    cell.setAttribute("aria-colindex", String(index + 1));
    cell.className = classes;
    cell.style.width = `${this.places[index].width}px`;
    if (this.data.columns[index].f) {
      cell.classList.add("vast");
      cell.style.left = `${this.places[index].left}px`;
    }
    return cell;
  }

  // Everything that changed: rows keep their elements, and an open editor its cell.
  redraw() {
    for (const [place, element] of this.#drawn) {
      if (place < this.data.rows.length) this.#fill(element, place);
    }
    this.draw();
  }

  draw() {
    const count = this.data.rows.length;
    this.grid.setAttribute("aria-rowcount", String(count + 1));
    this.body.style.height = `${count * ROW}px`;
    this.body.style.width = `${this.width}px`;
    const first = Math.max(0, Math.floor(this.grid.scrollTop / ROW) - AROUND);
    const last = Math.min(count - 1, Math.ceil((this.grid.scrollTop + this.grid.clientHeight) / ROW) + AROUND);
    const kept = (place) => place < count && ((place >= first && place <= last) || place === this.active.row);
    for (const [place, element] of this.#drawn) {
      if (!kept(place)) {
        element.remove();
        this.#drawn.delete(place);
      }
    }
    for (let place = first; place <= last; place += 1) this.#ensure(place);
    if (this.active.row < count) this.#ensure(this.active.row);
  }

  #ensure(place) {
    if (this.#drawn.has(place)) return;
    const element = document.createElement("div");
    element.setAttribute("role", "row");
    element.style.top = `${place * ROW}px`;
    element.style.width = `${this.width}px`;
    this.data.columns.forEach((column, index) => {
      element.append(this.#box(index, "gridcell", "cel"));
    });
    this.#fill(element, place);
    this.#drawn.set(place, element);
    const next = [...this.body.children].find((each) => Number(each.dataset.place) > place);
    this.body.insertBefore(element, next ?? null);
  }

  #fill(element, place) {
    const row = this.data.rows[place];
    element.dataset.place = String(place);
    element.className = `blad-rij ${row.x ?? ""}`;
    element.setAttribute("aria-rowindex", String(place + 2));
    [...element.children].forEach((cell, index) => this.fillCell(cell, place, index));
  }

  fillCell(cell, place, index) {
    const column = this.data.columns[index];
    const found = this.data.cell(place, index);
    const text = String(found.v ?? "");
    const fixed = this.data.isFixed(place, index);
    const selected = this.isSelected?.(place, index) ?? false;
    const active = place === this.active.row && index === this.active.column;
    cell.className = `cel ${column.f ? "vast" : ""} ${column.n ? "getal" : ""} ${fixed ? "dicht" : ""} `
      + `${found.c ?? ""} ${selected ? "gekozen" : ""} ${active ? "actief" : ""}`;
    cell.tabIndex = active ? 0 : -1;
    if (column.r || fixed) cell.setAttribute("aria-readonly", "true");
    else cell.removeAttribute("aria-readonly");
    cell.setAttribute("aria-selected", String(selected || active));
    const hint = found.t ?? (text.length > 12 ? text : "");
    cell.setAttribute("role", index === 0 && text ? "rowheader" : "gridcell");
    if (hint) cell.title = hint;
    else cell.removeAttribute("title");
    if (!cell.querySelector("input")) cell.textContent = text;
  }

  cellAt(place, index) {
    return this.#drawn.get(place)?.children[index] ?? null;
  }

  placeOf(element) {
    const cell = element?.closest?.(".cel");
    if (!cell || !this.body.contains(cell)) return null;
    const row = cell.parentElement;
    return { row: Number(row.dataset.place), column: [...row.children].indexOf(cell) };
  }

  get pageRows() {
    return Math.max(1, Math.floor((this.grid.clientHeight - this.head.offsetHeight) / ROW) - 1);
  }

  // Brings a cell in sight, under the head and beside the columns that stand still.
  reveal(place, index) {
    const top = place * ROW;
    const room = this.grid.clientHeight - this.head.offsetHeight - ROW;
    if (top < this.grid.scrollTop) this.grid.scrollTop = top;
    else if (top > this.grid.scrollTop + room) this.grid.scrollTop = top - room;
    if (index >= this.frozen) {
      const still = this.places.slice(0, this.frozen).reduce((sum, each) => sum + each.width, 0);
      const { left, width } = this.places[index];
      const most = this.grid.clientWidth - width;
      if (left - still < this.grid.scrollLeft) this.grid.scrollLeft = left - still;
      else if (left > this.grid.scrollLeft + most) this.grid.scrollLeft = left - most;
    }
    this.draw();
  }
}

function loadBar(bar) {
  const meter = document.createElement("span");
  meter.className = `balkje ${bar.over ? "over" : ""}`;
  const filled = document.createElement("span");
  filled.style.width = `${Math.min(100, bar.share)}%`;
  meter.append(filled);
  const text = document.createElement("small");
  text.textContent = bar.text;
  return [text, meter];
}
