import type { Span } from '../../text/span.ts'
import type { Json } from '../ledger.ts'
import type { Said, SearchedText } from './searched-text.ts'
import { selectorOf } from './selector-of.ts'

/** The capture that a text was read from. */
export type AnnotatedCapture = {
  /** Its address; null for a file or a paste, which is named by its bytes. */
  readonly url: string | null
  /** SHA-256 of its bytes, lower-case hex. */
  readonly sha256: string
  /** UTC, when they were received. */
  readonly at: string
}

/** The name of bytes by their digest, as RFC 6920 writes it. */
function nameOfBytes(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`
}

/** One stretch of the page at the time of the capture, as a specific resource with both selectors. */
function target(
  searched: SearchedText,
  span: Span,
  { part, capture }: { part: string; capture: AnnotatedCapture },
): Json {
  const { exact, prefix, suffix, start, end } = selectorOf(searched.text, span, searched.points)
  const bytes = nameOfBytes(capture.sha256)
  return {
    type: 'SpecificResource',
    source: capture.url ?? bytes,
    styleClass: part,
    state: { type: 'TimeState', sourceDate: capture.at, cached: bytes },
    selector: [
      {
        type: 'TextQuoteSelector',
        exact,
        ...(prefix !== '' && { prefix }),
        ...(suffix !== '' && { suffix }),
      },
      { type: 'TextPositionSelector', start, end },
    ],
  }
}

/**
 * A statement as a Web Annotation. Each stretch of source, cue and content is a target of its own, since selectors of one
 * target are other ways to the same words; `styleClass` says of which part it is. Positions are counted in the canonical
 * text of the article, in code points.
 *
 * @param id an IRI
 * @returns plain data for JSON-LD, after the W3C's Web Annotation Data Model of 23 February 2017
 */
export function annotationOf(
  { id, statement, created }: { readonly id: string; readonly statement: Said; readonly created: string },
  { searched, capture }: { readonly searched: SearchedText; readonly capture: AnnotatedCapture },
): Json {
  const parts = (['source', 'cue', 'content'] as const).flatMap((part) =>
    statement[part].map((span) => target(searched, span, { part, capture })),
  )
  const { speaker } = statement
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'Annotation',
    motivation: 'identifying',
    created,
    ...(speaker !== null && {
      body: { type: 'TextualBody', value: speaker.name, format: 'text/plain', purpose: 'identifying' },
    }),
    target: parts,
  }
}
