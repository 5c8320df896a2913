// The rows and columns of a grid as the program told them; a later answer may tell only what changed.
export class GridData {
  version = -1;
  columns = [];
  rows = [];
  #byId = new Map();
  #underWay = [];

  take(answer) {
    this.version = answer.version;
    const newColumns = Boolean(answer.columns);
    if (newColumns) this.columns = answer.columns;
    for (const row of answer.rows) this.#byId.set(row.i, row);
    const newOrder = Boolean(answer.order);
    if (newOrder) this.rows = answer.order.map((id) => this.#byId.get(id));
    else this.rows = this.rows.map((row) => this.#byId.get(row.i));
    this.#byId = new Map(this.rows.map((row) => [row.i, row]));
    return { newColumns, newOrder };
  }

  placeOf(id) {
    return this.rows.findIndex((row) => row.i === id);
  }

  columnOf(key) {
    return this.columns.findIndex((column) => column.k === key);
  }

  // What was edited shows at once, until what this gives is called: then the answer is there.
  put(cells) {
    const texts = new Map(cells.map(([row, column, text]) => [`${row}\n${column}`, text]));
    this.#underWay.push(texts);
    return () => {
      this.#underWay = this.#underWay.filter((each) => each !== texts);
    };
  }

  // A cell is a plain text, or {v: shown, e: to edit, c: classes, t: explanation}.
  cell(place, column) {
    const told = this.#told(place, column);
    if (!this.#underWay.length) return told;
    const name = `${this.rows[place]?.i}\n${this.columns[column]?.k}`;
    const edited = this.#underWay.findLast((texts) => texts.has(name));
    return edited ? { ...told, v: edited.get(name), e: edited.get(name) } : told;
  }

  #told(place, column) {
    const found = this.rows[place]?.c[this.columns[column]?.k];
    if (found === undefined || found === null) return { v: "", c: this.columns[column]?.d };
    return typeof found === "object" ? found : { v: String(found) };
  }

  shown(place, column) {
    return String(this.cell(place, column).v ?? "");
  }

  editable(place, column) {
    const cell = this.cell(place, column);
    return String(cell.e ?? cell.v ?? "");
  }

  isFixed(place, column) {
    return Boolean(this.columns[column]?.r || this.rows[place]?.r || this.cell(place, column).r);
  }
}
