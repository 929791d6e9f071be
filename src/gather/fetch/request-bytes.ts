import { ACCEPTED_CODINGS } from '../../http/content-coding.ts'

/** What a request says besides its address. */
export type RequestOptions = {
  readonly userAgent: string
  /** What the server said of the page the last time; null where there was none. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** More headers; `Accept` instead of the usual one. */
  readonly others?: readonly (readonly [name: string, value: string])[]
}

/** A value that stays within its header: no control character, a line's end least of all; each character one byte. */
const HEADER_VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]{1,1000}$/

/** What is asked for where a page is. */
const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

/** The bytes of a request for `url`, over a connection that serves this one only. */
export function requestBytes(url: URL, { userAgent, etag, lastModified, others = [] }: RequestOptions): Uint8Array {
  const headers: readonly (readonly [name: string, value: string | null])[] = [
    ['Host', url.host],
    ['User-Agent', userAgent],
    ['Accept', others.find(([name]) => name === 'Accept')?.[1] ?? ACCEPT],
    ['Accept-Encoding', ACCEPTED_CODINGS],
    ...others.filter(([name]) => name !== 'Accept'),
    ['If-None-Match', etag],
    ['If-Modified-Since', lastModified],
    ['Connection', 'close'],
  ]
  const lines = headers.flatMap(([name, value]) =>
    value !== null && HEADER_VALUE.test(value) ? [`${name}: ${value}\r\n`] : [],
  )
  return Buffer.from(`GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1')
}
