import type { Clock } from '../record/clock.ts'

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString() }
