import { mimeHeader } from '../article/mime-header.ts'
import { type MimePart, mimeParts } from '../article/mime-parts.ts'
import { type BounceKind, kindOfStatus } from '../record/newsletter/bounce.ts'

/** What a report about one message says. */
export type BounceReport = { readonly kind: BounceKind; readonly status: string | null }

const latin1 = (part: MimePart) => Buffer.from(part.bytes()).toString('latin1')

/**
 * A report of RFC 3464. It begins with fields about the message, and has a block of fields for each recipient: ours went
 * to one. A report that it was delivered, relayed or is only late is none of a failure.
 */
function deliveryStatus(part: MimePart): BounceReport | null {
  for (const block of latin1(part).split(/\r?\n[ \t]*\r?\n/u)) {
    const fields = mimeHeader(block)
    if (fields.raw('action')?.toLowerCase() !== 'failed') continue
    const status = /^([245]\.\d{1,3}\.\d{1,3})\b/u.exec(fields.raw('status') ?? '')?.[1] ?? null
    const kind = status === null ? 'soft' : kindOfStatus(status)
    return kind === null ? null : { kind, status }
  }
  return null
}

/** A report of RFC 5965: only what says that the message was unwanted counts, and not that it was wanted after all. */
function feedback(part: MimePart): BounceReport | null {
  const type = mimeHeader(latin1(part)).raw('feedback-type')?.toLowerCase()
  return type === 'abuse' || type === 'fraud' ? { kind: 'complaint', status: null } : null
}

/**
 * Reads a message that came back: the report in it, of RFC 3464 or RFC 5965.
 *
 * @param bytes hostile until parsed
 * @returns null where it is no such report, as an answer that somebody's machine or somebody wrote
 */
export function bounceReport(bytes: Uint8Array): BounceReport | null {
  const outcome = mimeParts(bytes)
  if (!outcome.ok || outcome.type !== 'multipart/report') return null
  for (const part of outcome.parts) {
    const found =
      part.type === 'message/delivery-status' || part.type === 'message/global-delivery-status'
        ? deliveryStatus(part)
        : part.type === 'message/feedback-report'
          ? feedback(part)
          : null
    if (found !== null) return found
  }
  return null
}
