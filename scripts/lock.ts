/**
 * Keeps `package-lock.json` whole: every optional dependency that a locked package names has an entry.
 *
 * Where a registry lacks the binaries of some foreign platforms, `npm install` drops them from the lock it
 * writes, and the next `npm ci` refuses that lock. Run with `--fix` after `npm install`, without in the check.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Entry> }

const OS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  aix: 'aix',
  win32: 'win32',
}
const CPU = {
  x64: 'x64',
  arm64: 'arm64',
  arm: 'arm',
  ia32: 'ia32',
  s390x: 's390x',
  ppc64: 'ppc64',
  ppc: 'ppc',
  riscv64: 'riscv64',
  loong64: 'loong64',
  mips64el: 'mips64el',
  wasm32: 'wasm32',
}

/** The entry that npm writes for a package of one platform, read from the words of its name. */
function platformEntry(name: string, version: string, dev: boolean): Entry {
  const words = name.split(/[/-]/)
  const os = words.flatMap((word) => (word in OS ? [OS[word as keyof typeof OS]] : []))
  const cpu = words.flatMap((word) => (word in CPU ? [CPU[word as keyof typeof CPU]] : []))
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : []
  return {
    version,
    ...(cpu.length && { cpu }),
    ...(dev && { dev }),
    ...(libc.length && { libc }),
    optional: true,
    ...(os.length && { os }),
  }
}

/** Whether `name` at `version` is found from the package at lock key `from`, as Node would look it up. */
function isLocked(lock: Lock, { from, name, version }: { from: string; name: string; version: string }): boolean {
  const levels = from
    .split('/node_modules/')
    .map((_, depth, parts) => `${parts.slice(0, depth + 1).join('/node_modules/')}/`)
  return ['', ...levels].some((level) => lock.packages[`${level}node_modules/${name}`]?.version === version)
}

/** @returns the lock keys and entries that the lock lacks; empty when it is whole */
export function missingEntries(lock: Lock): ReadonlyMap<string, Entry> {
  const missing = new Map<string, Entry>()
  for (const [from, entry] of Object.entries(lock.packages))
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!/^\d[\d.]*$/.test(version) || isLocked(lock, { from, name, version })) continue
      const level = lock.packages[`node_modules/${name}`] || missing.has(`node_modules/${name}`) ? `${from}/` : ''
      missing.set(`${level}node_modules/${name}`, platformEntry(name, version, entry.dev === true))
    }
  return missing
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
  const missing = missingEntries(lock)
  if (process.argv.includes('--fix')) {
    const packages = { ...lock.packages, ...Object.fromEntries(missing) }
    const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    writeFileSync('package-lock.json', `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`)
    process.stdout.write(`lock: ${missing.size} entries added\n`)
  } else if (missing.size > 0) {
    process.stderr.write(
      `lock: ${[...missing.keys()].join(', ')} missing from package-lock.json: run "node scripts/lock.ts --fix"\n`,
    )
    process.exit(1)
  }
}
