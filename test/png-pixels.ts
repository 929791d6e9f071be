import { inflateSync } from 'node:zlib'

/** A picture's size, and the colour of each pixel. */
export type Pixels = { readonly width: number; readonly height: number; at(x: number, y: number): string }

/** What a filter adds to a byte: of the pixel before, the one above, and the one above that one. */
function predicted(filter: number, [left, up, corner]: readonly [number, number, number]): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter !== 4) return 0
  const guess = left + up - corner
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  return a <= b && a <= c ? left : b <= c ? up : corner
}

/** Reads a PNG of eight bits a colour, as Chromium makes them. Source: ISO 15948. */
export function pngPixels(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png)
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  const colours = bytes.readUInt8(25) === 6 ? 4 : 3
  const packed: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)))
  const raw = inflateSync(Buffer.concat(packed))
  const line = width * colours
  const pixels = Buffer.alloc(line * height)
  const of = (x: number, y: number) => (x < 0 || y < 0 ? 0 : pixels.readUInt8(y * line + x))
  for (let y = 0; y < height; y++) {
    const filter = raw.readUInt8(y * (line + 1))
    for (let x = 0; x < line; x++) {
      const around = [of(x - colours, y), of(x, y - 1), x < colours ? 0 : of(x - colours, y - 1)] as const
      pixels.writeUInt8((raw.readUInt8(y * (line + 1) + 1 + x) + predicted(filter, around)) & 255, y * line + x)
    }
  }
  const at = (x: number, y: number) => `#${pixels.toString('hex', y * line + x * colours, y * line + x * colours + 3)}`
  return { width, height, at }
}
