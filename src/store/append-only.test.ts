import { expect, test } from 'vitest'
import { coverageOf } from '../../test/marked-coverage.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { saying, smallDossier, taken } from '../../test/small-dossier.ts'
import { EVERYTHING } from '../../test/store/open-empty.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { RECORD_FORM } from './migrations.ts'
import { systemClock } from './system-clock.ts'

/** Derived, or not of the record. */
const DERIVED = /^current_|_words|^removals_under_way$|^feed_(?:states|entries|entry_keys)$|^page_states$/u

test('no row of the record can be changed, removed or replaced', async () => {
  const folder = temporaryFolder()
  const store = await openTestRecord({ folder, clock: systemClock })
  const coverage = coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]\n\n[S2:Tom Ross] [C2:said]: [Q2:“No.”]')
  await store.addCoverage({ ...coverage, article: { ...coverage.article, timeCodes: [[0, 0]] } })
  await store.pages.watch('https://example.org/a')
  await store.feeds.follow({ address: 'https://example.org/feed', title: null, words: null })
  const bytes = Buffer.of(1)
  const url = 'https://example.org/a'
  const page = coverageOf('[S:Ana Ruiz] [C:said]: [Q:“Yes.”]', { url })
  await store.addCoverage(page)
  const made = { at: systemClock.now(), browser: 'none', isSandboxed: true, exchanges: [], refused: [] }
  await store.addRendering({ ...made, sha256: page.sha256, url, picture: bytes, pdf: bytes })
  await store.addTimeStamp({ covers: { seq: 1, hash: 'a1' }, authority: 'here', request: bytes, answer: bytes })
  const { articleId } = await store.addCoverage(coverage)
  const statementId = (await store.article(articleId))?.statementRecords[0]?.id ?? ''
  await store.dossiers.take(taken(smallDossier([saying(articleId, statementId)])))
  const [gone, into] = (await store.speakers(EVERYTHING)).items.map(({ id }) => id)
  await store.dossiers.decideIdentity({ kind: 'merge', gone: gone ?? '', into: into ?? '' }, 'editor')
  const { selection } = await store.exports.select([])
  await store.exports.add({ sha256: 'a1', bytes: 1, key: 'a1', records: 1, selection })
  const removed = await store.addCoverage(coverageOf('[S:Ana Ruiz] [C:said]: [Q:“Perhaps.”]'))
  await store.removeArticle({ articleId: removed.articleId, reason: 'a court ordered it', by: null })
  await store.close()

  const { database } = openDatabase({ folder, file: 'onrecord.sqlite' }, RECORD_FORM)
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table'")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !DERIVED.test(name))
  expect(tables.length).toBe(27)
  for (const table of tables) {
    const [column = ''] = database
      .prepare(`select * from ${table}`)
      .columns()
      .map(({ name }) => name)
    expect(database.prepare(`select count(*) as rows from ${table}`).get(), table).not.toEqual({ rows: 0 })
    expect(() => database.exec(`update ${table} set ${column} = ${column}`)).toThrow('the record is only added to')
    expect(() => database.exec(`delete from ${table}`)).toThrow('the record is only added to')
    expect(() => database.exec(`replace into ${table} select * from ${table}`)).toThrow('the record is only added to')
  }
  database.close()
})
