import type { PackedRecord, PackedRendering } from '../record/archive.ts'
import type { Rendering } from '../record/rendering.ts'
import { labelledDigest, warcFields } from '../warc/warc-record.ts'
import { exchangeRecords } from './exchange-records.ts'
import { newRecordId, packRecord } from './pack-record.ts'

/** How a rendering was made, for whoever reads the archive alone. */
function howItWasMade({ sha256, url, browser, isSandboxed, refused }: Rendering): Uint8Array {
  return warcFields([
    ['via', 'rendering'],
    ['page', url],
    ['page-digest', `sha256:${sha256}`],
    ['browser', browser],
    ['scripts', 'off'],
    ['sandbox', isSandboxed ? 'on' : 'off'],
    ...refused.map((resource) => ['not-loaded', `${resource.url} (${resource.sentence})`] as const),
  ])
}

/**
 * Makes the records of a rendering: `request` and `response` of all that the page loaded, the picture and the PDF under
 * the names that Webrecorder gives such (`urn:fullPage:…`, `urn:pdf:…`), and how they were made. All are whole, whatever is kept already:
 * so the page can be replayed from an export of it alone.
 */
export async function packRendering(rendering: Rendering): Promise<PackedRendering> {
  const { url, at, picture, pdf, exchanges } = rendering
  const loaded = await exchangeRecords(exchanges, { bytes: null, now: at, kept: async () => null })
  const resource = (name: string, contentType: string, block: Uint8Array) => {
    const common = { type: 'resource', id: newRecordId(), date: at, contentType, fields: [], block } as const
    return packRecord({ ...common, targetUri: `urn:${name}:${url}`, payloadDigest: labelledDigest(block) }, false)
  }
  const pictureRecord = await resource('fullPage', 'image/png', picture)
  const pdfRecord = await resource('pdf', 'application/pdf', pdf)
  const metadata = await packRecord(
    {
      type: 'metadata',
      id: newRecordId(),
      date: at,
      targetUri: url,
      contentType: 'application/warc-fields',
      fields: [['WARC-Concurrent-To', pictureRecord.id]],
      block: howItWasMade(rendering),
      payloadDigest: null,
    },
    false,
  )
  const records: readonly PackedRecord[] = [
    ...loaded.map((record) => ({ ...record, holdsBlob: false })),
    pictureRecord,
    pdfRecord,
    metadata,
  ]
  return { records, pictureRecord: pictureRecord.id, pdfRecord: pdfRecord.id }
}
