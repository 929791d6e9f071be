/** `npm run check`: every check in turn, all of them run, exit status 1 when one fails. */
import { spawnSync } from 'node:child_process'

const CHECKS: readonly [name: string, ...argv: string[]][] = [
  ['lock', 'scripts/lock.ts'],
  ['floors', 'scripts/floors.ts'],
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit'],
  ['browser types', 'node_modules/typescript/bin/tsc', '-p', 'src/view/browser'],
  ['lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['unused', 'node_modules/knip/bin/knip.js', '--no-progress'],
]

const failed = CHECKS.filter(([name, ...argv]) => {
  const { status } = spawnSync(process.execPath, argv, { stdio: 'inherit' })
  process.stdout.write(`check ${name}: ${status === 0 ? 'good' : 'FAILED'}\n`)
  return status !== 0
})
process.exitCode = failed.length > 0 ? 1 : 0
