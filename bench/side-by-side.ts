/** Systems beside each other, for the benches that compare. */

/** One measured value; null where this machine cannot measure it. */
export type Figure = { readonly value: number | null; readonly unit: string }

/** One system's figures, by the names that are printed. */
export type Row = { readonly name: string; readonly version: string; readonly figures: ReadonlyMap<string, Figure> }

/** A system that did not take part, and why. */
export type Absent = { readonly name: string; readonly why: string }

/** The rows side by side: a column a system, a line a figure. Every row has the same figures. */
export function table(rows: readonly Row[]): readonly string[] {
  const names = [...(rows[0]?.figures.keys() ?? [])]
  const line = (first: string, cells: readonly string[]) =>
    `${first.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}`
  return [
    line(
      '',
      rows.map(({ name }) => name),
    ),
    ...names.map((name) => {
      const cells = rows.map(({ figures }) => figures.get(name))
      return line(
        `${name} (${cells[0]?.unit})`.replace(' ()', ''),
        cells.map((cell) => String(cell?.value ?? 'unknown')),
      )
    }),
  ]
}
