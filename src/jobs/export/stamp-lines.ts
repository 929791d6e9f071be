import type { Evidence } from '../../record/evidence.ts'
import { type KeptTimeStamp, STAMPS_HEAD } from '../../record/time-stamps.ts'

/** All time stamps, in the order in which they were kept. */
async function* allStamps(evidence: Evidence): AsyncGenerator<KeptTimeStamp> {
  let more = await evidence.timeStamps(null)
  while (more.length > 0) {
    yield* more
    more = await evidence.timeStamps(more.at(-1)?.id ?? null)
  }
}

/** The entries that time stamps cover, in order, each once. */
export async function stampedEntries(evidence: Evidence): Promise<readonly number[]> {
  const entries = new Set<number>()
  for await (const { covers } of allStamps(evidence)) entries.add(covers.seq)
  return [...entries].sort((a, b) => a - b)
}

/**
 * A line that says what the others are, since public validators take no empty file, and each stamp over one of some entries:
 * what was asked and answered, as it went over the wire, with the certificates in it.
 */
export async function* stampLines(evidence: Evidence, covered: ReadonlySet<number>): AsyncGenerator<string> {
  yield STAMPS_HEAD
  for await (const { covers, authority, request, answer } of allStamps(evidence)) {
    if (!covered.has(covers.seq)) continue
    const [asked, answered] = [request, answer].map((bytes) => Buffer.from(bytes).toString('base64'))
    yield JSON.stringify({ covers, authority, request: asked, answer: answered })
  }
}
