import { articleComparison, lackingPages, USUAL_PAGES } from './article-peers.ts'
import type { Bench, BenchFigure } from './bench.ts'
import { placeIn } from './place-in.ts'

/** Of each peer these figures are listed; the table has all. */
const OF_PEERS: readonly string[] = ['F1', 'quotations kept', 'time a page, mean']

/**
 * How well the article's text is found on pages with hand-made text, by the public benchmark's measure, beside
 * trafilatura and Readability in the same run.
 */
export const bench: Bench = async ({ data }) => {
  const folder = data === null ? USUAL_PAGES : placeIn(data, 'pages/article-extraction')
  const needs = lackingPages(folder)
  if (needs !== null) return { ok: false, needs }
  const { rows, notes } = await articleComparison(folder)
  const figures = rows.flatMap(({ name: system, figures }, at) =>
    [...figures].flatMap(([name, { value, unit }]): readonly BenchFigure[] => {
      if (value === null || (at > 0 && !OF_PEERS.includes(name))) return []
      return [{ name: at === 0 ? name : `${system} ${name}`, value, unit }]
    }),
  )
  return { ok: true, figures, notes }
}
