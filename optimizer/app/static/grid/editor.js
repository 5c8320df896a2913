// The one open cell: what is typed survives a reload, a new answer of the program and another window.
export class Editor {
  constructor(view, data, { onCommit, onClose, storeKey }) {
    this.view = view;
    this.data = data;
    this.onCommit = onCommit;
    this.onClose = onClose;
    this.storeKey = storeKey;
    this.input = null;
    this.isHeld = false;
  }

  get isOpen() {
    return this.input !== null;
  }

  open(row, column, text) {
    if (this.data.isFixed(row, column)) return false;
    const cell = this.view.cellAt(row, column);
    if (!cell) return false;
    this.place = { row: this.data.rows[row].i, column: this.data.columns[column].k };
    this.input = document.createElement("input");
    this.input.value = text ?? this.data.editable(row, column);
    this.input.setAttribute("aria-label", `${this.data.columns[column].t}, ${this.data.shown(row, 0)}`);
    this.#offer(this.data.columns[column]);
    cell.replaceChildren(this.input);
    this.input.focus({ preventScroll: true });
    if (text === undefined) this.input.select();
    this.input.addEventListener("input", () => this.#remember());
    this.input.addEventListener("blur", () => this.#left());
    this.#remember();
    return true;
  }

  #offer(column) {
    if (!column.o?.length) return;
    const id = `keuze-${column.k}`;
    let list = document.getElementById(id);
    if (!list) {
      list = document.createElement("datalist");
      list.id = id;
      document.body.append(list);
    }
    list.replaceChildren(...column.o.map((text) => Object.assign(document.createElement("option"), { value: text })));
    this.input.setAttribute("list", id);
  }

  // Leaving the window is no end of typing; clicking elsewhere in it is.
  #left() {
    if (!this.isHeld && document.hasFocus() && this.input && document.activeElement !== this.input) this.close(true);
  }

  // While rows and columns change the open cell is not left; it goes along with its record.
  hold(change) {
    const { input } = this;
    const [start, end] = [input?.selectionStart, input?.selectionEnd];
    this.isHeld = true;
    change();
    const cell = input && this.view.cellAt(this.data.placeOf(this.place.row), this.data.columnOf(this.place.column));
    if (cell && input.parentElement !== cell) {
      cell.replaceChildren(input);
      input.focus({ preventScroll: true });
      input.setSelectionRange(start, end);
      this.view.redraw();
    }
    this.isHeld = false;
  }

  #remember() {
    sessionStorage.setItem(this.storeKey, JSON.stringify({ ...this.place, text: this.input.value }));
  }

  static remembered(storeKey) {
    return JSON.parse(sessionStorage.getItem(storeKey) ?? "null");
  }

  close(commit) {
    if (!this.input) return;
    const { place, input } = this;
    this.input = null;
    sessionStorage.removeItem(this.storeKey);
    const row = this.data.placeOf(place.row);
    const column = this.data.columnOf(place.column);
    const before = row < 0 || column < 0 ? null : this.data.editable(row, column);
    const cell = input.parentElement;
    input.remove();
    if (cell && row >= 0) this.view.fillCell(cell, row, column);
    if (commit && before !== null && input.value !== before) this.onCommit([[place.row, place.column, input.value]]);
    this.onClose();
  }
}
