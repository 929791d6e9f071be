/** What an export holds, in the order in which it lies in the file. No other file is ever in one. */
export const PART_NAMES = [
  'archive/data.warc.gz',
  'indexes/index.cdx.gz',
  'indexes/index.idx',
  'pages/pages.jsonl',
  'onrecord/records.jsonl',
  'onrecord/statements.jsonl',
  'onrecord/ledger.jsonl',
  'onrecord/time-stamps.jsonl',
  'datapackage.json',
  'datapackage-digest.json',
] as const

export type PartName = (typeof PART_NAMES)[number]

/** Those that the data package lists: all but itself and its digest. */
export const RESOURCE_NAMES: readonly PartName[] = PART_NAMES.slice(0, -2)
