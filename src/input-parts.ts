/** The parts that commands which take articles in have in common: what gets addresses, and what reads. */
import { openFetcher } from './gather/fetch/open-fetcher.ts'
import { userAgent } from './gather/fetch/user-agent.ts'
import type { InputSources } from './gather/input-files.ts'
import type { ModelName } from './model/open-model.ts'
import { openReader } from './queue/reader.ts'
import type { Fetcher } from './record/fetcher.ts'
import type { Reader } from './record/reader.ts'
import type { Settings } from './settings.ts'
import { systemClock } from './store/system-clock.ts'
import { version } from './version.ts'

/** What gets addresses, as the settings allow. */
export function fetcherFor({ contact, allowPrivate, respectRobots }: Settings): Fetcher {
  return openFetcher({ userAgent: userAgent(version(), contact), allowPrivate, respectRobots, clock: systemClock })
}

/** Where inputs are taken from: files, standard input, addresses. */
export function sourcesWith(fetcher: Fetcher, fault: (sentence: string) => void): InputSources {
  return { piped: process.stdin, fetcher, note: fault }
}

/** Processes that read, as many as the settings say. */
export function readerFor(settings: Settings, model: ModelName = 'small'): Reader {
  const entry = new URL('./reading-process.ts', import.meta.url)
  return openReader({ entry, args: [model], size: settings.readers })
}
