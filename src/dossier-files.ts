/** Dossiers as files: written where a person says, each whole or not at all. */
import { rename, rm, writeFile } from 'node:fs/promises'
import type { CommandParts } from './command.ts'
import { noDossier, withStore } from './dossier-store.ts'
import { writeDossierFile } from './record/dossier-file/write-dossier-file.ts'
import { ExpectedError } from './record/expected-error.ts'

type Printing = Pick<CommandParts, 'settings' | 'out'>

/** Writes a file whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.part`
  try {
    await writeFile(beside, text)
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    const { code = 'no code' } = error as NodeJS.ErrnoException
    throw new ExpectedError(`${path} cannot be written (error ${code}); name another file`, { cause: error })
  }
}

/**
 * Writes a dossier as a file that can be added again.
 *
 * @param file where to; null prints it
 */
export async function exportDossier(id: string, file: string | null, { settings, out }: Printing): Promise<void> {
  await withStore(settings, async ({ dossiers }) => {
    const found = await dossiers.file(id, null)
    if (found === null) throw noDossier(id)
    const text = writeDossierFile(found)
    if (file === null) return out(text.trimEnd())
    await writeWhole(file, text)
    await out(`${file}: the dossier “${found.dossier.title}”`)
  })
}

/** Writes every dossier into a folder that is there, each into a file that has its id for a name. */
export async function exportDossiers(folder: string, { settings, out }: Printing): Promise<void> {
  await withStore(settings, async ({ dossiers }) => {
    for (const { id } of await dossiers.list()) {
      const found = await dossiers.file(id, null)
      if (found === null) continue
      const path = `${folder}/${id}.dossier.json`
      await writeWhole(path, writeDossierFile(found))
      await out(`${path}: the dossier “${found.dossier.title}”`)
    }
  })
}
