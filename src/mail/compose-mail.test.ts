import { generateKeyPairSync } from 'node:crypto'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { expect, test } from 'vitest'
import { composeMail, type DkimKey, type Mail } from './compose-mail.ts'

const MAIL: Mail = {
  from: { name: 'Onrecord', address: 'news@onrecord.example' },
  to: 'reader@example.org',
  subject: '“It is over” – what moved this week: 新疆',
  text: 'Two things moved.\n\nLeave: https://onrecord.example/leave/1',
  html: '<html lang="en"><body><p>Two things moved, 新疆 among them.</p></body></html>',
  language: 'en',
  messageId: '<1@onrecord.example>',
  date: new Date('2026-11-24T05:41:00Z'),
  list: { name: 'What "moved"', id: 'news.onrecord.example' },
  unsubscribe: 'https://onrecord.example/leave/1',
}

function rsa(): { readonly key: DkimKey; readonly record: string } {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return {
    key: { domain: 'onrecord.example', selector: 'news', privateKey },
    record: `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`,
  }
}

async function verified(bytes: Uint8Array, record: string) {
  const resolver = async (name: string, type: string) => {
    if (name !== 'news._domainkey.onrecord.example' || type !== 'TXT') throw new Error(`asked for ${type} ${name}`)
    return [[record]]
  }
  const { results } = await dkimVerify(Buffer.from(bytes), { resolver })
  return results.map(({ status, signingHeaders }) => ({ result: status.result, keys: signingHeaders?.keys ?? '' }))
}

test('the signature is good, and covers what makes one click leave', async () => {
  const { key, record } = rsa()
  const [first, ...more] = await verified(await composeMail(MAIL, key), record)
  expect(more).toEqual([])
  expect(first?.result).toBe('pass')
  for (const header of ['From', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Auto-Submitted', 'List-Id', 'Message-ID'])
    expect(first?.keys.toLowerCase().split(/:\s*/u)).toContain(header.toLowerCase())
})

test.each([
  ['a word', 'Two things moved', 'Two things stayed'],
  ['where one leaves', '<https://onrecord.example/leave/1>', '<https://evil.example/leave/1>'],
  ['that one click is enough', 'One-Click', 'Two-Clicks'],
])('a signature is no longer good when %s was altered', async (_, before, after) => {
  const { key, record } = rsa()
  const bytes = Buffer.from(await composeMail(MAIL, key)).toString('latin1')
  expect(bytes).toContain(before)
  const [first] = await verified(Buffer.from(bytes.replaceAll(before, after), 'latin1'), record)
  // A body that was altered is "neutral" there.
  expect(['fail', 'neutral']).toContain(first?.result)
})

test('a message says what it is, in plain words beside the formatted ones', async () => {
  const words = Buffer.from(await composeMail(MAIL, null)).toString('latin1')
  expect(words).not.toMatch(/^DKIM-Signature:/mu)
  for (const line of [
    'Message-ID: <1@onrecord.example>',
    'Auto-Submitted: auto-generated',
    'Content-Language: en',
    'List-Unsubscribe: <https://onrecord.example/leave/1>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Type: text/html; charset=utf-8',
  ])
    expect(words).toContain(`${line}\r\n`)
  expect(words.indexOf('text/plain')).toBeLessThan(words.indexOf('text/html'))
})

test('no line of an address or a name becomes a header of its own', async () => {
  const bad = 'x@example.org\r\nBcc: all@example.org'
  const mail = { ...MAIL, to: bad, subject: bad, list: { name: bad, id: 'news.onrecord.example' } }
  expect(Buffer.from(await composeMail(mail, null)).toString('latin1')).not.toMatch(/^Bcc:/imu)
})
