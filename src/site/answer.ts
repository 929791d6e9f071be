import { createHash } from 'node:crypto'
import type { Context } from 'hono'

/** What is answered, and when it last changed: UTC; null where nobody knows. */
export type Answer = {
  readonly body: string
  readonly contentType: string
  readonly status: 200 | 400 | 410
  readonly lastModified: string | null
}

/** Browsers ask again each time; caches between us and many readers keep an answer for a minute. */
const SHORTLY = 'public, max-age=0, s-maxage=60, must-revalidate'

/** What of a request decides whether the one who asks has the answer already. */
type Condition = { readonly ifNoneMatch: string | null; readonly ifModifiedSince: string | null }

/** Whether a list of tags holds one, weakly compared, as is right for a GET. */
function holdsTag(list: string, tag: string): boolean {
  return list.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag)
}

/**
 * Whether the one who asks has this very answer. A date counts only where no tag was sent, and only if it is the one
 * that we gave: what is withdrawn changes an answer without making it any newer.
 */
function isKnown({ ifNoneMatch, ifModifiedSince }: Condition, tag: string, modified: string | null): boolean {
  if (ifNoneMatch !== null) return holdsTag(ifNoneMatch, tag)
  return modified !== null && ifModifiedSince === modified
}

/** An answer with its tag; without its body where the one who asks has it already. */
export function answered(context: Context, { body, contentType, status, lastModified }: Answer): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const modified = lastModified === null ? null : new Date(lastModified).toUTCString()
  const headers = {
    ETag: tag,
    'Cache-Control': SHORTLY,
    ...(modified !== null && { 'Last-Modified': modified }),
  }
  const condition = {
    ifNoneMatch: context.req.header('If-None-Match') ?? null,
    ifModifiedSince: context.req.header('If-Modified-Since') ?? null,
  }
  if (status === 200 && isKnown(condition, tag, modified)) return context.body(null, 304, headers)
  return context.body(body, status, { ...headers, 'Content-Type': contentType })
}
