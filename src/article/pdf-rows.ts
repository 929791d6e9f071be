import type { Fragment, PdfPage } from './pdf-pages.ts'

/** What stands at the same height of a page, from left to right; not all of it white space. */
export type PdfRow = { readonly fragments: readonly Fragment[]; readonly y: number; readonly size: number }

/** Fragments stand in one row where their baselines are nearer than this share of the type's size: raised figures, too. */
const SAME_ROW = 0.45

/** The size of type that most letters are set in. */
export function usualSize(pieces: readonly { readonly text: string; readonly size: number }[]): number {
  const letters = new Map<number, number>()
  for (const { text, size } of pieces) {
    const rounded = Math.round(size * 2) / 2
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.trim().length)
  }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [0, -1])[0]
}

/** Whether a fragment shows nothing. */
export function isBlank({ text }: Fragment): boolean {
  return text.trim() === ''
}

/** The rows of a page, from its top to its foot. */
export function rowsOf({ fragments }: PdfPage): readonly PdfRow[] {
  const rows: { fragments: Fragment[]; y: number; size: number }[] = []
  for (const fragment of fragments.toSorted((a, b) => a.y - b.y || a.left - b.left)) {
    const last = rows.at(-1)
    if (last !== undefined && fragment.y - last.y <= SAME_ROW * Math.max(last.size, fragment.size)) {
      last.fragments.push(fragment)
      // A raised figure comes first on the way down; the baseline is that of the larger type.
      if (fragment.size > last.size) Object.assign(last, { y: fragment.y, size: fragment.size })
    } else rows.push({ fragments: [fragment], y: fragment.y, size: fragment.size })
  }
  const printed = rows.filter((row) => !row.fragments.every(isBlank))
  return printed.map((row) => ({ ...row, fragments: row.fragments.toSorted((a, b) => a.left - b.left) }))
}
