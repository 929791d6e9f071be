import type { AnswerHead } from '../../http/answer-head.ts'
import { FetchFailure, lasting } from '../../http/fetch-failure.ts'
import type { Exchange } from '../../record/received.ts'
import type { RefusedResource } from '../../record/rendering.ts'
import { fetchResource, type ResourceOptions } from '../fetch/fetch-resource.ts'

/** Where loading ends. News pages ask for some 150 things of 5 MB together; those with video for more, which nobody sees. */
const MAX_REQUESTS = 400
const MAX_BYTES = 64 * 1024 * 1024
/** As browsers do with one site. */
const AT_ONCE = 6

/** What of the browser's own headers is sent on: without the page's address and origin, some servers give no image or font. */
const SENT_ON: readonly string[] = ['Accept', 'Referer', 'Origin']

/** Said by the transfer alone, or of no use to a page that forgets everything. */
const LEFT_OUT: readonly string[] = [
  'connection',
  'content-encoding',
  'content-length',
  'keep-alive',
  'set-cookie',
  'strict-transport-security',
  'transfer-encoding',
]

/** An answer for the browser. */
export type Given = {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array
}

/** What the browser asks for. */
export type Asked = {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
}

/** The headers that a browser takes of an answer that was unpacked. */
export function headersFor({ headers }: Pick<AnswerHead, 'headers'>): Given['headers'] {
  // What a header may not hold would make the browser refuse the whole answer.
  return headers.filter(
    ([name, value]) =>
      /^[!#$%&'*+.^_`|~\w-]+$/.test(name) &&
      !LEFT_OUT.includes(name.toLowerCase()) &&
      /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(value),
  )
}

/** Gets what one page asks for, by our rules, and keeps it as it came. */
export class PageResources {
  readonly exchanges: Exchange[] = []
  readonly refused: RefusedResource[] = []
  readonly #options: ResourceOptions
  readonly #stop = new AbortController()
  readonly #turns: (() => void)[] = []
  #underWay = 0
  #asked = 0
  #bytes = 0

  constructor(options: ResourceOptions) {
    this.#options = options
  }

  /** Breaks off what is still under way, and refuses all that follows. */
  stop(): void {
    this.#stop.abort(lasting('too-slow', 'the page was not waited for any longer'))
  }

  /** @returns null where it is refused or cannot be had */
  async get(asked: Asked): Promise<Given | null> {
    this.#asked += 1
    await this.#turn()
    try {
      this.#assertMayAsk(asked)
      const headers = Object.entries(asked.headers).filter(([name]) => SENT_ON.includes(name))
      const { signal: stop } = this.#stop
      const { url } = asked
      const answer = await fetchResource({ url, headers, bytes: MAX_BYTES - this.#bytes, stop }, this.#options)
      this.#bytes += answer.exchange.response.length
      this.exchanges.push(answer.exchange)
      return { status: answer.head.status, headers: headersFor(answer.head), body: answer.body }
    } catch (error) {
      if (!(error instanceof FetchFailure)) throw error
      this.refused.push({ url: asked.url, sentence: error.fault.sentence })
      return null
    } finally {
      this.#underWay -= 1
      this.#turns.shift()?.()
    }
  }

  #assertMayAsk({ method }: Asked): void {
    if (method !== 'GET')
      throw lasting('not-allowed', `a page that is looked at sends nothing (${method.slice(0, 20)})`)
    if (this.#asked > MAX_REQUESTS) throw lasting('too-large', `the page asks for more than ${MAX_REQUESTS} things`)
    if (this.#bytes >= MAX_BYTES) throw lasting('too-large', 'the page loads more than is kept of one')
  }

  async #turn(): Promise<void> {
    while (this.#underWay >= AT_ONCE) await new Promise<void>((resolve) => this.#turns.push(resolve))
    this.#underWay += 1
  }
}
