import { plainLine } from '../plain-line.ts'
import { CITED_SITE, type Citation } from './citation.ts'
import { citedDate } from './cited-date.ts'

/** A date of CSL: its parts, and whether it is about right; nothing where none can be given. */
function cslDate(name: string, edtf: string | null): object {
  const date = citedDate(edtf)
  if (date === null) return {}
  const parts = [date.from, date.to].filter((end) => end !== null)
  return { [name]: { 'date-parts': parts, ...(date.isAbout && { circa: true }) } }
}

function fieldOf(name: string, value: string | null): object {
  return value === null ? {} : { [name]: plainLine(value) }
}

/** What is printed elsewhere, as CSL has an original beside what is cited. */
function originalOf({ statement }: Citation): object {
  if (statement === null) return {}
  const { headline, outlet, published, url } = statement.article
  return {
    genre: statement.kind === 'indirect' ? 'Statement, in the words of the outlet' : 'Statement',
    ...fieldOf('original-title', headline),
    ...fieldOf('original-publisher', outlet),
    ...cslDate('original-date', published),
    note: [plainLine(statement.way), ...(url === null ? [] : [url])].join(': '),
  }
}

/** A citation as CSL-JSON (1.0.2), which Zotero and its kin take in: a list of one. Names stand whole, as on record. */
export function cslCitation(citation: Citation): string {
  const { key, author, title, date, language, recordedAt, address } = citation
  const item = {
    id: `onrecord-${key}`,
    type: 'webpage',
    author: [{ literal: author === null ? CITED_SITE : plainLine(author) }],
    title: plainLine(title),
    ...cslDate('issued', date),
    ...cslDate('available-date', recordedAt.slice(0, 10)),
    'container-title': CITED_SITE,
    ...fieldOf('language', language),
    URL: address,
    ...originalOf(citation),
  }
  // A line a field: dates with a line for each of their numbers would hide the rest.
  const fields = Object.entries(item).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  return `[{\n${fields.join(',\n')}\n}]\n`
}
