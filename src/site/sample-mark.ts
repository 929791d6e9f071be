import { createHash } from 'node:crypto'
import type { Input } from '../record/input.ts'
import type { ArticleSummary } from '../record/records.ts'

/** Whether an article came from the samples, so that its page can say that it is invented. */
export type IsSample = (article: Pick<ArticleSummary, 'name' | 'sha256'>) => boolean

/**
 * Knows the samples by their bytes, whatever name they were added under; and by their name, so that a sample of an
 * earlier version stays marked when its file is changed.
 *
 * @param samples the sample articles, read once, when a page first asks
 */
export function sampleMark(samples: () => Promise<readonly Input[]>): () => Promise<IsSample> {
  let known: Promise<IsSample> | null = null
  const load = async (): Promise<IsSample> => {
    const inputs = await samples()
    const names = new Set(inputs.map(({ name }) => name))
    const digests = new Set(inputs.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')))
    return ({ name, sha256 }) => digests.has(sha256) || names.has(name)
  }
  return () => {
    known ??= load()
    return known
  }
}
