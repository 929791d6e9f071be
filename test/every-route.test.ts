import type { Hono } from 'hono'
import { expect, test } from 'vitest'
import { may, type Right } from '../src/record/accounts/rights.ts'
import { ROLES } from '../src/record/accounts/role.ts'
import { isDeskPath } from '../src/web/desk-door.ts'
import { needs, rightOf } from '../src/web/who-asks.ts'
import { cookieOfRole, ownerCookie } from './signed-in.ts'
import { ORIGIN, openTestPages } from './test-pages.ts'

/** Addresses that are everybody's and take forms all the same: the way in and out, and the newsletter. */
const OPEN_FORMS = new Set([
  '/sign-in',
  '/sign-in/with/:token',
  '/sign-in/passkey/asked',
  '/sign-in/passkey',
  '/sign-out',
  '/sign-up',
  '/sign-up/embed',
  '/sign-up/confirm/:token',
  '/sign-up/preferences',
  '/sign-up/preferences/:token',
  '/sign-up/leave/:token',
  '/sign-up/one-click/:token',
])

/** The first letters of what only the desk says. */
const DESK_WORDS = /href="\/desk\/(?!\w*sign)/u

type Route = { readonly method: string; readonly path: string; readonly rights: readonly Right[] }

/** Every address that is answered by its own handler, with the rights that it declares. */
function routesOf(app: Hono): readonly Route[] {
  const pages = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.endsWith('/*'))
  const keys = new Set(pages.map(({ method, path }) => `${method} ${path}`))
  return [...keys].map((key) => {
    const [method = '', path = ''] = key.split(' ')
    const own = pages.filter((route) => route.method === method && route.path === path)
    return { method, path, rights: own.flatMap(({ handler }) => rightOf(handler) ?? []) }
  })
}

/** An address in which every part that varies is one that is not there. */
function addressOf(path: string): string {
  return `${ORIGIN}${path.replaceAll(/:\w+(?:\{[^}]*\})?/gu, '01AAAAAAAAAAAAAAAAAAAAAAAA')}`
}

function ask(app: Hono, { method, path }: Route, { cookie, body }: { cookie?: string; body?: FormData } = {}) {
  const headers = { Host: 'localhost:4600', Origin: ORIGIN, ...(cookie === undefined ? {} : { Cookie: cookie }) }
  return app.request(addressOf(path), {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: body ?? new FormData() }),
  })
}

/** A form without the token of its page. */
function formWithoutToken(): FormData {
  const form = new FormData()
  form.set('text', 'x')
  return form
}

test('every route of the desk declares what it needs, and no other does', async () => {
  const { app } = await openTestPages()
  const routes = routesOf(app)
  expect(routes.length).toBeGreaterThan(40)
  const undeclared = routes.filter(({ path, rights }) => isDeskPath(path) !== rights.length > 0)
  expect(undeclared).toEqual([])
})

test('the public changes nothing: what is not the desk’s is only read, but for the way in and the newsletter', async () => {
  const { app } = await openTestPages()
  const forms = routesOf(app).filter(({ method, path }) => method !== 'GET' && !isDeskPath(path))
  expect(forms.filter(({ path }) => !OPEN_FORMS.has(path))).toEqual([])
})

test('nobody without a session sees anything of the desk, whether there is a page or not', async () => {
  const { app, store } = await openTestPages()
  await ownerCookie(store.accounts)
  const guessed = [
    '/desk/drafts',
    '/desk/',
    '/desk/accounts/../articles',
    '/%64esk/accounts',
    '/desk//accounts',
    '/desk/accounts%2f..',
  ]
  const routes = routesOf(app).filter(({ path }) => isDeskPath(path))
  for (const route of [...routes, ...guessed.map((path) => ({ method: 'GET', path, rights: [] }))]) {
    for (const cookie of ['', 'onrecord-4600=', `onrecord-4600=${'A'.repeat(43)}`, 'onrecord-4600=../../etc']) {
      const answer = await ask(app, route, { cookie })
      const words = await answer.text()
      expect([route.method, route.path, answer.status]).toEqual([
        route.method,
        route.path,
        route.method === 'GET' ? 303 : 401,
      ])
      expect(words).not.toMatch(DESK_WORDS)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  }
})

test.each(ROLES)('%s is let in where the role may, and nowhere else', async (role) => {
  const { app, store } = await openTestPages()
  const owner = await ownerCookie(store.accounts)
  const cookie = role === 'owner' ? owner : await cookieOfRole(store.accounts, role)
  for (const route of routesOf(app).filter(({ path }) => isDeskPath(path))) {
    const answer = await ask(app, route, { cookie })
    const isLetIn = route.rights.every((right) => may(role, right))
    const isRefused = (await answer.text()).includes('may not do this')
    expect([route.method, route.path, isRefused]).toEqual([route.method, route.path, !isLetIn])
    if (!isLetIn) expect(answer.status).toBe(403)
  }
})

test('no form is taken without its token, from whomever', async () => {
  const { app, store } = await openTestPages()
  const cookie = await ownerCookie(store.accounts)
  const before = await store.evidence.lastEntry()
  const forms = routesOf(app).filter(({ method }) => method !== 'GET')
  expect(forms.length).toBeGreaterThan(20)
  for (const route of forms)
    for (const body of [new FormData(), formWithoutToken()]) {
      const answer = await ask(app, route, { cookie, body })
      expect([400, 403], `${route.method} ${route.path}: ${answer.status}`).toContain(answer.status)
    }
  expect(await store.evidence.lastEntry()).toEqual(before)
})

test('a page of the desk that declares nothing is open to nobody, not even an owner', async () => {
  const { app, store } = await openTestPages()
  app.get('/desk/forgotten', (context) => context.text('a draft'))
  app.get('/desk/declared', needs('see-desk'), (context) => context.text('a draft'))
  const cookie = await ownerCookie(store.accounts)
  const statusOf = async (path: string) => (await ask(app, { method: 'GET', path, rights: [] }, { cookie })).status
  expect([await statusOf('/desk/forgotten'), await statusOf('/desk/declared')]).toEqual([404, 200])
})
