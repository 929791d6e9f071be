/** The first bytes by which a format is known: hexadecimal, `..` for any byte. */
const SIGNATURES: readonly [bytes: string, name: string][] = [
  ['89504e470d0a1a0a', 'a PNG image'],
  ['ffd8ff', 'a JPEG image'],
  ['474946383761', 'a GIF image'],
  ['474946383961', 'a GIF image'],
  ['52494646........57454250', 'a WebP image'],
  ['52494646........57415645', 'a WAV recording'],
  ['52494646........41564920', 'an AVI film'],
  ['49492a00', 'a TIFF image'],
  ['4d4d002a', 'a TIFF image'],
  ['00000100', 'an icon'],
  ['38425053', 'a Photoshop image'],
  ['........66747970617669', 'an AVIF image'],
  ['........6674797068656963', 'a HEIC image'],
  ['........66747970', 'an MP4 film or recording'],
  ['1a45dfa3', 'a WebM or Matroska film'],
  ['4f676753', 'an Ogg recording'],
  ['494433', 'an MP3 recording'],
  ['fffb', 'an MP3 recording'],
  ['664c6143', 'a FLAC recording'],
  ['1f8b', 'a gzip archive'],
  ['425a68', 'a bzip2 archive'],
  ['fd377a585a00', 'an xz archive'],
  ['28b52ffd', 'a Zstandard archive'],
  ['377abcaf271c', 'a 7-Zip archive'],
  ['526172211a07', 'a RAR archive'],
  ['7f454c46', 'a program'],
  ['4d5a', 'a Windows program'],
  ['cafebabe', 'a Java class'],
  ['feedface', 'a program'],
  ['feedfacf', 'a program'],
  ['cffaedfe', 'a program'],
  ['0061736d', 'a WebAssembly module'],
  ['d0cf11e0a1b11ae1', 'an old Office document'],
  ['53514c69746520666f726d6174203300', 'a SQLite database'],
  ['774f4646', 'a font'],
  ['774f4632', 'a font'],
  ['0001000000', 'a font'],
  ['4f54544f', 'a font'],
]

/** What a ZIP archive holds, told by the names of its first files. */
const ZIP_KINDS: readonly [part: string, name: string][] = [
  ['word/', 'a Word document'],
  ['xl/', 'an Excel workbook'],
  ['ppt/', 'a PowerPoint presentation'],
  ['mimetypeapplication/epub+zip', 'an EPUB book'],
  ['mimetypeapplication/vnd.oasis.opendocument', 'an OpenDocument file'],
]

/** How far into a ZIP archive its file names are looked for, in bytes. */
const ZIP_HEAD = 8192

function startsWith(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length / 2) return false
  return (signature.match(/../g) ?? []).every((pair, at) => pair === '..' || bytes[at] === Number.parseInt(pair, 16))
}

function zipKind(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, ZIP_HEAD))
  return ZIP_KINDS.find(([part]) => head.includes(part))?.[1] ?? 'a ZIP archive'
}

/**
 * Names the format of bytes that are no text, by their first bytes.
 *
 * @returns with its article ("a PNG image"), or null where no known signature stands there
 */
export function binaryKind(bytes: Uint8Array): string | null {
  if (startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')) return zipKind(bytes)
  return SIGNATURES.find(([signature]) => startsWith(bytes, signature))?.[1] ?? null
}

/** Whether the bytes are a PDF: its mark may stand anywhere in the first kilobyte. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')
}
