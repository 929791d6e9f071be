import { type AnswerHead, headerValue } from '../../http/answer-head.ts'
import { FetchFailure } from '../../http/fetch-failure.ts'
import type { Answer } from './exchange.ts'
import { webUrl } from './web-url.ts'

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

/** The most of an address that a sentence shows, in characters. */
const SHOWN = 200

/** Whether an answer leads on to another address. */
export function isRedirect(head: AnswerHead): boolean {
  return REDIRECTS.includes(head.status) && headerValue(head, 'location') !== null
}

/** Where an answer leads, as it was sent: an address in UTF-8, or else in Latin-1. */
function locationOf(head: AnswerHead): string {
  const bytes = Buffer.from(headerValue(head, 'location') ?? '', 'latin1')
  const text = bytes.toString('utf8')
  return text.includes('\ufffd') ? bytes.toString('latin1') : text
}

function endless(words: string): FetchFailure {
  const sentence = `${words}; open it in a browser, save the page, and add that`
  return new FetchFailure('not-reached', sentence, { mayPass: false, isLed: true })
}

/** Addresses that lead to each other: the sentence names them. */
function circle(addresses: readonly string[]): FetchFailure {
  const shown = addresses.slice(-3).map((address) => address.slice(0, SHOWN))
  return endless(`its addresses lead in a circle (${shown.join(' → ')})`)
}

function shown(url: URL): string {
  return url.href.length > SHOWN ? `${url.href.slice(0, SHOWN)}…` : url.href
}

/**
 * Asks for an address, and for those it leads on to, until one leads no further.
 *
 * @param most how many may be led on to
 * @param ask asks for one address; `isFirst` is whether it is the one asked for at first
 * @returns the answers in their order, at least one; the address of the last is `exchange.url`
 * @throws FetchFailure: of a redirect that may not be followed, a circle, or too many; and what `ask` throws. Where it
 *   is not about the first address, its sentence names the one it is about
 */
export async function followRedirects(
  first: URL,
  { most, ask }: { readonly most: number; readonly ask: (url: URL, isFirst: boolean) => Promise<Answer> },
): Promise<readonly Answer[]> {
  const answers: Answer[] = [await ask(first, true)]
  const seen = [first.href]
  for (;;) {
    const { head, exchange } = answers.at(-1) as Answer
    if (!isRedirect(head)) return answers
    if (answers.length > most) throw endless(`it leads on to another address more than ${most} times`)
    const next = nextUrl(head, new URL(exchange.url))
    if (seen.includes(next.href)) throw circle([...seen, next.href])
    seen.push(next.href)
    answers.push(
      await ask(next, false).catch((error: unknown) => {
        throw error instanceof FetchFailure ? error.ledTo(`it leads on to ${shown(next)}: `) : error
      }),
    )
  }
}

function nextUrl(head: AnswerHead, from: URL): URL {
  const location = locationOf(head)
  const words = location.slice(0, SHOWN).toWellFormed()
  try {
    return webUrl(location, from)
  } catch (error) {
    throw error instanceof FetchFailure ? error.ledTo(`it leads on to "${words}": `) : error
  }
}
