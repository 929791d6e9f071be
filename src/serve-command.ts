/** The commands `start` and `serve`. */
import { type Command, type CommandParts, DONE, plainWords, WrongUse } from './command.ts'
import { fetcherFor, readerFor, sourcesWith } from './input-parts.ts'
import { start } from './start.ts'
import { BROKEN_OFF } from './stop-signal.ts'

async function serveAfter(paths: readonly string[], { settings, ...terminal }: CommandParts): Promise<number> {
  const { wasBrokenOff } = await start({
    ...terminal,
    settings,
    paths,
    sources: sourcesWith(fetcherFor(settings), terminal.fault),
    reader: readerFor(settings),
  })
  // What was being added when it ended may still wait for a slow server.
  if (wasBrokenOff) process.exit(BROKEN_OFF)
  return DONE
}

/** `start PATH…`: adds articles first, prints their statements, then serves. */
export const startWith: Command = (argv, parts) => serveAfter(plainWords(argv), parts)

/** `serve`. */
export const serve: Command = (argv, parts) => {
  if (argv.length > 0) throw new WrongUse('serve takes no paths; "npm start -- PATH…" adds files first')
  return serveAfter([], parts)
}
