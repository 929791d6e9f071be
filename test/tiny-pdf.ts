import { deflateSync } from 'node:zlib'

/** A line of type on a page: points from the left and from the top. */
export type TypedLine = { readonly text: string; readonly left: number; readonly top: number; readonly size?: number }

/** One object of a PDF, without its number: a dictionary, or one with the bytes of its stream. */
type PdfObject = { readonly dictionary: string; readonly stream?: Uint8Array }

const HEIGHT = 842

/** A PDF of the objects given, numbered from 1; the first is the catalogue. */
export function pdfOf(objects: readonly PdfObject[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  let length = 9
  const push = (bytes: Uint8Array) => {
    parts.push(bytes)
    length += bytes.length
  }
  for (const [at, { dictionary, stream }] of objects.entries()) {
    places.push(length)
    const whole = stream === undefined ? dictionary : dictionary.replace(/>>$/, ` /Length ${stream.length} >>`)
    push(Buffer.from(`${at + 1} 0 obj\n${whole}\n`))
    if (stream !== undefined)
      for (const bytes of [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')]) push(bytes)
    push(Buffer.from('endobj\n'))
  }
  const start = length
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const literal = (text: string) =>
  text
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('“', '\x93')
    .replaceAll('”', '\x94')
    .replaceAll('’', '\x92')

function content(lines: readonly TypedLine[]): Uint8Array {
  const typed = lines.map(
    ({ text, left, top, size = 10 }) => `BT /F1 ${size} Tf ${left} ${HEIGHT - top} Td (${literal(text)}) Tj ET`,
  )
  return deflateSync(Buffer.from(typed.join('\n'), 'latin1'))
}

/** A PDF with these lines of Helvetica on its pages. */
export function typedPdf(pages: readonly (readonly TypedLine[])[], title = ''): Uint8Array {
  const numbers = pages.map((_, at) => 5 + 2 * at)
  return pdfOf(
    [
      { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' },
      {
        dictionary: `<< /Type /Pages /Count ${pages.length} /Kids [${numbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
      },
      { dictionary: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>' },
      { dictionary: `<< /Title (${literal(title)}) >>` },
      ...pages.flatMap((lines, at) => [
        {
          dictionary: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${6 + 2 * at} 0 R >>`,
        },
        { dictionary: '<< /Filter /FlateDecode >>', stream: content(lines) },
      ]),
    ],
    '/Info 4 0 R',
  )
}

/** Lines one under the other, as a column has them. An empty one is a gap. */
export function column(text: string, { left = 60, top = 120, size = 10 } = {}): readonly TypedLine[] {
  const lines = text.split('\n').map((line, at) => ({
    text: line.trim(),
    left: left + (line.startsWith('  ') ? 15 : 0),
    top: top + at * size * 1.2,
    size,
  }))
  return lines.filter((line) => line.text !== '')
}
