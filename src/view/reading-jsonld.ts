import { isOutletName } from '../article/outlet-name.ts'
import type { Statement } from '../reading/statement.ts'
import { quotationsOf } from '../text/quotation-marks.ts'
import { type Span, wordsOf } from '../text/span.ts'
import { bylineNames } from './byline-names.ts'
import type { ReadInput } from './reading-json.ts'

/** What of a content stands in quotation marks, marks included; quotations inside others left out. */
function quotedIn(text: string, content: readonly Span[]): readonly object[] {
  return content.flatMap((span) => {
    const said = wordsOf(text, span)
    const outer = quotationsOf(said).filter(({ depth }) => depth === 0)
    return outer.map(({ spans }) => ({
      '@type': 'Quotation',
      text: said.slice(spans[0][0], spans.at(-1)?.[1]),
    }))
  })
}

/** Who speaks. Only people have a role; without one it may be a body, and the type is left open. */
function speakerNode({ speaker }: Statement): object | null {
  if (speaker === null) return null
  return speaker.role === null
    ? { name: speaker.name }
    : { '@type': 'Person', name: speaker.name, jobTitle: speaker.role }
}

/** A statement as schema.org has it: a direct one is a Quotation; any other a Claim, with what is quoted in it. */
function statementNode(text: string, statement: Statement): object {
  const words = (spans: readonly Span[]) => spans.map((span) => wordsOf(text, span)).join(' … ')
  const { saidOn, kind, content } = statement
  const speaker = speakerNode(statement)
  const parts = kind === 'mixed' ? quotedIn(text, content) : []
  return {
    '@type': kind === 'direct' ? 'Quotation' : 'Claim',
    text: words(content),
    ...(speaker && (kind === 'direct' ? { spokenByCharacter: speaker } : { author: speaker })),
    ...(parts.length > 0 && { hasPart: parts }),
    ...(saidOn !== null && { temporal: saidOn }),
    creditText: words([...statement.source, ...statement.cue]) || undefined,
  }
}

/** The authors of a byline; one alone stands without a list. */
function authorsOf(byline: string | null): object | undefined {
  if (byline === null) return undefined
  const authors = bylineNames(byline).map((name) => ({
    '@type': isOutletName(name) ? 'Organization' : 'Person',
    name,
  }))
  return authors.length === 1 ? authors[0] : authors
}

/** The line that `read --format jsonld` prints for one input: a schema.org NewsArticle, without the line's end. */
export function readingJsonLd({ sha256, article, statements }: ReadInput): string {
  const { headline, byline, outlet, published, language, url, text } = article
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: headline ?? undefined,
    author: authorsOf(byline),
    publisher: outlet === null ? undefined : { '@type': 'Organization', name: outlet },
    datePublished: published ?? undefined,
    inLanguage: language ?? undefined,
    url: url ?? undefined,
    identifier: `sha256:${sha256}`,
    articleBody: text,
    hasPart: statements.map((statement) => statementNode(text, statement)),
  })
}
