/** How our pages, and what they are about, are called in structured data. */
export type Addresses = {
  /** A page: `/speakers/01…` on this site, absolute. */
  page(path: string): string
  /** What a page is about, which is not the page: a person is no document. */
  thing(path: string): string
}

/** @param address of the site, without a slash at its end */
export function addressesAt(address: string): Addresses {
  return { page: (path) => `${address}${path}`, thing: (path) => `${address}${path}#it` }
}
