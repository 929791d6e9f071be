import type { LookCounts } from '../../../record/feeds.ts'
import { NUMBER } from './numbers.ts'

function entries(count: number): string {
  return `${NUMBER.format(count)} ${count === 1 ? 'entry' : 'entries'}`
}

/** What the pages of feeds say in English. */
export const feedsEn = {
  title: 'Feeds',
  lead: 'Follow the feed of a site, and what it publishes is read as soon as it stands there.',
  form: {
    label: 'Follow a feed',
    address: 'Address of a site or of a feed',
    words: 'Only entries with these words or names (may be left empty)',
    wordsHint:
      'Commas part the choices; one of them is enough. All words of a choice have to be in the title or the text of the entry; words in quotation marks have to stand together: Rahimi, “human rights office”, dam report.',
    submit: 'Follow',
  },
  none: 'No feed is followed yet.',
  total: (count: number) => `${NUMBER.format(count)} ${count === 1 ? 'feed is' : 'feeds are'} followed.`,
  untitled: 'A feed without a title',
  failed: 'Not followed:',
  choose: {
    title: 'Which feed?',
    lead: (page: string) => `\u2068${page}\u2069 has several feeds. Each can be followed.`,
    legend: 'Feeds of this page',
    comments: 'comments of readers',
    back: 'Back to the feeds',
  },
  state: {
    new: 'It has not been looked at yet; that is next.',
    lookedAt: 'Last look',
    next: 'Next look',
    notAgain: 'none, unless you ask for one',
    filter: 'Entries',
    noFilter: 'every one',
    onlyWith: (words: string) => `only those with \u2068${words}\u2069`,
    found: ({ entries: all, lookedAt, passed, added, empty }: LookCounts) =>
      [
        `${entries(all)}${lookedAt < all ? `, of which the newest ${NUMBER.format(lookedAt)} were looked at` : ''}`,
        ...(passed < lookedAt ? [`${NUMBER.format(passed)} pass the filter`] : []),
        `${NUMBER.format(added)} new`,
        ...(empty > 0 ? [`${NUMBER.format(empty)} left out, with neither a page of their own nor a text`] : []),
      ].join('; '),
    taken: 'Articles',
    takenCount: (count: number) => `${NUMBER.format(count)} put on the list of work so far`,
    watched: 'Its pages',
    watchedPages: (count: number) =>
      `looked at again every day, ${count === 1 ? '1 of them' : `${NUMBER.format(count)} of them`} so far`,
    why: 'It failed',
    failures: (failures: number, sentence: string) =>
      failures > 1 ? `${NUMBER.format(failures)} times in a row: ${sentence}.` : `${sentence}.`,
  },
  deeds: {
    filter: 'Set the filter',
    look: 'Look now',
    watch: 'Look at its pages every day',
    unwatch: 'Stop looking at its pages',
    stop: 'Stop following',
  },
} as const
