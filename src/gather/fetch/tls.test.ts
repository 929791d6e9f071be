/** Sites of https, with certificates that are made for the test. */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { expect, onTestFinished, test } from 'vitest'
import { get, localFetcher, localSite, page, told } from '../../../test/local-web.ts'
import { temporaryFolder } from '../../../test/temporary-folder.ts'

/** A key and a certificate for `names` that is signed by itself; good for so many days, which may be -1. */
function certificate(names: string, days = 1) {
  const folder = temporaryFolder()
  const [key, asked, cert] = ['key.pem', 'asked.pem', 'cert.pem'].map((file) => join(folder, file)) as [
    string,
    string,
    string,
  ]
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { stdio: 'pipe' })
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const subject = ['-subj', '/CN=Overcombe', '-addext', `subjectAltName=${names}`]
  openssl('req', '-new', ...kind, '-keyout', key, '-out', asked, ...subject)
  const signed = ['-signkey', key, '-days', String(days), '-copy_extensions', 'copy']
  openssl('x509', '-req', '-in', asked, '-out', cert, ...signed)
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') }
}

/** Lets this machine know one more authority while the test runs. */
function trust(cert: string): void {
  const known = getCACertificates('default')
  setDefaultCACertificates([...known, cert])
  onTestFinished(() => setDefaultCACertificates(known))
}

const resolve = async () => ['127.0.0.1']
const UNPROVEN = 'not-reached: the site cannot prove that it is the one: its certificate'
const SAVE = 'open it in a browser, save the page, and add that if you trust it'

test('a page of https, by name and by address', async () => {
  const tls = certificate('DNS:mill.example,IP:127.0.0.1')
  trust(tls.cert)
  const site = await localSite({ '/': page('abc') }, { tls })
  const fetcher = localFetcher({ resolve })
  const outcome = await get(fetcher, `https://mill.example:${site.port}/`)
  expect(told(outcome)).toBe('abc')
  // What is kept is what was said within the connection, not its encrypted form.
  expect(outcome).toMatchObject({
    input: { received: { address: '127.0.0.1', exchanges: [{ response: new Uint8Array(Buffer.from(page('abc'))) }] } },
  })
  expect(told(await get(fetcher, `https://mill.example.:${site.port}/`))).toBe('abc')
  expect(told(await get(fetcher, site.origin))).toBe('abc')
})

test.each<[what: string, names: string, days: number, isTrusted: boolean, words: string]>([
  ['is signed by itself', 'DNS:mill.example', 1, false, 'is signed by nobody but itself'],
  ['is for another site', 'DNS:other.example', 1, true, 'is for another site'],
  ['has expired', 'DNS:mill.example', -1, true, 'has expired'],
])('a certificate that %s', async (_, names, days, isTrusted, words) => {
  const tls = certificate(names, days)
  if (isTrusted) trust(tls.cert)
  const site = await localSite({ '/': page('abc') }, { tls })
  const said = told(await get(localFetcher({ resolve }), `https://mill.example:${site.port}/`))
  expect(said).toBe(`${UNPROVEN} ${words}; ${SAVE}`)
  expect(site.requests).toEqual([])
})

test('a site that does not speak TLS', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const said = told(await get(localFetcher({ resolve }), `https://mill.example:${port}/`))
  expect(said).toBe(
    'not-reached: what answers there does not speak https; write the address with http:// if it is meant so',
  )
})
