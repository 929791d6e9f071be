import { normaliseName } from '../actor-name.ts'
import type { Said } from './searched-text.ts'

/**
 * Whether two readings take statements for the same speaker's: by the same name, or by more or less of it ("Lee",
 * "Mara Lee"). Where one of them names nobody, nothing speaks against it.
 */
export function isSameSpeaker({ speaker: one }: Pick<Said, 'speaker'>, { speaker: other }: Pick<Said, 'speaker'>) {
  if (one === null || other === null) return true
  const [a, b] = [normaliseName(one.name).split(' '), normaliseName(other.name).split(' ')]
  const [short, long] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)]
  return short.every((word) => long.has(word))
}
