import type { X509Certificate } from 'node:crypto'
import { z } from 'zod'
import type { PartPlace, WaczReader } from '../../../archive/wacz/wacz-reader.ts'
import type { Finding } from '../../../record/finding.ts'
import { STAMPS_HEAD } from '../../../record/time-stamps.ts'
import { type CheckedStamp, checkStamp } from '../../../stamp/check-stamp.ts'
import { NoStamp } from '../../../stamp/read-stamp.ts'
import { STAMP_FAULTS } from '../../stamp-words.ts'
import { authorityFindings } from '../stamp-findings.ts'
import { fault } from './fault.ts'
import { partLines } from './part-lines.ts'

const StampLine = z.object({
  covers: z.object({ seq: z.int().min(1), hash: z.hash('sha256') }),
  authority: z.string(),
  request: z.base64(),
  answer: z.base64(),
})

const OTHER_FORM = 'its time stamps are of a form that this Onrecord does not know; use the newest Onrecord'

/** By whom time stamps may be, and UTC now. */
export type StampsKnown = { readonly known: readonly X509Certificate[]; readonly now: string }

/** The stamps that hold. */
export type CheckedStampLines = {
  /** The hash that was stamped, by the place of its entry. */
  readonly stamps: ReadonlyMap<number, string>
  /** The last of them: when, and by whom; null where there is none. */
  readonly last: { readonly at: string; readonly by: string } | null
}

/** A stamp checked without asking anybody, or the sentence of what is wrong with it. */
function checked(line: z.infer<typeof StampLine>, known: readonly X509Certificate[]): CheckedStamp | string {
  const [request, answer] = [Buffer.from(line.request, 'base64'), Buffer.from(line.answer, 'base64')]
  try {
    const stamp = checkStamp(answer, { sha256: line.covers.hash, request, known })
    return stamp.fault === null ? stamp : STAMP_FAULTS[stamp.fault]
  } catch (error) {
    if (error instanceof NoStamp) return error.message
    throw error
  }
}

/** Checks the time stamps of an export; what they cover is looked for among its entries. */
export async function* stampLineFindings(
  reader: WaczReader,
  part: PartPlace,
  options: StampsKnown,
): AsyncGenerator<Finding, CheckedStampLines> {
  const stamps = new Map<number, string>()
  const said = new Set<string>()
  let last: CheckedStampLines['last'] = null
  for await (const { number, words, value } of partLines(reader, part, StampLine)) {
    if (number === 1) {
      if (words !== STAMPS_HEAD) yield fault(`${part.name} line 1`, OTHER_FORM)
      continue
    }
    const place = `${part.name} line ${number}`
    const stamp = value === null ? 'it is no time stamp as Onrecord writes it' : checked(value, options.known)
    if (value === null || typeof stamp === 'string') {
      yield fault(place, String(stamp))
      continue
    }
    stamps.set(value.covers.seq, value.covers.hash)
    last = { at: stamp.at, by: stamp.authority?.name ?? '' }
    for (const finding of authorityFindings(stamp, options)) {
      if (said.has(finding.place + finding.sentence)) continue
      said.add(finding.place + finding.sentence)
      yield finding
    }
  }
  return { stamps, last }
}
