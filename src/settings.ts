import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

const DEFAULT_PORT = 4600
/** Each holds a model of its own, 250 MB with what it reads. */
const MAX_READERS = 2

/** What the environment sets. Each name is in the README. */
export type Settings = {
  /** The folder of the record. */
  readonly dataFolder: string
  /** Where the server listens, on 127.0.0.1 and ::1. */
  readonly port: number
  /** Who collects, as the archive says it; null where nobody is named. */
  readonly collector: string | null
  /** How many inputs are read at once, each in a process of its own. */
  readonly readers: number
}

const Environment = z.object({
  ONRECORD_DATA: z
    .string()
    .min(1)
    .default(resolve(import.meta.dirname, '..', 'data')),
  ONRECORD_COLLECTOR: z.string().max(200).default(''),
  // An empty word would count as 0, which is any free port.
  ONRECORD_PORT: z.string().min(1).transform(Number).pipe(z.int().min(0).max(65_535)).default(DEFAULT_PORT),
})

/** @returns the settings, or a sentence that says which one is wrong */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings | string {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0])
    return name === 'ONRECORD_PORT'
      ? `ONRECORD_PORT is "${environment['ONRECORD_PORT']}"; set it to a port number from 0 to 65535, or leave it out for ${DEFAULT_PORT}`
      : `${name} is empty; set it to a folder, or leave it out`
  }
  const { ONRECORD_DATA, ONRECORD_PORT, ONRECORD_COLLECTOR } = parsed.data
  return {
    dataFolder: resolve(ONRECORD_DATA),
    port: ONRECORD_PORT,
    collector: ONRECORD_COLLECTOR.trim() || null,
    readers: Math.min(MAX_READERS, availableParallelism()),
  }
}
