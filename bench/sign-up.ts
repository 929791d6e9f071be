/**
 * Signing up: whether the time that the page takes tells whether an address is new, waits to be confirmed, is
 * subscribed, is blocked, or is over a limit. In one process, in an order drawn at random, with what answers visitors
 * running beside it. Needs no data.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { answerVisitors } from '../src/jobs/newsletter/answer-visitors.ts'
import { mountNewsletter } from '../src/newsletter/mount-newsletter.ts'
import { proofOfWork } from '../src/newsletter/proof-of-work.ts'
import { openRecord } from '../src/open-record.ts'
import { recordKeyOf } from '../src/record/keyed-digest.ts'
import type { Mailer } from '../src/record/mailer.ts'
import { linkTokens } from '../src/record/newsletter/link-token.ts'
import { siteNavigation } from '../src/site/navigation.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { loadAssets } from '../src/view/assets.ts'
import { en } from '../src/view/messages/en.ts'
import { formTokens } from '../src/web/form-token.ts'
import { mountGround } from '../src/web/mount-ground.ts'
import { signingUp, subscribersIn } from '../test/newsletter/subscribers-in.ts'
import type { Bench, BenchFigure } from './bench.ts'
import { twoSampleTest } from './two-sample.ts'

/** Tries in all; ONRECORD_BENCH_TRIES sets another number. */
const { ONRECORD_BENCH_TRIES = '10000' } = process.env
const TRIES = Number(ONRECORD_BENCH_TRIES)
const WARMING = 300
/** What was asked for is answered after so many tries. */
const ANSWERED_EVERY = 25

const KINDS = ['new', 'waiting', 'subscribed', 'blocked', 'over a limit'] as const
type Kind = (typeof KINDS)[number]

const ADDRESS = 'http://localhost:4600'
const HEADERS = { Host: 'localhost:4600', Origin: ADDRESS, 'Sec-Fetch-Site': 'same-origin' }
const NO_MAILS: Mailer = { isSent: true, send: async () => undefined, close: () => undefined }

/** A server's pages of the newsletter over a folder. */
async function served(folder: string) {
  const { store } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  const { database, subscribers } = subscribersIn(folder, systemClock, store)
  const key = recordKeyOf(Buffer.alloc(32, 7))
  const links = linkTokens(key)
  const report = (error: unknown) => {
    throw error
  }
  const web = {
    assets: loadAssets(),
    messages: en,
    tokens: formTokens(),
    navigation: async () => siteNavigation(en),
    port: () => 4600,
    reachedAt: null,
    report,
  }
  const app = new Hono()
  mountGround(app, web)
  const { consents, publicRecord } = store
  const clock = systemClock
  mountNewsletter(app, { ...web, subscribers, consents, links, proofs: proofOfWork(key, clock), publicRecord, clock })
  const answer = () =>
    answerVisitors({ subscribers, consents, mailer: NO_MAILS, links, address: ADDRESS, clock }, report)
  const close = async () => {
    database.close()
    await store.close()
  }
  return { app, store, database, subscribers, answer, close }
}

type Served = Awaited<ReturnType<typeof served>>

/** The address of a try: of each kind as many as there are tries, so that no limit makes one into another. */
const addressOf = (kind: Kind, number: number) =>
  kind === 'over a limit' ? 'flooded@example.org' : `${kind}${number}@example.org`

/** Makes the addresses of every kind what they are called. */
function prepare({ database, store }: Served): void {
  database.write(({ run }, now) => {
    for (let number = 0; number < TRIES + WARMING; number += 1) {
      for (const kind of ['waiting', 'subscribed'] as const) {
        const address = addressOf(kind, number)
        run(
          `insert into subscribers (id, address, digest, domain, language, state, added_at) values (?, ?, ?, 'example.org', 'en', ?, ?)`,
          ...[`${kind}${number}`, address, store.consents.subjectOf(address), kind, now],
        )
      }
      run(
        `insert into suppressions (digest, reason, added_at) values (?, 'blocked', ?)`,
        ...[store.consents.subjectOf(addressOf('blocked', number)), now],
      )
    }
  })
}

/** One sign-up. @returns how long the answer took, in microseconds */
async function tried({ app }: Served, address: string): Promise<number> {
  const { following, agreed } = signingUp(address)
  const body = new URLSearchParams({
    language: 'en',
    address,
    topic: following?.topics[0] ?? '',
    cadence: 'weekly',
    agreed: String(agreed?.terms),
  })
  const start = performance.now()
  const answer = await app.request(`${ADDRESS}/sign-up`, { method: 'POST', headers: HEADERS, body })
  const took = (performance.now() - start) * 1000
  if (answer.status !== 303) throw new Error(`the form was answered with ${answer.status}`)
  return took
}

/** Kinds in an order drawn at random. */
function drawn(): Kind {
  return KINDS[Math.floor(Math.random() * KINDS.length)] ?? 'new'
}

async function times(server: Served): Promise<ReadonlyMap<Kind, readonly number[]>> {
  const found = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]))
  for (let number = 0; number < WARMING + TRIES; number += 1) {
    if (number % ANSWERED_EVERY === 0) await server.answer()
    const kind = drawn()
    const took = await tried(server, addressOf(kind, number))
    if (number >= WARMING) found.get(kind)?.push(took)
  }
  return found
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const rounded = (value: number) => Number(value.toPrecision(3))

export const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'))
  const server = await served(folder)
  try {
    prepare(server)
    const found = await times(server)
    const base = found.get('new') ?? []
    const compared = KINDS.slice(1).map((kind) => ({ kind, ...twoSampleTest(base, found.get(kind) ?? []) }))
    const least = Math.min(...compared.map(({ p }) => p))
    const figures: BenchFigure[] = [
      // Of several comparisons the least probable one is taken as often as there are (Bonferroni).
      { name: 'the same distribution, p', value: rounded(Math.min(least * compared.length, 1)), unit: '' },
      ...KINDS.map((kind) => ({ name: `median, ${kind}`, value: rounded(median(found.get(kind) ?? [])), unit: 'µs' })),
    ]
    const notes = compared.map(
      ({ kind, distance, p }) =>
        `${kind} beside new: ${found.get(kind)?.length} and ${base.length} tries, largest distance ${rounded(distance)}, p ${rounded(p)} (Kolmogorov and Smirnov)`,
    )
    return { ok: true, figures, notes }
  } finally {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}
