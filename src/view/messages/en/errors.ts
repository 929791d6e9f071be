import { isolated } from './numbers.ts'

/** What is said in English when a request came to nothing. */
export const errorsEn = {
  errors: {
    400: {
      title: 'This request could not be read',
      happened: (what: string) =>
        `What your browser sent for ${isolated(what)} is incomplete or not in the form that Onrecord’s pages send.`,
      now: 'Go back, reload the page, and send it again.',
    },
    401: {
      title: 'You are not signed in',
      happened: (what: string) => `${isolated(what)} is the desk’s, and your session is over or was ended.`,
      now: 'Sign in in another window, come back to this one, and send it again: what you typed is still there. Nothing was changed.',
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
    429: {
      title: 'Too many tries',
      happened: (what: string) => `From your network ${isolated(what)} was asked for too often.`,
      now: 'Wait a quarter of an hour, then try again.',
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
