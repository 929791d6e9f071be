/** The name by which robots.txt files know us. */
export const AGENT_NAME = 'Onrecord'

/**
 * How we call ourselves to sites: what we are, and whom to ask about it.
 *
 * @param contact a mail address or a page; null where the person who runs this has named none
 */
export function userAgent(version: string, contact: string | null): string {
  return contact === null ? `${AGENT_NAME}/${version}` : `${AGENT_NAME}/${version} (+${contact})`
}
