import { ExpectedError } from '../../record/expected-error.ts'

/** What a person can do about the system's errors in writing a file; each begins with the file's name. */
const SENTENCES: Readonly<Record<string, string>> = {
  EEXIST: 'there is a file of that name already; choose another name, or take that one away first',
  ENOENT: 'there is no such folder; make it first',
  ENOTDIR: 'its folder is a file; choose another name',
  EISDIR: 'that is a folder; name a file in it',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
  EACCES: 'it may not be written there; choose another folder',
  EPERM: 'it may not be written there; choose another folder',
  EROFS: 'that disk may only be read; choose another folder',
  ENOSPC: 'the disk is full; make room and try again',
  EDQUOT: 'no more room is given to this user on that disk; make room and try again',
  EFBIG: 'that disk takes no file of this size; choose another folder',
}

/** The error as a sentence, where a person can do something about it. */
export function fileFault(path: string, error: unknown): unknown {
  const sentence = SENTENCES[(error as NodeJS.ErrnoException).code ?? '']
  return sentence === undefined ? error : new ExpectedError(`${path}: ${sentence}`, { cause: error })
}
