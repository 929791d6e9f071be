/** Where the values of a JSON text stand. */
export type JsonPlaces = {
  /** The line, from 1, on which the value at a path begins; null for a path that is not there. */
  lineOf(path: readonly PropertyKey[]): number | null
  /** Keys that an object has twice: JSON keeps the last without a word, and what was written first would be lost. */
  readonly repeated: readonly { readonly path: readonly (string | number)[]; readonly line: number }[]
}

/** Strings, line ends, and the signs that give JSON its shape; all else is of no interest here. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|\n|[^\s"{}[\]:,]+/g

/** A value: where it begins, and the values in it. */
type Value = { readonly line: number; readonly inner: Map<string, Value> }

/** An object or list that is open, with the key or place of its next value. */
type Open = { readonly value: Value; readonly isList: boolean; key: string | number; isKeyNext: boolean }

/**
 * Finds on which line each value of `json` begins.
 *
 * @param json a text that `JSON.parse` takes
 * Cost: linear in its length, however deep it goes.
 */
export function jsonPlaces(json: string): JsonPlaces {
  const root: Value = { line: 0, inner: new Map() }
  const repeated: { path: readonly (string | number)[]; line: number }[] = []
  const open: Open[] = [{ value: root, isList: true, key: 0, isKeyNext: false }]
  let line = 1
  for (const [token] of json.matchAll(TOKEN)) {
    const outer = open.at(-1)
    if (token === '\n') line += 1
    if (outer === undefined || token === '\n' || token === ':') continue
    if (token === '}' || token === ']') open.pop()
    else if (token === ',') {
      if (outer.isList) outer.key = Number(outer.key) + 1
      else outer.isKeyNext = true
    } else if (outer.isKeyNext) {
      outer.key = String(JSON.parse(token))
      outer.isKeyNext = false
      if (outer.value.inner.has(outer.key)) repeated.push({ path: open.slice(1).map(({ key }) => key), line })
    } else {
      const value: Value = { line, inner: new Map() }
      outer.value.inner.set(String(outer.key), value)
      if (token === '{') open.push({ value, isList: false, key: '', isKeyNext: true })
      if (token === '[') open.push({ value, isList: true, key: 0, isKeyNext: false })
    }
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    let value = root.inner.get('0')
    for (const key of path) value = value?.inner.get(String(key))
    return value?.line ?? null
  }
  return { lineOf, repeated }
}
