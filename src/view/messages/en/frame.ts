import { counted, isolated } from './numbers.ts'

/** What stands around every page, and words that several pages say, in English. */
export const frameEn = {
  language: 'en',
  name: 'Onrecord',
  titleOf: (page: string) => `${page} – Onrecord`,
  skip: 'Skip to the content',
  nav: {
    label: 'Onrecord',
    dossiers: 'Dossiers',
    review: 'Review',
    articles: 'Articles',
    speakers: 'Speakers',
    feeds: 'Feeds',
    add: 'Add',
    work: 'Work',
    statements: 'Statements',
    desk: 'Desk',
    account: 'Account',
  },
  footer: {
    desk: 'Read by machine: nobody has checked these statements yet. Only those who are signed in can open these pages.',
    public:
      'Every statement here was accepted by a person and leads to where it is printed. What only a program has read says so.',
  },
  readByMachine: 'read by machine',
  notKnown: 'not known',
  samples: {
    invented: 'Sample: its country, people and outlets are invented.',
    retold: 'Sample articles: the facts and quotations are real; all other words are ours, and no outlet printed them.',
  },
  counted: {
    articles: (count: number) => counted(count, 'article', 'articles'),
    statements: (count: number) => counted(count, 'statement', 'statements'),
    speakers: (count: number) => counted(count, 'speaker', 'speakers'),
  },
  untitled: (name: string) => `No headline (${isolated(name)})`,
} as const
