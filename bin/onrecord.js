#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { runNode } from './node24.js'

runNode([fileURLToPath(new URL('../src/cli.ts', import.meta.url)), ...process.argv.slice(2)])
