import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { SETTINGS, settingsFrom } from './settings.ts'

test.each(SETTINGS)('%s is in the README', (name) => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toMatch(new RegExp(`^\\| \`${name}\` +\\| .+ \\| .+ \\|$`, 'm'))
})

test('the README has no setting that is none', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const named = [...readme.matchAll(/\bONRECORD_[A-Z_]+/g)].map(([name]) => name)
  expect(SETTINGS).toEqual(expect.arrayContaining(named))
})

test('without any, it works on this machine alone and does what sites ask', () => {
  expect(settingsFrom({})).toMatchObject({
    dataFolder: resolve('data'),
    port: 4600,
    address: null,
    collector: null,
    contact: null,
    respectRobots: true,
    allowPrivate: false,
  })
})

test.each([
  ['ONRECORD_PORT', '0', { port: 0 }],
  ['ONRECORD_ADDRESS', 'https://Record.example/', { address: 'https://record.example' }],
  ['ONRECORD_ADDRESS', 'http://localhost:4601', { address: 'http://localhost:4601' }],
  ['ONRECORD_SMTP', 'smtps://a:b@mail.example:465', { smtp: 'smtps://a:b@mail.example:465' }],
  ['ONRECORD_MAIL_FROM', 'Desk <desk@record.example>', { mailFrom: 'Desk <desk@record.example>' }],
  ['ONRECORD_CONTACT', 'desk@example.org', { contact: 'desk@example.org' }],
  ['ONRECORD_CONTACT', 'https://example.org/bot', { contact: 'https://example.org/bot' }],
  ['ONRECORD_TSA', 'http://tsa.example.org/', { timeAuthority: 'http://tsa.example.org/' }],
  ['ONRECORD_TSA_CA', 'root.pem', { timeCertificates: resolve('root.pem') }],
  ['ONRECORD_ROBOTS', 'ignore', { respectRobots: false }],
  ['ONRECORD_ALLOW_PRIVATE_ADDRESSES', 'yes', { allowPrivate: true }],
])('%s set to "%s"', (name, value, settings) => {
  expect(settingsFrom({ [name]: value })).toMatchObject(settings)
})

test.each([
  ['ONRECORD_DATA', ''],
  ['ONRECORD_PORT', ''],
  ['ONRECORD_PORT', 'web'],
  ['ONRECORD_PORT', '65536'],
  ['ONRECORD_COLLECTOR', 'x'.repeat(201)],
  ['ONRECORD_ADDRESS', ''],
  ['ONRECORD_ADDRESS', 'record.example'],
  ['ONRECORD_ADDRESS', 'ftp://record.example'],
  ['ONRECORD_ADDRESS', 'https://record.example/below?a=b'],
  ['ONRECORD_ADDRESS', 'https://me:secret@record.example'],
  ['ONRECORD_LISTEN', ''],
  ['ONRECORD_LISTEN', '4600'],
  ['ONRECORD_LISTEN', '0.0.0.0:0'],
  ['ONRECORD_LISTEN', '0.0.0.0:70000'],
  ['ONRECORD_LISTEN', '::1:4600'],
  ['ONRECORD_SMTP', 'mail.example'],
  ['ONRECORD_SMTP', 'https://mail.example'],
  ['ONRECORD_MAIL_FROM', 'desk'],
  ['ONRECORD_MAIL_FROM', 'desk@record.example\r\nBcc: eve@example.org'],
  ['ONRECORD_CONTACT', ''],
  ['ONRECORD_CONTACT', 'me'],
  ['ONRECORD_CONTACT', 'desk@example.org)\r\nX-Evil: a'],
  ['ONRECORD_CONTACT', 'javascript:alert(1)'],
  ['ONRECORD_TSA', 'tsa.example.org'],
  ['ONRECORD_TSA', 'file:///etc/passwd'],
  ['ONRECORD_TSA_CA', ''],
  ['ONRECORD_ROBOTS', 'no'],
  ['ONRECORD_ALLOW_PRIVATE_ADDRESSES', '1'],
])('%s set to "%s" is wrong', (name, value) => {
  expect(settingsFrom({ [name]: value })).toMatch(new RegExp(`^${name} is "[^]*"; set it to .*, or leave it out`))
})

test('it listens for others only behind https', () => {
  const listen = { ONRECORD_LISTEN: '[::]:8080' }
  expect(settingsFrom(listen)).toMatch(/ONRECORD_ADDRESS/u)
  expect(settingsFrom({ ...listen, ONRECORD_ADDRESS: 'http://record.example' })).toMatch(/ONRECORD_ADDRESS/u)
  const settings = settingsFrom({ ...listen, ONRECORD_ADDRESS: 'https://record.example' })
  expect(settings).toMatchObject({ listen: { host: '::', port: 8080 }, address: 'https://record.example' })
})
