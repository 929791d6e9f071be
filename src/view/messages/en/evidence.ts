import { NUMBER } from './numbers.ts'

/** What the page of a statement's evidence says in English. */
export const evidenceEn = {
  link: 'Check it yourself',
  row: 'Evidence',
  titleOf: (speaker: string) => `Check it yourself: what ${speaker} is reported to have said`,
  titleWithoutSpeaker: 'Check it yourself: a statement whose speaker is not named',
  lead: 'The words stand in bytes that were kept as they came. Everything on this page can be checked with the tools of any Linux or macOS, without Onrecord.',
  printed: 'Printed in',
  gone: 'No longer read: a later reading of this article does not find this statement any more.',
  kept: {
    title: 'What was kept',
    address: 'Address',
    noAddress: 'none: it came as a file or text',
    name: 'Came as',
    captured: 'Captured',
    how: 'How',
    cameAs: 'handed over as a file or text',
    from: 'Answered by',
    sha256: 'SHA-256 of the bytes',
    size: 'Size',
    bytes: (count: number) => `${NUMBER.format(count)} ${count === 1 ? 'byte' : 'bytes'}`,
    file: 'File of the archive',
    place: 'Place in it',
    placeOf: (offset: number, length: number) =>
      `${NUMBER.format(length)} bytes from byte ${NUMBER.format(offset)} on (the first is 0)`,
    record: 'Record',
    digest: 'SHA-256 of the record',
    nothing:
      'The bytes of this article are no longer kept. The words above are those that were read in them while they were.',
  },
  download: {
    record: 'Download the record (WARC)',
    blob: 'Download the bytes',
    about:
      'Downloaded bytes are those of somebody else’s page: open them in a text editor and not in a browser, which would run what is in them.',
  },
  checks: {
    title: 'Three commands',
    where: 'Run them in the folder “archive” of the record’s data, one after the other.',
    without:
      'Whoever has the downloaded record and not the archive’s file leaves out the first: the record is what it cuts out.',
    cutOut: 'Cut the record out of the archive’s file; its digest is the one that the ledger names',
    blob: 'Take the bytes out of the record; their digest is the one above',
    entry: 'Hash what the ledger says of them; the hash is the one that the next entry carries on',
    mac: 'A Mac that does not know “sha256sum” has “shasum -a 256”.',
    prints: 'It prints',
    unusual: (codings: string) =>
      `The bytes are packed in a way for which there is no common command (${codings}); “npx onrecord verify” checks them.`,
  },
  ledger: {
    title: 'The ledger’s entry',
    about: (seq: number) => `Entry ${NUMBER.format(seq)}. Whoever alters it breaks the hash of every entry behind it.`,
    at: 'Recorded',
    says: 'What it says',
    hashed: 'What of it is hashed, with the digest of what it says',
    hash: 'Its hash',
    previous: 'Hash of the entry before',
    nothing: 'The ledger says nothing of this capture: it was cut short, or the capture was put in from outside.',
  },
  altered: 'What is wrong',
  public: {
    where:
      'The archive itself is not public. Whoever has its file runs all three in the archive’s folder, one after the other; whoever was given the record alone leaves out the first, which cuts it out; the last needs nothing but this page.',
    origin: 'Where it is printed, and how the words came',
    nothing: 'The bytes in which these words were read are no longer kept.',
    altered: 'the record in the archive is not as it was kept; what is said of it below is what the ledger has of it',
  },
} as const
