/** What is printed: lines for whoever asked on standard output, faults and progress on standard error. */
import { once } from 'node:events'
import { ExpectedError } from './record/expected-error.ts'
import { statusLine } from './status-line.ts'
import { terminalWords } from './view/terminal.ts'

export type Terminal = {
  /** Prints and waits where the reader of the output is slow, so that memory stays flat. */
  readonly out: (line: string) => Promise<void>
  readonly fault: (sentence: string) => void
  /** Prints an error: what the person can do about it, or, where it is ours, what to pass on. */
  readonly report: (error: unknown) => void
  /** Takes a line that says how far something has come; often. */
  readonly showStatus: (words: string) => void
  /** Columns to print into; a file or a pipe gets the same lines as a plain terminal. */
  readonly width: number
}

/** Lines longer than this are hard to read, however wide the terminal is. */
const MAX_WIDTH = 100
const PLAIN_WIDTH = 80

/** @param output takes the lines. @param errors takes faults and progress */
export function openTerminal(output: NodeJS.WriteStream, errors: NodeJS.WriteStream): Terminal {
  const status = statusLine(errors)
  const fault = (sentence: string) => {
    status.clear()
    errors.write(`onrecord: ${terminalWords(sentence)}\n`)
  }
  return {
    out: async (line) => {
      status.clear()
      if (!output.write(`${line}\n`)) await once(output, 'drain')
    },
    fault,
    report: (error) => {
      if (error instanceof ExpectedError) return fault(error.message)
      const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
      errors.write(`onrecord: a fault in Onrecord itself; please report it with these lines:\n${words}\n`)
    },
    showStatus: status.show,
    width: Math.min(output.columns ?? PLAIN_WIDTH, MAX_WIDTH),
  }
}
