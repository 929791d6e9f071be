/** Lines are put together to about this many characters. */
const GATHERED = 256 * 1024

/** Lines as the bytes of a file, each with its end. */
export async function* bytesOfLines(lines: AsyncIterable<string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let gathered = ''
  for await (const line of lines) {
    gathered += `${line}\n`
    if (gathered.length < GATHERED) continue
    yield Buffer.from(gathered)
    gathered = ''
  }
  if (gathered !== '') yield Buffer.from(gathered)
}
