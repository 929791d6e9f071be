/**
 * A process that adds articles: `node add-articles.ts FOLDER COUNT`. Prints a line for each, before ("0") and after
 * ("0 added"), so that a test can end it in the middle of one.
 */

import { systemClock } from '../../src/store/system-clock.ts'
import { coverageOf } from '../marked-coverage.ts'
import { openTestRecord } from '../open-test-record.ts'

const [folder = '', count = '0'] = process.argv.slice(2)

/** Long enough that an add takes some milliseconds, so that a kill falls into one. */
const FILLING = Array.from({ length: 40 }, (_, n) => `[S${n}:Mara Lee ${n}] [C${n}:said]: [Q${n}:“Rain on day ${n}.”]`)

const store = await openTestRecord({ folder, clock: systemClock })
for (let n = 0; n < Number(count); n += 1) {
  process.stdout.write(`${n}\n`)
  const { state } = await store.addCoverage(coverageOf(FILLING.join('\n\n'), { headline: `Article ${n}` }))
  process.stdout.write(`${n} ${state}\n`)
}
await store.close()
