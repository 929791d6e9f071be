import { counted, isolated, NUMBER } from './numbers.ts'

/** What the list of articles and the page of one say in English. */
export const articlesEn = {
  list: {
    title: 'Articles',
    search: 'Search the articles',
    searchHint: 'Words of the headline, byline, outlet or text; all have to be there.',
    submit: 'Search',
    found: (count: number, words: string) =>
      count === 0
        ? `No article holds “${isolated(words)}”.`
        : `${counted(count, 'article holds', 'articles hold')} “${isolated(words)}”.`,
    total: (count: number) => `${counted(count, 'article', 'articles')}, the newest in the record first.`,
    all: 'Show all articles',
    next: 'Next page',
    first: 'Back to the first page',
    pages: 'Pages of the list',
    by: 'by',
  },
  article: {
    outletNotKnown: 'Outlet not known',
    dateNotKnown: 'date not known',
    language: 'Language',
    original: 'Original',
    file: 'Came as',
    added: 'Added',
    reader: 'Read by machine',
    readerVersion: (name: string, version: string) => `reader “${isolated(name)}”, version ${isolated(version)}`,
    sha256: 'SHA-256 of the file',
    text: 'Text',
    pages: {
      label: 'Pages of this article',
      shown: (page: number, pages: number, first: number, last: number) =>
        `This article is too long for one page: this is page ${NUMBER.format(page)} of ${NUMBER.format(pages)}${
          first > last ? '' : `, with statements ${NUMBER.format(first)} to ${NUMBER.format(last)}`
        }.`,
      first: 'First page',
      previous: 'Page before',
      next: 'Next page',
      last: 'Last page',
    },
    ledger: (first: number, last: number) => (first === last ? `Statement ${first}` : `Statements ${first} to ${last}`),
    marks: {
      label: 'How it is marked',
      source: 'source',
      sourceMeans: ', who says it',
      cue: 'cue',
      cueMeans: ', the words that attribute it',
      content: 'content',
      contentMeans: ', the words attributed',
      number: 'Each number leads to its line in the ledger and back.',
    },
    found: (count: number) =>
      count === 0
        ? 'The reader found no statement in this article.'
        : `${counted(count, 'statement', 'statements')}, read by machine; nobody has checked them.`,
    marksOnly: (language: string) =>
      `Onrecord does not read ${language} yet: only direct quotations were read, by their quotation marks.`,
    marksOnlyUnknown:
      'Onrecord does not read the language of this article yet: only direct quotations were read, by their quotation marks.',
  },
  capture: {
    title: 'Captures',
    cameAs: 'a file or text, added',
    via: {
      fetch: 'fetched',
      page: 'handed over as it was open in a browser',
      archive: 'captured',
    },
    asked: 'asked for as',
    status: (status: number) => `answered with status ${status}`,
    address: 'from',
    archive: 'out of the archive',
    more: (count: number) => `… and ${counted(count, 'later capture', 'later captures')} of the same file.`,
  },
  removed: {
    title: 'This was removed',
    on: 'Removed on',
    stays:
      'Its bytes, words and names are gone. Its digest, this day and this reason stay in the ledger. Backups made before are their owner’s to remove.',
  },
} as const
