import type { PublicRecord } from '../record/public-record.ts'
import type { SampleOf } from '../web/sample-mark.ts'
import type { Web } from '../web/web.ts'

/** What the public's pages need from the rest of the house: of the record what is public, and nothing besides. */
export type SiteOptions = {
  readonly publicRecord: PublicRecord
  /** Where the public reaches these pages: `https://record.example`, without a slash at its end. */
  readonly address: () => string
}

/** The options, and what every page needs. */
export type Site = SiteOptions & Web & { readonly sampleMark: () => Promise<SampleOf> }
