import { counted, NUMBER, rounded, SHORT } from './numbers.ts'

/** What the list of work says in English. */
export const workEn = {
  work: {
    title: 'Work',
    none: 'Nothing waits, and nothing was done lately. What you add is listed here while it is fetched and read.',
    lists: {
      running: 'Under way',
      waiting: 'Waiting',
      'set-aside': 'Set aside',
      done: 'Done lately',
    },
    about: {
      running: 'What is being fetched and read now.',
      waiting: 'What is next stands first.',
      'set-aside':
        'What could not be added, with the reason. It stays here for 30 days, until it is tried again or removed.',
      done: 'What was added in the last 7 days, and what came of it.',
    },
    empty: {
      running: 'Nothing is under way.',
      waiting: 'Nothing waits.',
      'set-aside': 'Nothing is set aside.',
      done: 'Nothing was done lately.',
    },
    counted: (count: number) => NUMBER.format(count),
    all: (count: number) => `Show all ${NUMBER.format(count)}`,
    back: 'All work',
    stage: { fetching: 'Being fetched', reading: 'Being read' },
    triedAndWaits: (sentence: string, failures: number, next: string) =>
      `${sentence}. It failed ${failures === 1 ? 'once' : `${NUMBER.format(failures)} times`}; the next try is on ${next}.`,
    kinds: {
      'add-url': 'An address to fetch and add',
      'add-page': 'An address to fetch, add and picture',
      'add-input': 'Something handed in to add',
      'add-archive': 'An archive to add',
      'look-at-feed': 'A feed to look at',
      'look-at-page': 'A page to look at again',
    },
    what: 'What it is',
    came: 'What came of it',
    why: 'Why',
    progress: 'How far',
    rate: 'How fast',
    left: 'Time left',
    added: 'Added',
    ended: 'Ended',
    tries: 'Tries begun',
    next: 'Next try',
    group: 'All that was added with it',
    tryAgain: 'Try again',
    tryNow: 'Try now',
    remove: 'Remove from the list',
    stop: 'Stop and remove',
    removed: 'What is removed is not added. What was added already stays in the record.',
  },
  progress: {
    amount: {
      bytes: (count: number) => {
        if (count < 1000) return `${NUMBER.format(Math.round(count))} bytes`
        if (count < 1e6) return `${NUMBER.format(Math.round(count / 1000))} kB`
        return count < 1e9 ? `${SHORT.format(count / 1e6)} MB` : `${SHORT.format(count / 1e9)} GB`
      },
      articles: (count: number) => counted(rounded(count), 'article', 'articles'),
      entries: (count: number) => counted(rounded(count), 'entry', 'entries'),
    },
    of: (done: string, all: string) => `${done} of ${all}`,
    perSecond: (amount: string) => `${amount} a second`,
    left: (seconds: number) => {
      if (seconds < 60) return `about ${counted(Math.max(1, Math.round(seconds)), 'second', 'seconds')} left`
      if (seconds < 5400) return `about ${counted(Math.round(seconds / 60), 'minute', 'minutes')} left`
      return `about ${counted(Math.round(seconds / 3600), 'hour', 'hours')} left`
    },
  },
} as const
