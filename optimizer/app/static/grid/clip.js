// Blocks of cells as Excel puts them on the clipboard: tabs between cells, quotes around breaks.
export function toText(rows) {
  return rows.map((cells) => cells.map(quoted).join("\t")).join("\r\n");
}

function quoted(text) {
  return /["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function fromText(text) {
  const rows = [[]];
  let rest = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (true) {
    const [cell, length] = rest.startsWith('"') ? takeQuoted(rest) : takePlain(rest);
    rows.at(-1).push(cell);
    const separator = rest[length];
    if (separator === undefined) return rows;
    if (separator === "\n") rows.push([]);
    rest = rest.slice(length + 1);
  }
}

function takePlain(text) {
  const length = text.search(/[\t\n]/);
  return length < 0 ? [text, text.length] : [text.slice(0, length), length];
}

function takeQuoted(text) {
  const match = /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(text);
  return match ? [match[1].replaceAll('""', '"'), match[0].length] : takePlain(text);
}

// The cells that a pasted block covers: one value fills the choice, a block is repeated in it.
export function spread(block, { top, left, bottom, right }) {
  const height = block.length;
  const width = Math.max(...block.map((cells) => cells.length));
  const rows = Math.max(height, (bottom - top + 1) % height ? height : bottom - top + 1);
  const columns = Math.max(width, (right - left + 1) % width ? width : right - left + 1);
  const found = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      found.push([top + row, left + column, block[row % height][column % width] ?? ""]);
    }
  }
  return found;
}
