import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessibilityFaults,
  deskContext,
  hasBrowser,
  openBrowser,
  sayWithoutBrowser,
  startServer,
  type TestServer,
} from './browser-session.ts'

sayWithoutBrowser()

describe.skipIf(!hasBrowser)('passkeys in a browser', { timeout: 120_000 }, () => {
  let browser: Browser
  let server: TestServer

  beforeAll(async () => {
    browser = await openBrowser()
    server = await startServer()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('one is made, and signs in; what it signed is good once', async () => {
    const context = await deskContext(browser, server, { baseURL: server.address })
    const page = await context.newPage()
    const devices = await context.newCDPSession(page)
    await devices.send('WebAuthn.enable')
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto('/desk/account')
    expect(await accessibilityFaults(page)).toEqual([])
    await page.getByLabel('A name for the new one').fill('test key')
    await page.getByRole('button', { name: 'Make a passkey' }).click()
    await page.getByText('test key').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto('/desk/feeds')
    expect(new URL(page.url()).pathname).toBe('/sign-in')
    expect(await accessibilityFaults(page)).toEqual([])
    const sent = page.waitForRequest((request) => request.url().endsWith('/sign-in/passkey'))
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
    const body = (await sent).postDataBuffer()
    const type = (await (await sent).allHeaders())['content-type'] ?? ''
    await page.waitForURL('**/desk/feeds')
    const replayed = await page.request.post('/sign-in/passkey', {
      data: body ?? '',
      headers: { 'Content-Type': type, Origin: server.address, 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(replayed.status()).toBe(403)
    await context.close()
  })
})
