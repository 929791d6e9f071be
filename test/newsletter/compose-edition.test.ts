import { expect, test } from 'vitest'
import { EditionMails } from '../../src/jobs/newsletter/compose-edition.ts'
import { topicsOfItem } from '../../src/record/newsletter/item-topics.ts'
import { en } from '../../src/view/messages/en.ts'
import { addAccepted } from '../accepted-record.ts'
import { openTestRecord } from '../open-test-record.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { mailingIn, subscribe } from './filled-mailing.ts'

const NOW = '2026-03-01T12:00:00.000Z'
const LATER = '2026-03-02T12:00:00.000Z'

test('from what was accepted to the bytes that are sent, and the same bytes again', async () => {
  let now = '2026-02-01T12:00:00.000Z'
  const clock = { now: () => now }
  const folder = temporaryFolder()
  const [store, mailing] = [await openTestRecord({ folder: null, clock }), mailingIn(folder, clock)]
  try {
    subscribe(folder, ['reader@x.example', 'other@x.example'])
    mailing.database.write(({ run }) => {
      run(`insert into follows select seq, 'everything', ? from subscribers where id = 's1'`, now)
      run(`insert into follows select seq, 'dossier:bridge', ? from subscribers where id = 's2'`, now)
    })
    now = NOW
    await addAccepted(store, { notation: '[S:Mara Lee] [C:said] [Q:the report will come before the end of June].' })
    now = LATER
    const { publicRecord } = store
    const { editions, deliveries } = mailing
    const id = await editions.add({ kind: 'record', cadences: ['weekly'], words: {} })
    const items = await publicRecord.moved({ after: (await editions.untoldSince()) ?? '', upTo: now })
    await editions.send(id, items.map(topicsOfItem))
    const seqs = (await deliveries.waiting()).flatMap((one) => one.seqs)
    const [offer, ...more] = await deliveries.turn([], seqs)
    if (offer === undefined) throw new Error('nothing is offered')
    expect([offer.address, more]).toEqual(['reader@x.example', []])
    const mails = new EditionMails({
      editions,
      publicRecord,
      address: 'https://record.example',
      messages: en,
      from: { name: 'Onrecord', address: 'news@record.example' },
      list: { name: 'Onrecord', id: 'news.record.example' },
      key: null,
      linksOf: () => ({
        web: 'https://record.example/newsletter/1',
        leave: 'https://record.example/leave/1',
        oneClick: 'https://record.example/one-click/1',
        why: en.editions.why.weekly,
      }),
      returnTo: (delivery) => `bounce+${delivery}@record.example`,
    })
    const { bytes, ...envelope } = await mails.compose(offer)
    expect(envelope).toEqual({ from: 'bounce+1@record.example', to: 'reader@x.example' })
    const words = Buffer.from(bytes).toString('latin1')
    expect(words).toContain('Subject: Mara Lee, to publish the report: announced\r\n')
    expect(words).toContain(`Message-ID: <${id}.1@record.example>`)
    expect(words).toContain('https://record.example/one-click/1')
    const withoutBoundary = (one: Uint8Array) =>
      Buffer.from(one)
        .toString('latin1')
        .replaceAll(/--_NmP-[\w-]+/gu, '')
    const again = withoutBoundary((await mails.compose(offer)).bytes)
    expect(again).toBe(withoutBoundary(bytes))
  } finally {
    mailing.close()
    await store.close()
  }
})
