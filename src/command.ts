/** What every command of `onrecord` is: words typed in, lines printed, an exit status. */
import { parseArgs } from 'node:util'
import type { Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'

/** The exit statuses. */
export const DONE = 0
export const SOME_FAILED = 1
export const WRONG_USE = 2

/** What a command is given besides the words that were typed after its name. */
export type CommandParts = Terminal & { readonly settings: Settings }

/** Runs one command. @returns its exit status */
export type Command = (argv: readonly string[], parts: CommandParts) => Promise<number>

/** A command's wrong use: printed as it stands, exit status 2. */
export class WrongUse extends Error {}

/** The exit status of a command that failed for so many of its inputs, each of which got a sentence. */
export function someFailed(count: number): number {
  return count === 0 ? DONE : SOME_FAILED
}

/** The words after a command that has no options. @throws where one was typed */
export function plainWords(argv: readonly string[]): readonly string[] {
  return parseArgs({ args: [...argv], allowPositionals: true, options: {} }).positionals
}
