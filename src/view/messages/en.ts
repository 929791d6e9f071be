import type { Act, Figure, Occasion, StatementKind } from '../../reading/statement.ts'
import { evidenceEn } from './evidence-en.ts'
import { feedsEn } from './feeds-en.ts'
import { pictureEn } from './picture-en.ts'

const NUMBER = new Intl.NumberFormat('en-GB')
/** One digit behind the point. */
const SHORT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A count, or what a rate makes of one: as precise as it is worth being read. */
function rounded(count: number): number {
  return count < 10 ? Math.round(count * 10) / 10 : Math.round(count)
}

/** "1 article", "12 articles": a count with its noun. */
function counted(count: number, one: string, many: string): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`
}

/** Foreign words within a sentence, kept from turning the rest of it around. */
function isolated(words: string): string {
  return `\u2068${words}\u2069`
}

const KINDS: Readonly<Record<StatementKind, string>> = {
  direct: 'Direct',
  mixed: 'Mixed',
  indirect: 'Indirect',
}

const KINDS_IN_FULL: Readonly<Record<StatementKind, string>> = {
  direct: 'Direct: all of it stands in quotation marks',
  mixed: 'Mixed: a part of it stands in quotation marks',
  indirect: 'Indirect: in the words of the outlet',
}

const ACTS: Readonly<Record<Act, string>> = {
  assert: 'asserts',
  deny: 'denies',
  confirm: 'confirms',
  commit: 'commits to do something',
  demand: 'demands',
  accuse: 'accuses',
  concern: 'voices concern',
  predict: 'predicts',
  ask: 'asks',
}

const OCCASIONS: Readonly<Record<Occasion['kind'], string>> = {
  speech: 'speech',
  letter: 'letter',
  interview: 'interview',
  post: 'post',
  document: 'document',
  briefing: 'briefing',
}

const COMPARATORS: Readonly<Record<Figure['comparator'], string>> = {
  '=': '',
  '>=': 'at least ',
  '<=': 'at most ',
  '>': 'more than ',
  '<': 'less than ',
  '~': 'about ',
}

/** Every word that the pages say in English. Sentences that a reader of any newspaper understands. */
export const en = {
  language: 'en',
  name: 'Onrecord',
  titleOf: (page: string) => `${page} – Onrecord`,
  skip: 'Skip to the content',
  nav: { label: 'Onrecord', articles: 'Articles', speakers: 'Speakers', feeds: 'Feeds', add: 'Add', work: 'Work' },
  footer: 'Read by machine: nobody has checked these statements yet. Only this computer can open these pages.',
  readByMachine: 'read by machine',
  notKnown: 'not known',
  samples: {
    invented: 'Sample: its country, people and outlets are invented.',
    retold:
      'Sample: the facts and quotations are real; all other words are ours, and the outlet never printed this page.',
  },
  counted: {
    articles: (count: number) => counted(count, 'article', 'articles'),
    statements: (count: number) => counted(count, 'statement', 'statements'),
    speakers: (count: number) => counted(count, 'speaker', 'speakers'),
  },
  untitled: (name: string) => `No headline (${isolated(name)})`,
  dates: {
    and: ' to ',
    about: (date: string) => `about ${date}`,
    uncertain: (date: string) => `perhaps ${date}`,
    on: (date: string) => `on ${date}`,
    in: (date: string) => `in ${date}`,
    between: (first: string, last: string) => `between ${first} and ${last}`,
    since: (date: string) => `since ${date}`,
    until: (date: string) => `until ${date}`,
    seasons: ['spring', 'summer', 'autumn', 'winter'],
    decade: (year: string) => `the ${year}s`,
    century: (first: string, last: string) => `between ${first} and ${last}`,
    unknown: 'date not known',
  },

  welcome: {
    title: 'Who said what, and where that is printed',
    lead: 'Add an article or its address. Onrecord reads it and shows who says what in it, in whose words, with every statement marked in the text.',
    dossier:
      'To see what a dossier is, begin with a real one: a visit that was agreed, a report that waited, and the twelve articles that tell of them, in words of ours.',
    addDossier: 'Add the sample dossier',
    addingDossier: 'Reading the articles of the dossier. This takes a few seconds.',
    samples: 'Eleven more samples are invented: a country, people and outlets that do not exist.',
    addSamples: 'Add the sample articles',
    addingSamples: 'Reading the sample articles. This takes a few seconds.',
  },
  box: {
    title: 'Add articles',
    files: 'Files',
    filesHint: (limit: string) =>
      `Saved web pages (HTML, MHTML), PDFs, plain text, mails (.eml) or transcripts (WebVTT, SRT), as many as you like, each at most ${limit}; archives of the web (WARC, WACZ) of any size.`,
    drop: 'Choose files, or drop them anywhere on this page.',
    paste: 'Or paste an article or its address',
    pasteHint:
      'Its text, the HTML of its page, or where it is on the web; several addresses one a line. Of an archive on this computer, also its path: /data/news.warc.gz.',
    submit: 'Add',
    pastedHtml: 'Kept with the headings and paragraphs it was copied with.',
    progress: 'Reading {n} of {total}: {name}',
    done: 'Done: {added} added, {known} already there, {failed} failed.',
    going: '{over} of {total} done.',
    lost: 'the connection to Onrecord was lost while it was sent; see that Onrecord still runs, then add it again',
    unreadable: 'the browser could not read it; if it is a folder, open it and drop the files in it',
    nothing: 'Choose a file, or paste an article or its address first.',
    resultsLabel: 'What became of each',
  },
  bookmarklet: {
    title: 'Add the page you see',
    lead: 'The bookmarklet sends the page that is open in this browser to this Onrecord, as you see it: also behind a login or a paywall. Open an article, choose the bookmark, and a window shows what was read in it.',
    offer: 'Add the page you see in your browser, also behind a login',
    link: 'Add to Onrecord',
    drag: 'Drag this link to the bar of bookmarks, once. Here it does nothing.',
    secret: 'Its secret',
    secretMeans:
      'The bookmark holds a secret of this Onrecord: who has it can add pages here from a browser on this computer, and can read nothing. If it may have come into other hands, make a new one; bookmarks made before then stop working.',
    renew: 'Make a new secret',
    waiting: 'Waiting for the page.',
    sending: 'Reading the page. This takes a few seconds.',
    lost: 'The connection to Onrecord was lost while the page was sent; see that Onrecord still runs, then choose the bookmark again.',
    apart: 'The page keeps its windows apart, and is sent from its own tab. Close this window.',
    noScript: 'This needs JavaScript for this address.',
    noAddress: 'Only pages with an address on the web (http or https) are added; save this one and add the file.',
    wrongToken:
      'This bookmark belongs to another Onrecord, or its secret was renewed. Open “Add the page you see” and drag the link to the bookmarks again.',
  },
  megabytes: (bytes: number) => `${NUMBER.format(Math.floor(bytes / 1024 / 1024))} MB`,
  tooLarge: (limit: string) =>
    `the file is larger than ${limit}, more than any article takes up; save the page alone and add that`,
  pastedTooLarge: (limit: string) =>
    `what was pasted is larger than ${limit}, more than any article takes up; paste the article alone`,
  address: {
    none: 'this is not an address that a browser could open; copy it again from the browser’s address bar',
    tooLong: (limit: number) =>
      `the address is longer than ${NUMBER.format(limit)} characters, more than any server takes; copy it again from the browser’s address bar`,
    tooMany: (limit: number) =>
      `these are more than ${NUMBER.format(limit)} addresses, and those behind were left out; add the rest in another lot`,
  },
  notAnArchive:
    'of the files on this computer, only archives of the web (.warc, .warc.gz, .wacz) are added by their path; choose this file, or drop it on the page',
  pastedText: 'pasted text',
  pastedPage: 'pasted page',
  results: {
    title: 'What was added',
    none: 'Nothing came: choose a file, or paste an article or its address, then add it.',
    state: {
      added: 'Added',
      known: 'Already there',
      changed: 'Changed',
      said: 'Done',
      failed: 'Failed',
      waiting: 'Waiting',
    },
    going: (over: number, all: number) =>
      `${NUMBER.format(over)} of ${NUMBER.format(all)} done. You can leave this page: the rest goes on without it`,
    counted: (done: number, failed: number) =>
      [`${NUMBER.format(done)} done`, ...(failed > 0 ? [`${NUMBER.format(failed)} failed`] : [])].join(', '),
    summary: (added: number, known: number, failed: number) =>
      [
        `${counted(added, 'article', 'articles')} added`,
        ...(known > 0 ? [`${NUMBER.format(known)} already there`] : []),
        ...(failed > 0 ? [`${NUMBER.format(failed)} failed`] : []),
      ].join(', '),
    all: 'All articles',
    more: 'Add more',
  },
  crashed:
    'something went wrong while it was read; nothing of it was kept; add it again, and keep the file if it fails again',

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
  statement: {
    numbered: (number: number) => `Statement ${number}`,
    /** When in the recording: "at 12:04". */
    at: (time: string) => `at ${time}`,
    part: {
      source: (number: number) => `source of statement ${number}`,
      cue: (number: number) => `cue of statement ${number}`,
    },
    source: 'Source',
    noSource: 'named by nobody beside the words',
    cue: 'Cue',
    noCue: 'none, only the quotation marks',
    content: 'Content',
    kind: 'Kind',
    kinds: KINDS,
    kindsInFull: KINDS_IN_FULL,
    act: 'Act',
    acts: ACTS,
    speaker: 'Speaker',
    candidates: 'Speaker, one of',
    addressee: 'To',
    occasion: 'In a',
    occasions: OCCASIONS,
    chain: 'Came through',
    saidOn: 'Said on',
    figures: 'Figure',
    figure: (figure: Figure) =>
      `${COMPARATORS[figure.comparator]}${NUMBER.format(figure.value)}${figure.unit === null ? '' : ` ${isolated(figure.unit)}`}`,
    confidence: 'Confidence',
    percent: (share: number) => `${Math.round(share * 100)} of 100, the machine’s estimate`,
    noSpeaker: 'Speaker not named',
    address: 'Address',
    inText: (number: number) => `Statement ${number}: show it in the text`,
  },
  evidence: evidenceEn,
  picture: pictureEn,
  feeds: feedsEn,
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
  removed: {
    title: 'This was removed',
    on: 'Removed on',
    stays:
      'Its bytes, words and names are gone. Its digest, this day and this reason stay in the ledger. Backups made before are their owner’s to remove.',
  },
  errors: {
    400: {
      title: 'This request could not be read',
      happened: (what: string) =>
        `What your browser sent for ${isolated(what)} is incomplete or not in the form that Onrecord’s pages send.`,
      now: 'Go back, reload the page, and send it again.',
    },
    403: {
      title: 'This request was refused',
      happened: (what: string) =>
        `The request for ${isolated(what)} did not come from a page of this Onrecord, or from a page opened before Onrecord was started again.`,
      now: 'Go back, reload the page, and send it again. Nothing was changed.',
    },
    404: {
      title: 'There is nothing at this address',
      happened: (what: string) => `The record holds nothing under ${isolated(what)}.`,
      now: 'Check the address, or look for it among the articles or the speakers.',
    },
    413: {
      title: 'Too much was sent at once',
      happened: (what: string) =>
        `What was sent to ${isolated(what)} is more than Onrecord takes in one go. What came before the limit was added.`,
      now: 'Add the rest in smaller lots.',
    },
    503: {
      title: 'The disk or the database refused this',
      happened: (what: string) => `What was sent to ${isolated(what)} could not be kept, or what is there not be read.`,
      now: 'The terminal in which Onrecord runs says why. Mend that, then try again.',
    },
    500: {
      title: 'Onrecord failed',
      happened: (what: string) =>
        `An error in Onrecord itself stopped ${isolated(what)}. What was being added is either whole in the record or not in it at all.`,
      now: 'Try again. If it fails again, the terminal in which Onrecord runs says more.',
    },
  },
} as const
