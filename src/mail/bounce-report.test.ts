import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type BounceReport, bounceReport } from './bounce-report.ts'

/** A report in the form of RFC 6522, of these parts. */
function report(kind: string, ...parts: readonly (readonly [type: string, body: string])[]): string {
  const body = parts.map(([type, words]) => `--cut\r\nContent-Type: ${type}\r\n\r\n${words}\r\n`).join('')
  return `From: MAILER-DAEMON@x.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=${kind};\r\n boundary="cut"\r\n\r\n${body}--cut--\r\n`
}

const status = (...fields: readonly string[]) =>
  report(
    'delivery-status',
    ['text/plain', 'It could not be delivered. Status: 5.1.1'],
    ['message/delivery-status', `Reporting-MTA: dns; x.example\r\n\r\n${fields.join('\r\n')}`],
    ['text/rfc822-headers', 'Subject: Status: 5.1.1\r\nAction: failed'],
  )

const arf = (type: string) =>
  report(
    'feedback-report',
    ['text/plain', 'abuse'],
    ['message/feedback-report', `Feedback-Type: ${type}\r\nVersion: 1`],
  )

const RECIPIENT = 'Final-Recipient: rfc822; a@x.example'

const CASES: readonly [what: string, message: string, found: BounceReport | null][] = [
  ['no such mailbox', status(RECIPIENT, 'Action: failed', 'Status: 5.1.1'), { kind: 'gone', status: '5.1.1' }],
  ['full', status(RECIPIENT, 'Action: Failed', 'Status: 4.2.2 (full)'), { kind: 'soft', status: '4.2.2' }],
  ['folded', status(RECIPIENT, 'Action:\r\n failed', 'Status:\r\n 5.1.1'), { kind: 'gone', status: '5.1.1' }],
  ['without a status', status(RECIPIENT, 'Action: failed'), { kind: 'soft', status: null }],
  ['late', status(RECIPIENT, 'Action: delayed', 'Status: 4.4.1'), null],
  ['delivered', status(RECIPIENT, 'Action: delivered', 'Status: 2.0.0'), null],
  ['failed, it says, with a status of success', status(RECIPIENT, 'Action: failed', 'Status: 2.1.5'), null],
  ['unwanted', arf('abuse'), { kind: 'complaint', status: null }],
  ['wanted after all', arf('not-spam'), null],
  ['on holiday', 'From: a@x.example\r\nAuto-Submitted: auto-replied\r\n\r\nAction: failed\r\nStatus: 5.1.1', null],
  [
    'a report within somebody’s words',
    report('delivery-status', ['text/plain', 'Action: failed\r\nStatus: 5.1.1']),
    null,
  ],
  ['nothing', '', null],
]

test.each(CASES)('%s', (_, message, found) => {
  expect(bounceReport(Buffer.from(message, 'latin1'))).toEqual(found)
})

test('any bytes at all give a report or none', () => {
  const whole = Buffer.from(status(RECIPIENT, 'Action: failed', 'Status: 5.1.1'), 'latin1')
  fc.assert(
    fc.property(fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }), (at, bytes) => {
      const altered = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at)])
      expect(['gone', 'soft', undefined]).toContain(bounceReport(altered)?.kind)
    }),
  )
})
