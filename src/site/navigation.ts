import type { Navigation } from '../view/layout.ts'

/** Where one can go from every page of the public's. */
export const SITE_NAVIGATION: Navigation = { home: '/', sections: [['desk', '/desk']] }
