import { counted, isolated } from './numbers.ts'

/** What the pages of speakers say in English. */
export const speakersEn = {
  speakers: {
    title: 'Speakers',
    search: 'Search the speakers',
    searchHint: 'Any part of a name, in any script.',
    found: (count: number, words: string) =>
      count === 0
        ? `No speaker is called “${isolated(words)}”.`
        : `${counted(count, 'speaker', 'speakers')} called “${isolated(words)}”.`,
    total: (count: number) => `${counted(count, 'speaker', 'speakers')}, those with the most statements first.`,
    none: 'Nobody is on the record yet. Add an article, and those who speak in it are listed here.',
    all: 'Show all speakers',
    count: (statements: number, articles: number) =>
      `${counted(statements, 'statement', 'statements')} in ${counted(articles, 'article', 'articles')}`,
  },
  speaker: {
    names: 'Also called',
    statements: 'Statements',
    machine:
      'Read by machine: a program took these for statements by one and the same speaker; nobody has checked that.',
  },
} as const
