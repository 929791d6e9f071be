import { nextFile } from '../../archive/file-names.ts'
import type { Archive, CheckPlace } from '../../record/archive.ts'
import type { Evidence, KeptFile } from '../../record/evidence.ts'
import type { Finding } from '../../record/finding.ts'

/** How much of the archive was checked. */
export type CheckedArchive = { readonly records: number; readonly bytes: number }

type Parts = { readonly evidence: Evidence; readonly archive: Archive }

/** A file as it lies in the folder; `kept` is how much of it was noted as kept, in bytes. */
type Found = { readonly size: number; readonly isNewest: boolean; readonly kept: number }

const UNDER_WAY = 'a capture that was under way when the program ended, and is no part of the record'

const PUT_BACK =
  'they were kept, and the database knows nothing of them: it was put back to an earlier day than the archive'

const ALTERED = 'the record that begins here is not as it was kept; its bytes were altered'

function fault(place: string, sentence: string): Finding {
  return { place, sentence, isFault: true }
}

/** All records of a file, in order, some at a time. */
async function* placesIn(evidence: Evidence, file: string): AsyncGenerator<readonly CheckPlace[]> {
  let more = await evidence.places(file, 0)
  for (let last = more.at(-1); last !== undefined; last = more.at(-1)) {
    yield more
    more = await evidence.places(file, last.offset + last.length)
  }
}

/** What stands behind the last record, or is missing of it. */
function endFindings({ file, length }: KeptFile, { size, isNewest, kept }: Found): readonly Finding[] {
  if (size < length) return [fault(file, `it ends at byte ${size}, where ${length} bytes were kept; it was cut short`)]
  if (size === length) return []
  const behind = `${size - length} bytes are behind the last record`
  const place = `${file} from byte ${length} on`
  if (!isNewest) return [fault(place, `${behind}: they belong to no record; they were put in from outside`)]
  if (kept > length) return [fault(place, `${behind}: ${PUT_BACK}`)]
  return [{ place, sentence: `${behind}: ${UNDER_WAY}; the next capture takes their place`, isFault: false }]
}

async function* fileFindings(
  { evidence, archive }: Parts,
  kept: KeptFile,
  found: Found,
): AsyncGenerator<Finding, number> {
  const { file } = kept
  let [end, records] = [0, 0]
  for await (const places of placesIn(evidence, file)) {
    // What is cut off is said once, for the whole file.
    const there = places.filter(({ offset, length }) => offset + length <= found.size)
    const states = new Map((await archive.check(file, there)).map((state, at) => [there[at], state]))
    if ([...states.values()].includes('missing')) {
      yield fault(file, 'this file of the archive cannot be read')
      return records
    }
    for (const place of places) {
      if (place.offset !== end) yield fault(`${file} at byte ${end}`, 'these bytes belong to no record')
      end = place.offset + place.length
      if ((states.get(place) ?? 'whole') !== 'whole') yield fault(`${file} at byte ${place.offset}`, ALTERED)
    }
    records += places.length
  }
  yield* endFindings(kept, found)
  return records
}

/** A file in the archive's folder of which the record says nothing. */
function strayFinding(file: string, newest: string | null, keptIn: string): Finding {
  if (file <= keptIn) return fault(file, `its records: ${PUT_BACK}`)
  if (file === nextFile(newest))
    return { place: file, sentence: `no capture of the record is in this file: ${UNDER_WAY}`, isFault: false }
  return fault(file, 'no capture of the record is in this file; it was put in from outside')
}

/** Checks every record of the archive: that it lies where the record says, is as it was kept, and gives its blob. */
export async function* archiveFindings(parts: Parts): AsyncGenerator<Finding, CheckedArchive> {
  const sizes = new Map(await parts.archive.sizes())
  const files = await parts.evidence.files()
  const newest = files.at(-1)?.file ?? null
  const end = await parts.archive.kept()
  let [records, bytes] = [0, 0]
  for (const kept of files) {
    const size = sizes.get(kept.file)
    sizes.delete(kept.file)
    if (size === undefined) {
      yield fault(kept.file, 'this file of the archive is missing')
      continue
    }
    records += yield* fileFindings(parts, kept, {
      size,
      isNewest: kept.file === newest,
      kept: end?.file === kept.file ? end.length : (end?.file ?? '') > kept.file ? size : 0,
    })
    bytes += size
  }
  for (const file of sizes.keys()) yield strayFinding(file, newest, end?.file ?? '')
  return { records, bytes }
}
