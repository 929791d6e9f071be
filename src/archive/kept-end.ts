import { readFileSync, writeFileSync } from 'node:fs'
import { copyFile, mkdir, rename, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import type { ArchiveEnd } from '../record/archive.ts'

/**
 * Says up to where the archive was kept. The database says so too; where this says more, that one was put back to an earlier
 * day, and what it does not know of is not the rest of a capture that was broken off.
 */
const NOTE = 'kept.json'

/** What a database that was put back knows nothing of goes there. */
const ASIDE = 'set-aside'

/** What was noted; null where nothing was, or a process ended while it wrote. */
export function readKept(folder: string): ArchiveEnd | null {
  try {
    const { file, length } = JSON.parse(readFileSync(join(folder, NOTE), 'utf8'))
    return typeof file === 'string' && Number.isSafeInteger(length) ? { file, length } : null
  } catch {
    // A note that is not there or half written says nothing: the database's word holds then.
    return null
  }
}

/** Not waited for until it is on the disk: a note that is older than the record claims less, and nothing wrong. */
export function writeKept(folder: string, { file, length }: ArchiveEnd): void {
  writeFileSync(join(folder, NOTE), JSON.stringify({ file, length }))
}

/** Whether one end lies behind another. */
export function isBehind(one: ArchiveEnd, other: ArchiveEnd | null): boolean {
  if (other === null || one.file !== other.file) return one.file > (other?.file ?? '')
  return one.length > other.length
}

/** Moves all that lies behind `end` into a folder beside: later files whole, the newest one as it was, before it is cut. */
export async function setAside(folder: string, end: ArchiveEnd, files: Iterable<string>): Promise<readonly string[]> {
  await mkdir(join(folder, ASIDE), { recursive: true })
  const moved: string[] = []
  for (const file of files) {
    if (file < end.file) continue
    const aside = `${ASIDE}/${new Date().toISOString().replaceAll(':', '-')}-${file}`
    if (file > end.file) await rename(join(folder, file), join(folder, aside))
    else {
      await copyFile(join(folder, file), join(folder, aside))
      await truncate(join(folder, file), end.length)
    }
    moved.push(aside)
  }
  writeKept(folder, end)
  return moved
}
