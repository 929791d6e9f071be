import type { Readable } from 'node:stream'
import { z } from 'zod'
import { inputLines } from '../gather/input-lines.ts'
import { ExpectedError } from '../record/expected-error.ts'
import type { GivenText, Reader } from '../record/reader.ts'
import { statementJson } from '../view/reading-json.ts'

/** A line is one article; twice the largest article text that was ever met (a 10 MB court file) has room. */
const MAX_LINE_BYTES = 32 * 1024 * 1024

const Line = z.object({
  // A longer number would come back as another one.
  id: z.union([z.string(), z.number().refine((id) => Number.isSafeInteger(id) || !Number.isInteger(id))]),
  text: z.string(),
  published: z.string().nullish(),
})

/** Where lines go; each call gets one line without its end, and waits until it is taken. */
export type LineSinks = { readonly out: (line: string) => Promise<void>; readonly fault: (sentence: string) => void }

/** What is wrong with a line that is JSON, by the first field that is. */
function faultIn(line: unknown, error: z.ZodError): string {
  const [field] = error.issues[0]?.path ?? []
  if (field === undefined) return 'it is no JSON object; give {"id", "text"} a line'
  const isMissing = (line as Readonly<Record<string, unknown>>)[String(field)] === undefined
  const wanted = field === 'id' ? 'a string or a number of at most 15 digits' : 'a string'
  return `"${String(field)}" ${isMissing ? `is missing; give ${wanted}` : `is not ${wanted}; correct the line`}`
}

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** What a line asks for, or what is wrong with it. */
function parsed(bytes: Buffer): z.infer<typeof Line> | string {
  try {
    const line: unknown = JSON.parse(UTF8.decode(bytes))
    const result = Line.safeParse(line)
    return result.success ? result.data : faultIn(line, result.error)
  } catch {
    return 'it is not JSON in UTF-8; give one JSON object a line'
  }
}

/** The answer to a line: a line of its own, or a sentence. */
type Answer = { readonly line: string } | { readonly fault: string }

async function answerTo(bytes: Buffer | null, reader: Reader): Promise<Answer> {
  const asked =
    bytes === null ? `it is longer than ${MAX_LINE_BYTES / 1024 / 1024} MB; split the article` : parsed(bytes)
  if (typeof asked === 'string') return { fault: asked }
  const given: GivenText = { text: asked.text, published: asked.published ?? null }
  const outcome = await reader.readText(given)
  if (outcome.ok)
    return {
      line: JSON.stringify({
        id: asked.id,
        statements: outcome.reading.statements.map((one) => statementJson(one, [])),
      }),
    }
  // Without the model no line can be read: that is told once.
  if (outcome.fault.code === 'no-model') throw new ExpectedError(outcome.fault.sentence)
  return { fault: outcome.fault.sentence }
}

function isBlank(bytes: Buffer | null): boolean {
  return bytes !== null && bytes.length < 1024 && bytes.toString('latin1').trim() === ''
}

export type ReadLinesOptions = LineSinks & {
  readonly reader: Reader
  /** How many lines are held at once: those being read, and those that wait to be written. */
  readonly atOnce: number
}

/**
 * Reads articles given as JSON lines `{"id","text"[,"published"]}` and writes `{"id","statements"}` lines in the same
 * order, each as soon as it and those before it are read. The text is taken verbatim: no headline is looked for,
 * nothing is left out. A bad line gets a sentence that names it, and the others are still read.
 *
 * @returns how many lines could not be read
 * @throws ExpectedError where the model cannot be used
 */
export async function readLines(stream: Readable, { reader, atOnce, out, fault }: ReadLinesOptions): Promise<number> {
  let failed = 0
  const write = async (number: number, answer: Answer) => {
    if ('line' in answer) return out(answer.line)
    failed += 1
    fault(`line ${number}: ${answer.fault}`)
  }
  let written: Promise<void> = Promise.resolve()
  const underWay: Promise<void>[] = []
  for await (const { number, bytes } of inputLines(stream, MAX_LINE_BYTES)) {
    if (isBlank(bytes)) continue
    const answer = answerTo(bytes, reader)
    written = Promise.all([answer, written]).then(([answer]) => write(number, answer))
    // Whichever of them is awaited tells of a failure; the others need not.
    written.catch(() => undefined)
    underWay.push(written)
    if (underWay.length >= atOnce) await underWay.shift()
  }
  await written
  return failed
}
