#!/usr/bin/env node
// Runs its arguments on the Node that package.json pins, whatever Node started it.
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'

const OLDEST = 24

/** The pinned Node's path; else the running one when it is new enough; else null. */
export function findNode() {
  const binary = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node'
  try {
    return createRequire(import.meta.url).resolve(
      `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}/${binary}`,
    )
  } catch {
    // No package holds Node for this platform (macOS): the running one has to do.
  }
  return Number(process.versions.node.split('.')[0]) >= OLDEST ? process.execPath : null
}

/** Runs Node with `args`, passes signals on, and ends as it ended. */
export function runNode(args) {
  const node = findNode()
  if (node === null) {
    process.stderr.write(
      `onrecord: needs Node ${OLDEST} or newer, and this is ${process.versions.node}. Run "npm ci" first; where npm has no Node for your system, install Node ${OLDEST} from https://nodejs.org.\n`,
    )
    process.exitCode = 2
    return
  }
  const child = spawn(node, args, { stdio: 'inherit' })
  // The terminal sends Ctrl-C to the whole group; a supervisor only to this process.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`onrecord: could not start ${node}: ${error.message}\n`)
    process.exitCode = 2
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143)
  })
}

if (process.argv[1]?.endsWith('node24.js')) runNode(process.argv.slice(2))
