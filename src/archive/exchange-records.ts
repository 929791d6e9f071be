import type { PackedRecord } from '../record/archive.ts'
import type { Exchange } from '../record/received.ts'
import { labelledDigest, type WarcRecord } from '../warc/warc-record.ts'
import { newRecordId, packRecord } from './pack-record.ts'
import { type PackOptions, sameAs } from './revisit.ts'

/** Where the head of an HTTP message ends and its body begins; the end where there is no body. */
function bodyStart(message: Buffer): number {
  const end = message.indexOf('\r\n\r\n')
  return end < 0 ? message.length : end + 4
}

/**
 * The answer of one hop. One whose payload is kept already, and whose bytes are asked for by nobody, keeps its head.
 *
 * The payload's digest is that of the body as it stands in the record, with the transfer's chunks: so do wget and
 * warcio, and so does `warcio check`.
 */
async function responseOf(
  { url, address, sentAt, response }: Exchange,
  { isLast, bytes, kept }: PackOptions & { readonly isLast: boolean },
): Promise<{ readonly record: WarcRecord; readonly holdsBlob: boolean }> {
  const message = Buffer.from(response.buffer, response.byteOffset, response.length)
  const start = bodyStart(message)
  const payloadDigest = labelledDigest(message.subarray(start))
  const other = isLast && bytes === null ? await kept(payloadDigest) : null
  const record: WarcRecord = {
    type: other === null ? 'response' : 'revisit',
    id: newRecordId(),
    date: sentAt,
    targetUri: url,
    contentType: 'application/http; msgtype=response',
    fields: [['WARC-IP-Address', address], ...(other === null ? [] : sameAs(other))],
    block: other === null ? message : message.subarray(0, start),
    payloadDigest,
  }
  return { record, holdsBlob: isLast && other === null }
}

/** `request` and `response` of every hop, in the order in which they were sent. */
export async function exchangeRecords(
  exchanges: readonly Exchange[],
  options: PackOptions,
): Promise<readonly PackedRecord[]> {
  const packed: PackedRecord[] = []
  for (const [at, exchange] of exchanges.entries()) {
    const { record, holdsBlob } = await responseOf(exchange, { ...options, isLast: at === exchanges.length - 1 })
    const request: WarcRecord = {
      type: 'request',
      id: newRecordId(),
      date: exchange.sentAt,
      targetUri: exchange.url,
      contentType: 'application/http; msgtype=request',
      fields: [
        ['WARC-IP-Address', exchange.address],
        ['WARC-Concurrent-To', record.id],
      ],
      block: exchange.request,
      payloadDigest: null,
    }
    packed.push(await packRecord(request, false), await packRecord(record, holdsBlob))
  }
  return packed
}
