/** The command `export`: articles with their evidence as WACZ, dossiers as files that can be added again. */
import { parseArgs } from 'node:util'
import { signingKey } from './archive/wacz/signing-key.ts'
import { type Command, type CommandParts, DONE, WrongUse } from './command.ts'
import { exportDossier, exportDossiers } from './dossier-files.ts'
import { type Exported, exportWacz } from './jobs/export/export-wacz.ts'
import { openRecord } from './open-record.ts'
import { BROKEN_OFF } from './stop-signal.ts'
import { systemClock } from './store/system-clock.ts'
import { version } from './version.ts'

/** What was exported, in words; the digest is the one that `sha256sum` prints. */
function exportedLine(path: string, { articles, records, bytes, sha256, key }: Exported): string {
  const megabytes = (bytes / 1e6).toFixed(bytes < 1e5 ? 3 : 1)
  return `${path}: ${articles} ${articles === 1 ? 'article' : 'articles'}, ${records} records of the archive, ${megabytes} MB; SHA-256 ${sha256}; signed with the key ${key}`
}

async function exportArticles(
  path: string,
  names: readonly string[],
  { settings, out, fault }: CommandParts,
): Promise<number> {
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

async function exportDossierFiles(
  ids: readonly string[],
  { file, all }: { readonly file: string | undefined; readonly all: boolean },
  { settings, out }: CommandParts,
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

/** `export --wacz FILE.wacz [ID|ADDRESS…]`, `export DOSSIER [--out FILE]` and `export --all --out FOLDER`. */
export const exportSome: Command = async (argv, parts) => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { wacz: { type: 'string' }, out: { type: 'string' }, all: { type: 'boolean' } },
  })
  const { wacz, out: file, all = false } = values
  if (wacz === undefined) return exportDossierFiles(positionals, { file, all }, parts)
  if (file !== undefined || all) throw new WrongUse('--wacz names its file itself, and without ID takes all articles')
  return exportArticles(wacz, positionals, parts)
}
