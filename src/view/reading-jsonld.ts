import type { Statement } from '../reading/statement.ts'
import { type Span, wordsOf } from '../text/span.ts'
import type { ReadInput } from './reading-json.ts'

/** A statement as schema.org has it: words in quotation marks are a Quotation, reported ones a Claim. */
function statementNode(text: string, statement: Statement): object {
  const words = (spans: readonly Span[]) => spans.map((span) => wordsOf(text, span)).join(' … ')
  const { speaker, saidOn } = statement
  const author = speaker && { name: speaker.name, ...(speaker.role !== null && { jobTitle: speaker.role }) }
  return {
    '@type': statement.kind === 'indirect' ? 'Claim' : 'Quotation',
    text: words(statement.content),
    ...(author && (statement.kind === 'indirect' ? { author } : { spokenByCharacter: author })),
    ...(saidOn !== null && { temporal: saidOn }),
    creditText: words([...statement.source, ...statement.cue]) || undefined,
  }
}

/** The line that `read --format jsonld` prints for one input: a schema.org NewsArticle, without the line's end. */
export function readingJsonLd({ sha256, article, statements }: ReadInput): string {
  const { headline, byline, outlet, published, language, url, text } = article
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: headline ?? undefined,
    author: byline === null ? undefined : { '@type': 'Person', name: byline },
    publisher: outlet === null ? undefined : { '@type': 'Organization', name: outlet },
    datePublished: published ?? undefined,
    inLanguage: language ?? undefined,
    url: url ?? undefined,
    identifier: `sha256:${sha256}`,
    articleBody: text,
    hasPart: statements.map((statement) => statementNode(text, statement)),
  })
}
