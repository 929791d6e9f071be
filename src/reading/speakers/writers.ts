import type { Span } from '../../text/span.ts'
import type { NamePlace } from './actors.ts'

/** A full name that is all of its paragraph: a letter is signed with it. */
function isSignature(text: string, [start, end]: Span): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - 4), start), text.slice(end, end + 4)]
  return /\n[ —–-]*$/.test(before) && /^\.?\s*(?:\n|$)/.test(behind)
}

/** "Ana Lee is a novelist", at the head of a paragraph near the end: who wrote the column. */
function isNote(text: string, [start, end]: Span): boolean {
  const isHead = /\n["'*—–-]*\s?$/.test(text.slice(Math.max(0, start - 4), start))
  return (
    isHead && text.length - end < 600 && /^(?:, [^.\n]{1,80},)? (?:is|teaches|writes) /.test(text.slice(end, end + 100))
  )
}

/** The places that name who wrote what stands above them, in order. */
export function writersOf(text: string, places: readonly NamePlace[]): readonly NamePlace[] {
  const isFull = ({ name: { span } }: NamePlace) => /\s/.test(text.slice(...span))
  return places.filter(
    (place) => isFull(place) && (isSignature(text, place.name.span) || isNote(text, place.name.span)),
  )
}
