// Which cell is active and which block is chosen; where the keys lead.
export class Selection {
  constructor(view, data) {
    this.view = view;
    this.data = data;
    this.anchor = { row: 0, column: 0 };
    view.isSelected = (row, column) => this.#holds(row, column);
  }

  get active() {
    return this.view.active;
  }

  get block() {
    const { anchor, active } = this;
    return {
      top: Math.min(anchor.row, active.row),
      bottom: Math.max(anchor.row, active.row),
      left: Math.min(anchor.column, active.column),
      right: Math.max(anchor.column, active.column),
    };
  }

  get isSingle() {
    return this.anchor.row === this.active.row && this.anchor.column === this.active.column;
  }

  #holds(row, column) {
    const { top, bottom, left, right } = this.block;
    return !this.isSingle && row >= top && row <= bottom && column >= left && column <= right;
  }

  // Goes to a cell; with `extend` the block grows from where it began.
  go(row, column, { extend = false, focus = true } = {}) {
    const last = this.data.rows.length - 1;
    if (last < 0) return;
    const place = {
      row: Math.max(0, Math.min(last, row)),
      column: Math.max(0, Math.min(this.data.columns.length - 1, column)),
    };
    this.view.active = place;
    if (!extend) this.anchor = { ...place };
    this.view.reveal(place.row, place.column);
    this.view.redraw();
    if (focus) this.view.cellAt(place.row, place.column)?.focus({ preventScroll: true });
    this.view.host.dispatchEvent(new CustomEvent("blad:cel", { bubbles: true, detail: this.named().active }));
  }

  // The active cell and the one where the block began, by the names of their records and columns.
  named() {
    const name = ({ row, column }) => ({ row: this.data.rows[row]?.i, column: this.data.columns[column]?.k });
    return { active: name(this.active), anchor: name(this.anchor) };
  }

  // Where a key leads from the active cell; nothing for other keys.
  target(key, control) {
    const { row, column } = this.active;
    const last = { row: this.data.rows.length - 1, column: this.data.columns.length - 1 };
    const page = this.view.pageRows;
    switch (key) {
      case "ArrowUp": return [control ? 0 : row - 1, column];
      case "ArrowDown": return [control ? last.row : row + 1, column];
      case "ArrowLeft": return [row, control ? 0 : column - 1];
      case "ArrowRight": return [row, control ? last.column : column + 1];
      case "PageUp": return [row - page, column];
      case "PageDown": return [row + page, column];
      case "Home": return [control ? 0 : row, 0];
      case "End": return [control ? last.row : row, last.column];
      default: return null;
    }
  }

  places() {
    const { top, bottom, left, right } = this.block;
    const found = [];
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) found.push([row, column]);
    }
    return found;
  }
}
