/** `npm run bench -- NAME [--data DIR] [--json]`: prints each figure beside its target; exit status 1 when one falls short. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Bench, BenchFigure } from './bench.ts'

type Target = { readonly 'at least'?: number; readonly 'at most'?: number }

const NAMES = globSync('*.ts', { cwd: import.meta.dirname })
  .filter((file) => readFileSync(new URL(file, import.meta.url), 'utf8').includes('export const bench: Bench'))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort()

function targetOf(name: string, figure: string): Target {
  const targets = JSON.parse(readFileSync(new URL('targets.json', import.meta.url), 'utf8')) as Record<
    string,
    Record<string, Target>
  >
  return targets[name]?.[figure] ?? {}
}

function fallsShort({ value }: BenchFigure, target: Target): boolean {
  return (
    value < (target['at least'] ?? Number.NEGATIVE_INFINITY) || value > (target['at most'] ?? Number.POSITIVE_INFINITY)
  )
}

function line(figure: BenchFigure, target: Target): string {
  const wanted = Object.entries(target).map(([word, value]) => `${word} ${value}`)
  const verdict =
    wanted.length === 0 ? '' : `  ${wanted.join(', ')}: ${fallsShort(figure, target) ? 'falls short' : 'reached'}`
  return `${figure.name.padEnd(34)}${String(figure.value).padStart(10)} ${figure.unit.padEnd(10)}${verdict}`.trimEnd()
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const [name] = positionals
  if (name === undefined || positionals.length > 1 || !NAMES.includes(name)) {
    process.stderr.write(
      `bench: name one of ${NAMES.join(', ')}: npm run bench -- ${NAMES[0] ?? 'NAME'} [--data DIR] [--json]\n`,
    )
    return 2
  }
  if (values.data !== undefined && !existsSync(values.data)) {
    process.stderr.write(`bench: there is no folder ${values.data}\n`)
    return 2
  }
  const { bench } = (await import(`./${name}.ts`)) as { bench: Bench }
  const result = await bench({ data: values.data ?? null })
  if (!result.ok) {
    process.stdout.write(
      values.json ? `${JSON.stringify({ bench: name, needs: result.needs })}\n` : `${name}: ${result.needs}\n`,
    )
    return 0
  }
  const rows = result.figures.map((figure) => ({ figure, target: targetOf(name, figure.name) }))
  const short = rows.filter(({ figure, target }) => fallsShort(figure, target))
  if (values.json)
    process.stdout.write(
      `${JSON.stringify({ bench: name, ...result, short: short.map(({ figure }) => figure.name) })}\n`,
    )
  else
    for (const text of [...rows.map(({ figure, target }) => line(figure, target)), ...result.notes])
      process.stdout.write(`${text}\n`)
  return short.length > 0 ? 1 : 0
}

process.exitCode = await main()
