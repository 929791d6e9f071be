/** The command `onrecord`: finds the command that was typed, runs it, and says with which exit status it ended. */
import { add } from './add-command.ts'
import { type Command, DONE, SOME_FAILED, WRONG_USE, WrongUse } from './command.ts'
import { consent } from './consent-command.ts'
import { deskLink } from './desk-link-command.ts'
import { publish, show, unpublish } from './dossier-commands.ts'
import { exportSome } from './export-command.ts'
import { follow, unfollow } from './feeds-command.ts'
import { read } from './read-command.ts'
import { readmit, remove } from './remove-command.ts'
import { serve, startWith } from './serve-command.ts'
import { setAside } from './set-aside-command.ts'
import { settingsFrom } from './settings.ts'
import { stamp } from './stamp-command.ts'
import { openTerminal } from './terminal.ts'
import { LATER, USAGE } from './usage.ts'
import { verify } from './verify-command.ts'
import { version } from './version.ts'
import { unwatch, watch } from './watch-command.ts'

const COMMANDS: Readonly<Record<string, Command>> = {
  read,
  add,
  export: exportSome,
  show,
  publish,
  unpublish,
  consent,
  verify,
  stamp,
  'set-aside': setAside,
  remove,
  readmit,
  follow,
  unfollow,
  watch,
  unwatch,
  'desk-link': deskLink,
  start: startWith,
  serve,
}

const terminal = openTerminal(process.stdout, process.stderr)

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
  return run(argv, { ...terminal, settings })
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
  const misuse = error instanceof WrongUse ? error.message : optionSentence(error)
  if (misuse !== null) {
    terminal.fault(`${misuse}. "npx onrecord help" shows the commands.`)
    return WRONG_USE
  }
  terminal.report(error)
  return SOME_FAILED
}

// `onrecord read … | head` closes the pipe early: that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? DONE : SOME_FAILED))
process.exitCode = await main(process.argv.slice(2)).catch(statusOf)
