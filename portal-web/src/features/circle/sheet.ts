/// A4 less margins of 12 mm, in points; a twentieth is kept free for fonts wider than reckoned with.
const paper = { width: 527, height: 774 * 0.95 }

/// Shares of the width: kind, name, walk, phone.
const columns = [0.22, 0.38, 0.22, 0.18] as const

const lineHeight = 1.25
const padding = 0.34
const largest = 12
const smallest = 7

/// The largest type size, in points, at which the rows fit on one page; the smallest readable one where none does.
/// Rows are what stands in the four columns; `heads` are the tables with a caption and a row of headings, `lines` the rest.
export function sizeToFit(rows: string[][], heads: number, lines: number): number {
  for (let size = largest; size > smallest; size -= 0.5) if (heightAt(size, rows, heads, lines) <= paper.height) return size
  return smallest
}

function heightAt(size: number, rows: string[][], heads: number, lines: number): number {
  const ofRows = rows.reduce((sum, row) => sum + padding + lineHeight * linesOf(row, size), 0)
  const ofHeads = heads * (2 * lineHeight + 2 * padding + 0.5)
  return size * (ofRows + ofHeads + lines * lineHeight)
}

function linesOf(row: string[], size: number): number {
  return Math.max(1, ...row.map((text, column) => Math.ceil((widthOf(text) * size) / (paper.width * (columns[column] ?? 1) - 0.7 * size))))
}

// In widths of a Chinese character, of which a Latin one takes up to two thirds.
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.64 : 1), 0)
}
