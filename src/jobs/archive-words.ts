import { terminalWords } from '../view/terminal.ts'
import type { ArchiveTally } from './add-archive.ts'

const NUMBER = new Intl.NumberFormat('en-GB')
const MB = 1024 * 1024

function counted(count: number, one: string, many: string): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`
}

/** What came of an archive, in a sentence. */
export function archiveSentence(name: string, tally: ArchiveTally): string {
  const { records, added, known, changed, without, lost } = tally
  const parts = [
    counted(records, 'record', 'records'),
    counted(added, 'article added', 'articles added'),
    known > 0 && `${NUMBER.format(known)} there already`,
    changed > 0 && counted(changed, 'other text of a known page', 'other texts of known pages'),
    without > 0 && counted(without, 'page without an article', 'pages without an article'),
    lost > 0 && `${NUMBER.format(lost)} that could not be read`,
  ]
  return `${terminalWords(name)}: ${parts.filter((part) => part !== false).join(', ')}`
}

/** How long it still takes, as a person says it. */
function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s left`
  return seconds < 5_400 ? `${Math.ceil(seconds / 60)} min left` : `${(seconds / 3_600).toFixed(1)} h left`
}

function megabytes(bytes: number): string {
  return bytes < 10 * MB ? (bytes / MB).toFixed(1) : NUMBER.format(Math.floor(bytes / MB))
}

/**
 * How far an archive has come, how fast, and how long it still takes, in one line.
 *
 * @param since where it began this time, in bytes, and how many seconds ago
 */
function archiveProgress(
  name: string,
  { done, total, records, added, known, changed }: ArchiveTally,
  since: { readonly done: number; readonly seconds: number },
): string {
  const [bytes, seconds] = [done - since.done, Math.max(since.seconds, 0.001)]
  const rate = bytes / seconds
  const left = rate > 0 ? `, about ${timeLeft((total - done) / rate)}` : ''
  const pace = `${NUMBER.format(Math.round(records / seconds))} records a second`
  return `${terminalWords(name)}: ${megabytes(done)} of ${megabytes(total)} MB, ${counted(records, 'record', 'records')}, ${counted(added + known + changed, 'article', 'articles')}, ${pace}${left}`
}

/** Shows how far an archive has come, each time it comes further. */
export function shownProgress(name: string, show: (words: string) => void): (tally: ArchiveTally) => void {
  const startedAt = performance.now()
  let first: number | null = null
  return (tally) => {
    first ??= tally.done
    show(archiveProgress(name, tally, { done: first, seconds: (performance.now() - startedAt) / 1000 }))
  }
}
