/** Where the values of a JSON text stand. */
export type JsonPlaces = {
  /** The line, from 1, on which the value at a path begins; null for a path that is not there. */
  lineOf(path: readonly PropertyKey[]): number | null
  /** Keys that an object has twice: JSON keeps the last without a word, and what was written first would be lost. */
  readonly repeated: readonly { readonly path: readonly (string | number)[]; readonly line: number }[]
}

/** Strings, line ends, and the signs that give JSON its shape; all else is of no interest here. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|\n|[^\s"{}[\]:,]+/g

/** An object or list that is open: its next key or place, and the keys it has had. */
type Open = { readonly keys: Set<string> | null; key: string | number; isKeyNext: boolean }

const keyOf = (path: readonly PropertyKey[]) => JSON.stringify(path.map(String))

/**
 * Finds on which line each value of `json` begins.
 *
 * @param json a text that `JSON.parse` takes
 * Cost: linear in its length times its depth.
 */
export function jsonPlaces(json: string): JsonPlaces {
  const lines = new Map<string, number>()
  const repeated: { path: readonly (string | number)[]; line: number }[] = []
  const open: Open[] = []
  const path = () => open.map(({ key }) => key)
  let line = 1
  for (const [token] of json.matchAll(TOKEN)) {
    const inner = open.at(-1)
    if (token === '\n') line += 1
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') continue
    else if (token === ',') {
      if (inner?.keys === null) inner.key = Number(inner.key) + 1
      else if (inner !== undefined) inner.isKeyNext = true
    } else if (inner?.isKeyNext === true) {
      inner.key = String(JSON.parse(token))
      inner.isKeyNext = false
      if (inner.keys?.has(inner.key) === true) repeated.push({ path: path(), line })
      inner.keys?.add(inner.key)
    } else {
      lines.set(keyOf(path()), line)
      if (token === '{') open.push({ keys: new Set(), key: '', isKeyNext: true })
      if (token === '[') open.push({ keys: null, key: 0, isKeyNext: false })
    }
  }
  return { lineOf: (at) => lines.get(keyOf(at)) ?? null, repeated }
}
