/** The command `onrecord`: parses what was typed, wires the parts together, and runs one command. */
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { signingKey } from './archive/wacz/signing-key.ts'
import {
  exportDossier,
  exportDossiers,
  listDossiers,
  publishDossier,
  showDossier,
  typedDay,
} from './dossier-commands.ts'
import { type FeedsCommandOptions, followFeeds, listFeeds, unfollowFeeds } from './feeds-command.ts'
import { openFetcher } from './gather/fetch/open-fetcher.ts'
import { userAgent } from './gather/fetch/user-agent.ts'
import { filesBeside } from './gather/file-beside.ts'
import { type InputSources, inputFiles } from './gather/input-files.ts'
import { knownAuthorities } from './gather/known-authorities.ts'
import type { WebArchive } from './gather/warc/archive-parts.ts'
import { addArchive } from './jobs/add-archive.ts'
import { addInputTo } from './jobs/add-input.ts'
import { addPaths } from './jobs/add-paths.ts'
import { shownProgress } from './jobs/archive-words.ts'
import { addDossier } from './jobs/dossiers/add-dossier.ts'
import { type Exported, exportWacz } from './jobs/export/export-wacz.ts'
import { keepPictureWith, withPicture } from './jobs/keep-picture.ts'
import { readLines } from './jobs/read-lines.ts'
import { FORMATS, type Format, readPaths } from './jobs/read-paths.ts'
import { verifyRecord } from './jobs/verify/verify-record.ts'
import { verifyWacz } from './jobs/verify/wacz/verify-wacz.ts'
import { isModelName, MODEL_NAMES, type ModelName } from './model/open-model.ts'
import { openRecord } from './open-record.ts'
import { rendererFor } from './page-renderer.ts'
import { openReader } from './queue/reader.ts'
import { recordTime } from './record/as-of/standing-at.ts'
import { ExpectedError } from './record/expected-error.ts'
import type { Fetcher } from './record/fetcher.ts'
import { removeNamed } from './remove-command.ts'
import { type Settings, settingsFrom } from './settings.ts'
import { stampNow } from './stamp-command.ts'
import { start } from './start.ts'
import { statusLine } from './status-line.ts'
import { BROKEN_OFF } from './stop-signal.ts'
import { systemClock } from './store/system-clock.ts'
import { version } from './version.ts'
import { terminalWords } from './view/terminal.ts'
import { listPages, unwatchUrls, watchUrls } from './watch-command.ts'

const DONE = 0
const SOME_FAILED = 1
const WRONG_USE = 2

const USAGE = `Onrecord reads news coverage and keeps the record: who said what, and where that is printed.

  npm start                       serve the record on this machine and print its address
  npm start -- PATH…              add articles first, print their statements, then serve
  npx onrecord read PATH…|-       print the statements of articles; nothing is kept
       --format text|json|jsonld  for people, as JSON lines, as schema.org JSON lines
       --model small|tiny         reads best (without it), reads fastest
  npx onrecord read --jsonl       {"id","text"} lines in, {"id","statements"} lines out
  npx onrecord add PATH…|-        add articles to the record, or a dossier file with the articles beside it
       --page                     with a picture and a PDF of each page, and all that it shows
  npx onrecord follow URL…        follow feeds, by their address or their site's; without URL: list them
       --words "…"                only entries with these words or names
  npx onrecord unfollow URL…      stop following feeds
  npx onrecord watch URL…         look at pages again every day; without URL: list them
  npx onrecord unwatch URL…       stop looking at them
  npx onrecord serve              serve the record
  npx onrecord export --wacz FILE.wacz [ID|ADDRESS…]
                                  write articles with their evidence, signed; all if none is named
  npx onrecord export DOSSIER     print a dossier as a file that can be added again; --out FILE writes it;
                                  --all --out FOLDER writes every one
  npx onrecord show [DOSSIER]     list the dossiers, or print where one stands
       --on DAY                   where it stood on that day, by what is known now
       --as-of DAY                as the record knew it then
  npx onrecord publish DOSSIER    show a dossier to everybody; unpublish: no longer
  npx onrecord verify             check all that is kept, byte for byte, and name what was altered
  npx onrecord verify FILE.wacz   check an export by itself, on any machine
  npx onrecord stamp              have the ledger stamped by an authority for time stamps (ONRECORD_TSA)
  npx onrecord remove ID|URL      remove an article: its bytes, words and names, out of every file
       --reason "…"               why, which stays; asks before it does it, unless --yes
  npx onrecord --version          print the version

PATH is a web page (HTML, MHTML), a PDF, a plain text, a mail (.eml), a transcript (WebVTT, SRT) or an
archive of the web (WARC, WACZ), a folder of them, or the address of a page (https://…); "-" is
standard input.
ONRECORD_DATA (default: the folder data beside the program) and ONRECORD_PORT (default: 4600) say where;
the README has all settings.
`

const LATER: Readonly<Record<string, string>> = {
  worker: 'this version works in one process; "serve" does all of it',
  backup: 'this version has no backup of its own yet; stop it and copy the data folder',
  restore: 'this version has no backup of its own yet; stop it and copy the data folder back',
}

/** A command's wrong use: printed as it stands, exit status 2. */
class WrongUse extends Error {}

const status = statusLine(process.stderr)

function fault(sentence: string): void {
  status.clear()
  process.stderr.write(`onrecord: ${terminalWords(sentence)}\n`)
}

/** What gets addresses, as the settings allow. */
function fetcherFor({ contact, allowPrivate, respectRobots }: Settings): Fetcher {
  return openFetcher({ userAgent: userAgent(version(), contact), allowPrivate, respectRobots, clock: systemClock })
}

function sourcesWith(fetcher: Fetcher): InputSources {
  return { piped: process.stdin, fetcher, note: fault }
}

/** Prints and waits where the reader of the output is slow, so that memory stays flat. */
async function out(line: string): Promise<void> {
  status.clear()
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}

/** Columns to print into; a file or a pipe gets the same lines as a plain terminal. */
function width(): number {
  return Math.min(process.stdout.columns ?? 80, 100)
}

function reader(settings: Settings, model: ModelName = 'small') {
  const entry = new URL('./reading-process.ts', import.meta.url)
  return openReader({ entry, args: [model], size: settings.readers })
}

function someFailed(count: number): number {
  return count === 0 ? DONE : SOME_FAILED
}

async function readJsonLines(settings: Settings, model: ModelName): Promise<number> {
  const open = reader(settings, model)
  try {
    return someFailed(await readLines(process.stdin, { reader: open, atOnce: settings.readers + 1, out, fault }))
  } finally {
    await open.close()
  }
}

async function read(argv: readonly string[], settings: Settings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { format: { type: 'string' }, jsonl: { type: 'boolean' }, model: { type: 'string' } },
  })
  const { format = 'text', jsonl = false, model = 'small' } = values
  if (!Object.hasOwn(FORMATS, format)) throw new WrongUse(`--format is text, json or jsonld, not "${format}"`)
  if (!isModelName(model)) throw new WrongUse(`--model is ${MODEL_NAMES.join(' or ')}, not "${model}"`)
  if (jsonl) {
    if (positionals.length > 0 || values.format !== undefined)
      throw new WrongUse('--jsonl reads standard input and takes neither paths nor --format')
    return readJsonLines(settings, model)
  }
  if (positionals.length === 0) throw new WrongUse('name the files or addresses to read, or "-" for standard input')
  const open = reader(settings, model)
  const fetcher = fetcherFor(settings)
  try {
    return someFailed(
      await readPaths(inputFiles(positionals, sourcesWith(fetcher)), {
        reader: open,
        readers: settings.readers,
        format: format as Format,
        width: width(),
        out,
        fault,
      }),
    )
  } finally {
    await fetcher.close()
    await open.close()
  }
}

async function add(argv: readonly string[], settings: Settings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { page: { type: 'boolean' } },
  })
  if (positionals.length === 0) throw new WrongUse('name the files or addresses to add, or "-" for standard input')
  const { store } = await openRecord(settings, systemClock)
  const open = reader(settings)
  const fetcher = fetcherFor(settings)
  const add = addInputTo(store, open)
  const shared = { add, store, readers: settings.readers, fault }
  process.once('SIGINT', () => {
    fault('stopped; what was added stays; run it again for the rest')
    // Ends the reading processes at once. An article that was being written is whole in the record or not in it.
    void open.close()
    process.exit(BROKEN_OFF)
  })
  try {
    const inputs = inputFiles(positionals, sourcesWith(fetcher))
    const addOne = (archive: WebArchive) =>
      addArchive(archive, { ...shared, progress: shownProgress(archive.path, status.show) })
    const addDossierFile = (path: string, text: string) =>
      addDossier(text, { store, reader: open, beside: filesBeside(path) })
    const addEach = values.page === true ? withPicture(add, keepPictureWith(rendererFor(settings), store)) : add
    return someFailed(
      await addPaths(inputs, { add: addEach, addArchive: addOne, addDossier: addDossierFile, out, fault }),
    )
  } finally {
    await fetcher.close()
    await open.close()
    await store.close()
  }
}

/** What was exported, in words; the digest is the one that `sha256sum` prints. */
function exportedLine(path: string, { articles, records, bytes, sha256, key }: Exported): string {
  const megabytes = (bytes / 1e6).toFixed(bytes < 1e5 ? 3 : 1)
  return `${path}: ${articles} ${articles === 1 ? 'article' : 'articles'}, ${records} records of the archive, ${megabytes} MB; SHA-256 ${sha256}; signed with the key ${key}`
}

async function exportSome(argv: readonly string[], settings: Settings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { wacz: { type: 'string' }, out: { type: 'string' }, all: { type: 'boolean' } },
  })
  const { wacz, out: file, all = false } = values
  if (wacz === undefined) return exportDossierFiles(positionals, { file, all }, settings)
  if (file !== undefined || all) throw new WrongUse('--wacz names its file itself, and without ID takes all articles')
  return exportArticles(wacz, positionals, settings)
}

async function exportDossierFiles(
  ids: readonly string[],
  { file, all }: { readonly file: string | undefined; readonly all: boolean },
  settings: Settings,
): Promise<number> {
  const [id, another] = ids
  if (all) {
    if (id !== undefined) throw new WrongUse('"--all" takes every dossier; name none beside it')
    await exportDossiers(file ?? '.', { settings, out })
    return DONE
  }
  if (id === undefined)
    throw new WrongUse('name a dossier, or "--all" with "--out FOLDER", or for articles "--wacz FILE.wacz"')
  if (another !== undefined) throw new WrongUse('name one dossier; "--all" with "--out FOLDER" writes every one')
  await exportDossier(id, file ?? null, { settings, out })
  return DONE
}

async function show(argv: readonly string[], settings: Settings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { 'as-of': { type: 'string' }, on: { type: 'string' } },
  })
  const [id, another] = positionals
  const { 'as-of': asOf = null, on = null } = values
  if (another !== undefined) throw new WrongUse('show takes one dossier')
  if (id === undefined) {
    await listDossiers(settings, out)
    return DONE
  }
  if (asOf !== null && recordTime(asOf) === null)
    throw new WrongUse(`--as-of is a day of the record, such as 2026-11-24, not "${asOf}"`)
  const day = on === null ? null : typedDay(on)
  if (on !== null && day === null) throw new WrongUse(`--on is a day, such as 2022-04-01, not "${on}"`)
  await showDossier(id, { asOf, on: day }, { settings, out })
  return DONE
}

function publishing(isPublished: boolean) {
  return async (argv: readonly string[], settings: Settings): Promise<number> => {
    const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: {} })
    const [id, another] = positionals
    if (id === undefined || another !== undefined)
      throw new WrongUse('name one dossier; "npx onrecord show" lists them')
    await publishDossier(id, isPublished, { settings, out })
    return DONE
  }
}

async function exportArticles(path: string, names: readonly string[], settings: Settings): Promise<number> {
  if (path === '') throw new WrongUse('name the file to write: "--wacz FILE.wacz"')
  if (!path.endsWith('.wacz')) throw new WrongUse(`the file's name has to end in ".wacz", not as "${path}" does`)
  const { store, archive } = await openRecord(settings, systemClock)
  process.once('SIGINT', () => {
    fault('stopped; nothing was exported')
    process.exit(BROKEN_OFF)
  })
  try {
    const key = () => signingKey(settings.dataFolder)
    const options = { path, names, key, software: `Onrecord/${version()}` }
    await out(exportedLine(path, await exportWacz({ store, archive, clock: systemClock }, options)))
    return DONE
  } finally {
    await store.close()
  }
}

async function verify(argv: readonly string[], settings: Settings): Promise<number> {
  const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: {} })
  const [path, ...others] = positionals
  if (others.length > 0) throw new WrongUse('verify takes one export, or nothing for the whole record')
  if (path !== undefined) return someFailed(await verifyWacz(path, out))
  const { store, archive } = await openRecord(settings, systemClock)
  try {
    const known = knownAuthorities(settings.timeCertificates)
    return someFailed(await verifyRecord({ evidence: store.evidence, archive, known, now: systemClock.now(), out }))
  } finally {
    await store.close()
  }
}

function feedsOptions(settings: Settings): FeedsCommandOptions {
  return { settings, fetcher: fetcherFor(settings), out, fault }
}

async function follow(argv: readonly string[], settings: Settings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { words: { type: 'string' } },
  })
  const { words = null } = values
  if (positionals.length > 0) return someFailed(await followFeeds(positionals, words, feedsOptions(settings)))
  if (words !== null) throw new WrongUse('name the feeds that the words are for')
  await listFeeds(feedsOptions(settings))
  return DONE
}

async function watch(argv: readonly string[], settings: Settings): Promise<number> {
  const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: {} })
  if (positionals.length > 0) return someFailed(await watchUrls(positionals, { settings, out, fault }))
  await listPages({ settings, out, fault })
  return DONE
}

async function unwatch(argv: readonly string[], settings: Settings): Promise<number> {
  const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: {} })
  if (positionals.length === 0) throw new WrongUse('name the pages; "npx onrecord watch" lists them')
  return someFailed(await unwatchUrls(positionals, { settings, out, fault }))
}

async function unfollow(argv: readonly string[], settings: Settings): Promise<number> {
  const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: {} })
  if (positionals.length === 0) throw new WrongUse('name the feeds; "npx onrecord follow" lists them')
  return someFailed(await unfollowFeeds(positionals, feedsOptions(settings)))
}

async function stamp(argv: readonly string[], settings: Settings): Promise<number> {
  if (argv.length > 0) throw new WrongUse('stamp takes nothing; it has the whole ledger stamped')
  if (await stampNow(settings, out)) return DONE
  throw new WrongUse('set ONRECORD_TSA to the address of an authority for time stamps (RFC 3161)')
}

/** Why something goes stands in the ledger, where it is read as one line. */
const MAX_REASON_LENGTH = 500

async function remove(argv: readonly string[], settings: Settings): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { reason: { type: 'string' }, yes: { type: 'boolean' } },
  })
  const [named, another] = positionals
  if (named === undefined || another !== undefined) throw new WrongUse('name one article, by its id or its address')
  const reason = (values.reason ?? '').replace(/\s+/gu, ' ').trim()
  if (reason === '') throw new WrongUse('say why with --reason "…": it stays when the rest is gone')
  if (reason.length > MAX_REASON_LENGTH) throw new WrongUse(`--reason is at most ${MAX_REASON_LENGTH} letters long`)
  if (await removeNamed({ named, reason, isSure: values.yes ?? false, settings, out })) return DONE
  fault('nothing was removed')
  return SOME_FAILED
}

async function serve(paths: readonly string[], settings: Settings): Promise<number> {
  const { wasBrokenOff } = await start({
    settings,
    paths,
    sources: sourcesWith(fetcherFor(settings)),
    reader: reader(settings),
    width: width(),
    out,
    fault,
    report,
    showStatus: status.show,
  })
  // What was being added when it ended may still wait for a slow server.
  if (wasBrokenOff) process.exit(BROKEN_OFF)
  return DONE
}

const COMMANDS: Readonly<Record<string, (argv: readonly string[], settings: Settings) => Promise<number>>> = {
  read,
  add,
  export: exportSome,
  show,
  publish: publishing(true),
  unpublish: publishing(false),
  verify,
  stamp,
  remove,
  follow,
  unfollow,
  watch,
  unwatch,
  start: (argv, settings) => {
    const { positionals: paths } = parseArgs({ args: [...argv], allowPositionals: true, options: {} })
    return serve(paths, settings)
  },
  serve: (argv, settings) => {
    if (argv.length > 0) throw new WrongUse('serve takes no paths; "npm start -- PATH…" adds files first')
    return serve([], settings)
  },
}

/** Whether `--help` stands where options do: what follows "--" are paths. */
function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h')
}

/** `npm start` runs in the project's folder; the paths are relative to where it was typed. */
function goWhereTyped({ npm_lifecycle_event: script, INIT_CWD: folder }: NodeJS.ProcessEnv): void {
  if (script === 'start' && folder) process.chdir(folder)
}

async function main([command, ...argv]: readonly string[]): Promise<number> {
  if (command === undefined || command === 'help' || asksForHelp([command, ...argv])) {
    process.stdout.write(USAGE)
    return command === undefined ? WRONG_USE : DONE
  }
  if (command === '--version') {
    process.stdout.write(`onrecord ${version()}\n`)
    return DONE
  }
  const later = Object.hasOwn(LATER, command) ? LATER[command] : undefined
  if (later !== undefined) throw new WrongUse(later)
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
  if (run === undefined) throw new WrongUse(`there is no command "${command}"`)
  goWhereTyped(process.env)
  const settings = settingsFrom(process.env)
  if (typeof settings === 'string') throw new WrongUse(settings)
  return run(argv, settings)
}

/** Prints an error: what the person can do about it, or, where it is ours, what to pass on. */
function report(error: unknown): void {
  if (error instanceof ExpectedError) {
    fault(error.message)
    return
  }
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`onrecord: a fault in Onrecord itself; please report it with these lines:\n${words}\n`)
}

/** Which option was typed wrong, in other words than Node's; null for any other error. */
function optionSentence(error: unknown): string | null {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  if (!code.startsWith('ERR_PARSE_ARGS')) return null
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? 'that'
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `the option ${option} is given with a value where it takes none, or without one where it takes one`
  return `there is no option ${option} here; a file whose name begins with "-" is named with its folder: "./-…"`
}

/** Prints why a command ended early, and says with which exit status. */
function statusOf(error: unknown): number {
  if (error instanceof ExpectedError) {
    fault(error.message)
    return SOME_FAILED
  }
  const misuse = error instanceof WrongUse ? error.message : optionSentence(error)
  if (misuse !== null) {
    fault(`${misuse}. "npx onrecord help" shows the commands.`)
    return WRONG_USE
  }
  report(error)
  return SOME_FAILED
}

// `onrecord read … | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? DONE : SOME_FAILED))
process.exitCode = await main(process.argv.slice(2)).catch(statusOf)
