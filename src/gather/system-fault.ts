import type { Fault } from '../article/fault.ts'

const NO_SUCH_FILE: Fault = { code: 'not-found', sentence: 'there is no such file; check the path' }
const NOT_YOURS: Fault = {
  code: 'unreadable',
  sentence: 'it may not be read by you; change its permissions and add it again',
}

/** What a person can do about each of the system's errors. */
const FAULTS: Readonly<Record<string, Fault>> = {
  ENOENT: NO_SUCH_FILE,
  ENOTDIR: NO_SUCH_FILE,
  ENAMETOOLONG: NO_SUCH_FILE,
  ELOOP: { code: 'not-found', sentence: 'it is a link that leads back to itself; name the file it should lead to' },
  EACCES: NOT_YOURS,
  EPERM: NOT_YOURS,
  ENXIO: { code: 'unreadable', sentence: 'it is a socket or a device, not a file; name a file' },
  EISDIR: { code: 'unreadable', sentence: 'it is a folder; name its files' },
}

/** Why the system could not read a file, in words for a person. */
export function systemFault(error: unknown): Fault {
  const { code = 'no code' } = error as NodeJS.ErrnoException
  return (
    FAULTS[code] ?? {
      code: 'unreadable',
      sentence: `the system could not read it (error ${code}); see whether other programs can, and add it again`,
    }
  )
}

/** Whether an error is the system's, and no fault of ours. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
