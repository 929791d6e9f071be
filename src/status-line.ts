/** One line that says how far something has come: written over itself on a terminal, elsewhere a new one now and then. */
export type StatusLine = {
  readonly show: (words: string) => void
  /** Takes the line away, so that another can be printed. */
  readonly clear: () => void
}

const EVERY_MS = { terminal: 200, file: 10_000 } as const
/** Of a terminal that does not say how wide it is. */
const COLUMNS = 80
const CLEARED = '\r\x1b[2K'

/** @param stream a terminal, a file or a pipe */
export function statusLine(stream: NodeJS.WriteStream): StatusLine {
  const every = stream.isTTY ? EVERY_MS.terminal : EVERY_MS.file
  let shownAt = stream.isTTY ? 0 : performance.now()
  let isShown = false
  return {
    show: (words) => {
      if (performance.now() - shownAt < every) return
      shownAt = performance.now()
      isShown = stream.isTTY
      stream.write(stream.isTTY ? `${CLEARED}${words.slice(0, (stream.columns || COLUMNS) - 1)}` : `${words}\n`)
    },
    clear: () => {
      if (isShown) stream.write(CLEARED)
      isShown = false
    },
  }
}
