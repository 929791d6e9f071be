import { counted, NUMBER } from './numbers.ts'

/** What is said in English where articles are added. */
export const addingEn = {
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
} as const
