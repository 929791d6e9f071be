import { beginningOf, plainLine } from '../plain-line.ts'
import { CITED_SITE, type Citation, type CitedArticle, MAX_CITED_WORDS } from './citation.ts'
import { type CitedDate, citedDate, type DateParts, monthName } from './cited-date.ts'

/** An end of a clause or a sentence is written once: behind "…?" or "Inc." there is no other. */
function ended(words: string): string {
  return /[.?!…]["”’]?$/.test(words) ? words : `${words}.`
}

/** Quotation marks within quotation marks are single ones. */
function withinQuotes(words: string): string {
  return plainLine(words).replaceAll('“', '‘').replaceAll('”', '’').replaceAll('"', '’')
}

/** The words as they are cited: with quotation marks only where they were said so. */
function citedWords({ title, statement }: Citation): string {
  if (statement === null) return plainLine(title)
  const words = beginningOf(title, MAX_CITED_WORDS)
  return statement.kind === 'direct' ? `“${withinQuotes(words)}”` : words
}

/** Whose words they are: an indirect statement's are the outlet's, and must not pass for the speaker's. */
function wording({ statement }: Citation): string {
  if (statement === null || statement.kind === 'direct') return ''
  return statement.kind === 'indirect' ? ', in the outlet’s words' : ', in part in the outlet’s words'
}

function inOrder(date: CitedDate | null, write: (parts: DateParts) => string, none: string): string {
  if (date === null) return none
  const ends = [date.from, date.to].map((parts) => (parts === null ? null : write(parts)))
  const [from, to] = ends
  const words = from && to ? `${from}–${to}` : from ? from : `until ${to}`
  return date.isAbout ? `ca. ${words}` : words
}

/** "2021, December 10" */
function apaDate(edtf: string | null): string {
  return inOrder(
    citedDate(edtf),
    ([year, month, day]) =>
      month === undefined ? `${year}` : `${year}, ${monthName(month)}${day === undefined ? '' : ` ${day}`}`,
    'n.d.',
  )
}

/** "December 10, 2021" */
function chicagoDate(edtf: string | null): string {
  return inOrder(
    citedDate(edtf),
    ([year, month, day]) =>
      month === undefined ? `${year}` : `${monthName(month)}${day === undefined ? '' : ` ${day},`} ${year}`,
    'n.d.',
  )
}

function apaArticle({ byline, headline, outlet, published, url }: CitedArticle): string {
  const author = byline ?? outlet
  const parts = [
    author === null ? '' : ended(plainLine(author)),
    headline === null ? '' : ended(plainLine(headline)),
    `(${apaDate(published)}).`,
    outlet === null || outlet === author ? '' : ended(plainLine(outlet)),
    url ?? '',
  ]
  const [first, title, date, ...rest] = parts
  // Without an author the title takes its place.
  return [first || title, date, first ? title : '', ...rest].filter((part) => part !== '').join(' ')
}

/**
 * A citation in the style of the American Psychological Association (7th edition), as plain text. Names stand as the
 * record has them: which part of a name is the family's cannot be told in every language.
 */
export function apaCitation(citation: Citation): string {
  const { author, date, statement, address } = citation
  const description = statement === null ? '' : ` [Statement${wording(citation)}, ${plainLine(statement.way)}]`
  const own = [
    ended(author === null ? CITED_SITE : plainLine(author)),
    `(${apaDate(date)}).`,
    description === '' ? ended(citedWords(citation)) : `${citedWords(citation)}${description}.`,
    ...(author === null ? [] : [`${CITED_SITE}.`]),
    address,
  ].join(' ')
  return statement === null ? own : `${own}\nPrinted in: ${apaArticle(statement.article)}`
}

/** Clauses of a note. Commas stand within quotation marks, in place of a full stop; behind "?" and "!" there is none. */
function note(clauses: readonly string[]): string {
  const words = clauses.filter((clause) => clause !== '').join(', ')
  return `${words.replace(/([.?!]?)”, /g, (_, end: string) => (/[?!]/.test(end) ? `${end}” ` : ',” '))}.`
}

function chicagoArticle({ byline, headline, outlet, published, url }: CitedArticle): readonly string[] {
  const printed = [byline, headline && `“${withinQuotes(headline)}”`, outlet, published && chicagoDate(published), url]
  return printed.flatMap((part) => (part === null || part === '' ? [] : [plainLine(part)]))
}

/** A citation as a note in the style of the Chicago Manual (17th edition), as plain text. Names stand as they are on record. */
export function chicagoCitation(citation: Citation): string {
  const { author, date, statement, recordedAt, address } = citation
  const by = author === null ? '' : plainLine(author)
  if (statement === null)
    return note([`“${withinQuotes(citation.title)}”`, CITED_SITE, by, `last changed ${chicagoDate(date)}`, address])
  const [first = '', ...printed] = chicagoArticle(statement.article)
  return note([
    by,
    `${citedWords(citation)}${wording(citation)}`,
    chicagoDate(date),
    plainLine(statement.way),
    first === '' ? '' : `in ${first}`,
    ...printed,
    CITED_SITE,
    `on record since ${chicagoDate(recordedAt.slice(0, 10))}`,
    address,
  ])
}
