import { createHash } from 'node:crypto'
import type { Input } from '../record/input.ts'
import type { ArticleSummary } from '../record/records.ts'
import { SAMPLE_SETS, type SampleSet } from '../record/sample-set.ts'

/** Which set of samples an article came from, so that its page can say what is invented; null for none. */
export type SampleOf = (article: Pick<ArticleSummary, 'name' | 'sha256'>) => SampleSet | null

/**
 * Knows the samples by their bytes, whatever name they were added under; and by their name, so that a sample of an
 * earlier version stays marked when its file is changed.
 *
 * @param samples the sample articles, read once, when a page first asks
 */
export function sampleMark(samples: (set: SampleSet) => Promise<readonly Input[]>): () => Promise<SampleOf> {
  let known: Promise<SampleOf> | null = null
  const load = async (): Promise<SampleOf> => {
    const sets = new Map<string, SampleSet>()
    for (const set of SAMPLE_SETS)
      for (const { name, bytes } of await samples(set))
        for (const key of [name, createHash('sha256').update(bytes).digest('hex')])
          if (!sets.has(key)) sets.set(key, set)
    return ({ name, sha256 }) => sets.get(sha256) ?? sets.get(name) ?? null
  }
  return () => {
    known ??= load()
    return known
  }
}
