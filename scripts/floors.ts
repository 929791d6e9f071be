/**
 * The floors of `src/`, top to bottom. An import only goes to a lower floor: never up, never sideways to
 * another room of the same floor, never in a circle; type-only imports included.
 */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** One line a floor; the names are the rooms on it. `wiring` stands for the files directly in `src/`. */
export const FLOORS: readonly (readonly string[])[] = [
  ['wiring'],
  ['jobs'],
  ['desk', 'site', 'newsletter', 'api'],
  ['web'],
  ['accounts'],
  ['view'],
  ['gather', 'archive', 'store', 'mail', 'mailing', 'model', 'queue'],
  ['http', 'sqlite', 'stamp', 'wacz', 'warc'],
  ['record'],
  ['reading'],
  ['article'],
  ['text'],
]

type Import = { readonly specifier: string; readonly line: number }

/** Every relative import of a file: static, re-exported, dynamic and in types. */
function importsOf(path: string, code: string): readonly Import[] {
  const found: Import[] = []
  const add = (source: unknown, at: number) => {
    const specifier = (source as { value?: unknown } | null)?.value
    if (typeof specifier === 'string' && specifier.startsWith('.'))
      found.push({ specifier, line: code.slice(0, at).split('\n').length })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.start),
    ExportNamedDeclaration: (node) => add(node.source, node.start),
    ExportAllDeclaration: (node) => add(node.source, node.start),
    ImportExpression: (node) => add(node.source, node.start),
    TSImportType: (node) => add(node.source, node.start),
  }).visit(parseSync(path, code).program)
  return found
}

/** The room a file stands in and its floor's number, 0 on top; -1 where the folder is on no floor. */
function placeOf(file: string): { readonly room: string; readonly floor: number } {
  const [first = '', ...rest] = file.split('/')
  const room = rest.length === 0 ? 'wiring' : first
  return { room, floor: FLOORS.findIndex((rooms) => rooms.includes(room)) }
}

/** Each circle of files once, as the files along it. */
function circles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: string[][] = []
  const done = new Set<string>()
  const walk = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file)
    if (start >= 0) return void found.push([...path.slice(start), file])
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  return found
}

/**
 * Checks the imports below `root`.
 *
 * @param root a folder laid out as `src/`; tests (`*.test.ts`) are left out
 * @returns one sentence a fault, empty when the house stands
 */
export function floorFaults(root: string): readonly string[] {
  const files = globSync('**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'))
  const faults: string[] = []
  const graph = new Map<string, readonly string[]>()
  for (const file of files.sort()) {
    const from = placeOf(file)
    if (from.floor < 0) faults.push(`${file}: the folder ${from.room}/ is on no floor; add it to scripts/floors.ts`)
    const targets: string[] = []
    for (const { specifier, line } of importsOf(file, readFileSync(join(root, file), 'utf8'))) {
      const target = relative(root, resolve(root, dirname(file), specifier))
      if (target.startsWith('..')) continue
      targets.push(target)
      const to = placeOf(target)
      if (to.room === from.room || to.floor < 0 || to.floor > from.floor) continue
      const way = to.floor < from.floor ? `up to ${to.room}/` : `sideways to ${to.room}/`
      faults.push(`${file}:${line}: imports ${specifier}, ${way}; an import only goes to a lower floor`)
    }
    graph.set(file, targets)
  }
  for (const circle of circles(graph)) faults.push(`${circle.join(' → ')}: imports go in a circle`)
  return faults
}

if (import.meta.main) {
  const faults = floorFaults('src')
  for (const fault of faults) process.stderr.write(`floors: ${fault}\n`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
