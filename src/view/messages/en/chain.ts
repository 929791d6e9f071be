/** The way that words came, in English: "reported by The Harbour Post, citing AFP, which cites Xinhua". */
export const chainEn = {
  chain: {
    reportedBy: 'reported by',
    unknownOutlet: 'an outlet that is not known',
    citing: 'citing',
    whichCites: 'which cites',
  },
} as const
