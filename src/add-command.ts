/** The command `add`: takes articles, archives and dossier files into the record. */
import { parseArgs } from 'node:util'
import { type Command, someFailed, WrongUse } from './command.ts'
import { filesBeside } from './gather/file-beside.ts'
import { inputFiles } from './gather/input-files.ts'
import type { WebArchive } from './gather/warc/archive-parts.ts'
import { fetcherFor, readerFor, sourcesWith } from './input-parts.ts'
import { addArchive } from './jobs/add-archive.ts'
import { addInputTo } from './jobs/add-input.ts'
import { addPaths } from './jobs/add-paths.ts'
import { shownProgress } from './jobs/archive-words.ts'
import { addDossier } from './jobs/dossiers/add-dossier.ts'
import { keepPictureWith, withPicture } from './jobs/keep-picture.ts'
import { openRecord } from './open-record.ts'
import { rendererFor } from './page-renderer.ts'
import { BROKEN_OFF } from './stop-signal.ts'
import { systemClock } from './store/system-clock.ts'

/** `add PATH…|- [--page]`. */
export const add: Command = async (argv, { settings, out, fault, showStatus }) => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { page: { type: 'boolean' } },
  })
  if (positionals.length === 0) throw new WrongUse('name the files or addresses to add, or "-" for standard input')
  const { store } = await openRecord(settings, systemClock)
  const reader = readerFor(settings)
  const fetcher = fetcherFor(settings)
  const addInput = addInputTo(store, reader)
  const shared = { add: addInput, store, readers: settings.readers, fault }
  process.once('SIGINT', () => {
    fault('stopped; what was added stays; run it again for the rest')
    // Ends the reading processes at once. An article that was being written is whole in the record or not in it.
    void reader.close()
    process.exit(BROKEN_OFF)
  })
  try {
    const failed = await addPaths(inputFiles(positionals, { ...sourcesWith(fetcher, fault), withDossiers: true }), {
      add: values.page === true ? withPicture(addInput, keepPictureWith(rendererFor(settings), store)) : addInput,
      addArchive: (archive: WebArchive) =>
        addArchive(archive, { ...shared, progress: shownProgress(archive.path, showStatus) }),
      addDossier: (path, text) => addDossier(text, { store, reader, beside: filesBeside(path) }),
      out,
      fault,
    })
    return someFailed(failed)
  } finally {
    await fetcher.close()
    await reader.close()
    await store.close()
  }
}
