import { z } from 'zod'
import { type PartName, RESOURCE_NAMES } from './part-names.ts'

/** A file of the export with its digest. */
export type Resource = {
  readonly path: PartName
  /** SHA-256, lower-case hex. */
  readonly sha256: string
  readonly bytes: number
}

export type DataPackage = {
  /** UTC, to the second: `2026-03-01T12:00:00Z`. */
  readonly created: string
  /** `Onrecord/0.1.0` */
  readonly software: string
  readonly title: string
  readonly resources: readonly Resource[]
  /** The last entry of the ledger when it was made. */
  readonly head: { readonly seq: number; readonly hash: string }
}

/** What stands in `datapackage-digest.json` beside what follows from the data package. */
export type Signed = { readonly publicKey: string; readonly signature: string }

const WACZ_VERSION = '1.1.1'
const AUTH_VERSION = '0.1.0'

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
}

/** `datapackage.json`. Source: WACZ 1.1.1. */
export function dataPackageBytes({ created, software, title, resources, head }: DataPackage): Buffer {
  return json({
    profile: 'data-package',
    wacz_version: WACZ_VERSION,
    title,
    created,
    software,
    ledgerHead: head,
    resources: resources.map(({ path, sha256, bytes }) => ({
      name: path.slice(path.indexOf('/') + 1),
      path,
      hash: `sha256:${sha256}`,
      bytes,
    })),
  })
}

/** `datapackage-digest.json`: every byte of it follows from the data package, the key and the signature. Source: wacz-auth 0.1.0. */
export function digestBytes(
  hash: string,
  { created, software }: Pick<DataPackage, 'created' | 'software'>,
  { publicKey, signature }: Signed,
): Buffer {
  return json({
    path: 'datapackage.json',
    hash,
    signedData: { hash, created, software, version: AUTH_VERSION, signature, publicKey },
  })
}

const Package = z.object({
  created: z.string(),
  software: z.string(),
  title: z.string(),
  ledgerHead: z.object({ seq: z.int().min(0), hash: z.string() }),
  resources: z
    .array(
      z.object({
        path: z.enum(RESOURCE_NAMES as readonly [PartName, ...PartName[]]),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/u),
        bytes: z.int().min(0),
      }),
    )
    .length(RESOURCE_NAMES.length),
})

const Digest = z.object({ signedData: z.object({ publicKey: z.string(), signature: z.string() }) })

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array): T | null {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data ?? null
  } catch {
    // No JSON: not what is looked for, as any other form is not.
    return null
  }
}

/** @returns null where it is no data package of an export of ours */
export function readDataPackage(bytes: Uint8Array): DataPackage | null {
  const found = parsed(Package, bytes)
  if (found === null) return null
  const resources = found.resources.map(({ path, hash, bytes: size }) => ({ path, sha256: hash.slice(7), bytes: size }))
  const { created, software, title, ledgerHead: head } = found
  return { created, software, title, head, resources }
}

/** @returns null where there is no signature in it */
export function readSigned(bytes: Uint8Array): Signed | null {
  return parsed(Digest, bytes)?.signedData ?? null
}
