import { parseHTML } from 'linkedom'
import type { Mail } from '../../mail/compose-mail.ts'
import { type AskDns, signatureFaults } from '../../mail/signature-faults.ts'
import type { Edition } from '../../record/newsletter/editions.ts'
import { safeLink } from '../../view/safe-link.ts'

/** One message of an edition as it would be sent, to a subscriber that is nobody: leaving by it changes nothing. */
export type SampleMail = { readonly mail: Mail; readonly bytes: Uint8Array }

/** What the gate asks. */
export type GateParts = {
  readonly edition: Pick<Edition, 'kind' | 'words'>
  /** The languages in which somebody would get it, BCP 47. */
  readonly languages: readonly string[]
  /** Made in each of these. */
  readonly sample: (language: string) => Promise<SampleMail>
  /** Null where mails are written as files and leave this machine by nobody. */
  readonly askDns: AskDns | null
  /** Our own pages, asked as anybody on the web would: `path` begins with a slash. */
  readonly ask: (path: string, init: RequestInit) => Promise<Response>
  /** Where the public reaches them, without a slash at its end. */
  readonly address: string
}

/** What an edition lacks in one language. */
function wordFaults({ kind, words }: GateParts['edition'], language: string): readonly string[] {
  const { subject = '', text = '' } = words[language] ?? {}
  return [
    ...(subject.trim() === '' ? [`There is no subject in ${language}: write one.`] : []),
    ...(kind === 'post' && text.trim() === '' ? [`There is no text in ${language}: write one.`] : []),
  ]
}

/** The path of one of our own pages; null for addresses elsewhere. */
function ownPath(href: string, address: string): string | null {
  return href === address || href.startsWith(`${address}/`) ? href.slice(address.length) || '/' : null
}

async function linkFault(href: string, { ask, address }: GateParts): Promise<string | null> {
  const path = ownPath(href, address)
  if (path === null) return safeLink(href) === null ? `“${href}” is no address of the web: correct it.` : null
  const [page = '', place] = path.split('#')
  const response = await ask(page, { method: 'GET' })
  if (response.status !== 200) return `${href} leads nowhere: our own page answers ${response.status}.`
  if (place === undefined) return null
  const { document } = parseHTML(await response.text())
  const isThere = document.getElementById(decodeURIComponent(place)) !== null
  return isThere ? null : `${href} leads to a place that its page does not have.`
}

/** Every address in a message that somebody can follow. */
function linksOf({ html }: Mail): readonly string[] {
  const { document } = parseHTML(html)
  return [...new Set([...document.querySelectorAll('[href]')].map((link) => link.getAttribute('href') ?? ''))]
}

async function oneClickFaults({ unsubscribe }: Mail, { ask, address }: GateParts): Promise<readonly string[]> {
  const path = ownPath(unsubscribe, address)
  if (path === null)
    return [`Leaving by one click goes to ${unsubscribe}, which is not ours: it has to begin with ${address}.`]
  const secure = unsubscribe.startsWith('https:')
    ? []
    : ['Leaving by one click needs https: serve the public address by it.']
  const response = await ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  // A mail program follows no redirect here (RFC 8058, 3.1).
  return response.status === 200
    ? secure
    : [...secure, `Leaving by one click answers ${response.status} instead of 200.`]
}

/** What is wrong with an edition in one language. */
async function faultsIn(language: string, parts: GateParts): Promise<readonly string[]> {
  const missing = wordFaults(parts.edition, language)
  const { mail, bytes } = await parts.sample(language)
  const links = await Promise.all(linksOf(mail).map((href) => linkFault(href, parts)))
  const signature = parts.askDns === null ? [] : await signatureFaults(bytes, mail.from.address, parts.askDns)
  return [...missing, ...signature, ...(await oneClickFaults(mail, parts)), ...links.filter((fault) => fault !== null)]
}

/**
 * Looks at an edition as it would be sent, before anybody gets it.
 *
 * @returns what stands against it, each in a sentence and once; none where it may go
 */
export async function editionFaults(parts: GateParts): Promise<readonly string[]> {
  if (parts.languages.length === 0) return ['Nobody would get it: no subscriber is written to so often.']
  const all = await Promise.all(parts.languages.map((language) => faultsIn(language, parts)))
  return [...new Set(all.flat())]
}
