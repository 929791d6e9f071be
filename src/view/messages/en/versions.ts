import { counted, NUMBER } from './numbers.ts'

/** What is said in English of a page that is looked at again, and of the versions of its text. */
export const versionsEn = {
  watch: {
    title: 'Looked at again',
    never: 'This page is not looked at again by itself.',
    watch: 'Look at this page every day',
    stop: 'Look at it no longer',
    since: (moment: string) => `This page is looked at every day, since ${moment}.`,
    notYet: 'It was not looked at yet.',
    looked: (moment: string) => `The last look was on ${moment}.`,
    gone: (moment: string) => `The page is gone since ${moment}.`,
    fault: (sentence: string) => `That look gave no page: ${sentence}.`,
  },
  versions: {
    title: 'Versions of the text',
    stands: 'the text that stands',
    titleOf: (headline: string, moment: string) => `${headline}, as of ${moment}`,
    versionOf: (moment: string) => `The text as it was captured on ${moment}.`,
    standing: 'It is the text that stands.',
    former: 'The page was captured with another text since, or before.',
    article: 'Article',
    whatChanged: 'What changed',
    first: 'This is the first text of the page that the record has.',
    since: (moment: string) => `Since the version of ${moment}:`,
    changedOn: (moment: string) => `The page was captured with another text on ${moment}:`,
    compare: 'What changed, word by word',
    counts: (kept: number, changed: number, gone: number, added: number) =>
      `${counted(kept, 'statement', 'statements')} kept, ${NUMBER.format(changed)} changed, ${NUMBER.format(gone)} gone, ${NUMBER.format(added)} new.`,
    key: 'In the text, words that are gone are struck out, and new ones are underlined.',
    changed: 'Changed.',
    gone: 'Gone:',
    isNew: 'New:',
    show: 'Show it in the article',
    headline: 'The headline changed:',
    parts: { speaker: 'Speaker', source: 'Source', cue: 'Cue', content: 'Content' },
  },
} as const
