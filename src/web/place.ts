import type { Context } from 'hono'

/** Where the pages are reached. */
export type Place = {
  /** The port that the server listens on; asked on every request, since it may be known late. */
  readonly port: () => number
  /** Where others reach the pages (`https://record.example`); null where nobody but this computer does. */
  readonly reachedAt: string | null
}

/** Whether a request came to the address that others use, and that is https. */
export function isOverHttps({ reachedAt }: Place, context: Context): boolean {
  if (reachedAt === null) return false
  const { protocol, host } = new URL(reachedAt)
  return protocol === 'https:' && context.req.header('Host')?.toLowerCase() === host
}

/** The origin of the pages as this request reached them: `http://localhost:4600`. */
export function originOf(place: Place, context: Context): string {
  if (place.reachedAt !== null && new URL(place.reachedAt).host === context.req.header('Host')?.toLowerCase())
    return new URL(place.reachedAt).origin
  return `http://localhost:${place.port()}`
}
