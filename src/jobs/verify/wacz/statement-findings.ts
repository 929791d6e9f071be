import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { PartPlace, WaczReader } from '../../../archive/wacz/wacz-reader.ts'
import type { Finding } from '../../../record/finding.ts'
import { fault } from './fault.ts'
import type { ToldByLedger } from './ledger-line-findings.ts'
import { partLines } from './part-lines.ts'

const Quote = z.object({ type: z.literal('TextQuoteSelector'), exact: z.string() })
const Position = z.object({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() })
const Target = z.object({ selector: z.tuple([Quote, Position]) })
const Spans = z.array(z.tuple([z.int(), z.int()]))

const ArticleLine = z.object({
  article: z.object({ text: z.string(), sha256: z.string() }),
  ids: z.object({ text: z.string() }),
  statements: z.array(z.object({ source: Spans, cue: Spans, content: Spans })),
  annotations: z.array(z.object({ id: z.string(), target: z.array(Target) })),
})

type ArticleLine = z.infer<typeof ArticleLine>

function isWithin(text: string, [start, end]: readonly [number, number]): boolean {
  return 0 <= start && start < end && end <= text.length
}

/** Why a line does not hold. */
function lineFaults({ article, ids, statements, annotations }: ArticleLine, told: ToldByLedger): readonly string[] {
  const faults: string[] = []
  const sha256 = createHash('sha256').update(article.text, 'utf8').digest('hex')
  if (told.texts.get(ids.text) !== sha256) faults.push('its text is not the one that the ledger tells of')
  if (!told.blobs.has(article.sha256)) faults.push('the ledger tells of no capture of the bytes that it names')
  const spans = statements.flatMap(({ source, cue, content }) => [...source, ...cue, ...content])
  if (!spans.every((span) => isWithin(article.text, span))) faults.push('a statement lies outside of its text')
  const points = [...article.text]
  for (const { id, target } of annotations)
    for (const {
      selector: [{ exact }, { start, end }],
    } of target)
      if (points.slice(start, end).join('') !== exact) faults.push(`the words of ${id} do not stand where it says`)
  return faults
}

/** Checks the texts against the ledger, and that each statement's words stand where it says. */
export async function* statementFindings(
  reader: WaczReader,
  part: PartPlace,
  told: ToldByLedger,
): AsyncGenerator<Finding, number> {
  let statements = 0
  for await (const { number, value } of partLines(reader, part, ArticleLine)) {
    const place = `${part.name} line ${number}`
    if (value === null) yield fault(place, 'it is no article as Onrecord writes it')
    else yield* lineFaults(value, told).map((sentence) => fault(place, sentence))
    statements += value?.statements.length ?? 0
  }
  return statements
}
