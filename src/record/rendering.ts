import type { Exchange } from './received.ts'

/** Something that a page asked for and did not get, and why. */
export type RefusedResource = { readonly url: string; readonly sentence: string }

/** A captured page as a browser showed it, with the page's own images and styles. */
export type RenderedPage = {
  /** UTC, when the picture was taken. */
  readonly at: string
  /** As it names itself: `Chrome/156.0.8078.79`. */
  readonly browser: string
  /** Whether what reads the page was locked in by the system. */
  readonly isSandboxed: boolean
  /** PNG of the whole page. */
  readonly picture: Uint8Array
  readonly pdf: Uint8Array
  /** What the page loaded besides itself, in the order in which it came. */
  readonly exchanges: readonly Exchange[]
  readonly refused: readonly RefusedResource[]
}

/** A rendered page, and the capture whose bytes were shown. */
export type Rendering = RenderedPage & {
  /** SHA-256 of the blob. */
  readonly sha256: string
  /** Where the bytes came from. */
  readonly url: string
}

/** What came of rendering a page. */
export type RenderOutcome =
  | { readonly state: 'rendered'; readonly page: RenderedPage }
  | { readonly state: 'failed'; readonly sentence: string; readonly mayPass: boolean }

/** Shows a page that was captured in a browser, which gets nothing but through us. Never rejects for what a page does. */
export type RenderPage = (page: {
  readonly url: string
  readonly contentType: string | null
  readonly bytes: Uint8Array
}) => Promise<RenderOutcome>
