/**
 * Quotations by compromise, from the folder named by `ONRECORD_PEERS_COMPROMISE`.
 *
 *     node compromise.ts < articles.jsonl > read.jsonl      {"id","text"} a line in, {"id","statements"} a line out
 *     node compromise.ts --version
 *
 * compromise finds quotations, verbs and nouns, and has no speakers: a quotation's cue is the nearest verb of saying in
 * its sentence, its source the noun phrase before that verb, else after it. Spans are UTF-16 offsets.
 */
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

type Span = readonly [start: number, end: number]
/** A word with what stands before and after it; all of a document's, joined, are its text again. */
type Term = {
  readonly pre: string
  readonly text: string
  readonly post: string
  readonly index: readonly [sentence: number, word: number]
}
type Terms = readonly Term[]
/** What is used of a compromise View: `docs` has one list a match, `document` one a sentence. */
type View = {
  readonly document: readonly Terms[]
  readonly docs: readonly Terms[]
  quotations(): View
  verbs(): View
  nouns(): View
  json(): readonly { readonly verb?: { readonly infinitive: string } }[]
}
type Compromise = { (text: string): View; readonly version: string }
type Statement = { readonly source: readonly Span[]; readonly cue: readonly Span[]; readonly content: readonly Span[] }

/** Verbs that news attributes quotations with; compromise has no such list of its own. */
const SAYING = new Set(
  `acknowledge add admit announce argue ask call claim conclude continue declare describe explain insist joke note
  observe recall remark reply report respond say state stress suggest tell tweet urge warn write`.split(/\s+/),
)

/** Where the words of `text` stand, sentence by sentence. */
function places(document: readonly Terms[]): readonly (readonly Span[])[] {
  let at = 0
  return document.map((sentence) =>
    sentence.map(({ pre, text, post }) => {
      const start = at + pre.length
      at = start + text.length + post.length
      return [start, start + text.length]
    }),
  )
}

/** The statements of one paragraph; quotations with one source and one cue are one. */
function statementsOf(paragraph: View): readonly Statement[] {
  const spans = places(paragraph.document)
  const wordsOf = (terms: Terms): Span => {
    const [first, last] = [terms[0]?.index ?? [0, 0], terms.at(-1)?.index ?? [0, 0]]
    return [spans[first[0]]?.[first[1]]?.[0] ?? 0, spans[last[0]]?.[last[1]]?.[1] ?? 0]
  }
  // The marks stand in what is before the first word and after the last one.
  const withMarks = (terms: Terms): Span => {
    const [start, end] = wordsOf(terms)
    return [start - (terms[0]?.pre.trimStart().length ?? 0), end + (terms.at(-1)?.post.trimEnd().length ?? 0)]
  }
  const placed = (terms: Terms) => ({ sentence: terms[0]?.index[0], span: wordsOf(terms) })
  const quotations = paragraph.quotations().docs.map((terms) => ({ ...placed(terms), content: withMarks(terms) }))
  const outside = ({ span: [start, end] }: { readonly span: Span }) =>
    quotations.every(({ content }) => end <= content[0] || start >= content[1])
  const verbs = paragraph.verbs()
  const infinitives = verbs.json().map(({ verb }) => verb?.infinitive ?? '')
  const cues = verbs.docs.map(placed).filter((verb, at) => SAYING.has(infinitives[at] ?? '') && outside(verb))
  const nouns = paragraph.nouns().docs.map(placed).filter(outside)

  const sourceOf = (cue: (typeof cues)[number]): Span | undefined => {
    const near = nouns.filter(({ sentence }) => sentence === cue.sentence)
    const cut = Math.max(0, ...quotations.map(({ content }) => content[1]).filter((end) => end <= cue.span[0]))
    const before = near.findLast(({ span: [start, end] }) => start >= cut && end <= cue.span[0])
    return (before ?? near.find(({ span }) => span[0] >= cue.span[1]))?.span
  }
  const merged = new Map<number, Statement>()
  for (const { sentence, content } of quotations) {
    const gap = ({ span: [start, end] }: { readonly span: Span }) => Math.max(start - content[1], content[0] - end)
    const [cue] = cues.filter((verb) => verb.sentence === sentence).sort((a, b) => gap(a) - gap(b))
    const source = cue && sourceOf(cue)
    if (cue === undefined || source === undefined) continue
    const contents = merged.get(cue.span[0])?.content ?? []
    merged.set(cue.span[0], { source: [source], cue: [cue.span], content: [...contents, content] })
  }
  return [...merged.values()]
}

function moved({ source, cue, content }: Statement, by: number): Statement {
  const move = (spans: readonly Span[]) => spans.map(([start, end]): Span => [start + by, end + by])
  return { source: move(source), cue: move(cue), content: move(content) }
}

async function main(folder: string): Promise<void> {
  const nlp = createRequire(join(folder, 'package.json'))('compromise') as Compromise
  if (process.argv.includes('--version')) {
    process.stdout.write(`compromise ${nlp.version}\n`)
    return
  }
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, text } = JSON.parse(line) as { id: string; text: string }
    const statements = [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: paragraph, index }) =>
      statementsOf(nlp(paragraph)).map((statement) => moved(statement, index)),
    )
    process.stdout.write(`${JSON.stringify({ id, statements })}\n`)
  }
}

await main(process.env['ONRECORD_PEERS_COMPROMISE'] ?? '')
