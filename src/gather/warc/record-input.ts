import { isIP } from 'node:net'
import { headerValue, headerValues } from '../../http/answer-head.ts'
import type { Input } from '../../record/input.ts'
import { decoded } from './content-coding.ts'
import { isDigestOf } from './digest.ts'
import { type HttpAnswer, parseAnswer } from './http-answer.ts'
import type { Position } from './warc-bytes.ts'
import type { WarcItem } from './warc-records.ts'

type WarcRecord = Extract<WarcItem, { kind: 'record' }>
type Fields = WarcRecord['fields']

/** What a record gives. */
export type FromRecord =
  /** A page in which there may be an article; `notes` say what is wrong with it, though it was read. */
  | { readonly kind: 'page'; readonly input: Input; readonly notes: readonly string[] }
  /** The same bytes as a capture before, at `of`; `input` has none of its own. */
  | { readonly kind: 'revisit'; readonly of: { readonly url: string; readonly at: string }; readonly input: Input }
  /** Nothing in which an article could stand: a request, a picture, a redirect. */
  | { readonly kind: 'passed' }
  | { readonly kind: 'fault'; readonly sentence: string }

const PASSED: FromRecord = { kind: 'passed' }

/** Types of records that can hold a page. The others are `warcinfo`, `request`, `metadata` and `continuation`. */
const HOLDING = new Set(['response', 'resource', 'conversion', 'revisit'])

/** Whether a record's block is needed. */
export function mayHoldPage(fields: Fields): boolean {
  return HOLDING.has(fields.get('warc-type')?.toLowerCase() ?? '')
}

/** A place as sentences name it. */
export function placeInWords({ at, skip }: Position): string {
  return skip === 0 ? `record at byte ${at}` : `record at byte ${at}, ${skip} bytes into what is packed there`
}

/** A moment in UTC; null where only a day, or nothing, is told. */
function moment(told: string): string | null {
  const time = /\d\d:\d\d/.test(told) ? Date.parse(told) : Number.NaN
  const iso = Number.isNaN(time) ? '' : new Date(time).toISOString()
  return /^(?:19|20|21)\d\d-/.test(iso) ? iso : null
}

/** The address that was captured: some programs write it in angle brackets. Null where it is none of the web. */
function targetOf(fields: Fields): string | null {
  const uri = (fields.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1')
  return /^https?:\/\//i.test(uri) && URL.canParse(uri) ? uri : null
}

/** What the record says of how its bytes were received. */
function receivedOf(fields: Fields, at: string, answer: HttpAnswer): NonNullable<Input['received']> {
  const address = fields.get('warc-ip-address') ?? ''
  return {
    via: 'archive',
    askedUrl: null,
    at,
    status: answer.status,
    headers: answer.headers,
    address: isIP(address) === 0 ? null : address,
    recordId: fields.get('warc-record-id') || null,
    exchanges: [],
  }
}

/** The media type of a page, or null where an article cannot stand in it. */
function pageType(contentType: string, body: Uint8Array, isText: boolean): string | null {
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase()
  if (type === 'text/html' || type === 'application/xhtml+xml') return contentType
  if (type === 'text/plain') return isText ? contentType : null
  const isUnknown = type === '' || type === 'application/octet-stream' || type === 'unknown/unknown'
  const looksLikeOne = /^\s*<(?:!doctype\s+html|html)\b/i.test(Buffer.from(body.subarray(0, 512)).toString('latin1'))
  return isUnknown && looksLikeOne ? 'text/html' : null
}

/** Files of a site that are for programs, whatever type they are sent as. */
function isForPrograms(url: string | null): boolean {
  return url !== null && /^\/(?:robots\.txt|favicon\.ico|sitemap[^/]*\.xml(?:\.gz)?)$/i.test(new URL(url).pathname)
}

const WHY = {
  'too-large': 'it unpacks to more than any article; it was left out',
  damaged: 'its body is packed, and damaged; it was left out',
  unknown: 'its body is packed in a way that is not known here; it was left out',
} as const

/** The answer that a record holds; a resource and a conversion are a body alone. */
function answerIn(fields: Fields, block: Buffer): HttpAnswer | null {
  const type = fields.get('warc-type')?.toLowerCase()
  if (type === 'response' || type === 'revisit') return parseAnswer(block)
  return { status: null, headers: [], body: block }
}

function revisited(fields: Fields, input: Input): FromRecord {
  const url = (fields.get('warc-refers-to-target-uri') ?? '').replace(/^<(.*)>$/, '$1') || input.url
  const at = moment(fields.get('warc-refers-to-date') ?? '')
  return url === null || at === null ? PASSED : { kind: 'revisit', of: { url, at }, input }
}

/**
 * Makes an input of a record, where an article can stand in it: what was answered with 2xx as a web page, a page or a
 * text that was kept as a resource, and the text that a program made of a page.
 *
 * @param archive as sentences name it
 */
export async function recordInput(record: WarcRecord, archive: string): Promise<FromRecord> {
  const { fields, block } = record
  if (block === null || !mayHoldPage(fields)) return PASSED
  const answer = answerIn(fields, block)
  if (answer === null) return { kind: 'fault', sentence: 'the head of its answer has no end; it was left out' }
  // A body without a head has the type that the record gives, unless that is the type of an answer.
  const ofBlock = (fields.get('content-type') ?? '').replace(/^application\/http\b.*/i, '')
  const told = (headerValue(answer, 'content-type') ?? '') || (answer.status === null ? ofBlock : '')
  const url = targetOf(fields)
  // A text that was kept on its own; what a site answers as text is for programs, what a program keeps has no address.
  const isText = url !== null && answer.headers.length === 0
  const isAnswer = answer.status === null || (answer.status >= 200 && answer.status < 300)
  if (!isAnswer || isForPrograms(url)) return PASSED
  const at = moment(fields.get('warc-date') ?? '') ?? moment(headerValue(answer, 'date') ?? '')
  const name = `${archive}: ${placeInWords(record.at)}`
  const given = { name, url, contentType: told || null }
  const isRevisit = fields.get('warc-type')?.toLowerCase() === 'revisit'
  if (at !== null && isRevisit)
    return revisited(fields, { ...given, bytes: new Uint8Array(), received: receivedOf(fields, at, answer) })
  // Packed, a body has no type that could be seen; unpacked, it costs time that only a page is worth.
  const codings = headerValues(answer, 'content-encoding')
  const mayBePage = pageType(told, answer.body, isText) !== null || codings.some((value) => value !== '')
  if (!mayBePage || answer.body.length === 0 || isRevisit) return PASSED
  const body = await decoded(answer.body, codings)
  if (!body.ok)
    return pageType(told, answer.body, isText) === null ? PASSED : { kind: 'fault', sentence: WHY[body.why] }
  const contentType = pageType(told, body.body, isText)
  if (contentType === null) return PASSED
  if (at === null) return { kind: 'fault', sentence: 'it does not say when it was captured; it was left out' }
  const isRight = isDigestOf(fields.get('warc-block-digest') ?? '', block)
  const notes = isRight === false ? ['its digest is not the one it gives; it was read all the same'] : []
  return {
    kind: 'page',
    input: { ...given, contentType, bytes: body.body, received: receivedOf(fields, at, answer) },
    notes: record.note === null ? notes : [record.note, ...notes],
  }
}
