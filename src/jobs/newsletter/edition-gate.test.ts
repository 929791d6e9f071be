import { generateKeyPairSync } from 'node:crypto'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { composeMail, type DkimKey, type Mail } from '../../mail/compose-mail.ts'
import { editionFaults, type GateParts } from './edition-gate.ts'

const ADDRESS = 'https://record.example'
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const KEY: DkimKey = { domain: 'record.example', selector: 'news', privateKey }
const RECORD = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`

const MAIL: Mail = {
  from: { name: 'Onrecord', address: 'news@record.example' },
  to: 'nobody@record.example',
  subject: 'What moved',
  text: 'Two things moved.',
  html: '<p><a href="https://record.example/dossiers/dam#at-x">The dam</a> <a href="https://other.example/">There</a></p>',
  language: 'en',
  messageId: '<1@record.example>',
  date: new Date('2026-11-24T05:41:00Z'),
  list: { name: 'What moved', id: 'news.record.example' },
  unsubscribe: 'https://record.example/leave/1',
}

const app = new Hono()
  .get('/dossiers/dam', (context) => context.html('<h1 id="at-x">The dam</h1>'))
  .post('/leave/:token', (context) => context.text('You are written to no more.'))

type Changes = { readonly mail?: Partial<Mail>; readonly key?: DkimKey | null; readonly record?: string } & Partial<
  Pick<GateParts, 'edition' | 'languages'>
>

function faultsOf({ mail, key = KEY, record = RECORD, ...changes }: Changes): Promise<readonly string[]> {
  const whole = { ...MAIL, ...mail }
  return editionFaults({
    edition: { kind: 'post', words: { en: { subject: 'What moved', text: 'Two things moved.' } } },
    languages: ['en'],
    sample: async () => ({ mail: whole, bytes: await composeMail(whole, key) }),
    askDns: async () => [[record]],
    ask: async (path, init) => app.request(path, init),
    address: ADDRESS,
    ...changes,
  })
}

test('an edition with which all is well may go', async () => {
  expect(await faultsOf({})).toEqual([])
})

const link = (href: string) => ({ mail: { html: `<a href="${href}">there</a>` } })

const FAULTS: readonly [name: string, changes: Changes, fault: RegExp][] = [
  ['no signature', { key: null }, /no DKIM signature/u],
  [
    'another key is published',
    { record: RECORD.replace(/p=.{40}/u, 'p=') },
    /publish its public key at news\._domainkey/u,
  ],
  [
    'signed by somebody else',
    { key: { ...KEY, domain: 'other.example' } },
    /from record\.example, and signed by other/u,
  ],
  ['one click does not answer', { mail: { unsubscribe: `${ADDRESS}/gone/1` } }, /one click answers 404/u],
  ['one click is elsewhere', { mail: { unsubscribe: 'https://other.example/1' } }, /which is not ours/u],
  ['a page of ours that is not there', link(`${ADDRESS}/dossiers/gone`), /gone leads nowhere.*404/u],
  ['a place that is not there', link(`${ADDRESS}/dossiers/dam#at-y`), /a place that its page does not have/u],
  ['a link that is none', link('javascript:alert(1)'), /is no address of the web/u],
  ['a language that nobody wrote in', { languages: ['en', 'de'] }, /no subject in de/u],
  ['nobody to get it', { languages: [] }, /Nobody would get it/u],
]

test.each(FAULTS)('%s is named', async (_, changes, fault) => {
  const faults = await faultsOf(changes)
  expect(faults.length).toBeGreaterThan(0)
  expect(faults[0]).toMatch(fault)
})
