import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { returnAddresses } from '../record/newsletter/return-address.ts'
import { type BounceListener, listenForBounces, type Returned } from './bounce-listener.ts'

const addresses = returnAddresses('mail.onrecord.example', Buffer.alloc(32, 1))

const REPORT = `Content-Type: multipart/report; report-type=delivery-status; boundary=cut\r\n\r\n--cut\r
Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x.example\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n--cut--\r\n`

let listener: BounceListener
let taken: Returned[]
let isFull: boolean

beforeEach(async () => {
  taken = []
  isFull = false
  listener = await listenForBounces({
    host: '127.0.0.1',
    port: 0,
    addresses,
    take: async (returned) => {
      if (isFull) throw new Error('the disk is full')
      taken.push(returned)
    },
    report: () => undefined,
  })
})
afterEach(() => listener.close())

/** Sends a message as another server would. @returns the code of its answer */
async function send(to: string, words: string): Promise<number> {
  const connection = new SMTPConnection({ host: '127.0.0.1', port: listener.port, ignoreTLS: true })
  connection.on('error', () => undefined)
  await new Promise<void>((resolve) => connection.connect(() => resolve()))
  return new Promise((resolve) =>
    connection.send({ from: false, to }, words, (error, info) => {
      connection.quit()
      resolve(error === null ? Number(info?.response.slice(0, 3)) : (error.responseCode ?? 0))
    }),
  )
}

test('a report to an address of ours is taken', async () => {
  expect(await send(addresses.of(7), REPORT)).toBe(250)
  expect(taken).toEqual([{ kind: 'gone', status: '5.1.1', delivery: 7 }])
})

test('no other mail is taken, and none is relayed', async () => {
  for (const to of ['reader@example.org', 'postmaster@mail.onrecord.example', addresses.of(7).replace('+7-', '+8-')])
    expect(await send(to, REPORT)).toBe(550)
  expect(taken).toEqual([])
})

test('what is no report is thanked for, and does nothing', async () => {
  expect(await send(addresses.of(7), 'Subject: On holiday\r\n\r\nStatus: 5.1.1\r\n')).toBe(250)
  expect(taken).toEqual([])
})

test('one that is too long is refused', async () => {
  expect(await send(addresses.of(7), `${REPORT}${'x'.repeat(2 * 1024 * 1024)}`)).toBe(552)
  expect(taken).toEqual([])
})

test('what could not be kept is to be sent again', async () => {
  isFull = true
  expect(await send(addresses.of(7), REPORT)).toBe(451)
})
