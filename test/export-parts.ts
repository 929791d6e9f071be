import { readFileSync } from 'node:fs'
import { PART_NAMES, type PartName } from '../src/wacz/part-names.ts'
import { headLength, headOffsets, listLength, sizesInList } from '../src/wacz/zip-layout.ts'

/** Where a file of an export lies: its head, its own bytes, and their end. */
type PartStretch = { readonly name: PartName; readonly head: number; readonly start: number; readonly end: number }

/** Where the files of an export lie, in their order. */
export function placesOf(path: string): readonly PartStretch[] {
  const bytes = readFileSync(path)
  const sizes = sizesInList(bytes.subarray(bytes.length - listLength(PART_NAMES)), PART_NAMES)
  const parts = PART_NAMES.map((name, at) => ({ name, size: sizes[at] ?? 0 }))
  const offsets = headOffsets(parts)
  return parts.map(({ name, size }, at) => {
    const head = offsets[at] ?? 0
    const start = head + headLength(name)
    return { name, head, start, end: start + size }
  })
}

/** The files of an export, by name. */
export function partsOf(path: string): ReadonlyMap<string, Buffer> {
  const bytes = readFileSync(path)
  return new Map(placesOf(path).map(({ name, start, end }) => [name, bytes.subarray(start, end)]))
}
