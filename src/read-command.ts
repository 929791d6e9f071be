/** The command `read`: prints the statements of articles; nothing is kept. */
import { parseArgs } from 'node:util'
import { type Command, type CommandParts, someFailed, WrongUse } from './command.ts'
import { inputFiles } from './gather/input-files.ts'
import { fetcherFor, readerFor, sourcesWith } from './input-parts.ts'
import { readLines } from './jobs/read-lines.ts'
import { FORMATS, type Format, readPaths } from './jobs/read-paths.ts'
import { isModelName, MODEL_NAMES, type ModelName } from './model/open-model.ts'

async function readJsonLines(model: ModelName, { settings, out, fault }: CommandParts): Promise<number> {
  const reader = readerFor(settings, model)
  try {
    return someFailed(await readLines(process.stdin, { reader, atOnce: settings.readers + 1, out, fault }))
  } finally {
    await reader.close()
  }
}

async function readInputs(
  names: readonly string[],
  { format, model }: { readonly format: Format; readonly model: ModelName },
  { settings, out, fault, width }: CommandParts,
): Promise<number> {
  const reader = readerFor(settings, model)
  const fetcher = fetcherFor(settings)
  try {
    const inputs = inputFiles(names, sourcesWith(fetcher, fault))
    return someFailed(await readPaths(inputs, { reader, readers: settings.readers, format, width, out, fault }))
  } finally {
    await fetcher.close()
    await reader.close()
  }
}

/** `read PATH…|- [--format …] [--model …]` and `read --jsonl`. */
export const read: Command = async (argv, parts) => {
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
    return readJsonLines(model, parts)
  }
  if (positionals.length === 0) throw new WrongUse('name the files or addresses to read, or "-" for standard input')
  return readInputs(positionals, { format: format as Format, model }, parts)
}
