import { expect, test } from 'vitest'
import { mayPass, type Visit } from './guard.ts'

const OURS = 'localhost:4600'
const GET: Visit = { method: 'GET', host: OURS, origin: null, fetchSite: null, fetchMode: null }
const POST: Visit = {
  ...GET,
  method: 'POST',
  origin: 'http://localhost:4600',
  fetchSite: 'same-origin',
  fetchMode: 'navigate',
}

test.each<[name: string, visit: Visit, passes: boolean]>([
  ['a typed address', { ...GET, fetchSite: 'none', fetchMode: 'navigate' }, true],
  ['a program', GET, true],
  ['127.0.0.1', { ...GET, host: '127.0.0.1:4600' }, true],
  ['IPv6 loopback', { ...GET, host: '[::1]:4600' }, true],
  ['capital letters', { ...GET, host: 'LOCALHOST:4600' }, true],
  ['a link on another site', { ...GET, fetchSite: 'cross-site', fetchMode: 'navigate' }, true],
  ['another site loads a page of ours as a script', { ...GET, fetchSite: 'cross-site', fetchMode: 'no-cors' }, false],
  ['no host', { ...GET, host: null }, false],
  ['another port', { ...GET, host: 'localhost:4601' }, false],
  ['no port', { ...GET, host: 'localhost' }, false],
  ['a foreign name', { ...GET, host: 'evil.example:4600' }, false],
  ['a name that begins like ours', { ...GET, host: 'localhost.evil.example:4600' }, false],
  ['a name that ends like ours', { ...GET, host: 'evil-localhost:4600' }, false],
  ['another loopback address', { ...GET, host: '127.0.0.2:4600' }, false],
  ['our form', POST, true],
  ['our form from an old browser', { ...POST, fetchSite: null, fetchMode: null }, true],
  ['our form from a browser that hides the origin', { ...POST, origin: null }, true],
  ['a form of another site', { ...POST, origin: 'https://evil.example', fetchSite: 'cross-site' }, false],
  ['a form of another port', { ...POST, origin: 'http://localhost:3000', fetchSite: 'same-site' }, false],
  ['a form of a sandboxed frame', { ...POST, origin: 'null', fetchSite: 'cross-site' }, false],
  [
    'a form of 127.0.0.1 sent to localhost',
    { ...POST, origin: 'http://127.0.0.1:4600', fetchSite: 'cross-site' },
    false,
  ],
  ['no origin and no word of the browser', { ...POST, origin: null, fetchSite: null }, false],
  ['an origin over https', { ...POST, origin: 'https://localhost:4600' }, false],
  ['a form sent by rebinding', { ...POST, host: 'evil.example:4600', origin: 'http://evil.example:4600' }, false],
  [
    'OPTIONS of another site',
    { ...POST, method: 'OPTIONS', origin: 'https://evil.example', fetchSite: 'cross-site' },
    false,
  ],
])('%s: %#', (_, visit, passes) => {
  expect(mayPass(visit, { port: 4600, address: null })).toBe(passes)
})

test('port 80 may be left out', () => {
  expect(mayPass({ ...GET, host: 'localhost' }, { port: 80, address: null })).toBe(true)
  expect(mayPass({ ...GET, host: 'localhost:80' }, { port: 80, address: null })).toBe(true)
})

const PUBLIC = { port: 4600, address: 'https://record.example' }
const THERE = { host: 'record.example', origin: 'https://record.example' }

test.each<[name: string, visit: Visit, passes: boolean]>([
  ['a page at the address', { ...GET, host: 'record.example' }, true],
  ['a form at the address', { ...POST, ...THERE }, true],
  ['a page on this computer', GET, true],
  ['a form on this computer', POST, true],
  ['a form at the address without https', { ...POST, ...THERE, origin: 'http://record.example' }, false],
  ['a form of this computer sent to the address', { ...POST, host: 'record.example' }, false],
  ['a form of the address sent to this computer', { ...POST, origin: 'https://record.example' }, false],
  ['another name', { ...GET, host: 'www.record.example' }, false],
  ['the address with our port', { ...GET, host: 'record.example:4600' }, false],
])('where others reach it, %s: %#', (_, visit, passes) => {
  expect(mayPass(visit, PUBLIC)).toBe(passes)
})
