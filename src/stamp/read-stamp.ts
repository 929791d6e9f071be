import { context, type Der, DerError, needed, partsOf, readDer, TAG } from './der.ts'
import { OID } from './oids.ts'

/** What an authority's answer says, read and not yet checked. */
export type Stamp = {
  /** The hex of the digest's name, and of the digest that was stamped. */
  readonly imprint: { readonly algorithm: string; readonly digest: string }
  /** UTC, in ISO 8601. */
  readonly at: string
  /** Hex; null where it holds none. */
  readonly nonce: string | null
  /** What is signed, besides the attributes: all of the above as it stands in the answer. */
  readonly info: Buffer
  readonly signer: Signer
  /** Each in DER. */
  readonly certificates: readonly Buffer[]
}

/** The signature, and what it stands over. */
export type Signer = {
  readonly digest: string
  readonly signatureAlgorithm: string
  readonly signature: Buffer
  /** The signed attributes in the form that is signed, and their values by the hex of their names. */
  readonly signed: Buffer
  readonly attributes: ReadonlyMap<string, Der>
}

/** An answer that is none, or that refuses. */
export class NoStamp extends Error {}

/** `status` in RFC 3161: 0 granted, 1 granted with changes. */
const GRANTED = 1

/** An authority's own words, where it gives any. */
function refusalOf(status: number, words: Der | undefined): string {
  const said = words?.tag === TAG.sequence ? partsOf(words).map(({ content }) => content.toString('utf8')) : []
  const why = said.join(' ').slice(0, 200)
  return why === '' ? `it refused (status ${status} of RFC 3161)` : `it refused: ${why}`
}

/** `20220308093000.5Z` as ISO 8601 has it. */
function timeOf({ content }: Der): string {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/u.exec(content.toString('latin1'))
  if (match === null) throw new DerError('its time is none')
  const [, year, month, day, hour, minute, second, fraction = ''] = match
  const at = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
  if (Number.isNaN(Date.parse(at))) throw new DerError('its time is none')
  return at
}

const oidOf = (algorithm: Der) => needed(partsOf(algorithm)[0], TAG.oid, 'algorithm').content.toString('hex')

function readInfo(info: Buffer): Pick<Stamp, 'imprint' | 'at' | 'nonce'> {
  const [, , imprint, , time, ...rest] = partsOf(needed(readDer(info), TAG.sequence, 'content'))
  const [algorithm, digest] = partsOf(needed(imprint, TAG.sequence, 'imprint'))
  const nonce = rest.find(({ tag }) => tag === TAG.integer)
  return {
    imprint: {
      algorithm: oidOf(needed(algorithm, TAG.sequence, 'imprint')),
      digest: needed(digest, TAG.octets, 'imprint').content.toString('hex'),
    },
    at: timeOf(needed(time, TAG.time, 'time')),
    nonce: nonce?.content.toString('hex') ?? null,
  }
}

function readSigner(signers: Der): Signer {
  const [signer, another] = partsOf(signers)
  if (another !== undefined) throw new DerError('it is signed twice')
  const [, , digest, signed, algorithm, signature] = partsOf(needed(signer, TAG.sequence, 'signature'))
  const attributes = needed(signed, context(0), 'signed attributes')
  return {
    digest: oidOf(needed(digest, TAG.sequence, 'digest')),
    signatureAlgorithm: oidOf(needed(algorithm, TAG.sequence, 'signature')),
    signature: needed(signature, TAG.octets, 'signature').content,
    // Signed is the form with the tag of a set. Source: RFC 5652, 5.4.
    signed: Buffer.concat([Buffer.of(TAG.set), attributes.whole.subarray(1)]),
    attributes: new Map(
      partsOf(attributes).map((attribute) => {
        const [name, values] = partsOf(attribute)
        const [value] = partsOf(needed(values, TAG.set, 'attribute'))
        if (value === undefined) throw new DerError('an attribute is empty')
        return [needed(name, TAG.oid, 'attribute').content.toString('hex'), value]
      }),
    ),
  }
}

function readToken(token: Der): Stamp {
  const [type, wrapped] = partsOf(token)
  if (type?.content.toString('hex') !== OID.signedData) throw new DerError('it is not signed')
  const [data] = partsOf(needed(wrapped, context(0), 'signed content'))
  const [, , content, ...rest] = partsOf(needed(data, TAG.sequence, 'signed content'))
  const [contentType, wrappedInfo] = partsOf(needed(content, TAG.sequence, 'content'))
  if (contentType?.content.toString('hex') !== OID.stampInfo) throw new DerError('it is signed, and no time stamp')
  const info = needed(partsOf(needed(wrappedInfo, context(0), 'content'))[0], TAG.octets, 'content').content
  const certificates = rest.find(({ tag }) => tag === context(0))
  const signers = rest.find(({ tag }) => tag === TAG.set)
  return {
    ...readInfo(info),
    info,
    signer: readSigner(needed(signers, TAG.set, 'signature')),
    certificates: certificates === undefined ? [] : partsOf(certificates).map(({ whole }) => whole),
  }
}

/**
 * Reads the answer of an authority.
 *
 * @throws NoStamp with the rest of a sentence, "it refused: …"
 *
 * Source: RFC 3161, 2.4.2; RFC 5652 for the signed form.
 */
export function readStamp(answer: Uint8Array): Stamp {
  try {
    const [info, token] = partsOf(needed(readDer(answer), TAG.sequence, 'answer'))
    const [status, words] = partsOf(needed(info, TAG.sequence, 'status'))
    const { content } = needed(status, TAG.integer, 'status')
    const code = content.length === 1 ? content.readUInt8() : Number.NaN
    if (!(code <= GRANTED)) throw new NoStamp(refusalOf(code, words))
    return readToken(needed(token, TAG.sequence, 'time stamp'))
  } catch (error) {
    if (error instanceof DerError) throw new NoStamp(`it is no time stamp of RFC 3161: ${error.message}`)
    throw error
  }
}
