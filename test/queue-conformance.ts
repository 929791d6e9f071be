import { describe } from 'vitest'
import { endingRules } from './queue/ending.ts'
import { listingRules } from './queue/listing.ts'
import type { OpenQueue } from './queue/open-empty-queue.ts'
import { takingRules } from './queue/taking.ts'

/**
 * What every engine owes the port. An engine's test calls this once and needs no more.
 *
 * @param name the engine's, for the report
 */
export function queueConformance(name: string, open: OpenQueue): void {
  describe(`${name}: taking`, () => takingRules(open))
  describe(`${name}: ending`, () => endingRules(open))
  describe(`${name}: lists`, () => listingRules(open))
}
