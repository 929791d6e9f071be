import type { Readable } from 'node:stream'
import { z } from 'zod'
import { inputLines } from '../gather/input-lines.ts'
import type { ReadingModel } from '../reading/model/reading-model.ts'
import { readStatements } from '../reading/read-statements.ts'
import { statementJson } from '../view/reading-json.ts'

/** A line is one article; twice the largest article text that was ever met (a 10 MB court file) has room. */
const MAX_LINE_BYTES = 32 * 1024 * 1024

const Line = z.object({
  id: z.union([z.string(), z.number()]),
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
  const wanted = field === 'id' ? 'a string or a number' : 'a string'
  return `"${String(field)}" ${isMissing ? `is missing; give ${wanted}` : `is not ${wanted}; correct the line`}`
}

function parsed(bytes: Buffer): z.infer<typeof Line> | string {
  try {
    const line: unknown = JSON.parse(bytes.toString('utf8'))
    const result = Line.safeParse(line)
    return result.success ? result.data : faultIn(line, result.error)
  } catch {
    return 'it is not JSON; give one JSON object a line'
  }
}

/**
 * Reads articles given as JSON lines `{"id","text"[,"published"]}` and writes `{"id","statements"}` lines in the same
 * order. The text is taken verbatim: no headline is looked for, nothing is left out. A bad line gets a sentence that
 * names it, and the others are still read.
 *
 * @returns how many lines could not be read
 */
export async function readLines(
  stream: Readable,
  { model, out, fault }: LineSinks & { readonly model: ReadingModel },
): Promise<number> {
  let failed = 0
  for await (const { number, bytes } of inputLines(stream, MAX_LINE_BYTES)) {
    if (bytes?.toString('utf8').trim() === '') continue
    const line =
      bytes === null ? `it is longer than ${MAX_LINE_BYTES / 1024 / 1024} MB; split the article` : parsed(bytes)
    if (typeof line === 'string') {
      failed += 1
      fault(`line ${number}: ${line}`)
      continue
    }
    const options = { language: null, published: line.published ?? null, outlet: null, model }
    const statements = await readStatements(line.text, options)
    await out(JSON.stringify({ id: line.id, statements: statements.map((statement) => statementJson(statement, [])) }))
  }
  return failed
}
