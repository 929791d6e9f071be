import { beginningOf, plainLine } from '../plain-line.ts'
import { CITED_SITE, type Citation, MAX_CITED_WORDS } from './citation.ts'
import { citedDate } from './cited-date.ts'

/** What TeX would take for its own, as it is written in a text. */
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
}

function tex(words: string): string {
  return plainLine(words).replace(/[\\{}$&%#_^~]/g, (character) => ESCAPES[character] ?? '')
}

/** An address within braces: BibTeX counts them, and takes what stands between as it is. */
function texAddress(address: string): string {
  return address.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C')
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function noteOf({ statement, recordedAt }: Citation): string {
  const recorded = `On record since ${recordedAt.slice(0, 10)}`
  if (statement === null) return recorded
  const { way, kind, article } = statement
  const headline = article.headline === null ? '' : `, in: ${tex(article.headline)}`
  const published = article.published === null ? '' : ` (${tex(article.published)})`
  const original = article.url === null ? '' : `, \\url{${texAddress(article.url)}}`
  const wording = kind === 'direct' ? 'Quoted' : kind === 'mixed' ? 'Quoted in part' : 'In the words of the outlet'
  return `${wording}, ${tex(way)}${headline}${published}${original}. ${recorded}`
}

/** A citation as an entry of BibTeX, in UTF-8. A date that is more than one day stands with its beginning. */
export function bibtexCitation(citation: Citation): string {
  const { key, author, title, date, address, statement } = citation
  const parts = citedDate(date)
  const [year, month, day] = parts?.from ?? parts?.to ?? []
  const shown = statement === null ? title : beginningOf(title, MAX_CITED_WORDS)
  const fields: readonly (readonly [name: string, value: string] | false)[] = [
    ['author', `{{${tex(author ?? CITED_SITE)}}}`],
    ['title', `{{${tex(shown)}}}`],
    year !== undefined && ['year', `{${year}}`],
    month !== undefined && ['month', MONTHS[month - 1] ?? ''],
    day !== undefined && ['day', `{${day}}`],
    ['howpublished', `{${CITED_SITE}}`],
    ['url', `{${texAddress(address)}}`],
    ['note', `{${noteOf(citation)}}`],
  ]
  const lines = fields.flatMap((field) => (field === false ? [] : [`  ${field[0]} = ${field[1]}`]))
  return `@misc{onrecord-${key},\n${lines.join(',\n')}\n}\n`
}
