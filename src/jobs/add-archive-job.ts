import { isSystemError, systemFault } from '../gather/system-fault.ts'
import { archiveParts, type WebArchive } from '../gather/warc/archive-parts.ts'
import type { AddArchiveOptions, ArchiveTally } from './add-archive.ts'
import { archiveSentence } from './archive-words.ts'
import type { JobEnd, JobHandler } from './job-handlers.ts'

/** Adds an archive, with all that is the same for each of them given already. */
export type AddArchiveWith = (
  archive: WebArchive,
  options: Pick<AddArchiveOptions, 'fault' | 'progress' | 'signal'>,
) => Promise<ArchiveTally>

function refused(fault: Extract<JobEnd, { state: 'failed' }>['fault']): JobEnd {
  return { state: 'failed', fault, mayPass: false, retryAfterMs: null }
}

/** Makes the job that adds an archive. Its outcome is one sentence; the first record that could not be read is named in it. */
export function addArchiveJob(addArchive: AddArchiveWith): JobHandler<'add-archive'> {
  return async ({ path, name = path }, { progress, signal }) => {
    try {
      const parts = await archiveParts(path, name)
      if (parts === null)
        return refused({ code: 'unsupported', sentence: 'it is no archive of the web; add a WARC or WACZ file' })
      if ('code' in parts) return refused(parts)
      const faults: string[] = []
      const tally = await addArchive(
        { path, parts },
        {
          fault: (sentence) => faults.length === 0 && faults.push(sentence),
          progress: ({ done, total }) => progress({ stage: 'reading', done, total, unit: 'bytes' }),
          signal,
        },
      )
      return { state: 'said', sentence: [archiveSentence(name, tally), ...faults].join('. ') }
    } catch (error) {
      if (!isSystemError(error)) throw error
      return refused(systemFault(error))
    }
  }
}
