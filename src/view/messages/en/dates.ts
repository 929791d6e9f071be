/** How dates are said in English. */
export const datesEn = {
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
} as const
