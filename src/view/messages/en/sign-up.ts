import type { Cadence } from '../../../record/newsletter/topic.ts'

const CADENCES: Readonly<Record<Cadence, string>> = {
  'at once': 'at once, when something moves',
  daily: 'once a day, when something moved',
  weekly: 'once a week, when something moved',
}

/** What signing up for the newsletter says in English, on pages and in its mails. Words in braces stand for what is put there. */
export const signUpEn = {
  languageName: 'English',
  title: 'Get it by mail',
  about:
    'We write when something moves: a statement was accepted, a date passed, an answer came, a line was corrected.',
  address: 'Your mail address',
  topics: 'About what',
  everything: 'everything',
  thisDossier: 'this dossier',
  thisActor: 'whom this page is about',
  notShown: 'something that is not shown any more',
  cadence: 'How often',
  cadences: CADENCES,
  terms: 'The terms, in full',
  agree: 'I agree',
  trap: 'Leave this field empty',
  button: 'Sign up',
  faults: {
    address: 'This is no mail address: write it as name@example.org.',
    topics: 'Choose at least one thing to be written to about.',
    agreed: 'We may write to you only when you agree to the terms: tick the box.',
  },
  next: 'We send one mail with a link. Nothing else comes before you have opened it and pressed the button there.',
  asked: {
    title: 'Look into your mail',
    words:
      'If this address can be written to, a mail is on its way to it. It comes within a few minutes, perhaps among what your mail program takes for unwanted.',
    why: 'This page says the same for every address, so that nobody can find out here who is written to.',
  },
  confirm: {
    title: 'Confirm that you want to be written to',
    about: 'One press, and you are on the list. Whoever did not ask for this closes this page, and is not written to.',
    button: 'Yes, write to me',
    doneTitle: 'You are on the list',
    done: 'We write to you from now on, as you chose. Every mail has a link with which to leave.',
  },
  over: {
    title: 'This link is over',
    words: 'It was used up, or too long ago, or a part of it is missing.',
    now: 'You can sign up again, or ask for a new link to your preferences.',
  },
  preferences: {
    askTitle: 'What you are written to about',
    askAbout: 'To see it, change it, take it along or have it erased, ask for a link: it goes to your address alone.',
    askButton: 'Send me the link',
    title: 'What you are written to about',
    waiting: 'You did not confirm yet that you want to be written to.',
    left: 'You left the list, and are not written to.',
    since: 'Known to us since {when}.',
    save: 'Save',
    saved: 'Saved.',
    leaveTitle: 'Leave',
    leaveAbout: 'You are not written to any more. You can sign up again at any time.',
    leave: 'Leave the list',
    dataTitle: 'What we keep about you',
    data: 'Take it all along (JSON)',
    eraseTitle: 'Have it erased',
    eraseAbout:
      'Your address goes, and all that is kept with it. A code that cannot be turned back into it stays, so that nobody ever writes to it from here again, also if it is entered again.',
    erase: 'Erase everything about me',
    erasedTitle: 'It is erased',
    erased: 'We keep nothing about you any more, but for the code that keeps us from writing to you.',
  },
  leave: {
    title: 'Leave',
    about: 'You are not written to about this any more: {topic}.',
    topics: { everything: 'everything', dossier: 'one dossier', actor: 'one person or body' },
    button: 'Leave',
    doneTitle: 'You have left',
    done: 'If you were written to about this, you are not any more.',
  },
  mails: {
    confirm: {
      subject: 'Please confirm: do you want to be written to?',
      text: (link: string) =>
        `Somebody, perhaps you, entered this address so that Onrecord writes to it.\n\nIf that was you, open this link and press the button there; it holds for seven days:\n\n${link}\n\nIf it was not you, do nothing: we write no more, and forget the address.\n`,
    },
    known: {
      subject: 'You are on the list already',
      text: (link: string) =>
        `Somebody, perhaps you, entered this address so that Onrecord writes to it. It is on the list already, and nothing was changed.\n\nWhat you are written to about, you see and change here; the link holds for an hour:\n\n${link}\n`,
    },
    preferences: {
      subject: 'The link to what you are written to about',
      text: (link: string) =>
        `Here you see and change what Onrecord writes to you about; the link holds for an hour, and should stay with you:\n\n${link}\n\nIf you did not ask for it, do nothing.\n`,
    },
  },
} as const
