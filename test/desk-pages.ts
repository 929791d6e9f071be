import type { Store } from '../src/record/store.ts'
import { ownerCookie, withCookie } from './signed-in.ts'
import { ORIGIN, openTestPages } from './test-pages.ts'

/** The desk over an empty record in memory, with its first owner signed in; it ends with the test. */
export type DeskPages = {
  readonly store: Store
  /** Asks for a page, as who is signed in. */
  readonly get: (path: string) => Promise<Response>
  /** Sends a form. @returns the answer, redirects not followed */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Response>
}

/** Opens the desk for a test. */
export async function openDesk(): Promise<DeskPages> {
  const { app, store } = await openTestPages({ clock: { now: () => '2026-11-24T05:41:00.000Z' } })
  let cookie = await ownerCookie(store.accounts)
  const get = async (path: string) => {
    const response = await app.request(`${ORIGIN}${path}`, { headers: { Host: 'localhost:4600', Cookie: cookie } })
    cookie = withCookie(cookie, response)
    return response
  }
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const token = /name="token" value="([0-9a-f]{64})"/.exec(await (await get('/desk/add')).text())?.[1] ?? ''
    const form = new FormData()
    for (const [name, value] of [['token', token], ...Object.entries(fields)] as const) form.append(name, value)
    const headers = { Host: 'localhost:4600', Cookie: cookie, Origin: ORIGIN }
    return app.request(`${ORIGIN}${path}`, { method: 'POST', body: form, headers })
  }
  return { store, get, post }
}
