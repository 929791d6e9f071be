import type { OpenRecord } from '../src/open-record.ts'
import { AT_THE_MACHINE } from '../src/record/decisions.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { coverageOf } from './marked-coverage.ts'
import { saying, smallDossier, taken } from './small-dossier.ts'
import { agreeing, leaving } from './store/consents.ts'
import { EVERYTHING } from './store/open-empty.ts'

const URL = 'https://example.org/a'
const GONE_URL = 'https://example.org/gone'

/** Fills a record so that every table has a row: articles, decisions, feeds, pages, an export, a removal, an account,
 * a consent. */
export async function fillEveryTable({ store }: Pick<OpenRecord, 'store'>): Promise<void> {
  const coverage = coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]\n\n[S2:Tom Ross] [C2:said]: [Q2:“No.”]')
  await store.addCoverage({ ...coverage, article: { ...coverage.article, timeCodes: [[0, 0]] } })
  await store.pages.watch(URL)
  await store.feeds.follow({ address: 'https://example.org/feed', title: null, words: null })
  const bytes = Buffer.of(1)
  const page = coverageOf('[S:Ana Ruiz] [C:said]: [Q:“Yes.”]', { url: URL })
  await store.addCoverage(page)
  const made = { at: systemClock.now(), browser: 'none', isSandboxed: true, exchanges: [], refused: [] }
  await store.addRendering({ ...made, sha256: page.sha256, url: URL, picture: bytes, pdf: bytes })
  const { articleId } = await store.addCoverage(coverage)
  const statementId = (await store.article(articleId))?.statementRecords[0]?.id ?? ''
  await store.dossiers.take(taken(smallDossier([saying(articleId, statementId)])))
  const who = { by: AT_THE_MACHINE, reason: null }
  const textId = (await store.article(articleId))?.textId ?? ''
  await store.reviews.take({ kind: 'mark', articleId, textId, span: [0, 8] }, who)
  const words = { source: [], cue: [], content: [[0, 8]] } as const
  await store.reviews.take({ kind: 'add', articleId, textId, words }, who)
  await store.groups.watch({ kind: 'dossier', id: 'dam' })
  const [one, another] = (await store.speakers(EVERYTHING)).items.map(({ id }) => id)
  await store.dossiers.decideIdentity({ kind: 'merge', gone: one ?? '', into: another ?? '' }, AT_THE_MACHINE)
  await store.addCoverage(coverageOf('[S:Mara Lee] [C:said]: [Q:“It is.”]\n\n[S2:Lee] [C2:said]: [Q2:“Yes.”]'))
  const [proposal] = (await store.dossiers.speakerProposals(EVERYTHING)).items
  await store.dossiers.decideSpeakerProposal(proposal?.id ?? '', { verdict: 'declined', by: AT_THE_MACHINE })
  const { selection } = await store.exports.select([page.url ?? ''])
  await store.exports.add({ sha256: 'a1', bytes: 1, key: 'a1', records: 1, selection })
  const gone = { reason: 'a court ordered it', by: null }
  const removed = await store.addCoverage(coverageOf('[S:Ana Ruiz] [C:said]: [Q:“Perhaps.”]', { url: GONE_URL }))
  await store.pages.watch(GONE_URL)
  await store.removeArticle({ articleId: removed.articleId, ...gone })
  await store.dossiers.remove({ dossierId: 'dam', partId: 'lee', extent: 'whole', ...gone })
  await store.readmit({ address: GONE_URL, reason: 'the court took it back', by: null })
  await store.accounts.addLink({ digest: 'a1', kind: 'first-owner', accountId: null })
  await store.accounts.takeLink('a1', { digest: 'a2', from: null, browser: null })
  await store.consents.add(agreeing(store, 'a1', 'ada@example.org'))
  await store.consents.add(leaving(store, 'a2', 'ada@example.org'))
}
